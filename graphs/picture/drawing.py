"""A picture of a ladder in the DOT language, with everything in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphs.answer import GrowthPath, Stay
from graphs.survey import Into, Reach
from ladder import Ladder, Role, Transition

from .blocks import Box
from .curves import spline
from .gates import gates
from .heading import heading, subtitle
from .labels import by_weight, gate_label, lane_label, role_label, stay_label
from .layout import LANE_PAD, Layout, layout
from .shading import Shading
from .style import JOINT, Style, line_of
from .table import Label
from .text import isolated, tooltip_text
from .themes import Theme
from .view import View, view_of

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

POINTS_PER_INCH = 72


def draw(ladder: Ladder, path: GrowthPath | None, survey: Reach | Into | None, theme: Theme) -> str:
    """Write a picture down for Graphviz.

    Parameters
    ----------
    ladder : Ladder
    path : GrowthPath or None
        The path that is to stand out.
    survey : Reach or Into or None
        What the roles are to be shaded by.
    theme : Theme
        Its colours.

    Returns
    -------
    str
        DOT in which every place is given.
    """
    import graphviz

    look = Style(theme)
    view = view_of(ladder, path, survey)
    shading = Shading.of(survey, look) if survey else None
    steps = _steps(path)
    doors = [(gate, gate_label(gate, ladder)) for gate in gates(view)]
    labels = {
        role.id: shading.label(role) if shading else _role_label(role, steps.get(role.id, ()), path)
        for role in view.roles
    }
    heads = {track: lane_label(found.name) for track, found in ladder.tracks.items()}
    plan = layout(view, doors, labels, heads)
    dot = graphviz.Digraph(graph_attr=look.graph, node_attr=look.node, edge_attr=look.edge)
    _add_heading(dot, view, plan, look, shading)
    tracks = {track: place for place, track in enumerate(ladder.tracks)}
    for track in dict.fromkeys(role.track for role in view.roles):
        with _lane(dot, view, plan, track, heads, look) as lane:
            for role in (role for role in view.roles if role.track == track):
                plain = look.role(tracks.get(role.track or ""))
                beside = look.role_beside_path if path else plain
                tone = look.role_on_path if role.id in steps else beside
                tone = dict(shading.tone(role.id)) if shading else tone
                place = _place(plan.roles[role.id], plan)
                about = _about_role(role, shading)
                lane.node(role.id, **_written(labels[role.id]), **place, **about, **tone)
    for gate, label in doors:
        tone = look.gate_on_path if gate.taken else look.gate
        about = {"id": gate.name.replace(" ", "-")}
        place = _place(plan.gates[gate.name], plan)
        dot.node(gate.name, **_written(label), **place, **about, **tone)
    for number, item in view.transitions:
        line = line_of(item.kind)
        if view.path or view.survey:
            taken = number in view.taken
            drawn_as = look.edge_on_path if taken else look.edge_beside_path
            line = {**line, **drawn_as}
        drawn = plan.lines[number]
        run = spline(drawn.points, plan.height, head=not drawn.joins, tail="arrowtail" in line)
        end = JOINT if drawn.joins else {}
        about = _about_transition(number, item, ladder)
        dot.edge(item.from_role, item.to_role, pos=run, **{**line, **about, **end})
    return str(dot.source)


def _steps(path: GrowthPath | None) -> dict[str, list[tuple[int, Stay]]]:
    """The path's stays in each role, numbered from 1."""
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Sequence[tuple[int, Stay]], path: GrowthPath | None) -> Label:
    return stay_label(role, steps, path) if path and steps else role_label(role)


def _add_heading(
    dot: Digraph, view: View, plan: Layout, look: Style, shading: Shading | None
) -> None:
    head = heading(view, plan.width, look, shading)
    box = Box(head.width / 2, -head.height / 2, head.width, head.height)
    about = tooltip_text(view.ladder.name, subtitle(view, shading))
    dot.node(
        "the heading", head.markup, **_place(box, plan), id="heading", tooltip=about, **look.heading
    )


@contextmanager
def _lane(
    dot: Digraph,
    view: View,
    plan: Layout,
    track: str | None,
    heads: Mapping[str, Label],
    look: Style,
) -> Iterator[Digraph]:
    """The cluster of a track, with its name; roles of no track stand outside of any."""
    if track is None:
        yield dot
        return
    band, label = plan.lanes[track], heads[track]
    hue = list(view.ladder.tracks).index(track)
    corners = (band.left, plan.height - band.bottom, band.right, plan.height - band.top)
    place = {"bb": ",".join(f"{corner:.2f}" for corner in corners)}
    with dot.subgraph(name=f"cluster {track}", graph_attr=look.lane(hue) | place) as lane:
        head = Box(band.left + LANE_PAD + label.width / 2, band.y, label.width, label.height)
        name = tooltip_text(view.ladder.tracks[track].about or view.ladder.tracks[track].name)
        lane.node(
            f"lane {track}", label.markup, **_place(head, plan), tooltip=name, **look.lane_head(hue)
        )
        yield lane


def _place(box: Box, plan: Layout) -> dict[str, str]:
    return {
        "pos": f"{box.x:.2f},{plan.height - box.y:.2f}",
        "width": f"{box.width / POINTS_PER_INCH:.4f}",
        "height": f"{box.height / POINTS_PER_INCH:.4f}",
    }


def _written(label: Label) -> dict[str, str]:
    return {"label": label.markup, "fontsize": str(label.size)}


def _about_role(role: Role, shading: Shading | None) -> dict[str, str]:
    names = ", ".join([role.name, *role.aliases])
    told = shading.told(role.id) if shading else ""
    return {"id": f"role-{role.id}", "tooltip": tooltip_text(names, told, role.about or "")}


def _about_transition(number: int, item: Transition, ladder: Ladder) -> dict[str, str]:
    """All of a transition in words, for its tooltip."""
    ends = (isolated(ladder.roles[end].name) for end in (item.from_role, item.to_role))
    needs = [
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(item.requires, ladder)
    ]
    served = [f"after {item.months} months"] if item.months else []
    lines = [f"{' → '.join(ends)} ({isolated(item.kind)})", *served, *needs]
    return {"id": f"transition-{number}", "tooltip": tooltip_text(*lines)}
