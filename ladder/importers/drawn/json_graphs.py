"""Graphs that programs keep as JSON: React Flow, Cytoscape, vis.js, JSON Graph, canvases, trees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ladder.files.document import START, Document, Spot
from ladder.matching import close_spellings
from ladder.wording import quoted, some

from .drawing import HINTED, OF_ARROW, OF_BOX, Arrow, Box, Drawing, tidy

Item = Mapping[str, Any]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NAMES = ("label", "name", "title", "text")
LEADS = ("down", "up")

_LOOKS = _words(
    "id label name title text x y z width height color colour size font shape type style class "
    "position group parent source target from to arrows selected weight"
)
"""What says how something looks and where it stands, in any of these programs."""
_OF_VIS = _words(
    "value level fixed hidden physics mass margin image icon shadow opacity scaling borderWidth "
    "borderWidthSelected shapeProperties brokenImage chosen imagePadding labelHighlightBold "
    "widthConstraint heightConstraint ctxRenderer dashes length smooth selfReference "
    "selfReferenceSize arrowStrikethrough background endPointOffset hoverWidth selectionWidth"
)
_OF_CYTOSCAPE = _words("shared_name SUID value interaction shared_interaction key")
_OF_CANVAS = _words(
    "file subpath url fromNode toNode fromSide toSide fromEnd toEnd background backgroundStyle"
)


class _Source:
    """A file's data, and where each thing in it stands."""

    def __init__(self, document: Document) -> None:
        self.root: Mapping[str, Any] = document.root
        self.places = document.places()
        self.drawing = Drawing(document.file)
        self.unread: dict[str, None] = {}
        self.unnamed: list[str] = []

    def done(self) -> Drawing:
        """The drawing, with what was not read of it told."""
        self.drawing.tell_unread(self.unread)
        if self.unnamed:
            named = some([quoted(key) for key in self.unnamed])
            self.drawing.remarks.append(f"Guessed: names by ids, where no text is a label: {named}")
        return self.drawing

    def items(self, holder: Item, key: str) -> Iterator[tuple[Item, Spot]]:
        """The mappings in a list, or in a mapping by ids; whatever else is there is a problem."""
        held = holder.get(key)
        at = self.at(holder, key)
        if held is None:
            return
        if isinstance(held, dict):
            pairs: list[tuple[str | int, Any]] = [
                (name, {"id": name, **value} if isinstance(value, dict) else value)
                for name, value in held.items()
            ]
        elif isinstance(held, list):
            pairs = list(enumerate(held))
        else:
            self.drawing.problem(f"{key} should be a list", at)
            return
        for place, item in pairs:
            spot = self.at(held, place)
            if isinstance(item, dict):
                yield item, spot
            else:
                self.drawing.problem(f"each of {key} should be a mapping", spot)

    def at(self, holder: Any, key: str | int) -> Spot:
        """Where an entry stands."""
        entry = self.places.get(id(holder), {}).get(key)
        return entry.value if entry else START

    def text(self, item: Item, *keys: str) -> str | None:
        """The first of these that is a text or a number, as text."""
        for key in keys:
            value = item.get(key)
            if isinstance(value, str) and value.strip():
                return tidy(value)
            if isinstance(value, int | float) and not isinstance(value, bool):
                return str(value)
        return None

    def key(self, item: Item, spot: Spot, *keys: str) -> str | None:
        """What an item is referred to by, which must be there."""
        found = self.text(item, *keys)
        if found is None:
            few = list(item)[:HINTED] if len(self.drawing.problems) < HINTED else []
            slips = close_spellings(keys[0], few, 1, 0.8)
            hint = f"; did you mean it by {quoted(slips[0])}?" if slips else ""
            self.drawing.problem(f"{keys[0]} is missing{hint}", spot)
        return found

    def box(self, item: Item, more: Item, spot: Spot, frame: str | None) -> None:
        """Add a box, named by its label, or else by its id."""
        key = self.key(item, spot, "id")
        if key is not None:
            label = self.text(more, *_NAMES) or self.text(item, *_NAMES)
            if label is None:
                self.unnamed.append(key)
            self.drawing.add_box(Box(key, label or key, spot, frame, _kept(OF_BOX, item, more)))

    def arrow(self, item: Item, more: Item, spot: Spot, source: str, target: str) -> None:
        """Add an arrow."""
        ends = self.key(item, spot, source), self.key(item, spot, target)
        if ends[0] is not None and ends[1] is not None:
            texts = [self.text(one, name) for one in (item, more) for name in ("label", "title")]
            label = "\n".join(dict.fromkeys(text for text in texts if text))
            kept = _kept(OF_ARROW, item, more)
            self.drawing.add_arrow(Arrow(ends[0], ends[1], spot, label, kept))

    def tell(self, item: Item, known: Iterable[str], read: Iterable[str] = OF_BOX) -> None:
        """Note what an item says beside how it looks, and beside what is read."""
        self.unread |= dict.fromkeys(
            key for key, value in item.items()
            if value is not None and not (key in _LOOKS or key in known or key in read)
        )  # fmt: skip

    def frame(self, item: Item, more: Item, key: str) -> None:
        """Add a frame."""
        name = self.text(more, *_NAMES) or self.text(item, *_NAMES) or key
        self.drawing.frames.setdefault(key, name)


def _kept(names: set[str], *items: Item) -> dict[str, Any]:
    return {key: value for item in items for key, value in item.items() if key in names}


def _mapping(item: Item, key: str) -> Item:
    found = item.get(key)
    return found if isinstance(found, dict) else {}


def read_react_flow(document: Document) -> Drawing:
    """Boxes are nodes with a label in ``data``; those that others name as their parent, frames."""
    source = _Source(document)
    nodes = list(source.items(source.root, "nodes"))
    parents = {source.text(node, "parentId", "parentNode") for node, _ in nodes}
    for node, spot in nodes:
        more, key = _mapping(node, "data"), source.text(node, "id")
        if key is not None and (key in parents or node.get("type") == "group"):
            source.frame(node, more, key)
        else:
            source.box(node, more, spot, source.text(node, "parentId", "parentNode"))
            source.tell(more, ())
    for edge, spot in source.items(source.root, "edges"):
        more = _mapping(edge, "data")
        source.arrow(edge, more, spot, "source", "target")
        source.tell(more, (), OF_ARROW)
    return source.done()


def read_cytoscape(document: Document) -> Drawing:
    """Boxes and arrows are elements with all they say in ``data``; compound nodes are frames."""
    source = _Source(document)
    elements = source.root["elements"]
    holder = elements if isinstance(elements, dict) else source.root
    nodes: list[tuple[Item, Spot]] = []
    edges: list[tuple[Item, Spot]] = []
    if isinstance(elements, dict):
        nodes, edges = list(source.items(holder, "nodes")), list(source.items(holder, "edges"))
    else:
        for item, spot in source.items(holder, "elements"):
            is_edge = item.get("group") == "edges" or "source" in _mapping(item, "data")
            (edges if is_edge else nodes).append((item, spot))
    parents = {source.text(_mapping(node, "data"), "parent") for node, _ in nodes}
    for node, spot in nodes:
        data = _mapping(node, "data")
        key = source.text(data, "id")
        if key is not None and key in parents:
            source.frame(node, data, key)
        else:
            source.box(data, data, spot, source.text(data, "parent"))
            source.tell(data, _OF_CYTOSCAPE)
    for edge, spot in edges:
        data = _mapping(edge, "data")
        source.arrow(data, data, spot, "source", "target")
        source.tell(data, _OF_CYTOSCAPE, OF_ARROW)
    source.drawing.name = source.text(_cytoscape_graph(source.root), "name")
    return source.done()


def _cytoscape_graph(root: Item) -> Item:
    """What is said of the whole; networkx writes it as a list of pairs."""
    data = root.get("data")
    if isinstance(data, list):
        pairs = [one for one in data if isinstance(one, list) and len(one) == 2]
        return {one[0]: one[1] for one in pairs if isinstance(one[0], str)}
    return data if isinstance(data, dict) else {}


def read_vis(document: Document) -> Drawing:
    """Arrows lead ``from`` one ``to`` another; what ``arrows`` says may turn them."""
    source = _Source(document)
    for node, spot in source.items(source.root, "nodes"):
        group = source.text(node, "group")
        if group is not None:
            source.drawing.frames.setdefault(group, group)
        source.box(node, {}, spot, group)
        source.tell(node, _OF_VIS)
    headless = 0
    for edge, spot in source.items(source.root, "edges"):
        heads = edge.get("arrows")
        told = heads if isinstance(heads, str) else " ".join(_mapping(edge, "arrows"))
        words = set(told.replace(",", " ").split())
        headless += not words
        source.tell(edge, _OF_VIS, OF_ARROW)
        if words != {"from"}:
            source.arrow(edge, {}, spot, "from", "to")
        if "from" in words:
            source.arrow(edge, {}, spot, "to", "from")
    if headless:
        source.drawing.remarks.append(
            f"Guessed: lines without a head ({headless:,}) lead from `from` to `to`"
        )
    return source.done()


def read_json_graph(document: Document) -> Drawing:
    """The graph is in ``graph``, or the first of ``graphs``; attributes are in ``metadata``."""
    source = _Source(document)
    graphs = [graph for graph, _ in source.items(source.root, "graphs")]
    graph = graphs[0] if graphs else _mapping(source.root, "graph")
    if len(graphs) > 1:
        source.drawing.remarks.append("Left out: all graphs of the file but the first")
    source.drawing.name = source.text(graph, "label")
    for node, spot in source.items(graph, "nodes"):
        more = _mapping(node, "metadata")
        source.box(node, more, spot, None)
        source.tell({**node, **more}, ("metadata",))
    for edge, spot in source.items(graph, "edges"):
        more = dict(_mapping(edge, "metadata"))
        relation = source.text(edge, "relation")
        label = "; ".join(part for part in (source.text(edge, "label"), relation) if part)
        source.arrow({**edge, "label": label}, more, spot, "source", "target")
        source.tell({**edge, **more}, ("metadata", "relation", "directed"), OF_ARROW)
    if graph.get("directed") is False:
        source.drawing.remarks.append(
            "Guessed: edges lead from source to target, as the graph is undirected"
        )
    return source.done()


def read_canvas(document: Document) -> Drawing:
    """Cards are boxes; groups are frames around the cards whose middle lies in them."""
    source = _Source(document)
    nodes = list(source.items(source.root, "nodes"))
    groups = [(node, spot) for node, spot in nodes if node.get("type") == "group"]
    for group, spot in groups:
        if (key := source.key(group, spot, "id")) is not None:
            source.frame(group, {}, key)
    for node, spot in nodes:
        if node.get("type") == "group":
            continue
        around = [group for group, _ in groups if _is_within(node, group)]
        innermost = min(around, key=_area, default=None)
        frame = source.text(innermost, "id") if innermost else None
        source.box(_as_card(node), {}, spot, frame)
        source.tell(node, _OF_CANVAS)
    turned = 0
    for edge, spot in source.items(source.root, "edges"):
        heads = (edge.get("fromEnd", "none") == "arrow", edge.get("toEnd", "arrow") == "arrow")
        turned += heads == (False, False)
        source.tell(edge, _OF_CANVAS, OF_ARROW)
        if heads != (True, False):
            source.arrow(edge, {}, spot, "fromNode", "toNode")
        if heads[0]:
            source.arrow(edge, {}, spot, "toNode", "fromNode")
    if turned:
        source.drawing.remarks.append(f"Guessed: lines without a head ({turned:,}) lead as drawn")
    return source.done()


def _as_card(node: Item) -> Item:
    """A card's name: its first line, without marks of Markdown, or the name of its file."""
    text = str(node.get("text") or "")
    if not text and isinstance(file := node.get("file"), str):
        text = file.rsplit("/", 1)[-1].removesuffix(".md")
    lines = [_bare_line(line) for line in text.splitlines()]
    first, *rest = [line for line in lines if line] or [""]
    card = {"id": node.get("id"), "label": first or node.get("label") or node.get("url")}
    return {**card, "about": "\n".join(rest)} if rest else card


def _bare_line(line: str) -> str:
    """A line of a card without marks of Markdown; of a link to a note what it shows."""
    return re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", line).strip(" #*_>")


def _size(node: Item, key: str) -> float:
    value = node.get(key)
    return value if isinstance(value, int | float) else 0


def _area(node: Item) -> float:
    return _size(node, "width") * _size(node, "height")


def _is_within(node: Item, group: Item) -> bool:
    """Whether the middle of a card lies in a group."""
    for start, length in (("x", "width"), ("y", "height")):
        middle = _size(node, start) + _size(node, length) / 2
        begin = _size(group, start)
        if not begin <= middle <= begin + _size(group, length):
            return False
    return True


def tree_reader(lead: str | None) -> Callable[[Document], Drawing]:
    """A reader of nested ``children``, in which careers lead down or up."""
    return lambda document: _read_tree(document, lead)


def _read_tree(document: Document, lead: str | None) -> Drawing:
    source = _Source(document)
    drawing = source.drawing
    if lead is None:
        drawing.refuse(
            "this is a tree: do careers lead from its root down to its branches, or from the "
            "branches up to the root? Say so by the argument lead"
        )
    waiting: list[tuple[Item, Spot, str | None]] = [(source.root, START, None)]
    numbers: list[str] = []
    while waiting:
        item, spot, parent = waiting.pop()
        key = f"box {len(numbers)}"
        numbers.append(key)
        label = source.text(item, *_NAMES, "id", "role")
        if label is None:
            drawing.problem("name is missing", spot)
        drawing.add_box(Box(key, label or "?", spot, None, _kept(OF_BOX, item)))
        source.tell(item, ("children", "role"), OF_BOX | OF_ARROW)
        if parent is not None:
            ends = (parent, key) if lead == "down" else (key, parent)
            drawing.add_arrow(Arrow(*ends, spot, "", _kept(OF_ARROW - OF_BOX, item)))
        waiting += [(child, at, key) for child, at in source.items(item, "children")][::-1]
    return source.done()
