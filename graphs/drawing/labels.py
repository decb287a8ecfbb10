"""What is written on roles and lanes, and the short phrases in it."""

from __future__ import annotations

from collections.abc import Sequence

from graphs.pace import pace_in_words
from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Stay
from ladder import Role

from .dot.style import DETAIL, NORMAL, NUMBER, STEP
from .dot.table import Cell, Label, centred, stacked, table
from .dot.text import clean, counted, wrap
from .view import Direction

ROLE_ROOM = 8  # for a line of a role's name, in times the letters' size
ROLE_LINES = 14
LANE_ROOM = 7
LEARNING_ROOM = 9
LEARNING_SHOWN = 3
LONGEST_ABBREVIATION = 5


def role_label(role: Role) -> Label:
    """A role's name, and its abbreviation where it has one."""
    lines = wrap(role.name, ROLE_ROOM * NORMAL, NORMAL, lines=ROLE_LINES)
    short = abbreviation(role)
    return centred([*lines, short] if short else lines, NORMAL)


def stay_label(role: Role, numbered: Sequence[tuple[int, Stay]], path: GrowthPath) -> Label:
    """A role on the path: its step's number, its name, when, and what is learnt meanwhile."""
    learnt = [name for _, stay in numbered for name in _learnt(path, stay)]
    more = len(learnt) - LEARNING_SHOWN
    notes = [f"+ {name}" for name in learnt[:LEARNING_SHOWN]]
    notes += [f"+ {more} more"] if more > 0 else []
    cells = stacked(wrap(role.name, ROLE_ROOM * STEP, STEP, lines=ROLE_LINES), STEP, bold=True)
    cells += [Cell(when(stay)) for _, stay in numbered]
    for note in notes:
        cells += stacked(wrap(note, LEARNING_ROOM * NORMAL, NORMAL, lines=3), NORMAL)
    return with_number(", ".join(str(number) for number, _ in numbered), cells)


def with_number(number: str, cells: Sequence[Cell]) -> Label:
    """A large number beside lines of text."""
    large = Cell(f"{number} ", NUMBER, bold=True, rows=len(cells))
    return table([[large, cells[0]], *([cell] for cell in cells[1:])])


def _learnt(path: GrowthPath, stay: Stay) -> list[str]:
    """Names of the activities worked on during a stay."""
    return [
        path.ladder.activities[item.activity].name
        for item in path.learning
        if any(start < stay.end and stay.start < end for start, end in item.periods)
    ]


def lane_label(name: str, direction: Direction | None = None) -> Label:
    """A track's name, at the head of its lane."""
    if direction == "down":
        return centred(wrap(name, ROLE_ROOM * DETAIL, DETAIL), DETAIL)
    lines = wrap(name, LANE_ROOM * NORMAL, NORMAL)
    return table([[line] for line in stacked(lines, NORMAL, bold=True)])


def abbreviation(role: Role) -> str | None:
    """The shortest alias in capitals, such as ``PM``."""
    capitals = (clean(alias) for alias in role.aliases if alias.isupper())
    short = (alias for alias in capitals if len(alias) <= LONGEST_ABBREVIATION)
    return min(short, key=lambda alias: (len(alias), alias), default=None)


def when(stay: Stay) -> str:
    """The months of a stay, the first month being 1, as the text of an answer has them."""
    if stay.move is None:
        return f"after month {stay.start}"
    if stay.end - stay.start > 1:
        return f"months {stay.start + 1}–{stay.end}"
    return f"month {stay.end}" if stay.end > stay.start else "left at once"


def totals(path: GrowthPath) -> list[str]:
    """What a path takes: months with their range, moves, and the cost where there is one."""
    months = counted(path.months, "month")
    if path.range and path.range[0] < path.range[1]:
        months += f" ({path.range[0]}–{path.range[1]})"
    parts = [months + pace_in_words(path.ladder), counted(path.moves, "move")]
    if path.cost:
        parts.append(f"{path.ladder.currency or 'cost'} {path.cost:,}")
    return parts
