"""``ladder show``: one role."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.options.common import format_option, ladder_option
from cli.options.completion import complete_role
from cli.output import look, say, say_json
from cli.text.role import describe_role
from ladder import Ladder, Role, find_role


@click.command("show")
@click.argument("role", shell_complete=complete_role)
@format_option
@ladder_option
def command(role: str, form: str) -> None:
    """Show a role: what it develops, and where it leads.

    Also when it develops what, which gates lie before it and behind it, and who gets into it.

    \b
    Example:
      ladder show spm
    """
    ladder = open_ladder()
    found = find_role(ladder, role)
    say_json(_plain(ladder, found)) if form == "json" else say(describe_role(ladder, found, look()))


def _plain(ladder: Ladder, role: Role) -> dict[str, object]:
    moves = [
        {
            "transition": place,
            "from": move.from_role,
            "to": move.to_role,
            "kind": move.kind,
            "months": move.months,
            "range": move.months_range,
            "requires": dict(move.requires),
            "source": move.source,
            "confidence": move.confidence,
        }
        for place, move in enumerate(ladder.transitions)
    ]
    return {
        "format": 1,
        "ladder": ladder.name,
        "id": role.id,
        "name": role.name,
        "aliases": list(role.aliases),
        "track": role.track,
        "rank": role.rank,
        "about": role.about,
        "develops": {skill: dict(months) for skill, months in role.develops.items()},
        "develops_ranges": {skill: dict(ends) for skill, ends in role.develops_ranges.items()},
        "source": role.source,
        "confidence": role.confidence,
        "leads_to": [move for move in moves if move["from"] == role.id],
        "reached_from": [move for move in moves if move["to"] == role.id],
    }
