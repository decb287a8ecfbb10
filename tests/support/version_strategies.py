"""Two versions of a small ladder: a tangled one, and what a few edits make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

from support.graph_strategies import tangled

from ladder import Activity, FrozenDict, Ladder, Role, Transition


def versions(seed: int) -> tuple[Ladder, Ladder]:
    """Make an old and a new version, which differ in one thing or in several."""
    rng = Random(seed)
    old, _ = tangled(seed)
    new = old
    for _ in range(rng.choice([1, 1, 2, 3, 5])):
        new = rng.choice(EDITS)(new, rng)
    return (new, old) if rng.random() < 0.3 else (old, new)


def _level(ladder: Ladder, rng: Random) -> int:
    return rng.randint(1, len(ladder.levels))


def _gate(ladder: Ladder, rng: Random) -> FrozenDict[str, int]:
    some = rng.sample(list(ladder.skills), rng.randint(0, 2))
    return FrozenDict({skill: _level(ladder, rng) for skill in some})


def _moved(ladder: Ladder, moves: list[Transition]) -> Ladder:
    return replace(ladder, transitions=tuple(moves))


def _other_months(ladder: Ladder, rng: Random) -> Ladder:
    moves = list(ladder.transitions)
    if moves:
        place = rng.randrange(len(moves))
        moves[place] = replace(moves[place], months=rng.randint(0, 8))
    return _moved(ladder, moves)


def _other_gate(ladder: Ladder, rng: Random) -> Ladder:
    moves = list(ladder.transitions)
    if moves:
        place = rng.randrange(len(moves))
        moves[place] = replace(moves[place], requires=_gate(ladder, rng))
    return _moved(ladder, moves)


def _one_move_less(ladder: Ladder, rng: Random) -> Ladder:
    moves = list(ladder.transitions)
    if moves:
        del moves[rng.randrange(len(moves))]
    return _moved(ladder, moves)


def _one_move_more(ladder: Ladder, rng: Random) -> Ladder:
    ends = rng.sample(list(ladder.roles), 2)
    kind = rng.choice(["lateral", "promotion"])
    move = Transition(*ends, rng.randint(0, 6), kind, _gate(ladder, rng))
    moves = list(ladder.transitions)
    moves.insert(rng.randint(0, len(moves)), move)
    return _moved(ladder, moves)


def _other_development(ladder: Ladder, rng: Random) -> Ladder:
    key = rng.choice(list(ladder.roles))
    develops = dict(ladder.roles[key].develops)
    skill = rng.choice(list(ladder.skills))
    develops[skill] = FrozenDict({_level(ladder, rng): rng.randint(0, 7)})
    if rng.random() < 0.3:
        del develops[skill]
    role = replace(ladder.roles[key], develops=FrozenDict(develops))
    return replace(ladder, roles=_put(ladder.roles, key, role))


def _other_expectation(ladder: Ladder, rng: Random) -> Ladder:
    """Let a role expect something else; most often, gates that ask what it expects go with it."""
    key = rng.choice(list(ladder.roles))
    before, after = ladder.roles[key].expects, _gate(ladder, rng)
    role = replace(ladder.roles[key], expects=after)
    follow = rng.random() < 0.8
    moves = [
        replace(one, requires=after)
        if follow and (one.to_role, one.requires) == (key, before)
        else one
        for one in ladder.transitions
    ]
    return replace(_moved(ladder, moves), roles=_put(ladder.roles, key, role))


def _other_sources(ladder: Ladder, rng: Random) -> Ladder:
    moves = list(ladder.transitions)
    if moves:
        place = rng.randrange(len(moves))
        others = [role for role in ladder.roles if role != moves[place].to_role]
        sources = rng.choice([(), tuple(rng.sample(others, rng.randint(1, min(2, len(others)))))])
        moves[place] = replace(moves[place], from_roles=sources)
    return _moved(ladder, moves)


def _other_track(ladder: Ladder, rng: Random) -> Ladder:
    """Put a role into the track or out of it, so that other roles may move where all may."""
    key = rng.choice(list(ladder.roles))
    role = ladder.roles[key]
    role = replace(role, track=None if role.track else next(iter(ladder.tracks), None))
    return replace(ladder, roles=_put(ladder.roles, key, role))


def _other_activity(ladder: Ladder, rng: Random) -> Ladder:
    key = f"a{rng.randint(0, 6)}"
    if key in ladder.activities and rng.random() < 0.3:
        return replace(ladder, activities=_without(ladder.activities, key))
    item = Activity(key, key, rng.randint(1, 4), cost=rng.choice([0, 2]))
    item = replace(item, requires=_gate(ladder, rng), develops=_gate(ladder, rng))
    return replace(ladder, activities=_put(ladder.activities, key, item))


def _one_role_more(ladder: Ladder, rng: Random) -> Ladder:
    key = f"r{len(ladder.roles) + 5}"
    if key in ladder.roles:
        return ladder
    before, after = rng.sample(list(ladder.roles), 2)
    skill = rng.choice(list(ladder.skills))
    role = Role(key, key, develops=FrozenDict({skill: FrozenDict({1: rng.randint(0, 3)})}))
    moves = [
        *ladder.transitions,
        Transition(before, key, rng.randint(0, 2)),
        Transition(key, after, rng.randint(0, 2), requires=_gate(ladder, rng)),
    ]
    return replace(_moved(ladder, moves), roles=_put(ladder.roles, key, role))


def _one_role_less(ladder: Ladder, rng: Random) -> Ladder:
    if len(ladder.roles) < 3:
        return ladder
    key = rng.choice(list(ladder.roles))
    moves = [
        replace(one, from_roles=sources)
        for one in ladder.transitions
        if one.to_role != key
        and ((sources := tuple(role for role in one.from_roles if role != key)) or one.from_any)
    ]
    return replace(_moved(ladder, moves), roles=_without(ladder.roles, key))


def _other_id(ladder: Ladder, rng: Random) -> Ladder:
    """Give a role another id, under its old name."""
    old = rng.choice(list(ladder.roles))
    new = f"{old}-x"
    if new in ladder.roles:
        return ladder

    def key(role: str) -> str:
        return new if role == old else role

    moves = [
        replace(one, from_roles=tuple(map(key, one.from_roles)), to_role=key(one.to_role))
        for one in ladder.transitions
    ]
    roles = {key(name): replace(role, id=key(name)) for name, role in ladder.roles.items()}
    return replace(_moved(ladder, moves), roles=FrozenDict(roles))


def _other_levels(ladder: Ladder, rng: Random) -> Ladder:
    """Put a level that nothing speaks of between the others, and count anew."""
    if len(ladder.levels) > 4:
        return ladder
    place = rng.randint(0, len(ladder.levels))
    name = f"level-{len(ladder.levels)}{place}"
    levels = (*ladder.levels[:place], name, *ladder.levels[place:])

    def gate(asked: Mapping[str, int]) -> FrozenDict[str, int]:
        return FrozenDict({skill: at + (at > place) for skill, at in asked.items()})

    roles = {
        key: replace(
            role,
            develops=FrozenDict(
                {
                    skill: FrozenDict({at + (at > place): after for at, after in given.items()})
                    for skill, given in role.develops.items()
                }
            ),
            expects=gate(role.expects),
        )
        for key, role in ladder.roles.items()
    }
    activities = {
        key: replace(item, requires=gate(item.requires), develops=gate(item.develops))
        for key, item in ladder.activities.items()
    }
    moves = [replace(one, requires=gate(one.requires)) for one in ladder.transitions]
    return replace(
        _moved(ladder, moves),
        levels=levels,
        roles=FrozenDict(roles),
        activities=FrozenDict(activities),
    )


def _put(things: Mapping[str, Any], key: str, thing: Any) -> FrozenDict[str, Any]:
    return FrozenDict({**things, key: thing})


def _without(things: Mapping[str, Any], key: str) -> FrozenDict[str, Any]:
    return FrozenDict({name: thing for name, thing in things.items() if name != key})


EDITS = (
    _other_months,
    _other_months,
    _other_gate,
    _other_gate,
    _one_move_less,
    _one_move_more,
    _other_development,
    _other_development,
    _other_activity,
    _other_activity,
    _other_expectation,
    _other_expectation,
    _other_sources,
    _other_track,
    _one_role_more,
    _one_role_less,
    _other_id,
    _other_levels,
)
