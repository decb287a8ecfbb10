"""The two kinds of company hold what is known of each, and say of the rest that it is estimated."""

import pytest

from ladder import Ladder, bundled, find_role

START_UP, LARGE = "product-management-start-up", "product-management-large-company"
LADDER = {"product", "individual"}


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


@pytest.mark.parametrize("name", [START_UP, LARGE])
def test_every_move_says_where_its_months_come_from(name, product):
    """What is neither the extended ladder's nor of a source is of low confidence, roles too."""
    company = bundled(name)
    for move in company.transitions:
        assert move.source
        assert move.confidence in {"good", "fair", "low"}
        assert move.confidence == "low" or move.source in {x.source for x in product.transitions}
    for new in company.roles.keys() - product.roles.keys():
        assert company.roles[new].source
        assert company.roles[new].confidence == "low"


@pytest.mark.parametrize("name", [START_UP, LARGE])
def test_skills_and_ways_to_learn_are_those_of_the_extended_ladder(name, product):
    """So that skills held in one kind of company count in the other."""
    company = bundled(name)
    assert (company.skills, company.levels) == (product.skills, product.levels)
    assert company.activities == product.activities


@pytest.mark.parametrize("name", [START_UP, LARGE])
def test_promotions_go_up_one_rung_or_more(name):
    """Ranks follow the promotions, so that pictures show them going up."""
    roles = bundled(name).roles
    for move in bundled(name).transitions:
        if move.kind == "promotion":
            assert roles[move.from_role].rank < roles[move.to_role].rank
            assert {roles[move.from_role].track, roles[move.to_role].track} <= LADDER


def test_a_start_up_has_one_product_manager_for_all():
    """No associate, nobody for a part of the craft alone; who comes in owns the product at once."""
    company = bundled(START_UP)
    rungs = [role.id for role in company.roles.values() if role.track == "product"]
    assert rungs == [
        "product-manager",
        "senior-product-manager",
        "director-of-product",
        "chief-product-officer",
    ]
    assert find_role(company, "head of product").id == "director-of-product"
    entries = {move.from_role: move.to_role for move in company.transitions if move.kind == "entry"}
    assert set(entries.values()) == {"product-manager"}
    assert len(entries) == 4
    learnt = company.roles["product-manager"].develops
    for skill in ("product-life-cycle", "go-to-market", "customer-discovery"):
        assert 3 in learnt[skill]
    assert 2 in learnt["finance"]


def test_a_large_company_has_the_programme_and_more_rungs():
    """Google's two years, Meta's year and a half; and a way up without a team to lead."""
    company = bundled(LARGE)
    associate = find_role(company, "APM programme")
    assert associate.id == "associate-product-manager"
    assert "programme" in associate.about
    (out,) = (move for move in company.transitions if move.from_role == associate.id)
    assert (out.months, out.months_range, out.confidence) == (24, (18, 24), "good")
    assert "Google" in out.source
    assert "Meta" in out.source
    rungs = {role.id: role.rank for role in company.roles.values() if role.track == "product"}
    assert sorted(rungs, key=rungs.__getitem__) == [
        "associate-product-manager",
        "product-manager",
        "senior-product-manager",
        "group-product-manager",
        "director-of-product",
        "senior-director-of-product",
        "vp-of-product",
        "chief-product-officer",
    ]
    assert sorted(rungs.values()) == [*range(1, 9)]
    principal = company.roles["principal-product-manager"]
    assert (principal.track, principal.rank) == ("individual", rungs["group-product-manager"])


@pytest.mark.parametrize("skill", ["finance", "go-to-market", "product-marketing"])
def test_a_feature_teaches_less_of_a_business_than_a_product_does(skill):
    """Each level comes later to a product manager in a large company, or not at all."""
    whole, part = (
        bundled(name).roles["product-manager"].develops.get(skill, {}) for name in (START_UP, LARGE)
    )
    assert whole.keys() > part.keys()
    assert all(whole[level] < months for level, months in part.items())
