"""A skill matrix on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from ladder import bundled, load
from ladder.spreadsheet.xlsx_writer import matrix_xlsx

Run = Callable[..., Result]
MATRIX = "Role,Track,Communication,SQL\nAnalyst,Data,2,1\nSenior Analyst,Data,3,2\nHead,Data,4,3\n"


def test_a_matrix_becomes_a_ladder_that_answers(run: Run, tmp_path: Path) -> None:
    """What was guessed goes to standard error; the file answers questions."""
    (tmp_path / "skills.csv").write_text(MATRIX, encoding="utf-8")
    result = run("import", "matrix", "skills.csv", "-o", "ours.yaml", "--name", "Ours")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert 'Roles go down (by the heading "Role"), with their track' in result.stderr
    assert "the most junior first" in result.stderr
    assert load(tmp_path / "ours.yaml").name == "Ours"
    answer = run("path", "analyst", "head", "--ladder", "ours.yaml")
    assert answer.exit_code == 0
    assert "24 months" in answer.stdout


def test_a_mapping_and_figures_are_heeded(run: Run, tmp_path: Path) -> None:
    """Options give the figures, the mapping file the levels."""
    (tmp_path / "skills.csv").write_text(MATRIX, encoding="utf-8")
    (tmp_path / "map.yaml").write_text("levels: [a, b, c, d]\norder: falling\n", encoding="utf-8")
    options = ["--map", "map.yaml", "--tenure", "6", "--learning-months", "1,2,2,3"]
    assert run("import", "matrix", "skills.csv", "-o", "o.yaml", *options).exit_code == 0
    ladder = load(tmp_path / "o.yaml")
    assert ladder.levels == ("a", "b", "c", "d")
    assert [move.from_role for move in ladder.transitions] == ["senior-analyst", "head"]
    assert {move.months for move in ladder.transitions} == {6}
    assert {key: item.months for key, item in ladder.activities.items()} == {
        "communication-b": 3,
        "communication-c": 2,
        "sql-a": 1,
        "sql-b": 2,
    }


def test_what_was_made_before_is_heeded(run: Run, tmp_path: Path) -> None:
    """Months that somebody has changed stay, though the matrix is imported once more."""
    (tmp_path / "skills.csv").write_text(MATRIX, encoding="utf-8")
    assert run("import", "matrix", "skills.csv", "-o", "a.yaml", "--tenure", "5").exit_code == 0
    result = run("import", "matrix", "skills.csv", "-o", "b.yaml", "--before", "a.yaml")
    assert "Kept of the ladder before: 0 side moves" in result.stderr
    promotions = [m for m in load(tmp_path / "b.yaml").transitions if m.kind == "promotion"]
    assert {move.months for move in promotions} == {5}


def test_bad_input_is_told(run: Run, tmp_path: Path) -> None:
    """Figures by their options, cells by their places; nothing is written."""
    (tmp_path / "skills.csv").write_text(MATRIX.replace("3,2", "3,two"), encoding="utf-8")
    result = run("import", "matrix", "skills.csv", "-o", "o.yaml")
    assert result.exit_code == 2
    assert "skills.csv:3:23: " in result.stderr
    (tmp_path / "skills.csv").write_text(MATRIX, encoding="utf-8")
    result = run("import", "matrix", "skills.csv", "-o", "o.yaml", "--learning-months", "3,1")
    assert result.exit_code == 2
    assert "--learning-months must be 4 whole numbers" in result.stderr
    assert run("import", "matrix", "no.csv", "-o", "o.yaml").exit_code == 2
    assert not (tmp_path / "o.yaml").exists()


def test_a_workbook_gives_the_ladder_back(run: Run, tmp_path: Path) -> None:
    """Whole, and without a word about guesses."""
    (tmp_path / "p.xlsx").write_bytes(matrix_xlsx(bundled("product-management")))
    result = run("import", "matrix", "p.xlsx", "-o", "p.yaml")
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1
    assert load(tmp_path / "p.yaml") == bundled("product-management")
