"""What follows from the bundled ladder of product management: how long each way takes."""

from dataclasses import replace

import pytest

from graphs import at_pace, growth_path
from ladder import Ladder, Person, bundled

ORIGINS = ["graduate", "software-engineer", "business-analyst", "marketing-specialist"]
ANALYST, MANAGER, SENIOR = "business-analyst", "product-manager", "senior-product-manager"


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


@pytest.mark.parametrize(
    ("origin", "months", "confidence"),
    [
        ("software-engineer", 9, "fair"),
        ("business-analyst", 12, "low"),
        ("marketing-specialist", 15, "fair"),
    ],
)
def test_preparation_is_what_the_gate_asks_for(product, origin, months, confidence):
    """The typical months of preparation come from learning, not from a waiting time."""
    path = growth_path(product, origin, MANAGER)
    assert (path.roles, path.months) == ((origin, MANAGER), months)
    move = product.transitions[path.stays[0].move.transition]
    assert (move.kind, move.months, move.confidence) == ("entry", 0, confidence)
    assert sum(product.activities[item.activity].months for item in path.learning) == months


@pytest.mark.parametrize("place", [7, 8, 9, 11, 12])
@pytest.mark.parametrize(("pace", "end"), [("fast", 0), ("slow", 1)])
def test_a_promotion_is_to_be_had_within_its_range(product, place, pace, end):
    """What a role develops comes in time at either end, so that the range means something."""
    move = product.transitions[place]
    assert move.kind == "promotion"
    ladder = at_pace(product, pace)
    path = growth_path(ladder, move.from_role, move.to_role, person=Person(months_in_role=0))
    assert path.months == move.months_range[end]


def test_the_way_from_analyst_to_senior_has_its_range(product):
    """A year of preparation, then two to four as a product manager."""
    assert growth_path(product, ANALYST, SENIOR).range == (12 + 24, 12 + 48)


def test_every_gate_can_be_opened(product):
    """An established holder can take each transition out of their role, with no other to help."""
    for move in product.transitions:
        alone = replace(product, transitions=(move,))
        assert growth_path(alone, move.from_role, move.to_role).moves == 1


@pytest.mark.parametrize("origin", ORIGINS)
def test_everybody_can_get_everywhere(product, origin):
    """From each way in there is a way to each role of the ladder."""
    for target in set(product.roles) - set(ORIGINS):
        assert growth_path(product, origin, target).optimal


@pytest.mark.parametrize("origin", ORIGINS)
def test_an_mba_is_helpful_but_never_required(product, origin):
    """Without it one gets to the top and to a company of one's own in the same time."""
    activities = {key: value for key, value in product.activities.items() if key != "mba"}
    without = replace(product, activities=activities)
    for target in ["chief-product-officer", "product-founder"]:
        months = growth_path(product, origin, target).months
        assert growth_path(without, origin, target).months == months


def test_the_direct_way_from_analyst_to_senior_wins_after_preparing(product):
    """Twelve months of learning open the gate into product manager; three years follow."""
    path = growth_path(product, ANALYST, SENIOR)
    assert path.roles == (ANALYST, MANAGER, SENIOR)
    assert [(stay.start, stay.end) for stay in path.stays] == [(0, 12), (12, 48), (48, 48)]
    assert path.cost == 300 + 600 + 50 + 3000


def test_a_skill_more_shortens_the_way(product):
    """An analyst who can plan a roadmap needs neither the side projects nor the course for them."""
    person = Person(skills={"roadmapping": 2})
    path = growth_path(product, ANALYST, SENIOR, person=person)
    assert (path.roles, path.months) == ((ANALYST, MANAGER, SENIOR), 8 + 36)
    assert "side-projects" not in {item.activity for item in path.learning}


def test_who_has_time_but_no_money_climbs_from_the_first_rung(product):
    """By cost the way leads over associate, where the job teaches what courses would."""
    path = growth_path(product, ANALYST, SENIOR, by="cost")
    assert path.roles == (ANALYST, "associate-product-manager", MANAGER, SENIOR)
    assert (path.months, path.cost) == (2 + 24 + 36, 300 + 3000)


def test_the_first_rung_is_sooner_reached_but_the_longer_way(product):
    """Where nobody hires analysts as product managers the way leads over associate."""
    kept = [
        move for move in product.transitions if (move.from_role, move.to_role) != (ANALYST, MANAGER)
    ]
    path = growth_path(replace(product, transitions=tuple(kept)), ANALYST, SENIOR)
    assert path.roles == (ANALYST, "associate-product-manager", MANAGER, SENIOR)
    assert path.months == 1 + 24 + 36


def test_a_senior_gets_to_vice_president_with_or_without_a_directors_years(product):
    """The straight way and the way over director are both open, and differ in what they ask."""
    target = "vp-of-product"
    assert growth_path(product, SENIOR, target).roles == (SENIOR, target)
    kept = [
        move for move in product.transitions if (move.from_role, move.to_role) != (SENIOR, target)
    ]
    path = growth_path(replace(product, transitions=tuple(kept)), SENIOR, target)
    assert path.roles == (SENIOR, "director-of-product", target)
