"""Options that say who asks about a way, and what is wished of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from functools import wraps
from typing import Any, NamedTuple, cast

import click

from cli.ladders import PACED
from cli.naming import Find, settled
from graphs import Wishes
from ladder import (
    FrozenDict,
    Ladder,
    LadderError,
    Person,
    find_activity,
    find_role,
    find_skill,
    load_person,
    parse_level,
    validate_person,
)

from .common import Command, time_limit_option, with_options
from .completion import complete_activity, complete_role, complete_skill_at_level
from .types import AMOUNT, MONTHS, OneOf


class Asker(NamedTuple):
    """What somebody says of themselves and of the way they want, as typed."""

    skills: tuple[tuple[str, str], ...]
    """Names of skills and of levels."""
    months_in_role: int | None
    file: str | None
    """A person's file."""
    wishes: Wishes
    time_limit: float
    """Seconds that they will wait."""

    def settled(self, ladder: Ladder, *roles: str) -> tuple[Asker, tuple[str, ...]]:
        """Settle every name that is typed, those of some roles too, all at once."""
        wishes, skills = self.wishes, [name for name, _ in self.skills]
        typed: list[tuple[Find, str]] = [
            *((find_role, name) for name in (*roles, *wishes.via, *wishes.avoid)),
            *((find_activity, name) for name in wishes.without),
            *((find_skill, name) for name in skills),
        ]
        found = settled(ladder, typed)

        def of(find: Find, names: Iterable[str]) -> tuple[str, ...]:
            return tuple(found[find, name] for name in names)

        levels = (level for _, level in self.skills)
        certain = replace(
            wishes,
            via=of(find_role, wishes.via),
            avoid=of(find_role, wishes.avoid),
            without=of(find_activity, wishes.without),
        )
        held = tuple(zip(of(find_skill, skills), levels, strict=True))
        return self._replace(skills=held, wishes=certain), of(find_role, roles)

    def person(self, ladder: Ladder) -> Person:
        """Take what the file says, and let the options say it better."""
        person = load_person(self.file, ladder) if self.file else Person()
        person = replace(person, skills=FrozenDict({**person.skills, **self._held(ladder)}))
        if self.months_in_role is not None:
            person = replace(person, months_in_role=self.months_in_role)
        validate_person(ladder, person)
        return person

    def _held(self, ladder: Ladder) -> dict[str, int]:
        """Levels that the options give, by skill id."""
        held: dict[str, int] = {}
        for name, level in self.skills:
            skill, number = find_skill(ladder, name), _level(ladder, name, level)
            if held.setdefault(skill.id, number) != number:
                raise LadderError(
                    f"{skill.name} is given twice: at {ladder.level_name(held[skill.id])}, "
                    f"and at {ladder.level_name(number)}"
                )
        return held

    def wishes_for(self, function: Callable[..., object]) -> dict[str, Any]:
        """Those of the wishes that a function of `graphs` takes, and the time limit."""
        return self.wishes.taken_by(function) | {"time_limit": self.time_limit}

    def check(
        self, ladder: Ladder, *, source: str | None = None, target: str | None = None
    ) -> None:
        """Refuse wishes that no way can keep, whatever the ladder has in it."""
        around = {find_role(ladder, typed).id: typed for typed in self.wishes.avoid}
        through = [(find_role(ladder, typed).id, f"--via {typed}") for typed in self.wishes.via]
        ends = ((source, "the role to start from"), (target, "the role to get to"))
        for role, wish in (*ends, *through):
            if role in around:
                raise LadderError(
                    f"--avoid {around[role]} and {wish} contradict each other: both are "
                    f"{ladder.roles[role].name}; leave one of them out"
                )


def _level(ladder: Ladder, skill: str, level: str) -> int:
    try:
        return parse_level(ladder, level)
    except LadderError as error:
        raise LadderError(f"--skill {skill}={level}: {error}") from error


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
        shell_complete=complete_skill_at_level,
        help="A skill that you hold, at a level's name or number. Repeatable.",
    ),
    click.option(
        "--months-in-role",
        metavar="N",
        type=MONTHS,
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
        shell_complete=complete_activity,
        help="Do without this activity. Repeatable.",
    ),
    click.option(
        "--max-cost",
        metavar="AMOUNT",
        type=AMOUNT,
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


def _within_option(about: str) -> Callable[[Command], Command]:
    return click.option("--within", metavar="MONTHS", type=MONTHS, help=about)


TIME_OPTIONS = (
    _within_option("Take no more months than this; if that is too few, hear what it would take."),
    time_limit_option("Stop looking for a better way after this long."),
)

SURVEY_OPTIONS = (
    *SPARING_OPTIONS,
    _within_option("Only what takes no more months than this."),
    time_limit_option("Stop after this long, all roles together."),
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
    def gathered(**values: Any) -> Any:
        return command(asker=asker_of(values), **values)

    return with_options(cast(Command, gathered), *options)


def asker_of(values: dict[str, Any]) -> Asker:
    """Make an asker of the options, and take those out."""
    names = [field.name for field in fields(Wishes) if field.name in values]
    wishes = Wishes(**{name: values.pop(name) for name in names})
    said = values.pop("skills", ()), values.pop("months_in_role", None), values.pop("person", None)
    return Asker(*said, wishes, values.pop("time_limit"))


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
