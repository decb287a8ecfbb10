"""Graphs that others wrote as node-link JSON, and what is told about them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphs import build, node_link
from ladder import (
    FileProblems,
    FrozenDict,
    Ladder,
    LadderError,
    Role,
    Track,
    Transition,
    UnreadableFile,
    bundled,
    dumps,
    load,
)
from ladder.importers.assumptions import BadAssumptions, Imported
from ladder.importers.node_link import import_node_link


def imported(folder: Path, graph: object, name: str = "graph.json", **options: int) -> Imported:
    text = graph if isinstance(graph, str) else json.dumps(graph)
    (folder / name).write_text(text, encoding="utf-8")
    return import_node_link(folder / name, **options)


def faults(folder: Path, graph: object, **options: int) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        imported(folder, graph, **options)
    return [f"{it.line}:{it.column}: {it.message}" for it in caught.value.problems]


def test_a_graph_made_with_networkx(tmp_path):
    """Names for ids, months on the edges, attributes that no ladder knows."""
    graph = networkx.DiGraph(name="Ours", layout="tree")
    graph.add_node("Product Manager", color="red", rank=2)
    graph.add_node("Senior PM!", size=3)
    graph.add_edge("Product Manager", "Senior PM!", months=36, kind="promotion", weight=0.5)
    graph.add_edge("Senior PM!", "Director", months=30)
    graph.add_edge("Director", "Director", months=1)

    ladder, guessed = imported(tmp_path, networkx.node_link_data(graph, edges="edges"))

    assert ladder.name == "Ours"
    assert {role.id: (role.name, role.rank) for role in ladder.roles.values()} == {
        "product-manager": ("Product Manager", 2),
        "senior-pm": ("Senior PM!", None),
        "director": ("Director", None),
    }
    moves = [(it.from_role, it.to_role, it.months, it.kind) for it in ladder.transitions]
    assert moves == [
        ("product-manager", "senior-pm", 36, "promotion"),
        ("senior-pm", "director", 30, "lateral"),
    ]
    assert list(guessed) == [
        'Guessed: ids of 3 roles, such as product-manager for "Product Manager"',
        "Guessed: the kind lateral for 1 edge without",
        "Left out: 1 edge from a node to itself",
        "Left out, as a ladder has no place for it: color, size of nodes; weight of edges; "
        "layout of the graph",
    ]


def test_a_graph_of_d3(tmp_path):
    """Links instead of edges, numbers for ids, labels for names, and no word on directions."""
    graph = {
        "nodes": [{"id": 0, "label": "Analyst"}, {"id": 1}, {"label": "Third"}],
        "links": [{"source": 0, "target": 1, "value": 4}, {"source": 1, "target": 2}],
    }
    ladder, guessed = imported(tmp_path, graph, "my-graph.json", months=12)
    assert ladder.name == "My graph"
    assert {role.id: role.name for role in ladder.roles.values()} == {
        "0": "Analyst",
        "1": "1",
        "2": "Third",
    }
    moves = [(it.from_role, it.to_role, it.months) for it in ladder.transitions]
    assert moves == [("0", "1", 12), ("1", "2", 12)]
    assert list(guessed) == [
        "Guessed: the ladder's name, from the file's: My graph",
        "Guessed: edges lead from source to target, as the file does not say",
        "Assumed: 12 months before the moves of 2 edges without",
        "Guessed: the kind lateral for 2 edges without",
        "Left out, as a ladder has no place for it: value of edges",
    ]


def test_an_undirected_graph_leads_both_ways(tmp_path):
    """Each edge is two moves, and it is said."""
    graph = networkx.Graph()
    graph.add_edge("a", "b", months=6)
    ladder, guessed = imported(tmp_path, networkx.node_link_data(graph, edges="links"))
    ends = [(it.from_role, it.to_role, it.months) for it in ladder.transitions]
    assert ends == [("a", "b", 6), ("b", "a", 6)]
    assert "Guessed: each edge is a move both ways, as the graph is undirected" in guessed


def test_what_was_added_with_networkx_comes_last(tmp_path):
    """Edges keep the places that they had in the ladder's file; new ones have none."""
    product = bundled("product-management")
    graph = build(product)
    first = next(iter(graph))
    graph.add_edge(first, "product-founder", months=60)
    data = networkx.node_link_data(graph, edges="edges")
    ladder, _ = imported(tmp_path, data)
    assert ladder.transitions[:-1] == product.transitions
    assert ladder.transitions[-1].months == 60


SEVERAL = Ladder(
    "Small",
    roles=FrozenDict({name: Role(name, name, track=name[0]) for name in ("a1", "a2", "b", "c")}),
    tracks=FrozenDict({name: Track(name, name) for name in "abc"}),
    transitions=(Transition(("c", "b"), "a2", 6), Transition("any", "a1", 12, "entry")),
)


def test_edges_of_one_transition_are_folded(tmp_path):
    """In the order that it named its roles; any stays any while each of them has its edge."""
    graph = build(SEVERAL)
    assert imported(tmp_path, networkx.node_link_data(graph, edges="edges")) == (SEVERAL, ())
    graph.remove_edge("b", "a1", 1)
    graph.edges["b", "a2", 0]["months"] = 7
    ladder, guessed = imported(tmp_path, networkx.node_link_data(graph, edges="edges"))
    moves = [(move.from_roles, move.to_role, move.months) for move in ladder.transitions]
    assert moves == [(("b",), "a2", 7), (("c",), "a2", 6), (("c",), "a1", 12)]
    assert guessed == (
        "Guessed: 1 transition open to all lead from some roles alone, as not all have an edge",
    )


def test_a_transition_that_nobody_can_take_yet_is_kept(tmp_path):
    """Open to all, where all are of its track: there is no edge to hold it."""
    ladder = replace(SEVERAL, roles=FrozenDict({key: SEVERAL.roles[key] for key in ("a1", "a2")}))
    ladder = replace(ladder, transitions=(Transition("any", "a1", 2), Transition("a1", "a2", 1)))
    assert build(ladder).graph["edgeless"][0]["target"] == "a1"
    assert imported(tmp_path, node_link(ladder)) == (ladder, ())
    broken = node_link(ladder).replace('"target":"a1"', '"target":"a3"')
    (fault,) = faults(tmp_path, broken)
    assert fault.endswith('no node "a3"')


def test_faults_of_what_skills_and_levels_mean(tmp_path):
    """Each where it stands in the graph."""
    graph = {
        "levels": ["low"],
        "levels_about": {"2": "x", "1": 3},
        "skills": {"sql": "SQL"},
        "skills_group": {"sql": 1},
        "skills_levels": {"sql": {"hgh": "x"}, "sq": {}},
        "name": "x",
    }
    nodes = [{"id": "a", "expects": {"sql": "lo"}, "url": "ftp://x"}]
    data = {"directed": True, "graph": graph, "nodes": nodes, "edges": []}
    text = json.dumps(data, indent=0)
    with pytest.raises(FileProblems) as caught:
        imported(tmp_path, text)
    lines = text.splitlines()
    found = [(lines[it.line - 1].split(":")[0], it.message) for it in caught.value.problems]
    assert found == [
        ('"2"', 'no level "2"; expected a number from 1 to 1'),
        ('"1"', "1: expected text, found the number 3; put it in quotes"),
        ('"sql"', "sql: expected text, found the number 1; put it in quotes"),
        ('"hgh"', 'no level "hgh"; levels are 1 low (0 is none)'),
        ('"sq"', 'no skill "sq" in skills'),
        ('"sql"', 'no level "lo"; levels are 1 low (0 is none); did you mean low?'),
        (
            '"url"',
            "url: expected an address that begins with http:// or https://, "
            'found the text "ftp://x"',
        ),
    ]


def test_ids_stay_apart(tmp_path):
    """Two texts that come to the same id are two roles, and a good id is left as it is."""
    nodes = [{"id": text} for text in ("A b", "a-b", "a b", "a-b-2", 1, "1", 1.5)]
    ladder, _ = imported(tmp_path, {"nodes": nodes, "edges": [], "directed": True})
    names = {role.id: role.name for role in ladder.roles.values()}
    assert names == {
        "a-b-3": "A b",
        "a-b": "A b",
        "a-b-4": "a b",
        "a-b-2": "A b 2",
        "1-2": "1",
        "1": "1",
        "1-5": "1.5",
    }


GRAPH = """\
{"directed": true,
 "graph": {"name": "Craft", "levels": ["low", "high"], "skills": {"sql": "SQL"}, "tracks": {},
  "skills_about": {"sqll": "?"},
  "activities": {"c": {"months": 3, "months_range": [9, 2], "develops": {"sq": 1}}}},
 "nodes": [
  {"id": "a", "develops": {"sql": {"1": 6, "3": 2}}, "develops_ranges": {"sql": {"1": [9, 12]}}},
  {"id": "b", "track": "none", "develops_ranges": {"sql": {"2": [1, 2]}}, "citation": 3},
  {"id": "a"},
  {"id": "!"},
  {"id": "d", "rank": "high", "aliases": ["B"]}],
 "edges": [
  {"source": "a", "target": "bb", "months": 3},
  {"source": "b", "target": "d", "months": -3, "transition": 0},
  {"source": "d", "target": "b", "months": 4, "months_range": [5, 6], "requires": {"sql": "hi"}},
  {"source": "d", "target": "a"},
  {"source": "b", "target": "a", "months": null}]}
"""


PROBLEMS = [
    (3, '"sqll"', 'no skill "sqll" in skills'),
    (4, "[9, 2]", "the fast end comes first: expected [2, 9], found [9, 2]"),
    (4, '"sq"', 'no skill "sq"; did you mean sql?'),
    (6, "6, ", "typical is 6, which is outside of the range from 9 to 12"),
    (6, '"3"', "no level 3; levels are 1 low, 2 high (0 is none)"),
    (7, '"none"', 'no track "none": the file has no tracks'),
    (7, '"2"', "develops gives no months that this could be the range of"),
    (7, "3}", "citation: expected text, found the number 3; put it in quotes"),
    (8, '"a"', 'the node id "a" was given before'),
    (9, '"!"', 'the node id "!" needs a letter or a digit'),
    (10, '"high"', 'rank: expected a whole number, found the text "high"'),
    (10, '"B"', 'the alias "B" is also the id of b, as case, spaces and hyphens do not count'),
    (12, '"bb"', 'no node "bb"; did you mean b?'),
    (
        *(13, "-3"),
        "months: expected a whole number from 0 to 1,200, or {typical: 24, range: [18, 30]}, "
        "found the number -3",
    ),
    (14, "4,", "typical is 4, which is outside of the range from 5 to 6"),
    (
        *(14, '"hi"'),
        'no level "hi"; levels are 1 low, 2 high (0 is none); did you mean high?',
    ),
    (
        *(15, '{"source"'),
        "months is missing here and in 1 more: how long does one serve before the move? Add it, "
        "or give one figure for all edges without, by the argument months",
    ),
]


def test_every_problem_is_named_at_its_place(tmp_path):
    """In the graph's file, all at once, whatever stands where in a ladder's file."""
    with pytest.raises(FileProblems) as caught:
        imported(tmp_path, GRAPH)
    lines = GRAPH.splitlines()
    found = [
        (it.line, lines[it.line - 1][it.column - 1 :], it.message) for it in caught.value.problems
    ]
    assert [(line, message) for line, _, message in found] == [
        (line, message) for line, _, message in PROBLEMS
    ]
    for (_, at, _), (_, expected, _) in zip(found, PROBLEMS, strict=True):
        assert at.startswith(expected)


def test_a_file_that_is_no_graph(tmp_path):
    """What a graph needs is said."""
    assert faults(tmp_path, {"name": "x", "roles": {}}) == [
        "1:1: nodes is missing: a node-link graph needs nodes"
    ]
    assert faults(tmp_path, {"nodes": [{}]}) == [
        "1:1: edges is missing: a node-link graph needs nodes and edges"
    ]
    assert faults(tmp_path, {"nodes": [{"id": [1]}, 3], "edges": [{"target": True}]}) == [
        "1:19: id: expected text or a number, found a list",
        "1:25: nodes: expected a mapping, found the number 3",
        "1:39: source is missing: an edge needs source and target",
        "1:50: target: expected text or a number, found true",
    ]
    assert faults(tmp_path, "[1, 2") == ["1:6: not JSON: expecting ',' delimiter"]
    assert faults(tmp_path, '{"nodes": [{"id": "a\\u0000"}], "edges": []}') == [
        "1:19: invisible character U+0000; remove it"
    ]
    assert faults(tmp_path, "[" * 200_000) == ["1:1: nested too deep"]
    with pytest.raises(UnreadableFile):
        import_node_link(tmp_path / "nowhere.json")


def test_months_are_asked_for_once(tmp_path):
    """However many edges lack them; and they must make sense."""
    graph = {"nodes": [{"id": it} for it in "abc"], "directed": True, "graph": {"name": "X"}}
    graph["edges"] = [{"source": "a", "target": it} for it in "abc"]
    (fault,) = faults(tmp_path, graph)
    assert "months is missing here and in 1 more" in fault
    assert imported(tmp_path, graph, months=0).ladder.transitions[0].months == 0
    with pytest.raises(BadAssumptions, match="months must be a whole number from 0 to 1200"):
        imported(tmp_path, graph, months=1201)


def test_a_hostile_graph_is_answered_soon(tmp_path):
    """Many ids that come to the same one, many misspelt ends, more values than there may be."""
    nodes = [{"id": "a" + "!" * n} for n in range(1, 400)] + [{"id": f"x{n}"} for n in range(9000)]
    edges = [{"source": f"X {n}", "target": "x0", "months": 1} for n in range(9000)]
    found = faults(tmp_path, {"nodes": nodes, "edges": edges})
    assert len(found) == 1000
    assert found[-1].endswith("; and 8,000 more problems")
    assert "more than 1,000,000 values" in faults(tmp_path, [0] * 1_000_002)[0]


TEXT = node_link(bundled("product-management"))
START = TEXT.index('"nodes"') - 400
fuzz = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def ends_well(folder: Path, content: bytes) -> None:
    """In a ladder that a file holds, or in a message that points into the file."""
    (folder / "graph.json").write_bytes(content)
    try:
        ladder, guessed = import_node_link(folder / "graph.json", months=3)
    except LadderError as error:
        lines = content.decode("utf-8", "replace").splitlines()
        for problem in getattr(error, "problems", ()):
            assert 1 <= problem.line <= len(lines) + 1
            assert 1 <= problem.column <= max(map(len, lines), default=0) + 2
            assert problem.message.isprintable()
        return
    (folder / "again.yaml").write_text(dumps(ladder), encoding="utf-8", newline="")
    assert load(folder / "again.yaml") == ladder
    assert all(sentence.isprintable() for sentence in guessed)


@fuzz
@given(data=st.data())
def test_damaged(tmp_path, data):
    """A good graph with something cut out and something put in."""
    start = data.draw(st.integers(START, len(TEXT)))
    end = data.draw(st.integers(start, min(start + 20, len(TEXT))))
    put_in = data.draw(st.text(st.sampled_from(list('ab:-[]{},"\\ \n1')), max_size=4))
    ends_well(tmp_path, (TEXT[:start] + put_in + TEXT[end:]).encode())


KEYS = [
    *("from", "edgeless", "levels_about", "skills_levels", "skills_group", "expects", "url"),
    *("name", "levels", "skills", "skills_about", "tracks", "tracks_about", "activities", "id"),
    *("source", "target", "months", "months_range", "requires", "rank", "develops", "aliases"),
    *("develops_ranges", "track", "citation", "confidence", "transition", "label", "sql", "1"),
    *("typical", "range", "final", "ignore", "key", "kind", "about", "cost", "develops_after"),
]
values = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 9) | st.floats() | st.text(max_size=3)
    | st.sampled_from([*KEYS, "a", "b"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5),
    max_leaves=12,
)  # fmt: skip
attributes = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), values, max_size=5)
sane = {
    "skills": st.just({"sql": "SQL"}),
    "levels": st.just(["low", "high"]),
    "activities": st.fixed_dictionaries({"a": attributes}) | values,
}


@fuzz
@given(
    nodes=st.lists(attributes.map(lambda it: {"id": "a"} | it), min_size=1, max_size=3),
    edges=st.lists(attributes.map(lambda it: {"source": "a", "target": "b"} | it), max_size=3),
    graph=st.fixed_dictionaries({}, optional=sane).flatmap(
        lambda some: attributes.map(lambda more: some | more)
    ),
    extra=st.fixed_dictionaries({}, optional={"directed": st.booleans() | values}),
)
def test_wrong_shapes(tmp_path, nodes, edges, graph, extra):
    """Any attributes on graphs, nodes and edges."""
    nodes.append({"id": "b"})
    whole = {"graph": graph, "nodes": nodes, "edges": edges, **extra}
    ends_well(tmp_path, json.dumps(whole, indent=1).encode())
