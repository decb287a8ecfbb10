"""Options that say what of a ladder a picture shows, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from cli.errors import Refused
from cli.naming import settled
from ladder import Ladder, find_family, find_kind, find_role, find_skill, find_track
from ladder.wording import listed

from .common import Command, given, with_options
from .completion import (
    complete_family,
    complete_kind,
    complete_role,
    complete_skill,
    complete_track,
)
from .types import OneOf

if TYPE_CHECKING:
    from graphs import Selection
    from graphs.drawing.view import Direction, Gates


def track_option(about: str) -> Callable[[Command], Command]:
    """Add ``--track``, handed over as ``tracks``."""
    return click.option(
        "--track",
        "tracks",
        metavar="TRACK",
        multiple=True,
        shell_complete=complete_track,
        help=f"{about} Repeatable.",
    )


def family_option(about: str) -> Callable[[Command], Command]:
    """Add ``--family``."""
    return click.option("--family", metavar="NAME", shell_complete=complete_family, help=about)


SELECTION_OPTIONS = (
    track_option("Show the roles of this track."),
    family_option(
        "Open one family of a large ladder: its tracks, and how many moves lead on from them."
    ),
    click.option(
        "--around",
        metavar="ROLE",
        shell_complete=complete_role,
        help="Show the roles within --steps moves of this one, either way.",
    ),
    click.option(
        "--steps",
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="How many moves --around goes.",
    ),
    click.option(
        "--kind",
        "kinds",
        metavar="KIND",
        multiple=True,
        shell_complete=complete_kind,
        help="Show moves of this kind, such as promotion, and the roles that they join. "
        "Repeatable.",
    ),
    click.option(
        "--gated-by",
        metavar="SKILL",
        shell_complete=complete_skill,
        help="Show moves that ask for this skill, and the roles that they join.",
    ),
)

STYLE = ("--gates", "--direction")
"""Options that say how a ladder is drawn, and nothing where it is drawn as a map."""

direction_option = click.option(
    "--direction",
    type=OneOf(["right", "down"]),
    help="Where careers go: to the right, each track a row, or down, each track a column. "
    "Left out: what suits the width.",
)

STYLE_OPTIONS = (
    click.option(
        "--gates",
        type=OneOf(["off", "chip", "table"]),
        help="Show no gates; how many months and skills each asks; or each skill with its level. "
        "Left out: whatever suits the picture and its width.",
    ),
    direction_option,
)


class Wanted(NamedTuple):
    """What somebody wants to see of a ladder, as it was typed."""

    tracks: tuple[str, ...]
    kinds: tuple[str, ...]
    family: str | None
    around: str | None
    gated_by: str | None
    steps: int
    gates: Gates | None
    direction: Direction | None

    def selection(self, ladder: Ladder) -> Selection:
        """What it means in a ladder."""
        from graphs import Selection

        ctx = click.get_current_context()
        if self.around is None and given(ctx, ["--steps"]):
            raise click.UsageError("--steps would change nothing here; add --around ROLE", ctx)
        around = [(find_role, self.around)] if self.around is not None else []
        gated_by = [(find_skill, self.gated_by)] if self.gated_by is not None else []
        tracks = [(find_track, name) for name in self.tracks]
        names = settled(ladder, [*tracks, *around, *gated_by])
        ids = {(find, name): find(ladder, names[find, name]).id for find, name in names}
        return Selection(
            tracks=tuple(dict.fromkeys(ids[each] for each in tracks)),
            family=None if self.family is None else find_family(ladder, self.family),
            around=ids[around[0]] if around else None,
            steps=self.steps,
            kinds=tuple(dict.fromkeys(find_kind(ladder, name) for name in self.kinds)),
            gated_by=ids[gated_by[0]] if gated_by else None,
        )


def selection_options(command: Command) -> Command:
    """Add the options, handed over together as ``wanted``."""

    @wraps(command)
    def gathered(**values: Any) -> Any:
        wanted = Wanted(**{name: values.pop(name) for name in Wanted._fields})
        return command(wanted=wanted, **values)

    return with_options(cast(Command, gathered), *SELECTION_OPTIONS, *STYLE_OPTIONS)


class Style(NamedTuple):
    """How a picture of roles is drawn."""

    gates: Gates | None
    direction: Direction | None


def style_options(command: Command) -> Command:
    """Add those that say how a picture is drawn, handed over together as ``style``."""

    @wraps(command)
    def gathered(*, gates: Gates | None, direction: Direction | None, **values: Any) -> Any:
        if values["picture"] is None and (idle := given(click.get_current_context(), STYLE)):
            raise Refused(f"{listed(idle, 'and')} would change nothing here; add -o FILE")
        return command(style=Style(gates, direction), **values)

    return with_options(cast(Command, gathered), *STYLE_OPTIONS)


def refuse_idle_style(ladder: Ladder, families: bool) -> None:
    """Refuse options that would change nothing in the map of a large ladder."""
    idle = given(click.get_current_context(), STYLE)
    if idle:
        narrower = "--family NAME" if families else "--track TRACK"
        raise Refused(
            f"{ladder.name} is drawn as a map, for it has {len(ladder.roles)} roles, and "
            f"{listed(idle, 'and')} would change nothing there; add {narrower}"
        )
