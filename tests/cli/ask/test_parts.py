"""The roles that a question is about, however it is put."""

from __future__ import annotations

import pytest
from support.effort import within

from cli.ask.understand import NotUnderstood, PartMissing, understand
from cli.ask.words import even
from graphs.plans.month import Month
from ladder import Ladder, LadderError, Role, Transition, bundled

TODAY = Month(2026, 11)

ANALYST_TO_SPM = [
    "how do I get from analyst to SPM",
    "How do I get from Analyst to spm?",
    "how do i get from business analyst to senior product manager",
    "how do I get from a business-analyst to a Senior-Product-Manager, please?",
    "from analyst to SPM",
    "analyst to SPM",
    "analyst -> SPM",
    "analyst → SPM",
    "analyst > SPM",
    "I am an analyst. How do I become an SPM?",
    "I'm an analyst, how do I become SPM?",
    "I’m currently an analyst and want to become a senior product manager",
    "as an analyst, how can I become SPM?",
    "what does it take to get to SPM from analyst",
    "how long from analyst to SPM",
    "how long does it take an analyst to reach SPM?",
    "path between analyst and SPM",
    "what is the way into SPM for an analyst?",
    "becoming SPM from analyst",
    "How does an analyst become an SPM?",
    "how do analysts become SPMs?",
    "can an analyst become SPM",
    "I work as an analyst. What is the way to SPM?",
    "I want to know what path an analyst has into SPM",
    "from my current job as an analyst to the role of senior product manager",
    "what's the path from being an analyst to being a Senior PM?",
    "career path analyst to senior product manager",
    "SPM from analyst",
    "an analyst's way to SPM",
    "FROM ANALYST TO SPM!!!",
    "from: analyst, to: SPM",
    "(analyst) to (SPM)",
    "I am an analyst. How do I get from analyst to SPM?",
    "I'm an analyst and would like to work as a SPM",
    "hi there, i am an analyst, thinking about becoming an SPM one day. is it possible? thanks!",
]


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


def asked(question: str, ladder: Ladder, *, standing: bool = False) -> tuple[str, ...]:
    """The command that answers."""
    return understand(question, ladder, today=TODAY, standing=standing).words


@pytest.mark.parametrize("question", ANALYST_TO_SPM)
def test_ways_of_asking(question: str, product: Ladder) -> None:
    """However it is put, it is the way from business analyst to senior product manager."""
    assert asked(question, product) == ("path", "business-analyst", "senior-product-manager")


@pytest.mark.parametrize(
    ("question", "ends"),
    [
        ("from PM to associate product manager", ("product-manager", "associate-product-manager")),
        ("from product manager to senior product manager", ("product-manager", None)),
        ("how do I get from engineering to director", ("software-engineer", "director-of-product")),
        ("from marketing to VP of Product", ("marketing-specialist", "vp-of-product")),
        ("I am a recent graduate, how do I become CPO", ("graduate", "chief-product-officer")),
        ("from SPM to SPM", ("senior-product-manager", "senior-product-manager")),
    ],
)
def test_the_longest_name_wins(
    question: str, ends: tuple[str, str | None], product: Ladder
) -> None:
    """A name within a longer name is not mistaken for it."""
    source, target = ends
    assert asked(question, product) == ("path", source, target or "senior-product-manager")


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("", "From which role?\nTo which role?"),
        ("how do I get promoted", "From which role?\nTo which role?"),
        ("how do I become SPM", "From which role to Senior Product Manager?"),
        ("I am an analyst, how do I move up?", "From Business Analyst to which role?"),
        ("SPM", "What about Senior Product Manager?"),
        ("what can I become", "From which role?"),
        ("who can become", "From which role?"),
    ],
)
def test_what_is_missing_is_asked_for(question: str, missing: str, product: Ladder) -> None:
    """With a question that would be answered."""
    with pytest.raises(PartMissing, match="ladder ask") as caught:
        understand(question, product, today=TODAY)
    assert str(caught.value).startswith(missing)
    example = str(caught.value).split('ladder ask "')[1].split('"')[0]
    assert asked(example, product)


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("analyst SPM", "from which to which"),
        ("analyst, SPM", "from which to which"),
        ("from analyst or engineer to SPM", "one at a time"),
        ("from analyst to PM to SPM", "one at a time"),
        ("who can become SPM from analyst", "about one role"),
        ("I'm a senior product manager of marketing, to vp", 'no role "senior product manager of'),
        ("I'm a senior product manager in marketing, to vp", 'no role "senior product manager in'),
        ("from PM to VP of marketing", 'no role "vp of marketing"'),
        ("from PM to VP of growth", 'no role "vp of growth"'),
        ("from analyst to chief product manager", 'no role "chief product manager"'),
        ("from PM via VP of marketing to CPO", "vp of marketing"),
    ],
)
def test_no_guessing(question: str, complaint: str, product: Ladder) -> None:
    """What is there twice is said, and a name that goes on otherwise is nobody's."""
    with pytest.raises(NotUnderstood, match=complaint):
        understand(question, product, today=TODAY)


@pytest.mark.parametrize(
    ("question", "suggestion"),
    [
        ("how do I get from analist to SPM", "business-analyst"),
        ("analist to SPM", "business-analyst"),
        ("from analyst to senior prodct manager", "senior-product-manager"),
        ("how does a busines analyst become SPM", "business-analyst"),
        ("from junior analyst to SPM", "business-analyst"),
    ],
)
def test_near_misses(question: str, suggestion: str, product: Ladder) -> None:
    """A name that nobody has, be it by one letter, is answered with the names there are."""
    with pytest.raises(NotUnderstood, match=suggestion):
        understand(question, product, today=TODAY)


@pytest.mark.parametrize(
    "question", ["how do I become SPM", "to SPM", "SPM", "I am an analyst. How do I become SPM?"]
)
def test_where_one_stands_may_be_known(question: str, product: Ladder) -> None:
    """With the role known from a person's file, the question need not say it."""
    command, *roles = asked(question, product, standing=True)
    assert command == "path"
    assert roles[-1] == "senior-product-manager"
    assert roles[:-1] == (["business-analyst"] if "analyst" in question else [])


@pytest.mark.parametrize("name", ["product-management", "uk-digital-and-data"])
def test_every_name_of_every_role_is_understood(name: str) -> None:
    """In both bundled ladders, each role can be asked about by each of its names."""
    ladder = bundled(name)
    other = next(iter(ladder.roles))
    for role in ladder.roles.values():
        for called in {even(name): name for name in (role.id, role.name, *role.aliases)}.values():
            assert asked(f"from {called} to {other}", ladder) == ("path", role.id, other)


@pytest.mark.parametrize("name", ["Αναλυτής", "产品 经理", "مدير المنتج", "R&D: lead, C++", "<b>"])
def test_names_of_any_script(name: str) -> None:
    """A role is found in a question whatever characters its name has."""
    roles = {"a": Role("a", name), "b": Role("b", "Boss")}
    ladder = Ladder("Any", roles=roles, transitions=(Transition("a", "b", 0),))
    assert asked(f"how do I get from {name} to Boss?", ladder) == ("path", "a", "b")
    assert asked("how do I get from a to b?", ladder) == ("path", "a", "b")
    assert asked(f"from a {name} to a Boss?", ladder) == ("path", "a", "b")


def test_times_in_the_names_of_roles() -> None:
    """Where a role is called by a time, its name is left whole."""
    roles = {"a": Role("a", "3 month trainee"), "b": Role("b", "Boss")}
    ladder = Ladder("Any", roles=roles)
    assert asked("from 3 month trainee to boss", ladder) == ("path", "a", "b")


def test_a_long_question_is_answered_soon(product: Ladder) -> None:
    """A question full of unknown names does not take long to refuse."""
    question = ("from analist to prodct manger " * 40)[:1000]
    with within(2), pytest.raises(LadderError):
        understand(question, product, today=TODAY)


def test_a_question_that_is_too_long(product: Ladder) -> None:
    """It is refused before any work is done."""
    with pytest.raises(LadderError, match="longer than 1000"):
        understand("x" * 10_000, product, today=TODAY)


def test_a_name_that_two_roles_share_is_not_guessed() -> None:
    """Both roles are named, and the asker has to say which."""
    roles = {"a-lead": Role("a-lead", "Lead"), "b-lead": Role("b-lead", "Lead")}
    ladder = Ladder("Two", roles={**roles, "boss": Role("boss", "Boss")})
    for question in ("from lead to boss", "from boss to boss avoiding lead"):
        with pytest.raises(NotUnderstood, match=r"a-lead.*b-lead"):
            understand(question, ladder, today=TODAY)


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("how can I get into product management? I am a business analyst", "Business Analyst"),
        ("how do I switch from engineering to product management", "Software Engineer"),
    ],
)
def test_a_track_is_not_taken_for_a_role(question: str, understood: str, product: Ladder) -> None:
    """Its roles are named, the lowest rank first, together with what was understood."""
    with pytest.raises(NotUnderstood) as caught:
        understand(question, product, today=TODAY)
    message = str(caught.value)
    assert "the track Product management; its roles are associate-product-manager, pro" in message
    assert f"Understood so far: from {understood}" in message
