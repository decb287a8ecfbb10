"""A ladder as a networkx graph."""

import json
import subprocess
import sys

import networkx
import pytest

from graphs import build
from ladder import Ladder, Role, Transition, bundled

PRODUCT = bundled("product-management")


def test_every_role_is_a_node_with_its_attributes():
    """A role's node carries what the ladder says of it, and nothing that it does not say."""
    graph = build(PRODUCT)

    assert list(graph) == list(PRODUCT.roles)
    manager = PRODUCT.roles["product-manager"]
    node = graph.nodes["product-manager"]
    assert node["name"] == manager.name
    assert node["aliases"] == list(manager.aliases)
    assert (node["track"], node["rank"]) == (manager.track, manager.rank)
    assert node["develops"] == {
        skill: {str(level): months for level, months in levels.items()}
        for skill, levels in manager.develops.items()
    }
    lone = build(Ladder("Small", roles={"pm": Role("pm", "PM")}))
    assert not {"track", "rank", "about", "citation", "confidence"} & lone.nodes["pm"].keys()


def test_every_transition_is_an_edge_under_its_place():
    """An edge's key is the transition's place in the file, and two alternatives are two edges."""
    roles = {name: Role(name, name) for name in ("apm", "pm")}
    ways = (Transition("apm", "pm", 24, "promotion", {"sql": 2}), Transition("apm", "pm", 36))

    graph = build(Ladder("Small", roles=roles, transitions=ways))

    assert dict(graph["apm"]["pm"]) == {
        0: {"transition": 0, "months": 24, "kind": "promotion", "requires": {"sql": 2}},
        1: {"transition": 1, "months": 36, "kind": "lateral", "requires": {}},
    }
    whole = build(PRODUCT)
    ends = {(key, before, after) for before, after, key in whole.edges(keys=True)}
    assert ends == {(place, source, item.to_role) for place, source, item in PRODUCT.moves()}


def test_a_transition_from_several_roles_is_an_edge_from_each():
    """All under its place, and each with what it leads from."""
    roles = {name: Role(name, name, track=name[0]) for name in ("a1", "a2", "b", "c")}
    ways = (Transition(("c", "b"), "a2", 6), Transition("any", "a1", 12, "entry", {"sql": 1}))

    graph = build(Ladder("Small", roles=roles, transitions=ways))

    assert set(graph.edges(keys=True)) == {
        *(("c", "a2", 0), ("b", "a2", 0)),
        *(("b", "a1", 1), ("c", "a1", 1)),
    }
    assert graph.edges["b", "a2", 0]["from"] == ["c", "b"]
    assert graph.edges["b", "a1", 1] == {
        "from": "any",
        "transition": 1,
        "months": 12,
        "kind": "entry",
        "requires": {"sql": 1},
    }


def test_ranges_are_carried_where_there_are_any():
    """As plain lists, so that they can be written out; months stay the typical ones."""
    roles = {
        "apm": Role("apm", "APM", develops={"sql": {1: 6}}, develops_ranges={"sql": {1: (3, 9)}}),
        "pm": Role("pm", "PM"),
    }
    moves = (Transition("apm", "pm", 24, months_range=(18, 30)), Transition("apm", "pm", 36))

    graph = build(Ladder("Small", roles=roles, transitions=moves))

    assert graph.edges["apm", "pm", 0]["months"] == 24
    assert graph.edges["apm", "pm", 0]["months_range"] == [18, 30]
    assert "months_range" not in graph.edges["apm", "pm", 1]
    assert graph.nodes["apm"]["develops_ranges"] == {"sql": {"1": [3, 9]}}
    assert "develops_ranges" not in graph.nodes["pm"]


def test_networkx_algorithms_work_on_it():
    """A shortest path by months is networkx's own, gates ignored."""
    graph = build(PRODUCT)

    months = networkx.dijkstra_path_length(
        graph, "associate-product-manager", "senior-product-manager", weight="months"
    )

    assert months == 60


@pytest.mark.parametrize("name", ["product-management", "uk-digital-and-data"])
def test_it_survives_node_link_json(name):
    """Written as node-link JSON and read back, the graph is the same."""
    graph = build(bundled(name))

    text = json.dumps(networkx.node_link_data(graph, edges="edges"))
    again = networkx.node_link_graph(json.loads(text), edges="edges")

    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert again.graph == graph.graph


def test_importing_graphs_loads_no_heavy_library():
    """Only who builds a graph or draws one pays for networkx and graphviz."""
    code = "import sys, graphs; print({'networkx', 'graphviz', 'subprocess'} & sys.modules.keys())"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == "set()"
