"""All that a path holds, laid out where --details asks for it."""

from __future__ import annotations

from dataclasses import replace

import click

from cli.output import Look
from cli.text.path import describe_path
from graphs import GrowthPath
from ladder import FrozenDict, Ladder


def told(path: GrowthPath, width: int = 80) -> str:
    return click.unstyle(describe_path(path, Look(width), detailed=True))


def flat(path: GrowthPath) -> str:
    """The same without line breaks and rail."""
    return " ".join(told(path).replace("│", "").split())


def test_what_the_job_develops_has_its_month(path: GrowthPath) -> None:
    """Each skill that the job gives stands beside the month by which it does."""
    lines = [" ".join(line.split()) for line in told(path).splitlines()]
    assert "│ on arrival The job gives at awareness: Research" in lines
    assert "│ by month 20 The job gives at working: Roadmapping" in lines
    assert "│ by month 26 The job gives at practitioner: Communication" in lines


def test_learning_has_its_months_pauses_cost_and_doubt(path: GrowthPath) -> None:
    """What to learn and when, the pause left out, the cost and a low confidence shown."""
    text = flat(path)
    assert (
        "months 1–2 Online course (course, 2 months, USD 500) gives at awareness: Roadmapping"
        in text
    )
    assert (
        "months 4–5 and 8–11 Find a mentor ~ (mentoring, 6 months) gives at practitioner: Research"
        in text
    )


def test_learning_that_goes_on_across_a_move(path: GrowthPath) -> None:
    """Both jobs show their part of it, and only the end shows what it gives."""
    mentor = replace(path.learning[1], periods=((0, 2), (3, 7)))
    text = flat(replace(path, learning=(mentor,)))
    assert "months 1–2 Find a mentor ~ (mentoring, 6 months) begins" in text
    assert "months 4–7 Find a mentor ~ goes on and gives at practitioner: Research" in text


def test_learning_begun_before_is_not_paid_again(begun: GrowthPath) -> None:
    """Of an activity begun earlier, the months already in it are said, and no cost."""
    text = flat(begun)
    assert "(course, 2 months, 1 of them already in)" in text
    assert "USD" not in text
    assert "no cost" in text


def test_a_cost_without_a_currency_is_called_one(path: GrowthPath) -> None:
    """A bare number would say nothing."""
    text = flat(replace(path, ladder=replace(path.ladder, currency=None)))
    assert "(course, 2 months, cost 500)" in text
    assert "2 moves, cost 500" in text


def test_each_gate_says_where_its_skills_come_from(path: GrowthPath) -> None:
    """Held at the start, learnt, given by this job or an earlier one: each skill has its origin."""
    lines = [" ".join(line.split()) for line in told(path).splitlines()]
    assert "├─▶ entry to Associate Product Manager ~, after month 2" in lines
    assert "│ asks 6 months in the job, already served, and" in lines
    assert "│ from the start at working: Communication" in lines
    assert "│ from learning at awareness: Roadmapping (Online course)" in lines
    assert "│ asks 24 months in the job, and" in lines
    assert "│ from the start at working: Analysis" in lines
    assert (
        "│ from this job at practitioner: Communication; at working: Roadmapping; "
        "at awareness: Research"
    ) in " ".join(lines).replace("Roadmapping; │ at", "Roadmapping; at")


def test_an_activity_is_named_once_in_a_gate(path: GrowthPath) -> None:
    """What one activity gave stands together before its name."""
    course = replace(path.learning[0], develops={"roadmapping": 1, "research": 1})
    gate = replace(path.stays[0].move, requires=FrozenDict(roadmapping=1, research=1))
    stays = (replace(path.stays[0], move=gate), *path.stays[1:])
    text = flat(replace(path, learning=(course,), stays=stays))
    assert "from learning at awareness: Roadmapping · Research (Online course)" in text


def test_a_skill_from_an_earlier_job_names_it(path: GrowthPath) -> None:
    """What a job two moves ago has given is put down to that job."""
    given = replace(path, skills=FrozenDict(communication=2), months_in_role=10)
    stays = (replace(path.stays[0], end=8, develops={"analysis": 3}), *path.stays[1:])
    text = flat(replace(given, stays=stays))
    assert "from Business Analyst at working: Analysis" in text
    assert "You hold, 10 months into the job, at working: Communication" in text
    assert "asks 6 months in the job, and" in text


def test_a_gate_that_asks_little(product: Ladder, path: GrowthPath) -> None:
    """An open gate asks nothing, and one without months only its skills."""
    for months, requires, asked in (
        (0, {}, "asks nothing"),
        (6, {}, "asks 6 months in the job, already served ●"),
        (0, {"communication": 2}, "asks from the start at working: Communication"),
    ):
        gate = replace(path.stays[0].move, months=months, requires=requires)
        stays = (replace(path.stays[0], move=gate), *path.stays[1:])
        assert asked in flat(replace(path, stays=stays))
