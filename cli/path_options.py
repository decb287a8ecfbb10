"""Options that say who asks about a way, and what is wished of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

import click

from .completion import complete_role, complete_skill
from .ladders import PACED
from .numbers import Amount, Months, Seconds
from .one_of import OneOf
from .options import Command
from .standing import Asker
from .wishes import Wishes

OF_A_PATH = (
    "--skill",
    "--months-in-role",
    "--person",
    "--by",
    "--via",
    "--avoid",
    "--without",
    "--max-cost",
    "--pace",
    "--within",
    "--time-limit",
)
"""Options that say something about a path, and nothing where none is asked for."""

ORDERS = ("months", "moves", "cost")
PACES = ("fast", "typical", "slow")

SELF_OPTIONS = (
    click.option(
        "--skill",
        "skills",
        metavar="NAME=LEVEL",
        multiple=True,
        callback=lambda ctx, param, values: _split(values),
        shell_complete=complete_skill,
        help="A skill that you hold, at a level's name or number. Repeatable.",
    ),
    click.option(
        "--months-in-role",
        metavar="N",
        type=Months(),
        help="Months that you have been in your role; left out, long enough for any move.",
    ),
    click.option(
        "--person",
        metavar="FILE",
        type=click.Path(),
        help="Where you stand, from a file: role, months_in_role, skills, done, learning.",
    ),
)
"""What one says of oneself."""

BY_OPTION = click.option(
    "--by",
    type=OneOf(ORDERS),
    default="months",
    show_default=True,
    help="What is to be least: months, then moves, then cost; moves, then months, then cost; "
    "or cost, then months, then moves.",
)
VIA_OPTION = click.option(
    "--via",
    metavar="ROLE",
    multiple=True,
    shell_complete=complete_role,
    help="Go through this role. Repeatable, in order.",
)

SPARING_OPTIONS = (
    click.option(
        "--avoid",
        metavar="ROLE",
        multiple=True,
        shell_complete=complete_role,
        help="Do not enter this role. Repeatable.",
    ),
    click.option(
        "--without",
        metavar="ACTIVITY",
        multiple=True,
        help="Do without this activity. Repeatable.",
    ),
    click.option(
        "--max-cost",
        metavar="AMOUNT",
        type=Amount(),
        help="Spend no more than this on activities.",
    ),
    click.option(
        "--pace",
        type=OneOf(PACES),
        default="typical",
        show_default=True,
        expose_value=False,
        callback=lambda ctx, param, value: _remember_pace(ctx, value),
        help="Plan with the months at this end of their ranges.",
    ),
)
"""What one wishes of any way."""


def _time_options(within: str, time_limit: str) -> tuple[Callable[[Command], Command], ...]:
    """How long the way may take, and the search; the help says what comes of it."""
    return (
        click.option("--within", metavar="MONTHS", type=Months(), help=within),
        click.option(
            "--time-limit",
            metavar="SECONDS",
            type=Seconds(),
            default=10.0,
            show_default=True,
            help=time_limit,
        ),
    )


TIME_OPTIONS = _time_options(
    "Take no more months than this; if that is too few, hear what it would take.",
    "Stop looking for a better way after this long.",
)

SURVEY_OPTIONS = (
    *SPARING_OPTIONS,
    *_time_options(
        "Only what takes no more months than this.", "Stop after this long, all roles together."
    ),
)
"""What one wishes where the question is about every role."""


def person_options(command: Command) -> Command:
    """Add what a person can say of themselves and of a path, handed over together as ``asker``."""
    return _asking(command, *SELF_OPTIONS, BY_OPTION, VIA_OPTION, *SPARING_OPTIONS, *TIME_OPTIONS)


def next_options(command: Command) -> Command:
    """Add what of that makes sense where months alone count, handed over likewise."""
    return _asking(command, *SELF_OPTIONS, VIA_OPTION, *SPARING_OPTIONS, *TIME_OPTIONS)


def reach_options(command: Command) -> Command:
    """Add what of that makes sense where the way leads to any role, handed over likewise."""
    return _asking(command, *SELF_OPTIONS, *SURVEY_OPTIONS)


def into_options(command: Command) -> Command:
    """Add what of that makes sense where the way begins in any role, handed over likewise."""
    return _asking(command, *SURVEY_OPTIONS)


def _asking(command: Command, *options: Callable[[Command], Command]) -> Command:
    """Add options that say something of the asker; what is not among them keeps its default."""

    @wraps(command)
    def gathered(
        *,
        skills: tuple[tuple[str, str], ...] = (),
        months_in_role: int | None = None,
        person: str | None = None,
        **others: Any,
    ) -> Any:
        wishes = {name: others.pop(name) for name in Wishes._fields if name in others}
        return command(asker=Asker(skills, months_in_role, person, Wishes(**wishes)), **others)

    for option in reversed(options):
        option(cast(Command, gathered))
    return cast(Command, gathered)


def _remember_pace(ctx: click.Context, pace: str) -> None:
    """Keep the pace for whoever opens the ladder, so that all that is planned is at that pace."""
    ctx.meta[PACED] = pace


def _split(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Part skills from their levels at the last equals sign."""
    pairs = []
    for value in values:
        name, _, level = (part.strip() for part in value.rpartition("="))
        if not (name and level):
            raise click.BadParameter(
                f'"{value}" should read NAME=LEVEL, such as roadmapping=working'
            )
        pairs.append((name, level))
    return tuple(pairs)
