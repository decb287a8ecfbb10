"""Parts of pages that the code itself tells: they stand where a page has ``<!-- tell: … -->``.

``codes`` tells the rules of the check, ``schema KIND PART`` a mapping in a JSON Schema, ``command
NAME`` the options of a command, ``api PACKAGE NAME…`` docstrings; ``commands`` lists the commands,
``asked WORDS`` is a question as others ask it, which the search finds and nobody sees.
Each becomes Markdown before the page is read, so that it is looked
at, linked and searched as if it had been written by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from inspect import cleandoc, isclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import click
import yaml
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.search import languages
from sphinx.search.en import SearchEnglish
from sphinx.util.nodes import make_refnode

import graphs
import ladder
from cli.main import main
from graphs.lint.rule import Rule
from graphs.lint.rules import RULES, UNSOUND
from ladder import schema_text

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"^<!-- tell: (\w+)(.*) -->$", re.MULTILINE)
ABOUT = {
    "E0": "The file itself",
    "L0": "The check itself",
    "L1": "Reach and dead ends",
    "L2": "Gates",
    "L3": "Activities",
    "L4": "Transitions and circles",
    "L5": "Promotions and ranks",
    "L6": "Names",
    "L7": "Figures",
    "L8": "What is unused or missing",
}


def codelist() -> Iterator[str]:
    """Every code in a line, to look one up at a glance."""
    lines = ["| code | name | |", "|---|---|---|"]
    for rule in (UNSOUND, *RULES):
        lines.append(f"| [{rule.code}](#{rule.code}) | {rule.name} | {rule.severity} |")
    yield "\n".join(lines)


def codes() -> Iterator[str]:
    """Every rule under a heading of its own, by families."""
    family = None
    for rule in (UNSOUND, *RULES):
        if family != rule.code[:2]:
            family = rule.code[:2]
            yield f"## {ABOUT[family]}"
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"({rule.code})="
    yield f"### {rule.code} {rule.name}"
    asked = "" if rule.by_default else f" Looked for with `--select {rule.code}`."
    yield f"{rule.severity.capitalize()}.{asked} {rule.why}"
    yield f"**Mend it.** {rule.mend}"
    yield from _blocks(rule.more)
    if rule is not UNSOUND:
        yield f"To pass it over in a file: `ignore: [{rule.code}]`; once: `--ignore {rule.code}`."


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, and what is indented as YAML; that holds blank lines where they are within."""
    for part in re.split(r"\n\n(?=\S)|(?<=\S)\n\n(?=    )", text):
        if part.startswith("    "):
            lines = (line.removeprefix("    ") for line in part.rstrip().splitlines())
            yield "```{code-block} yaml\n:force:\n\n" + "\n".join(lines) + "\n```"
        else:
            yield part


@cache
def _schema(kind: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(schema_text(kind))
    return found


def schema(kind: str, *path: str) -> Iterator[str]:
    """A table of the keys of a mapping in a JSON Schema."""
    whole = _schema(kind)
    part: Mapping[str, Any] = whole
    for step in path:
        part = part[step]
    required = set(part.get("required", ()))
    if not path:
        required |= set(whole.get("else", {}).get("required", ()))
    yield "\n".join(
        [
            "| key | what it is | holds |",
            "|---|---|---|",
            *(
                f"| `{key}`{' *' if key in required else ''} | {_about(whole, value)} "
                f"| {_kind(whole, value)} |"
                for key, value in part["properties"].items()
            ),
        ]
    )


def _seen(whole: Mapping[str, Any], value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference leads to, below what stands beside it."""
    found = {**value}
    while "$ref" in found:
        target: Any = whole
        for step in found.pop("$ref").removeprefix("#/").split("/"):
            target = target[step]
        found = {**target, **found}
    return found


def _about(whole: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    seen = _seen(whole, value)
    text = seen.get("description") or seen.get("title", "")
    if "examples" in seen and not isinstance(seen["examples"][0], (dict, list)):
        text += " For instance " + ", ".join(f"`{each}`" for each in seen["examples"]) + "."
    return _cell(text)


def _cell(text: str) -> str:
    """A text for a cell: what is in quotes as code, signs that mean something to Markdown not."""
    return re.sub(r'"([^"]+)"', r"`\1`", text).replace("|", "\\|").replace("\n", " ")


KINDS = {
    "object": "mapping",
    "array": "list",
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "null": "nothing",
}


def _kind(whole: Mapping[str, Any], value: Mapping[str, Any]) -> str:
    seen = _seen(whole, value)
    if "enum" in seen:
        return " or ".join(f"`{each}`" for each in seen["enum"])
    if "const" in seen:
        return f"`{json.dumps(seen['const'])}`"
    kinds = seen.get("type", [])
    listed = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(KINDS[kind] for kind in listed) + _limits(seen)


def _limits(seen: Mapping[str, Any]) -> str:
    low, high = seen.get("minimum"), seen.get("maximum")
    if low is None and high is None:
        return ""
    return f" from {low}" + (f" to {high:,}" if high is not None else "")


def command(*name: str) -> Iterator[str]:
    """How a command is called, what its help says, and its options, each with an address."""
    found, ctx = _found(name)
    program = " ".join(("ladder", *name))
    yield "## Usage"
    yield f"```text\n{ctx.get_usage().removeprefix('Usage: ')}\n```"
    yield from _help(found.help or "")
    yield f"```{{program}} {program}\n```"
    yield "## Options"
    yield from _options(found, ctx)


def _found(name: tuple[str, ...]) -> tuple[click.Command, click.Context]:
    found: click.Command = main
    ctx = click.Context(main, info_name="ladder")
    for word in name:
        assert isinstance(found, click.Group)
        below = found.get_command(ctx, word)
        assert below is not None, name
        found, ctx = below, click.Context(below, info_name=word, parent=ctx)
    return found, ctx


def _help(text: str) -> Iterator[str]:
    """A help text as Markdown; its example is left to the page, which shows a whole one."""
    for part in cleandoc(text).split("\n\n"):
        as_it_is = part.startswith("\b")
        lines = part.removeprefix("\b").strip("\n")
        if lines.startswith("Example:"):
            continue
        yield f"```text\n{dedent(lines)}\n```" if as_it_is else _marked(lines)


_FURTHER = re.compile(r"  \[(.+)\]$")


def _option(how: str, about: str) -> str:
    further = _FURTHER.search(about)
    text = _marked(_FURTHER.sub("", about))
    if further:
        text += " " + "; ".join(_fact(fact) for fact in further[1].split("; ")) + "."
    return f"```{{option}} {how}\n{text}\n```"


def _fact(fact: str) -> str:
    kind, _, value = fact.partition(": ")
    if kind == "default":
        return f"Default: `{value}`"
    return f"Range: `{fact}`" if "x" in fact else fact.capitalize()


def _marked(text: str) -> str:
    """A text of the help, with options, commands in quotes and comments of HTML as code."""
    code = r'"(ladder [^"]+|git:[^"]+)"|(<!--.*?-->)|(?<![\w`-])(--[a-z][a-z-]*|-[a-z]\b)'
    text = re.sub(code, lambda it: f"`{it[1] or it[2] or it[3]}`", text)
    return re.sub(r"\b(ladder (?:path|skills|next|import|export)\b)(?![^`]*`)", r"`\1`", text)


def options() -> Iterator[str]:
    """The options that stand before a command's name."""
    yield "```{program} ladder\n```"
    yield from _options(main, click.Context(main, info_name="ladder"))


def _options(found: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in found.get_params(ctx):
        record = param.get_help_record(ctx)
        if record and isinstance(param, click.Option):
            yield _option(*record)


def commands() -> Iterator[str]:
    """A table of all commands, each with its first sentence."""
    lines = ["| command | what it does |", "|---|---|"]
    for name, command in _commands(main, click.Context(main)):
        page = name.replace(" ", "-")
        lines.append(f"| [`ladder {name}`]({page}.md) | {_first(command)} |")
    yield "\n".join(lines)


def _commands(group: click.Group, ctx: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None or command.hidden:
            continue
        yield name, command
        if isinstance(command, click.Group):
            for below, each in _commands(command, click.Context(command, parent=ctx)):
                yield f"{name} {below}", each


def _first(command: click.Command) -> str:
    return command.get_short_help_str(500)


def api(package: str, *names: str) -> Iterator[str]:
    """The docstrings of public names."""
    module = import_module(package)
    lines = []
    for name in names:
        found = getattr(module, name)
        kind = "class" if isclass(found) else "function"
        members = "\n   :members:\n" if kind == "class" else ""
        lines.append(f".. auto{kind}:: {package}.{name}{members}\n")
    yield "```{eval-rst}\n" + "\n".join(lines) + "\n```"


def citation() -> Iterator[str]:
    """How the program is cited, in the form of LaTeX."""
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    authors = " and ".join(f"{{{each['name']}}}" for each in told["authors"])
    yield f"""\
```bibtex
@software{{ladder,
  title   = {{{told["title"]}}},
  author  = {{{authors}}},
  version = {{{told["version"]}}},
  year    = {{{told["date-released"].year}}}
}}
```"""


def asked(*words: str) -> Iterator[str]:
    """The question above in other words, for the search alone."""
    yield f"```{{index}} ! {' '.join(words)}\n```"


TELLERS = {
    "api": api,
    "asked": asked,
    "citation": citation,
    "codelist": codelist,
    "codes": codes,
    "command": command,
    "commands": commands,
    "options": options,
    "schema": schema,
}


class Questions(SearchEnglish):
    """English, in which the words of every question say nothing of what is asked."""

    stopwords = SearchEnglish.stopwords | {
        *("about", "am", "can", "could", "do", "does", "how", "i", "me", "mean", "means", "my"),
        *(
            "our",
            "should",
            "us",
            "we",
            "what",
            "when",
            "where",
            "which",
            "who",
            "why",
            "you",
            "your",
        ),
    }


def _public(app: Sphinx, _: object, node: pending_xref, text: nodes.Element) -> nodes.Node | None:
    """Lead from where a name is defined, as docstrings have it, to where it is to be had."""
    name = node.get("reftarget", "").rpartition(".")[2]
    domain = app.env.domains.python_domain
    for package in (ladder, graphs):
        if name in package.__all__ and (public := f"{package.__name__}.{name}") in domain.objects:
            page, anchor = domain.objects[public][:2]
            return make_refnode(app.builder, node["refdoc"], page, anchor, text)
    return None


def _fill(app: Sphinx, page: str, source: list[str]) -> None:
    def told(place: re.Match[str]) -> str:
        app.env.note_reread()
        return "\n\n".join(TELLERS[place[1]](*place[2].split()))

    source[0] = PLACE.sub(told, source[0])


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect it with Sphinx."""
    languages["en"] = Questions
    app.connect("source-read", _fill)
    app.connect("missing-reference", _public)
    app.connect("env-get-outdated", lambda *_: ["notebook"])  # as what it runs may have changed
    return {"parallel_read_safe": True, "parallel_write_safe": True}
