"""GraphML and GEXF, as Gephi, yEd and networkx write them."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from ladder.files.document import START, At, Spot

from .drawing import MOST_ITEMS, Arrow, Box, Drawing, tidy

if TYPE_CHECKING:
    import networkx

_OF_GRAPH = {"name", "about", "citation", "levels"}
_OF_NODE = {
    "aliases", "track", "rank", "expects", "develops", "about", "url", "citation", "confidence",
    "final",
}  # fmt: skip
_OF_EDGE = {"kind", "months", "requires", "citation", "confidence", "transition"}
_ENDS = ("months_fast", "months_slow")
_SHAPES = {"label", "x", "y", "z", "size", "shape", "viz", "id", "weight", "shape_type", "pid"}
"""What is drawn, and means nothing for a ladder."""


def read_graphml(content: bytes, file: str) -> Drawing:
    """Read a graph in GraphML."""
    import networkx

    return _read(content, file, lambda data: networkx.read_graphml(data, force_multigraph=True))


def read_gexf(content: bytes, file: str) -> Drawing:
    """Read a graph in GEXF."""
    import networkx

    return _read(content, file, networkx.read_gexf)


class _Outline:
    """Where nodes stand in the text, and which stand in which."""

    def __init__(self, content: bytes, drawing: Drawing) -> None:
        self.places: dict[str, At] = {}
        self.arrows: dict[tuple[str, str], list[At]] = {}
        self.inside: dict[str, str] = {}
        self.labels: dict[str, str] = {}  # as yEd writes them
        self._text: list[str] | None = None  # of the label that is being read
        self._open: list[str] = []
        self._drawing = drawing
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._heard
        self._parser = parser
        try:
            parser.Parse(content, True)
        except LookupError:
            drawing.refuse("this is in an encoding that is not known; save it as UTF-8")
        except expat.ExpatError as error:
            at = At(error.lineno - 1, error.offset)
            drawing.refuse("this is not well-formed XML from here on", at)

    def _refuse(self, *_: Any) -> None:
        self._drawing.refuse("this declares a document type, which may do harm; take it out")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "edge":
            ends = attributes.get("source", ""), attributes.get("target", "")
            self.arrows.setdefault(ends, []).append(self._here())
        self._text = [] if name == "NodeLabel" else None
        if name != "node":
            return
        key = attributes.get("id", "")
        if key in self.places:
            self._drawing.problem(f'the node "{key[:40]}" was there before', self._here())
        self.places.setdefault(key, self._here())
        if len(self.places) > MOST_ITEMS:
            self._drawing.refuse(f"there are more than {MOST_ITEMS:,} boxes", self._here())
        if outer := (self._open[-1] if self._open else attributes.get("pid")):
            self.inside[key] = outer
        self._open.append(key)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if self._text is not None and self._open:
            self.labels.setdefault(self._open[-1], tidy("".join(self._text)))
        self._text = None
        if name == "node":
            self._open.pop()

    def _heard(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def arrow(self, source: str, target: str) -> At:
        """Where an arrow stands: of several alike, each in its turn."""
        there = self.arrows.get((source, target)) or self.arrows.get((target, source))
        return (there.pop(0) if len(there) > 1 else there[0]) if there else START

    def _here(self) -> At:
        return At(self._parser.CurrentLineNumber - 1, self._parser.CurrentColumnNumber)


def _read(content: bytes, file: str, reader: Any) -> Drawing:
    drawing = Drawing(file)
    outline = _Outline(content, drawing)
    graph = _parsed(content, reader, drawing)
    drawing.graph = {key: value for key, value in graph.graph.items() if key in _OF_GRAPH}
    drawing.keeps_ids = any("transition" in data for *_, data in graph.edges(data=True))
    frames = set(outline.inside.values())
    for key, data in graph.nodes(data=True):
        if key in frames:
            label = data.get("label") or outline.labels.get(key) or key
            drawing.frames[key] = tidy(str(label))
    for key, data in graph.nodes(data=True):
        if key not in frames:
            drawing.add_box(_box(str(key), data, outline))
    for source, target, data in graph.edges(data=True):
        at = outline.arrow(str(source), str(target))
        drawing.add_arrow(_arrow(str(source), str(target), data, at))
    if not graph.is_directed():
        drawing.remarks.append(
            "Guessed: edges lead from source to target, as the graph is undirected"
        )
    _tell_unread(graph, drawing)
    return drawing


def _parsed(content: bytes, reader: Any, drawing: Drawing) -> networkx.MultiDiGraph[str]:
    import networkx

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of networkx, on ports and the like
            graph: networkx.MultiDiGraph[str] = reader(BytesIO(content))
    except (networkx.NetworkXError, ValueError, KeyError, TypeError, AttributeError,
            StopIteration, IndexError, SyntaxError) as error:  # fmt: skip
        drawing.refuse(f"networkx cannot read this: {str(error)[:200] or type(error).__name__}")
    return graph


def _box(key: str, data: dict[str, Any], outline: _Outline) -> Box:
    label = data.get("label") or data.get("name") or key
    kept = {name: value for name, value in data.items() if name in _OF_NODE}
    return Box(key, str(label), outline.places.get(key, START), outline.inside.get(key), kept)


def _arrow(source: str, target: str, data: dict[str, Any], at: Spot) -> Arrow:
    kept = {name: value for name, value in data.items() if name in _OF_EDGE}
    if isinstance(months := kept.get("months"), float) and months.is_integer():
        kept["months"] = int(months)
    if all(isinstance(data.get(end), int) for end in _ENDS):
        kept["months_range"] = [data[end] for end in _ENDS]
    if data.get("open_to_all") is True:
        kept["from"] = "any"
    if "transition" in data:
        kept.setdefault("requires", {})  # what is left out means that nothing is asked
    label = "" if {"kind", "months"} <= kept.keys() else str(data.get("label") or "")
    return Arrow(source, target, at, label, kept)


def _tell_unread(graph: networkx.MultiDiGraph[str], drawing: Drawing) -> None:
    unread = {
        name
        for _, data in graph.nodes(data=True)
        for name in data
        if name not in _OF_NODE | _SHAPES | {"name"}
    } | {
        name
        for _, _, data in graph.edges(data=True)
        for name in data
        if name not in {*_OF_EDGE, *_SHAPES, *_ENDS, "open_to_all"}
    }
    drawing.tell_unread(sorted(map(str, unread)))
