"""What the shell offers while a command is being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import click

from cli.ladders import quietly
from ladder import Ladder, LadderError, bundled_names

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Complete: TypeAlias = "Callable[[click.Context, click.Parameter, str], list[CompletionItem]]"
Offers: TypeAlias = Iterable[tuple[str, str]]
"""What may be typed, each with a word on what it is."""


def _offering(names: Callable[[Ladder], Offers]) -> Complete:
    """Offer names of the ladder that the command is about."""

    def complete(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
        try:
            ladder = quietly(ctx)
        except (LadderError, OSError):  # a shell is no place to complain about a file
            return []
        return _matching(typed, names(ladder))

    return complete


def _matching(typed: str, names: Offers) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    start = typed.casefold()
    return [
        CompletionItem(name, help=about)
        for name, about in names
        if name.casefold().startswith(start)
    ]


def _roles(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """Roles, by id or by an alias of one word."""
    for role in ladder.roles.values():
        yield role.id, role.name
        yield from ((alias, role.name) for alias in role.aliases if " " not in alias)


def _skills(ladder: Ladder) -> Offers:
    return ((skill.id, skill.name) for skill in ladder.skills.values())


def _skills_at_levels(ladder: Ladder) -> Offers:
    return (
        (f"{skill}={level}", name) for skill, name in _skills(ladder) for level in ladder.levels
    )


def _activities(ladder: Ladder) -> Offers:
    return ((activity.id, activity.name) for activity in ladder.activities.values())


def _tracks(ladder: Ladder) -> Offers:
    return ((track.id, track.name) for track in ladder.tracks.values())


def _families(ladder: Ladder) -> Offers:
    names = {track.family for track in ladder.tracks.values() if track.family}
    return ((name, "family") for name in sorted(names))


def _kinds(ladder: Ladder) -> Offers:
    return ((kind, "kind of move") for kind in sorted({move.kind for move in ladder.transitions}))


complete_role = _offering(_roles)
complete_skill = _offering(_skills)
complete_skill_at_level = _offering(_skills_at_levels)
complete_activity = _offering(_activities)
complete_track = _offering(_tracks)
complete_family = _offering(_families)
complete_kind = _offering(_kinds)


def complete_ladder(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
    """Bundled ladders, and whatever files there are."""
    from click.shell_completion import CompletionItem

    names = _matching(typed, ((name, "bundled") for name in bundled_names()))
    return [*names, CompletionItem(typed, type="file")]
