"""A picture of a ladder in the DOT language, with everything in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphs.answer import GrowthPath, Stay
from ladder import Ladder, Role, Transition

from . import style as look
from .blocks import Box
from .curves import spline
from .gates import gates
from .heading import heading, summary
from .labels import by_weight, gate_label, lane_label, role_label, stay_label
from .layout import HEAD as LANE_HEAD
from .layout import Layout, layout
from .table import Label
from .text import tooltip_text
from .view import View, view_of

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

POINTS_PER_INCH = 72


def draw(ladder: Ladder, path: GrowthPath | None) -> str:
    """Write a picture down for Graphviz.

    Parameters
    ----------
    ladder : Ladder
    path : GrowthPath or None
        The path that is to stand out.

    Returns
    -------
    str
        DOT in which every place is given.
    """
    import graphviz

    view = view_of(ladder, path)
    steps = _steps(path)
    doors = [(gate, gate_label(gate, ladder)) for gate in gates(view)]
    labels = {role.id: _role_label(role, steps.get(role.id, ()), path) for role in view.roles}
    plan = layout(view, doors, labels)
    dot = graphviz.Digraph(graph_attr=look.GRAPH, node_attr=look.NODE, edge_attr=look.EDGE)
    _add_heading(dot, view, plan)
    for track in dict.fromkeys(role.track for role in view.roles):
        with _lane(dot, view, plan, track) as lane:
            for role in (role for role in view.roles if role.track == track):
                tone = _tone(view, role.id in steps, look.ROLE_ON_PATH, look.ROLE_BESIDE_PATH)
                place = _place(plan.roles[role.id], plan)
                about = _about_role(role)
                lane.node(role.id, labels[role.id].markup, **place, **about, **tone)
    for gate, label in doors:
        tone = look.GATE | (look.GATE_ON_PATH if gate.taken else {})
        about = {"id": gate.name.replace(" ", "-")}
        place = _place(plan.gates[gate.name], plan)
        dot.node(gate.name, label.markup, **place, **about, **tone)
    for number, item in view.transitions:
        tone = _tone(view, number in view.taken, look.EDGE_ON_PATH, look.EDGE_BESIDE_PATH)
        line = look.line_of(item.kind)
        drawn = plan.lines[number]
        run = spline(drawn.points, plan.height, head=not drawn.joins, tail="arrowtail" in line)
        end = look.JOINT if drawn.joins else {}
        about = _about_transition(number, item, ladder)
        dot.edge(item.from_role, item.to_role, pos=run, **(line | about | tone | end))
    return str(dot.source)


def _steps(path: GrowthPath | None) -> dict[str, list[tuple[int, Stay]]]:
    """The path's stays in each role, numbered from 1."""
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Sequence[tuple[int, Stay]], path: GrowthPath | None) -> Label:
    return stay_label(role, steps, path) if path and steps else role_label(role)


def _add_heading(dot: Digraph, view: View, plan: Layout) -> None:
    head = heading(view, plan.width)
    box = Box(head.width / 2, -head.height / 2, head.width, head.height)
    about = tooltip_text(view.ladder.name, summary(view.path) if view.path else "")
    dot.node(
        "the heading", head.markup, **_place(box, plan), id="heading", tooltip=about, **look.HEADING
    )


@contextmanager
def _lane(dot: Digraph, view: View, plan: Layout, track: str | None) -> Iterator[Digraph]:
    """The cluster of a track, with its name; roles of no track stand outside of any."""
    if track is None:
        yield dot
        return
    band, label = plan.lanes[track], lane_label(view.ladder.tracks[track].name)
    corners = (band.left, plan.height - band.bottom, band.right, plan.height - band.top)
    place = {"bb": ",".join(f"{corner:.2f}" for corner in corners)}
    with dot.subgraph(name=f"cluster {track}", graph_attr=look.LANE_BOX | place) as lane:
        head = Box(band.left + LANE_HEAD / 2, band.y, LANE_HEAD, band.height)
        name = tooltip_text(view.ladder.tracks[track].about or view.ladder.tracks[track].name)
        lane.node(f"lane {track}", label.markup, **_place(head, plan), tooltip=name, **look.PLAIN)
        yield lane


def _place(box: Box, plan: Layout) -> dict[str, str]:
    return {
        "pos": f"{box.x:.2f},{plan.height - box.y:.2f}",
        "width": f"{box.width / POINTS_PER_INCH:.4f}",
        "height": f"{box.height / POINTS_PER_INCH:.4f}",
    }


def _tone(
    view: View, taken: bool, on_path: dict[str, str], beside: dict[str, str]
) -> dict[str, str]:
    if taken:
        return on_path
    return beside if view.path else {}


def _about_role(role: Role) -> dict[str, str]:
    names = ", ".join([role.name, *role.aliases])
    return {"id": f"role-{role.id}", "tooltip": tooltip_text(names, role.about or "")}


def _about_transition(number: int, item: Transition, ladder: Ladder) -> dict[str, str]:
    """All of a transition in words, for its tooltip."""
    before, after = ladder.roles[item.from_role].name, ladder.roles[item.to_role].name
    needs = [
        f"{ladder.skills[skill].name}: {ladder.level_name(level)}"
        for skill, level in by_weight(item.requires, ladder)
    ]
    lines = [f"{before} → {after} ({item.kind})", f"after {item.months} months", *needs]
    return {"id": f"transition-{number}", "tooltip": tooltip_text(*lines)}
