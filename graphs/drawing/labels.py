"""What is written on roles, gates and lanes.

The short phrases of a picture.

Small filled squares with a letter in each, which say whose a box or a line is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphs.pace import pace_in_words
from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Stay
from ladder import Ladder, Role

from .dot.style import CHIP, NORMAL, NUMBER, SMALL, STEP, TOLD
from .dot.table import Cell, Label, centred, stacked, table
from .dot.text import clean, html_text, wrap
from .layout.boxes import Gate
from .view import Direction

SIDE = 1.4  # of a square, in times the letters' size
GAP = 2  # points between squares, and around them


class Badge(NamedTuple):
    """A letter, and the colours of its square and of itself."""

    letter: str
    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Badges(Cell):
    """A cell with badges side by side.

    Parameters
    ----------
    badges : sequence of Badge
    frame : str
        Colour of the squares' frames, which set them off from a ground of their own colour.
    **rest
        As for ``Cell``; the text is left empty.
    """

    badges: Sequence[Badge] = ()
    frame: str = "#ffffff"

    @property
    def side(self) -> int:
        """Of a square, in points."""
        return round(SIDE * self.size)

    @property
    def width(self) -> int:
        """Width in points."""
        return len(self.badges) * (self.side + GAP) + 2 * GAP

    @property
    def height(self) -> int:
        """Height in points."""
        return self.side + 2 * GAP

    def markup(self, width: int, height: int) -> str:
        """The cell as Graphviz reads it, of a given size in points."""
        squares = "".join(map(self._square, self.badges))
        # What is left of the row, which would be shared out among the squares otherwise.
        rest = f'<TD WIDTH="{max(width - self.width, 0)}"></TD>'
        inner = (
            f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="{GAP}">'
            f"<TR>{squares}{rest}</TR></TABLE>"
        )
        place = f'ALIGN="LEFT" COLSPAN="{self.columns}" ROWSPAN="{self.rows}"'
        return f'<TD WIDTH="{width}" HEIGHT="{height}" {place}>{inner}</TD>'

    def _square(self, badge: Badge) -> str:
        look = f'BORDER="1" COLOR="{self.frame}" BGCOLOR="{badge.ground}"'
        size = f'FIXEDSIZE="TRUE" WIDTH="{self.side}" HEIGHT="{self.side}"'
        letter = f'<FONT POINT-SIZE="{self.size}" COLOR="{badge.ink}">'
        return f"<TD {look} {size}>{letter}<B>{html_text(badge.letter)}</B></FONT></TD>"


LONGEST_ABBREVIATION = 5
OPEN = "open"  # what a gate is that asks nothing


def abbreviation(role: Role) -> str | None:
    """The shortest alias in capitals, such as ``PM``.

    Examples
    --------
    >>> abbreviation(Role("senior-pm", "Senior PM", aliases=("Senior", "SPM")))
    'SPM'
    """
    capitals = (clean(alias) for alias in role.aliases if alias.isupper())
    short = (alias for alias in capitals if len(alias) <= LONGEST_ABBREVIATION)
    return min(short, key=lambda alias: (len(alias), alias), default=None)


def gate_head(months: int, *, asks: bool) -> str:
    """What stands above the skills of a gate.

    Examples
    --------
    >>> gate_head(24, asks=True), gate_head(0, asks=True), gate_head(24, asks=False)
    ('24 mo, and hold', 'when you hold', '24 mo')
    """
    if not asks:
        return f"{months} mo" if months else OPEN
    return f"{months} mo, and hold" if months else "when you hold"


def gate_in_short(months: int, skills: int) -> list[str]:
    """What a gate asks, in one line or two.

    Examples
    --------
    >>> gate_in_short(24, 5), gate_in_short(0, 1), gate_in_short(0, 0)
    (['24 mo', '5 skills'], ['1 skill'], ['open'])
    """
    lines = [f"{months} mo"] if months else []
    lines += [f"{skills} skill{'s' if skills > 1 else ''}"] if skills else []
    return lines or [OPEN]


def when(stay: Stay) -> str:
    """The months of a stay, the first month being 1, as the text of an answer has them.

    Examples
    --------
    >>> from graphs.answer import Move
    >>> move = Move(0, "senior-pm", "promotion", 36, {})
    >>> when(Stay("pm", 12, 48, {}, move)), when(Stay("senior-pm", 48, 48, {}, None))
    ('months 13–48', 'after month 48')
    """
    if stay.move is None:
        return f"after month {stay.start}"
    if stay.end - stay.start > 1:
        return f"months {stay.start + 1}–{stay.end}"
    return f"month {stay.end}" if stay.end > stay.start else "left at once"


def counted(number: int, noun: str) -> str:
    """A number of things.

    Examples
    --------
    >>> counted(1, "move"), counted(2, "move")
    ('1 move', '2 moves')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def totals(path: GrowthPath) -> list[str]:
    """What a path takes: months with their range, moves, and the cost where there is one."""
    months = counted(path.months, "month")
    if path.range and path.range[0] < path.range[1]:
        months += f" ({path.range[0]}–{path.range[1]})"
    parts = [months + pace_in_words(path.ladder), counted(path.moves, "move")]
    if path.cost:
        parts.append(f"{path.ladder.currency or 'cost'} {path.cost:,}")
    return parts


ROLE_ROOM = 9  # for a line of a role's name, in times the letters' size
SKILL_ROOM = 11
LANE_ROOM = 8
LEARNING_ROOM = 12
LEARNING_SHOWN = 3
SKILLS_SHOWN = 4


def role_label(role: Role) -> Label:
    """A role's name, and its abbreviation where it has one."""
    lines = wrap(role.name, ROLE_ROOM * NORMAL, NORMAL)
    short = abbreviation(role)
    return centred([*lines, short] if short else lines, NORMAL)


def stay_label(role: Role, numbered: Sequence[tuple[int, Stay]], path: GrowthPath) -> Label:
    """A role on the path: its step's number, its name, when, and what is learnt meanwhile."""
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
    """A track's name, at the head of its lane."""
    if direction == "down":
        return centred(wrap(name, LANE_ROOM * TOLD, TOLD), TOLD)
    lines = wrap(name, LANE_ROOM * NORMAL, NORMAL)
    return table([[line] for line in stacked(lines, NORMAL, bold=True)])


def by_weight(requires: Mapping[str, int], ladder: Ladder) -> list[tuple[str, int]]:
    """A gate's skills and levels, the highest level first, then by name."""
    return sorted(requires.items(), key=lambda one: (-one[1], ladder.skills[one[0]].name, one[0]))


def _learnt(path: GrowthPath, stay: Stay) -> list[str]:
    """Names of the activities worked on during a stay."""
    return [
        path.ladder.activities[item.activity].name
        for item in path.learning
        if any(start < stay.end and stay.start < end for start, end in item.periods)
    ]
