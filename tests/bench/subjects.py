"""The ladders that are measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from support.organisations import organisation

from ladder import FrozenDict, Ladder, Role, Transition, bundled
from ladder.importers.onet import import_onet

SEED = 20261123
ONET = Path(__file__).parents[1] / "data" / "onet"
GOVERNMENT = "uk-digital-and-data"
PRODUCT = "product-management"


@dataclass(frozen=True)
class Subject:
    """A ladder, and what is promised of it.

    Parameters
    ----------
    name : str
    make : callable
        Makes the ladder.
    most_times : float, optional
        How many times as long as Dijkstra's algorithm a question may take, in the median.
    most_megabytes : float, optional
        How much memory a process may take that asks it all the questions.
    organisation : bool
        Whether it is one of those that differ in size alone.
    sources : int
        Roles from which all others are asked for; fewer where each takes all the time there is.
    """

    name: str
    make: Callable[[], Ladder]
    most_times: float | None = None
    most_megabytes: float | None = None
    organisation: bool = False
    sources: int = 25


GROWN = 18
"""Months after which a role develops what its gates do not ask for."""


def with_lower_gates(ladder: Ladder) -> Ladder:
    """Let each gate ask one level below what is expected, which roles develop then."""

    def lower(move: Transition) -> Transition:
        expects = ladder.roles[move.to_role].expects
        gate = {skill: level - 1 for skill, level in expects.items() if level > 1}
        return replace(move, requires=FrozenDict(gate))

    def growing(role: Role) -> Role:
        months = FrozenDict(
            {skill: FrozenDict({level: GROWN}) for skill, level in role.expects.items()}
        )
        return replace(role, develops=months)

    roles = FrozenDict({role.id: growing(role) for role in ladder.roles.values()})
    return replace(ladder, roles=roles, transitions=tuple(map(lower, ladder.transitions)))


def _government() -> Ladder:
    return bundled(GOVERNMENT)


def _government_below() -> Ladder:
    return with_lower_gates(bundled(GOVERNMENT))


def _onet() -> Ladder:
    return import_onet(ONET).ladder


def _organisation(roles: int, most_megabytes: float | None = None, sources: int = 25) -> Subject:
    return Subject(
        f"organisation of {roles}",
        lambda: organisation(roles, SEED),
        most_megabytes=most_megabytes,
        organisation=True,
        sources=sources,
    )


SUBJECTS = (
    Subject("DDaT", _government, most_times=5),
    Subject("DDaT, gates 1 below", _government_below, most_times=5),
    Subject("O*NET, groups 11 and 15", _onet),
    _organisation(35),
    _organisation(160),
    _organisation(400, sources=5),
    _organisation(1000, most_megabytes=500, sources=5),
)
