"""What the shell offers while a command is being typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from cli.ladders import quietly
from ladder import Ladder, LadderError, bundled_names

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_role(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Roles, by id or by an alias of one word."""
    return _matching(incomplete, chain.from_iterable(map(_roles, _readable(ctx))))


def complete_skill(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Skills, and behind the equals sign their levels."""
    return _matching(incomplete, chain.from_iterable(map(_skills, _readable(ctx))))


def complete_skill_name(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Skills, without levels."""
    found = (one for ladder in _readable(ctx) for one in ladder.skills.values())
    return _matching(incomplete, ((skill.id, skill.name) for skill in found))


def complete_track(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Tracks."""
    found = (one for ladder in _readable(ctx) for one in ladder.tracks.values())
    return _matching(incomplete, ((track.id, track.name) for track in found))


def complete_family(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Families of tracks."""
    found = (one.family for ladder in _readable(ctx) for one in ladder.tracks.values())
    return _matching(incomplete, ((name, "family") for name in sorted(set(filter(None, found)))))


def complete_kind(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Kinds of transitions."""
    found = {item.kind for ladder in _readable(ctx) for item in ladder.transitions}
    return _matching(incomplete, ((kind, "kind of move") for kind in sorted(found)))


def complete_ladder(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Bundled ladders, and whatever files there are."""
    from click.shell_completion import CompletionItem

    names = _matching(incomplete, ((name, "bundled") for name in bundled_names()))
    return [*names, CompletionItem(incomplete, type="file")]


def _readable(ctx: click.Context) -> Iterator[Ladder]:
    """The ladder, or none: a shell is no place to complain about a file."""
    try:
        yield quietly(ctx)
    except (LadderError, OSError):
        return


def _matching(incomplete: str, names: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    start = incomplete.casefold()
    return [
        CompletionItem(name, help=about)
        for name, about in names
        if name.casefold().startswith(start)
    ]


def _roles(ladder: Ladder) -> Iterator[tuple[str, str]]:
    for role in ladder.roles.values():
        yield role.id, role.name
        yield from ((alias, role.name) for alias in role.aliases if " " not in alias)


def _skills(ladder: Ladder) -> Iterator[tuple[str, str]]:
    for skill in ladder.skills.values():
        yield from ((f"{skill.id}={level}", skill.name) for level in ladder.levels)
