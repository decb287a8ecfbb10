"""A matrix in CSV holds what it says it holds."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from support.ladder_strategies import ladders

from ladder import Ladder, Role, Skill, bundled, dumps, load
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.matrix import lost, matrix_csv, matrix_of


def imported(text: str) -> Imported:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "matrix.csv"
        file.write_text(text, encoding="utf-8", newline="")
        return import_matrix(file)


@given(ladder=ladders())
def test_export_and_import_keep_what_a_matrix_holds(ladder: Ladder) -> None:
    """Roles, skills, tracks, ranks, levels and profiles come back, whatever their names."""
    again = imported(matrix_csv(ladder)).ladder
    assert matrix_of(again) == matrix_of(ladder)


@given(ladder=ladders())
def test_what_is_imported_is_a_ladder(ladder: Ladder) -> None:
    """What the import makes can be written to a file and loads as the same."""
    again = imported(matrix_csv(ladder)).ladder
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ladder.yaml"
        file.write_text(dumps(again), encoding="utf-8")
        assert load(file) == again


@given(ladder=ladders())
def test_no_cell_is_a_formula(ladder: Ladder) -> None:
    """Whatever the names, a spreadsheet takes none of the texts for a formula."""
    rows = list(csv.reader(StringIO(matrix_csv(ladder))))
    at = rows[0].index("Rank")
    texts = [cell for row in rows for number, cell in enumerate(row) if number != at]
    assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_row_says_which_levels_it_has() -> None:
    """What a role expects, though it develops something else; and what is left out is told."""
    roles = {
        "pm": Role("pm", "PM", expects={"sql": 2}, develops={"sql": {1: 6}}),
        "apm": Role("apm", "APM", develops={"sql": {1: 6}}),
    }
    skills = {"sql": Skill("sql", "SQL", group="Craft", levels={1: "Reads it"})}
    ladder = Ladder("Small", ("low", "high"), skills, roles=roles)
    assert matrix_csv(ladder).splitlines() == [
        "Role,Id,Track,Rank,Levels are,SQL",
        "PM,pm,,,expected,2 - high",
        "APM,apm,,,developed,1 - low",
    ]
    assert {
        "what a role develops, where it expects something",
        "groups of skills",
        "what the levels mean",
    } <= set(lost(ladder))


def test_bundled_ladders_keep_what_a_matrix_holds() -> None:
    """The ladders that come along do so, too."""
    for name in ("product-management", "uk-digital-and-data"):
        ladder = bundled(name)
        assert matrix_of(imported(matrix_csv(ladder)).ladder) == matrix_of(ladder)


def test_a_role_without_a_letter_in_its_name_comes_back() -> None:
    """A heading such as "#" is no name, so its id stands behind it; that had been left empty."""
    ladder = Ladder("?", levels=(), skills={}, roles={"0": Role("0", "#")}, transitions=())
    assert [role.name for role in imported(matrix_csv(ladder)).ladder.roles.values()] == ["#"]


def test_levels_of_signs_alone_come_back() -> None:
    """Found by a ladder at random: a semicolon, which else parts a level from a text."""
    signs = Ladder(
        "Signs",
        ("?", ":", ";", "³"),
        {"no": Skill("no", "?")},
        roles={
            "a": Role("a", "A", develops={"no": {4: 0}}),
            "b": Role("b", "B", develops={"no": {3: 0}}),
        },
    )
    assert matrix_of(imported(matrix_csv(signs)).ladder).roles == matrix_of(signs).roles
