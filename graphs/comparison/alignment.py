"""Two versions of a ladder put into the same words: what is only called otherwise is no difference.

Where an id has gone and another has come with the same name or alias, it seems to be the same thing
renamed. Where the list of levels has grown or shrunk, both versions are counted on one list that
holds the levels of both. Neither has any influence on what can be reached, or when.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, TypeVar

from ladder import Activity, FrozenDict, Ladder, Role, Skill, Track, Transition
from ladder.matching import fold

What: TypeAlias = Literal["ladder", "track", "skill", "role", "transition", "activity"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Renamed:
    """An id that seems to have become another: a guess, from names and aliases."""

    what: What
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two ladders in the same words: with the same levels, and with the new one's ids."""

    old: Ladder
    new: Ladder
    levels: tuple[str, ...]
    renamed: tuple[Renamed, ...]


def aligned(old: Ladder, new: Ladder) -> Aligned:
    """Put two ladders into the same words."""
    renamed: list[Renamed] = []
    ids: dict[str, dict[str, str]] = {}
    kinds: tuple[tuple[What, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("track", old.tracks, new.tracks),
        ("skill", old.skills, new.skills),
        ("role", old.roles, new.roles),
        ("activity", old.activities, new.activities),
    )
    for what, before, after in kinds:
        ids[what] = _same(before, after)
        renamed += [Renamed(what, *pair) for pair in ids[what].items()]
    levels, old_places, new_places = merged(old.levels, new.levels)
    return Aligned(
        _rewritten(old, levels, old_places, ids),
        _rewritten(new, levels, new_places, {what: {} for what in ids}),
        levels,
        tuple(renamed),
    )


def _same(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Pair what has gone with what has come under the same name or, failing that, alias."""
    pairs: dict[str, str] = {}
    paired: set[str] = set()
    for names in (_name, _names):
        known = {*new, *pairs}
        gone = _by_name((one for key, one in old.items() if key not in known), names)
        taken = {*old, *pairs.values()}
        come = _by_name((one for key, one in new.items() if key not in taken), names)
        for name, ids in gone.items():
            others = come.get(name, set())
            if len(ids) == len(others) == 1:
                (before,), (after,) = ids, others
                if before not in pairs and after not in paired:
                    pairs[before] = after
                    paired.add(after)
    return pairs


def _by_name(things: Iterable[Any], names: Any) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for thing in things:
        for name in filter(None, map(fold, names(thing))):
            found.setdefault(name, set()).add(thing.id)
    return found


def _name(thing: Any) -> tuple[str, ...]:
    return (thing.name,)


def _names(thing: Any) -> tuple[str, ...]:
    return (thing.name, *getattr(thing, "aliases", ()))


class _Words:
    """How ids and levels of one version are written in the common words."""

    def __init__(self, places: Sequence[int], ids: Mapping[str, Mapping[str, str]]) -> None:
        self._places = places
        self.ids = ids

    def level(self, level: int) -> int:
        return self._places[level - 1] if level else 0

    def key(self, what: str, key: str) -> str:
        return self.ids[what].get(key, key)

    def each(self, what: str, things: Mapping[str, T], write: Any) -> FrozenDict[str, T]:
        return FrozenDict((self.key(what, key), write(one)) for key, one in things.items())

    def gate(self, levels: Mapping[str, int]) -> FrozenDict[str, int]:
        return FrozenDict((self.key("skill", k), self.level(level)) for k, level in levels.items())

    def gains(self, gains: Mapping[str, Mapping[int, T]]) -> FrozenDict[str, FrozenDict[int, T]]:
        return FrozenDict(
            (self.key("skill", k), FrozenDict((self.level(at), one) for at, one in by.items()))
            for k, by in gains.items()
        )

    def texts(self, texts: Mapping[int, str]) -> FrozenDict[int, str]:
        return FrozenDict((self.level(level), text) for level, text in texts.items())

    def skill(self, skill: Skill) -> Skill:
        return replace(skill, id=self.key("skill", skill.id), levels=self.texts(skill.levels))

    def track(self, track: Track) -> Track:
        return replace(track, id=self.key("track", track.id))

    def role(self, role: Role) -> Role:
        return replace(
            role,
            id=self.key("role", role.id),
            track=self.key("track", role.track) if role.track is not None else None,
            develops=self.gains(role.develops),
            develops_ranges=self.gains(role.develops_ranges),
            expects=self.gate(role.expects),
        )

    def move(self, move: Transition) -> Transition:
        sources = tuple(self.key("role", role) for role in move.from_roles)
        target = self.key("role", move.to_role)
        return replace(move, from_roles=sources, to_role=target, requires=self.gate(move.requires))

    def activity(self, item: Activity) -> Activity:
        return replace(
            item,
            id=self.key("activity", item.id),
            requires=self.gate(item.requires),
            develops=self.gate(item.develops),
        )


def _rewritten(
    ladder: Ladder,
    levels: tuple[str, ...],
    places: Sequence[int],
    ids: Mapping[str, Mapping[str, str]],
) -> Ladder:
    same = all(one == other for known in ids.values() for one, other in known.items())
    if same and levels == ladder.levels and tuple(places) == tuple(range(1, len(levels) + 1)):
        return ladder
    words = _Words(places, ids)
    return replace(
        ladder,
        levels=levels,
        skills=words.each("skill", ladder.skills, words.skill),
        tracks=words.each("track", ladder.tracks, words.track),
        roles=words.each("role", ladder.roles, words.role),
        transitions=tuple(map(words.move, ladder.transitions)),
        activities=words.each("activity", ladder.activities, words.activity),
        levels_about=words.texts(ladder.levels_about),
    )


def merged(
    old: Sequence[str], new: Sequence[str]
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Put two lists of levels into one; for each, which of that its own are, the lowest being 1."""
    common = [name for name in old if name in new]
    if common != [name for name in new if name in old]:
        longer = (*new, *old[len(new) :])
        return longer, tuple(range(1, len(old) + 1)), tuple(range(1, len(new) + 1))
    levels: list[str] = []
    places: tuple[list[int], list[int]] = ([], [])
    done = [0, 0]
    for name in [*common, None]:
        ends = [len(old), len(new)] if name is None else [old.index(name), new.index(name)]
        gone, come = old[done[0] : ends[0]], new[done[1] : ends[1]]
        first = len(levels) + 1
        # As many levels between the same two: they are called otherwise, no more.
        begin = first if len(gone) == len(come) else first + len(gone)
        levels += [*([] if begin == first else gone), *come]
        places[0].extend(range(first, first + len(gone)))
        places[1].extend(range(begin, begin + len(come)))
        if name is not None:
            levels.append(name)
            for numbers in places:
                numbers.append(len(levels))
        done = [ends[0] + 1, ends[1] + 1]
    return tuple(levels), tuple(places[0]), tuple(places[1])
