"""What is written on roles, gates and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphs.answer import GrowthPath, Stay
from ladder import Ladder, Role

from .gates import Gate
from .style import NORMAL, NUMBER, SMALL
from .table import Cell, Label, table
from .text import clean, wrap

ROLE_ROOM = 108  # points for a line of a role's name
SKILL_ROOM = 98
LANE_ROOM = 92
LEARNING_ROOM = 112
LEARNING_SHOWN = 3
SKILLS_SHOWN = 4
LONGEST_ABBREVIATION = 5


def role_label(role: Role) -> Label:
    """A role's name, and its abbreviation where it has one.

    Parameters
    ----------
    role : Role

    Returns
    -------
    Label
    """
    rows = [[Cell(wrap(role.name, ROLE_ROOM, NORMAL), align="CENTER")]]
    short = abbreviation(role)
    if short:
        rows.append([Cell([short], size=SMALL, align="CENTER")])
    return table(rows)


def stay_label(role: Role, numbered: Sequence[tuple[int, Stay]], path: GrowthPath) -> Label:
    """A role on the path: its step's number, its name, when, and what is learnt meanwhile.

    Parameters
    ----------
    role : Role
    numbered : sequence of (int, Stay)
        The stays in this role, each with its number in the path, from 1.
    path : GrowthPath

    Returns
    -------
    Label
    """
    learnt = [name for _, stay in numbered for name in _learnt(path, stay)]
    more = len(learnt) - LEARNING_SHOWN
    notes = [f"+ {name}" for name in learnt[:LEARNING_SHOWN]]
    notes += [f"+ {more} more"] if more > 0 else []
    cells = [Cell(wrap(role.name, ROLE_ROOM, NORMAL), bold=True)]
    cells += [Cell([_when(stay)], size=SMALL) for _, stay in numbered]
    cells += [Cell(wrap(note, LEARNING_ROOM, SMALL, lines=2), size=SMALL) for note in notes]
    numbers = ", ".join(str(number) for number, _ in numbered)
    badge = Cell([f"{numbers} "], size=NUMBER, bold=True, align="CENTER", rows=len(cells))
    return table([[badge, cells[0]], *([cell] for cell in cells[1:])])


def gate_label(gate: Gate, ladder: Ladder) -> Label:
    """A gate: the months to be served, and each skill with the level that is asked of it.

    Parameters
    ----------
    gate : Gate
        Off the path, no more than `SKILLS_SHOWN` lines of skills are written out.
    ladder : Ladder

    Returns
    -------
    Label
    """
    rows = [[Cell([months_text(gate.months)], size=SMALL, bold=True, columns=2)]]
    asked = by_weight(gate.requires or {}, ladder)
    shown = asked if gate.taken or len(asked) <= SKILLS_SHOWN else asked[: SKILLS_SHOWN - 1]
    for skill, level in shown:
        name = wrap(ladder.skills[skill].name, SKILL_ROOM, SMALL, lines=3)
        rows.append([Cell(name, size=SMALL), Cell([f" {level}"], size=SMALL, align="RIGHT")])
    if len(shown) < len(asked):
        rows.append([Cell([f"+ {len(asked) - len(shown)} more"], size=SMALL, columns=2)])
    return table(rows)


def lane_label(name: str) -> Label:
    """A track's name, at the head of its lane.

    Parameters
    ----------
    name : str

    Returns
    -------
    Label
    """
    return table([[Cell(wrap(name, LANE_ROOM, NORMAL), bold=True)]], width=LANE_ROOM)


def by_weight(requires: Mapping[str, int], ladder: Ladder) -> list[tuple[str, int]]:
    """A gate's skills and levels, the highest level first, then by name.

    Parameters
    ----------
    requires : mapping of str to int
    ladder : Ladder

    Returns
    -------
    list of (str, int)
    """
    return sorted(requires.items(), key=lambda one: (-one[1], ladder.skills[one[0]].name, one[0]))


def abbreviation(role: Role) -> str | None:
    """The shortest alias in capitals, such as ``PM``.

    Parameters
    ----------
    role : Role

    Returns
    -------
    str or None

    Examples
    --------
    >>> abbreviation(Role("senior-pm", "Senior PM", aliases=("Senior", "SPM")))
    'SPM'
    """
    capitals = (clean(alias) for alias in role.aliases if alias.isupper())
    short = (alias for alias in capitals if len(alias) <= LONGEST_ABBREVIATION)
    return min(short, key=lambda alias: (len(alias), alias), default=None)


def months_text(months: int) -> str:
    """Months to be served, briefly.

    Parameters
    ----------
    months : int

    Returns
    -------
    str

    Examples
    --------
    >>> months_text(24), months_text(0)
    ('24 mo', 'at once')
    """
    return f"{months} mo" if months else "at once"


def _when(stay: Stay) -> str:
    """Name the months of a stay, the first month being 1, as the text of an answer does."""
    if stay.move is None:
        return f"after month {stay.start}"
    if stay.end - stay.start > 1:
        return f"months {stay.start + 1}–{stay.end}"
    return f"month {stay.end}" if stay.end > stay.start else "no time"


def _learnt(path: GrowthPath, stay: Stay) -> list[str]:
    """Names of the activities worked on during a stay."""
    return [
        path.ladder.activities[item.activity].name
        for item in path.learning
        if any(start < stay.end and stay.start < end for start, end in item.periods)
    ]
