"""What is told of a path by default: what to do, and what opens the next door."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import click
import pytest
from click.testing import Result

from cli.output import Look
from cli.text.layout import cells
from cli.text.path import describe_path
from graphs import GrowthPath, growth_path
from ladder import Activity, FrozenDict, Ladder, Person, Role, Skill, Transition

Run = Callable[..., Result]


def told(path: GrowthPath, width: int = 80) -> str:
    return click.unstyle(describe_path(path, Look(width)))


def flat(path: GrowthPath) -> str:
    """The same without line breaks and rail."""
    return " ".join(told(path).replace("│", "").split())


def framework(skills: int, groups: int = 0) -> Ladder:
    """Two rungs that expect every skill at the first level and at the second."""
    ids = [f"skill-{place}" for place in range(skills)]
    low, high = (dict.fromkeys(ids, level) for level in (1, 2))
    return Ladder(
        "Framework",
        levels=("low", "high"),
        skills=FrozenDict({skill.id: skill for skill in _skills(ids, groups)}),
        roles=FrozenDict(
            clerk=Role("clerk", "Clerk"),
            junior=Role("junior", "Junior", expects=low),
            senior=Role("senior", "Senior", expects=high),
        ),
        transitions=(
            Transition(("clerk",), "junior", 12, "entry", low),
            Transition(("junior",), "senior", 24, "promotion", high),
        ),
        activities=FrozenDict(
            {
                f"{one}-{level}": Activity(
                    *(f"{one}-{level}", f"{one} to {level}", 2, "practice"),
                    requires={one: level - 1} if level > 1 else {},
                    develops={one: level},
                )
                for one in ids
                for level in (1, 2)
            }
        ),
    )


def _skills(ids: list[str], groups: int) -> Iterator[Skill]:
    for place, one in enumerate(ids):
        yield Skill(one, one.capitalize(), group=f"Group {place % groups}" if groups else None)


def test_practices_are_counted() -> None:
    """However many in a row, they take a line, with the months from the first to the last."""
    text = flat(growth_path(framework(8), "clerk", "senior"))
    assert "months 1–16 Practice: raise 8 skills to low ├" in text
    assert "Practice: raise 8 skills to high" in text
    assert "Skill-3 to low" not in text


def test_few_practices_are_named() -> None:
    """What three skills are raised to is said of each."""
    text = flat(growth_path(framework(2), "clerk", "junior"))
    assert "months 1–4 Practice: raise Skill-0 to low and Skill-1 to low" in text


def test_a_skill_practised_twice_counts_once() -> None:
    """At the highest level that is reached before the move."""
    ladder = framework(4)
    straight = Transition(("clerk",), "senior", 0, "entry", ladder.transitions[1].requires)
    path = growth_path(replace(ladder, transitions=(straight,)), "clerk", "senior")
    assert "Practice: raise 4 skills to high ├" in flat(path)


def test_a_gate_asks_by_groups() -> None:
    """Groups in a row each: by name while they are few, and else counted."""
    few = [
        line.strip("│ ")
        for line in told(growth_path(framework(4, 2), "clerk", "junior")).splitlines()
    ]
    assert "asks 12 months in the job, already served, and" in few
    assert [" ".join(line.split()) for line in few if line.startswith("Group")] == [
        "Group 0 at low: Skill-0 · Skill-2",
        "Group 1 at low: Skill-1 · Skill-3",
    ]
    many = flat(growth_path(framework(20, 2), "clerk", "senior"))
    assert "Group 0 10 at high Group 1 10 at high" in many
    assert "Skill-3" not in many


def test_a_gate_names_what_no_gate_before_it_asked(path: GrowthPath) -> None:
    """What was asked before, or held at the start, is counted."""
    text = flat(path)
    assert (
        "asks 6 months in the job, already served, 1 skill held before, "
        "and at awareness: Roadmapping"
    ) in text
    assert (
        "asks 24 months in the job, 1 skill held before, and at practitioner: Communication; "
        "at working: Roadmapping; at awareness: Research"
    ) in text


def test_what_the_job_gives(path: GrowthPath) -> None:
    """As far as a gate ahead asks for it, by the month when all of it is there."""
    text = flat(path)
    assert (
        "by month 26 The job raises Communication to practitioner, Roadmapping to working and "
        "Research to awareness"
    ) in text


def test_activities_have_months_and_cost(path: GrowthPath, begun: GrowthPath) -> None:
    """By name, unless there are too many; what is begun before is not paid again."""
    text = flat(path)
    assert "months 1–2 Online course, USD 500" in text
    assert "months 4–5 and 8–11 Find a mentor ~" in text
    assert "USD" not in flat(begun)
    courses = [
        Activity(f"course-{place}", f"Course {place}", 1, cost=10, develops={"analysis": 1})
        for place in range(12)
    ]
    ladder = replace(path.ladder, activities={one.id: one for one in courses})
    learning = tuple(
        replace(path.learning[0], activity=one.id, periods=((place + 2, place + 3),), develops={})
        for place, one in enumerate(courses)
    )
    text = flat(replace(path, ladder=ladder, learning=learning))
    assert "month 9 Course 6, USD 10 months 10–14 5 more, which --details names, USD 50" in text


def test_learning_that_goes_on_across_a_move(path: GrowthPath) -> None:
    """Both stays show it."""
    mentor = replace(path.learning[1], periods=((0, 2), (3, 7)))
    text = flat(replace(path, learning=(mentor,)))
    assert "months 1–2 Find a mentor ~" in text
    assert "months 4–7 Find a mentor ~ goes on" in text


def test_a_stay_in_which_nothing_is_learnt() -> None:
    """Only time counts, which is said."""
    ladder = replace(framework(1), transitions=(Transition(("clerk",), "junior", 12),))
    path = growth_path(ladder, "clerk", "junior", person=Person(months_in_role=0))
    text = flat(path)
    assert "Nothing to learn: time in the job is what is asked" in text
    assert "asks 12 months in the job ◉" in text


def test_gates_that_ask_little(path: GrowthPath) -> None:
    """Nothing at all, only time, or only what is held."""
    for months, requires, asked in (
        (0, {}, "asks nothing ●"),
        (6, {}, "asks 6 months in the job, already served ●"),
        (0, {"communication": 2}, "asks 1 skill held before ●"),
        (
            6,
            {"communication": 2},
            "asks 6 months in the job, already served, and 1 skill held before ●",
        ),
    ):
        gate = replace(path.stays[0].move, months=months, requires=requires)
        stays = (replace(path.stays[0], move=gate), *path.stays[1:])
        assert asked in flat(replace(path, stays=stays))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_nothing_is_wider_than_the_screen(width: int) -> None:
    for groups in (0, 3):
        path = growth_path(framework(12, groups), "clerk", "senior")
        assert max(map(cells, told(path, width).splitlines())) <= width


@pytest.mark.parametrize(
    ("ladder", "ends", "most"),
    [
        ("product-management", ("analyst", "spm"), 40),
        ("uk-digital-and-data", ("business-analyst", "senior-product-manager"), 45),
    ],
)
def test_an_answer_fits_a_page(ladder: str, ends: tuple[str, str], most: int, run: Run) -> None:
    """What people ask first is read at a glance; all there is comes with --details."""
    lines = run("path", *ends, "--ladder", ladder).stdout.splitlines()
    assert len(lines) <= most
    assert max(map(len, lines)) <= 80
    detailed = run("path", *ends, "--ladder", ladder, "--details").stdout
    assert "You hold" in detailed
    assert "--details" not in detailed


def test_what_somebody_new_would_need(run: Run) -> None:
    """Said where it is not told how long one is in the role, and only there."""
    text = run("path", "analyst", "spm").stdout
    assert "For somebody new in the role: 51 months (39–63), USD 4,450" in text
    plain = json.loads(run("path", "analyst", "spm", "--format", "json").stdout)
    new = json.loads(
        run("path", "analyst", "spm", "--months-in-role", "0", "--format", "json").stdout
    )
    assert plain["newcomer"] == {
        **{key: new[key] for key in ("months", "range", "moves", "cost")},
        "roles": [stay["role"] for stay in new["stays"]],
    }
    assert "newcomer" not in new
    assert "new in the role" not in run("path", "analyst", "spm", "--months-in-role", "6").stdout
    assert "new in the role: as long" in run("path", "graduate", "apm").stdout


def test_nobody_waits_for_what_is_told_besides(run: Run) -> None:
    """Where the time is up, it is left out."""
    text = run("path", "analyst", "spm", "--time-limit", "0.000001").stdout
    assert "new in the role" not in text
