"""In which language a ladder was drawn, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from ladder.errors import FileProblems, Problem
from ladder.files.document import Document
from ladder.files.encodings import decode_any
from ladder.files.reader import read_document
from ladder.wording import listed

from .drawing import Drawing
from .json_graphs import (
    read_canvas,
    read_cytoscape,
    read_json_graph,
    read_react_flow,
    read_vis,
    tree_reader,
)
from .mermaid import flowchart_in, other_diagram_in, read_mermaid

Root: TypeAlias = Mapping[str, Any]


class Dialect(NamedTuple):
    """A kind of JSON: what it is called, how it is told from others, and its reader."""

    words: str
    is_it: Callable[[Root], bool]
    read: Callable[[Document], Drawing]


def _entries(root: Root, key: str) -> Iterator[Root]:
    found = root.get(key)
    return (one for one in found if isinstance(one, dict)) if isinstance(found, list) else iter(())


def _is_react_flow(root: Root) -> bool:
    return any("position" in node and "data" in node for node in _entries(root, "nodes"))


def _is_canvas(root: Root) -> bool:
    placed = {"x", "y", "width", "height", "type"}
    return any("fromNode" in edge for edge in _entries(root, "edges")) or any(
        placed <= node.keys() for node in _entries(root, "nodes")
    )


def _is_vis(root: Root) -> bool:
    return any(
        "from" in edge and "to" in edge and "source" not in edge for edge in _entries(root, "edges")
    )


def _is_json_graph(root: Root) -> bool:
    graphs = [root.get("graph"), *_entries(root, "graphs")]
    return "nodes" not in root and any(isinstance(one, dict) and "nodes" in one for one in graphs)


DIALECTS = (
    Dialect("a drawing of React Flow", _is_react_flow, read_react_flow),
    Dialect("a canvas of Obsidian", _is_canvas, read_canvas),
    Dialect("a graph of Cytoscape", lambda root: "elements" in root, read_cytoscape),
    Dialect("a network of vis.js", _is_vis, read_vis),
    Dialect("a JSON Graph", _is_json_graph, read_json_graph),
)
TREE = "a tree with nested children"
MERMAID, DOT = "a flowchart in Mermaid", "a graph in DOT"
GRAPHML, GEXF = "a graph in GraphML", "a graph in GEXF"

_TEXTS = (
    (re.compile(r"<graphml\b"), GRAPHML),
    (re.compile(r"<gexf\b"), GEXF),
    (
        re.compile(
            r"\A(?:\s|//[^\n]*\n|/\*.*?\*/|#[^\n]*\n)*+(?:strict\s++)?(?:di)?graph\b"
            r"\s*+(?:\"[^\"\n]*+\"|[\w.]++)?\s*+\{",
            re.DOTALL | re.IGNORECASE,
        ),
        DOT,
    ),
)  # fmt: skip
_LOOKED_AT = 5_000
"""Characters in which a text tells what it is."""


def dialect_of_data(root: Root) -> str | None:
    """What JSON was drawn in, if it is a drawing.

    >>> dialect_of_data({"nodes": [], "edges": [{"from": 1, "to": 2}]})
    'a network of vis.js'
    """
    found = next((one.words for one in DIALECTS if one.is_it(root)), None)
    return found or (TREE if isinstance(root.get("children"), list) else None)


def dialect_of_text(text: str) -> str | None:
    """What a text was drawn in, if it is a drawing.

    >>> dialect_of_text("digraph { a -> b }"), dialect_of_text("flowchart LR; a --> b")
    ('a graph in DOT', 'a flowchart in Mermaid')
    """
    begin = text[:_LOOKED_AT]
    found = next((words for sign, words in _TEXTS if sign.search(begin)), None)
    return found or (MERMAID if flowchart_in(text) is not None else None)


def read_drawing(content: bytes, file: str, lead: str | None = None) -> Drawing:
    """Read a drawing, in whichever language it is."""
    text = decode_any(content, file).text
    if text.lstrip()[:1] in ("{", "["):
        return _read_data(read_document(text.encode(), file, json=True), lead)
    words = dialect_of_text(text)
    if words == MERMAID:
        return read_mermaid(text, file)
    if words == DOT:
        from .dot import read_dot

        return read_dot(text, file)
    if words in (GRAPHML, GEXF):
        from .xml_graphs import read_gexf, read_graphml

        return (read_graphml if words == GRAPHML else read_gexf)(content, file)
    refuse_other_diagram(text, file)
    raise _refused(file)


def refuse_other_diagram(text: str, file: str) -> None:
    """Name what is no flowchart, though it is in Mermaid."""
    if diagram := other_diagram_in(text[:_LOOKED_AT]):
        message = f"this is {diagram} in Mermaid; expected a flowchart, of roles and moves"
        raise FileProblems([Problem(file, 1, 1, message)])


def _read_data(document: Document, lead: str | None) -> Drawing:
    root = document.root
    if isinstance(root, dict):
        for dialect in DIALECTS:
            if dialect.is_it(root):
                return dialect.read(document)
        if isinstance(root.get("children"), list):
            return tree_reader(lead)(document)
    raise _refused(document.file)


def _refused(file: str) -> FileProblems:
    known = [MERMAID, DOT, GRAPHML, GEXF, *(one.words for one in DIALECTS), TREE]
    return FileProblems([Problem(file, 1, 1, f"this is no drawing; expected {listed(known)}")])
