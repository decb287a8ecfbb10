"""``ladder show``: one role."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.naming import settled
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
    """Show a role: what it expects and develops, and where it leads.

    With what each expected level means: of the skill, in short, as ladder skills NAME tells it
    whole, or else in general, where the ladder tells it. And when the role develops what; which
    gates lie before it and behind it; and who gets into it.

    \b
    Example:
      ladder show spm
    """
    ladder = open_ladder()
    found = find_role(ladder, settled(ladder, [(find_role, role)])[find_role, role])
    say_json(_plain(ladder, found)) if form == "json" else say(describe_role(ladder, found, look()))


def _plain(ladder: Ladder, role: Role) -> dict[str, object]:
    names = "from to kind months range requires source confidence"
    moves = [
        (move, {"transition": place} | plain(move, names))
        for place, move in enumerate(ladder.transitions)
    ]
    names = "id name aliases track rank about url expects develops develops_ranges"
    return {
        **{"format": 1, "ladder": ladder.name},
        **plain(role, f"{names} source confidence"),
        "expects_about": _texts(ladder, role),
        "levels_about": ladder.levels_about,
        "leads_to": [told for move, told in moves if role.id in ladder.sources(move)],
        "reached_from": [told for move, told in moves if move.to_role == role.id],
    }


def _texts(ladder: Ladder, role: Role) -> dict[str, str]:
    """What each expected level means, by skill id, where there is a text."""
    return {
        skill: text
        for skill, level in role.expects.items()
        if (text := ladder.skills[skill].levels.get(level))
    }
