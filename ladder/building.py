"""From the plain data of a ladder file, found right, to the ladder's frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from .frozen import FrozenDict
from .ids import in_words
from .levels import level_numbers, number_of
from .model import Activity, Ladder, Role, Skill, Track, Transition

T = TypeVar("T")
Levels: TypeAlias = Mapping[str | int, int]


def build_ladder(data: Mapping[str, Any]) -> Ladder:
    """Ladder that a file describes.

    Parameters
    ----------
    data : mapping
        Plain data that the checks of shape and sense have passed.

    Returns
    -------
    Ladder
        Skills in a role or a gate stand in the order of their ids, as their order says nothing.

    Examples
    --------
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
    )


def tidy(name: str) -> str:
    r"""Name on one line, as YAML's folded texts end in a line break.

    Parameters
    ----------
    name : str

    Returns
    -------
    str

    Examples
    --------
    >>> tidy(" Product  manager\n")
    'Product manager'
    """
    return " ".join(name.split())


def _each(values: Mapping[str, Any], build: Callable[[str, Any], T]) -> Mapping[str, T]:
    return FrozenDict((key, build(key, value)) for key, value in values.items())


def _skill(key: str, value: Any) -> Skill:
    return Skill(key, *_name_and_about(key, value))


def _track(key: str, value: Any) -> Track:
    return Track(key, *_name_and_about(key, value))


def _role(key: str, value: Mapping[str, Any], numbers: Levels) -> Role:
    rank = value.get("rank")
    return Role(
        id=key,
        name=_name(value, "name") or in_words(key),
        aliases=tuple(map(tidy, value.get("aliases", ()))),
        track=value.get("track"),
        rank=None if rank is None else int(rank),
        develops=_months_by_level(value, numbers),
        about=_prose(value, "about"),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
    )


def _transition(value: Mapping[str, Any], numbers: Levels) -> Transition:
    return Transition(
        from_role=value["from"],
        to_role=value["to"],
        months=int(value["months"]),
        kind=_name(value, "kind") or "lateral",
        requires=_skill_levels(value, "requires", numbers),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
    )


def _activity(key: str, value: Mapping[str, Any], numbers: Levels) -> Activity:
    cost = value.get("cost", 0)
    return Activity(
        id=key,
        name=_name(value, "name") or in_words(key),
        months=int(value["months"]),
        kind=_name(value, "kind") or "course",
        cost=int(cost) if cost == int(cost) else cost,
        requires=_skill_levels(value, "requires", numbers),
        develops=_skill_levels(value, "develops", numbers),
        about=_prose(value, "about"),
        source=_prose(value, "source"),
        confidence=value.get("confidence"),
    )


def _skill_levels(value: Mapping[str, Any], key: str, numbers: Levels) -> Mapping[str, int]:
    """Levels above 0 by skill; level 0 is held by everybody."""
    levels = {skill: number_of(level, numbers) for skill, level in value.get(key, {}).items()}
    return FrozenDict((skill, level) for skill, level in sorted(levels.items()) if level)


def _months_by_level(value: Mapping[str, Any], numbers: Levels) -> Mapping[str, Mapping[int, int]]:
    """For each skill the levels above 0 that a role gives, with the months in it."""
    develops = {}
    for skill, given in sorted(value.get("develops", {}).items()):
        months = given if isinstance(given, dict) else {given: value.get("develops_after", 0)}
        by_level = {number_of(level, numbers) or 0: int(after) for level, after in months.items()}
        by_level.pop(0, None)
        if by_level:
            develops[skill] = FrozenDict(sorted(by_level.items()))
    return FrozenDict(develops)


def _name_and_about(key: str, value: Any) -> tuple[str, str | None]:
    if isinstance(value, str):
        return tidy(value), None
    return _name(value, "name") or in_words(key), _prose(value, "about")


def _name(value: Mapping[str, Any], key: str) -> str | None:
    return tidy(value[key]) if key in value else None


def _prose(value: Mapping[str, Any], key: str) -> str | None:
    return value.get(key, "").strip() or None
