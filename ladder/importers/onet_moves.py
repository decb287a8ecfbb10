"""Moves between the occupations of O*NET: between those that are related, and no others.

O*NET lists for each occupation those that are nearest to it, so that a small one may list a large
one that has nearer ones itself. Whatever is near is so from both sides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from statistics import fmean
from typing import NamedTuple

from .moves import SLACK
from .onet_tables import OnetTables

Profile = Mapping[str, int]

PROMOTION, ADVANCEMENT, LATERAL = "promotion", "advancement", "lateral"
"""To a higher job zone; to notably higher levels within a zone; and to any other occupation."""


class Move(NamedTuple):
    """From one occupation to another, by their codes."""

    leaves: str
    leads: str
    kind: str


def related_moves(
    tables: OnetTables, profiles: Mapping[str, Profile], related: int, rise: float
) -> Iterator[Move]:
    """Find moves by where they lead, and from the occupations to which that is nearest.

    Between two occupations one can move both ways where either is among the nearest of the other.
    To a zone no higher it is a side move, unless the mean level of the skills that the occupations
    expect rises by more than ``rise``.
    """
    means = {code: fmean(profile.values()) if profile else 0 for code, profile in profiles.items()}
    for other, _, code in sorted(_pairs(tables, profiles, related)):
        if tables.zones[other] > tables.zones[code]:
            kind = PROMOTION
        else:
            rises = means[other] - means[code] > rise + SLACK
            kind = ADVANCEMENT if rises else LATERAL
        yield Move(code, other, kind)


def _pairs(
    tables: OnetTables, codes: Collection[str], related: int
) -> Iterator[tuple[str, int, str]]:
    """Both ways between related occupations: the code of one, how near they are, and the other."""
    nearest: dict[tuple[str, str], int] = {}
    for code in codes:
        for other, index in tables.related.get(code, {}).items():
            if index <= related and other in codes:
                pair = min(code, other), max(code, other)
                nearest[pair] = min(index, nearest.get(pair, index))
    for (one, two), index in nearest.items():
        yield one, index, two
        yield two, index, one
