"""Summaries of people on a terminal and as documents, whatever columns, teams and ids hold."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from io import StringIO

import click
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.markdown import LINKED, structure
from support.odd_names import TRICKY, texts

from cli.export.tables.people import (
    changes_report,
    held_document,
    held_report,
    leaving_report,
    levels_report,
    succession_report,
)
from cli.export.tables.report import Report
from cli.export.tables.writers import report_csv, report_markdown
from cli.output import PLAIN, Glyphs, Look
from cli.text.layout import cells
from cli.text.staff.changes import describe_changes
from cli.text.staff.figures import table
from cli.text.staff.held import describe_held, describe_people
from cli.text.staff.leaving import describe_leaving
from cli.text.staff.people import describe_succession
from graphs import (
    ChangedPeople,
    HeldSkills,
    Leaving,
    Succession,
    changed_people,
    held_skills,
    leaving,
    people,
    succession,
)
from graphs.staff.summary.held import levels_held
from graphs.staff.summary.roster import roster
from ladder import bundled

PRODUCT = bundled("product-management")
LARGE = bundled("product-management-large-company")
SPM = "senior-product-manager"
PLAINLY = ["team", "Payments", "Platform", "Search", "e1"]
WIDTHS = (40, 80, 100)


@cache
def staff(by: str, *names: str) -> pa.Table:
    """Nineteen people in two large teams and a small one; a column, teams and an id are named."""
    large, other, small, who = names
    teams = [*[large] * 9, *[other] * 7, *[small] * 3]
    return pa.table(
        {
            "id": [who, *(f"e{place + 2}" for place in range(18))],
            "role": [("SPM", "PM", "APM", "analyst")[place % 4] for place in range(19)],
            by: teams,
        }
    )


Found = tuple[Succession, list[dict[str, object]], Leaving, HeldSkills, ChangedPeople]


@cache
def answers(by: str, *names: str) -> Found:
    rows = staff(by, *names)
    told = people(PRODUCT, rows, to=SPM)
    return (
        succession(told, by=by),
        [row for row in told.to_pylist() if row["next"]],
        leaving(PRODUCT, rows, [names[-1]], by=by),
        held_skills(PRODUCT, rows, by=by),
        changed_people(PRODUCT, LARGE, rows, to=SPM, by=by),
    )


def told(names: list[str], look: Look) -> list[str]:
    """Every summary as text."""
    counted, nearest, gone, held, changed = answers(*names)
    read = roster(PRODUCT, staff(*names))
    levels = levels_held(PRODUCT, read)
    return [
        describe_succession(counted, SPM, nearest, PRODUCT, look),
        describe_leaving(gone, [nearest], PRODUCT, look),
        describe_held(held, look),
        describe_changes(changed, LARGE, look),
        describe_people(PRODUCT, [(read.ids[row], levels[row]) for row in read.read], look),
    ]


def reports(names: list[str]) -> list[Report]:
    """Every summary as tables."""
    counted, _, gone, held, changed = answers(*names)
    read = roster(PRODUCT, staff(*names))
    levels = levels_held(PRODUCT, read)
    return [
        succession_report(counted, SPM, PRODUCT),
        leaving_report(gone, PRODUCT),
        held_report(held),
        held_document(held),
        changes_report(changed, LARGE),
        levels_report(PRODUCT, [(read.ids[row], levels[row]) for row in read.read]),
    ]


def odd_names() -> st.SearchStrategy[list[str]]:
    """A column, three teams and an id, all different, none like what else is in the table."""
    different = texts.filter(lambda text: text.strip() not in ("", "id", "role"))
    return st.lists(different, min_size=5, max_size=5, unique=True).filter(
        lambda names: names[0].isprintable() and names[0] == names[0].strip()
    )


@settings(max_examples=3)
@given(odd_names())
@example(["x" * 90, "y" * 200, "\x1b[2J\n# gone", "产品 经理" * 30, "=1+1" * 40])
@example(["t|m", "|", "<b>", "[x](http://e.org)", "@octocat"])
def test_whatever_the_names_no_line_is_wider_than_the_window(names: list[str]) -> None:
    for width in WIDTHS:
        for glyphs in (Glyphs(), PLAIN):
            for text in told(names, Look(width, glyphs)):
                lines = click.unstyle(text).split("\n")
                assert max(map(cells, lines)) <= width
                assert "\x1b[2J" not in text


@settings(max_examples=3)
@given(odd_names())
@example(["t|m", "|", "<b>", "[x](http://e.org)", "@octocat"])
@example([f"{sign}1" for sign in "=+-@|"])
@example(TRICKY[2:7])
def test_no_name_is_markup_or_a_formula(names: list[str]) -> None:
    for strange, plain in zip(reports(names), reports(PLAINLY), strict=True):
        text = report_markdown(strange)
        assert structure(text) == structure(report_markdown(plain))
        assert not LINKED.search(text)
        rows = list(csv.reader(StringIO(report_csv(strange), newline=""), strict=True))
        assert not [cell for row in rows[1:] for cell in row if cell.startswith(tuple("=+-@\t\r"))]
        assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_figures_stand_under_their_heads_or_behind_them(width: int) -> None:
    rows = [["Team", "People", "Now", "Later"], ["Payments and cards", "12", "0", "3"]]
    lines = list(table(rows, width))
    if width > 40:
        assert [lines[0].index(head) + len(head) for head in rows[0][1:]] == [
            lines[1].index(f" {cell}", len(rows[1][0])) + 1 + len(cell) for cell in rows[1][1:]
        ]
    else:
        narrow = list(table([[*row, *row[1:]] for row in rows], width))
        assert narrow[0] == "Payments and cards"
        assert narrow[1].startswith("  People: 12, Later: 3")


def test_skills_in_many_teams_are_told_as_far_as_there_is_room() -> None:
    """What is left out is said."""
    teams = [f"team {place:02}" for place in range(30) for _ in range(5)]
    rows = pa.table({"role": ["PM"] * 150, "team": teams})
    found = held_skills(PRODUCT, rows, by="team")
    text = click.unstyle(describe_held(found, Look(60)))
    assert "more groups: in the table and the picture." in text
    assert max(map(cells, text.split("\n"))) <= 60
    wide = describe_held(replace(found, groups=found.groups[:3]), Look(60))
    assert "more groups" not in wide
