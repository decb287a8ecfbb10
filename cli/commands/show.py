"""``ladder show``: one role."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.options.common import format_option, ladder_option
from cli.options.completion import complete_role
from cli.output import look, plain, say, say_json
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
    names = "from to kind months range requires source confidence"
    moves = [
        {"transition": place} | plain(move, names) for place, move in enumerate(ladder.transitions)
    ]
    names = "id name aliases track rank about develops develops_ranges source confidence"
    return {
        **{"format": 1, "ladder": ladder.name},
        **plain(role, names),
        "leads_to": [move for move in moves if move["from"] == role.id],
        "reached_from": [move for move in moves if move["to"] == role.id],
    }
