"""Graphs in DOT, the language of Graphviz, read by pydot."""

from __future__ import annotations

import html
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ladder.errors import LadderError
from ladder.files.document import START, At
from ladder.matching import fold
from ladder.wording import quoted, some

from .drawing import OF_ARROW, OF_BOX, Arrow, Box, Drawing, Lines, plain_text, tidy

MOST_CHARACTERS = 250_000
"""pydot reads about as many in a quarter of a minute."""

_DEFAULTS = ("node", "edge", "graph")
_KIND = re.compile(r" → .*\(([^()]+)\)$")
_SERVED = re.compile(r"after (\d+) months?").fullmatch
_SKILL = re.compile(r"(.+?): ([^:–]+?)(?: – .*)?$")
_ISOLATES = re.compile("[\u2066-\u2069]")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?").fullmatch
_OPEN = "open to all"
_MISSING = "files in DOT are read by pydot: pip install 'career-ladder[dot]'"
_LABELS = ("label", "xlabel", "taillabel", "headlabel")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|-?[\w.]+', re.DOTALL)
_BREAK = re.compile(r"\\[nlr]")
_PART = re.compile(
    r'"(?:[^"\\]|\\.)*+"?|<(?:[^<>]|<[^<>]*+>)*+>?|//[^\n]*+|/\*.*?(?:\*/|\Z)|^#[^\n]*+|[\[\];]',
    re.DOTALL | re.MULTILINE,
)


def read_dot(text: str, file: str) -> Drawing:
    """Read a graph, or a picture that ``ladder draw`` wrote."""
    drawing = Drawing(file)
    if len(text) > MOST_CHARACTERS:
        drawing.refuse(
            f"this has {len(text):,} characters, more than the {MOST_CHARACTERS:,} that pydot "
            "reads in about 15 seconds; draw less of it, or save it as GraphML or GEXF"
        )
    graph = _parsed(text, drawing)
    _Reader(drawing, text, graph).read()
    return drawing


def _parsed(text: str, drawing: Drawing) -> Mapping[str, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pydot's use of pyparsing
            from pydot.dot_parser import GraphParser
            from pyparsing import ParseBaseException
    except ImportError:
        raise LadderError(_MISSING) from None
    parse = GraphParser.parser.parse_string
    try:
        try:
            graphs = list(parse(text))
        except ParseBaseException:
            graphs = list(parse(_with_commas(text)))
    except ParseBaseException as error:
        at = At(error.lineno - 1, error.column - 1)
        drawing.refuse("this is not understood; expected DOT, such as a -> b [label=x];", at)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        drawing.refuse("this is no DOT that pydot reads")  # which does not refuse all by itself
    if len(graphs) > 1:
        drawing.remarks.append("Left out: all graphs of the file but the first")
    found: Mapping[str, Any] = graphs[0].obj_dict
    return found


def _with_commas(text: str) -> str:
    """The same with commas for semicolons between attributes, which pydot does not read.

    >>> _with_commas('a [x=1; label="b; c"]; d')
    'a [x=1, label="b; c"]; d'
    """
    is_inside = False

    def written(part: re.Match[str]) -> str:
        nonlocal is_inside
        if part[0] in ("[", "]"):
            is_inside = part[0] == "["
        return "," if is_inside and part[0] == ";" else part[0]

    return _PART.sub(written, text)


class _Scope(NamedTuple):
    """What is set for all nodes and edges from here on, within a graph."""

    node: dict[str, Any]
    edge: dict[str, Any]
    frame: str | None


class _Reader:
    """Goes through a graph, and the graphs within, in the order in which all was written."""

    def __init__(self, drawing: Drawing, text: str, graph: Mapping[str, Any]) -> None:
        self.drawing = drawing
        self.graph = graph
        self.places = _places(text)
        self.attributes: dict[str, dict[str, str]] = {}
        self.frame_of: dict[str, str] = {}
        self.areas: dict[str, list[float]] = {}  # of clusters, in a picture of our own
        self.edges: list[tuple[list[str], list[str], dict[str, str]]] = []

    def read(self) -> None:
        """Read all, and hand over what was drawn."""
        self.drawing.name = _of_graph(self.graph).get("label")
        self._collect(self.graph, _Scope({}, {}, None))
        if any(data.get("id", "").startswith("role-") for data in self.attributes.values()):
            self._read_ours()
        else:
            self._read_others()
        if self.graph["type"] != "digraph":
            self.drawing.remarks.append(
                "Guessed: lines lead as they are written, as the graph is undirected"
            )

    def _read_others(self) -> None:
        unseen = [key for key, data in self.attributes.items() if _is_unseen(data)]
        for key, data in self.attributes.items():
            if key not in unseen:
                label = data.get("label", "\\N").replace("\\N", key)
                label = _fields(label) if data.get("shape", "").endswith("ecord") else label
                kept = {name: data[name] for name in OF_BOX if name in data}
                self._add_box(key, label, kept)
        headless = 0
        for sources, targets, data in self.edges:
            if _is_unseen(data):
                continue
            labels = (data.get(name, "") for name in _LABELS)
            label = "\n".join(label for label in labels if label)
            kept = {name: data[name] for name in OF_ARROW if name in data}
            heads = data.get("dir", "forward")
            headless += heads == "none"
            ends = [(one, other) for one in sources for other in targets]
            ends = [end for end in ends if not {*end} & {*unseen}]
            if heads != "back":
                self._add_arrows(ends, label, kept)
            if heads in ("back", "both"):
                self._add_arrows([(other, one) for one, other in ends], label, kept)
        self._tell(unseen, headless)

    def _tell(self, unseen: list[str], headless: int) -> None:
        if unseen:
            told = some([quoted(key) for key in unseen])
            self.drawing.remarks.append(f"Left out, as style=invis hides it: {told}")
        if headless:
            self.drawing.remarks.append(
                f"Guessed: lines without a head ({headless:,}) lead as they are written"
            )
        known = {*_drawn_only(), *OF_BOX, *OF_ARROW, "label"}
        every = [*self.attributes.values(), *(data for _, _, data in self.edges)]
        self.drawing.tell_unread([name for data in every for name in data if name not in known])

    def _read_ours(self) -> None:
        """The name in the heading; names and moves in tooltips; what else there is, is drawn."""
        self.drawing.keeps_ids = True
        headings = [one for one in self.attributes.values() if one.get("id") == "heading"]
        if headings:
            self.drawing.name = tidy(headings[0].get("tooltip", "")) or None
        lanes = {
            f"cluster {key.removeprefix('lane ')}": data.get("label", "")
            for key, data in self.attributes.items()
            if data.get("id", "").startswith("lane-")
        }
        self.drawing.frames |= {key: lanes[key] for key in self.areas if lanes.get(key)}
        for key, data in self.attributes.items():
            if data.get("id", "").startswith("role-"):
                told = (_lines(data) or [""])[0]
                label, aliases = _name_and_aliases(told, data.get("label", key))
                around = (lane for lane, area in self.areas.items() if _is_in(data, area))
                if lane := next((one for one in around if one in self.drawing.frames), None):
                    self.frame_of[key] = lane
                self._add_box(key, label, {"aliases": aliases})
        for sources, targets, data in self.edges:
            lines = _lines(data)
            if not data.get("id", "").startswith("transition-") or not lines:
                continue
            if lines[0].startswith(_OPEN):  # from a mark at the role, and not from another
                self.drawing.boxes.setdefault(_OPEN, Box(_OPEN, _OPEN, START))
            leading = [_OPEN] if lines[0].startswith(_OPEN) else sources
            ends = [(one, other) for one in leading for other in targets]
            ends = [end for end in ends if {*end} <= self.drawing.boxes.keys()]
            self._add_arrows(ends, "", _of_ours(lines))

    def _add_box(self, key: str, label: str, data: Mapping[str, Any]) -> None:
        label = _BREAK.sub("\n", label)
        self.drawing.add_box(Box(key, label, self._at(key), self.frame_of.get(key), data))

    def _add_arrows(self, ends: list[tuple[str, str]], label: str, data: Mapping[str, Any]) -> None:
        for source, target in ends:
            at = self.places.get(label) or self._at(source)
            self.drawing.add_arrow(Arrow(source, target, at, _BREAK.sub("\n", label), data))

    def _at(self, key: str) -> At:
        """Where a box is first named."""
        return self.places.get(key, START)

    def _collect(self, graph: Mapping[str, Any], outer: _Scope) -> None:
        told = _of_graph(graph)
        label, frame = told.get("label"), outer.frame
        if area := _numbers(told.get("bb", ""), 4):
            self.areas[_unquoted(graph.get("name") or "")] = area
        if graph is not self.graph and label:
            frame = _unquoted(graph.get("name") or "") or label
            self.drawing.frames.setdefault(frame, tidy(label))
        scope = _Scope({**outer.node}, {**outer.edge}, frame)
        items = [(key, item) for kind in ("nodes", "edges", "subgraphs")
                 for key, them in graph[kind].items() for item in them]  # fmt: skip
        for key, item in sorted(items, key=lambda one: one[1].get("sequence") or 0):
            if item["type"] == "edge":
                self._edge(item, scope)
            elif item["type"] != "node":
                self._collect(item, scope)
            elif key in ("node", "edge"):
                (scope.node if key == "node" else scope.edge).update(_values(item))
            elif key != "graph":
                self._seen(_node(key), _values(item), scope)

    def _edge(self, item: Mapping[str, Any], scope: _Scope) -> None:
        source, target = (self._ends(end, scope) for end in item["points"])
        self.edges.append((source, target, {**scope.edge, **_values(item)}))

    def _ends(self, end: Any, scope: _Scope) -> list[str]:
        """Boxes that an arrow leads from or to: one, or all of a group in braces."""
        if not isinstance(end, Mapping):
            self._seen(_node(str(end)), {}, scope)
            return [_node(str(end))]
        self._collect(end, scope)
        return list(dict.fromkeys(_in(end)))

    def _seen(self, key: str, attributes: Mapping[str, str], scope: _Scope) -> None:
        held = self.attributes.setdefault(key, {**scope.node})
        held.update(attributes)
        if scope.frame is not None:
            self.frame_of.setdefault(key, scope.frame)


def _in(graph: Mapping[str, Any]) -> Iterator[str]:
    """All boxes in a group."""
    yield from (_node(key) for key in graph["nodes"] if key not in _DEFAULTS)
    for items in graph["edges"].values():
        for item in items:
            for end in item["points"]:
                yield from _in(end) if isinstance(end, Mapping) else [_node(str(end))]
    for items in graph["subgraphs"].values():
        for item in items:
            yield from _in(item)


def _places(text: str) -> dict[str, At]:
    """Where each name and each text stands first; pydot does not tell."""
    lines = Lines(text)
    found: dict[str, At] = {}
    for token in _TOKEN.finditer(text):
        key = _unquoted(token[0])
        if key not in found:
            found[key] = lines.at(token.start())
    return found


def _of_graph(graph: Mapping[str, Any]) -> dict[str, str]:
    """What is set for a graph itself, in either way."""
    told = _values(graph)
    for item in graph["nodes"].get("graph", ()):
        told |= _values(item)
    return told


def _values(item: Mapping[str, Any]) -> dict[str, str]:
    return {name: _value(value) or "" for name, value in item.get("attributes", {}).items()}


def _numbers(text: str, count: int) -> list[float] | None:
    parts = text.split(",")
    if len(parts) != count or not all(_NUMBER(part) for part in parts):
        return None
    return [float(part) for part in parts]


def _is_in(data: Mapping[str, str], area: list[float]) -> bool:
    """Whether a box has its middle in an area."""
    at = _numbers(data.get("pos", ""), 2)
    left, bottom, right, top = area
    return at is not None and left <= at[0] <= right and bottom <= at[1] <= top


def _is_unseen(data: Mapping[str, str]) -> bool:
    return "invis" in data.get("style", "").split(",")


def _fields(label: str) -> str:
    """The texts of a box with fields, each on a line."""
    return re.sub(r"<[^<>|]*>|[{}]", "", label).replace("|", "\n")


def _drawn_only() -> set[str]:
    """What pydot knows that Graphviz draws by; what may be read is not among it."""
    from pydot.core import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

    return {*EDGE_ATTRIBUTES, *NODE_ATTRIBUTES} - {"tooltip", "edgetooltip", "labeltooltip"}


def _lines(data: Mapping[str, str]) -> list[str]:
    """The lines of a tooltip, without marks for the direction of writing."""
    return tidy(_ISOLATES.sub("", html.unescape(data.get("tooltip", "")))).splitlines()


def _of_ours(lines: list[str]) -> dict[str, Any]:
    """What is said of a move of our own: its kind, months, and gate."""
    first, *more = lines
    kind = _KIND.search(first)
    data: dict[str, Any] = {"months": 0, **({"kind": kind[1]} if kind else {})}
    asked = {}
    for line in more:
        if served := _SERVED(line):
            data["months"] = int(served[1])
        elif skill := _SKILL.match(line):
            asked[skill[1]] = skill[2]
    return {**data, "requires": asked} if asked else data


def _name_and_aliases(told: str, label: str) -> tuple[str, list[str]]:
    r"""Of names with commas between them, the first, which may have commas as well.

    >>> _name_and_aliases("Head, Data, HoD", "Head,\nData")
    ('Head, Data', ['HoD'])
    """
    parts = told.split(", ")
    ends = range(1, len(parts) + 1)
    fitting = (end for end in ends if fold(", ".join(parts[:end])) == fold(label))
    end = next(fitting, 1)
    return ", ".join(parts[:end]), parts[end:]


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
