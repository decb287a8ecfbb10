"""The parts of a ladder file, from the nodes, edges and attributes of a node-link graph."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from ladder.document import Fault
from ladder.ids import in_words, is_id, to_id
from ladder.nearest import Hints
from ladder.shapes import mapping_at
from ladder.wording import quoted, short

from .node_link_attributes import MORE, OF_ACTIVITY, OF_EDGE, OF_GRAPH, OF_NODE, renamed

NodeId: TypeAlias = str | int | float


class Converter:
    """Goes through a graph that has the shape of one, and makes the data of a ladder file.

    Parameters
    ----------
    root : mapping
        The graph's plain data, found to have the shape of one.
    file : str
        Its file's name.
    months : int or None
        Of edges that do not say.

    Attributes
    ----------
    faults : list of Fault
        What is wrong with the graph itself.
    node_of : dict of str to int
        From role id to the place of its node.
    edge_of : list of int
        For each transition, the place of its edge.
    edge_key : str
        Under which the file has its edges.
    """

    def __init__(self, root: Mapping[str, Any], file: str, months: int | None) -> None:
        self.root = root
        self.graph = mapping_at(root, "graph")
        self.nodes: list[dict[str, Any]] = root["nodes"]
        self.edge_key = "edges" if "edges" in root else "links"
        self.edges: list[dict[str, Any]] = root[self.edge_key]
        self.both_ways = root.get("directed") is False
        self.months = months
        self.name = in_words(to_id(os.path.splitext(file)[0])) or "Graph"
        self.faults: list[Fault] = []
        self.ids = self._role_ids()
        self.node_of = {role: self.nodes_by_id[key] for key, role in self.ids.items()}
        self.edge_of: list[int] = []

    def ladder(self) -> dict[str, Any]:
        """Data of a ladder file, which may have faults of its own."""
        graph = renamed(self.graph, OF_GRAPH)
        for group in ("skills", "tracks"):
            if group in graph or any(f"{group}_{key}" in self.graph for key in MORE[group]):
                graph[group] = self._named(group)
        if graph.get("levels") == []:  # of a ladder without skills
            del graph["levels"]
        activities = mapping_at(self.graph, "activities")
        return {
            "name": self.name,
            **graph,
            "roles": {role: self._role(role, place) for role, place in self.node_of.items()},
            "transitions": list(self._transitions()),
            "activities": {key: _activity(value) for key, value in activities.items()},
        }

    def _role_ids(self) -> dict[NodeId, str]:
        """Ids of roles by those of nodes: the same where they can be, else made of their words."""
        self.nodes_by_id: dict[NodeId, int] = {}
        for place, node in enumerate(self.nodes):
            key = node.get("id", place)  # as networkx numbers those without
            if key in self.nodes_by_id:
                at = ("nodes", place, "id") if "id" in node else ("nodes", place)
                self.faults.append(Fault(at, f"the node id {_shown(key)} was given before"))
            self.nodes_by_id.setdefault(key, place)
        taken = {key for key in self.nodes_by_id if isinstance(key, str) and is_id(key)}
        ids: dict[NodeId, str] = {key: key for key in taken}
        numbers: dict[str, int] = {}
        for key, place in self.nodes_by_id.items():
            if key in ids:
                continue
            candidate = stem = to_id(str(key))
            if not stem:
                message = f"the node id {_shown(key)} needs a letter or a digit"
                self.faults.append(Fault(("nodes", place, "id"), message))
                continue
            while candidate in taken:
                numbers[stem] = numbers.get(stem, 1) + 1
                candidate = f"{stem}-{numbers[stem]}"
            taken.add(candidate)
            ids[key] = candidate
        return {key: ids[key] for key in self.nodes_by_id if key in ids}

    def _role(self, role: str, place: int) -> dict[str, Any]:
        node = self.nodes[place]
        made = renamed(node, OF_NODE)
        key = node.get("id", place)
        label = node.get("label")
        if "name" not in made and isinstance(label, str) and label.strip():
            made["name"] = label
        elif "name" not in made and key != role:
            made["name"] = str(key)
        ranges = mapping_at(node, "develops_ranges")
        develops = made.get("develops")
        if isinstance(develops, dict):
            made["develops"] = {
                skill: _with_ranges(levels, mapping_at(ranges, skill))
                for skill, levels in develops.items()
            }
        for skill, levels in ranges.items():
            for level in levels:
                if level not in mapping_at(develops, skill):
                    message = "develops gives no months that this could be the range of"
                    at = ("nodes", place, "develops_ranges", skill, level)
                    self.faults.append(Fault(at, message, at_key=True))
        return made

    def _transitions(self) -> Iterator[dict[str, Any]]:
        """Transitions in the order that the edges tell, else as they stand in the file."""
        hints = Hints()
        texts = [key for key in self.nodes_by_id if isinstance(key, str)]
        self._check_months()
        for place in sorted(range(len(self.edges)), key=self._order):
            edge = self.edges[place]
            unknown = [end for end in ("source", "target") if edge[end] not in self.nodes_by_id]
            for end in unknown:
                hint = hints.hint(edge[end], texts) if isinstance(edge[end], str) else ""
                message = f"no node {_shown(edge[end])}{hint}"
                self.faults.append(Fault((self.edge_key, place, end), message))
            ends = edge["source"], edge["target"]
            if unknown or is_loop(edge) or not all(end in self.ids for end in ends):
                continue
            move = _with_range({"months": self.months or 0} | renamed(edge, OF_EDGE), edge)
            move["from"], move["to"] = (self.ids[end] for end in ends)
            self.edge_of.append(place)
            yield move
            if self.both_ways:
                self.edge_of.append(place)
                yield move | {"from": move["to"], "to": move["from"]}

    def _check_months(self) -> None:
        without = [
            place
            for place, edge in enumerate(self.edges)
            if edge.get("months") is None and not is_loop(edge)
        ]
        if without and self.months is None:
            more = f" here and in {len(without) - 1:,} more" if without[1:] else ""
            message = (
                f"months is missing{more}: how long does one serve before the move? Add it, or "
                "give one figure for all edges without, by --months"
            )
            self.faults.append(Fault((self.edge_key, without[0]), message))

    def _order(self, place: int) -> float:
        told = self.edges[place].get("transition")
        return told if isinstance(told, int | float) else float("inf")

    def _named(self, group: str) -> dict[str, Any]:
        """Skills or tracks, with what is said of them."""
        named = mapping_at(self.graph, group)
        more = {part: mapping_at(self.graph, f"{group}_{part}") for part in MORE[group]}
        for part, said in more.items():
            for key in said.keys() - named.keys():
                at = ("graph", f"{group}_{part}", key)
                self.faults.append(Fault(at, f"no {group[:-1]} {quoted(key)} in {group}", True))
        told = {
            key: {part: said[key] for part, said in more.items() if key in said} for key in named
        }
        return {
            key: {"name": name, **told[key]} if told[key] else name for key, name in named.items()
        }


def _activity(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return _with_range(renamed(value, OF_ACTIVITY), value)


def _with_range(made: dict[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    between = item.get("months_range")
    if between is not None and "months" in made:
        made["months"] = {"typical": made["months"], "range": between}
    return made


def _with_ranges(levels: Any, ranges: Mapping[str, Any]) -> Any:
    if not isinstance(levels, dict):
        return levels
    return {
        level: {"typical": months, "range": ranges[level]} if level in ranges else months
        for level, months in levels.items()
    }


def is_loop(edge: Mapping[str, Any]) -> bool:
    """Tell whether an edge leads from a node to itself."""
    return bool(edge["source"] == edge["target"])


def _shown(key: NodeId) -> str:
    return quoted(key) if isinstance(key, str) else short(str(key))
