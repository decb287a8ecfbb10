"""A matrix that is imported once more keeps what has not changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.matrices import SKILLS, Row, imported, matrices

from ladder import Ladder


def side_moves(ladder: Ladder, *, without: str) -> set[tuple[str, str, int]]:
    return {
        (source, move.to_role, move.months)
        for _, source, move in ladder.moves()
        if move.kind == "lateral" and without not in (source, move.to_role)
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("again")


@given(rows=matrices)
def test_the_same_matrix_gives_the_same_ladder(folder: Path, rows: list[Row]) -> None:
    """Whichever moves there are."""
    ladder = imported(folder, rows).ladder
    again = imported(folder, rows, ladder).ladder
    assert replace(again, source=ladder.source) == ladder


@given(rows=matrices, data=st.data())
def test_a_change_leaves_other_side_moves(
    folder: Path, rows: list[Row], data: st.DataObject
) -> None:
    """One cell is changed: between the other roles all side moves are what they were."""
    ladder = imported(folder, rows).ladder
    moves = tuple(replace(move, months=move.months + 1) for move in ladder.transitions)
    edited = replace(ladder, transitions=moves)
    number = data.draw(st.integers(0, len(rows) - 1))
    track, rank, held = rows[number]
    skill = data.draw(st.integers(0, SKILLS - 1))
    held = [*held[:skill], data.draw(st.integers(0, 4)), *held[skill + 1 :]]
    rows = [*rows[:number], (track, rank, held), *rows[number + 1 :]]
    again = imported(folder, rows, edited).ladder
    changed = f"role-{number}"
    assert side_moves(again, without=changed) == side_moves(edited, without=changed)
    learning = {key: item.months for key, item in ladder.activities.items()}
    for key, item in again.activities.items():
        assert item.months == learning.get(key, item.months)


def test_what_changed_is_grown_anew(folder: Path) -> None:
    """A new rung between two ends the promotion past it; moves deleted by hand stay deleted."""
    rows: list[Row] = [("Data", 1, [1] * 5), ("Data", 3, [3] * 5), ("Design", 1, [1] * 5)]
    ladder = imported(folder, rows).ladder
    upwards = [move for move in ladder.transitions if move.kind == "promotion"]
    assert ("role-0",) in [move.from_roles for move in upwards if move.to_role == "role-1"]
    bare = replace(ladder, transitions=tuple(upwards))
    again, remarks = imported(folder, [*rows, ("Data", 2, [2] * 5)], bare)
    promoted = {
        (source, move.to_role) for _, source, move in again.moves() if move.kind == "promotion"
    }
    assert {("role-0", "role-3"), ("role-3", "role-1")} <= promoted
    assert ("role-0", "role-1") not in promoted
    assert not side_moves(again, without="role-3")
    assert any("Kept of the ladder before: 0 side moves" in told for told in remarks)


def test_other_levels_keep_nothing(folder: Path) -> None:
    """Which is told."""
    rows: list[Row] = [("Data", 1, [1] * 5)]
    ladder = replace(imported(folder, rows).ladder, levels=("a", "b", "c", "d"))
    again, remarks = imported(folder, rows, ladder)
    assert again.transitions == imported(folder, rows).ladder.transitions
    assert any("Nothing is kept of the ladder before" in told for told in remarks)
