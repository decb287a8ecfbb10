"""From the plain data of a ladder file, found right, to the ladder's frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, TypeVar

from ladder.levels import level_numbers, number_of
from ladder.matching import in_words
from ladder.model import Activity, FrozenDict, Ladder, Range, Role, Skill, Track, Transition

T = TypeVar("T")
Levels: TypeAlias = Mapping[str | int, int]


def build_ladder(data: Mapping[str, Any]) -> Ladder:
    """Ladder that a file describes.

    Skills in a role or a gate stand in the order of their ids, as their order says nothing.

    >>> build_ladder({"name": "Craft", "roles": {"master-smith": {}}}).roles["master-smith"].name
    'Master smith'
    """
    levels = tuple(map(tidy, data.get("levels", ())))
    numbers = level_numbers(levels)
    return Ladder(
        name=tidy(data["name"]),
        levels=levels,
        skills=_each(data.get("skills", {}), _skill),
        tracks=_each(data.get("tracks", {}), _track),
        roles=_each(data["roles"], lambda key, value: _role(key, value, numbers)),
        transitions=tuple(_transition(value, numbers) for value in data.get("transitions", ())),
        activities=_each(
            data.get("activities", {}), lambda key, value: _activity(key, value, numbers)
        ),
        currency=_name(data, "currency"),
        source=_prose(data, "source"),
        about=_prose(data, "about"),
        ignore=tuple(data.get("ignore", ())),
    )


def tidy(name: str) -> str:
    r"""Name on one line, as YAML's folded texts end in a line break.

    >>> tidy(" Product  manager\n")
    'Product manager'
    """
    return " ".join(name.split())


def _each(values: Mapping[str, Any], build: Callable[[str, Any], T]) -> Mapping[str, T]:
    return FrozenDict((key, build(key, value)) for key, value in values.items())


def _skill(key: str, value: Any) -> Skill:
    return Skill(key, *_name_and_about(key, value))


def _track(key: str, value: Any) -> Track:
    family = None if isinstance(value, str) else _name(value, "family")
    return Track(key, *_name_and_about(key, value), family)


def _role(key: str, value: Mapping[str, Any], numbers: Levels) -> Role:
    rank = value.get("rank")
    gained = _gained(value, numbers)
    return Role(
        id=key,
        name=_name(value, "name") or in_words(key),
        aliases=tuple(map(tidy, value.get("aliases", ()))),
        track=value.get("track"),
        rank=None if rank is None else int(rank),
        develops=_by_skill_and_level(gained, 0),
        about=_prose(value, "about"),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
        develops_ranges=_by_skill_and_level(gained, 1),
        final=value.get("final", False),
    )


def _transition(value: Mapping[str, Any], numbers: Levels) -> Transition:
    months, months_range = _months(value["months"])
    return Transition(
        from_role=value["from"],
        to_role=value["to"],
        months=months,
        kind=_name(value, "kind") or "lateral",
        requires=_skill_levels(value, "requires", numbers),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
        months_range=months_range,
    )


def _activity(key: str, value: Mapping[str, Any], numbers: Levels) -> Activity:
    cost = value.get("cost", 0)
    months, months_range = _months(value["months"])
    return Activity(
        id=key,
        name=_name(value, "name") or in_words(key),
        months=months,
        kind=_name(value, "kind") or "course",
        cost=int(cost) if cost == int(cost) else cost,
        requires=_skill_levels(value, "requires", numbers),
        develops=_skill_levels(value, "develops", numbers),
        about=_prose(value, "about"),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
        months_range=months_range,
    )


def _skill_levels(value: Mapping[str, Any], key: str, numbers: Levels) -> Mapping[str, int]:
    """Levels above 0 by skill; level 0 is held by everybody."""
    levels = {skill: number_of(level, numbers) for skill, level in value.get(key, {}).items()}
    return FrozenDict((skill, level) for skill, level in sorted(levels.items()) if level)


def _months(value: Any) -> tuple[int, Range | None]:
    """Typical months, and their range where the file gives one."""
    if isinstance(value, dict):
        fast, slow = map(int, value["range"])
        return int(value["typical"]), (fast, slow)
    return int(value), None


Gained: TypeAlias = Mapping[str, Mapping[int, tuple[int, Range | None]]]


def _gained(value: Mapping[str, Any], numbers: Levels) -> Gained:
    """For each skill the levels above 0 that a role gives, with the months in it."""
    gained = {}
    for skill, given in sorted(value.get("develops", {}).items()):
        months = given if isinstance(given, dict) else {given: value.get("develops_after", 0)}
        by_level = {
            number_of(level, numbers) or 0: _months(after) for level, after in months.items()
        }
        by_level.pop(0, None)
        if by_level:
            gained[skill] = dict(sorted(by_level.items()))
    return gained


def _by_skill_and_level(gained: Gained, part: Literal[0, 1]) -> Mapping[str, Mapping[int, Any]]:
    """The months of what a role gives, or their ranges, without what has none."""
    parts = {
        skill: FrozenDict(
            (level, months[part]) for level, months in levels.items() if months[part] is not None
        )
        for skill, levels in gained.items()
    }
    return FrozenDict((skill, levels) for skill, levels in parts.items() if levels)


def _name_and_about(key: str, value: Any) -> tuple[str, str | None]:
    if isinstance(value, str):
        return tidy(value), None
    return _name(value, "name") or in_words(key), _prose(value, "about")


def _name(value: Mapping[str, Any], key: str) -> str | None:
    return tidy(value[key]) if key in value else None


def _prose(value: Mapping[str, Any], key: str) -> str | None:
    return value.get(key, "").strip() or None
