"""Ladders as a drawing shows them, by names, and drawings written as their programs write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from ladder import Ladder

Levels = dict[str, str]


class Move(NamedTuple):
    """A move by the names of what it joins."""

    source: str
    target: str
    kind: str
    months: int
    requires: tuple[tuple[str, str], ...] = ()


def moves_of(ladder: Ladder, *, gates: bool = True) -> list[Move]:
    """All moves, one for each role that they lead from, in an order of their own."""
    roles = ladder.roles
    return sorted(
        Move(
            roles[source].name,
            roles[item.to_role].name,
            item.kind,
            item.months,
            tuple(sorted(named(ladder, item.requires).items())) if gates else (),
        )
        for _, source, item in ladder.moves()
    )


def named(ladder: Ladder, levels: Any) -> Levels:
    """Skills and levels by their names."""
    return {ladder.skills[key].name: ladder.level_name(level) for key, level in levels.items()}


def tracks_of(ladder: Ladder) -> dict[str, str | None]:
    """Names of tracks by those of the roles in them."""
    return {
        role.name: ladder.tracks[role.track].name if role.track else None
        for role in ladder.roles.values()
    }


class Drawn(NamedTuple):
    """What somebody drew: roles with their tracks, and moves, whose ends are places of roles."""

    roles: Sequence[tuple[str, str | None]]
    moves: Sequence[tuple[int, int, str, int, Levels]]

    def labels(self) -> list[str]:
        """What is written at the arrows."""
        return [
            ", ".join([kind, f"{months} months", *(f"{key}: {at}" for key, at in asked.items())])
            for _, _, kind, months, asked in self.moves
        ]

    def tracks(self) -> dict[str, list[int]]:
        """Places of roles by their tracks."""
        found: dict[str, list[int]] = {}
        for place, (_, track) in enumerate(self.roles):
            if track is not None:
                found.setdefault(track, []).append(place)
        return found

    def arrows(self) -> list[tuple[str, str, str]]:
        """Ends by the ids of boxes, and labels."""
        return [
            (f"n{source}", f"n{target}", label)
            for (source, target, *_), label in zip(self.moves, self.labels(), strict=True)
        ]


def _mermaid(drawn: Drawn) -> str:
    lines = ["flowchart TD"]
    lines += [f'  n{place}["{name}"]' for place, (name, _) in enumerate(drawn.roles)]
    for at, (track, roles) in enumerate(drawn.tracks().items()):
        lines += [f'  subgraph t{at}["{track}"]', *(f"    n{role}" for role in roles), "  end"]
    lines += [f'  {source} -->|"{label}"| {target}' for source, target, label in drawn.arrows()]
    return "\n".join(lines)


def _dot(drawn: Drawn) -> str:
    lines = [f'n{place} [label="{name}"];' for place, (name, _) in enumerate(drawn.roles)]
    for at, (track, roles) in enumerate(drawn.tracks().items()):
        inside = " ".join(f"n{role};" for role in roles)
        lines.append(f'subgraph cluster_{at} {{ label="{track}"; {inside} }}')
    lines += [
        f'{source} -> {target} [label="{label}"];' for source, target, label in drawn.arrows()
    ]
    return "digraph {\n" + "\n".join(lines) + "\n}"


def _graphml(drawn: Drawn) -> str:
    """As networkx writes it."""
    keys = [("label", "node"), ("track", "node"), ("label", "edge")]
    lines = [f'<key id="{owner}-{key}" for="{owner}" attr.name="{key}" attr.type="string"/>'
             for key, owner in keys]  # fmt: skip
    lines.append('<graph edgedefault="directed">')
    for place, (name, track) in enumerate(drawn.roles):
        inner = f'<data key="node-label">{name}</data>'
        inner += f'<data key="node-track">{track}</data>' if track else ""
        lines.append(f'<node id="n{place}">{inner}</node>')
    lines += [
        f'<edge source="{source}" target="{target}"><data key="edge-label">{label}</data></edge>'
        for source, target, label in drawn.arrows()
    ]
    head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    return "\n".join([head, *lines, "</graph></graphml>"])


def _gexf(drawn: Drawn) -> str:
    nodes = [
        f'<node id="f{at}" label={quoteattr(track)}/>' for at, track in enumerate(drawn.tracks())
    ]
    frames = {track: f' pid="f{at}"' for at, track in enumerate(drawn.tracks())}
    nodes += [
        f'<node id="n{place}" label="{name}"{frames.get(track or "", "")}/>'
        for place, (name, track) in enumerate(drawn.roles)
    ]
    edges = [
        f'<edge id="{at}" source="{source}" target="{target}" label="{label}"/>'
        for at, (source, target, label) in enumerate(drawn.arrows())
    ]
    return "\n".join(
        ['<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
         '<graph defaultedgetype="directed"><nodes>', *nodes, "</nodes><edges>", *edges,
         "</edges></graph></gexf>"]
    )  # fmt: skip


def _react_flow(drawn: Drawn) -> str:
    place_of = {track: f"t{at}" for at, track in enumerate(drawn.tracks())}
    at = {"x": 0, "y": 0}
    nodes: list[Any] = [
        {"id": key, "type": "group", "position": at, "data": {"label": track}}
        for track, key in place_of.items()
    ]
    for place, (name, track) in enumerate(drawn.roles):
        node: dict[str, Any] = {"id": f"n{place}", "position": at, "data": {"label": name}}
        nodes.append(node | ({"parentId": place_of[track]} if track else {}))
    edges = [
        {"id": f"e{at}", "source": source, "target": target, "label": label}
        for at, (source, target, label) in enumerate(drawn.arrows())
    ]
    return json.dumps({"nodes": nodes, "edges": edges, "viewport": {"x": 0, "y": 0, "zoom": 1}})


def _cytoscape(drawn: Drawn) -> str:
    place_of = {track: f"t{at}" for at, track in enumerate(drawn.tracks())}
    nodes: list[Any] = [{"data": {"id": key, "label": track}} for track, key in place_of.items()]
    for place, (name, track) in enumerate(drawn.roles):
        inside = {"parent": place_of[track]} if track else {}
        nodes.append({"data": {"id": f"n{place}", "label": name, **inside}})
    edges = [
        {"data": {"source": source, "target": target, "label": label}}
        for source, target, label in drawn.arrows()
    ]
    return json.dumps({"elements": {"nodes": nodes, "edges": edges}})


def _vis(drawn: Drawn) -> str:
    nodes = [
        {"id": place, "label": name, **({"group": track} if track else {})}
        for place, (name, track) in enumerate(drawn.roles)
    ]
    edges = [
        {"from": source, "to": target, "arrows": "to", "label": label}
        for (source, target, *_), label in zip(drawn.moves, drawn.labels(), strict=True)
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def _json_graph(drawn: Drawn) -> str:
    nodes = {
        f"n{place}": {"label": name, "metadata": {"track": track} if track else {}}
        for place, (name, track) in enumerate(drawn.roles)
    }
    edges = [
        {"source": source, "target": target, "relation": label}
        for source, target, label in drawn.arrows()
    ]
    return json.dumps({"graph": {"directed": True, "nodes": nodes, "edges": edges}})


def _canvas(drawn: Drawn) -> str:
    size = {"width": 100, "height": 50}
    nodes: list[Any] = []
    for row, (track, roles) in enumerate(drawn.tracks().items()):
        wide = {"x": 0, "y": row * 200, "width": 200 * len(roles), "height": 100}
        nodes.append({"id": f"t{row}", "type": "group", "label": track, **wide})
        for column, place in enumerate(roles):
            at = {"x": column * 200 + 50, "y": row * 200 + 25}
            text = drawn.roles[place][0]
            nodes.append({"id": f"n{place}", "type": "text", "text": text, **at, **size})
    for place, (name, track) in enumerate(drawn.roles):
        if track is None:
            at = {"x": -1000, "y": place * 100}
            nodes.append({"id": f"n{place}", "type": "text", "text": name, **at, **size})
    edges = [
        {"id": f"e{at}", "fromNode": source, "toNode": target, "label": label}
        for at, (source, target, label) in enumerate(drawn.arrows())
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


WRITERS: dict[str, Callable[[Drawn], str]] = {
    "drawn.mmd": _mermaid,
    "drawn.dot": _dot,
    "drawn.graphml": _graphml,
    "drawn.gexf": _gexf,
    "flow.json": _react_flow,
    "cytoscape.json": _cytoscape,
    "vis.json": _vis,
    "graph.json": _json_graph,
    "drawn.canvas": _canvas,
}
"""Each dialect by the file that it is written to."""
