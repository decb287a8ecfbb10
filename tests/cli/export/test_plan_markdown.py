"""A plan in Markdown: whole, and safe whatever the names are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled
from support.markdown import LINKED, links, shown, structure
from support.odd_names import NEEDED, TRICKY, names, one_line, ordinary, renamed, texts

from cli.export.markdown import JOINER, plain
from cli.export.plan_markdown import plan_markdown, plans_markdown
from graphs import Choices, GrowthPath, NoGrowthPath, Plan, Stay, growth_path, load_plan
from graphs.plans.month import Month
from graphs.plans.plan_file import Boxes
from graphs.plans.steps import steps_of
from graphs.plans.ticked import mark_of
from ladder import Ladder, Person

fuzz = settings(
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def read(text: str) -> str:
    """As one reads it, without the comments."""
    return re.sub(r" ?<!--.*?-->", "", text, flags=re.DOTALL)


def goals(text: str) -> list[str]:
    return re.findall(r"^- \[ \] (.*(?:\n  .*)*)", read(text), re.MULTILINE)


def test_every_step_is_a_goal_with_a_box(path: GrowthPath) -> None:
    """Nothing is left out, and what is to be seen, its reason and its purpose are in each."""
    found = goals(plan_markdown(path))
    assert len(found) == len(steps_of(path)) == 7
    for goal in found:
        assert "Done when " in goal
        assert "Within reach: " in goal
        assert "For " in goal or "It is the goal." in goal
        assert re.search(r"month|now", goal)


def test_a_goal_says_it_all(path: GrowthPath) -> None:
    """What, by when, how it is seen, why it is within reach, and what it is for."""
    course, entry, *_ = goals(plan_markdown(path))
    assert course == (
        "**Online course**, months 1–2 (course, 2 months, USD 500).\n"
        "  Done when you hold Roadmapping at awareness. "
        "Within reach: it asks for nothing to begin. For the move to Associate Product Manager."
    )
    assert entry == (
        "**Move to Associate Product Manager** ~ (entry), after month 2.\n"
        "  Done when you have the role. For the way on to Product Manager. "
        "Within reach: all that its gate asks for is held by then:\n"
        "  - time: 6 months in the job, already served\n"
        "  - from the start: Communication at working\n"
        "  - from Online course: Roadmapping at awareness"
    )


def test_what_an_activity_asks_for_is_put_down_to_where_it_comes_from(path: GrowthPath) -> None:
    """A goal is attainable because what it asks for is held by then."""
    course = replace(path.ladder.activities["mentor"], requires={"roadmapping": 1})
    ladder = replace(path.ladder, activities={**path.ladder.activities, "mentor": course})
    text = plan_markdown(replace(path, ladder=ladder))
    assert "it asks for Roadmapping at awareness, from Online course. For its own sake" in text
    assert "For Find a mentor and the move to Associate Product Manager." in text


def test_learning_begun_before_is_neither_paid_nor_asked_again(begun: GrowthPath) -> None:
    """Of an activity begun earlier, the months already in it are said."""
    text = plan_markdown(begun)
    assert "month 1 (course, 2 months, 1 of them already in)" in text
    assert "it is begun already" in text
    assert "USD" not in text


def asked(path: GrowthPath, **kinds: str) -> list[str]:
    """What is asked of the company, with other kinds of activities."""
    activities = {
        key: replace(one, kind=kinds.get(key, one.kind))
        for key, one in path.ladder.activities.items()
    }
    text = plan_markdown(replace(path, ladder=replace(path.ladder, activities=activities)))
    return text.split("## What is asked of the company\n\n")[1].split("\n\n")[0].splitlines()


def test_what_is_asked_of_the_company(path: GrowthPath, begun: GrowthPath) -> None:
    """By kinds, those that are not known as they are; and the openings, with their months."""
    course, mentor, openings = asked(path)
    assert course == "- To be sponsored: Online course, USD 500, months 1–2"
    assert mentor == "- A mentor or coach for: Find a mentor, months 4–5 and 8–11"
    assert openings == (
        "- Openings: Associate Product Manager after month 2; Product Manager after month 26"
    )
    assert asked(begun) == [openings], "what is begun has been asked for"


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("Certifications", "To be sponsored"),
        ("executive training", "To be sponsored"),
        ("Stretch work", "Room to be given for"),
        ("job rotation", "Room to be given for"),
        ("peer coaching", "A mentor or coach for"),
        ("reading", "Of the kind reading"),
        ("*", "Of the kind \\*"),
        ("projection", "Of the kind projection"),
    ],
)
def test_kinds_are_any_text(path: GrowthPath, kind: str, head: str) -> None:
    """A known word in it says what it is; nothing else is made of it."""
    assert f"- {head}: Online course, USD 500, months 1–2" in asked(
        path, course=kind, mentor="other"
    )


def test_a_course_without_cost_asks_for_nothing(path: GrowthPath) -> None:
    """There is nothing to sponsor; a mentor is asked for all the same."""
    lines = asked(path, mentor="course")
    assert not [line for line in lines if "Find a mentor" in line]


def test_what_it_costs_by_year(path: GrowthPath, begun: GrowthPath) -> None:
    """In years from now, or of the calendar; and not where nothing is to be paid."""
    assert "## Cost by year\n" in plan_markdown(path)
    assert "\n- Year 1: USD 500\n" in plan_markdown(path)
    assert "\n- 2027: USD 500\n" in plan_markdown(path, begins=Month(2027, 1))
    assert "Cost by year" not in plan_markdown(begun)


def test_dates_in_a_plan(path: GrowthPath) -> None:
    """With a beginning, goals are due by dates."""
    text = plan_markdown(path, begins=Month(2027, 1))
    assert "26 months (2 years 2 months), January 2027 to February 2029, 2 moves" in text
    assert "## 1. Business Analyst, January to February 2027" in text
    assert "**Move to Product Manager** (promotion), in March 2029" in text
    assert "by the end of August 2028" in text
    assert "month 1" not in text


def test_what_a_plan_rests_on_is_said(path: GrowthPath) -> None:
    """Estimates, doubts and sources, and a search that did not end."""
    move = replace(path.ladder.transitions[0], source="a guess")
    ladder = replace(path.ladder, transitions=(move, path.ladder.transitions[1]))
    text = plan_markdown(replace(path, ladder=ladder, optimal=False, bound=20))
    assert "All months are estimates. What is marked ~ rests on low confidence." in text
    assert "- For the move to Associate Product Manager: a guess" in text
    assert "The time limit ended the search." in text


def test_being_there_already(path: GrowthPath) -> None:
    """No goals, and no headings for them."""
    there = replace(path, source="pm", stays=(Stay("pm", 0, 0, {}, None),), months=0, learning=())
    assert plan_markdown(there) == "# Product Manager: you are there already\n"


@fuzz
@given(given=names(NEEDED))
@example(given=(TRICKY * 2)[1 : NEEDED + 1])
@example(given=[f"x{number} #" for number in range(NEEDED)])
@example(given=[f"{number}. <!-- {number}" for number in range(NEEDED)])
@example(given=[f"*{number}*" for number in range(NEEDED)])
def test_no_name_is_read_as_markup(path: GrowthPath, given: list[str]) -> None:
    """Whatever the names, the document has the same headings, lists, boxes and emphasis."""
    odd, usual = renamed(path, given), ordinary(path)
    text = plan_markdown(odd)
    assert structure(text) == structure(plan_markdown(usual))
    assert not LINKED.search(read(text))
    seen = shown(text)
    for role in odd.ladder.roles.values():
        name = one_line(role.name).replace("\0", "\N{REPLACEMENT CHARACTER}")
        assert name.replace(JOINER, "") in seen


@fuzz
@given(given=names(NEEDED))
@example(given=(TRICKY * 2)[1 : NEEDED + 1])
def test_no_name_breaks_a_table(path: GrowthPath, given: list[str]) -> None:
    """Nor are ways side by side disturbed."""

    def table(path: GrowthPath) -> str:
        shorter = replace(path, months=20, cost=400, learning=())
        return plans_markdown(Choices((path, shorter), True), begins=Month(2027, 1))

    text = table(renamed(path, given))
    assert structure(text) == structure(table(ordinary(path)))
    assert not LINKED.search(text)


@settings(fuzz, max_examples=40)
@given(question=questions() | st.integers(0, 10_000).map(tangled), seed=st.integers())
def test_a_plan_comes_back_with_what_is_ticked(
    tmp_path: Path, question: tuple[Ladder, Person], seed: int
) -> None:
    """Whatever the ladder, its name and what of it is ticked."""
    rng = Random(seed)
    ladder, person = question
    ladder = replace(ladder, name=rng.choice(["--> <b>", "<!-- ladder plan", "-- é \N{SNOWMAN}"]))
    try:
        path = growth_path(ladder, START, GOAL, person=person, max_cost=100)
    except NoGrowthPath:
        return
    steps = [step for step in steps_of(path) if rng.random() < 0.5]
    text = plan_markdown(path, begins=Month(2027, 1))
    for step in steps:
        mark = str(mark_of(path, step))
        text = re.sub(rf"\[ \](?=[^\n]* {mark}$)", "[x]", text, flags=re.MULTILINE)
    file = tmp_path / "plan.md"
    file.write_text(text, encoding="utf-8")
    if len(path.stays) > 1:
        assert load_plan(file, ladder) == Plan(path, Month(2027, 1), Boxes(tuple(steps)))


def able(path: GrowthPath, text: str, url: str) -> GrowthPath:
    """The same, with a text on every level and an address for everything that may have one."""
    ladder = path.ladder
    skills = {
        key: replace(skill, levels={1: text, 2: text, 3: text})
        for key, skill in ladder.skills.items()
    }
    roles = {key: replace(role, url=url) for key, role in ladder.roles.items()}
    activities = {key: replace(one, url=url) for key, one in ladder.activities.items()}
    told = replace(ladder, skills=skills, roles=roles, activities=activities)
    return replace(path, ladder=told)


def test_what_one_can_do_stands_below_a_goal(path: GrowthPath) -> None:
    """For each level that it gives, with links to the pages of activities and roles."""
    course, entry, *_ = goals(plan_markdown(able(path, "Reads one", "https://e.org/a?b=c&d")))
    assert course.startswith("[**Online course**](https://e.org/a?b=c&amp;d), months 1–2")
    assert course.endswith("\n  - holding Roadmapping at awareness: Reads one")
    assert entry.startswith("[**Move to Associate Product Manager**](https://e.org/a?b=c&amp;d) ~")


@fuzz
@given(text=texts, end=texts)
@example(text="1. x", end="(a)*b*")
@example(text="x](http://e.org)", end=")<script>")
@example(text="# x", end="]&copy;`\"'\\")
def test_no_text_and_no_address_is_read_as_markup(path: GrowthPath, text: str, end: str) -> None:
    """An address leads to where it says, and nothing else comes of it."""
    url = f"https://e.org/{''.join(one for one in end if one.isprintable() and one != ' ')}"
    odd = plan_markdown(able(path, text or "?", url))
    assert structure(odd) == structure(plan_markdown(able(path, "text", "https://e.org/")))
    assert {end[:14] for end in links(odd)} == {"https://e.org/"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://e.org", "https://e.org/ x", "//e"])
def test_only_pages_of_the_web_are_linked(path: GrowthPath, url: str) -> None:
    """A ladder made in Python may hold any address."""
    assert "](" not in plan_markdown(able(path, "text", url))


@pytest.mark.parametrize("name", ["C++", "C#", "Data and A/B testing", "R&D", "Node.js (back end)"])
def test_usual_names_read_as_they_are(name: str) -> None:
    """Nothing is escaped that need not be, so that the plan reads well as plain text."""
    assert plain(name) == name
