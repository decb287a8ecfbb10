"""What a question says beside the two roles: it is used, or said not to be."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from click.testing import Result

from cli.ask.roles import NotUnderstood, understand
from cli.ask.understand import Heard, listen
from ladder import FrozenDict, Ladder, LadderError, Role, bundled

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


def asked(question: str, ladder: Ladder) -> tuple[str, str, Heard, tuple[str, ...]]:
    """The two roles, what was heard, and all that was not used."""
    heard = listen(question, ladder)
    source, target, unused = understand(heard.rest, ladder)
    return source, target, heard, (*heard.unused, *unused)


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
    ],
)
def test_months_in_the_role(question: str, months: int, product: Ladder) -> None:
    """However it is put, so many months have been served, and nothing is left over."""
    source, target, heard, unused = asked(question, product)
    assert (source, target) == ("product-manager", "senior-product-manager")
    assert heard.months_in_role == months
    assert unused == ()


@pytest.mark.parametrize(
    ("question", "skills"),
    [
        ("from PM to SPM with roadmapping at working level", {"roadmapping": "working"}),
        ("with Roadmapping at Expert, from PM to SPM", {"roadmapping": "expert"}),
        (
            "I'm a PM and have roadmapping at practitioner and data and SQL at 2. How to SPM?",
            {"roadmapping": "practitioner", "data-analysis": "2"},
        ),
        (
            "from PM with user-centred design at working, finance at level 1, and mentoring at "
            "working to SPM",
            {"user-centred-design": "working", "finance": "1", "mentoring": "working"},
        ),
    ],
)
def test_skills_held(question: str, skills: dict[str, str], product: Ladder) -> None:
    """A skill at a level, said to be held, is heard by its name, longer names first."""
    source, target, heard, unused = asked(question, product)
    assert (source, target) == ("product-manager", "senior-product-manager")
    assert dict(heard.skills) == skills
    assert unused == ()


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("from PM to SPM in about 2 years", ("in about 2 years",)),
        ("from PM to SPM in the past 2 years", ("in the past 2 years",)),
        ("from PM to SPM; how much do I learn in a month?", ("in a month",)),
        ("from PM to SPM, where I want to stay in 3 years", ("in 3 years", "stay")),
        ("from PM to SPM within 2 years or within 3 years", ("within 2 years", "within 3 years")),
        ("from PM to SPM in a few years", ("in a few years",)),
        ("from PM to SPM by 2027", ("2027",)),
        ("from PM to SPM for 500 dollars", ("500 dollars",)),
        ("I'm 34, a PM, and want to be SPM", ("34",)),
        ("from PM to SPM, where I want to stay for 3 years", ("for 3 years", "stay")),
        ("PM for 3 years in finance to SPM", ("for 3 years", "finance")),
        ("PM with 5 years of experience to SPM", ("with 5 years", "experience")),
        ("PM for 1.3 years to SPM", ("for 1.3 years",)),
        ("PM for 2 years, or for 3 years, to SPM", ("for 2 years", "for 3 years")),
        ("PM for 900 years to SPM", ("for 900 years",)),
        ("from PM to SPM with roadmapping", ("roadmapping",)),
        ("from PM to SPM; I do not have roadmapping at working", ("roadmapping",)),
        ("from PM to SPM with roadmapping at 9", ("roadmapping", "9")),
        ("from PM to SPM at working level", ("at working level",)),
        ("as a PM in a small bank, how do I get to SPM", ("small bank",)),
    ],
)
def test_what_is_not_used_is_known(question: str, unused: tuple[str, ...], product: Ladder) -> None:
    """Wishes, other numbers, and skills of which no level is said change nothing, and are told."""
    source, target, heard, left = asked(question, product)
    assert (source, target) == ("product-manager", "senior-product-manager")
    assert (heard.months_in_role, heard.skills) == (None, ())
    assert left == unused


@pytest.mark.parametrize("tie", ["of", "in"])
def test_a_name_tied_to_a_longer_one(tie: str, product: Ladder) -> None:
    """The longest name of a role in the clause wins, and the other is told."""
    question = f"I'm a senior product manager {tie} marketing, to vp"
    source, target, _, unused = asked(question, product)
    assert (source, target) == ("senior-product-manager", "vp-of-product")
    assert unused == (f"{tie} marketing",)


@pytest.mark.parametrize("kind", ["marketing", "growth"])
def test_a_name_that_goes_on_otherwise(kind: str, product: Ladder) -> None:
    """Where the only VP is of Product, a VP of something else is nobody."""
    with pytest.raises(NotUnderstood, match=f'no role "vp of {kind}"'):
        understand(f"from PM to VP of {kind}", product)


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("how can I get into product management? I am a business analyst", "Business Analyst"),
        ("how do I switch from engineering to product management", "Software Engineer"),
        ("I am a marketer, which way to a product management job?", "Marketing Specialist"),
    ],
)
def test_a_track_is_not_taken_for_a_role(question: str, understood: str, product: Ladder) -> None:
    """Its roles are named, the lowest rank first, together with what was understood."""
    with pytest.raises(NotUnderstood) as caught:
        understand(question, product)
    message = str(caught.value)
    assert "the track Product management; its roles are associate-product-manager, pro" in message
    assert f"Understood so far: from {understood}." in message


def test_times_in_the_names_of_roles() -> None:
    """Where a role is called by a time, its name is left whole."""
    roles = {"a": Role("a", "3 month trainee"), "b": Role("b", "Boss")}
    source, target, _, unused = asked("from 3 month trainee to boss", Ladder("Any", roles=roles))
    assert (source, target, unused) == ("a", "b", ())


def test_a_name_of_a_skill_is_no_pattern(product: Ladder) -> None:
    """A skill may be called by any signs."""
    name = "C++ (a|b)*"
    skill = replace(product.skills["roadmapping"], id="odd", name=name)
    ladder = replace(product, skills=FrozenDict({"odd": skill}))
    assert listen(f"from PM to SPM with {name} at working", ladder).skills == (("odd", "working"),)


@pytest.mark.parametrize("name", ["product-management", "uk-digital-and-data"])
def test_no_name_of_a_role_is_taken_for_something_else(name: str) -> None:
    """Whatever name of a role a question has, it loses nothing of it."""
    ladder = bundled(name)
    other = next(iter(ladder.roles))
    for role in ladder.roles.values():
        for called in (role.id, role.name, *role.aliases):
            source, target, _, unused = asked(f"from {called} to {other}", ladder)
            assert (source, target, unused) == (role.id, other, ())


def test_a_question_that_is_too_long(product: Ladder) -> None:
    """It is refused before any work is done."""
    with pytest.raises(LadderError, match="longer than 1000"):
        listen("x" * 10_000, product)


def test_the_answer_is_for_the_person_heard(run: Run) -> None:
    """The question says as much as the options do, and standard error says what was heard."""
    result = run(
        "ask",
        "I've been a PM for two years with roadmapping at working level. How to SPM after 3 years?",
        *("--format", "json"),
    )
    options = ("--months-in-role", "24", "--skill", "roadmapping=working", "--format", "json")
    assert result.stdout == run("path", "pm", "spm", *options).stdout
    assert json.loads(result.stdout)["start"]["months_in_role"] == 24
    assert "Understood: 24 months in the role, Roadmapping at working." in result.stderr
    assert 'Not used: "after 3 years". Where you stand can be said with --months' in result.stderr


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("the cheapest way from analyst to SPM", "--by cost"),
        ("how do I get from analyst to SPM with the fewest moves?", "--by moves"),
        ("the fastest way from analyst to SPM", ""),
        ("analyst to SPM avoiding PM", "--avoid pm"),
        ("from analyst via APM to SPM", "--via apm"),
        ("from analyst through the APM role and then PM to SPM", "--via apm --via pm"),
        ("from analyst to SPM without the MBA", "--without mba"),
        ("from analyst to SPM without volunteering for stretch work", "--without stretch-work"),
        (
            "from analyst to SPM without mentor or networking, please",
            "--without mentor --without networking",
        ),
        ("from analyst to SPM within 60 months", "--within 60"),
        ("I'm an analyst and want to be SPM in five years", "--within 60"),
        ("can an analyst become SPM in under 5 years?", "--within 60"),
        ("analyst to SPM, at most 60 months", "--within 60"),
        ("In the next 60 months, how do I get from analyst to SPM?", "--within 60"),
        ("from analyst to SPM for under 3500 dollars", "--max-cost 3500"),
        ("from analyst to SPM for at most USD 3,500", "--max-cost 3500"),
        ("from analyst to SPM with a budget of $3,500.", "--max-cost 3500"),
        (
            "cheapest way from analyst via apm to spm within 7 years avoiding data product manager "
            "without the mba",
            "--by cost --via apm --within 84 --without mba --avoid data-product-manager",
        ),
    ],
)
def test_what_a_question_wishes(run: Run, question: str, options: str) -> None:
    """It says as much as the options do, all of it is used, and what was heard is said."""
    result = run("ask", question, "--format", "json")
    asked = options.split()
    expected = run("path", "analyst", "spm", *asked, "--format", "json")
    assert (result.stdout, result.exit_code) == (expected.stdout, expected.exit_code)
    assert result.stdout
    assert "Not used" not in result.stderr
    assert ("Understood: " in result.stderr) == ("fastest" in question or bool(options))


@pytest.mark.parametrize(
    ("question", "left", "said"),
    [
        ("the fastest and cheapest way from PM to SPM", (), "--by cost or --by months"),
        ("PM to SPM for under $500 or under $900", ("$500", "$900"), "--max-cost"),
        ("I have been a PM under 2 years, way to SPM?", ("under 2 years",), "--within"),
    ],
)
def test_what_could_mean_two_things(
    product: Ladder, question: str, left: tuple[str, ...], said: str
) -> None:
    """Neither is taken, and how to say each is said."""
    heard = listen(question, product)
    assert heard.wished == {}
    assert heard.months_in_role is None
    assert any(said in doubt for doubt in heard.doubts)
    assert understand(heard.rest, product)[:2] == ("product-manager", "senior-product-manager")
    assert all(any(word in " ".join(heard.doubts) for word in one.split()) for one in left)


def test_a_name_of_a_role_and_of_an_activity(product: Ladder) -> None:
    """Without which of them is not guessed."""
    roles = {**product.roles, "mentor": Role("mentor", "Mentor")}
    heard = listen("from PM to SPM without mentor", replace(product, roles=FrozenDict(roles)))
    assert heard.wished == {}
    assert "may mean an activity or a role" in heard.doubts[0]


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("from PM to SPM for more than 500 dollars", "500 dollars"),
        ("from PM to SPM for at most 500 euros", "500 euros"),
        ("from PM to SPM without basket weaving", "basket weaving"),
        ("from PM to SPM without networking events", "networking events"),
    ],
)
def test_a_wish_that_is_not_heard_is_named(run: Run, question: str, unused: str) -> None:
    """Whoever wishes for what is not understood hears so, and which options ask for such."""
    result = run("ask", question, "--format", "json")
    assert result.stdout == run("path", "pm", "spm", "--format", "json").stdout
    assert unused in result.stderr
    assert "--max-cost" in result.stderr
    assert "Understood" not in result.stderr


def test_a_role_that_only_begins_like_a_name_is_not_gone_through(product: Ladder) -> None:
    """Where the only VP is of Product, nobody can go through the VP of marketing."""
    assert listen("from PM via VP of marketing to CPO", product).wished == {}
    assert listen("from analyst via APM or PM to SPM", product).wished == {}


def test_a_plain_question_needs_no_remark(run: Run) -> None:
    """Where all was used, nothing is said of it."""
    stderr = run("ask", "how do I get from analyst to SPM").stderr
    assert "Not used" not in stderr
    assert "Understood" not in stderr


@pytest.mark.parametrize(
    ("question", "option", "complaint"),
    [
        ("PM for 2 years to SPM", ("--months-in-role", "3"), "24 months in the role, and --months"),
        (
            "from PM to SPM with roadmapping at working",
            ("--skill", "roadmapping=expert"),
            "Roadmapping is given twice: at working, and at expert",
        ),
        ("PM to SPM within 5 years", ("--within", "36"), "--within 60 in other words"),
        ("PM to SPM for under 500 dollars", ("--max-cost", "9"), "--max-cost 500"),
        ("cheapest way from PM to SPM", ("--by", "moves"), "--by cost"),
        ("PM to SPM via VP of product", ("--via", "apm"), "--via vp-of-product"),
        ("PM to SPM via CPO avoiding CPO", (), "contradict each other"),
    ],
)
def test_a_question_may_not_contradict_the_options(
    run: Run, question: str, option: tuple[str, ...], complaint: str
) -> None:
    """Of two that differ, neither is taken; the same said twice does no harm."""
    result = run("ask", question, *option)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert run("ask", "PM for 2 years to SPM", "--months-in-role", "24").exit_code == 0
    assert run("ask", "PM to SPM via UX PM", "--via", "ux-product-manager").exit_code == 0
