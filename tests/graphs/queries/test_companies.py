"""What follows from the ladders of two kinds of company, beside the one that they extend."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from graphs import at_pace, diff, growth_path
from ladder import Person, bundled, find_role

BOTH = ("product-management", "product-management-start-up", "product-management-large-company")
BASE, START_UP, LARGE = BOTH
PAGE = Path(__file__).parents[3] / "docs" / "companies.md"
ORIGINS = ("graduate", "software-engineer", "business-analyst", "marketing-specialist")
HEAD, FOUNDER = "director-of-product", "product-founder"
SENIOR, CHIEF = "senior-product-manager", "chief-product-officer"


@cache
def months(name: str, origin: str, target: str) -> int:
    return growth_path(bundled(name), origin, target).months


def rows() -> list[tuple[str, ...]]:
    """Rows of the table in the page on them, with its months at the end."""
    cells = re.findall(r"^\| (\w.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return [tuple(row.split(" | ")) for row in cells][1:]


@pytest.mark.parametrize(("origin", "target", "start_up", "base", "large"), rows())
def test_the_page_on_them_says_how_long_it_takes(origin, target, start_up, base, large):
    """From where careers begin, as one gets it for that question."""
    said = dict(zip((START_UP, BASE, LARGE), (start_up, base, large), strict=True))
    roles = bundled(BASE)
    ends = find_role(roles, origin).id, find_role(roles, target).id
    assert {name: str(months(name, *ends)) for name in said} == said


@pytest.mark.parametrize("origin", [*ORIGINS, "product-manager"])
def test_a_founder_is_near_in_a_start_up_and_far_in_a_large_company(origin):
    """Who has the whole of a product has learnt what a company takes; who has a feature has not."""
    assert months(START_UP, origin, FOUNDER) < months(BASE, origin, FOUNDER)
    assert months(BASE, origin, FOUNDER) <= months(LARGE, origin, FOUNDER)


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("target", [HEAD, CHIEF])
def test_the_top_is_nearer_in_a_start_up_and_further_in_a_large_company(origin, target):
    """There are fewer rungs in the one, and more in the other."""
    in_each = [months(name, origin, target) for name in (START_UP, BASE, LARGE)]
    assert in_each == sorted(set(in_each))


def test_a_large_company_has_directors_after_eight_to_ten_years():
    """Which is where practitioners see them, from the programme or from another trade on."""
    assert 8 * 12 <= months(LARGE, "associate-product-manager", HEAD) + 24 <= 10 * 12
    assert all(8 * 12 <= months(LARGE, origin, HEAD) <= 10 * 12 for origin in ORIGINS[1:])


@pytest.mark.parametrize("name", [START_UP, LARGE])
def test_everybody_can_get_everywhere(name):
    """From each way in there is a way to each role, and from each role one to the top."""
    company = bundled(name)
    for origin in ORIGINS:
        for target in set(company.roles) - set(ORIGINS):
            assert growth_path(company, origin, target).optimal
    for origin in set(company.roles) - {CHIEF, FOUNDER}:
        assert growth_path(company, origin, CHIEF).optimal


@pytest.mark.parametrize("name", [START_UP, LARGE])
def test_every_gate_can_be_opened(name):
    """An established holder can take each transition out of their role, with no other to help."""
    company = bundled(name)
    for _, source, move in company.moves():
        alone = replace(company, transitions=(move,))
        assert growth_path(alone, source, move.to_role).moves == 1


def promotions() -> list[tuple[str, int]]:
    return [
        (name, place)
        for name in (START_UP, LARGE)
        for place, move in enumerate(bundled(name).transitions)
        if move.kind == "promotion"
    ]


@pytest.mark.parametrize(("name", "place"), promotions())
@pytest.mark.parametrize(("pace", "end"), [("fast", 0), ("typical", None), ("slow", 1)])
def test_a_promotion_is_to_be_had_within_its_range(name, place, pace, end):
    """What a role develops comes in time at either end, so that the range means something."""
    move = bundled(name).transitions[place]
    company = at_pace(bundled(name), pace)
    path = growth_path(company, move.from_role, move.to_role, person=Person(months_in_role=0))
    assert path.months == (move.months if end is None else move.months_range[end])


@pytest.mark.parametrize("name", [START_UP, LARGE])
@pytest.mark.parametrize("origin", ORIGINS)
def test_an_mba_is_never_required(name, origin):
    """Without it one gets to the top and to a company of one's own in the same time."""
    company = bundled(name)
    activities = {key: value for key, value in company.activities.items() if key != "mba"}
    without = replace(company, activities=activities)
    for target in (CHIEF, FOUNDER):
        assert growth_path(without, origin, target).months == months(name, origin, target)


def test_what_is_different_between_the_two():
    """The rungs of the one that the other has not, and the months of those that both have."""
    changes = diff(bundled(START_UP), bundled(LARGE)).changes
    whole = [each for each in changes if each.what == "role" and each.part is None]
    added = {each.key for each in whole if each.how == "added"}
    assert added >= {"associate-product-manager", "group-product-manager", "vp-of-product"}
    assert len(added) == len(whole)
