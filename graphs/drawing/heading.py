"""What stands above a picture: its title, what it shows in figures, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from graphs.plans.path import GrowthPath
from ladder import Ladder

from .dot.style import NOTE, SUBTITLE, TITLE, Style
from .dot.table import Label, markup, stacked
from .dot.text import clean, counted, isolated, wrap
from .key import LEGEND, key_rows, level_key, line_key, numbered_levels
from .labels import totals
from .marks import Marks
from .view import View

LEAST_ROOM = 420  # points for a line, however narrow the picture
SPACE = 6  # points above a picture
WIDE_SPACE = 12  # and above one that begins with text

Rows = Sequence[list[str]]
"""Rows of a key, each one cell, `LEGEND` points high."""


def heading(marks: Marks, width: float) -> tuple[Label, float]:
    """The heading of a diagram, and how far below its upper edge the key of the marks begins."""
    view, room = marks.view, room_of(width)
    subtitle = subtitle_of(marks)
    shown = _shown(marks)
    notes = marks.roles_explained()
    notes += [f"{shown}."] if shown and shown != subtitle else []
    if view.moves and view.gates != "off":
        notes += marks.gates_explained() or _gates_explained(view)
    if any(link.item.from_any for link in view.moves):
        notes.append(view.words("map.openExplained"))
    notes += [_counts_explained(view)] if view.counted else []
    below = marks.role_key(room)
    if view.moves:
        kinds = {link.item.kind for link in view.moves}
        below += [line_key(kinds, room, marks.style.theme.ink, view.words)]
    title = view.ladder.name
    label = head(title, subtitle, notes, room, above=marks.key(room), below=below)
    return label, head(title, subtitle, (), room, space=SPACE / 2).height


def room_of(width: float) -> int:
    """The width of the heading of a picture that is so wide, in points."""
    return max(int(width), LEAST_ROOM)


def head(
    title: str,
    subtitle: str,
    notes: Sequence[str],
    room: int,
    *,
    above: Rows = (),
    below: Rows = (),
    space: float = SPACE,
) -> Label:
    """Write a heading: title, subtitle, the rows ``above``, notes, and the rows ``below``."""
    cells = stacked(wrap(title, room, TITLE, lines=2), TITLE, bold=True)
    if subtitle:
        cells += stacked(wrap(subtitle, room, SUBTITLE, lines=3), SUBTITLE)
    told = [cell for note in notes for cell in stacked(wrap(note, room, NOTE), NOTE)]
    upper, lower = ([[cell.markup(room, cell.height)] for cell in group] for group in (cells, told))
    height = sum(cell.height for cell in (*cells, *told)) + LEGEND * (len(above) + len(below))
    written = markup([*upper, *above, *lower, *below], width=room, height=height)
    return Label(written, room, height + space)


def level_heading(
    title: str, subtitle: str, note: str, width: float, ladder: Ladder, style: Style
) -> Label:
    """The heading of a picture that shows levels by their shades."""
    room = room_of(width)
    key = key_rows(level_key(ladder, style), room, style.theme) if ladder.levels else []
    return head(title, subtitle, [note], room, below=key, space=WIDE_SPACE)


def subtitle_of(marks: Marks) -> str:
    """What the diagram shows of the ladder, in one line; empty where it shows all of it alike."""
    path = marks.view.path
    return marks.summary() or (path_summary(path) if path else _shown(marks))


def _shown(marks: Marks) -> str:
    """What of the ladder is shown, in a sentence; empty where that is all of it."""
    view, roles_shown, words = marks.view, marks.shown(), marks.view.words
    chosen = [isolated(clean(part)) for part in view.selection.words(view.ladder, words)]
    roles, all_roles = len(view.roles), len(view.ladder.roles)
    if chosen:
        along = [_paths(view)] if view.path else []
        within = [roles_shown] if roles_shown and roles < all_roles else []
        what = words.listed([*along, *chosen, *within])
    elif roles < all_roles:
        what = roles_shown or f"{_paths(view)}, and the roles one move ahead"
    else:
        return ""
    return words("map.shown", what=what, roles=roles, of=all_roles)


def _paths(view: View) -> str:
    return "the ways" if view.others else "the path"


def path_summary(path: GrowthPath) -> str:
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
    targets = {ladder.roles[link.target].track for link in view.counted}
    inside = any(track is not None and ladder.tracks[track].family == family for track in targets)
    return view.words("map.squares.inside" if inside else "map.squares.outside")


def _gates_explained(view: View) -> list[str]:
    """What the boxes on the lines say, in a sentence."""
    words, levels = view.words, ", ".join(numbered_levels(view.ladder))
    if not any(link.item.requires for link in view.moves):
        return [words("map.lines.months")]
    if view.shown(taken=False) == "table":
        return [words("map.lines.levels", levels=levels)]
    held = any(link.item.requires for link in view.links if link.name in view.taken)
    if held and view.shown(taken=True) == "table":
        text = words("map.lines.skills").removesuffix(".")
        return [f"{text}; on {_paths(view)}, each with its level ({levels})."]
    return [words("map.lines.skills")]
