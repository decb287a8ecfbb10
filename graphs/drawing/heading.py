"""What stands above a picture: the ladder's name, the path in figures, how to read the lines."""

from __future__ import annotations

from collections.abc import Sequence

from graphs.plans.path import GrowthPath
from ladder.wording import listed

from .dot.style import LINES, NOTE, SUBTITLE, TITLE, Style, line_of
from .dot.table import Cell, Label, markup, stacked
from .dot.text import clean, isolated, wrap
from .key import LEGEND, key_rows
from .labels import counted, totals
from .marks import Marks
from .shading import Shading
from .view import View

LEAST_ROOM = 420  # points for a line, however narrow the picture
SAMPLE = 26  # points of line in the legend
DOT = 10  # size of the mark of entries
SPACE = 6  # points above the picture


def heading(view: View, width: float, style: Style, shading: Shading | None, marks: Marks) -> Label:
    """The heading of a picture."""
    room = max(int(width), LEAST_ROOM)
    told = subtitle(view, shading, marks)
    notes = [shading.explained()] if shading else []
    shown = _shown(view, shading)
    notes += [f"{shown}."] if shown and shown != told else []
    explained = marks.gates_explained() or _gates_explained(view)
    notes += explained if view.transitions and view.gates != "off" else []
    notes += [_counts_explained(view)] if view.counted else []
    cells = _cells(view.ladder.name, told, notes, room)
    rows = [[cell.markup(room, cell.height)] for cell in cells]
    above = len(_cells(view.ladder.name, told, (), room))
    rows[above:above] = marks.key(room)
    rows += key_rows(shading.key(view.roles), room, style.theme) if shading else []
    rows += [[_legend(view, room, style.theme.ink)]] if view.transitions else []
    height = sum(cell.height for cell in cells) + LEGEND * (len(rows) - len(cells))
    return Label(markup(rows, width=room, height=height), room, height + SPACE)


def key_top(view: View, width: float, shading: Shading | None, marks: Marks) -> float:
    """How far below its upper edge a heading has the key of what is marked, in points."""
    told = subtitle(view, shading, marks)
    cells = _cells(view.ladder.name, told, (), max(int(width), LEAST_ROOM))
    return sum(cell.height for cell in cells) + SPACE / 2


def titled(name: str, told: str, notes: Sequence[str], width: float) -> Label:
    """A heading without a legend."""
    room = max(int(width), LEAST_ROOM)
    cells = _cells(name, told, notes, room)
    height = sum(cell.height for cell in cells)
    rows = [[cell.markup(room, cell.height)] for cell in cells]
    return Label(markup(rows, width=room, height=height), room, height + SPACE)


def _cells(name: str, told: str, notes: Sequence[str], room: int) -> list[Cell]:
    cells = stacked(wrap(name, room, TITLE, lines=2), TITLE, bold=True)
    if told:
        cells += stacked(wrap(told, room, SUBTITLE, lines=3), SUBTITLE)
    for note in notes:
        cells += stacked(wrap(note, room, NOTE), NOTE)
    return cells


def subtitle(view: View, shading: Shading | None, marks: Marks) -> str:
    """What the picture shows of the ladder, in one line; empty where it shows all of it alike."""
    if said := marks.summary():
        return said
    if shading:
        return shading.summary()
    return summary(view.path) if view.path else _shown(view, None)


def _shown(view: View, shading: Shading | None) -> str:
    """What of the ladder is shown, in a sentence; empty where that is all of it."""
    chosen = [isolated(clean(part)) for part in view.selection.words(view.ladder)]
    roles, all_roles = len(view.roles), len(view.ladder.roles)
    if chosen:
        along = [_paths(view)] if view.path else []
        within = [shading.shown()] if shading and roles < all_roles else []
        what = listed([*along, *chosen, *within], "and")
    elif roles < all_roles:
        ahead = f"{_paths(view)}, and the roles one move ahead"
        what = shading.shown() if shading else ahead
    else:
        return ""
    return f"Shown: {what} ({roles} of {all_roles} roles)"


def _paths(view: View) -> str:
    return "the ways" if view.others else "the path"


def summary(path: GrowthPath) -> str:
    """A path in one line."""
    roles = path.ladder.roles
    ends = (isolated(clean(roles[end].name)) for end in (path.source, path.target))
    line = f"{' → '.join(ends)}: {', '.join(totals(path))}"
    if not path.optimal:
        line += " (not proven to be the best"
        line += f": any way takes at least {counted(path.bound, 'month')})" if path.bound else ")"
    return line


def _counts_explained(view: View) -> str:
    """What the squares beside the lanes of a family say."""
    ladder, family = view.ladder, view.selection.family
    targets = {ladder.roles[item.to_role].track for _, item in view.counted}
    inside = any(track is not None and ladder.tracks[track].family == family for track in targets)
    within = " to others of its family, by their numbers, and" if inside else ""
    return f"In the squares: how many moves lead from a track{within} to other families."


def _gates_explained(view: View) -> list[str]:
    """What the boxes on the lines say, in one sentence or two; nothing where there are none."""
    if view.gates == "off":
        return []
    text = "On the lines: the months to be served in a role before the move"
    if not any(item.requires for _, item in view.transitions):
        return [text + "."]
    levels = ", ".join(
        f"{level} {isolated(name)}" for level, name in enumerate(view.ladder.levels, 1)
    )
    if view.shown(taken=False) == "table":
        return [text + f", and the level asked of each skill ({levels})."]
    text += ", and how many skills it asks"
    held = any(item.requires for place, item in view.transitions if place in view.taken)
    if held and view.shown(taken=True) == "table":
        return [text + f"; on {_paths(view)}, each with its level ({levels})."]
    return [text + "."]


def _legend(view: View, room: int, ink: str) -> str:
    """A cell with each kind of transition beside a piece of its line."""
    kinds = {item.kind for _, item in view.transitions}
    named = [(kind, kind) for kind in LINES if kind in kinds]
    others = ", ".join(isolated(kind) for kind in sorted(map(clean, kinds - set(LINES))))
    if others:
        named.append(("", wrap(others, room / 2, NOTE, lines=1)[0]))
    cells = []
    for kind, name in named:
        text = Cell(f"  {name}     ", NOTE)
        cells += [*_sample(kind, ink), text.markup(text.width, LEGEND)]
        room -= SAMPLE + DOT + text.width
    # What is left of the row, which would be shared out among the cells otherwise.
    cells.append(f'<TD WIDTH="{max(room, 0)}"></TD>')
    return f"<TD>{markup([cells])[1:-1]}</TD>"


def _sample(kind: str, ink: str) -> list[str]:
    """A piece of a kind's line: the upper border of an empty cell, half a letter high."""
    line = line_of(kind)
    look = f'BORDER="{2 if line["style"] == "dotted" else 1}" SIDES="T" STYLE="{line["style"]}"'
    below = LEGEND // 2 - 1
    above = f'<TD HEIGHT="{LEGEND - below}"></TD>'
    drawn = f'<TD {look} COLOR="{ink}" WIDTH="{SAMPLE}" HEIGHT="{below}"></TD>'
    parts = [[[above], [drawn]]]
    if "arrowtail" in line:
        parts.insert(0, [[Cell("○", DOT).markup(DOT, LEGEND)]])
    return [f'<TD VALIGN="TOP">{markup(part)[1:-1]}</TD>' for part in parts]
