"""What a ladder does to people, laid out: in brief, in tables, in Markdown and as data."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result
from markdown_it import MarkdownIt

from cli.export.analysis_markdown import analysis_markdown
from cli.output import PLAIN, Look
from cli.text.analysis.brief import describe_analysis
from cli.text.analysis.details import sections
from cli.text.analysis.words import mean_behind
from cli.text.layout import cells
from graphs import Analysis, Entry, analyze
from ladder import FrozenDict, Ladder, Person, Role, Transition, bundled

Run = Callable[..., Result]
PRODUCT = bundled("product-management")
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@cache
def found_to(to: str | None, people: int = 0) -> Analysis:
    crowd = [Person(role="business-analyst")] * people or None
    return analyze(PRODUCT, to=to, people=crowd, time_limit=1000)


def words(text: str) -> str:
    return " ".join(click.unstyle(text).split())


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("detailed", [False, True])
@pytest.mark.parametrize("look", [Look(), Look(glyphs=PLAIN)])
def test_nothing_is_wider_than_the_window(width: int, detailed: bool, look: Look) -> None:
    for to in ("spm", None):
        text = describe_analysis(found_to(to), look._replace(width=width), detailed=detailed)
        assert max(map(cells, click.unstyle(text).splitlines())) <= width


@pytest.mark.parametrize("to", ["spm", None])
def test_in_brief_it_is_read_at_a_glance(to: str | None) -> None:
    """Less than a screen, at the usual width; and what is most of each kind is there."""
    found = found_to(to)
    text = click.unstyle(describe_analysis(found, Look()))
    assert len(text.splitlines()) <= 20
    told = words(text)
    assert f"{found.reached} of {found.people}" in told
    assert f"Walls {found.walls[0].months} months" in told
    assert f"Levers -{found.levers[0].months} months" in told
    assert f"Losses closes {found.losses[0].closed} of {found.reached} without" in told


def test_details_have_a_row_for_everything() -> None:
    found = found_to("spm")
    assert [len(section.rows) for section in sections(found, Look())] == [
        len(found.entry),
        len(found.walls),
        len(found.levers),
        len(found.losses),
        len(found.single_points or ()),
        len(found.dead_ends),
        len(found.circles),
        len(found.no_way),
    ]
    text = words(describe_analysis(found, Look(100), detailed=True))
    for section in sections(found, Look()):
        assert section.title in text


def test_one_and_many_are_said_rightly() -> None:
    one = analyze(
        PRODUCT,
        to="spm",
        people=[Person(role="product-manager")],
        small_groups=True,
        time_limit=1000,
    )
    many = found_to("spm", 7)
    assert words(describe_analysis(one, Look())).startswith(
        "To Senior Product Manager: 1 of 1 person has a way"
    )
    assert "7 of 7 people have a way" in words(describe_analysis(many, Look()))
    assert "9 of 13 roles have a way" in words(describe_analysis(found_to("spm"), Look()))


def test_ways_in_are_compared_over_the_roles_that_all_reach() -> None:
    """A role that one of them does not reach, or is, says nothing about the others."""

    def entry(source: str, target: str, months: int | None, behind: int | None) -> Entry:
        return Entry(source, target, months, 1, 0, behind)

    told = mean_behind(
        [
            entry("a", "x", 10, 0),
            entry("b", "x", 16, 6),
            entry("a", "y", 20, 1),
            entry("b", "y", 19, 0),
            entry("a", "z", 5, 0),
            entry("b", "z", None, None),
            entry("a", "b", 3, 0),
        ]
    )
    assert told == [("a", 0.5, 2), ("b", 3.0, 2)]


@pytest.mark.parametrize("number", [4, 5, 9])
def test_of_many_ways_in_the_slowest_is_told_too(number: int) -> None:
    """Whether entry is fair is between the quickest and the slowest."""
    sources, targets = list(PRODUCT.roles)[:number], list(PRODUCT.roles)[-2:]
    entry = tuple(
        Entry(source, target, 10 + place, 1, 0, place)
        for target in targets
        for place, source in enumerate(sources)
    )
    text = words(describe_analysis(replace(found_to(None), entry=entry), Look()))
    told = text.partition("Entry")[2].partition("Walls")[0]
    names = [PRODUCT.roles[source].name for source in sources]
    assert [name in told for name in names] == [
        place < 3 or place == number - 1 for place in range(number)
    ]
    assert f"{number - 1:.1f} months {names[-1]}" in told
    assert (f", the slowest of {number}" in told) == (number > 4)


def test_what_the_limit_left_is_said() -> None:
    nothing = analyze(PRODUCT, to="spm", time_limit=0)
    text = words(describe_analysis(nothing, Look()))
    assert "The time limit came before the proof for 13 of 13" in text
    some = replace(found_to("spm"), untried=4, single_points=None)
    text = words(describe_analysis(some, Look()))
    assert "Levers and losses are of 9 of 13, evenly chosen" in text
    assert "Hangs on unknown there was no time to tell" in text
    assert "A longer --time-limit tells more." in text
    assert f"closes {some.losses[0].closed} of 9 tried without" in text
    assert f"for {some.levers[0].people} of 9 roles tried" in text
    text = words(describe_analysis(some, Look(), detailed=True))
    assert "Losses: activities that are missed, tried for 9 of 13" in text


def _moving(*steps: str) -> Ladder:
    roles = FrozenDict({one: Role(one, one.upper()) for one in "abc"})
    moves = tuple(Transition(step[0], step[1], 1, "lateral", FrozenDict()) for step in steps)
    return Ladder("L", (), FrozenDict(), roles=roles, transitions=moves)


@pytest.mark.parametrize(
    ("steps", "to", "why"),
    [
        (("ab", "bc", "ca"), "c", 'some move leads into each role; "ladder into ROLE" compares'),
        (("ab", "bc", "ca"), None, 'some move leads into each role; "ladder into ROLE" compares'),
        (("ab", "bc"), None, "careers begin in A alone"),
        (("ab",), None, "no role is reached from all of those that careers begin in"),
        (("ab", "ba"), "c", "no role that careers begin in has a way"),
    ],
)
def test_why_there_is_no_entry_to_tell(steps: tuple[str, ...], to: str | None, why: str) -> None:
    """Whether careers begin nowhere, in one role alone, or lead to nothing in common."""
    text = words(describe_analysis(analyze(_moving(*steps), to=to, time_limit=1000), Look()))
    assert f"Entry none {why}" in text


HOSTILE = [
    "<b>x</b>",
    "a|b",
    "*x*",
    "`x`",
    "[x](http://e.org)",
    "a\nb",
    "\x1b[31mred",
    "#1 @octocat",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_no_markup(name: str) -> None:
    """In Markdown they are text in the cells of tables."""

    def named(ladder: Ladder, part: str) -> FrozenDict:
        items = getattr(ladder, part).items()
        return FrozenDict({key: replace(item, name=name) for key, item in items})

    parts = {part: named(PRODUCT, part) for part in ("roles", "skills", "activities")}
    odd = replace(found_to("spm"), ladder=replace(PRODUCT, **parts, levels=(name,) * 4))
    usual = READER.parse(analysis_markdown(found_to("spm")))
    tokens = READER.parse(analysis_markdown(odd))
    assert [token.type for token in tokens] == [token.type for token in usual]
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "text_special", "softbreak"}


def test_the_command_prints_what_graphs_find(run: Run) -> None:
    plain = json.loads(run("analyze", "--to", "spm", "--format", "json").stdout)
    assert plain == json.loads(json.dumps(found_to("spm").to_dict()))
    assert (
        run("analyze", "--to", "spm", "--format", "markdown").stdout
        == analysis_markdown(found_to("spm")) + "\n"
    )
    told = click.unstyle(describe_analysis(found_to("spm"), Look()))
    assert run("analyze", "--to", "spm").stdout == told + "\n"


def test_people_of_a_table(run: Run, tmp_path: Path) -> None:
    """Nothing is told that is about fewer than five of them, unless that is asked for."""
    rows = ["role,months_in_role", *["analyst,10"] * 6, "marketing-specialist,3", "nobody,1"]
    (tmp_path / "staff.csv").write_text("\n".join(rows), "utf-8")
    shown = run("analyze", "--to", "spm", "--people", "staff.csv")
    assert shown.exit_code == 0
    assert "staff.csv" in shown.stderr
    assert "nobody" in shown.stderr
    assert "7 of 7 people have a way" in shown.stdout
    walls = shown.stdout.partition("Walls")[2].partition("Levers")[0]
    assert "Business Analyst" in walls
    assert "Marketing" not in walls
    assert re.search(r"Left out: \d+ findings about fewer than five people", words(shown.stdout))
    all_ = run("analyze", "--to", "spm", "--people", "staff.csv", "--small-groups").stdout
    assert "Marketing" in all_.partition("Walls")[2].partition("Levers")[0]
    (tmp_path / "few.csv").write_text("\n".join(rows[:4]), "utf-8")
    refused = run("analyze", "--to", "spm", "--people", "few.csv")
    assert refused.exit_code == 2
    assert "--small-groups" in refused.stderr


def test_months_are_counted_up_to_the_day_that_is_given(run: Run, tmp_path: Path) -> None:
    for name, rows in (
        ("since.csv", ["role,in_role_since", *["analyst,2024-01-01"] * 6]),
        ("months.csv", ["role,months_in_role", *["analyst,10"] * 6]),
    ):
        (tmp_path / name).write_text("\n".join(rows), "utf-8")
    asking = ("analyze", "--to", "spm", "--format", "json", "--people")
    since, months = run(*asking, "since.csv", "--as-of", "2024-11-15"), run(*asking, "months.csv")
    assert since.exit_code == 0
    assert since.stdout == months.stdout
    idle = run("analyze", "--to", "spm", "--as-of", "2024-11-15")
    assert idle.exit_code == 2
    assert "add --people" in idle.stderr


def test_the_picture_is_written(run: Run, tmp_path: Path) -> None:
    shown = run("analyze", "--to", "spm", "-o", "walls.svg", "--direction", "down")
    assert shown.exit_code == 0
    assert "months waited" in (tmp_path / "walls.svg").read_text("utf-8")
    idle = run("analyze", "--to", "spm", "--direction", "down")
    assert idle.exit_code == 2
    assert "add -o FILE" in idle.stderr


def _stopping(after: int) -> Callable[..., Analysis]:
    """An analysis that Ctrl-C comes into, once so much of it has been told."""

    def stopping(ladder: Ladder, **wishes: Any) -> Analysis:
        told = 0

        def progress(done: int, total: int) -> None:
            nonlocal told
            told += 1
            if told == after:
                signal.raise_signal(signal.SIGINT)

        if not after:
            signal.raise_signal(signal.SIGINT)
        return analyze(ladder, **{**wishes, "progress": progress})

    return stopping


def test_stopped_it_tells_what_is_found_by_then(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.commands.analyze.analyze", _stopping(6))
    shown = run("analyze", "--to", "spm")
    assert shown.exit_code == 130
    assert "Stopped: this is what was found by then." in shown.stderr
    assert re.search(r"of 13 roles have a way, \d+ are undecided", words(shown.stdout))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_stopped_at_once_it_writes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("cli.commands.analyze.analyze", _stopping(0))
    shown = run("analyze", "--to", "spm", "-o", "walls.md")
    assert shown.exit_code == 130
    assert shown.stdout == ""
    assert "nothing was written" in shown.stderr
    assert not (tmp_path / "walls.md").exists()


def test_what_nobody_had_time_for_is_not_said_to_be_none() -> None:
    """Neither of all, nor of changes that were tried on nobody."""
    nothing = words(describe_analysis(analyze(PRODUCT, to="spm", time_limit=0), Look()))
    for kind in ("Entry", "Walls", "Levers", "Losses", "Hangs on"):
        assert f"{kind} unknown there was no time to tell" in nothing
    detailed = analyze(PRODUCT, to="spm", time_limit=0)
    text = words(describe_analysis(detailed, Look(), detailed=True))
    assert text.count("There was no time to tell.") == 5
    found = found_to("spm")
    untried = replace(found, levers=(), losses=(), untried=found.people)
    assert "Levers unknown there was no time to tell" in words(describe_analysis(untried, Look()))
    some = words(describe_analysis(replace(untried, untried=3), Look()))
    assert "none no single change saves a month, as far as there was time to tell" in some
