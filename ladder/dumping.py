"""From a ladder to the text of a file that loads as the same ladder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Literal

from .errors import LadderError
from .model import Activity, Ladder, Range, Role, Skill, Track, Transition
from .wording import quoted

Word = Callable[[int], str | int]
Span = tuple[int, Range | None]
"""Typical months, and their range."""


def dumps(ladder: Ladder, *, format: Literal["yaml", "json"] = "yaml") -> str:
    """Write a ladder as the text of a file.

    Parameters
    ----------
    ladder : Ladder
    format : {'yaml', 'json'}
        JSON has one skill, role, transition or activity in a line, so that versions can be
        compared line by line.

    Returns
    -------
    str
        The same for equal ladders whose mappings are in the same order; ends with a line break.

    Raises
    ------
    LadderError
        If there is no such format.

    Examples
    --------
    >>> ladder = Ladder("Craft", roles={"smith": Role("smith", "Smith", aliases=("Forger",))})
    >>> print(dumps(ladder), end="")
    name: Craft
    roles:
      smith:
        name: Smith
        aliases: [Forger]
    """
    # Each is imported only where it is used: most commands write neither.
    if format == "yaml":
        from .writing_yaml import yaml_text

        return yaml_text(to_plain(ladder))
    if format == "json":
        from .writing_json import json_text

        return json_text(to_plain(ladder))
    raise LadderError(f"no format {quoted(format)}; expected yaml or json")


def to_plain(ladder: Ladder) -> dict[str, Any]:
    """Write a ladder as plain data in the shape of its file.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    dict
        Names, and what differs from the defaults; levels by name where they have one.

    Examples
    --------
    >>> to_plain(Ladder("Craft", roles={"smith": Role("smith", "Smith", rank=1)}))
    {'name': 'Craft', 'roles': {'smith': {'name': 'Smith', 'rank': 1}}}
    """

    def word(level: int) -> str | int:
        return ladder.levels[level - 1] if 0 < level <= len(ladder.levels) else level

    return {"name": ladder.name} | _told(
        about=ladder.about,
        levels=list(ladder.levels),
        currency=ladder.currency,
        skills={key: _named(skill) for key, skill in ladder.skills.items()},
        tracks={key: _track(track) for key, track in ladder.tracks.items()},
        roles={key: _role(role, word) for key, role in ladder.roles.items()},
        transitions=[_transition(transition, word) for transition in ladder.transitions],
        activities={key: _activity(item, word) for key, item in ladder.activities.items()},
        source=ladder.source,
        ignore=list(ladder.ignore),
    )


def _named(item: Skill | Track) -> str | dict[str, str]:
    return item.name if item.about is None else {"name": item.name, "about": item.about}


def _track(track: Track) -> str | dict[str, str]:
    if track.family is None:
        return _named(track)
    return {"name": track.name, "family": track.family} | _told(about=track.about)


def _role(role: Role, word: Word) -> dict[str, Any]:
    usual = _usual_months(role)
    return {"name": role.name} | _told(
        about=role.about,
        aliases=list(role.aliases),
        track=role.track,
        rank=role.rank,
        final=role.final or None,
        develops_after=usual and _months(*usual),
        develops={skill: _gains(role, skill, usual, word) for skill in role.develops},
        source=role.source,
        confidence=role.confidence,
    )


def _usual_months(role: Role) -> Span | None:
    """Find the months worth saying once: those of several skills with a single level."""
    single = Counter(
        _span(role, skill, level)
        for skill, months in role.develops.items()
        if len(months) == 1
        for level in months
    )
    usual = min(single, key=lambda span: (-single[span], span[0], span[1] or ()), default=None)
    return usual if usual and single[usual] > 1 else None


def _span(role: Role, skill: str, level: int) -> Span:
    """Months after which a role gives a level, and their range."""
    return role.develops[skill][level], role.develops_ranges.get(skill, {}).get(level)


def _gains(role: Role, skill: str, usual: Span | None, word: Word) -> Any:
    """Write the levels that a role gives in one skill."""
    spans = {level: _span(role, skill, level) for level in role.develops[skill]}
    if list(spans.values()) == [usual]:
        return word(next(iter(spans)))
    return {word(level): _months(*span) for level, span in spans.items()}


def _months(typical: int, between: Range | None) -> Any:
    return typical if between is None else {"typical": typical, "range": list(between)}


def _transition(transition: Transition, word: Word) -> dict[str, Any]:
    kind = None if transition.kind == "lateral" else transition.kind
    return (
        {"from": transition.from_role, "to": transition.to_role}
        | _told(kind=kind)
        | {"months": _months(transition.months, transition.months_range)}
        | _told(
            requires=_levels(transition.requires, word),
            source=transition.source,
            confidence=transition.confidence,
        )
    )


def _activity(activity: Activity, word: Word) -> dict[str, Any]:
    kind = None if activity.kind == "course" else activity.kind
    return (
        {"name": activity.name}
        | _told(about=activity.about, kind=kind)
        | {"months": _months(activity.months, activity.months_range)}
        | _told(
            cost=activity.cost or None,
            requires=_levels(activity.requires, word),
            develops=_levels(activity.develops, word),
            source=activity.source,
            confidence=activity.confidence,
        )
    )


def _levels(levels: Mapping[str, int], word: Word) -> dict[str, str | int]:
    return {skill: word(level) for skill, level in levels.items()}


def _told(**entries: Any) -> dict[str, Any]:
    """Keep the entries that say something."""
    return {key: value for key, value in entries.items() if value not in (None, [], {})}
