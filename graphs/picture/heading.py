"""What stands above a picture: the ladder's name, the path in figures, how to read the lines."""

from __future__ import annotations

from graphs.answer import GrowthPath

from .style import LINES, SMALL, SUBTITLE, TITLE, line_of
from .table import LEADING, Cell, Label, markup
from .text import clean, wrap
from .view import View

LEAST_ROOM = 420  # points for a line, however narrow the picture
SAMPLE = 26  # points of line in the legend
SPACE = 6  # points above the picture, and around the legend


def heading(view: View, width: float) -> Label:
    """The heading of a picture.

    Parameters
    ----------
    view : View
    width : float
        Of what stands below, in points; a narrow picture's heading may be wider.

    Returns
    -------
    Label
    """
    room = max(width, LEAST_ROOM)
    cells = [Cell(wrap(view.ladder.name, room, TITLE, lines=2), size=TITLE, bold=True)]
    if view.path:
        cells.append(Cell(wrap(summary(view.path), room, SUBTITLE, lines=3), size=SUBTITLE))
    if len(view.roles) < len(view.ladder.roles):
        shown = f"{len(view.roles)} of {len(view.ladder.roles)} roles"
        note = f"Shown: the path, and the roles one move ahead of it ({shown})."
        cells.append(Cell([note], size=SMALL))
    if view.transitions:
        cells.append(Cell(wrap(_gates_explained(view), room, SMALL), size=SMALL))
    rows = [[cell.markup] for cell in cells]
    if view.transitions:
        rows.append([f"<TD>{_legend(view, room)}</TD>"])
    height = sum(cell.height for cell in cells) + SMALL * LEADING + 2 * SPACE
    return Label(markup(rows, width=room), room + 4, height)


def summary(path: GrowthPath) -> str:
    """A path in one line.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    str
    """
    roles = path.ladder.roles
    parts = [_count(path.months, "month"), _count(path.moves, "move")]
    if path.cost:
        parts.append(f"{path.ladder.currency or 'cost'} {path.cost:,}")
    line = f"{roles[path.source].name} → {roles[path.target].name}: {', '.join(parts)}"
    if not path.optimal:
        line += f" (not proven shortest: any way takes at least {_count(path.bound, 'month')})"
    return line


def _legend(view: View, room: float) -> str:
    """Each kind of transition beside a piece of its line."""
    kinds = {item.kind for _, item in view.transitions}
    named = [(kind, kind) for kind in LINES if kind in kinds]
    others = ", ".join(sorted(map(clean, kinds - set(LINES))))
    if others:
        named.append(("", wrap(others, room / 2, SMALL, lines=1)[0]))
    cells = []
    for kind, name in named:
        text = Cell([f" {name}    "], size=SMALL)
        cells += [_sample(kind), text.markup]
        room -= SAMPLE + 10 + text.width
    # What is left of the row, which would be shared out among the cells otherwise.
    cells.append(f'<TD WIDTH="{max(room, 0):.0f}"></TD>')
    return markup([cells])[1:-1]


def _gates_explained(view: View) -> str:
    text = "In the boxes on the lines: months to be served before the move"
    levels = ", ".join(f"{level} {name}" for level, name in enumerate(view.ladder.levels, 1))
    if levels and any(item.requires for _, item in view.transitions) and not view.crowded:
        text += f", and the level asked of each skill ({levels})"
    return text + "."


def _sample(kind: str) -> str:
    """A piece of a kind's line: the upper border of an empty cell."""
    line = line_of(kind)
    border = f'<TD BORDER="1" SIDES="T" STYLE="{line["style"]}" WIDTH="{SAMPLE}" HEIGHT="2"></TD>'
    drawn = markup([['<TD HEIGHT="5"></TD>'], [border]])[1:-1]
    dot = Cell(["○"], size=7).markup
    return (
        f"<TD>{markup([[dot, f'<TD>{drawn}</TD>']])[1:-1] if 'arrowtail' in line else drawn}</TD>"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
