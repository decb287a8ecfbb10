"""What the shell offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from cli.main import main


@pytest.fixture(autouse=True)
def _empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LADDER_FILE", raising=False)


def offered(*typed: str) -> list[str]:
    """What may stand in place of the last word."""
    shell = ShellComplete(main, {}, "ladder", "_LADDER_COMPLETE")
    return [item.value for item in shell.get_completions(list(typed[:-1]), typed[-1])]


@pytest.mark.parametrize(
    "command",
    [("path",), ("path", "analyst"), ("show",), ("draw", "--path"), ("reach",), ("into",)],
)
def test_roles_are_offered(command: tuple[str, ...]) -> None:
    """Wherever a role is asked for, ids and short aliases that begin so are offered."""
    assert offered(*command, "senior") == ["senior-product-manager"]
    assert offered(*command, "sp") == ["SPM"]


def test_every_role_is_offered_when_nothing_is_typed() -> None:
    """With no beginning, all roles come, each once."""
    names = offered("path", "")
    assert len(names) == len(set(names))
    assert {"graduate", "chief-product-officer"} <= set(names)


def test_skills_come_with_their_levels() -> None:
    """Behind a skill come the levels that it can be held at."""
    assert "roadmapping=working" in offered("path", "analyst", "spm", "--skill", "road")


def test_activities_are_offered() -> None:
    """Where one does without them, and where they are listed."""
    assert offered("path", "analyst", "spm", "--without", "mb") == ["mba"]
    assert offered("activities", "mb") == ["mba"]


def test_bundled_ladders_are_offered() -> None:
    """Before and after the command's name."""
    assert "uk-digital-and-data" in offered("--ladder", "uk")
    assert "uk-digital-and-data" in offered("roles", "--ladder", "uk")


def test_the_named_ladder_is_asked(tmp_path: Path) -> None:
    """Roles come out of the ladder that the line names."""
    (tmp_path / "own.yaml").write_text("name: Own\nroles: {zookeeper: {}}\n", encoding="utf-8")
    assert offered("--ladder", "own.yaml", "path", "z") == ["zookeeper"]
    assert offered("path", "--ladder", "own.yaml", "z") == ["zookeeper"]


@pytest.mark.parametrize("content", [None, "", "{{{", "name: 1"])
def test_a_broken_ladder_is_no_trouble(
    content: str | None, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing is offered, nothing is printed, nothing is raised."""
    if content is not None:
        (tmp_path / "bad.yaml").write_text(content, encoding="utf-8")
    assert offered("path", "--ladder", "bad.yaml", "a") == []
    assert capfd.readouterr() == ("", "")
