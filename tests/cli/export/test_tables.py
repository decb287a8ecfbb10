"""Answers as tables: each command's, in each form, is what the library answers."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from support.clocks import looks
from support.markdown import tables

from cli.export.tables.lists import skills_report
from cli.export.tables.next_steps import next_report
from cli.export.tables.surveys import survey_report
from cli.export.tables.writers import report_csv, report_markdown
from graphs import gap, into, next_steps, openings, reach
from graphs.plans.month import Month
from ladder import Ladder, Person, Role, Transition, bundled

Run = Callable[..., Result]
Rows = list[dict[str, str]]
PRODUCT = bundled("product-management")


def rows(text: str) -> Rows:
    """Read as a program does."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def asked(run: Run, *command: str) -> Rows:
    result = run(*command, "--format", "csv")
    assert result.exit_code == 0, result.output
    return rows(result.stdout_bytes.decode())


def seen(run: Run, *command: str) -> list[list[dict[str, str]]]:
    result = run(*command, "--format", "markdown")
    assert result.exit_code == 0, result.output
    return tables(result.stdout)


def part(table: Rows, name: str) -> Rows:
    return [row for row in table if row["part"] == name]


def held(cell: str) -> dict[str, int]:
    """Levels by skill, as a cell has them."""
    return {
        skill: int(level)
        for skill, _, level in (one.partition("=") for one in cell.split("; ") if one)
    }


def named(levels: dict[str, int]) -> str:
    return "; ".join(
        f"{PRODUCT.skills[skill].name}: {PRODUCT.level_name(level)}"
        for skill, level in levels.items()
    )


def numbers(row: dict[str, str], *heads: str) -> tuple[float | None, ...]:
    return tuple(float(row[head]) if row[head] else None for head in heads)


COMMANDS: list[tuple[tuple[str, ...], Callable[[], Any]]] = [
    (("reach", "analyst"), lambda: reach(PRODUCT, "analyst")),
    (("into", "spm"), lambda: into(PRODUCT, "spm")),
    (("next", "analyst", "spm"), lambda: next_steps(PRODUCT, "analyst", "spm")),
    (("gap", "pm", "spm"), lambda: gap(PRODUCT, "pm", "spm")),
    (
        ("reach", "--skill", "roadmapping=2"),
        lambda: openings(PRODUCT, Person(skills={"roadmapping": 2})),
    ),
]


@pytest.mark.parametrize(("command", "ask"), COMMANDS)
def test_json_is_the_librarys_answer(
    run: Run, command: tuple[str, ...], ask: Callable[[], Any]
) -> None:
    """As it was before there were other forms."""
    answer = json.loads(run(*command, "--format", "json").stdout)
    assert answer == json.loads(json.dumps(ask().to_dict()))


@pytest.mark.parametrize(("command", "survey"), [
    (("reach", "analyst"), reach(PRODUCT, "analyst")),
    (("reach", "analyst", "--within", "30"), reach(PRODUCT, "analyst", within=30)),
    (("into", "spm"), into(PRODUCT, "spm")),
])  # fmt: skip
def test_a_survey_has_a_row_for_every_other_role(
    run: Run, command: tuple[str, ...], survey: Any
) -> None:
    """With the months, their range, the moves and the cost of its way; or that there is none."""
    table = {row["role"]: row for row in asked(run, *command)}
    assert set(table) == set(PRODUCT.roles) - {survey.about}
    for way in survey.ways:
        if way.role == survey.about:
            continue
        row = table[way.role]
        assert row["status"] == "found"
        figures = numbers(row, "months", "at_least", "moves", "cost")
        assert figures == (way.months, way.months, way.moves, way.cost)
        assert numbers(row, "months_fast", "months_slow") == (way.range or (None, None))
    for role in survey.unreached:
        assert (table[role]["status"], table[role]["months"]) == ("none", "")
    for role, row in table.items():
        track = PRODUCT.roles[role].track
        assert row["role_name"] == PRODUCT.roles[role].name
        assert (row["track"], row["track_name"]) == (track, PRODUCT.tracks[track or ""].name)
    (people,) = seen(run, *command)
    assert [row["Role"] for row in people] == [row["role_name"] for row in table.values()]
    ways = [way for way in survey.ways if way.role != survey.about]
    for row, way in zip(people, ways, strict=False):
        assert row["Months"].split(" ")[0] == str(way.months)
        assert row["Moves"] == str(way.moves)
        assert row["Cost"].endswith(f"{way.cost:,}") or not way.cost
    assert [row["Status"] != "" for row in people] == [False] * len(ways) + [True] * len(
        survey.unreached
    )


def test_what_the_time_limit_left_open_is_not_told_as_proven() -> None:
    """Neither for programs nor for people; where there is no way yet, from when on one may be."""
    found = into(PRODUCT, "cpo", time_limit=looks(40))
    assert found.undecided
    report = survey_report(found)
    table = {row["role"]: row for row in rows(report_csv(report))}
    people = {row["Role"]: row for row in tables(report_markdown(report))[0]}
    for one in found.undecided:
        row, words = table[one.role], people[PRODUCT.roles[one.role].name]
        assert (row["status"], row["at_least"]) == ("undecided", str(one.bound))
        assert row["months"] == (str(one.best.months) if one.best else "")
        assert words["Status"] == "not proven"
        assert str(one.bound) in words["Months"] or one.best
    assert "The time limit came before the proof" in report_markdown(report)


def test_openings_have_a_row_for_every_role(run: Run) -> None:
    """Whether it is open, by which gate, and what that lacks."""
    found = openings(PRODUCT, Person(skills={"roadmapping": 2}))
    table = {row["role"]: row for row in asked(run, "reach", "--skill", "roadmapping=2")}
    assert set(table) == set(PRODUCT.roles)
    assert {role for role, row in table.items() if row["status"] == "open"} == {
        one.role for one in found.open
    }
    for near in found.near:
        row = table[near.role]
        assert row["status"] == "near"
        assert numbers(row, "months", "cost", "transition") == (
            near.months,
            near.cost,
            near.transition,
        )
        assert held(row["lacks"]) == near.lacks
        assert row["lacks_names"] == named(dict(near.lacks))
        assert row["from"] == "; ".join(PRODUCT.transitions[near.transition].from_roles)
    for closed in found.closed:
        row = table[closed.role]
        assert (row["status"], row["months"]) == ("closed", "")
        assert held(row["lacks"]) == closed.lacks
        beyond = held(row["only_a_role_gives"]), held(row["nothing_gives"])
        assert [set(one) for one in beyond] == [
            {skill for skill, roles in closed.beyond.items() if bool(roles) == taught}
            for taught in (True, False)
        ]
    (people,) = seen(run, "reach", "--skill", "roadmapping=2")
    assert [row["Role"] for row in people] == [row["role_name"] for row in table.values()]


def test_next_steps_have_a_row_for_each(run: Run) -> None:
    """What may be begun, what saves months, and what may wait; all of it, in all forms."""
    steps = next_steps(PRODUCT, "analyst", "spm")
    table = asked(run, "next", "analyst", "spm")
    assert [row["activity"] for row in part(table, "begin")] == list(steps.this_month.activities)
    assert [
        (row["skill"] or None, row["activity"] or None, *numbers(row, "level", "saves_months"))
        for row in part(table, "save")
    ] == [(one.skill, one.activity, one.level, one.months) for one in steps.levers]
    assert [
        (row["activity"], *numbers(row, "begins", "may_wait_months", "latest"))
        for row in part(table, "wait")
    ] == [(one.activity, one.begins, one.months, one.begins + one.months) for one in steps.slack]
    begin, save, wait = seen(run, "next", "analyst", "spm")
    assert (len(begin), len(save)) == (len(steps.this_month.activities), len(steps.levers))
    assert [(row["From"], row["May wait, months"]) for row in wait] == [
        (f"month {one.begins + 1}", str(one.months)) for one in steps.slack
    ]


@pytest.mark.parametrize(
    ("ends", "said"), [("b", "You can move there now."), ("a", "You are there already.")]
)
def test_who_can_move_at_once_is_told_no_more(ends: str, said: str) -> None:
    """A month is not spent well that need not be waited for."""
    roles = {key: Role(key, key.upper()) for key in "ab"}
    ladder = Ladder("Tiny", roles=roles, transitions=(Transition("a", "b", 0),))
    assert next_report(next_steps(ladder, "a", ends)).notes == (said,)
    assert "There are none." in report_markdown(skills_report(ladder))


def test_next_steps_have_dates() -> None:
    """Beside the months, the first day of each; in words, its name."""
    steps = next_steps(PRODUCT, "analyst", "spm")
    report = next_report(steps, begins=Month(2027, 11))
    first = part(rows(report_csv(report)), "wait")[0]
    waits = steps.slack[0]
    assert (first["begins"], first["begins_date"]) == ("0", "2027-11-01")
    assert first["latest_date"] == Month(2027, 11).after(waits.begins + waits.months).first_day
    assert tables(report_markdown(report))[2][0]["From"] == "Nov 2027"


def test_a_gap_has_a_row_for_each_skill_and_each_move(run: Run) -> None:
    """What is gained, raised, kept and lost, at which levels; and what each move asks."""
    between = gap(PRODUCT, "pm", "spm")
    table = asked(run, "gap", "pm", "spm")
    skills = {row["skill"]: row for row in part(table, "skills")}
    assert set(skills) == set(between.held) | set(between.profile)
    for skill, row in skills.items():
        assert skill in getattr(between, row["change"])
        assert numbers(row, "held", "expected", "profile") == (
            between.held.get(skill, 0), between.expected.get(skill), between.profile.get(skill),
        )  # fmt: skip
        assert row["held_name"] == PRODUCT.level_name(between.held.get(skill, 0))
    assert between.path is not None
    moves = [
        (stay.end, stay.move.to, between.asked(place))
        for place, stay in enumerate(between.path.stays)
        if stay.move
    ]
    assert [
        (int(row["month"]), row["to"], held(row["asks"])) for row in part(table, "moves")
    ] == moves
    people = seen(run, "gap", "pm", "spm")[0]
    assert [row["Skill"] for row in people] == [row["skill_name"] for row in skills.values()]


def test_a_gap_without_a_way_says_what_stands_in_it(run: Run) -> None:
    """In a part of its own, and in words."""
    between = gap(PRODUCT, "spm", "analyst")
    table = part(asked(run, "gap", "spm", "analyst"), "blockers")
    assert [row["why"] for row in table] == [one.why for one in between.refusal.blockers]
    text = run("gap", "spm", "analyst", "--format", "markdown").stdout
    assert "No growth path from Senior Product Manager to Business Analyst." in text


def test_a_role_has_a_row_for_each_skill_and_each_move(run: Run) -> None:
    """What it expects and develops, where it leads and who gets in, with the text of each level."""
    role = PRODUCT.roles["product-manager"]
    table = asked(run, "show", "pm")
    expects = part(table, "expects")
    assert {row["skill"]: int(row["level"]) for row in expects} == role.expects
    assert all(
        row["about"] == PRODUCT.skills[row["skill"]].levels[int(row["level"])] for row in expects
    )
    developed: dict[str, dict[int, int]] = {}
    for row in part(table, "develops"):
        developed.setdefault(row["skill"], {})[int(row["level"])] = int(row["months"])
    assert developed == role.develops
    for name, end in (("leads_to", "to_role"), ("reached_from", "from_role")):
        for row in part(table, name):
            move = PRODUCT.transitions[int(row["transition"])]
            assert (row["role"], row["kind"]) == (getattr(move, end), move.kind)
            assert (held(row["asks"]), int(row["months"])) == (move.requires, move.months)
            assert numbers(row, "months_fast", "months_slow") == (
                move.months_range or (move.months, move.months)  # no range: the same at every pace
            )
    moves = [place for place, move in enumerate(PRODUCT.transitions) if move.to_role == role.id]
    assert [int(row["transition"]) for row in part(table, "reached_from")] == moves


def test_lists_have_a_row_for_each(run: Run) -> None:
    """Of roles, skills and activities, with all that JSON has of them."""
    roles = {row["role"]: row for row in asked(run, "roles")}
    for one in json.loads(run("roles", "--format", "json").stdout)["roles"]:
        row = roles[one["id"]]
        assert (row["role_name"], row["track"], row["rank"]) == (
            one["name"],
            one["track"],
            str(one["rank"]),
        )
        assert (row["aliases"], row["url"]) == ("; ".join(one["aliases"]), one["url"] or "")
    skills = {row["skill"]: row for row in asked(run, "skills")}
    told = json.loads(run("skills", "--format", "json").stdout)["skills"]
    assert len(skills) == len(told) == len(PRODUCT.skills)
    for one in told:
        row = skills[one["id"]]
        assert (row["skill_name"], row["group"], row["about"]) == (
            one["name"],
            one["group"],
            one["about"],
        )
        counts = ("expected", "roles", "activities", "gates")
        assert [int(row[count]) for count in counts] == [one[count] for count in counts]
    activities = {row["activity"]: row for row in asked(run, "activities")}
    for key, activity in PRODUCT.activities.items():
        row = activities[key]
        assert (row["activity_name"], row["currency"]) == (activity.name, PRODUCT.currency)
        assert numbers(row, "months", "cost") == (activity.months, activity.cost)
        assert (held(row["develops"]), held(row["requires"])) == (
            activity.develops,
            activity.requires,
        )
        assert row["confidence"] == (activity.confidence or "")
    for command, number in (
        ("roles", 14),
        ("skills", len(PRODUCT.skills)),
        ("activities", len(activities)),
    ):
        assert [len(table) for table in seen(run, command)] == [number]


def test_some_skills_have_a_row_for_each_level_and_role(run: Run) -> None:
    """What each level means, who expects and develops it, and what teaches it."""
    table = asked(run, "skills", "roadmapping", "empathy")
    chosen = ("roadmapping", "empathy")
    assert {(row["skill"], int(row["level"])): row["about"] for row in part(table, "levels")} == {
        (skill, level): told
        for skill in chosen
        for level, told in PRODUCT.skills[skill].levels.items()
    }
    assert {(row["skill"], row["role"], int(row["level"])) for row in part(table, "expected")} == {
        (skill, role.id, role.expects[skill])
        for skill in chosen for role in PRODUCT.roles.values() if skill in role.expects
    }  # fmt: skip
    learnt = part(table, "learnt")
    assert {(row["skill"], row["activity"], int(row["level"])) for row in learnt} == {
        (skill, one.id, one.develops[skill])
        for skill in chosen for one in PRODUCT.activities.values() if skill in one.develops
    }  # fmt: skip


@pytest.mark.parametrize("pace", ["fast", "slow"])
def test_a_pace_is_told(run: Run, pace: str) -> None:
    """In a column for programs, and in the title for people."""
    for command in (
        ("reach", "analyst"),
        ("into", "spm"),
        ("gap", "pm", "spm"),
        ("next", "pm", "spm"),
    ):
        assert {row["pace"] for row in asked(run, *command, "--pace", pace)} == {pace}
        assert f"at the {pace} pace" in run(*command, "--pace", pace, "--format", "markdown").stdout


def test_a_no_is_told_by_the_exit_code(run: Run) -> None:
    """Also where the answer is a table without a way in it."""
    assert run("reach", "graduate", "--within", "0", "--format", "csv").exit_code == 1
    assert run("next", "spm", "analyst", "--format", "csv").exit_code == 1


@pytest.mark.parametrize(
    "command",
    [
        ("reach", "analyst"),
        ("reach", "--skill", "roadmapping=2"),
        ("into", "spm"),
        ("gap", "pm", "spm"),
        ("skills",),
    ],
)
def test_a_file_has_what_the_form_prints(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """The answer stands on the screen, too; and the file may be written again."""
    for _ in range(2):
        result = run(*command, "-o", "out.csv")
        assert result.exit_code == 0
        assert result.stdout == run(*command).stdout
    assert (tmp_path / "out.csv").read_bytes() == run(*command, "--format", "csv").stdout_bytes
    run(*command, "-o", "out.md")
    assert run(*command, "--format", "markdown").stdout in (tmp_path / "out.md").read_text("utf-8")


def test_a_table_of_somebody_elses_is_kept(run: Run, tmp_path: Path) -> None:
    """Be it a matrix that the ladder was made from, or a page without a place."""
    (tmp_path / "skills.csv").write_text("Skill,Analyst\nSums,3\n")
    (tmp_path / "notes.md").write_text("# Notes\n")
    for file in ("skills.csv", "notes.md"):
        before = (tmp_path / file).read_bytes()
        result = run("skills", "-o", file)
        assert (result.exit_code, result.stdout) == (2, "")
        assert file in result.stderr
        assert (tmp_path / file).read_bytes() == before


@pytest.mark.parametrize(
    "command", [("roles", "senior"), ("skills", "data"), ("activities", "course")]
)
def test_words_choose_the_same_in_every_form(run: Run, command: tuple[str, ...]) -> None:
    """What JSON lists of them, CSV and Markdown list, too."""
    kind = command[0]
    told = json.loads(run(*command, "--format", "json").stdout)[kind]
    head = {"roles": "role", "skills": "skill", "activities": "activity"}[kind]
    assert {row[head] for row in asked(run, *command)} == {one["id"] for one in told}
    assert 0 < len(told) < len(getattr(PRODUCT, kind))
    assert [len(table) for table in seen(run, *command)] == [len(told)]
    nothing = run(kind, "xyzzyqwv", "--format", "csv")
    assert nothing.exit_code == 1
