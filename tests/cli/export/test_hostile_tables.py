"""Tables of ladders from strangers: no name is markup, and none a formula."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import HealthCheck, example, given, settings
from support.markdown import LINKED, links, structure
from support.odd_names import NEEDED, TRICKY, names, one_line, ordinary, renamed

from cli.export.tables.gap import gap_report
from cli.export.tables.lists import (
    activities_report,
    roles_report,
    skills_report,
    some_skills_report,
)
from cli.export.tables.next_steps import next_report
from cli.export.tables.report import Report
from cli.export.tables.role import role_report
from cli.export.tables.surveys import openings_report, survey_report
from cli.export.tables.writers import report_csv, report_markdown
from graphs import GrowthPath, gap, into, next_steps, openings, reach
from ladder import FrozenDict, Ladder, Person, Track
from ladder.spreadsheet.grid import as_meant

SPEAKING = Person(skills={"communication": 2})
fuzz = settings(
    max_examples=12,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def rows(text: str) -> list[dict[str, str]]:
    """Read as a program does."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def surveyed(ladder: Ladder) -> list[Report]:
    """Every report there is, of a small ladder."""
    return [
        survey_report(reach(ladder, "analyst")),
        survey_report(into(ladder, "pm")),
        openings_report(openings(ladder, Person(skills={"analysis": 1}))),
        next_report(next_steps(ladder, "analyst", "pm", person=SPEAKING)),
        gap_report(gap(ladder, "analyst", "pm", person=SPEAKING)),
        gap_report(gap(ladder, "pm", "analyst")),
        role_report(ladder, ladder.roles["apm"]),
        roles_report(ladder),
        skills_report(ladder),
        some_skills_report(ladder, ladder.skills.values()),
        activities_report(ladder),
    ]


def clad(ladder: Ladder, text: str, url: str) -> Ladder:
    """The same, with a text and an address wherever there can be one."""
    texts = dict.fromkeys(range(1, len(ladder.levels) + 1), text)
    line = one_line(text)
    skills = {
        key: replace(one, about=text, group=line, levels=texts)
        for key, one in ladder.skills.items()
    }
    roles = {
        key: replace(
            one,
            about=text,
            aliases=(line,),
            track="t",
            url=url,
            source=text,
            expects={"analysis": 2},
        )
        for key, one in ladder.roles.items()
    }
    activities = {key: replace(one, about=text, url=url) for key, one in ladder.activities.items()}
    return replace(
        ladder,
        name=line,
        skills=FrozenDict(skills),
        roles=FrozenDict(roles),
        activities=FrozenDict(activities),
        tracks=FrozenDict(t=Track("t", line, family=line)),
    )


@fuzz
@given(given=names(NEEDED + 1))
@example(given=(TRICKY * 2)[1 : NEEDED + 2])
@example(given=(TRICKY * 2)[-NEEDED - 1 :])
@example(given=[f"x{number} #" for number in range(NEEDED + 1)])
@example(given=[f"{sign}{number}" for number in range(5) for sign in "=+-@|"])
@example(given=[f"{number}. <!-- {number}" for number in range(NEEDED + 1)])
def test_no_name_is_markup_or_a_formula(path: GrowthPath, given: list[str]) -> None:
    """Whatever the names, tables have the same rows and cells; and each name comes back."""
    text = given[-1] if given[-1].strip() else "text"
    odd = clad(renamed(path, given).ladder, text, "https://e.org/a?b=|<c>")
    usual = clad(ordinary(path).ladder, "text", "https://e.org/")
    for strange, plain in zip(surveyed(odd), surveyed(usual), strict=True):
        told = report_markdown(strange)
        assert structure(told) == structure(report_markdown(plain))
        assert not LINKED.search(told.replace("](https://e.org/", ""))
        assert {link[:14] for link in links(told)} <= {"https://e.org/"}
        table = rows(report_csv(strange))
        assert len(table) == len(rows(report_csv(plain)))
        cells = [cell for row in table for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]
    roles = rows(report_csv(roles_report(odd)))
    assert [as_meant(row["role_name"]) for row in roles] == [
        role.name for role in odd.roles.values()
    ]
    assert {as_meant(row["about"]) for row in roles} == {text}
