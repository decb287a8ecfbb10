"""A first ladder, and what one can do with it."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ladder import bundled, bundled_names, dumps, load, schema_text, starter_text
from ladder.files.catalogue import bundled_file

Run = Callable[..., Result]
SCHEMA_LINE = "# yaml-language-server: $schema=./ladder.schema.json\n"
TRIED = re.findall(r"^#   ladder (.*)$", starter_text(), re.MULTILINE)


def test_two_files_are_written(run: Run, tmp_path: Path) -> None:
    """The ladder, and beside it the schema that its first line names."""
    result = run("init")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "Written: ladder.yaml, and ladder.schema.json, by which editors complete it\n"
    )
    assert sorted(os.listdir(tmp_path)) == ["ladder.schema.json", "ladder.yaml"]
    assert Path("ladder.yaml").read_text(encoding="utf-8") == SCHEMA_LINE + starter_text()
    assert Path("ladder.schema.json").read_text(encoding="utf-8") == schema_text()
    assert run("check").exit_code == 0


@pytest.mark.parametrize("command", TRIED)
def test_what_its_comments_say_one_may_try(run: Run, command: str) -> None:
    """Each command at its end answers."""
    run("init")
    assert run(*shlex.split(command)).exit_code == 0


def test_what_its_comments_say_it_means(run: Run) -> None:
    """What the comments say of months, kinds and levels is so."""
    assert len(TRIED) == 3
    run("init")
    ladder = load("ladder.yaml")
    roles = ladder.roles
    assert len(roles) == 4
    assert roles["support-agent"].develops["product-knowledge"] == {1: 1, 2: 6}
    assert set(roles["senior-support-agent"].develops["coaching"].values()) == {12}
    assert roles["senior-support-agent"].rank > roles["support-agent"].rank
    assert not [move for move in ladder.transitions if move.from_role == "team-lead"]
    assert roles["team-lead"].final
    assert [move.kind for move in ladder.transitions] == [
        *("promotion", "lateral", "promotion", "lateral")
    ]
    assert ladder.activities["mentoring"].months_range == (4, 9)
    answer = json.loads(run("path", "agent", "lead", "--format", "json").stdout)
    assert (answer["status"], answer["optimal"]) == ("found", True)


@pytest.mark.parametrize("name", bundled_names())
def test_a_bundled_one_to_start_from(run: Run, name: str) -> None:
    """It is the same ladder; where it is YAML that extends none, its comments come along."""
    assert run("init", "--from", name, "ours.yaml").exit_code == 0
    assert load("ours.yaml") == bundled(name)
    text = Path("ours.yaml").read_text(encoding="utf-8")
    assert text.startswith(SCHEMA_LINE)
    original = Path(bundled_file(name)).read_text(encoding="utf-8")
    if bundled_file(name).endswith(".yaml") and "\nextends:" not in original:
        assert text == SCHEMA_LINE + original


def test_a_file_to_start_from(run: Run) -> None:
    """Its comments stay, and it has one line for editors, however often it is copied."""
    Path("old.yaml").write_bytes(b"# Ours\r\nname: X\r\nroles: {a: {}}\r\n")
    for source, target in (("old.yaml", "b.yaml"), ("b.yaml", "c.yaml")):
        assert run("init", target, "--from", source).exit_code == 0
    assert Path("c.yaml").read_text() == SCHEMA_LINE + "# Ours\nname: X\nroles: {a: {}}\n"


def test_one_that_extends_another_is_written_whole(run: Run) -> None:
    """The copy may lie in another folder, from which its base could not be found."""
    os.mkdir("old")
    Path("old/base.yaml").write_text("name: X\nroles: {a: {}}\n")
    Path("old/ours.yaml").write_text("extends: base.yaml\nname: Y\n")
    assert run("init", "--from", "old/ours.yaml").exit_code == 0
    assert load("ladder.yaml") == load("old/ours.yaml")
    text = Path("ladder.yaml").read_text()
    assert text == SCHEMA_LINE + dumps(load("old/ours.yaml"))


@pytest.mark.parametrize("name", ["ladder.yaml", "ladder.schema.json"])
def test_nothing_is_overwritten(run: Run, name: str, tmp_path: Path) -> None:
    """A file that is there stays, unless --force is said; and then no other is written either."""
    Path(name).write_text("mine")
    result = run("init")
    assert result.exit_code == 2
    assert result.stderr == f"Error: {name}: there already; --force replaces that\n"
    assert os.listdir(tmp_path) == [name]
    assert Path(name).read_text() == "mine"
    assert run("init", "--force").exit_code == 0
    assert run("check").exit_code == 0


def test_a_second_ladder_beside_the_first(run: Run) -> None:
    """The schema is there already, and it is the same."""
    assert run("init").exit_code == 0
    assert run("init", "other.yml").exit_code == 0


def test_only_who_writes_says_so(run: Run) -> None:
    """Not even the same ladder is written again, so that nobody is told that it was."""
    assert run("init").exit_code == 0
    again = run("init")
    assert (again.exit_code, again.stderr) == (
        2,
        "Error: ladder.yaml: there already; --force replaces that\n",
    )
    assert run("init", "--force").exit_code == 0


def test_it_is_printed(run: Run, tmp_path: Path) -> None:
    """To standard output goes the ladder alone."""
    assert run("init", "-").stdout == starter_text()
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("ladder.json",), "Error: ladder.json: the suffix should be .yaml or .yml\n"),
        (("no/a.yaml",), f"Error: {Path('no/a.yaml')}: there is no folder no; make it first\n"),
        (("--from", "no.yaml"), "Error: there is no file no.yaml\n"),
        (("--from", "bad.yaml"), "bad.yaml:1:1: name is missing: a career ladder needs name and "),
    ],
)
def test_what_cannot_be_done(run: Run, args: tuple[str, ...], message: str, tmp_path: Path) -> None:
    """It is said in words, and nothing is written."""
    Path("bad.yaml").write_text("roles: {a: {}}\n")
    result = run("init", *args)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert os.listdir(tmp_path) == ["bad.yaml"]
