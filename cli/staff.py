"""What is told of a table of people: how it was read, what is wrong, where they could go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from ladder import Ladder
from ladder.wording import listed

from .errors import INTERRUPTED
from .options.staff import Work
from .output import look, remark, say, say_json, waiting

if TYPE_CHECKING:
    from graphs.deadline import Telling
    from graphs.staff.columns import Columns
    from graphs.staff.files import Staff
    from graphs.staff.prospects import Prospects

MOST_PROBLEMS = 10


@contextmanager
def asking(output: str | None) -> Iterator[Telling]:
    """Show how far it is; Ctrl-C ends it with a word on what is kept."""
    try:
        with waiting("Asking about everybody", of="people") as progress:
            yield progress
    except KeyboardInterrupt:
        if output is None:
            raise
        click.echo(err=True)
        remark("What is done is kept; the same command goes on from there.")
        raise click.exceptions.Exit(INTERRUPTED) from None


def read_as(known: Columns) -> str:
    """Say what each column was taken for."""
    parts = [f"{field} from {heading}" for field, heading in known.fields.items()]
    if known.rated:
        parts.append(f"levels from {listed(list(known.rated.values())[:8], 'and')}")
    if "months_in_role" not in known.fields:
        parts.append("everybody taken as an established holder")
    if known.carried:
        shown = listed(list(known.carried[:8]), "and")
        more = f" and {len(known.carried) - 8} more" if len(known.carried) > 8 else ""
        parts.append(f"{shown}{more} carried along")
    return f"Read: {'; '.join(parts)}."


def tell_prospects(ladder: Ladder, table: Staff, output: str | None, work: Work, form: str) -> None:
    """Tell of everybody which roles are nearest, and of each role who is nearest to it."""
    from graphs import prospects

    with asking(output) as progress:
        found = prospects(ladder, table, out=output, progress=progress, **work.keywords())
    tell_problems(table, problems_of(found.people["problem"].to_pylist()), output)
    nearest = Counter(role for role in found.people["role_1"].to_pylist() if role is not None)
    roles = _nearest_people(found)
    if form == "json":
        plain = [
            {
                "role": role,
                "nearest_for": nearest[role],
                "nearest": [{"id": who, "months": months} for who, months in theirs],
            }
            for role, theirs in roles
        ]
        say_json({"ladder": ladder.name, "people": found.people.num_rows, "roles": plain})
    elif form == "markdown":
        from .export.people_markdown import prospects_markdown

        say(prospects_markdown(nearest, ladder))
    else:
        from .text.prospects import describe_prospects

        say(describe_prospects(found.people.num_rows, nearest, roles, ladder, look()))
    if output is not None:
        remark(f"Written: {output}")


def _nearest_people(found: Prospects) -> list[tuple[str, list[tuple[Any, int]]]]:
    return [(row["role"], _theirs(row)) for row in found.roles.to_pylist()]


def _theirs(row: Mapping[str, Any]) -> list[tuple[Any, int]]:
    places = range(1, len(row) // 2 + 1)
    pairs = [(row[f"id_{place}"], row[f"months_{place}"]) for place in places]
    return [(who, months) for who, months in pairs if months is not None]


def problems_of(column: Sequence[str | None]) -> list[tuple[int, str]]:
    """Rows that cannot be read, by place."""
    return [(place, problem) for place, problem in enumerate(column) if problem is not None]


def tell_problems(
    table: Staff, problems: Sequence[tuple[int, str]], output: str | None = None
) -> None:
    """Name the first rows that cannot be read, with what is wrong, and how many more there are."""
    for place, problem in problems[:MOST_PROBLEMS]:
        remark(f"{table.file}: {table.where(place)}: {problem}")
    if len(problems) > MOST_PROBLEMS:
        where = f"; the column problem of {output} has all" if output else ""
        remark(f"... and {len(problems) - MOST_PROBLEMS:,} more rows that cannot be read{where}")
