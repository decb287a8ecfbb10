"""``ladder skills``: the skills of a ladder."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.options import format_option, ladder_option
from cli.terminal import look, remark, say, say_json
from ladder import Ladder
from ladder.wording import listed


@click.command("skills")
@format_option
@ladder_option
def command(form: str) -> None:
    """List the skills, and where each is developed and asked for.

    The columns count the roles and activities that develop a skill, and the gates that ask for it.

    \b
    Example:
      ladder skills --format json
    """
    from cli.tables import skill_table

    ladder = open_ladder()
    if form == "json":
        say_json(_plain(ladder))
        return
    say(skill_table(ladder, look()))
    if ladder.levels:
        remark(f"Levels, the lowest first: {listed(ladder.levels, 'and')}.")


def _plain(ladder: Ladder) -> dict[str, object]:
    from cli.tables import skill_uses

    skills = [
        {"id": skill.id, "name": skill.name, "about": skill.about, **skill_uses(ladder, skill.id)}
        for skill in ladder.skills.values()
    ]
    levels = list(ladder.levels)
    return {"format": 1, "ladder": ladder.name, "levels": levels, "skills": skills}
