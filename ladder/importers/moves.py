"""Which roles of a framework lead to which, where it says no more than what each expects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_ROLES, MOST_SKILLS = 5_000, 15_000
"""Of a framework; a ladder of so many can be read and asked."""

Moves = dict[str, set[str]]
"""From the id of each role level to the ids of those it leads to."""
Lane = tuple[str | None, str]
"""What role levels have in common that may follow on one another."""

SLACK = 1e-9
"""By which means of whole numbers may be wrong."""


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """One level of a role, with the skills it expects."""

    id: str
    name: str
    track: str | None
    """Id of the track that holds all levels of the role."""
    rank: int | None
    """A fork has the rank of the rung beside it; None where no order is known."""
    fork: bool
    """Whether it stands beside the rungs, as a management level does."""
    profile: Mapping[str, int]
    """The level expected, by skill id."""
    about: str | None = None
    chain: str = ""
    """Tells those apart that do not follow on one another, in the same track or without any."""

    @property
    def lane(self) -> Lane:
        """Its track; where it has none, all that have a rank but no track, or itself alone.

        Of each of them, its chain.
        """
        alone = self.track is None and self.rank is None
        return self.track, self.id if alone else self.chain


class Rungs:
    """Role levels by their lanes and ranks."""

    def __init__(self, levels: Iterable[RoleLevel]) -> None:
        self.lanes: dict[Lane, list[RoleLevel]] = {}
        for level in sorted(levels, key=lambda level: (level.rank or 0, level.id)):
            self.lanes.setdefault(level.lane, []).append(level)
        self.promoted: Moves = {}
        for lane in self.lanes.values():
            self._climb(lane)
        self.continuing = self._continue()

    @staticmethod
    def by_rank(lane: Iterable[RoleLevel]) -> dict[int, list[RoleLevel]]:
        """Role levels of a lane that have a rank, the lowest first."""
        ranks: dict[int, list[RoleLevel]] = {}
        for level in lane:
            if level.rank is not None:
                ranks.setdefault(level.rank, []).append(level)
        return ranks

    def _climb(self, lane: Sequence[RoleLevel]) -> None:
        rungs = self.by_rank(level for level in lane if not level.fork)
        forks = self.by_rank(level for level in lane if level.fork)
        for line in (rungs, forks):
            for lower, upper in pairwise(line.values()):
                self._promote(lower, upper)
        for rank, beside in forks.items():
            below = [lower for lower in rungs if lower < rank]
            if below:
                self._promote(rungs[max(below)], beside)

    def _promote(self, lower: Iterable[RoleLevel], upper: Iterable[RoleLevel]) -> None:
        ids = {level.id for level in upper}
        for level in lower:
            self.promoted.setdefault(level.id, set()).update(ids)

    def _continue(self) -> set[Lane]:
        """Lanes that begin above others, each joined to what is nearest to it there."""
        ranked = [level for lane in self.lanes.values() for level in lane if level.rank is not None]
        bits = points_of(level.profile for level in ranked)
        points = {level.id: own for level, own in zip(ranked, bits, strict=True)}
        continuing = set()
        for name, lane in self.lanes.items():
            for level in self.lowest(lane):
                others = [one for one in ranked if one.lane != name and _rank(one) < _rank(level)]
                below = max(map(_rank, others), default=0)
                near = [
                    (-nearness(points[level.id], points[one.id]), one.id, one)
                    for one in others
                    if one.rank == below and points[level.id] & points[one.id]
                ]
                if near:
                    self._promote([min(near)[2]], [level])
                    continuing.add(name)
        return continuing

    def lowest(self, lane: Sequence[RoleLevel]) -> list[RoleLevel]:
        """Role levels at the bottom of a lane."""
        return next(iter(self.by_rank(lane).values()), [])

    def highest(self, lane: Sequence[RoleLevel]) -> list[RoleLevel]:
        """Role levels at the top of a lane of several ranks."""
        ranks = self.by_rank(lane)
        return list(ranks.values())[-1] if len(ranks) > 1 else []

    def entered(self) -> list[str]:
        """Ids of those that are open to everybody: where a track of several ranks begins.

        Not where it continues another, nor where all role levels stand in one lane.
        """
        return [
            level.id
            for name, lane in self.lanes.items()
            if any(name) and self.highest(lane) and name not in self.continuing
            for level in self.lowest(lane)
            if len(self.lanes) > 1
        ]

    def stranded(self, sideways: Moves) -> set[str]:
        """Ids of those to be opened to everybody, so that each is reached from where lanes begin.

        Those into which nothing leads, and of each group whose members lead only to one another
        the one that expects least.
        """
        if len(self.lanes) < 2:
            return set()
        levels = {level.id: level for lane in self.lanes.values() for level in lane}
        tracks = [lane for lane in self.lanes.values() if self.highest(lane)]
        begin = {level.id for lane in tracks for level in self.lowest(lane)}
        led_to = set().union(*self.promoted.values(), *sideways.values())
        opened = levels.keys() - led_to - begin
        reached = self._reached(begin - led_to | set(self.entered()) | opened, sideways)
        while left := levels.keys() - reached:
            least = min(left, key=lambda one: (sum(levels[one].profile.values()), one))
            opened.add(least)
            reached |= self._reached({least}, sideways)
        return opened

    def _reached(self, begin: Iterable[str], sideways: Moves) -> set[str]:
        """Ids of what promotions and side moves lead to from some, those included."""
        reached = set(begin)
        waiting = list(reached)
        while waiting:
            left = waiting.pop()
            led_to = self.promoted.get(left, set()) | sideways.get(left, set())
            waiting += led_to - reached
            reached |= led_to
        return reached

    def ends(self) -> set[str]:
        """Ids of top rungs that nothing continues, and of those alone in their track."""
        tops = [
            level
            for name, lane in self.lanes.items()
            for level in (lane if name[0] is not None and len(lane) == 1 else self.highest(lane))
        ]
        return {level.id for level in tops if level.id not in self.promoted}


def _rank(level: RoleLevel) -> int:
    return level.rank or 0


class Sideways:
    """From which role levels a side move may lead to which."""

    def __init__(self, rungs: Rungs, near: float, rise: float) -> None:
        self.near = near
        self.rise = rise
        self.promoted = rungs.promoted
        self.entered = set(rungs.entered())
        self.tops: set[str] = set()
        self.below: set[str] = set()
        self.mean: dict[str, float] = {}
        for lane in rungs.lanes.values():
            highest = {level.id for level in rungs.highest(lane)}
            self.tops |= highest
            for level in lane:
                held = level.profile.values()
                self.mean[level.id] = sum(held) / len(held) if held else 0
                if highest and level.id not in highest:
                    self.below.add(level.id)

    def may_lead(self, leaves: str, leads: str) -> bool:
        """Whether it is no promotion, in disguise or back, and not open to everybody anyway."""
        return (
            leads not in self.entered
            and leads not in self.promoted.get(leaves, ())
            and leaves not in self.promoted.get(leads, ())
            and not (leads in self.tops and leaves in self.below)
            and self.mean[leads] <= self.mean[leaves] + self.rise + SLACK
        )


def side_moves(
    levels: Collection[RoleLevel], rungs: Rungs, per_level: int, near: float, rise: float
) -> Moves:
    """Find which role levels have so much in common that one can move between them.

    Two role levels are as near as the level points that both profiles ask for, divided by those
    that either asks for; with less than ``near`` there is no side move. What stands above or below
    in the same track is no side move either, but from a rung to its fork is one. Nor is one that
    leads to a mean expected level more than ``rise`` higher, into the top rung of a track of
    several from below one, or into a rung that is open to everybody. Of each track only the nearest
    role level counts.

    In the first round each role level is joined with the one nearest to it, both ways where both
    are allowed; in the second with its second nearest, and so on, until there are ``per_level``
    side moves from a role level on average, or all that there are. A round is always finished, so
    that nothing hangs on an arbitrary cut, and the average may come out somewhat higher. What is
    equally near goes by id.
    """
    sideways = Sideways(rungs, near, rise)
    alike = _Alike(levels)
    choices = {level.id: list(_nearest(level, alike, sideways)) for level in levels}
    moves: Moves = {level.id: set() for level in levels}
    for number in range(max(map(len, choices.values()), default=0)):
        if sum(map(len, moves.values())) >= per_level * len(levels):
            break
        for chooser, others in choices.items():
            for other in others[number : number + 1]:
                moves[chooser].add(other)
                if sideways.may_lead(other, chooser):
                    moves[other].add(chooser)
    return moves


class _Alike:
    """Role levels by the skills that they expect, to find those that have any in common."""

    def __init__(self, levels: Iterable[RoleLevel]) -> None:
        self._expecting: dict[str, list[tuple[RoleLevel, int]]] = {}
        self._points: dict[str, int] = {}
        for level in levels:
            self._points[level.id] = sum(level.profile.values())
            for skill, wanted in level.profile.items():
                self._expecting.setdefault(skill, []).append((level, wanted))

    def to(self, level: RoleLevel) -> Iterator[tuple[RoleLevel, float]]:
        """Role levels that expect any of the same skills, each with how near it is."""
        common: dict[str, int] = {}
        others: dict[str, RoleLevel] = {}
        for skill, wanted in level.profile.items():
            for other, expected in self._expecting[skill]:
                shared = wanted if wanted < expected else expected
                common[other.id] = common.get(other.id, 0) + shared
                others[other.id] = other
        both = self._points[level.id]
        for key, points in common.items():
            if points:
                yield others[key], points / (both + self._points[key] - points)


def _nearest(level: RoleLevel, alike: _Alike, sideways: Sideways) -> Iterator[str]:
    """Ids of the nearest role level in each lane to which one may move, the nearest first."""
    candidates = [
        (-share, other.id, other.lane)
        for other, share in alike.to(level)
        if share >= sideways.near
        and other.id != level.id
        and (other.lane != level.lane or other.rank == level.rank)
        and sideways.may_lead(level.id, other.id)
    ]
    lanes: set[Lane] = set()
    for _, other, lane in sorted(candidates, key=lambda one: one[:2]):
        if lane not in lanes:
            lanes.add(lane)
            yield other


def nearness(one: int, other: int) -> float:
    """Share of level points that two profiles have in common.

    >>> nearness(*points_of([{"testing": 2, "design": 2}, {"testing": 3}]))
    0.4
    """
    common, either = (one & other).bit_count(), (one | other).bit_count()
    return common / either if either else 0.0


def points_of(profiles: Iterable[Mapping[str, int]]) -> list[int]:
    """Level points of profiles as bits, so that two of them are compared at once.

    >>> [bin(points) for points in points_of([{"testing": 2, "design": 1}, {"testing": 3}])]
    ['0b1011', '0b111']
    """
    profiles = list(profiles)
    width = max((level for profile in profiles for level in profile.values()), default=0)
    place = {skill: 0 for profile in profiles for skill in profile}
    place = {skill: width * number for number, skill in enumerate(place)}
    return [
        sum(((1 << level) - 1) << place[skill] for skill, level in profile.items())
        for profile in profiles
    ]
