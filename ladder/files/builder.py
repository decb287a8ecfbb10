"""From the plain data of a ladder file, found right, to the ladder's frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, TypeVar

from ladder.levels import level_numbers, number_of
from ladder.matching import in_words
from ladder.model import (
    EXPECTED,
    NO_LEVELS,
    Activity,
    FrozenDict,
    Ladder,
    Range,
    Role,
    Skill,
    Track,
    Transition,
)

T = TypeVar("T")
Levels: TypeAlias = Mapping[str | int, int]


def build_ladder(data: Mapping[str, Any]) -> Ladder:
    """Ladder that a file describes.

    Skills in a role or a gate stand in the order of their ids, as their order says nothing.

    >>> build_ladder({"name": "Craft", "roles": {"master-smith": {}}}).roles["master-smith"].name
    'Master smith'
    """
    levels = tuple(map(_level_name, data.get("levels", ())))
    numbers = level_numbers(levels)
    roles = _each(data["roles"], lambda key, value: _role(key, value, numbers))
    return Ladder(
        name=tidy(data["name"]),
        levels=levels,
        skills=_each(data.get("skills", {}), lambda key, value: _skill(key, value, numbers)),
        tracks=_each(data.get("tracks", {}), _track),
        roles=roles,
        transitions=tuple(
            _transition(value, numbers, roles) for value in data.get("transitions", ())
        ),
        activities=_each(
            data.get("activities", {}), lambda key, value: _activity(key, value, numbers)
        ),
        currency=_name(data, "currency"),
        source=_prose(data, "source"),
        about=_prose(data, "about"),
        ignore=tuple(data.get("ignore", ())),
        levels_about=FrozenDict(
            (number, about)
            for number, level in enumerate(data.get("levels", ()), start=1)
            if isinstance(level, dict) and (about := _prose(level, "about"))
        ),
    )


def tidy(name: str) -> str:
    r"""Name on one line, as YAML's folded texts end in a line break.

    >>> tidy(" Product  manager\n")
    'Product manager'
    """
    return " ".join(name.split())


def _each(values: Mapping[str, Any], build: Callable[[str, Any], T]) -> Mapping[str, T]:
    return FrozenDict((key, build(key, value)) for key, value in values.items())


def _level_name(level: Any) -> str:
    return tidy(level["name"] if isinstance(level, dict) else level)


def _skill(key: str, value: Any, numbers: Levels) -> Skill:
    name, about = _name_and_about(key, value)
    if isinstance(value, str):
        return Skill(key, name)
    texts = {
        number_of(level, numbers) or 0: text for level, text in value.get("levels", {}).items()
    }
    return Skill(key, name, about, _name(value, "group"), FrozenDict(sorted(_told(texts).items())))


def _told(texts: Mapping[int, str]) -> dict[int, str]:
    return {level: text.strip() for level, text in texts.items() if level and text.strip()}


def _track(key: str, value: Any) -> Track:
    family = None if isinstance(value, str) else _name(value, "family")
    return Track(key, *_name_and_about(key, value), family)


def _role(key: str, value: Mapping[str, Any], numbers: Levels) -> Role:
    rank = value.get("rank")
    expects = _skill_levels(value.get("expects", {}), numbers)
    gained = _gained(value, expects, numbers)
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
        expects=expects,
        url=value.get("url"),
    )


def _transition(value: Mapping[str, Any], numbers: Levels, roles: Mapping[str, Role]) -> Transition:
    months, months_range = _months(value["months"])
    expects = roles[value["to"]].expects
    return Transition(
        from_roles=value["from"],
        to_role=value["to"],
        months=months,
        kind=_name(value, "kind") or "lateral",
        requires=_skill_levels(value.get("requires", EXPECTED), numbers, expects),
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
        requires=_skill_levels(value.get("requires", {}), numbers),
        develops=_skill_levels(value.get("develops", {}), numbers),
        about=_prose(value, "about"),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
        months_range=months_range,
        url=value.get("url"),
    )


class OverExpected(dict[str, Any]):
    """Levels of a gate, or of what a role develops, that differ from what the role expects."""


def _skill_levels(
    written: Any, numbers: Levels, expects: Mapping[str, int] = NO_LEVELS
) -> Mapping[str, int]:
    """Levels above 0 by skill; level 0 is held by everybody."""
    if written == EXPECTED:
        return expects
    levels = {skill: number_of(level, numbers) for skill, level in written.items()}
    if isinstance(written, OverExpected):
        levels = {**expects, **levels}
    return FrozenDict((skill, level) for skill, level in sorted(levels.items()) if level)


def _months(value: Any) -> tuple[int, Range | None]:
    """Typical months, and their range where the file gives one."""
    if isinstance(value, dict):
        fast, slow = map(int, value["range"])
        return int(value["typical"]), (fast, slow)
    return int(value), None


Gained: TypeAlias = Mapping[str, Mapping[int, tuple[int, Range | None]]]


def _gained(value: Mapping[str, Any], expects: Mapping[str, int], numbers: Levels) -> Gained:
    """For each skill the levels above 0 that a role gives, with the months in it."""
    gained = {}
    written = value.get("develops", {})
    if written == EXPECTED:
        written = expects
    elif isinstance(written, OverExpected):
        written = {**expects, **written}
    for skill, given in sorted(written.items()):
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
