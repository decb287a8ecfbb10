"""Where everybody in a table could go, asked and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from ladder import Ladder

from .errors import INTERRUPTED, Refused
from .options.staff import Work
from .output import look, remark, say, say_json, waiting
from .staff import tell_problems

if TYPE_CHECKING:
    from graphs.staff.files import Staff
    from graphs.staff.prospects import Prospects


def tell_prospects(ladder: Ladder, table: Staff, output: str | None, work: Work, form: str) -> None:
    """Tell of everybody which roles are nearest, and of each role who is nearest to it."""
    if form not in ("text", "json"):
        raise Refused("without --to there is text or JSON; -o writes a row for each person")
    found = _asked(ladder, table, output, work)
    problems = enumerate(found.people["problem"].to_pylist())
    tell_problems(table, [one for one in problems if one[1] is not None], output)
    nearest = Counter(role for role in found.people["role_1"].to_pylist() if role is not None)
    roles = [(row["role"], _theirs(row)) for row in found.roles.to_pylist()]
    if form == "json":
        plain = [
            {
                "role": role,
                "nearest_for": nearest[role],
                "nearest": [{"id": who, "months": months} for who, months in theirs],
            }
            for role, theirs in roles
        ]
        say_json(
            {"format": 1, "ladder": ladder.name, "people": found.people.num_rows, "roles": plain}
        )
    else:
        from .text.staff.prospects import describe_prospects

        say(describe_prospects(found.people.num_rows, nearest, roles, ladder, look()))
    if output is not None:
        remark(f"Written: {output}")


def _asked(ladder: Ladder, table: Staff, output: str | None, work: Work) -> Prospects:
    from graphs import prospects

    try:
        with waiting("Asking about everybody", of="people") as progress:
            return prospects(ladder, table, out=output, progress=progress, **work.keywords())
    except KeyboardInterrupt:
        if output is None:
            raise
        click.echo(err=True)
        remark("What is done is kept; the same command goes on from there.")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _theirs(row: Mapping[str, Any]) -> list[tuple[Any, int]]:
    """Ids and months of those who are nearest to a role."""
    places = range(1, len(row) // 2 + 1)
    pairs = [(row[f"id_{place}"], row[f"months_{place}"]) for place in places]
    return [(who, months) for who, months in pairs if months is not None]
