"""What a question says beside its roles: each is used, as an option says it, or refused."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace

import pytest

from cli.ask.leftover import SAYABLE
from cli.ask.understand import NotUnderstood, PartMissing, understand
from graphs.plans.month import Month
from ladder import FrozenDict, Ladder, Role, bundled

TODAY = Month(2026, 11)


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


def conditions(question: str, ladder: Ladder) -> str:
    """What is asked beside two roles, as options."""
    words = understand(question, ladder, today=TODAY).words
    assert words[:3] == ("path", "product-manager", "senior-product-manager")
    return shlex.join(words[3:])


def refusal(question: str, ladder: Ladder) -> str:
    with pytest.raises(NotUnderstood) as caught:
        understand(question, ladder, today=TODAY)
    return str(caught.value)


@pytest.mark.parametrize(
    ("question", "months"),
    [
        ("I've been a PM for two years; how do I get to SPM?", 24),
        ("I've been a PM for 2 years now, how do I get to SPM?", 24),
        ("I have been a PM for a year and a half. How do I become SPM?", 18),
        ("I am a PM for 1.5 years and want to become SPM", 18),
        ("I am PM since six months, how do I get to SPM", 6),
        ("I've been a PM for about half a year; how do I get to SPM?", 6),
        ("I've been a PM for the past 2 years and 3 months. How do I get to SPM?", 27),
        ("from PM (6 months in) to SPM", 6),
        ("PM, 6 months into my role, to SPM", 6),
        ("I'm 18 months in this job as a PM. How do I become SPM?", 18),
        ("with 2 years as a PM, how do I become SPM?", 24),
        ("after 18 months as PM, how do I become SPM?", 18),
        ("I've worked for 8 months as a PM, what is the way to SPM", 8),
        ("from PM to SPM, for 14 months", 14),
        ("I am a PM for 14 months, how to SPM", 14),
        ("PM 30 months, way to SPM", 30),
        ("I became PM 8 months ago, how do I get to SPM", 8),
        ("I just became a PM, how do I get to SPM", 0),
        ("I am a new PM and want to become SPM", 0),
        ("PM since January 2024, way to SPM", 34),
        ("PM since 2024, way to SPM", 34),
    ],
)
def test_months_in_the_role(question: str, months: int, product: Ladder) -> None:
    """However it is put, so many months have been served."""
    assert conditions(question, product) == f"--months-in-role {months}"


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("from PM to SPM with roadmapping at working level", "--skill roadmapping=working"),
        ("with Roadmapping at Expert, from PM to SPM", "--skill roadmapping=expert"),
        (
            "I'm a PM and have roadmapping at practitioner and data and SQL at 2. How to SPM?",
            "--skill roadmapping=practitioner --skill data-analysis=2",
        ),
        (
            "from PM with user-centred design at working, finance at level 1, and mentoring at "
            "working to SPM",
            "--skill user-centred-design=working --skill finance=1 --skill mentoring=working",
        ),
        ("PM, expert in data and sql, to SPM", "--skill data-analysis=expert"),
        ("I am a PM and an expert in finance, how do I become SPM", "--skill finance=expert"),
        ("PM to SPM, I don't know finance", "--skill finance=0"),
    ],
)
def test_skills_held(question: str, options: str, product: Ladder) -> None:
    """A skill at a level, said to be held or not to be, is heard by its name, longer ones first."""
    assert conditions(question, product) == options


@pytest.mark.parametrize(
    "question", ["from PM to SPM with roadmapping", "PM to SPM, I know roadmapping"]
)
def test_a_skill_at_no_level_is_asked_for(question: str, product: Ladder) -> None:
    """To know something may be anything; the answer is used."""
    with pytest.raises(
        PartMissing, match="At which level is Roadmapping held: awareness"
    ) as caught:
        understand(question, product, today=TODAY)
    part = caught.value.missing.part
    answered = understand(question, product, today=TODAY, answers={part: "Working"})
    assert answered.conditions[0][:2] == ("--skill", "roadmapping=working")


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("the cheapest way from PM to SPM", "--by cost"),
        ("how do I get from PM to SPM with the fewest moves?", "--by moves"),
        ("the fastest way from PM to SPM", "--by months"),
        ("how soon can a PM become SPM", "--by months"),
        ("PM to SPM avoiding APM", "--avoid associate-product-manager"),
        ("PM to SPM, but not via APM", "--avoid associate-product-manager"),
        ("PM to SPM without becoming an APM", "--avoid associate-product-manager"),
        ("from PM via APM to SPM", "--via associate-product-manager"),
        (
            "from PM through the APM role and then VP to SPM",
            "--via associate-product-manager --via vp-of-product",
        ),
        ("from PM to SPM without the MBA", "--without mba"),
        ("from PM to SPM without volunteering for stretch work", "--without stretch-work"),
        (
            "from PM to SPM without mentor or networking, please",
            "--without mentor --without networking",
        ),
        ("from PM to SPM without any certification", "--without cspo --without pmp"),
        ("from PM to SPM without workshops", "--without communication-workshop"),
        ("from PM to SPM within 60 months", "--within 60"),
        ("I'm a PM and want to be SPM in five years", "--within 60"),
        ("can a PM become SPM in under 5 years?", "--within 60"),
        ("PM to SPM, at most 60 months", "--within 60"),
        ("I only have 5 years to get from PM to SPM", "--within 60"),
        ("In the next 60 months, how do I get from PM to SPM?", "--within 60"),
        ("from PM to SPM for under 3500 dollars", "--max-cost 3500"),
        ("from PM to SPM for at most USD 3,500", "--max-cost 3500"),
        ("from PM to SPM with a budget of $3,500.", "--max-cost 3500"),
        ("budget 2000 dollars, PM to SPM", "--max-cost 2000"),
        ("my budget is 2000, PM to SPM", "--max-cost 2000"),
        ("PM to SPM for 500 dollars", "--max-cost 500"),
        ("PM to SPM with $2k", "--max-cost 2000"),
        ("PM to SPM for free", "--max-cost 0"),
        ("PM to SPM at a slow pace", "--pace slow"),
        ("the 3 best ways from PM to SPM", "--alternatives 3"),
        ("PM to SPM by 2030", "--within 38"),
        ("PM to SPM before 2030", "--within 37"),
        ("PM to SPM by the end of 2029", "--within 37"),
        ("PM to SPM by March 2028", "--within 16"),
        ("PM to SPM by 2028-03", "--within 16"),
        ("PM to SPM before march 2028", "--within 15"),
        ("PM to SPM starting in March 2027, by March 2028", "--start 2027-03 --within 12"),
        ("I am 35 and a PM, can I be SPM before I turn 40", "--within 48"),
        ("I'm 45, a PM, can I still be SPM", ""),
        (
            "cheapest way from pm via apm to spm within 7 years avoiding data product manager "
            "without the mba",
            "--within 84 --avoid data-product-manager --without mba "
            "--via associate-product-manager --by cost",
        ),
    ],
)
def test_what_a_question_wishes(question: str, options: str, product: Ladder) -> None:
    """It says as much as the options do."""
    assert conditions(question, product) == options


def test_a_whole_kind_of_activity_is_left_out(product: Ladder) -> None:
    """Every course, and nothing else."""
    courses = [one.id for one in product.activities.values() if one.kind == "course"]
    said = conditions("PM to SPM without any course", product)
    assert said == " ".join(f"--without {one}" for one in courses)


@pytest.mark.parametrize(
    ("question", "remark"),
    [
        ("PM to SPM by 2030", "by January 2030: within 38 months, counted from November 2026"),
        ("PM since 2024, to SPM", "34 months in the role, from January 2024 to November 2026"),
        ("I am 35, PM. To SPM before I am 40", "48 to 60 months left"),
        ("I'm 45, a PM, can I still be SPM", "Your age changes nothing"),
    ],
)
def test_how_dates_and_ages_are_counted_is_said(
    question: str, remark: str, product: Ladder
) -> None:
    """From when, and what is not sure."""
    assert remark in " ".join(understand(question, product, today=TODAY).remarks)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("from PM to SPM in about 2 years", "within 3 years"),
        ("from PM to SPM in the past 2 years", "past 2 years"),
        ("from PM to SPM; how much do I learn in a month?", "much"),
        ("from PM to SPM, where I want to stay in 3 years", "stay"),
        ("from PM to SPM within 2 years or within 3 years", "may not be the same"),
        ("from PM to SPM in a few years", "say a number"),
        ("from PM to SPM in 2030", 'say "by 2030" or "by the end of 2030"'),
        ("from PM to SPM by 2020", "is past"),
        ("I am 45, PM, to SPM before I am 40", "is past"),
        ("from PM to SPM, where I want to stay for 3 years", "stay"),
        ("from PM to SPM for 3 years", "may be the time in the role or the time allowed"),
        ("PM for 3 years in finance to SPM", "finance"),
        ("PM with 5 years of experience to SPM", "experience"),
        ("PM for 1.3 years to SPM", "1.3 years"),
        ("PM for 2 years, or for 3 years, to SPM", "may not be the same"),
        ("PM for 900 years to SPM", "900 years"),
        ("from PM to SPM; I do not have roadmapping at working", "roadmapping"),
        ("from PM to SPM with roadmapping at 9", "9"),
        ("from PM to SPM at working level", "working level"),
        ("as a PM in a small bank, how do I get to SPM", "small bank"),
        ("the fastest and cheapest way from PM to SPM", "--by months and --by cost"),
        ("PM to SPM for under $500 or under $900", "--max-cost 500 and --max-cost 900"),
        ("I have been a PM under 2 years, way to SPM?", "--within"),
        ("PM under 2 years, to SPM", "may be the time in the role or the time allowed"),
        ("I am a PM for less than 2 years, way to SPM", "than 2 years"),
        ("from PM to SPM for more than 500 dollars", "500 dollars"),
        ("from PM to SPM for at most 500 euros", "500 euros"),
        ("from PM to SPM for at most USD 1,000 a year", "a budget for each year cannot be kept"),
        ("from PM to SPM without basket weaving", 'no activity "basket weaving"'),
        ("from PM to SPM without networking events", '"events"'),
        ("from PM to SPM without finance", "finance is a skill"),
        ("from PM to SPM avoiding scrum master", 'no role "scrum master"'),
        ("from PM via APM or VP to SPM", "or vp"),
        ("from PM to SPM not the cheapest", "not"),
        ("from PM to SPM with an MBA", "done: [mba]"),
        ("from PM to SPM part time", "--pace slow"),
        ("from PM to SPM in one move", "one"),
        ("from PM to SPM a year from now", "year"),
        ("from PM to SPM in a start-up", "start up"),
    ],
)
def test_what_cannot_be_used_is_refused(question: str, said: str, product: Ladder) -> None:
    """With a word on what could be said instead."""
    assert said.replace(" and --", " or --") in refusal(question, product).replace(
        " and --", " or --"
    )


SAID = [
    item.strip()
    for line in SAYABLE.splitlines()[1:]
    for item in re.sub(r"^  of \w+( \w+)?  +", "", line).split(" · ")
]


@pytest.mark.parametrize("name", ["product-management", "uk-digital-and-data"])
@pytest.mark.parametrize("said", SAID)
def test_what_is_said_to_be_sayable_is(said: str, name: str) -> None:
    """Each thing that an error offers is understood, in every ladder."""
    ladder = bundled(name)
    skill, activity = (next(iter(each.values())) for each in (ladder.skills, ladder.activities))
    for part, word in (
        *(("SKILL", skill.name), ("LEVEL", ladder.levels[0]), ("ACTIVITY", activity.name)),
        ("ROLE", next(iter(ladder.roles))),
    ):
        said = said.replace(part, word)
    question = f"from product manager to senior product manager, {said.replace('…', ',')}"
    assert len(understand(question, ladder, today=TODAY).words) > 3


def test_all_that_is_wrong_is_said_at_once(product: Ladder) -> None:
    """And what was understood, as a command."""
    message = refusal("PM to SPM part time in Mongolia avoiding dragons within 3 years", product)
    assert all(word in message for word in ("part time", "mongolia", "dragons"))
    assert "ladder path product-manager senior-product-manager --within 36" in message


def test_a_name_of_a_skill_is_no_pattern(product: Ladder) -> None:
    """A skill may be called by any signs."""
    name = "C++ (a|b)*"
    skill = replace(product.skills["roadmapping"], id="odd", name=name)
    ladder = replace(product, skills=FrozenDict({"odd": skill}))
    assert conditions(f"from PM to SPM with {name} at working", ladder) == "--skill odd=working"


def test_a_name_of_a_role_and_of_an_activity(product: Ladder) -> None:
    """Without which of them is not guessed."""
    roles = {**product.roles, "mentor": Role("mentor", "Mentor")}
    ladder = replace(product, roles=FrozenDict(roles))
    assert "may mean an activity or a role" in refusal("from PM to SPM without mentor", ladder)


def test_a_ladder_without_a_currency() -> None:
    """A budget is a number there, and a currency's sign says too much."""
    ladder = bundled("uk-digital-and-data")
    question = "developer to lead developer with a budget of {}"
    understood = understand(question.format("500"), ladder, today=TODAY)
    assert understood.words[3:] == ("--max-cost", "500")
    assert "500" in refusal(question.format("£500"), ladder)
