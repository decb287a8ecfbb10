"""When one of several alternatives makes another superfluous."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from operator import le
from typing import NamedTuple, TypeVar

from ladder import Activity, Transition

K = TypeVar("K")

MOST_RIVALS = 500
"""Alternatives that one is compared with; nobody offers as many ways to the same level."""


class Offer(NamedTuple):
    """What an alternative asks and gives, the skill levels as bits."""

    figures: tuple[int, ...]  # of which less is better, such as months
    requires: int
    gives: int = 0

    def serves_for(self, other: Offer) -> bool:
        """Tell whether it can take the place of another: asks no more, and gives no less.

        What the other requires is held already, so that it need not be given.
        """
        return (
            not self.requires & ~other.requires
            and not other.gives & ~other.requires & ~self.gives
            and all(map(le, self.figures, other.figures))
        )


def better_than(key: K, offers: Mapping[K, Offer]) -> K | None:
    """Find the first alternative that beats another one, of as many as ``MOST_RIVALS``."""
    offer, first = offers[key], True
    for other, better in islice(offers.items(), MOST_RIVALS):
        if other == key:
            first = False
        elif better.serves_for(offer) and (first or not offer.serves_for(better)):
            return other
    return None


def months_of(item: Transition | Activity) -> tuple[int, int, int]:
    """Months at the typical, the fast and the slow end."""
    return item.months, *(item.months_range or (item.months, item.months))
