"""Whether careers over the British framework, by what the import assumes, are to be believed."""

from __future__ import annotations

import random
from statistics import median

import pytest

from graphs import GrowthPath, growth_path
from ladder import Ladder, Role, bundled
from ladder.importers.told import promotion_months


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return bundled("uk-digital-and-data")


@pytest.fixture(scope="module")
def promotions(ladder: Ladder) -> list[GrowthPath]:
    """What an established holder needs for each promotion, by any way."""
    steps = [(leaves, move) for _, leaves, move in ladder.moves() if move.kind == "promotion"]
    return [growth_path(ladder, leaves, move.to_role) for leaves, move in steps]


def of_several(ladder: Ladder) -> dict[str, list[Role]]:
    """The roles of each track of several ranks, the lowest first."""
    tracks: dict[str, list[Role]] = {}
    for role in sorted(ladder.roles.values(), key=lambda role: (role.rank or 0, role.id)):
        tracks.setdefault(role.track or "", []).append(role)
    return {key: roles for key, roles in tracks.items() if roles[0].rank != roles[-1].rank}


def to_learn(ladder: Ladder, leaves: str, leads: str) -> int:
    """Months of practice that lie between two roles."""
    held, wanted = ladder.roles[leaves].expects, ladder.roles[leads].expects
    return sum(
        activity.months
        for activity in ladder.activities.values()
        for skill, level in activity.develops.items()
        if held.get(skill, 0) < level <= wanted.get(skill, 0)
    )


def test_few_promotions_are_to_be_had_at_once(promotions: list[GrowthPath]) -> None:
    assert all(path.optimal for path in promotions)
    assert sum(not path.months for path in promotions) <= len(promotions) / 20


def test_promotions_take_years(promotions: list[GrowthPath]) -> None:
    months = [path.months for path in promotions]
    assert 18 <= median(months) <= 36
    assert max(months) <= 90


def test_what_the_import_tells_of_promotions_is_so(
    ladder: Ladder, promotions: list[GrowthPath]
) -> None:
    """It works them out without a search; another way round is hardly ever shorter."""
    told = list(promotion_months(ladder))
    found = [path.months for path in promotions]
    assert all(direct >= shortest for direct, shortest in zip(told, found, strict=True))
    assert (median(told), max(told), told.count(0)) == (median(found), max(found), found.count(0))


def test_climbing_a_track_keeps_to_it(ladder: Ladder) -> None:
    """From the first rung to the last of 45 tracks; at most three may lead through another."""
    tracks = of_several(ladder)
    ways = [growth_path(ladder, roles[0].id, roles[-1].id) for roles in tracks.values()]
    left = [
        way
        for way in ways
        if len({ladder.roles[stay.role].track for stay in way.stays}) > 1 or not way.optimal
    ]
    assert (len(ways), len(left) <= 3) == (45, True)


def test_no_side_move_leads_to_the_top_from_below_one(ladder: Ladder) -> None:
    tracks = of_several(ladder)
    tops = {role.id for roles in tracks.values() for role in roles if role.rank == roles[-1].rank}
    below = {role.id for roles in tracks.values() for role in roles} - tops
    sideways = {
        (leaves, move.to_role) for _, leaves, move in ladder.moves() if move.kind == "lateral"
    }
    assert sideways
    assert not {pair for pair in sideways if pair[0] in below and pair[1] in tops}


def test_another_career_can_be_begun_by_learning_what_it_asks(ladder: Ladder) -> None:
    """In a track of several rungs, from any role, a year longer than the learning at most."""
    rng = random.Random(2027)
    first = [roles[0].id for roles in of_several(ladder).values()]
    for _ in range(150):
        leads = rng.choice(first)
        others = [
            role.id for role in ladder.roles.values() if role.track != ladder.roles[leads].track
        ]
        leaves = rng.choice(others)
        path = growth_path(ladder, leaves, leads)
        assert path.months <= to_learn(ladder, leaves, leads) + 12


@pytest.mark.parametrize(
    ("leaves", "leads", "through"),
    [
        (
            "junior-frontend-developer",
            "head-of-frontend-development",
            ["frontend-developer", "senior-frontend-developer", "lead-frontend-developer"],
        ),
        ("product-manager", "senior-product-manager", []),
        ("lead-devops-engineer", "associate-content-designer", []),
    ],
)
def test_a_way_that_an_adviser_would_name(
    ladder: Ladder, leaves: str, leads: str, through: list[str]
) -> None:
    path = growth_path(ladder, leaves, leads)
    assert [stay.role for stay in path.stays] == [leaves, *through, leads]
    assert path.months >= 18
