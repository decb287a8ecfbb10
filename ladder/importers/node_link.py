"""Node-link JSON, as networkx writes graphs, turned into a ladder.

The graph is made into the data of a ladder file, which is checked like any other; its faults are
then moved to where in the graph they come from.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from ladder.files.builder import build_ladder
from ladder.files.document import Document, Fault, Steps
from ladder.files.reader import read_document
from ladder.files.schema import shape_faults
from ladder.files.text import FilePath, read_bytes
from ladder.files.validation import mapping_at, sense_faults
from ladder.matching import Hints, in_words, is_id, to_id
from ladder.model import ANY, MOST_MONTHS
from ladder.whole import whole
from ladder.wording import counted, quoted, short, some

from .assumptions import BadAssumptions, Imported, whole_number_faults
from .attributes import completed


def _alike(keys: str) -> dict[str, str]:
    """Attributes that are called as the keys of a ladder file are."""
    return {key: key for key in keys.split()}


# From an attribute to a key of the ladder file; "source" is an end of an edge in node-link JSON.
OF_GRAPH = {**_alike("name about levels currency skills tracks ignore"), "citation": "source"}
OF_NODE = {
    **_alike("name about url aliases track rank final expects develops develops_after confidence"),
    "citation": "source",
}
OF_EDGE = {
    **_alike("months kind requires confidence"),
    **{"source": "from", "target": "to", "citation": "source"},
}
OF_ACTIVITY = {
    **_alike("name about url kind months cost requires develops confidence"),
    "citation": "source",
}

MORE = {"skills": ("about", "group", "levels"), "tracks": ("about", "family")}
"""What is said of skills and of tracks beside their names, each in an attribute of its own."""

ALSO_READ = {
    "nodes": {"id", "label", "develops_ranges"},
    "edges": {"key", "transition", "from", "months_range"},
    "the graph": {
        *(f"{group}_{part}" for group, parts in MORE.items() for part in parts),
        *("levels_about", "activities", "edgeless"),
    },
    "the file": {"directed", "multigraph", "graph", "nodes"},
    "activities": {"months_range"},
}
_OWN = ("source", "from", "key")
"""What the edges of one transition need not have in common."""

NodeId: TypeAlias = str | int | float


class _Edge(NamedTuple):
    """An edge, or a transition without any, and where it stands in the file."""

    steps: Steps
    edge: Mapping[str, Any]


def import_node_link(
    path: FilePath, *, months: int | None = None, levels: Sequence[str] | None = None
) -> Imported:
    """Turn a graph in node-link JSON into a ladder: its nodes are roles, its edges transitions.

    Of what ``ladder export`` has written it makes the same ladder, and guesses nothing. Of other
    graphs it takes the attributes that `graphs.build` tells of, makes ids of nodes that have other
    texts or numbers for theirs, and reads ``links`` for ``edges``, as older versions of networkx
    and D3 call them. Tracks, skills and levels may stand by their names at the roles and moves
    alone: a gate may be ``{"SQL": 3}``, ``["SQL"]`` or ``"SQL: working; Python: expert"``.
    ``levels`` names the levels of skills, the lowest first, where words do not tell their order.
    Edges of an undirected graph lead both ways; where a file does not say what it is, as D3's do
    not, they lead from ``source`` to ``target``.

    >>> import_node_link("nowhere.json")
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.json
    """
    file = os.fspath(path)
    document = read_document(read_bytes(path), file, json=True)
    document.check(shape_faults("node-link", document.root))
    if "edges" not in document.root and "links" not in document.root:
        document.check([Fault((), "edges is missing: a node-link graph needs nodes and edges")])
    return ladder_of(document, months=months, levels=levels)


def ladder_of(document: Document, *, months: int | None, levels: Sequence[str] | None) -> Imported:
    """Make a ladder of a graph that has the shape of node-link JSON."""
    months = whole(months)
    figures = {} if months is None else {"months": (months, MOST_MONTHS)}
    if faults := whole_number_faults(figures):
        raise BadAssumptions(faults)
    root, remarks, asked = completed(document.root, levels)
    made = _Converter(root, os.path.basename(document.file), months)
    made.faults += [Fault((), fault) for fault in asked]
    data = made.ladder()
    found = [*shape_faults("ladder", data), *sense_faults(data)] if not asked else []
    document.check([*made.faults, *(_in_graph(fault, document.root, made) for fault in found)])
    return Imported(build_ladder(data), (*_guesses(made), *remarks))


class _Converter:
    """Goes through a graph that has the shape of one, and makes the data of a ladder file."""

    def __init__(self, root: Mapping[str, Any], file: str, months: int | None) -> None:
        self.root = root
        self.graph = mapping_at(root, "graph")
        self.nodes: list[dict[str, Any]] = root["nodes"]
        self.edge_key = "edges" if "edges" in root else "links"
        self.edges: list[dict[str, Any]] = root[self.edge_key]
        self.both_ways = root.get("directed") is False
        self.months = months  # of edges that do not say
        self.name = in_words(to_id(os.path.splitext(file)[0])) or "Graph"
        self.faults: list[Fault] = []  # of the graph itself
        self.ids = self._role_ids()
        self.node_of = {role: self.nodes_by_id[key] for key, role in self.ids.items()}
        self.of_track: dict[str, set[str]] = {}
        for role, place in self.node_of.items():
            if isinstance(track := self.nodes[place].get("track"), str):
                self.of_track.setdefault(track, set()).add(role)
        self.edges_of: list[list[Steps]] = []  # of each transition
        self.narrowed = 0  # transitions that were open to all

    def ladder(self) -> dict[str, Any]:
        """Data of a ladder file, which may have faults of its own."""
        graph = _as_keys(self.graph, OF_GRAPH)
        for group in ("skills", "tracks"):
            if group in graph or any(f"{group}_{key}" in self.graph for key in MORE[group]):
                graph[group] = self._named(group)
        if graph.get("levels") == []:  # of a ladder without skills
            del graph["levels"]
        if "levels_about" in self.graph:
            graph["levels"] = self._levels(graph.get("levels", []))
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
        made = _as_keys(node, OF_NODE)
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

    def _levels(self, names: Any) -> Any:
        """Levels, with what they mean in general."""
        about: dict[str, Any] = self.graph["levels_about"]
        if not isinstance(names, list):
            return names
        for key in about:
            if key not in map(str, range(1, len(names) + 1)):
                message = f"no level {quoted(key)}; expected a number from 1 to {len(names)}"
                self.faults.append(Fault(("graph", "levels_about", key), message, at_key=True))
        return [
            {"name": name, "about": about[str(number)]} if str(number) in about else name
            for number, name in enumerate(names, start=1)
        ]

    def _transitions(self) -> Iterator[dict[str, Any]]:
        """Transitions in the order that the edges tell, else as they stand in the file."""
        self._check_months()
        for edges in self._folded():
            edge = edges[0].edge
            move = _with_range({"months": self.months or 0} | _as_keys(edge, OF_EDGE), edge)
            move["from"], move["to"] = self._sources(edges), self.ids[edge["target"]]
            self.edges_of.append([each.steps for each in edges])
            yield move
            if self.both_ways:
                self.edges_of.append([each.steps for each in edges])
                yield move | {"from": move["to"], "to": move["from"]}

    def _folded(self) -> Iterable[list[_Edge]]:
        """Edges between nodes that there are, those of one transition together."""
        hints = Hints()
        texts = [key for key in self.nodes_by_id if isinstance(key, str)]
        folded: dict[Hashable, list[_Edge]] = {}
        alike: Counter[Hashable] = Counter()
        for each in sorted(self._edges(), key=_order):
            ends = [end for end in ("source", "target") if end in each.edge]
            unknown = [end for end in ends if each.edge[end] not in self.nodes_by_id]
            for end in unknown:
                named = each.edge[end]
                hint = hints.hint(named, texts) if isinstance(named, str) else ""
                self.faults.append(Fault((*each.steps, end), f"no node {_shown(named)}{hint}"))
            if (
                unknown
                or _is_loop(each.edge)
                or any(each.edge[end] not in self.ids for end in ends)
            ):
                continue
            key: Hashable = each.steps
            if _is_of_several(each.edge) and not self.both_ways:
                rest = {name: value for name, value in each.edge.items() if name not in _OWN}
                key = json.dumps(rest, sort_keys=True)
                alike[key, each.edge.get("source")] += 1
                # A second edge from the same role is none of this transition.
                key = (key, alike[key, each.edge.get("source")])
            folded.setdefault(key, []).append(each)
        return folded.values()

    def _edges(self) -> Iterator[_Edge]:
        for place, edge in enumerate(self.edges):
            yield _Edge((self.edge_key, place), edge)
        for place, edge in enumerate(self.graph.get("edgeless", ())):
            yield _Edge(("graph", "edgeless", place), edge)

    def _sources(self, edges: Sequence[_Edge]) -> str | list[str]:
        """What a transition leads from, in the order that its edges tell."""
        told = edges[0].edge.get("from")
        sources = [self.ids[each.edge["source"]] for each in edges if "source" in each.edge]
        if not sources:
            return ANY
        if told == ANY and _is_of_several(edges[0].edge):
            if self._are_all(sources, self.ids[edges[0].edge["target"]]):
                return ANY
            self.narrowed += 1
        elif isinstance(told, list) and len(sources) > 1:
            sources.sort(key=lambda role: told.index(role) if role in told else len(told))
        return sources if len(sources) > 1 else sources[0]

    def _are_all(self, sources: Sequence[str], target: str) -> bool:
        """Tell whether a move into a role leads from each that one open to all would lead from."""
        track = self.nodes[self.node_of[target]].get("track")
        barred = self.of_track[track] if isinstance(track, str) else {target}
        return len(sources) + len(barred) == len(self.node_of) and barred.isdisjoint(sources)

    def _check_months(self) -> None:
        without = [
            each.steps
            for each in self._edges()
            if each.edge.get("months") is None and not _is_loop(each.edge)
        ]
        if without and self.months is None:
            more = f" here and in {len(without) - 1:,} more" if without[1:] else ""
            message = (
                f"months is missing{more}: how long does one serve before the move? Add it, or "
                "give one figure for all edges without, by the argument months"
            )
            self.faults.append(Fault(without[0], message))

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
    return _with_range(_as_keys(value, OF_ACTIVITY), value)


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


def _is_loop(edge: Mapping[str, Any]) -> bool:
    """Tell whether an edge leads from a node to itself."""
    return bool(edge.get("source") == edge["target"])


def _order(each: _Edge) -> float:
    told = each.edge.get("transition")
    return told if isinstance(told, int | float) else float("inf")


def _is_of_several(edge: Mapping[str, Any]) -> bool:
    """Tell whether an edge is one of several by which a transition was written."""
    place, sources = edge.get("transition"), edge.get("from")
    return isinstance(place, int) and (sources == ANY or isinstance(sources, list))


def _shown(key: NodeId) -> str:
    return quoted(key) if isinstance(key, str) else short(str(key))


def _as_keys(item: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """What of an item a ladder file has a key for, under that key.

    >>> _as_keys({"citation": "a book", "colour": "red", "rank": None}, OF_NODE)
    {'source': 'a book'}
    """
    return {names[key]: value for key, value in item.items() if key in names and value is not None}


def _in_graph(fault: Fault, root: Mapping[str, Any], made: _Converter) -> Fault:
    """Move a fault to the graph that the data were made of, at the nearest that it has."""
    steps = _origin(fault.steps, root, made)
    if not _leads_somewhere(root, steps):
        steps = _range_apart(steps)
    whole = steps
    while not _leads_somewhere(root, steps):
        steps = steps[:-1]
    message = fault.message
    if fault.steps and message.startswith(f"{fault.steps[-1]}: "):
        message = f"{whole[-1]}{message.removeprefix(str(fault.steps[-1]))}"
    return Fault(steps, message, fault.at_key and steps == whole)


def _origin(steps: Steps, root: Mapping[str, Any], made: _Converter) -> Steps:
    match steps:
        case ("roles", str(role)):
            return ("nodes", made.node_of[role], "id")
        case ("roles", str(role), key, *rest):
            return ("nodes", made.node_of[role], _attribute(OF_NODE, key), *rest)
        case ("transitions", int(place), "from", int(number)):
            return (*made.edges_of[place][number], "source")
        case ("transitions", int(place), *rest):
            return (*made.edges_of[place][0], *_as_attributes(OF_EDGE, rest))
    return ("graph", *_at_graph(steps, made))


def _at_graph(steps: Steps, made: _Converter) -> Steps:
    match steps:
        case ("activities", key, *rest):
            return ("activities", key, *_as_attributes(OF_ACTIVITY, rest))
        case ("skills" | "tracks" as group, key, str(part), *rest):
            if key in mapping_at(made.graph, f"{group}_{part}"):
                return (f"{group}_{part}", key, *rest)
        case ("levels", int(place), "about"):
            return ("levels_about", str(place + 1))
    return _as_attributes(OF_GRAPH, steps)


def _as_attributes(names: Mapping[str, str], steps: list[str | int] | Steps) -> Steps:
    return (_attribute(names, steps[0]), *steps[1:]) if steps else ()


def _attribute(names: Mapping[str, str], key: str | int) -> str | int:
    return next((name for name, theirs in names.items() if theirs == key), key)


def _range_apart(steps: Steps) -> Steps:
    """The same where typical months and their range stand side by side, in two attributes."""
    *before, last = steps or ("",)
    if last == "typical":
        return tuple(before)
    if "range" not in steps[-2:]:  # the range itself, or one of its ends
        return steps
    end = max(place for place, step in enumerate(steps) if step == "range")
    item = 3 if steps[0] == "graph" else 2  # ("graph", "activities", id) or ("nodes", place)
    apart = "develops_ranges" if steps[item] == "develops" else "months_range"
    return (*steps[:item], apart, *steps[item + 1 : end], *steps[end + 1 :])


def _leads_somewhere(value: Any, steps: Steps) -> bool:
    for step in steps:
        if isinstance(value, dict):
            if step not in value:
                return False
        elif not isinstance(value, list) or not isinstance(step, int) or step >= len(value):
            return False
        value = value[step]
    return True


def _guesses(made: _Converter) -> Iterator[str]:
    """Tell what was guessed and left out: nothing of a graph that a ladder was exported to."""
    if made.graph.get("name") is None:
        yield f"Guessed: the ladder's name, from the file's: {made.name}"
    renamed = [(key, role) for key, role in made.ids.items() if str(key) != role]
    if renamed:
        key, role = renamed[0]
        such = f"such as {short(role)} for {quoted(str(key))}"
        yield f"Guessed: ids of {counted(len(renamed), 'role')}, {such}"
    if made.both_ways:
        yield "Guessed: each edge is a move both ways, as the graph is undirected"
    elif "directed" not in made.root:
        yield "Guessed: edges lead from source to target, as the file does not say"
    if made.narrowed:
        narrowed = counted(made.narrowed, "transition")
        yield f"Guessed: {narrowed} open to all lead from some roles alone, as not all have an edge"
    moves = [edge for edge in made.edges if not _is_loop(edge)]
    without = [edge for edge in moves if edge.get("months") is None]
    if without:
        edges = counted(len(without), "edge")
        yield f"Assumed: {made.months} months before the moves of {edges} without"
    without = [edge for edge in moves if edge.get("kind") is None]
    if without:
        yield f"Guessed: the kind lateral for {counted(len(without), 'edge')} without"
    if loops := len(made.edges) - len(moves):
        yield f"Left out: {counted(loops, 'edge')} from a node to itself"
    if unread := _unread(made):
        yield f"Left out, as a ladder has no place for it: {'; '.join(unread)}"


def _unread(made: _Converter) -> list[str]:
    """Attributes that are not used, by what has them."""
    groups: list[tuple[str, Iterable[Mapping[str, Any]], Mapping[str, str]]] = [
        ("nodes", made.nodes, OF_NODE),
        ("edges", made.edges, OF_EDGE),
        ("activities", mapping_at(made.graph, "activities").values(), OF_ACTIVITY),
        ("the graph", [made.graph], OF_GRAPH),
        ("the file", [made.root], {made.edge_key: ""}),
    ]
    told = []
    for owner, items, known in groups:
        read = ALSO_READ[owner] | known.keys()
        unread = dict.fromkeys(key for item in items for key in item if key not in read)
        if unread:
            told.append(f"{some([short(key) for key in unread])} of {owner}")
    return told
