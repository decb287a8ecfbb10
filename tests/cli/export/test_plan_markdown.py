"""A plan in Markdown: whole, and safe whatever the names are."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt
from support.odd_names import NEEDED, TRICKY, names, one_line, ordinary, renamed, texts

from cli.export.markdown import JOINER, plain
from cli.export.plan_markdown import plan_markdown, plans_markdown
from graphs import Choices, GrowthPath, Stay
from graphs.plans.month import Month
from graphs.plans.steps import steps_of

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINKED = re.compile(r"(?i)(https?|ftp)://|www\.|@\w|#\d|:[\w+-]+:")
fuzz = settings(
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def structure(text: str) -> list[tuple[str, ...]]:
    """What a reader of Markdown finds: its blocks, and what stands in each line of text."""
    found = []
    for token in READER.parse(text):
        inside = [kind for kind, _ in groupby(child.type for child in token.children or ())]
        found.append((token.type, token.tag, token.markup, *inside))
    return found


def shown(text: str) -> str:
    """What a reader sees."""
    lines = (child for token in READER.parse(text) for child in token.children or ())
    return "".join(child.content or " " for child in lines).replace(JOINER, "")


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
    inside = [child for token in READER.parse(odd) for child in token.children or ()]
    ends = {str(child.attrs["href"])[:14] for child in inside if child.type == "link_open"}
    assert ends == {"https://e.org/"}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://e.org", "https://e.org/ x", "//e"])
def test_only_pages_of_the_web_are_linked(path: GrowthPath, url: str) -> None:
    """A ladder made in Python may hold any address."""
    assert "](" not in plan_markdown(able(path, "text", url))


@pytest.mark.parametrize("name", ["C++", "C#", "Data and A/B testing", "R&D", "Node.js (back end)"])
def test_usual_names_read_as_they_are(name: str) -> None:
    """Nothing is escaped that need not be, so that the plan reads well as plain text."""
    assert plain(name) == name
