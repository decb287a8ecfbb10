"""Where somebody stands: the person, whether they fit a ladder, and the person's file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from .errors import InvalidPerson, UnknownName
from .files.document import Fault, Steps
from .files.reader import read_document
from .files.schema import shape_faults
from .files.text import FilePath, read_bytes
from .files.validation import list_at, mapping_at, whole_months
from .levels import no_such_level, parse_level
from .model import NO_LEVELS, Activity, FrozenDict, Ladder, Role, Skill
from .names import find_activity, find_role, find_skill
from .whole import make_whole, whole
from .wording import described, quoted

Find: TypeAlias = Callable[[Ladder, str], Role | Skill | Activity]


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody stands today; everything may be left out.

    Parameters
    ----------
    role : str, optional
        Id of the present role.
    months_in_role : int, optional
        Months served in it so far. Left out: longer than any transition asks.
    skills : mapping of str to int
        Levels that are known, by skill id; each replaces what the role would have given.
    done : frozenset of str
        Ids of activities completed.
    learning : mapping of str to int
        Ids of activities begun, to the months already put into each.

    Examples
    --------
    >>> Person(months_in_role=6, skills={"roadmapping": 2}).skills["roadmapping"]
    2
    """

    role: str | None = None
    months_in_role: int | None = None
    skills: Mapping[str, int] = NO_LEVELS
    done: frozenset[str] = frozenset()
    learning: Mapping[str, int] = NO_LEVELS

    def __post_init__(self) -> None:
        object.__setattr__(self, "skills", FrozenDict(self.skills))
        object.__setattr__(self, "done", frozenset(self.done))
        object.__setattr__(self, "learning", FrozenDict(self.learning))
        make_whole(self, "months_in_role", "skills", "learning")

    @classmethod
    def of(
        cls,
        ladder: Ladder,
        *,
        role: str | None = None,
        months_in_role: int | None = None,
        skills: Mapping[str, str | int] = NO_LEVELS,
        done: Iterable[str] = (),
        learning: Mapping[str, int] = NO_LEVELS,
    ) -> Person:
        """Make a person of what a table holds: names, words for levels, numbers of any library.

        Parameters
        ----------
        ladder : Ladder
            What the names mean.
        role : str, optional
            By id, name or alias.
        months_in_role : int, optional
            Months served in it so far.
        skills : mapping of str to str or int, optional
            Levels by their names or numbers, by names or ids of skills.
        done : iterable of str, optional
            Names or ids of activities completed.
        learning : mapping of str to int, optional
            Months already put into activities begun, by their names or ids.

        Returns
        -------
        Person
            What a table leaves empty, as None or NaN, is left out.

        Raises
        ------
        InvalidPerson
            When something fits nothing in the ladder; it tells all that is wrong.
        TypeError
            When ``done`` is a text by itself.

        Examples
        --------
        >>> from ladder import bundled
        >>> person = Person.of(
        ...     bundled("product-management"),
        ...     role="Product Manager",
        ...     months_in_role=6,
        ...     skills={"Roadmapping": "working", "Finance": None},
        ... )
        >>> person.role, person.skills
        ('product-manager', {'roadmapping': 2})
        """
        if isinstance(done, str):
            raise TypeError(f"done takes several names, as in done=[{done!r}]")
        data = _said({"role": role, "months_in_role": months_in_role})
        data |= {"skills": _said(skills), "learning": _said(learning)}
        data["done"] = [name for name in done if not is_empty(name)]
        person, faults = person_of(data, ladder)
        if faults:
            raise InvalidPerson("\n".join(map(_placed, faults)))
        return person

    def to_dict(self) -> dict[str, Any]:
        """What is said, as plain data, in the words of a person's file.

        Examples
        --------
        >>> Person(months_in_role=6, done={"mba"}).to_dict()
        {'months_in_role': 6, 'done': ['mba']}
        """
        said = {
            "role": self.role,
            "months_in_role": self.months_in_role,
            "skills": dict(self.skills),
            "done": sorted(self.done),
            "learning": dict(self.learning),
        }
        return {key: value for key, value in said.items() if value or value == 0}


def _placed(fault: Fault) -> str:
    """What is wrong, behind the part of the person and the name in it that it is about."""
    about = [str(step) for step in fault.steps if not isinstance(step, int)]
    return ": ".join([*(word for word in about if word not in fault.message), fault.message])


def _said(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): whole(value) for key, value in cells.items() if not is_empty(value)}


def is_empty(cell: object) -> bool:
    """Whether a cell of a table says nothing: None, NaN, and what pandas has for it."""
    try:
        return cell is None or bool(cell != cell)  # noqa: PLR0124
    except TypeError:  # pandas.NA, which is neither equal to anything nor not
        return True
    except ValueError:  # several values, which cannot be compared as one
        return False


def held_in_role(role: Role, months: int | None) -> dict[str, int]:
    """Levels that somebody holds after so many months in a role, by skill id.

    All that it develops by then, even if that is nothing yet; and what it expects at a higher level
    than it ever develops, as whoever is in it brought that along.
    """
    held = {
        skill: max(
            (level for level, after in levels.items() if months is None or after <= months),
            default=0,
        )
        for skill, levels in role.develops.items()
    }
    for skill, level in role.expects.items():
        if level > max(role.develops.get(skill, ()), default=0):
            held[skill] = level
    return held


def stated_lower(role: Role, person: Person) -> set[str]:
    """Skills that a person states lower than the role implies, so that it gives them anew."""
    by_now = held_in_role(role, person.months_in_role)
    return {skill for skill, level in person.skills.items() if level < by_now.get(skill, 0)}


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
    """What does not fit: which part of the person; the id within it, or empty; and what is wrong.

    >>> from ladder import bundled
    >>> next(person_problems(bundled("product-management"), Person(months_in_role=-1)))
    ('months_in_role', '', 'expected a whole number from 0, found the number -1')
    """
    if person.role is not None and person.role not in ladder.roles:
        yield "role", "", _unknown(ladder, find_role, person.role)
    if person.months_in_role is not None and not _is_count(person.months_in_role):
        found = described(person.months_in_role)
        yield "months_in_role", "", f"expected a whole number from 0, found {found}"
    for skill, level in sorted(person.skills.items()):
        if skill not in ladder.skills:
            yield "skills", skill, _unknown(ladder, find_skill, skill)
        if message := _no_level(ladder, level):
            yield "skills", skill, f"{skill}: {message}"
    for activity in sorted(person.done):
        if activity not in ladder.activities:
            yield "done", activity, _unknown(ladder, find_activity, activity)
    for activity, months in sorted(person.learning.items()):
        if activity not in ladder.activities:
            yield "learning", activity, _unknown(ladder, find_activity, activity)
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


def _unknown(ladder: Ladder, find: Find, identifier: str) -> str:
    try:
        meant = find(ladder, identifier)
    except UnknownName as error:
        return str(error)
    kind = type(meant).__name__.lower()
    return f"no {kind} has the id {quoted(identifier)}; did you mean {meant.id}?"


def load_person(path: FilePath, ladder: Ladder) -> Person:
    """Load where somebody stands, or tell everything that is wrong with the file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``. Roles, skills,
        activities and levels may go by any of their names.
    ladder : Ladder
        What the names mean.

    Returns
    -------
    Person

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When something in it is wrong or not in the ladder; holds all problems with their places.

    Examples
    --------
    >>> from ladder import bundled
    >>> load_person("nowhere.yaml", bundled("product-management"))
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.yaml
    """
    document = read_document(read_bytes(path), os.fspath(path))
    person, faults = person_of(document.root, ladder)
    document.check(faults)
    return person


def person_of(data: Any, ladder: Ladder) -> tuple[Person, list[Fault]]:
    """Where somebody stands, of the plain data of a person's file."""
    resolving = _Resolving(ladder)
    person = resolving.person(data)
    return person, [*shape_faults("person", data), *resolving.faults]


class _Resolving:
    """Turns names into ids; what fits nothing is left out and told in ``faults``."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.faults: list[Fault] = []
        self.written: dict[tuple[str, str], Steps] = {}  # where parts of the person stand

    def person(self, data: Any) -> Person:
        months = data.get("months_in_role") if isinstance(data, dict) else None
        person = Person(
            role=self.role(data),
            months_in_role=whole_months(months),
            skills=self.skills(data),
            done=frozenset(self.done(data)),
            learning=self.learning(data),
        )
        for part, identifier, message in person_problems(self.ladder, person):
            self.faults.append(Fault(self.written[part, identifier], message, part == "learning"))
        return person

    def role(self, data: Any) -> str | None:
        written = data.get("role") if isinstance(data, dict) else None
        if not isinstance(written, str):
            return None
        return self.id_of(find_role, written, ("role",), at_key=False)

    def skills(self, data: Any) -> dict[str, int]:
        levels = {}
        for written, level in mapping_at(data, "skills").items():
            steps = ("skills", written)
            skill = self.id_of(find_skill, written, steps, at_key=True)
            if isinstance(level, bool) or not isinstance(level, str | int):
                continue
            try:
                number = parse_level(self.ladder, level)
            except UnknownName as error:
                self.faults.append(Fault(steps, str(error)))
                continue
            if skill is not None:
                levels[skill] = number
        return levels

    def done(self, data: Any) -> list[str]:
        ids = []
        for index, written in enumerate(list_at(data, "done")):
            if isinstance(written, str):
                ids.append(self.id_of(find_activity, written, ("done", index), at_key=False))
        return [activity for activity in ids if activity is not None]

    def learning(self, data: Any) -> dict[str, int]:
        months_in = {}
        for written, months in mapping_at(data, "learning").items():
            activity = self.id_of(find_activity, written, ("learning", written), at_key=True)
            if activity is not None and (whole := whole_months(months)) is not None:
                months_in[activity] = whole
        return months_in

    def id_of(self, find: Find, written: str, steps: Steps, at_key: bool) -> str | None:
        try:
            found = find(self.ladder, written).id
        except UnknownName as error:
            self.faults.append(Fault(steps, str(error), at_key))
            return None
        part = str(steps[0])
        if (part, found) in self.written and part != "done":
            self.faults.append(Fault(steps, f"{found} was given before, by another name", at_key))
        self.written.setdefault((part, found), steps)
        return found
