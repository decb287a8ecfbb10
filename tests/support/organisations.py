"""Synthetic organisations, of any size and the same for the same seed.

They are shaped like published frameworks: roles stand in tracks and ranks, a profile has about nine
skills on four levels that grow with the rank, and four or so moves lead out of a role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from random import Random

from ladder import Activity, FrozenDict, Ladder, Role, Skill, Track, Transition

LEVELS = ("awareness", "working", "practitioner", "expert")
RANKS = 5
"""As many as a track has; the last one may be shorter."""

COMMON, OWN = 3, 6
"""Skills that a track asks for: of those that many tracks share, and of its family's."""

MOST_COMMON = 10
FAMILY = 8
"""Tracks that draw on the same skills."""

NEAREST = 2
"""Of its family, so many tracks that share most skills with it are open from each."""

FIRST, LAST = (0, 1, 1, 2), (3, 4, 4)
"""Levels that a profile may ask for at the first rank, and at the last."""

LEAST_SKILLS, MOST_SKILLS = 10, 300
DEVELOPS_AFTER = (12, 18, 24)
TENURE = (12, 18, 24, 30)
SIDE_TENURE = (6, 12)
LEARNING = ((1, 2), (2, 3, 4), (4, 5, 6), (8, 10, 12))
"""Months that a course may take, level by level."""

MONTHLY_COST = (0, 50, 100, 200)
WORKSHOP_LEVELS = (1, 2, 3)

Profile = Mapping[str, int]


@dataclass(frozen=True)
class Seat:
    """A role of a track, with the level of each skill that it asks for."""

    id: str
    track: int
    rank: int
    profile: Profile


def organisation(
    roles: int, seed: int, *, skills: int | None = None, gate_below: int = 1
) -> Ladder:
    """Make an organisation.

    Parameters
    ----------
    roles : int
        How many, at least 1.
    seed : int
        What is drawn; the same ladder for the same seed.
    skills : int, optional
        How many, at least 3; left out: as many as suit the roles, no more than 300. A skill has a
        course for each level, and there are as many workshops as skills.
    gate_below : int
        How many levels below the profile of a role the gates into it ask for.

    Returns
    -------
    Ladder
    """
    rng = Random(f"{roles} {skills} {seed}")
    wanted = skills or min(MOST_SKILLS, max(LEAST_SKILLS, roles * 3 // 8))
    names = [f"skill-{place}" for place in range(1, wanted + 1)]
    asked = _asked(rng, names, -(-roles // RANKS))
    seats = _seats(rng, roles, asked)
    courses = {skill: _courses(rng, skill) for skill in names}
    workshops = _workshops(rng, names, asked, courses)
    activities = [*(course for ladder in courses.values() for course in ladder), *workshops]
    return Ladder(
        f"Organisation of {roles}",
        LEVELS,
        FrozenDict({name: Skill(name, _words(name)) for name in names}),
        FrozenDict({_track(place): Track(*_named(_track(place))) for place in range(len(asked))}),
        FrozenDict({seat.id: _role(rng, seat) for seat in seats}),
        tuple(_transitions(rng, seats, asked, gate_below)),
        FrozenDict({activity.id: activity for activity in activities}),
    )


def _asked(rng: Random, names: list[str], tracks: int) -> list[tuple[str, ...]]:
    """Choose the skills of each track: some that many tracks share, the others its family's."""
    shared = min(MOST_COMMON, max(COMMON, len(names) // 10))
    common, special = names[:shared], names[shared:]
    families = -(-tracks // FAMILY)
    asked = []
    for track in range(tracks):
        family = track // FAMILY
        first, last = (len(special) * place // families for place in (family, family + 1))
        own = special[first:last]
        asked.append((*rng.sample(common, COMMON), *rng.sample(own, min(OWN, len(own)))))
    return asked


def _seats(rng: Random, roles: int, asked: list[tuple[str, ...]]) -> list[Seat]:
    """Fill the ranks of every track, each skill growing at its own pace."""
    seats: list[Seat] = []
    for track, skills in enumerate(asked):
        spans = {skill: (rng.choice(FIRST), rng.choice(LAST)) for skill in skills}
        for rank in range(1, min(RANKS, roles - len(seats)) + 1):
            levels = {skill: _between(*span, rank) for skill, span in spans.items()}
            profile = FrozenDict({skill: level for skill, level in levels.items() if level})
            seats.append(Seat(f"{_track(track)}-rank-{rank}", track, rank, profile))
    return seats


def _between(first: int, last: int, rank: int) -> int:
    """Give the level at a rank on the way from the first rank's to the last one's."""
    return first + floor((last - first) * (rank - 1) / (RANKS - 1) + 1 / 2)


def _role(rng: Random, seat: Seat) -> Role:
    after = rng.choice(DEVELOPS_AFTER)
    develops = {skill: FrozenDict({level: after}) for skill, level in seat.profile.items()}
    return Role(
        *_named(seat.id), track=_track(seat.track), rank=seat.rank, develops=FrozenDict(develops)
    )


def _transitions(
    rng: Random, seats: list[Seat], asked: list[tuple[str, ...]], gate_below: int
) -> Iterator[Transition]:
    """Join each seat with the one above, and both ways with the tracks that are nearest."""
    at = {(seat.track, seat.rank): seat for seat in seats}

    def join(leaves: Seat, leads: Seat, kind: str, months: int) -> Transition:
        gate = {
            skill: level - gate_below
            for skill, level in leads.profile.items()
            if level > gate_below
        }
        return Transition(leaves.id, leads.id, months, kind, FrozenDict(gate))

    for lower, upper in pairwise(seats):
        if lower.track == upper.track:
            yield join(lower, upper, "promotion", rng.choice(TENURE))
    for one, other in sorted(_neighbours(rng, asked)):
        for rank in range(1, RANKS + 1):
            # The same rank, most often, or the one above.
            leads = at.get((other, rank + rng.choice((0, 0, 0, 1))))
            if (leaves := at.get((one, rank))) and leads:
                yield join(leaves, leads, "lateral", rng.choice(SIDE_TENURE))
                yield join(leads, leaves, "lateral", rng.choice(SIDE_TENURE))


def _neighbours(rng: Random, asked: list[tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pair each track with the nearest of its family, and every other one with a track abroad."""
    tracks = range(len(asked))

    def nearest(track: int, others: Sequence[int], number: int) -> Iterator[tuple[int, int]]:
        def shared(other: int) -> int:
            return len(set(asked[track]) & set(asked[other]))

        for other in sorted(others, key=shared, reverse=True)[:number]:
            yield min(track, other), max(track, other)

    pairs = set()
    for track in tracks:
        kin = [other for other in tracks if other // FAMILY == track // FAMILY]
        pairs.update(nearest(track, [other for other in kin if other != track], NEAREST))
        if track % 2 == 0:
            others = sorted(set(tracks) - set(kin))
            pairs.update(nearest(track, rng.sample(others, min(FAMILY, len(others))), 1))
    return pairs


def _courses(rng: Random, skill: str) -> list[Activity]:
    """Make a course for each level of a skill, open to who holds the level below."""
    price = rng.choice(MONTHLY_COST)
    courses = []
    for level, choices in enumerate(LEARNING, start=1):
        months = rng.choice(choices)
        courses.append(
            Activity(
                *_named(f"{skill}-to-{LEVELS[level - 1]}"),
                months,
                cost=months * price,
                requires=FrozenDict({skill: level - 1} if level > 1 else {}),
                develops=FrozenDict({skill: level}),
            )
        )
    return courses


def _workshops(
    rng: Random,
    names: list[str],
    asked: list[tuple[str, ...]],
    courses: Mapping[str, list[Activity]],
) -> Iterator[Activity]:
    """Make workshops on two skills of one track, quicker than both courses and dearer."""
    for place in range(1, len(names) + 1):
        pair = rng.sample(rng.choice(asked), 2)
        level = rng.choice(WORKSHOP_LEVELS)
        months = sum(courses[skill][level - 1].months for skill in pair)
        cost = sum(courses[skill][level - 1].cost for skill in pair)
        yield Activity(
            *_named(f"workshop-{place}"),
            max(1, months * 3 // 4),
            kind="workshop",
            cost=cost + 200,
            requires=FrozenDict(dict.fromkeys(pair, level - 1) if level > 1 else {}),
            develops=FrozenDict(dict.fromkeys(pair, level)),
        )


def _track(place: int) -> str:
    return f"track-{place + 1}"


def _named(name: str) -> tuple[str, str]:
    return name, _words(name)


def _words(name: str) -> str:
    return name.replace("-", " ").capitalize()
