"""GraphML that other programs can read, whatever the names in it."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import given
from support.ladder_strategies import ladders

from graphs import graphml
from ladder import Ladder, Role, Skill, Track, Transition, bundled

SKILLS = {"sql": Skill("sql", "SQL"), "pitch": Skill("pitch", "Pitching")}
LADDER = Ladder(
    "Craft",
    ("low", "high"),
    SKILLS,
    {"t": Track("t", "The track")},
    {
        "a": Role("a", "Analyst", ("BA", "A"), "t", 1, {"sql": {1: 1, 2: 18}, "pitch": {1: 6}}),
        "b": Role("b", "Boss", final=True, source="a book", confidence="low"),
    },
    (
        Transition("a", "b", 24, "promotion", {"sql": 2, "pitch": 1}, months_range=(18, 30)),
        Transition("a", "b", 1, confidence="fair"),
    ),
)


def read(content: bytes) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(content), force_multigraph=True)


def test_roles_and_moves_have_attributes_that_a_table_can_show():
    """Gates as text, months as numbers, and labels on both."""
    graph = read(graphml(LADDER))
    assert dict(graph.nodes(data=True)) == {
        "a": {
            "label": "Analyst",
            "aliases": "BA; A",
            "track": "The track",
            "rank": 1,
            "develops": "SQL: low after 1 month, high after 18 months; "
            "Pitching: low after 6 months",
        },
        "b": {"label": "Boss", "citation": "a book", "confidence": "low", "final": True},
    }
    assert list(graph.edges(keys=True, data=True)) == [
        (
            *("a", "b", 0),
            {
                "transition": 0,
                "label": "promotion, 24 months",
                "kind": "promotion",
                "months": 24,
                "months_fast": 18,
                "months_slow": 30,
                "requires": "SQL: high; Pitching: low",
            },
        ),
        (
            *("a", "b", 1),
            {
                "transition": 1,
                "label": "lateral, 1 month",
                "kind": "lateral",
                "months": 1,
                "confidence": "fair",
            },
        ),
    ]


@given(ladder=ladders())
def test_networkx_reads_back_what_was_written(ladder):
    """The same nodes and edges, in order, under the same keys, with names as odd as they are."""
    graph = read(graphml(ladder))
    assert list(graph) == list(ladder.roles)
    for role in ladder.roles.values():
        node = graph.nodes[role.id]
        assert (node["label"], node.get("rank")) == (role.name, role.rank)
        assert node.get("about") == (role.about and lines(role.about))
        assert node.get("citation") == (role.source and lines(role.source))
        assert node.get("final", False) == role.final
        assert ("develops" in node) == bool(role.develops)
        assert node.get("url") == role.url
        for skill, level in role.expects.items():
            assert f"{ladder.skills[skill].name}: {ladder.level_name(level)}" in node["expects"]
    found = {
        (edge["transition"], source): (target, key, edge)
        for source, target, key, edge in graph.edges(keys=True, data=True)
    }
    assert found.keys() == {(place, source) for place, source, _ in ladder.moves()}
    assert len({key for _, key, _ in found.values()}) == len(found)
    for place, source, item in ladder.moves():
        target, key, edge = found[place, source]
        assert (target, key) == (
            item.to_role,
            place if len(item.from_roles) == 1 else f"{place}-{source}",
        )
        assert edge.get("open_to_all", False) == item.from_any
        assert (edge["months"], edge["kind"]) == (item.months, item.kind)
        assert (edge.get("months_fast"), edge.get("months_slow")) == (
            item.months_range or (None, None)
        )
        for skill, level in item.requires.items():
            asked = f"{ladder.skills[skill].name}: {ladder.level_name(level)}"
            assert asked in edge["requires"]
    assert graph.graph["name"] == ladder.name


def lines(text: str) -> str:
    """Line breaks as XML readers give them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<b> & \"'", "<b> & \"'"),
        ("]]>", "]]>"),
        ("&lt;!ENTITY", "&lt;!ENTITY"),
        ("a\0b\x1bc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
        ("\ud800\uffff", "\N{REPLACEMENT CHARACTER}" * 2),
        ("one\r\ntwo\rthree\n\tfour", "one\ntwo\nthree\n\tfour"),
        ("\x85\u2028👩", "\x85\u2028👩"),
        (" ", " "),
    ],
)
def test_hostile_text_stays_text(text, read_as):
    """In names, ids and prose of a ladder that was made in Python, which nobody has checked."""
    roles = {key: Role(key, text, (text,), about=text, source=text) for key in ("a", "z" + text)}
    move = Transition("a", "z" + text, 3, text, {"sql": 1}, text)
    skills = {"sql": replace(SKILLS["sql"], name=text)}
    graph = read(graphml(Ladder(text, (text,), skills, {}, roles, (move,))))
    assert list(graph) == ["a", "z" + read_as]
    assert graph.nodes["a"]["label"] == graph.nodes["a"]["about"] == read_as
    edge = graph.edges["a", "z" + read_as, 0]
    assert edge["kind"] == read_as
    assert edge["requires"] == f"{read_as}: {read_as}"


def test_it_is_xml_that_names_its_attributes():
    """By the names under which Gephi shows them, labels of nodes and edges among them."""
    root = ElementTree.fromstring(graphml(bundled("product-management")))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {(key.get("for"), key.get("attr.name")): key for key in root.iter(f"{space}key")}
    assert {("node", "label"), ("edge", "label")} <= keys.keys()
    assert keys["edge", "months"].get("attr.type") == "long"
    ids = [key.get("id") for key in root.iter(f"{space}key")]
    assert len(ids) == len(set(ids))
    edges = [edge.get("id") for edge in root.iter(f"{space}edge")]
    assert len(edges) == len(set(edges)) == len(bundled("product-management").transitions)


def test_it_is_the_same_bytes_each_time():
    """So that an export can be kept in version control."""
    assert graphml(LADDER) == graphml(LADDER)
    assert graphml(LADDER).startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<graphml")
