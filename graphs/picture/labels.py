"""What is written on roles, gates and lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphs.answer import GrowthPath, Stay
from ladder import Ladder, Role

from .badges import Badges
from .gates import Gate
from .style import CHIP, NORMAL, NUMBER, SMALL, STEP, TOLD
from .table import Cell, Label, centred, stacked, table
from .text import wrap
from .view import Direction
from .wording import abbreviation, gate_head, gate_in_short, when

ROLE_ROOM = 9  # for a line of a role's name, in times the letters' size
SKILL_ROOM = 11
LANE_ROOM = 8
LEARNING_ROOM = 12
LEARNING_SHOWN = 3
SKILLS_SHOWN = 4


def role_label(role: Role) -> Label:
    """A role's name, and its abbreviation where it has one.

    Parameters
    ----------
    role : Role

    Returns
    -------
    Label
    """
    lines = wrap(role.name, ROLE_ROOM * NORMAL, NORMAL)
    short = abbreviation(role)
    return centred([*lines, short] if short else lines, NORMAL)


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
    cells = stacked(wrap(role.name, ROLE_ROOM * STEP, STEP), STEP, bold=True)
    cells += [Cell(when(stay), TOLD) for _, stay in numbered]
    for note in notes:
        cells += stacked(wrap(note, LEARNING_ROOM * TOLD, TOLD, lines=2), TOLD)
    numbers = ", ".join(str(number) for number, _ in numbered)
    badge = Cell(f"{numbers} ", NUMBER, bold=True, rows=len(cells))
    return table([[badge, cells[0]], *([cell] for cell in cells[1:])])


def gate_label(
    gate: Gate, ladder: Ladder, first: str | None = None, badges: Badges | None = None
) -> Label | None:
    """A gate: the months to be served, and the skills to be held.

    Written out, it gives each skill with the level that is asked of it; else how many there are.

    Parameters
    ----------
    gate : Gate
        Off the path, no more than `SKILLS_SHOWN` lines of skills are written out.
    ladder : Ladder
    first : str, optional
        Id of a skill that is to stand first.
    badges : Badges, optional
        The letters of the ways that pass it, which stand first, and are shown even of a hidden
        gate.

    Returns
    -------
    Label or None
        None of a hidden gate without letters.
    """
    above: list[list[Cell]] = [[badges]] if badges else []
    if gate.hidden:
        return table(above) if above else None
    if gate.requires is None:
        lines = gate_in_short(gate.months, gate.skills)
        if above:
            return table([*above, *([cell] for cell in stacked(lines, CHIP))])
        return centred(lines, CHIP)
    size = TOLD if gate.taken else SMALL
    head = gate_head(gate.months, asks=bool(gate.requires))
    rows = [*above, [Cell(head, size, bold=True, columns=2)]]
    asked = sorted(by_weight(gate.requires, ladder), key=lambda one: one[0] != first)
    shown = asked if gate.taken or len(asked) <= SKILLS_SHOWN else asked[: SKILLS_SHOWN - 1]
    for skill, level in shown:
        name = stacked(wrap(ladder.skills[skill].name, SKILL_ROOM * size, size, lines=3), size)
        rows.append([name[0], Cell(f" {level}", size, align="RIGHT", rows=len(name))])
        rows += [[line] for line in name[1:]]
    if len(shown) < len(asked):
        rows.append([Cell(f"+ {len(asked) - len(shown)} more", size, columns=2)])
    return table(rows)


def lane_label(name: str, direction: Direction = "right") -> Label:
    """A track's name, at the head of its lane.

    Parameters
    ----------
    name : str
    direction : {"right", "down"}
        Where the lane goes; above one that goes down, the name stands in the middle.

    Returns
    -------
    Label
    """
    if direction == "down":
        return centred(wrap(name, LANE_ROOM * TOLD, TOLD), TOLD)
    lines = wrap(name, LANE_ROOM * NORMAL, NORMAL)
    return table([[line] for line in stacked(lines, NORMAL, bold=True)])


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


def _learnt(path: GrowthPath, stay: Stay) -> list[str]:
    """Names of the activities worked on during a stay."""
    return [
        path.ladder.activities[item.activity].name
        for item in path.learning
        if any(start < stay.end and stay.start < end for start, end in item.periods)
    ]
