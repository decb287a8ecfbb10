"""What this project draws and exports comes back, and all dialects say the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.drawn import WRITERS, Drawn, Move, moves_of, named, tracks_of
from support.graph_strategies import questions
from support.ladder_strategies import ladders

from graphs import diagram, graphml, mermaid
from ladder import Ladder, LadderError, bundled, bundled_names
from ladder.importers.assumptions import Imported
from ladder.importers.drawn.importer import import_drawing

few = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
small = [name for name in bundled_names() if len(bundled(name).roles) < 60]


def back(folder: Path, name: str, content: str | bytes, **options: Any) -> Imported:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return import_drawing(file, **options)


def same_roles(ladder: Ladder, again: Ladder) -> None:
    assert tracks_of(again) == tracks_of(ladder)


def test_a_flowchart_comes_back(tmp_path: Path) -> None:
    """With names, tracks, months and the kinds that arrows tell; gates are but counted."""
    for name in small:
        ladder = bundled(name)
        again, remarks = back(tmp_path, "a.mmd", mermaid(ladder))
        same_roles(ladder, again)
        told = [
            move._replace(kind=move.kind if move.kind in ("promotion", "entry") else "lateral")
            for move in moves_of(ladder, gates=False)
        ]
        assert moves_of(again) == sorted(told)
        assert any('skills"' in remark and "Left out" in remark for remark in remarks)


@few
@given(questions())
def test_random_flowcharts_come_back(tmp_path: Path, question: Any) -> None:
    """Those that are open to all, too."""
    ladder, _ = question
    again = back(tmp_path, "a.mmd", mermaid(ladder)).ladder
    same_roles(ladder, again)
    assert [move[:2] + move[3:4] for move in moves_of(again)] == [
        move[:2] + move[3:4] for move in moves_of(ladder)
    ]


def same_gates(ladder: Ladder, again: Ladder) -> None:
    same_roles(ladder, again)
    assert {role.name: role.aliases for role in again.roles.values()} == {
        role.name: role.aliases for role in ladder.roles.values()
    }
    assert moves_of(again) == moves_of(ladder)


@pytest.mark.parametrize("name", small)
def test_a_picture_in_dot_comes_back(tmp_path: Path, name: str) -> None:
    """With aliases, tracks, kinds, months and gates."""
    ladder = bundled(name)
    again, _ = back(tmp_path, "a.dot", diagram(ladder), levels=ladder.levels)
    same_gates(ladder, again)


@settings(few, max_examples=8)
@given(questions())
def test_random_pictures_in_dot_come_back(tmp_path: Path, question: Any) -> None:
    ladder, _ = question
    again = back(tmp_path, "a.dot", diagram(ladder), levels=ladder.levels or None).ladder
    same_gates(ladder, again)


def told(ladder: Ladder) -> dict[str, Any]:
    """All that GraphML has a place for."""
    return {
        role.name: (
            role.id, role.aliases, role.rank, named(ladder, role.expects), role.about, role.url,
            role.source, role.confidence, role.final,
            {ladder.skills[skill].name: levels for skill, levels in role.develops.items()},
        )
        for role in ladder.roles.values()
    }  # fmt: skip


@pytest.mark.parametrize("name", bundled_names())
def test_graphml_comes_back(tmp_path: Path, name: str) -> None:
    """All but activities, and groups and meanings of skills."""
    ladder = bundled(name)
    again = back(tmp_path, "a.graphml", graphml(ladder)).ladder
    assert again.name == ladder.name
    same_roles(ladder, again)
    assert told(again) == told(ladder)
    assert moves_of(again) == moves_of(ladder)
    assert [item.months_range for item in again.transitions] == [
        item.months_range for item in ladder.transitions
    ]


@few
@given(questions())
def test_random_graphml_comes_back(tmp_path: Path, question: Any) -> None:
    ladder, _ = question
    again = back(tmp_path, "a.graphml", graphml(ladder)).ladder
    same_roles(ladder, again)
    assert moves_of(again) == moves_of(ladder)


@few
@given(ladders())
def test_names_as_odd_as_can_be(tmp_path: Path, ladder: Ladder) -> None:
    """Come back, or are refused in words; nothing else happens."""
    for name, write in (("a.mmd", mermaid), ("a.graphml", graphml)):
        try:
            again = back(tmp_path, name, write(ladder), months=0).ladder
        except LadderError:
            continue
        assert len(again.roles) == len(ladder.roles)


@cache
def drawings() -> st.SearchStrategy[Drawn]:
    """Draw roles with tracks, and moves between them, by harmless names."""
    kinds = st.sampled_from(["promotion", "lateral", "entry"])
    asked = st.dictionaries(
        st.sampled_from(["SQL", "Data modelling", "Überblick"]),
        st.sampled_from(["awareness", "working", "expert"]),
        max_size=2,
    )
    names = ["Analyst", "Senior Analyst", "Head of Data", "Größe 3", "产品经理", "C"]

    def moves(roles: list[tuple[str, str | None]]) -> st.SearchStrategy[Drawn]:
        ends = st.tuples(*[st.integers(0, len(roles) - 1)] * 2).filter(lambda it: it[0] != it[1])
        move = st.tuples(ends, kinds, st.integers(0, 99), asked).map(lambda it: (*it[0], *it[1:]))
        several = st.lists(move, min_size=1, max_size=5, unique_by=lambda it: it[:2])
        return several.map(lambda found: Drawn(roles, found))

    roles = st.lists(
        st.tuples(st.sampled_from(names), st.sampled_from([None, "Data", "Management team"])),
        min_size=2, max_size=5, unique_by=lambda it: it[0],
    )  # fmt: skip
    return roles.flatmap(moves)


@few
@given(drawings())
def test_all_dialects_say_the_same(tmp_path: Path, drawn: Drawn) -> None:
    """Whichever program somebody draws with."""
    names = [name for name, _ in drawn.roles]
    expected = sorted(
        Move(names[source], names[target], kind, months, tuple(sorted(asked.items())))
        for source, target, kind, months, asked in drawn.moves
    )
    for file, write in WRITERS.items():
        again = back(tmp_path, file, write(drawn)).ladder
        assert tracks_of(again) == dict(drawn.roles), file
        assert moves_of(again) == expected, file
