"""Which roles follow on one another, where a framework has but tracks, ranks and an order.

Ranks tell, where all roles of a track have them; else the order in which the roles stand, as far as
their levels rise. Where ranks or levels fall, another chain of roles begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ladder.wording import some

from .growth import points_raised
from .moves import RoleLevel

MOST_RUNGS = 10
"""Of a chain without ranks; what is longer is a list, in whatever order."""

UNKNOWN = (
    "whose levels do not rise as they stand, are not promoted; give each a rank in a column Rank, "
    "or say in a mapping file, by order: rising or falling, how they stand"
)

Chain = list[RoleLevel]


def title_in_track(title: str, track: str) -> str:
    """Call a role by its track, too, where several tracks have a role of that title.

    >>> title_in_track("Manager", "Sales")
    'Manager (Sales)'
    """
    return f"{title} ({track})"


def titles_told(names: Sequence[str]) -> Iterator[str]:
    """Say which roles are called by their tracks, too, if any are."""
    if names:
        yield f"A title in several tracks is a role in each of them: {some(names)}."


@dataclass(slots=True)
class _Found:
    """Chains of roles, each the most junior first."""

    ranked: list[Chain] = field(default_factory=list)
    ordered: list[Chain] = field(default_factory=list)
    left: list[RoleLevel] = field(default_factory=list)
    falling: bool = False


def line_up(levels: Sequence[RoleLevel], order: str | None) -> tuple[list[RoleLevel], str]:
    """Give each role its rank and its chain, as far as these can be told; and say how they were.

    ``order`` says how roles without ranks stand: rising, falling, or in no order (none).
    """
    found = _Found()
    lanes = _lanes(levels)
    free = []
    for lane in lanes:
        if all(level.rank is not None for level in lane):
            found.ranked += _ranked(lane)
        else:
            free.append(lane)
    found.falling = order == "falling" or (not order and _fall(free))
    for lane in free:
        _order(lane[::-1] if found.falling else lane, order, found)
    placed = {
        level.id: replace(level, chain=chain_id)
        for chain, chain_id in _numbered(found.ranked)
        for level in chain
    } | {
        level.id: replace(level, rank=place, chain=chain_id)
        for chain, chain_id in _numbered(found.ordered)
        for place, level in enumerate(chain, start=1)
    }
    lined = [placed.get(level.id, replace(level, rank=None)) for level in levels]
    return lined, _told(found, order, any(level.track for level in levels))


def _lanes(levels: Iterable[RoleLevel]) -> list[list[RoleLevel]]:
    """Roles of a track; where no role has one, all; those without a track in none otherwise."""
    levels = list(levels)
    tracked = any(level.track for level in levels)
    lanes: dict[str | None, list[RoleLevel]] = {}
    for level in levels:
        if level.track or not tracked:
            lanes.setdefault(level.track, []).append(level)
    return list(lanes.values())


def _numbered(chains: Iterable[Chain]) -> list[tuple[Chain, str]]:
    """Chains with an id each, empty for the first of a track."""
    seen: dict[str | None, int] = {}
    numbered = []
    for chain in chains:
        track = chain[0].track
        seen[track] = seen.get(track, 0) + 1
        numbered.append((chain, f"chain {seen[track]}" if seen[track] > 1 else ""))
    return numbered


def _ranked(lane: Sequence[RoleLevel]) -> list[Chain]:
    """Cut a lane where ranks that have been there come again, if every part then has several."""
    ranks = [level.rank or 0 for level in lane]
    steps = list(pairwise(ranks))
    if sum(one > other for one, other in steps) > sum(one < other for one, other in steps):
        lane, ranks = lane[::-1], ranks[::-1]
    cuts = [at for at in range(1, len(lane)) if ranks[at] < ranks[at - 1]]
    chains = _cut(lane, cuts)
    if len(set(ranks)) < len(ranks) and all(len(chain) > 1 for chain in chains):
        return chains
    return [sorted(lane, key=lambda level: level.rank or 0)]


def _cut(lane: Sequence[RoleLevel], cuts: Sequence[int]) -> list[Chain]:
    return [list(lane[start:end]) for start, end in pairwise([0, *cuts, len(lane)])]


def _fall(lanes: Iterable[Sequence[RoleLevel]]) -> bool:
    """Whether most roles without ranks ask for less than the one before."""
    rises = falls = 0
    for lane in lanes:
        for one, other in pairwise(lane):
            rises += _rises(one, other)
            falls += _rises(other, one)
    return falls > rises


def _rises(lower: RoleLevel, upper: RoleLevel) -> bool:
    """Whether a role asks for more than another, and for hardly less."""
    raised = points_raised(lower.profile, upper.profile)
    return raised > 0 and raised >= 2 * points_raised(upper.profile, lower.profile)


def _follows(lower: RoleLevel, upper: RoleLevel) -> bool:
    """Whether a role may follow on another: it asks for more, or for the same."""
    return _rises(lower, upper) or lower.profile == upper.profile


def _order(lane: Sequence[RoleLevel], order: str | None, found: _Found) -> None:
    """Cut a lane without ranks into chains whose levels rise, if it is no mere list."""
    if order == "none":
        found.left += lane
        return
    if order:
        found.ordered.append(list(lane))
        return
    cuts = [at for at in range(1, len(lane)) if not _follows(lane[at - 1], lane[at])]
    chains = _cut(lane, cuts)
    rising = any(_rises(*pair) for chain in chains for pair in pairwise(chain))
    single = len(lane) == 1
    several = all(len(chain) > 1 for chain in chains)
    if single or (rising and several and max(map(len, chains)) <= MOST_RUNGS):
        found.ordered += chains
    else:
        found.left += lane


def _told(found: _Found, order: str | None, tracked: bool) -> str:
    """Say by what roles are promoted, and which are not."""
    chains = len(found.ranked) + len(found.ordered)
    tracks = len({chain[0].track for chain in [*found.ranked, *found.ordered]})
    fall = f"; where ranks or levels fall, a new chain begins ({chains} in all)"
    more = fall if chains > tracks else ""
    if not found.ordered and not found.left:
        return f"Each role is promoted to the next rank{' of its track' if tracked else ''}{more}"
    if order == "none":
        return f"Roles without ranks are not promoted{more}"
    if not found.ordered:
        return f"Roles without ranks, {UNKNOWN}{more}"
    first, next_one = ("senior", "before") if found.falling else ("junior", "after")
    how = f"Roles stand with the most {first} first, so each is promoted to the one {next_one} it"
    if not found.left:
        return how + more
    return f"{how}{more}; {len(found.left)} others, {UNKNOWN}"
