"""Where the way begins: what a person holds today, and what the present role still gives."""

from __future__ import annotations

from dataclasses import dataclass

from ladder import Ladder, Person, Role

from .encoding import Course, Encoded, Milestones


@dataclass(frozen=True, slots=True)
class Start:
    """The first moment of a search.

    ``served`` is the months in the role so far, more than anything asks for an established holder;
    ``milestones`` are the bits that staying still gives, by months from now; ``courses`` are the
    activities, those begun already being shorter, paid for, and open.
    """

    role: int
    served: int
    held: int
    milestones: Milestones
    courses: tuple[Course, ...]


def start_of(ladder: Ladder, encoded: Encoded, source: str, person: Person) -> Start:
    """Apply the rules for who asks.

    Parameters
    ----------
    ladder : Ladder
    encoded : Encoded
        The same ladder in integers.
    source : str
        Id of the role that the way begins in.
    person : Person
        Valid for the ladder.

    Returns
    -------
    Start
    """
    role = encoded.number[source]
    months = person.months_in_role
    longest = max((edge.months for edge in encoded.edges[role]), default=0)
    by_now = given_by_now(ladder.roles[source], months)
    lowered = stated_lower(ladder.roles[source], person)
    held = encoded.mask((by_now | dict(person.skills)).items())
    for name in person.done:
        held |= encoded.mask(ladder.activities[name].develops.items())
    ahead: dict[int, int] = {}
    for skill, levels in ladder.roles[source].develops.items():
        for level, after in levels.items():
            if skill in lowered:
                wait = max(after, 1)
            elif months is not None and after > months:
                wait = after - months
            else:
                continue
            ahead[wait] = ahead.get(wait, 0) | encoded.mask([(skill, level)])
    courses = encoded.courses
    if person.learning:
        begun = {encoded.activities.index(name): spent for name, spent in person.learning.items()}
        courses = tuple(
            Course(item.number, max(item.months - begun[item.number], 1), 0, 0, item.gives)
            if item.number in begun
            else item
            for item in courses
        )
    return Start(
        role, longest if months is None else months, held, tuple(sorted(ahead.items())), courses
    )


def given_by_now(role: Role, months: int | None) -> dict[str, int]:
    """Levels that a role has given.

    Parameters
    ----------
    role : Role
    months : int or None
        Months served in it; None for an established holder.

    Returns
    -------
    dict of str to int
        By skill id, for all that the role develops.
    """
    return {
        skill: max(
            (level for level, after in levels.items() if months is None or after <= months),
            default=0,
        )
        for skill, levels in role.develops.items()
    }


def stated_lower(role: Role, person: Person) -> set[str]:
    """Skills that a person states lower than the role has given, so that it gives them anew.

    Parameters
    ----------
    role : Role
        The person's.
    person : Person

    Returns
    -------
    set of str
    """
    by_now = given_by_now(role, person.months_in_role)
    return {skill for skill, level in person.skills.items() if level < by_now.get(skill, 0)}
