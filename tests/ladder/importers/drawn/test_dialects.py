"""A file in each language that ladders are drawn in, and one that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.drawn import Move, moves_of, tracks_of

from ladder import FileProblems, LadderError
from ladder.importers.drawn.importer import import_drawing
from ladder.recognition.kinds import DRAWING, recognise

DRAWN = Path(__file__).parents[3] / "data" / "drawn"
DOUGH = (("Dough", "held"),)

READ: dict[str, tuple[dict[str, str | None], list[tuple[object, ...]]]] = {
    "careers.mmd": (
        {"Apprentice": "At the ovens", "Baker": "At the ovens", "Master baker": "At the ovens",
         "Head of bakeries": None},
        [("Apprentice", "Baker", "lateral", 36, (("Dough", "working"),)),
         ("Baker", "Master baker", "promotion", 30),
         ("Head of bakeries", "Apprentice", "lateral", 6),
         ("Master baker", "Head of bakeries", "lateral", 6)],
    ),
    "handbook.md": (
        {"Baker": None, "Master baker": None}, [("Baker", "Master baker", "promotion", 24)],
    ),
    "team.dot": (
        {"Apprentice": "At the ovens", "Baker": "At the ovens", "Master baker": None,
         "Shop keeper": None},
        [("Apprentice", "Baker", "lateral", 24), ("Baker", "Master baker", "lateral", 24),
         ("Shop keeper", "Master baker", "promotion", 12, DOUGH)],
    ),
    "yed.graphml": (
        {"Apprentice": "Bakery", "Master baker": "Bakery", "Head baker": None},
        [("Apprentice", "Master baker", "lateral", 24),
         ("Master baker", "Head baker", "promotion", 6)],
    ),
    "gephi.gexf": (
        {"Baker": "Bakery", "Master baker": "Bakery", "Shopkeeper": None},
        [("Baker", "Master baker", "promotion", 24), ("Master baker", "Shopkeeper", "lateral", 6)],
    ),
    "flow.json": (
        {"Baker": "Bakery", "Master baker": "Bakery", "Shopkeeper": None},
        [("Baker", "Master baker", "promotion", 24, DOUGH),
         ("Master baker", "Shopkeeper", "lateral", 12)],
    ),
    "cytoscape.json": (
        {"Baker": "Bakery", "Master baker": "Bakery"},
        [("Baker", "Master baker", "lateral", 24, (("Dough", "level 2"),))],
    ),
    "vis.json": (
        {"Baker": "Bakery", "Master baker": "Bakery"},
        [("Baker", "Master baker", "lateral", 24), ("Baker", "Master baker", "promotion", 30)],
    ),
    "jsongraph.json": (
        {"Baker": "Bakery", "Master baker": None}, [("Baker", "Master baker", "promotion", 24)],
    ),
    "board.canvas": (
        {"Baker": "Bakery", "Master baker": "Bakery", "Shopkeeper": None},
        [("Baker", "Master baker", "lateral", 24), ("Master baker", "Shopkeeper", "lateral", 12)],
    ),
    "tree.json": (
        dict.fromkeys(["Apprentice", "Baker", "Master baker", "Shopkeeper"]),
        [("Apprentice", "Baker", "lateral", 24), ("Apprentice", "Shopkeeper", "lateral", 12),
         ("Baker", "Master baker", "lateral", 36)],
    ),
}  # fmt: skip

TOLD = {
    "careers.mmd": ['"if the shop grows" on 1 arrow (the first in line 11)', "the middle of the",
                    "Assumed: 6 months before the moves of 1 edge", "are open to all"],
    "team.dot": ['no place for it: "pay"', 'one level, "held"'],
    "flow.json": ['no place for it: "salary"', 'names by ids, where no text is a label: "Shopk'],
    "gephi.gexf": ['no place for it: "end", "start"'],
    "cytoscape.json": ['no place for it: "bonus"', "2 levels of skills, by their numbers"],
    "vis.json": ['"must bake bread" on 1 arrow (the first in line 5)'],
    "jsongraph.json": ['no place for it: "cost"'],
    "tree.json": ['no place for it: "pay"'],
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    """Names from labels, tracks from frames, and what arrows say; what else they say is told."""
    assert recognise([DRAWN / name]).kind == DRAWING
    ladder, remarks = import_drawing(DRAWN / name, months=6, lead="down")
    tracks, moves = READ[name]
    assert tracks_of(ladder) == tracks
    assert moves_of(ladder) == sorted(Move(*move) for move in moves)  # type: ignore[arg-type]
    for part in TOLD.get(name, ()):
        assert any(part in remark for remark in remarks), (part, remarks)
    assert sum(remark.startswith("Left out") for remark in remarks) == sum(
        "no place" in part or "on 1 arrow" in part for part in TOLD.get(name, ())
    )


FAULTS = {
    "broken.mmd": [
        "2:12: this is not understood; expected a box or an arrow, such as A[Analyst]",
        '3:3: this subgraph has no "end"',
        '4:5: the arrow has an end at the frame "s"; a move leads from one role to another',
    ],
    "broken.dot": ["2:10: this is not understood; expected DOT, such as a -> b"],
    "broken.graphml": ["3:3: this is not well-formed XML from here on"],
    "broken.gexf": ['2:22: the node "a" was there before'],
    "broken-flow.json": [
        '2:2: the box "1" was there before',
        "2:59: each of nodes should be a mapping",
        '3:12: the arrow has an end at "9", which is no box',
        "3:44: target is missing",
    ],
    "broken-cytoscape.json": [
        '2:12: the label says "24" of months, and the attribute months "12"'
    ],
    "broken-vis.json": ['2:12: months: expected a whole number'],
    "broken-jsongraph.json": [
        "1:52: each of nodes should be a mapping", "2:22: each of edges should be a mapping",
    ],
    "broken.canvas": ['2:12: the arrow has an end at "c", which is no box'],
    "broken-tree.json": [
        '2:2: "Baker" is the name of the box in line 1, too', "2:21: name is missing",
        "2:34: children should be a list",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_broken_is_told_at_its_place(name: str) -> None:
    """All of it at once."""
    with pytest.raises(FileProblems) as caught:
        import_drawing(DRAWN / name, months=6, lead="down")
    found = [f"{one.line}:{one.column}: {one.message}" for one in caught.value.problems]
    assert len(found) == len(FAULTS[name]), found
    for message, expected in zip(found, FAULTS[name], strict=True):
        assert message.startswith(expected)


def test_each_file_is_of_use() -> None:
    """No file is there that nothing is said of."""
    assert {file.name for file in DRAWN.iterdir()} == {*READ, *FAULTS}


def test_which_way_a_tree_leads_is_asked_for() -> None:
    """An organisation's chart is one, too."""
    with pytest.raises(LadderError, match="by the argument lead"):
        import_drawing(DRAWN / "tree.json", months=6)
    ladder, _ = import_drawing(DRAWN / "tree.json", months=6, lead="up")
    assert ("Baker", "Apprentice") in [move[:2] for move in moves_of(ladder)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "flow.json",
            '{"nodes": [{"id": "ovens", "type": "group", "position": {}, "data": {}},\n'
            ' {"id": "a", "parentId": "oven", "position": {}, "data": {}}], "edges": []}',
        ),
        (
            "cytoscape.json",
            '{"elements": [{"data": {"id": "ovens"}}, {"data": {"id": "b", "parent": "ovens"}},\n'
            ' {"data": {"id": "a", "parent": "oven"}}]}',
        ),
        (
            "a.gexf",
            '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes>'
            '<node id="ovens"/><node id="b" pid="ovens"/>\n'
            '<node id="a" pid="oven"/></nodes></graph></gexf>',
        ),
    ],
)
def test_a_frame_that_is_not_there(tmp_path: Path, name: str, text: str) -> None:
    """At the box that names it, with the nearest that is."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FileProblems) as caught:
        import_drawing(tmp_path / name, months=1)
    (problem,) = caught.value.problems
    assert problem.line == 2
    assert problem.message == ('the box "a" is in "oven", which is not there; did you mean ovens?')


def test_semicolons_between_attributes(tmp_path: Path) -> None:
    """Which DOT allows and pydot does not; those in texts stay."""
    text = """digraph { node [shape=box;]; /* a [ ; */ a [label=<<b>A; "x</b>>; color=red];
    a -> b [label="12 months; Dough: good; promotion"; style=dashed]; # [
    }"""
    (tmp_path / "a.dot").write_text(text.replace(" # [", "\n# ["), encoding="utf-8")
    ladder, _ = import_drawing(tmp_path / "a.dot")
    gate = (("Dough", "good"),)
    assert moves_of(ladder) == [('A; "x', "b", "promotion", 12, gate)]


def test_what_pydot_would_read_for_minutes(tmp_path: Path) -> None:
    """Is refused at once, with how many characters there may be."""
    (tmp_path / "a.dot").write_text("digraph { a -> b }" + " " * 250_000, encoding="utf-8")
    with pytest.raises(FileProblems, match="250,018 characters, more than the 250,000 that pydot"):
        import_drawing(tmp_path / "a.dot", months=1)


def test_a_title_in_two_frames_is_two_roles(tmp_path: Path) -> None:
    """Named by the frames."""
    text = "graph TD\nsubgraph Sales\n a[Lead]\nend\nsubgraph Data\n b[Lead]\nend\na -->|2 years| b"
    (tmp_path / "a.mmd").write_text(text, encoding="utf-8")
    ladder, remarks = import_drawing(tmp_path / "a.mmd")
    assert [move[:2] for move in moves_of(ladder)] == [("Lead (Sales)", "Lead (Data)")]
    assert any("A title in several frames" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("arrow", "ends"),
    [
        ("a:::x --> b", [("a", "b")]), ("a-- if --->b", [("a", "b")]),
        ("a <--> b", [("a", "b"), ("b", "a")]),
        ("a & b --> c", [("a", "c"), ("b", "c")]), ("a --- b", [("a", "b")]), ("a ~~~ b", []),
        ("a@{shape: rect, label: \"x } y\"} ==> b", [("x } y", "b")]),
        ("style --> b", [("style", "b")]),
        ("first-one -.-> 2", [("first-one", "2")]), ("a --x b --o c", [("a", "b"), ("b", "c")]),
        ("a>flag] --> b[(db)] --> c((x))", [("flag", "db"), ("db", "x")]),
    ],
)  # fmt: skip
def test_arrows_of_mermaid(tmp_path: Path, arrow: str, ends: list[tuple[str, str]]) -> None:
    """As Mermaid draws them."""
    (tmp_path / "a.mmd").write_text(f"flowchart TB\n{arrow};", encoding="utf-8")
    ladder, _ = import_drawing(tmp_path / "a.mmd", months=1)
    assert sorted(move[:2] for move in moves_of(ladder)) == sorted(ends)
