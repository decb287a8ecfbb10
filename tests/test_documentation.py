"""README, the documentation and ``--help`` agree: commands, options, defaults, exit codes, names.

What the commands print is played in tests/cli/test_readme.py.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import click
import pytest
from markdown_it import MarkdownIt
from support.pages import blocks

import graphs
import ladder
from cli.errors import BAD_INPUT, INTERRUPTED, LIMIT, NO, READER_GONE
from cli.main import main
from graphs.lint.rules import RULES, UNSOUND

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
OPTION = re.compile(r"--[a-z][a-z-]*")
OTHERS = {
    "--host",
    "--port",
    "--nworkers",
    "--nthreads",
    "--edit",
    "--hypothesis-profile",
    "--whole",
}
"""Options of other programs that a page has one type."""


def commands(
    group: click.Group = main, before: str = "", ctx: click.Context | None = None
) -> Iterator[tuple[str, click.Command]]:
    """Every command by its name, those within others as well."""
    ctx = ctx or click.Context(group)
    for name in group.list_commands(ctx):
        found = group.get_command(ctx, name)
        assert found is not None
        yield before + name, found
        if isinstance(found, click.Group):
            yield from commands(found, f"{before}{name} ", click.Context(found, parent=ctx))


COMMANDS = {"": main, **dict(commands())}


@cache
def options(name: str) -> dict[str, click.Option]:
    """The options of a command, by all of their names; a group takes those of what it holds."""
    found = {"--help": click.Option(["--help"])}
    for each, command in COMMANDS.items():
        within = each == name or each.startswith(f"{name} ")
        for param in command.params if within else ():
            if isinstance(param, click.Option):
                found |= dict.fromkeys((*param.opts, *param.secondary_opts), param)
    return found


ALL = {option: param for name in COMMANDS for option, param in options(name).items()}


def code(page: Path) -> Iterator[str]:
    """Every piece of code within a page's sentences and tables."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        yield from (each.content for each in token.children or () if each.type == "code_inline")


def typed(page: Path) -> Iterator[str]:
    """Every call of ``ladder`` in a page, wherever it stands."""
    for block in blocks(page):
        joined = block.text.replace("\\\n", "")
        yield from re.findall(r"^(?:\$ )?(ladder [^\n|>#&]+)", joined, re.MULTILINE)
    indented = re.findall(
        r"^ {4}(ladder [^\n|>#&\\]+)", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    yield from indented
    yield from (each for each in code(page) if each.startswith("ladder "))


def called(line: str) -> tuple[str, list[str]]:
    """The command that a line calls, and its options; capitals stand for any word."""
    try:
        words = shlex.split(line)[1:]
    except ValueError:  # a quotation that goes on in the next line
        words = line.split()[1:]
    name = ""
    for word in words:
        if word.startswith("-") or (f"{name} {word}".strip() not in COMMANDS):
            break
        name = f"{name} {word}".strip()
    return name, [word.partition("=")[0] for word in words if OPTION.match(word)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_has_one_type_exists(page: Path) -> None:
    """Every command is one, and every option is one of that command's."""
    wrong = []
    for line in typed(page):
        name, given = called(line)
        first = [*line.split(), ""][1]
        if not name and re.fullmatch(r"[a-z][a-z-]*", first):
            wrong.append(line)
        known = options(name) | options("") if name else ALL
        wrong += [f"{line}: {option}" for option in given if option not in known]
    loose = {
        option for each in code(page) for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", each)
    }
    assert [*wrong, *sorted(loose - ALL.keys() - OTHERS)] == []


def test_defaults_are_those_of_the_program() -> None:
    """Where a page says an option and its default, as in: `--tenure`, 24 months."""
    told = [
        (option, float(value))
        for page in PAGES
        for option, value in re.findall(
            r"`(--[a-z-]+)`, (\d+) (?:months|seconds)", page.read_text(encoding="utf-8")
        )
    ]
    assert ("--time-limit", 10) in told
    assert [
        (option, value)
        for option, value in told
        if value not in {each.get(option) for each in defaults()}
    ] == []


def defaults() -> list[dict[str, object]]:
    return [{option: param.default for option, param in options(name).items()} for name in COMMANDS]


EXITS = {0, NO, BAD_INPUT, LIMIT, INTERRUPTED, READER_GONE}


def test_exit_codes_are_told_alike() -> None:
    """In the reference, in ``ladder --help``, and in README where it tells them."""
    page = (REFERENCE / "exit-codes.md").read_text(encoding="utf-8")
    rows = {int(n): what for n, what in re.findall(r"^\| (\d+) \| (.+) \|$", page, re.MULTILINE)}
    assert set(rows) == EXITS
    for text in (main.help or "", (ROOT / "README.md").read_text(encoding="utf-8")):
        _, said, after = text.partition("Exit codes: ")
        if said:
            clauses = re.split(r"[,;] ", re.sub(r" \([^)]*\)", "", after.partition(".")[0]))
            for number, first in re.findall(r"^(\d+) ((?:the )?[a-z]+)", "\n".join(clauses), re.M):
                assert rows[int(number)].startswith(first), (number, first)


def test_environment_variables_are_those_that_are_read() -> None:
    """None is left out of the reference, and none is only there."""
    page = (REFERENCE / "exit-codes.md").read_text(encoding="utf-8")
    source = "\n".join(
        file.read_text(encoding="utf-8")
        for package in ("cli", "graphs", "ladder")
        for file in (ROOT / package).rglob("*.py")
    )
    read = set(re.findall(r'environ(?:ment)?(?:\.get\(|\[)"([A-Z_]+)"', source))
    read |= set(re.findall(r'^[A-Z_]*VARIABLE = "([A-Z_]+)"', source, re.MULTILINE))
    read.discard("_LADDER_COMPLETE")  # by which the shell and click talk
    rows = re.findall(r"^\| (`[A-Z_]+`.*?) \|", page, re.MULTILINE)
    assert set(re.findall(r"[A-Z_]+", " ".join(rows))) == read


@pytest.mark.parametrize("name", [name for name in COMMANDS if name])
def test_a_command_has_a_page_with_an_example(name: str) -> None:
    """It is played as all pages are; the options are those of the program."""
    page = REFERENCE / "commands" / f"{name.replace(' ', '-')}.md"
    examples = [line for block in blocks(page) for line, _ in block.commands()]
    assert any(called(line)[0] == name for line in examples)
    assert f"<!-- tell: command {name} -->" in page.read_text(encoding="utf-8")


def test_every_public_name_is_told_once() -> None:
    told: Counter[str] = Counter()
    for page in (REFERENCE / "python").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        for package, names in re.findall(r"^<!-- tell: api (\w+) (.+) -->$", text, re.MULTILINE):
            told.update(f"{package}.{name}" for name in names.split())
        told.update(re.findall(r"^\.\. py:data:: (\S+)$", text, re.MULTILINE))
    public = [f"{each.__name__}.{name}" for each in (ladder, graphs) for name in each.__all__]
    assert told == Counter(public)


def test_codes_are_those_of_the_check() -> None:
    codes = {rule.code for rule in (UNSOUND, *RULES)}
    said = {
        code
        for page in PAGES
        for code in re.findall(r"(?<![\w#(-])[EL]\d{3}\b", page.read_text(encoding="utf-8"))
    }
    assert said - codes - {"L999"} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_addresses_elsewhere_are_whole(page: Path) -> None:
    """They are looked at by their form alone; links within are followed by ``make docs``."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    links = [
        str(each.attrs["href"])
        for token in tokens
        for each in token.children or ()
        if each.type == "link_open"
    ]
    for link in links:
        parts = urlsplit(link)
        assert not parts.scheme or (parts.scheme == "https" and "." in parts.netloc), link
