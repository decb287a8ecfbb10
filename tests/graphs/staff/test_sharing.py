"""Whoever is answered for with others has the same answer as by themselves."""

from __future__ import annotations

from random import Random

import pytest
from support.crowds import alone, crowd
from support.graph_strategies import expecting, ranged, tangled, wishes_for

from graphs import Wishes
from graphs.staff import sharing
from graphs.staff.sharing import Standings
from ladder import Ladder, Person, bundled, find_role

MAKERS = {"tangled": tangled, "expecting": expecting, "ranged": ranged}


def differing(ladder: Ladder, target: str, people: list[Person], **wishes: list[str]) -> int:
    """Count the people whose answer among others is not that to them alone."""
    together = Standings(ladder, target, Wishes(**wishes))
    return sum(together.of(one) != alone(ladder, target, one, **wishes) for one in people)


def random_crowd_differs(maker: str, seed: int) -> int:
    ladder, _ = MAKERS[maker](seed)
    rng = Random(seed)
    wishes = wishes_for(ladder, seed) if seed % 2 else {}
    kept = {name: wishes[name] for name in ("avoid", "without") if name in wishes}
    target = rng.choice(sorted(ladder.roles))
    return differing(ladder, target, crowd(ladder, 20, rng, longest=9), **kept)


@pytest.mark.parametrize("maker", MAKERS)
def test_on_random_ladders_everybody_is_answered_as_if_alone(maker: str) -> None:
    assert not sum(random_crowd_differs(maker, seed) for seed in range(30))


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
def test_on_many_random_ladders_everybody_is_answered_as_if_alone(maker: str) -> None:
    assert not sum(random_crowd_differs(maker, seed) for seed in range(30, 2_000))


@pytest.mark.parametrize(
    ("name", "target", "number"),
    [
        ("product-management", "senior-product-manager", 1_300),
        ("product-management", "chief-product-officer", 500),
        ("product-management-start-up", "senior-product-manager", 600),
        ("product-management-large-company", "senior-product-manager", 500),
        ("uk-digital-and-data", "head-of-product", 100),
    ],
)
def test_on_bundled_ladders_everybody_is_answered_as_if_alone(
    name: str, target: str, number: int
) -> None:
    ladder = bundled(name)
    people = crowd(ladder, number, Random(5), longest=80)
    assert not differing(ladder, find_role(ladder, target).id, people)


def test_people_who_are_alike_are_asked_about_once() -> None:
    ladder = bundled("product-management")
    together = Standings(ladder, "senior-product-manager")
    for months in range(200, 72, -1):
        together.of(Person(role="associate-product-manager", months_in_role=months))
    assert together.asked == 1


@pytest.mark.parametrize("broken", ["what may be asked", "months in the role"])
def test_the_tests_would_find_too_much_sharing(
    broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a judge of the tests above: a mask too small, and months that are not looked at."""
    if broken == "what may be asked":
        monkeypatch.setattr(sharing, "asked_within", lambda *_: 0)
    else:
        monkeypatch.setattr(Standings, "_months_of", lambda *_: 0)
    assert sum(random_crowd_differs("tangled", seed) for seed in range(30))
