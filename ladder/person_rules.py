"""Whether a person fits a ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .errors import InvalidPerson, UnknownName
from .levels import no_such_level
from .model import Activity, Ladder, Role, Skill
from .names import find_activity, find_role, find_skill
from .person import Person
from .wording import described, quoted

FINDERS: Mapping[str, Callable[[Ladder, str], Role | Skill | Activity]] = {
    "role": find_role,
    "skill": find_skill,
    "activity": find_activity,
}


def validate_person(ladder: Ladder, person: Person) -> None:
    """Refuse a person who does not fit a ladder.

    Parameters
    ----------
    ladder : Ladder
    person : Person

    Raises
    ------
    InvalidPerson
        When an id is not in the ladder, or a number makes no sense; it tells all that is wrong.

    Examples
    --------
    >>> from ladder import bundled
    >>> validate_person(bundled("product-management"), Person(role="analyst"))
    Traceback (most recent call last):
        ...
    ladder.errors.InvalidPerson: role: no role has the id "analyst"; did you mean business-analyst?
    """
    problems = [f"{part}: {message}" for part, _, message in person_problems(ladder, person)]
    if problems:
        raise InvalidPerson("\n".join(problems))


def person_problems(ladder: Ladder, person: Person) -> Iterator[tuple[str, str, str]]:
    """Everything about a person that does not fit a ladder.

    Parameters
    ----------
    ladder : Ladder
    person : Person

    Yields
    ------
    part, identifier, message : str
        Which part of the person; the id within it, or empty; and what is wrong.

    Examples
    --------
    >>> from ladder import bundled
    >>> next(person_problems(bundled("product-management"), Person(months_in_role=-1)))
    ('months_in_role', '', 'expected a whole number from 0, found the number -1')
    """
    if person.role is not None and person.role not in ladder.roles:
        yield "role", "", _unknown(ladder, "role", person.role)
    if person.months_in_role is not None and not _is_count(person.months_in_role):
        found = described(person.months_in_role)
        yield "months_in_role", "", f"expected a whole number from 0, found {found}"
    for skill, level in sorted(person.skills.items()):
        if skill not in ladder.skills:
            yield "skills", skill, _unknown(ladder, "skill", skill)
        if message := _no_level(ladder, level):
            yield "skills", skill, f"{skill}: {message}"
    for activity in sorted(person.done):
        if activity not in ladder.activities:
            yield "done", activity, _unknown(ladder, "activity", activity)
    for activity, months in sorted(person.learning.items()):
        if activity not in ladder.activities:
            yield "learning", activity, _unknown(ladder, "activity", activity)
        elif activity in person.done:
            yield "learning", activity, f"{activity} is done already; leave it out of one of them"
        elif not _is_count(months):
            found = described(months)
            yield "learning", activity, f"{activity}: expected whole months from 0, found {found}"
        elif months >= (needed := _longest(ladder.activities[activity])):
            unit = "month" if needed == 1 else "months"
            message = f"{activity} takes {needed} {unit}, and {months} are in; list it under done"
            yield "learning", activity, message


def _no_level(ladder: Ladder, level: object) -> str | None:
    if isinstance(level, bool) or not isinstance(level, int):
        return f"expected a level's number, found {described(level)}"
    return None if 0 <= level <= len(ladder.levels) else no_such_level(level, ladder.levels)


def _longest(activity: Activity) -> int:
    """Months that an activity takes at most; whoever is slow may be in its last one for long."""
    return activity.months_range[1] if activity.months_range else activity.months


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _unknown(ladder: Ladder, kind: str, identifier: str) -> str:
    try:
        meant = FINDERS[kind](ladder, identifier).id
    except UnknownName as error:
        return str(error)
    return f"no {kind} has the id {quoted(identifier)}; did you mean {meant}?"
