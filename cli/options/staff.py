"""Options about a table of people: what its columns hold, and who works on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, NamedTuple, cast

import click

from cli.errors import Refused

from .common import Command, with_options
from .completion import complete_role
from .types import DAY, Expected


class Work(NamedTuple):
    """How many people are to be asked about."""

    columns: dict[str, str]
    """Headings by what their columns hold."""
    as_of: date | None
    jobs: int
    scheduler: str | None
    time_limit: float
    avoid: tuple[str, ...]
    without: tuple[str, ...]

    def keywords(self) -> dict[str, Any]:
        """As ``graphs.people`` takes them."""
        return self._asdict()


def _columns(_: click.Context, __: click.Parameter, typed: tuple[str, ...]) -> dict[str, str]:
    return dict(map(_mapped, typed))


map_option = click.option(
    "--map",
    "mapped",
    metavar="FIELD=HEADING",
    multiple=True,
    callback=_columns,
    help="What a column holds: id, role, months_in_role, in_role_since (dates), years_in_role, "
    "skills, done, learning, or a skill, by its heading. May be repeated.",
)

as_of_option = click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    type=DAY,
    help="The day up to which months are counted where a column has the day since when somebody "
    "has been in the role; today, if left out.",
)


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= 1024):
        raise ValueError(text)
    return int(text)


def cores() -> int:
    """How many cores there are to work on."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


jobs_option = click.option(
    "--jobs",
    metavar="N",
    type=Expected("jobs", "a number of processes from 1 to 1024", _jobs),
    help="Processes that work on it; as many as there are cores, if left out.",
)


def group_options(command: Command) -> Command:
    """Add which groups are told apart, handed over as ``by`` and ``small_groups``."""
    return with_options(
        command,
        click.option(
            "--group-by", "by", metavar="COLUMN", help="Count by a column, such as the team."
        ),
        click.option(
            "--small-groups",
            is_flag=True,
            help="Tell of groups of fewer than five people, too.",
        ),
    )


def work_options(command: Command) -> Command:
    """Add what says how a table is read and who works on it, handed over as ``work``."""

    @wraps(command)
    def gathered(
        *,
        mapped: dict[str, str],
        as_of: date | None,
        jobs: int | None,
        scheduler: str | None,
        time_limit: float,
        avoid: tuple[str, ...],
        without: tuple[str, ...],
        **others: Any,
    ) -> Any:
        work = Work(mapped, as_of, jobs or cores(), scheduler, time_limit, avoid, without)
        return command(work=work, **others)

    options: tuple[Callable[[Any], Any], ...] = (
        map_option,
        as_of_option,
        click.option(
            "--avoid",
            metavar="ROLE",
            multiple=True,
            shell_complete=complete_role,
            help="Go around a role. May be repeated.",
        ),
        click.option(
            "--without",
            metavar="ACTIVITY",
            multiple=True,
            help="Do without an activity. May be repeated.",
        ),
        jobs_option,
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="A Dask cluster whose workers do it instead, such as tcp://10.0.0.5:8786.",
        ),
    )
    return with_options(cast(Command, gathered), *options)


def _mapped(text: str) -> tuple[str, str]:
    field, sign, heading = text.partition("=")
    if not sign or not field.strip() or not heading.strip():
        raise Refused(f'--map expects FIELD=HEADING, such as role="Job title"; found {text!r}')
    return field.strip(), heading.strip()
