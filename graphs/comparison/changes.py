"""The question: what is different between two versions of a ladder, as changes made one by one.

The changes that ``repairs`` makes up are kept apart: they are about one ladder, whose transitions
they know by place. Here places differ between the versions, anything may have changed, and each
change knows what was there before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from graphs.plans.path import plain
from ladder import FrozenDict, Ladder, Transition
from ladder.model import ANY
from ladder.wording import short, told

from .alignment import Aligned, Renamed, What, aligned
from .parts import Part, Span, Thing, parts_of, with_part


class MoveKey(NamedTuple):
    """What a transition goes by in both versions: its roles, and which of those between them.

    The sources are those of the new version, by id, where it is in both; none where it is open to
    all.
    """

    sources: tuple[str, ...]
    target: str
    place: int

    @property
    def origin(self) -> str | list[str]:
        """The sources as a file has them: one id, a list of them, or the word for all."""
        if len(self.sources) == 1:
            return self.sources[0]
        return list(self.sources) or ANY


Key: TypeAlias = str | MoveKey

Things: TypeAlias = dict[What, dict[Key, Any]]

KINDS: tuple[What, ...] = ("ladder", "track", "skill", "role", "transition", "activity")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Parameters
    ----------
    what : {"ladder", "track", "skill", "role", "transition", "activity"}
    key : str or MoveKey
        Its id in the new version; for a transition its ends, for the ladder the empty text.
    part : Part or None
        What of it is different; None where it was added or removed as a whole.
    before, after : object or None
        What was there, and what is; None for nothing.
    """

    what: What
    key: Key
    part: Part | None
    before: Any
    after: Any

    def __repr__(self) -> str:
        key = f" {self.key}"
        if isinstance(self.key, MoveKey):
            key = f" {', '.join(self.key.sources) or ANY} → {self.key.target}"
        what = f"{self.what}{key}".strip()
        if self.part is None:
            return told("Change", what, self.how)
        part = " ".join(filter(None, self.part))
        return told("Change", what, f"{part} {_short(self.before)} → {_short(self.after)}")

    @property
    def how(self) -> str:
        """Whether it was added, removed or changed."""
        return "changed" if self.part else "added" if self.before is None else "removed"

    @property
    def acts(self) -> bool:
        """Whether it can have any influence on when what is reached, by its nature."""
        if self.part is None:
            return self.what in ("transition", "activity")
        if self.part.name == "months":
            return bool(self.before.months != self.after.months)
        if self.what == "role" and self.part.name == "develops":
            return _typical(self.before) != _typical(self.after)
        if self.part.name == "track":  # what is open to all is not to those of its own track
            return self.what == "role"
        return self.part.skill is not None or self.part.name == "from_roles"

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        name: dict[str, Any] = {"id": self.key}
        if isinstance(self.key, MoveKey):
            name = {"from": self.key.origin, "to": self.key.target, "place": self.key.place}
        elif self.what == "ladder":
            name = {}
        part = self.part._asdict() if self.part else {"name": None, "skill": None}
        return {
            "what": self.what,
            **name,
            "how": self.how,
            "part": "from" if part["name"] == "from_roles" else part["name"],
            "skill": part["skill"],
            "before": _plain(self.before),
            "after": _plain(self.after),
        }


@dataclass(frozen=True)
class LadderDiff:
    """What is different between two versions of a ladder.

    Parameters
    ----------
    old, new : Ladder
        As they were given.
    aligned : Aligned
        Both in the same words: the new ids, and one list of levels. The changes are in these.
    things : pair of mappings
        All that is in the one and in the other, by kind and key.
    following : frozenset of MoveKey
        The transitions whose gate is what their role expects, in the one and in the other. What is
        different in that is told of the role alone, and in ``things`` these have no gate.
    changes : tuple of Change
    """

    old: Ladder
    new: Ladder
    aligned: Aligned
    things: tuple[Things, Things]
    following: frozenset[MoveKey]
    changes: tuple[Change, ...]

    def __repr__(self) -> str:
        return told(
            "LadderDiff",
            f"from {short(self.old.name)!r} to {short(self.new.name)!r}",
            f"{len(self.changes)} changes",
            f"{len(self.renamed)} renamed",
        )

    @property
    def renamed(self) -> tuple[Renamed, ...]:
        """Ids that seem to have become others."""
        return self.aligned.renamed

    @property
    def levels(self) -> tuple[str, ...]:
        """Names of the levels that the changes speak of, the lowest first."""
        return self.aligned.levels

    @property
    def same(self) -> bool:
        """Whether nothing is different but the order of things."""
        return not self.changes and not self.renamed and self.old.levels == self.new.levels

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles that are in both."""
        return tuple(role for role in self.aligned.old.roles if role in self.aligned.new.roles)

    def applied(self, changes: Iterable[Change]) -> Ladder:
        """Make some of the changes to the old version.

        Parameters
        ----------
        changes : iterable of Change
            Of this diff, each once, in any order.

        Returns
        -------
        Ladder
            In the words of both. What a change refers to and another one would bring comes along;
            what a change removes stays as long as anything refers to it. With all changes made, it
            is the new version, but for the order of things.
        """
        return self.made(changes)[0]

    def made(self, changes: Iterable[Change]) -> tuple[Ladder, tuple[MoveKey, ...]]:
        """Do the same, and tell what each transition goes by, in their order."""
        things = {what: dict(self.things[0][what]) for what in KINDS}
        for change in changes:
            _make(things[change.what], change)
        for what, key in _referred(things):
            if key not in things[what]:
                old, new = (side[what].get(key) for side in self.things)
                things[what][key] = new or old
        for key in self.following:
            expected = things["role"][key.target].expects
            things["transition"][key] = replace(things["transition"][key], requires=expected)
        values = {what: FrozenDict(things[what]) for what in KINDS}
        ladder = replace(
            things["ladder"][""],
            levels=self.levels,
            tracks=values["track"],
            skills=values["skill"],
            roles=values["role"],
            transitions=tuple(things["transition"].values()),
            activities=values["activity"],
        )
        return ladder, tuple(things["transition"])  # type: ignore[arg-type]

    def to_dict(self) -> dict[str, Any]:
        """The differences as plain data, ready for JSON; levels by number, from 1."""
        return {
            "format": 1,
            "same": self.same,
            "old": {"name": self.old.name, "levels": list(self.old.levels)},
            "new": {"name": self.new.name, "levels": list(self.new.levels)},
            "levels": list(self.levels),
            "renamed": plain(self.renamed),
            "changes": [change.to_dict() for change in self.changes],
        }


def diff(old: Ladder, new: Ladder) -> LadderDiff:
    """Find what is different between two versions of a ladder.

    Parameters
    ----------
    old, new : Ladder

    Returns
    -------
    LadderDiff
        Things go by their ids, where those have changed by name and alias; transitions by the roles
        that they lead from and to, and among those between the same ones by what is equal, then by
        kind, then by order; those that are left, by the sources that they share. The order of
        things makes no difference.

    Notes
    -----
    Takes time in proportion to the size of the two ladders, and with the square of the number of
    transitions between the same two roles.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ladder import Ladder, Role, Transition
    >>> roles = {name: Role(name, name.upper()) for name in ("apm", "pm")}
    >>> old = Ladder("Small", roles=roles, transitions=(Transition("apm", "pm", 24),))
    >>> new = replace(old, transitions=(Transition("apm", "pm", 18),))
    >>> (change,) = diff(old, new).changes
    >>> change.part.name, change.before.months, change.after.months
    ('months', 24, 18)
    """
    both = aligned(old, new)
    things, following = _things(both.old, both.new)
    changes = tuple(
        change
        for what in KINDS
        for key in dict.fromkeys([*things[0][what], *things[1][what]])
        for change in _changes(what, key, *(side[what].get(key) for side in things))
    )
    return LadderDiff(old, new, both, things, following, changes)


def _things(old: Ladder, new: Ladder) -> tuple[tuple[Things, Things], frozenset[MoveKey]]:
    before, after = _paired(old.transitions, new.transitions)
    following = frozenset(
        key
        for key in before.keys() & after.keys()
        if before[key].requires == old.roles[key.target].expects
        and after[key].requires == new.roles[key.target].expects
    )
    for moves in (before, after):
        moves |= {key: replace(moves[key], requires=FrozenDict()) for key in following}
    return (_of(old, before), _of(new, after)), following


def _of(ladder: Ladder, moves: Mapping[MoveKey, Transition]) -> Things:
    return {
        "ladder": {"": ladder},
        "track": _keyed(ladder.tracks),
        "skill": _keyed(ladder.skills),
        "role": _keyed(ladder.roles),
        "transition": {key: move for key, move in moves.items()},  # noqa: C416
        "activity": _keyed(ladder.activities),
    }


def _keyed(things: Mapping[str, Any]) -> dict[Key, Any]:
    return {key: thing for key, thing in things.items()}  # noqa: C416


Pair = tuple[int | None, int | None]
"""Places of a transition in the old and in the new version; None where it is in one alone."""


def _paired(
    old: Sequence[Transition], new: Sequence[Transition]
) -> tuple[dict[MoveKey, Transition], dict[MoveKey, Transition]]:
    """Give each transition what it goes by, the same in both versions where it is the same one."""
    sides = _by_ends(old), _by_ends(new)
    pairs: list[tuple[Transition | None, Transition | None]] = []
    for ends in dict.fromkeys([*sides[0], *sides[1]]):
        before, after = (side.get(ends, []) for side in sides)
        for one, other in _matched(before, after):
            pairs.append(
                (None if one is None else before[one], None if other is None else after[other])
            )
    found: tuple[dict[MoveKey, Transition], dict[MoveKey, Transition]] = ({}, {})
    places: Counter[tuple[tuple[str, ...], str]] = Counter()
    for pair in _joined(pairs):
        ends = _ends(pair[1] or pair[0])
        key = MoveKey(*ends, places[ends])
        places[ends] += 1
        for known, move in zip(found, pair, strict=True):
            if move is not None:
                known[key] = move
    return found


_MovePair: TypeAlias = tuple[Transition | None, Transition | None]


def _joined(pairs: Iterable[_MovePair]) -> list[_MovePair]:
    """Take for one what has gone and what has come into the same role from some of the same."""
    kept: list[_MovePair] = []
    gone: dict[str, list[int]] = {}
    for pair in sorted(pairs, key=lambda pair: pair[0] is None):
        before, after = pair
        if before is not None and after is None:
            gone.setdefault(before.to_role, []).append(len(kept))
        elif before is None and after is not None:
            near = [(_nearness(kept[at][0], after), -at) for at in gone.get(after.to_role, ())]
            if near and max(near)[0][0]:
                at = -max(near)[1]
                gone[after.to_role].remove(at)
                kept[at] = kept[at][0], after
                continue
        kept.append(pair)
    return kept


def _nearness(one: Transition | None, other: Transition) -> tuple[int, bool]:
    """How many sources two transitions share, one at least where either is open to all."""
    assert one is not None
    shared = len({*one.from_roles} & {*other.from_roles})
    return shared or int(one.from_any or other.from_any), one.kind == other.kind


def _ends(move: Transition | None) -> tuple[tuple[str, ...], str]:
    assert move is not None
    return tuple(sorted(move.from_roles)), move.to_role


def _by_ends(moves: Iterable[Transition]) -> dict[tuple[tuple[str, ...], str], list[Transition]]:
    by_ends: dict[tuple[tuple[str, ...], str], list[Transition]] = {}
    for move in moves:
        by_ends.setdefault(_ends(move), []).append(move)
    return by_ends


def _matched(old: Sequence[Transition], new: Sequence[Transition]) -> list[Pair]:
    """Match what is equal, then what is of one kind, then the rest, each in the order given."""
    left = list(range(len(new)))
    matches: dict[int, int] = {}
    alike = (
        lambda one, other: one == other,
        lambda one, other: one.kind == other.kind,
        lambda one, other: True,
    )
    for same in alike:
        for place, move in enumerate(old):
            if place not in matches:
                match = next((at for at in left if same(move, new[at])), None)
                if match is not None:
                    matches[place] = match
                    left.remove(match)
    pairs: list[Pair] = [(place, matches.get(place)) for place in range(len(old))]
    return [*pairs, *((None, at) for at in left)]


def _changes(what: Any, key: Key, before: Any, after: Any) -> Iterator[Change]:
    if before is None or after is None:
        yield Change(what, key, None, before, after)
        return
    if before == after:  # as most are, and their parts need not be looked at
        return
    was, now = parts_of(before), parts_of(after)
    for part in sorted(was.keys() | now.keys(), key=_rank(was, now)):
        if was.get(part) != now.get(part):
            yield Change(what, key, part, was.get(part), now.get(part))


def _rank(*sides: Mapping[Part, Any]) -> Any:
    """In the order of the fields, the skills by id."""
    order = {
        name: place for place, name in enumerate(dict.fromkeys(p.name for s in sides for p in s))
    }
    return lambda part: (order[part.name], part.skill or "")


def _make(things: dict[Key, Any], change: Change) -> None:
    if change.part is not None:
        things[change.key] = with_part(things[change.key], change.part, change.after)
    elif change.after is None:
        del things[change.key]
    else:
        things[change.key] = change.after


def _referred(things: Things) -> Iterator[tuple[What, Key]]:
    """Go through what things refer to; roles first, as those that come along refer to more."""
    moves, activities = things["transition"].values(), things["activity"].values()
    for move in moves:
        yield from (("role", role) for role in (*move.from_roles, move.to_role))
    roles = things["role"].values()
    yield from (("track", role.track) for role in roles if role.track is not None)
    said = [one.requires for one in (*moves, *activities)]
    said += [one.develops for one in (*roles, *activities)]
    said += [role.expects for role in roles]
    yield from (("skill", skill) for levels in said for skill in levels)


def _typical(gains: Mapping[int, Span] | None) -> dict[int, int]:
    return {level: span.months for level, span in (gains or {}).items()}


def _short(value: Any) -> str:
    return short(repr(_plain(value)))


def _plain(value: Any) -> Any:
    """Write what was there as plain data."""
    if isinstance(value, Span):
        return {"months": value.months, "range": value.between and list(value.between)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Thing):
        return _whole(value)
    return value


def _whole(thing: Thing) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for part, value in parts_of(thing).items():
        if part.skill is None:
            whole[part.name] = _plain(value)
        else:
            whole.setdefault(part.name, {})[part.skill] = _plain(value)
    return whole
