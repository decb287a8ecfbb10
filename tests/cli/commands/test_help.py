"""Every command explains itself, by an example that works."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.main import main
from graphs import mermaid, node_link
from ladder import bundled, dumps

ROOT = Path(__file__).parents[3]
Run = Callable[..., Result]


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command, with the words that call it."""
    yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(main, "ladder"))


def example(called: str) -> str:
    help_text = COMMANDS[called].help
    assert help_text is not None
    *_, title, line = help_text.strip().splitlines()
    assert title.strip() == "Example:"
    return line.strip()


@pytest.mark.parametrize("called", COMMANDS)
def test_help_ends_with_an_example(called: str) -> None:
    """The last line of the help is a call of that very command."""
    assert example(called).startswith(f"{called} ")


@pytest.mark.parametrize("called", COMMANDS)
def test_the_example_works(
    called: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the help says one may type, one may type."""
    text = dumps(bundled("product-management"))
    (tmp_path / "ladder.yaml").write_text(text, encoding="utf-8")
    for ours, published in (("roles.csv", "role_roles.csv"), ("order.csv", "level_order.csv")):
        shutil.copy(ROOT / "tests" / "data" / "ddat" / ours, tmp_path / published)
    kept = run("path", "analyst", "spm", "--start", "2027-01", "--format", "json")
    (tmp_path / "plan.json").write_text(kept.stdout, encoding="utf-8")
    graph = node_link(bundled("product-management"))
    (tmp_path / "graph.json").write_text(graph, encoding="utf-8")
    rows = ["Role,SQL,Coaching", *(f"Role {n},{n},{n}" for n in range(1, 9))]
    (tmp_path / "skills.csv").write_text("\n".join(rows), encoding="utf-8")
    lists = ROOT / "tests" / "data" / "frameworks" / "lists"
    shutil.copy(lists / "hr-export.csv", tmp_path / "framework.csv")
    shutil.copy(lists / "moves.csv", tmp_path)
    drawn = mermaid(bundled("product-management"))
    (tmp_path / "careers.mmd").write_text(drawn, encoding="utf-8")
    (tmp_path / "me.yaml").write_text("role: analyst", encoding="utf-8")
    staff = [f"{n},APM,{n % 40},team {n % 3}" for n in range(60)]
    (tmp_path / "staff.csv").write_text(
        "\n".join(["id,role,months,team", *staff]), encoding="utf-8"
    )
    shutil.copytree(ROOT / "tests" / "data" / "onet", tmp_path / "db_29_3_text")
    only_english = shutil.ignore_patterns("*_de.csv")
    esco = ROOT / "tests" / "data" / "esco"
    shutil.copytree(esco, tmp_path / "esco_v1.2_en_csv", ignore=only_english)
    for variable in ("HOME", "USERPROFILE"):  # where completion is installed
        monkeypatch.setenv(variable, str(tmp_path))
    words = shlex.split(example(called).split(" > ")[0])
    result = run(*words[1:])
    assert result.exit_code == 0, result.output
    if "-o" in words:
        assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 1000


@pytest.mark.parametrize("called", COMMANDS)
def test_help_fits_on_a_screen(called: str, run: Run) -> None:
    """No line of the help is wider than 80 columns, nor a short help cut off."""
    words = called.split()[1:]
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    listed = result.stdout.partition("Commands:")[2]
    assert "..." not in listed


@pytest.mark.parametrize("called", COMMANDS)
def test_help_is_whole_on_a_narrow_screen(
    called: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 40 columns it has every word that it has at 80; what is to be copied is not broken."""
    words = [*called.split()[1:], "--help"]
    wide = run(*words).stdout
    monkeypatch.setenv("COLUMNS", "40")
    narrow = run(*words).stdout
    told = ["".join(text.replace("#", "").split()) for text in (narrow, wide)]
    assert told[0] == told[1]
    whole = ("    ladder ", "    eval ", "  --format [")
    assert not [
        line for line in narrow.splitlines() if len(line) > 40 and not line.startswith(whole)
    ]


@pytest.mark.parametrize("called", [called for called in COMMANDS if called != "ladder"])
def test_the_documentation_names_every_command(called: str) -> None:
    """A command that no page mentions is one that nobody finds."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    told = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert re.search(rf"{called}\b", told)
