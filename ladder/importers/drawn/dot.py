"""Graphs in DOT, the language of Graphviz, read by pydot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ladder.errors import LadderError
from ladder.files.document import START, At

from .drawing import Arrow, Box, Drawing, Lines, plain_text, tidy
from .labels import read_label

MOST_CHARACTERS = 1_000_000
"""pydot reads about as many in a minute."""

_DEFAULTS = ("node", "edge", "graph")
_KIND = re.compile(r" → .*\(([^()]+)\)$")
_MISSING = "files in DOT are read by pydot: pip install 'career-ladder[dot]'"
_BREAK = re.compile(r"\\[nlr]")


def read_dot(text: str, file: str) -> Drawing:
    """Read a graph, or a picture that ``ladder draw`` wrote."""
    drawing = Drawing(file)
    if len(text) > MOST_CHARACTERS:
        drawing.refuse(f"this is longer than {MOST_CHARACTERS:,} characters; draw less of it")
    graph = _parsed(text, drawing)
    _Reader(drawing, text, graph).read()
    return drawing


def _parsed(text: str, drawing: Drawing) -> Mapping[str, Any]:
    try:
        from pydot.dot_parser import GraphParser
        from pyparsing import ParseBaseException
    except ImportError:
        raise LadderError(_MISSING) from None
    try:
        graphs = list(GraphParser.parser.parse_string(text))
    except ParseBaseException as error:
        at = At(error.lineno - 1, error.column - 1)
        drawing.refuse("this is not understood; expected DOT, such as a -> b [label=x];", at)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        drawing.refuse("this is no DOT that pydot reads")  # which does not refuse all by itself
    if len(graphs) > 1:
        drawing.remarks.append("Left out: all graphs of the file but the first")
    found: Mapping[str, Any] = graphs[0].obj_dict
    return found


class _Reader:
    """Goes through a graph, and the graphs within."""

    def __init__(self, drawing: Drawing, text: str, graph: Mapping[str, Any]) -> None:
        self.drawing = drawing
        self.graph = graph
        self.text = text
        self.lines = Lines(text)
        self.directed = graph["type"] == "digraph"
        self.attributes: dict[str, dict[str, Any]] = {}
        self.frame_of: dict[str, str] = {}

    def read(self) -> None:
        """Read all, and hand over what was drawn."""
        name = _value(self.graph.get("attributes", {}).get("label")) or ""
        self.drawing.name = name or None
        self._collect(self.graph, None)
        ours = any(
            "id" in data and data["id"].startswith("role-") for data in self.attributes.values()
        )
        if ours:
            self._tell_of_ours()
        for key, data in self.attributes.items():
            if ours and not data.get("id", "").startswith("role-"):
                continue  # a heading, a lane, a gate
            self.drawing.add_box(self._box(key, data, ours))
        for arrow in self._arrows(self.graph, ours):
            if not ours or (
                arrow.source in self.drawing.boxes and arrow.target in self.drawing.boxes
            ):
                self.drawing.add_arrow(arrow)
        if not self.directed:
            self.drawing.remarks.append(
                "Guessed: lines lead as they are written, as the graph is undirected"
            )

    def _tell_of_ours(self) -> None:
        """The name in the heading; and tracks, which one sees by where boxes stand."""
        headings = [one for one in self.attributes.values() if one.get("id") == "heading"]
        if headings:
            self.drawing.name = tidy(headings[0].get("tooltip", "")) or None
        lanes = sum(one.get("id", "").startswith("lane-") for one in self.attributes.values())
        if lanes:
            self.drawing.remarks.append(
                "Left out: tracks, which this picture shows by place alone; ladder export keeps all"
            )

    def _collect(self, graph: Mapping[str, Any], frame: str | None) -> None:
        label = _value(graph.get("attributes", {}).get("label"))
        name = graph.get("name") or ""
        if graph is not self.graph and label:
            frame = _unquoted(name) or label
            self.drawing.frames.setdefault(frame, tidy(label))
        for key, items in graph["nodes"].items():
            if key in _DEFAULTS:
                continue
            for item in items:
                self._seen(_node(key), item.get("attributes", {}), frame)
        for items in graph["edges"].values():
            for item in items:
                for end in item["points"]:
                    for key in self._ends(end, frame):
                        self._seen(key, {}, frame)
        for items in graph["subgraphs"].values():
            for item in items:
                self._collect(item, frame)

    def _seen(self, key: str, attributes: Mapping[str, Any], frame: str | None) -> None:
        held = self.attributes.setdefault(key, {})
        held |= {name: _value(value) or "" for name, value in attributes.items()}
        if frame is not None:
            self.frame_of.setdefault(key, frame)

    def _ends(self, end: Any, frame: str | None = None) -> Iterator[str]:
        """Boxes that an arrow leads from or to: one, or all of a group in braces."""
        if isinstance(end, Mapping):
            self._collect(end, frame) if frame is not None else None
            yield from (_node(key) for key in end["nodes"] if key not in _DEFAULTS)
        else:
            yield _node(str(end))

    def _box(self, key: str, data: Mapping[str, Any], ours: bool) -> Box:
        label = data.get("label", "\\N").replace("\\N", key)
        if ours:
            told = tidy(data.get("tooltip", ""))
            names = told.split("\n", 1)[0].split(", ")
            label = names[0] or label
            return Box(key, label, self._at(key), self.frame_of.get(key), {"aliases": names[1:]})
        return Box(key, _BREAK.sub("\n", label), self._at(key), self.frame_of.get(key))

    def _arrows(self, graph: Mapping[str, Any], ours: bool) -> Iterator[Arrow]:
        for items in graph["edges"].values():
            for item in items:
                attributes = {key: _value(v) or "" for key, v in item["attributes"].items()}
                label = attributes.get("label") or attributes.get("xlabel") or ""
                data: dict[str, Any] = {}
                if ours and attributes.get("id", "").startswith("transition-"):
                    label, data = _of_ours(attributes.get("tooltip", ""))
                sources, targets = ([*self._ends(end)] for end in item["points"])
                for source in sources:
                    for target in targets:
                        at = self._at(source)
                        yield Arrow(source, target, at, _BREAK.sub("\n", label), data)
                        if attributes.get("dir") == "both" and not ours:
                            yield Arrow(target, source, at, _BREAK.sub("\n", label), data)
        for items in graph["subgraphs"].values():
            for item in items:
                yield from self._arrows(item, ours)

    def _at(self, key: str) -> At:
        """Where a box is first named; pydot does not tell."""
        quoted = '"' + key.replace('"', '\\"') + '"'
        place = self.text.find(quoted)
        if place < 0:
            found = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", self.text)
            place = found.start() if found else -1
        return self.lines.at(place) if place >= 0 else START


def _of_ours(tooltip: str) -> tuple[str, dict[str, Any]]:
    """The label that the tooltip of our own move stands for: its months, and each skill."""
    first, *more = tidy(tooltip).split("\n")
    kind = _KIND.search(first)
    parts = [part.split(" – ")[0] for part in more]
    told = [part for part in parts if read_label(part).data]
    data: dict[str, Any] = {"kind": kind[1]} if kind else {}
    if not any("months" in read_label(part).data for part in told):
        data["months"] = 0  # of which a picture does not speak
    return "; ".join(told), data


def _node(key: str) -> str:
    """The name of a node, without its port."""
    key = str(key)
    if key.startswith('"'):
        end = re.match(r'"(?:[^"\\]|\\.)*"', key)
        return _unquoted(end[0] if end else key)
    return key.split(":", 1)[0]


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('\\"', '"').replace("\\\n", "")
    return text


def _value(value: Any) -> str | None:
    """The text of an attribute; of one in HTML what it shows."""
    if value is None:
        return None
    text = str(value).strip()
    if text.startswith("<") and text.endswith(">"):
        return plain_text(text[1:-1])
    return _unquoted(text)
