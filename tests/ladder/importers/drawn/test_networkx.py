"""What networkx and pydot write is read, whatever they make of attributes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from support.drawn import moves_of, tracks_of

from ladder.importers.drawn.importer import import_drawing
from ladder.importers.node_link import import_node_link


def careers() -> networkx.DiGraph[str]:
    graph: networkx.DiGraph[str] = networkx.DiGraph(name="Bakery")
    graph.add_node("b", label="Baker", track="Ovens")
    graph.add_node("m", label="Master baker", track="Ovens")
    graph.add_edge("b", "m", months=24, kind="promotion", requires="Dough: working")
    return graph


def _xml(lines: Callable[[networkx.DiGraph[str]], object]) -> Callable[[], str]:
    return lambda: "\n".join(lines(careers()))  # type: ignore[call-overload, no-any-return]


WRITERS: dict[str, Callable[[], str]] = {
    "a.graphml": _xml(networkx.generate_graphml),
    "a.gexf": _xml(networkx.generate_gexf),
    "a.dot": lambda: str(networkx.nx_pydot.to_pydot(careers())),
    "cytoscape.json": lambda: json.dumps(networkx.cytoscape_data(careers())),
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", WRITERS)
def test_a_graph_of_networkx(tmp_path: Path, name: str) -> None:
    """Names, tracks, months, kinds and gates from attributes."""
    (tmp_path / name).write_text(WRITERS[name](), encoding="utf-8")
    ladder, remarks = import_drawing(tmp_path / name)
    assert moves_of(ladder) == [("Baker", "Master baker", "promotion", 24, (("Dough", "working"),))]
    assert tracks_of(ladder) == {"Baker": "Ovens", "Master baker": "Ovens"}
    assert not any("Left out" in remark for remark in remarks), remarks


def test_node_link_data_and_trees(tmp_path: Path) -> None:
    """Tracks and skills by their names; a tree has no attributes of edges."""
    text = json.dumps(networkx.node_link_data(careers(), edges="edges"))
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    ladder, _ = import_node_link(tmp_path / "a.json")
    assert moves_of(ladder) == [("Baker", "Master baker", "promotion", 24, (("Dough", "working"),))]
    text = json.dumps(networkx.tree_data(careers(), root="b"))
    (tmp_path / "t.json").write_text(text, encoding="utf-8")
    ladder, _ = import_drawing(tmp_path / "t.json", months=3, lead="down")
    assert [move[:4] for move in moves_of(ladder)] == [("Baker", "Master baker", "lateral", 3)]
