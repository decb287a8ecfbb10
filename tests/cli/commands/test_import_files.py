"""``ladder import FILE``: says what it took the file for, and hands it to the import for that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from support.origins import ORIGINS, REFUSED, SHAPES

from ladder import bundled, load

DATA = Path(__file__).parents[2] / "data"
Run = Callable[..., Result]


def test_a_matrix(run: Run, tmp_path: Path) -> None:
    """The same comes out as by name, with the options of that import."""
    by_itself = run("import", str(SHAPES / "across.csv"), "-o", "a.yaml", "--tenure", "30")
    by_name = run("import", "matrix", str(SHAPES / "across.csv"), "-o", "b.yaml", "--tenure", "30")
    assert by_itself.exit_code == by_name.exit_code == 0
    assert by_itself.stderr.splitlines()[0] == "Taken for a skill matrix (ladder import matrix)"
    assert load(tmp_path / "a.yaml") == load(tmp_path / "b.yaml")


def test_options_may_come_first(run: Run, tmp_path: Path) -> None:
    """In any order, like those of other commands."""
    result = run("import", "--name=Ours", "-o", "a.yaml", str(SHAPES / "across.csv"))
    assert result.exit_code == 0, result.stderr
    assert load(tmp_path / "a.yaml").name == "Ours"


def test_an_encoding_is_said(run: Run, tmp_path: Path) -> None:
    """Beside what else was guessed."""
    text = (ORIGINS / "french.csv").read_text(encoding="utf-8")
    (tmp_path / "skills.csv").write_bytes(text.encode("mac_roman"))
    (tmp_path / "map.yaml").write_text("roles: down", encoding="utf-8")
    result = run("import", "skills.csv", "-o", "a.yaml", "--map", "map.yaml")
    assert "skills.csv was read as Mac Roman" in result.stderr
    assert load(tmp_path / "a.yaml").roles["développeur-confirmé"].expects == {
        "écoute": 2, "gestion-d-équipe-à-distance": 1,
    }  # fmt: skip


def test_published_tables(run: Run, tmp_path: Path) -> None:
    """Two files become an argument and an option; a folder is one."""
    files = str(DATA / "ddat" / "order.csv"), str(DATA / "ddat" / "roles.csv")
    result = run("import", *files, "-o", "a.json")
    assert result.exit_code == 0, result.stderr
    assert "Taken for the tables of the UK Government Digital and Data" in result.stderr
    result = run("import", str(DATA / "onet"), "-o", "b.json", "--importance", "3.5")
    assert result.exit_code == 0, result.stderr
    assert "importance 3.5 or more" in result.stderr
    esco = str(DATA / "esco")
    result = run("import", esco, "-o", "c.yaml", "--language", "de", "--isco", "25, 1330")
    assert result.exit_code == 0, result.stderr
    assert "Taken for the tables of ESCO (ladder import esco)" in result.stderr
    assert load(tmp_path / "c.yaml").name == "ESCO occupations (ISCO 25, 1330)"
    result = run("import", esco, "-o", "d.yaml")
    assert result.exit_code == 2
    assert "--language must say which is meant" in result.stderr


def test_what_was_exported(run: Run, tmp_path: Path) -> None:
    """A workbook and a graph give the same ladder back."""
    assert run("export", "-o", "all.xlsx").exit_code == 0
    assert run("export", "-o", "graph.json", "--format", "node-link").exit_code == 0
    for file, words in (
        ("all.xlsx", "a workbook that holds a whole ladder"),
        ("graph.json", "graph"),
    ):
        result = run("import", file, "-o", "again.yaml", "--force")
        assert words in result.stderr
        assert load(tmp_path / "again.yaml") == bundled("product-management")


def test_an_option_of_another_import(run: Run) -> None:
    """Is refused before anything is written, with the import that takes it."""
    file = str(SHAPES / "across.csv")
    result = run("import", file, "-o", "a.yaml", "--importance", "3")
    assert result.exit_code == 2
    assert "--importance is an option of ladder import onet; " in result.stderr
    assert "was taken for a skill matrix, for which ladder import matrix is" in result.stderr


def test_an_option_of_none(run: Run) -> None:
    """The nearest one is named."""
    result = run("import", str(SHAPES / "across.csv"), "-o", "a.yaml", "--tenur", "3")
    assert result.exit_code == 2
    assert "--tenure" in result.stderr


def test_help_for_a_file(run: Run) -> None:
    """Shows the options that it takes."""
    result = run("import", str(SHAPES / "across.csv"), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ladder import matrix")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("matrx", "skills.csv"), 'there is no command "matrx"; did you mean matrix?'),
        (("nowhere.csv", "-o", "a.yaml"), "there is no file nowhere.csv"),
        (("-o", "a.yaml"), "Missing argument 'FILE...'"),
    ],
)
def test_misspelt(run: Run, words: tuple[str, ...], told: str) -> None:
    """A command is told from a file."""
    result = run("import", *words)
    assert result.exit_code == 2
    assert told in result.stderr


TREE = '{"name": "Baker", "children": [{"name": "Master baker", "months": 24}]}'
GATES = """
digraph { a -> b [months=1, requires="Dough: so-so"]; b -> c [months=1, requires="Dough: great"] }
"""


@pytest.mark.parametrize(
    ("name", "text", "option"),
    [
        ("tree.json", TREE, "by --lead\n"),
        ("careers.mmd", "graph TD\na --> b", "by --months\n"),
        ("gates.dot", GATES, "by --levels\n"),
    ],
)
def test_what_is_asked_for_is_an_option(
    run: Run, tmp_path: Path, name: str, text: str, option: str
) -> None:
    """Where the library speaks of an argument of Python."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = run("import", name, "-o", "a.yaml")
    assert result.exit_code == 2
    assert result.stderr.endswith(option)
    assert "argument" not in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("a.mmd", "flowchrt LR\na --> b", 'did you mean "flowchart" by "flowchrt"?'),
        ("a.dot", "digrph { a -> b }", 'did you mean "digraph" by "digrph"?'),
        (
            "a.json",
            '{"nodes": [{"id": "chef"}], "edges": [{"from": "chef", "to": "cheff"}]}',
            'an end at "cheff", which is no box; did you mean chef?',
        ),
        ("a.mmd", "graph LR\nsubgrph Ovens\na --> b\n", "did you mean subgraph?"),
        ("a.mmd", "graph LR\na -->|2 yeers| b\nb -->|1 year| c\n", "did you mean years?"),
        (
            "a.canvas",
            '{"nodes": [{"id": "a"}], "edges": [{"fromNode": "a", "toNod": "a"}]}',
            'toNode is missing; did you mean it by "toNod"?',
        ),
        (
            "tree.json",
            TREE.replace('"months"', '"childern": [{"name": "Head"}], "months"'),
            'no place for it: "childern" (did you mean children?)',
        ),
    ],
)
def test_a_slip_in_a_drawing(run: Run, tmp_path: Path, name: str, text: str, hint: str) -> None:
    """Is told with the nearest choice."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    lead = ["--lead", "down"] if name == "tree.json" else []
    result = run("import", name, "-o", "a.yaml", "--months", "6", *lead)
    assert "Taken for a drawn ladder" in result.stderr
    assert hint in result.stderr


def test_no_framework(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and whoever knows better is told how to say so."""
    result = run("import", str(REFUSED / "staff.csv"), "-o", "a.yaml")
    assert result.exit_code == 2
    assert "this looks like a table of people" in result.stderr
    assert f"ladder import matrix {REFUSED / 'staff.csv'} -o LADDER" in result.stderr
    assert not (tmp_path / "a.yaml").exists()
