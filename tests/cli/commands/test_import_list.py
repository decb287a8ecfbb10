"""A list of roles and skills on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from ladder import load

Run = Callable[..., Result]
LIST = "Role,Rank,Skill,Level\nBaker,1,Dough,1\nBaker,1,Oven,1\nHead baker,2,Dough,2\n"
MOVES = "From,To,Months,Kind\nBaker,Head baker,9,promotion\n"


def test_a_list_becomes_a_ladder_that_answers(run: Run, tmp_path: Path) -> None:
    """How it was read, and what is assumed, is said in two lines on standard error."""
    (tmp_path / "bakery.csv").write_text(LIST, encoding="utf-8")
    result = run("import", "list", "bakery.csv", "-o", "ours.yaml", "--name", "Ours")
    assert result.exit_code == 0
    assert result.stdout == ""
    written, reading, assumed = result.stderr.splitlines()
    assert written == "Written: ours.yaml, with 2 roles and 2 skills"
    assert reading.startswith("Read as a list with 3 rows: role, rank, skill and level.")
    assert assumed.startswith("Each role is promoted to the next rank. A list says nothing of")
    assert load(tmp_path / "ours.yaml").name == "Ours"
    answer = run("path", "baker", "head-baker", "--ladder", "ours.yaml")
    assert "24 months" in answer.stdout


def test_tables_beside_the_list(run: Run, tmp_path: Path) -> None:
    """Further files are what their headings say; a mapping file and figures are heeded."""
    (tmp_path / "bakery.csv").write_text(LIST.replace("Rank", "Wage"), encoding="utf-8")
    (tmp_path / "moves.csv").write_text(MOVES, encoding="utf-8")
    (tmp_path / "map.yaml").write_text("{rank: Wage, levels: [able, sure]}", encoding="utf-8")
    options = ["--map", "map.yaml", "--learning-months", "2,3", "-o", "o.yaml"]
    assert run("import", "list", "moves.csv", "bakery.csv", *options).exit_code == 0
    ladder = load(tmp_path / "o.yaml")
    assert [(move.months, move.kind) for move in ladder.transitions] == [(9, "promotion")]
    assert ladder.levels == ("able", "sure")
    assert {key: each.months for key, each in ladder.activities.items()} == {"dough-sure": 5}
    assert ladder.roles["head-baker"].rank == 2


def test_what_is_no_list_is_refused(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and the figures are told by their options."""
    (tmp_path / "bakery.csv").write_text("Role,Dough\nBaker,1\n", encoding="utf-8")
    result = run("import", "list", "bakery.csv", "-o", "o.yaml")
    assert result.exit_code == 2
    assert "bakery.csv:1:1: no list found; expected a row of headings" in result.stderr
    assert '"Role", "Dough"' in result.stderr
    (tmp_path / "bakery.csv").write_text(LIST, encoding="utf-8")
    result = run("import", "list", "bakery.csv", "-o", "o.yaml", "--learning-months", "3,1")
    assert "--learning-months must be 2 whole numbers" in result.stderr
    assert run("import", "list", "-o", "o.yaml").exit_code == 2
    assert not (tmp_path / "o.yaml").exists()
