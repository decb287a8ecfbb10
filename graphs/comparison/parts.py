"""A thing of a ladder as its parts, each of which can change by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ladder import Activity, FrozenDict, Ladder, Range, Role, Skill, Track, Transition

Thing: TypeAlias = Ladder | Skill | Track | Role | Transition | Activity

T = TypeVar("T", bound=Thing)

_BY_SKILL = ("requires", "develops", "expects")

_ELSEWHERE = {
    "id", "to_role",  # what it goes by
    "skills", "tracks", "roles", "transitions", "activities",  # things of their own
    "develops_ranges", "months_range",  # said with the months
}  # fmt: skip


_EMPTY: Mapping[str, Any] = {
    "aliases": (), "ignore": (), "levels": FrozenDict(), "levels_about": FrozenDict(),
}  # fmt: skip
"""What a field has that says nothing, where that is not None."""


class Part(NamedTuple):
    """One part of a thing: a field, and a skill where the field says something about each."""

    name: str
    skill: str | None = None


class Span(NamedTuple):
    """Months, and their range where they have one."""

    months: int
    between: Range | None = None


def parts_of(thing: Thing) -> dict[Part, Any]:
    """Take a thing apart.

    Months as a `Span`. Of a skill, what is asked or given: a level; in a role, a `Span` for
    each level. What is not said is not in it.
    """
    return {
        part: value
        for part, value in _parts(thing)
        if (value is not None and value not in ((), {})) or part.name == "from_roles"
    }


def _parts(thing: Thing) -> Iterator[tuple[Part, Any]]:
    for field in fields(thing):
        name, value = field.name, getattr(thing, field.name)
        if name in _ELSEWHERE or (name == "levels" and isinstance(thing, Ladder)):
            continue
        if name in _BY_SKILL:
            yield from (
                (Part(name, skill), _of_skill(thing, skill, said)) for skill, said in value.items()
            )
        elif name == "from_roles":
            yield Part(name), tuple(sorted(value))
        elif name == "months" and isinstance(thing, Transition | Activity):
            yield Part(name), Span(thing.months, thing.months_range)
        else:
            yield Part(name), value


def _of_skill(thing: Thing, skill: str, said: Any) -> Any:
    if isinstance(said, int):
        return said
    assert isinstance(thing, Role)
    ranges = thing.develops_ranges.get(skill, {})
    return FrozenDict((level, Span(said[level], ranges.get(level))) for level in sorted(said))


def with_part(thing: T, part: Part, value: Any) -> T:
    """Change one part of a thing."""
    changed: dict[str, Any]
    if part.skill is None:
        changed = {part.name: _EMPTY.get(part.name) if value is None else value}
        if part.name == "months":
            changed = {"months": value.months, "months_range": value.between}
    elif isinstance(thing, Role) and part.name == "develops":
        months = ranges = None
        if value is not None:
            months = FrozenDict((level, span.months) for level, span in value.items())
            ranges = FrozenDict((at, one.between) for at, one in value.items() if one.between)
        changed = {
            "develops": _with(thing.develops, part.skill, months),
            "develops_ranges": _with(thing.develops_ranges, part.skill, ranges or None),
        }
    else:
        changed = {part.name: _with(getattr(thing, part.name), part.skill, value)}
    return replace(thing, **changed)


def _with(values: Mapping[str, Any], key: str, value: Any) -> FrozenDict[str, Any]:
    others = {**values, key: value}
    return FrozenDict((name, others[name]) for name in sorted(others) if others[name] is not None)
