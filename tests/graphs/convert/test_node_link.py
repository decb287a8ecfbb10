"""What is written as node-link JSON is the whole ladder, and a graph that networkx reads."""

from __future__ import annotations

import json
from dataclasses import replace

import networkx
import pytest
from hypothesis import given
from support.ladder_strategies import ladders

from graphs import build, node_link
from ladder import Activity, FrozenDict, Ladder, Skill, Track, bundled, dumps, load
from ladder.importers.node_link import import_node_link


@given(ladder=ladders())
def test_the_same_ladder_comes_back(tmp_path_factory, ladder):
    """Any ladder that a file can describe, and nothing of it had to be guessed."""
    folder = tmp_path_factory.getbasetemp()
    (folder / "ladder.json").write_text(dumps(ladder, format="json"), encoding="utf-8", newline="")
    loaded = load(folder / "ladder.json")  # with the skills of a gate in their usual order
    (folder / "graph.json").write_text(node_link(loaded), encoding="utf-8", newline="")

    again, guessed = import_node_link(folder / "graph.json")

    assert again == ladder
    assert dumps(again) == dumps(loaded)
    assert not guessed


@given(ladder=ladders())
def test_networkx_reads_it_as_the_graph_it_was(ladder):
    """The same nodes, edges, keys and attributes."""
    graph = build(ladder)

    again = networkx.node_link_graph(json.loads(node_link(ladder)), edges="edges")

    assert isinstance(again, networkx.MultiDiGraph)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert again.graph == graph.graph


@pytest.mark.parametrize("name", ["product-management", "uk-digital-and-data"])
def test_a_bundled_ladder_comes_back(name, tmp_path):
    """Byte for byte, when both are written as YAML."""
    (tmp_path / "graph.json").write_text(node_link(bundled(name)), encoding="utf-8")
    again, guessed = import_node_link(tmp_path / "graph.json")
    assert dumps(again) == dumps(bundled(name))
    assert not guessed


def test_each_node_and_each_edge_has_a_line():
    """So that versions can be compared line by line."""
    ladder = bundled("product-management")
    lines = node_link(ladder).splitlines()
    assert sum('"id":' in line for line in lines) == len(ladder.roles)
    assert sum('"source":' in line for line in lines) == len(ladder.transitions)


def test_what_only_the_whole_ladder_has_stands_at_the_graph():
    """Activities, what skills and tracks mean, and what the check ignores."""
    ladder = replace(
        bundled("product-management"),
        skills=FrozenDict(sql=Skill("sql", "SQL", "Asks data")),
        tracks=FrozenDict(data=Track("data", "Data", "All of it")),
        activities=FrozenDict(
            course=Activity("course", "Course", 2, cost=2.5, source="a book", months_range=(1, 3))
        ),
        ignore=("L101",),
    )
    graph = build(ladder).graph
    assert graph["skills"] == {"sql": "SQL"}
    assert graph["skills_about"] == {"sql": "Asks data"}
    assert graph["tracks_about"] == {"data": "All of it"}
    assert graph["ignore"] == ["L101"]
    assert graph["citation"] == ladder.source
    assert graph["activities"] == {
        "course": {
            "name": "Course",
            "months": 2,
            "kind": "course",
            "cost": 2.5,
            "requires": {},
            "develops": {},
            "citation": "a book",
            "months_range": [1, 3],
        }
    }
    assert graph.keys().isdisjoint({"pace", "roles", "transitions"})
    assert not build(Ladder("Small")).graph.keys() & {"activities", "skills_about", "ignore"}
