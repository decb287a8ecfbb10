"""A picture of a ladder in the DOT language, with everything in its place.

A ladder as a picture, in the DOT language: tracks as lanes, ranks lined up over all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.style import Style, line_of
from graphs.drawing.dot.table import Label
from graphs.drawing.dot.text import tooltip_text
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.family_map import Squares
from graphs.drawing.heading import heading, key_top, subtitle
from graphs.drawing.labels import lane_label, role_label, stay_label
from graphs.drawing.layout.boxes import gates
from graphs.drawing.layout.layout import layout
from graphs.drawing.marks import Marks, told_of_moves
from graphs.drawing.shading import Shading, Standing
from graphs.drawing.view import Selection, View
from graphs.drawing.ways import Ways
from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Stay
from graphs.queries.survey import Reach
from ladder import Ladder, Role, Track

if TYPE_CHECKING:
    from graphs.drawing.family_map import Groups
    from graphs.drawing.view import Direction, Gates
    from graphs.queries.survey import Into

MOST = 4  # paths in a picture; more are a tangle


def diagram(
    ladder: Ladder,
    *,
    path: GrowthPath | Sequence[GrowthPath] | None = None,
    survey: Reach | Into | None = None,
    theme: Theme = LIGHT,
    selection: Selection | None = None,
    gates: Gates | None = None,
    direction: Direction | None = None,
) -> str:
    """Draw a ladder, as text for Graphviz.

    Tracks are lanes, in the order of the file, and ranks run from left to right. On the line of
    each transition lies its gate: a small box with the months to be served and the skill levels
    to be held. Transitions into one role that ask the same pass through one gate.

    A ladder of more than 60 roles is drawn as a map, where nothing is selected and nothing is to
    stand out: its families with their tracks, and how many moves lead from each to each. Where no
    track has a family, it is the tracks with their roles. A selection of a family opens it: its
    roles stand in lanes, and beside each lane stands how many moves lead to other families, and,
    where there are many side moves, to the other tracks.

    Parameters
    ----------
    ladder : Ladder
        What to draw.
    path : GrowthPath or sequence of GrowthPath, optional
        A path that is to stand out, by thick lines, filled boxes and numbered steps. Only its
        gates are written out, the others give their months and how many skills they ask. Of a
        ladder of more than 60 roles only the path is drawn, and the roles one move ahead of it.
        Several, such as `alternatives` finds, are told apart by letters and by their lines, the
        first being the strongest; at most four.
    survey : Reach or Into, optional
        What the roles are to be shaded by: how soon they are reached, or lead there, with the
        months in each box. Of a ladder of more than 60 roles only those within reach are drawn. It
        takes the place of a path.
    theme : Theme
        Its colours.
    selection : Selection, optional
        What of the ladder is to be seen.
    gates : {"off", "chip", "table"}, optional
        How gates are shown: not at all, by how many skills they ask, or written out. Left out, it
        is what suits the picture.
    direction : {"right", "down"}, optional
        Where careers go: to the right, each track a row; or down, each track a column. Left out,
        it is down in the picture of a family, which is narrower so, and to the right in others.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it, and so does ``neato -n2``. It is the
        same for the same ladder, whatever the order of its roles' keys.

    Raises
    ------
    NothingSelected
        If no role passes the selection.
    ValueError
        If there are more than four paths.

    Examples
    --------
    >>> from ladder import Role
    >>> text = diagram(Ladder("Small", roles={"pm": Role("pm", "Product Manager")}))
    >>> "Product Manager" in text
    True
    """
    from graphs.drawing.family_map import draw_map
    from graphs.drawing.view import view_of

    chosen = selection or Selection()
    paths = () if survey or not path else (path,) if isinstance(path, GrowthPath) else tuple(path)
    if len(paths) > MOST:
        raise ValueError(f"a picture shows at most {MOST} paths, not {len(paths)}")
    if not (paths or survey) and (groups := map_of(ladder, chosen)):
        return draw_map(ladder, groups, theme)
    first = paths[0] if paths else None
    view = view_of(ladder, first, survey, chosen, gates, direction, paths[1:])
    return draw(view, theme)


def map_of(ladder: Ladder, selection: Selection) -> Groups | None:
    """The groups of a ladder, where it is drawn as a map of them.

    None where the ladder is drawn role by role: it is small, or something is selected, or it
    has but one group.
    """
    from graphs.drawing.family_map import Groups
    from graphs.drawing.view import WHOLE

    if len(ladder.roles) <= WHOLE or not selection.all:
        return None
    groups = Groups.of(ladder)
    return groups if len(groups.groups) > 1 else None


def draw(view: View, theme: Theme) -> str:
    """Write a picture down for Graphviz.

    DOT in which every place is given.
    """
    look, ladder, path = Style(theme), view.ladder, view.path
    shading = Shading.of(view.survey, look) if view.survey else None
    steps = _steps(path)
    marks = _marks(view, look)
    doors = [(gate, marks.gate_label(gate)) for gate in gates(view)]
    labels = {
        role.id: marks.role_label(role)
        or (shading.label(role) if shading else _role_label(role, steps.get(role.id, ()), path))
        for role in view.roles
    }
    squares = Squares.of(view)
    heads = {
        track: lane_label(squares.titled(found) if squares else found.name, view.direction)
        for track, found in ladder.tracks.items()
    }
    plan = layout(view, doors, labels, heads, squares.before(view.direction) if squares else 0)
    if squares:
        plan = squares.beside(plan, view.direction)
    sheet = Canvas(look, plan.height)
    above = heading(view, plan.width, look, shading, marks)
    sheet.heading(above, _about(view, shading, marks))
    marks.put_in_heading(sheet, key_top(view, plan.width, shading, marks) - above.height)
    tracks = {track: place for place, track in enumerate(ladder.tracks)}
    for track, band in plan.lanes.items():
        sheet.band(track, band, look.lane(tracks[track]))
        about = _about_track(ladder.tracks[track])
        tone = look.lane_head(tracks[track]) | about
        sheet.box(f"lane {track}", plan.heads[track], heads[track], tone)
    for role in view.roles:
        plain = look.role(tracks.get(role.track or ""))
        beside = look.role_beside_path if path else plain
        tone = look.role_on_path if role.id in steps else beside
        tone = dict(shading.tone(role.id)) if shading else tone
        tone = {**tone, **marks.role_tone(role.id)}
        tone = tone | (look.role_in_the_middle if role.id == view.selection.around else {})
        about = _about_role(role, shading, marks)
        sheet.box(role.id, plan.roles[role.id], labels[role.id], tone | about)
    for gate, label in doors:
        if label:
            told = told_of_moves(gate.transitions, ladder, marks)
            about = {"id": gate.name.replace(" ", "-"), "tooltip": told}
            sheet.box(gate.name, plan.gates[gate.name], label, {**marks.gate_tone(gate), **about})
    if squares:
        squares.put(sheet, plan, view.direction, look)
    for number, item in view.transitions:
        line = dict(line_of(item.kind))
        if view.path or view.survey:
            line |= look.edge_on_path if number in view.taken else look.edge_beside_path
        line |= marks.line_tone(number, item)
        told = told_of_moves([(number, item)], ladder, marks)
        line |= {"id": f"transition-{number}", "tooltip": told}
        drawn, ends = plan.lines[number], (item.from_role, item.to_role)
        sheet.line(ends, drawn.points, line, head=not drawn.joins)
        marks.put_on_line(sheet, number, ends, drawn, line)
    return sheet.dot()


def _steps(path: GrowthPath | None) -> dict[str, list[tuple[int, Stay]]]:
    """The path's stays in each role, numbered from 1."""
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Sequence[tuple[int, Stay]], path: GrowthPath | None) -> Label:
    return stay_label(role, steps, path) if path and steps else role_label(role)


def _marks(view: View, style: Style) -> Marks:
    if view.others:
        return Ways(view.ladder, style, view.selection.gated_by, view.paths)
    if isinstance(view.survey, Reach):
        shown = frozenset(place for place, _ in view.transitions if view.gates != "off")
        return Standing(view.ladder, style, view.selection.gated_by, view.survey, shown)
    return Marks(view.ladder, style, view.selection.gated_by)


def _about(view: View, shading: Shading | None, marks: Marks) -> str:
    return "\n".join(filter(None, (view.ladder.name, subtitle(view, shading, marks))))


def _about_track(track: Track) -> dict[str, str]:
    return {"id": f"lane-{track.id}", "tooltip": tooltip_text(track.about or track.name)}


def _about_role(role: Role, shading: Shading | None, marks: Marks) -> dict[str, str]:
    names = ", ".join([role.name, *role.aliases])
    told = [shading.told(role.id) if shading else "", *marks.told_of_role(role.id)]
    return {"id": f"role-{role.id}", "tooltip": tooltip_text(names, *told, role.about or "")}
