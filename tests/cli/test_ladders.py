"""Which ladder answers, and that it says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def write(file: Path, name: str) -> None:
    file.write_text(f"name: {name}\nroles: {{one: {{}}}}\n", encoding="utf-8")


def answered(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return str(json.loads(result.stdout)["ladder"])


def test_the_bundled_ladder_answers_when_there_is_no_other(run: Run) -> None:
    """Nobody named one, so it says which."""
    result = run("roles", "--format", "json")
    assert answered(result) == "Product management"
    assert "Ladder: Product management (bundled" in result.stderr


def test_the_nearer_name_wins(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the folder beats the bundled one, the environment beats that, the option all."""
    write(tmp_path / "ladder.yaml", "Here")
    result = run("roles", "--format", "json")
    assert answered(result) == "Here"
    assert "ladder.yaml in this folder" in result.stderr
    write(tmp_path / "other.yaml", "Set")
    monkeypatch.setenv("LADDER_FILE", "other.yaml")
    result = run("roles", "--format", "json")
    assert answered(result) == "Set"
    assert "LADDER_FILE" in result.stderr
    write(tmp_path / "third.yaml", "Named")
    for args in (("--ladder", "third.yaml", "roles"), ("roles", "--ladder", "third.yaml")):
        result = run(*args, "--format", "json")
        assert answered(result) == "Named"
        assert result.stderr == ""


def test_the_later_option_wins(run: Run, tmp_path: Path) -> None:
    """Named twice, the ladder nearer to the command's end is the one."""
    write(tmp_path / "a.yaml", "A")
    write(tmp_path / "b.yaml", "B")
    result = run("--ladder", "a.yaml", "roles", "--ladder", "b.yaml", "--format", "json")
    assert answered(result) == "B"


def test_a_bundled_ladder_goes_by_name(run: Run) -> None:
    """The national framework needs no file."""
    result = run("roles", "--ladder", "uk-digital-and-data", "--format", "json")
    assert len(json.loads(result.stdout)["roles"]) == 201
