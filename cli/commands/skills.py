"""``ladder skills``: the skills of a ladder."""

from __future__ import annotations

import click

from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options.common import format_option, ladder_option
from cli.options.picture import PictureFile, picture_options
from cli.options.selection import family_option, track_option
from cli.output import look, plain, remark, say, say_json
from ladder import Ladder, find_family, find_track
from ladder.wording import listed


@click.command("skills")
@picture_options(what="Draw which level of each skill is held in each role, too")
@track_option("In the picture, the roles of this track.")
@family_option("In the picture, the tracks of this family.")
@format_option
@ladder_option
def command(
    picture: PictureFile | None, tracks: tuple[str, ...], family: str | None, form: str
) -> None:
    """List the skills, and where each is developed and asked for.

    The columns count the roles and activities that develop a skill, and the gates that ask for it.
    The picture has a column for each role; of more than 24 roles for each track, and of more than
    12 tracks for each family.

    \b
    Example:
      ladder skills -o skills.svg
    """
    from cli.text.tables import skill_table

    if (tracks or family) and not picture:
        idle = [name for name, value in (("--track", tracks), ("--family", family)) if value]
        verb = "is" if len(idle) == 1 else "are"
        raise Refused(f"{listed(idle, 'and')} {verb} of the picture; add -o FILE")
    if tracks and family:
        raise Refused("--track and --family choose the same thing; leave one of them out")
    ladder = open_ladder()
    if picture:
        from graphs import heat_map

        theme = picture.theme()
        chosen = [find_track(ladder, track).id for track in tracks]
        opened = None if family is None else find_family(ladder, family)
        picture.write(heat_map(ladder, tracks=chosen, family=opened, theme=theme), theme)
    if form == "json":
        say_json(_plain(ladder))
        return
    say(skill_table(ladder, look()))
    if ladder.levels:
        remark(f"Levels, the lowest first: {listed(ladder.levels, 'and')}.")


def _plain(ladder: Ladder) -> dict[str, object]:
    from cli.text.tables import skill_uses

    skills = [
        plain(skill, "id name about") | skill_uses(ladder, skill.id)
        for skill in ladder.skills.values()
    ]
    levels = list(ladder.levels)
    return {"format": 1, "ladder": ladder.name, "levels": levels, "skills": skills}
