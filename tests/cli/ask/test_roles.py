"""Questions as people type them."""

from __future__ import annotations

import pytest
from support.effort import within

from cli.ask.roles import NotUnderstood, understand
from ladder import Ladder, LadderError, Role, Transition, bundled

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
    "As a business analyst in a small bank, how do I move into SPM?",
    "what does it take to get to SPM from analyst",
    "what do I need to be a senior product manager if I am an analyst?",
    "how long from analyst to SPM",
    "how long does it take an analyst to reach SPM?",
    "path between analyst and SPM",
    "shortest path from analyst to SPM",
    "what is the quickest way into SPM for an analyst?",
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
]


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


@pytest.mark.parametrize("question", ANALYST_TO_SPM)
def test_ways_of_asking(question: str, product: Ladder) -> None:
    """However it is put, it is the way from business analyst to senior product manager."""
    assert understand(question, product)[:2] == ("business-analyst", "senior-product-manager")


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
    """A name within a longer name is not mistaken for it, and words that fit one role will do."""
    source, target = ends
    assert understand(question, product)[:2] == (source, target or "senior-product-manager")


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("", "does not say the two roles"),
        ("?!", "does not say the two roles"),
        ("how do I get promoted", "does not say the two roles"),
        ("how do I become SPM", "does not say the role to start from"),
        ("I am an analyst, what now?", "does not say the role to get to"),
        ("SPM", "does not say the other role"),
        ("analyst SPM", "from which to which"),
        ("analyst, SPM", "from which to which"),
        ("from analyst or engineer to SPM", "one way at a time"),
        ("from analyst to PM to SPM", "one way at a time"),
    ],
)
def test_no_guessing(question: str, complaint: str, product: Ladder) -> None:
    """What is missing or there twice is said, and nothing is made up for it."""
    with pytest.raises(NotUnderstood, match=complaint):
        understand(question, product)


@pytest.mark.parametrize(
    ("question", "suggestion"),
    [
        ("how do I get from analist to SPM", "business-analyst"),
        ("analist to SPM", "business-analyst"),
        ("from analyst to senior prodct manager", "senior-product-manager"),
        ("from analyst to chief product manager", "product-manager"),
        ("how does a busines analyst become SPM", "business-analyst"),
        ("from analyst to product", "senior-product-manager"),
        ("from junior analyst to SPM", "business-analyst"),
    ],
)
def test_near_misses(question: str, suggestion: str, product: Ladder) -> None:
    """A name that nobody has, be it by one letter, is answered with the names there are."""
    with pytest.raises(NotUnderstood, match=suggestion):
        understand(question, product)


def test_what_was_understood_is_said(product: Ladder) -> None:
    """A message tells what came through, and shows a question that works."""
    with pytest.raises(NotUnderstood) as caught:
        understand("how do I become SPM", product)
    assert "Understood so far: to Senior Product Manager." in str(caught.value)
    example = str(caught.value).split('ladder ask "')[1].rstrip('"')
    assert understand(example, product)


@pytest.mark.parametrize(
    "question", ["how do I become SPM", "to SPM", "SPM", "I am an analyst. How do I become SPM?"]
)
def test_where_one_stands_may_be_known(question: str, product: Ladder) -> None:
    """With the role known from a person's file, the question need not say it."""
    assert understand(question, product, standing="business-analyst")[:2] == (
        "business-analyst",
        "senior-product-manager",
    )


def test_every_name_of_every_role_is_understood() -> None:
    """In both bundled ladders, each role can be asked about by each of its names, as either end."""
    for name in ("product-management", "uk-digital-and-data"):
        ladder = bundled(name)
        other = next(iter(ladder.roles))
        for role in ladder.roles.values():
            for called in (role.id, role.name, *role.aliases):
                assert understand(f"from {called} to {other}", ladder)[:2] == (role.id, other)
                assert understand(f"as {other}, how do I become a {called}?", ladder)[1] == role.id


@pytest.mark.parametrize("name", ["Αναλυτής", "产品 经理", "مدير المنتج", "R&D: lead, C++", "<b>"])
def test_names_of_any_script(name: str) -> None:
    """A role is found in a question whatever characters its name has."""
    roles = {"a": Role("a", name), "b": Role("b", "Boss")}
    ladder = Ladder("Any", roles=roles, transitions=(Transition("a", "b", 0),))
    assert understand(f"how do I get from {name} to Boss?", ladder)[:2] == ("a", "b")


def test_a_long_question_is_answered_soon(product: Ladder) -> None:
    """A question full of unknown names does not take long to refuse."""
    question = ("from analist to prodct manger " * 40)[:1000]
    with within(2), pytest.raises(LadderError):
        understand(question, product)


def test_a_name_that_two_roles_share_is_not_guessed() -> None:
    """Both roles are named, and the asker has to say which."""
    roles = {"a-lead": Role("a-lead", "Lead"), "b-lead": Role("b-lead", "Lead")}
    ladder = Ladder("Two", roles={**roles, "boss": Role("boss", "Boss")})
    with pytest.raises(NotUnderstood, match=r"a-lead.*b-lead"):
        understand("from lead to boss", ladder)


def test_every_refusal_has_an_example(product: Ladder) -> None:
    """An unknown name, too, is answered with a question that works."""
    with pytest.raises(NotUnderstood, match="ladder ask"):
        understand("from cook to chef", product)
