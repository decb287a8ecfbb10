"""``ladder skills``: the skills of a ladder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

import click

from cli.errors import NO, Refused
from cli.ladders import open_ladder
from cli.naming import searched
from cli.options.common import DOCUMENTS, ladder_option, table_format_option
from cli.options.completion import complete_role, complete_skill
from cli.options.picture import PictureFile, picture_options
from cli.options.selection import family_option, track_option
from cli.options.staff import as_of_option, cores, group_options, jobs_option, map_option
from cli.output import look, plain, remark, say, say_json
from cli.staff import People, skills_of_people
from ladder import Ladder, Skill, UnknownName, find_family, find_skill, find_track
from ladder.searching import search_skills
from ladder.wording import listed


@click.command("skills")
@click.argument("words", nargs=-1, shell_complete=complete_skill)
@picture_options(what="Draw which level of each skill is held in each role, too", tables=True)
@track_option("In the picture, the roles of this track.")
@family_option("In the picture, the tracks of this family.")
@click.option(
    "--people",
    "staff",
    metavar="STAFF",
    type=click.Path(),
    help="Which skills people hold: a table with a row for each, as for ladder people.",
)
@group_options
@click.option(
    "--to",
    "target",
    metavar="ROLE",
    shell_complete=complete_role,
    help="With --people: what they lack for the next move on the way to a role, instead of for the "
    "next promotion.",
)
@click.option(
    "--by-person", is_flag=True, help="With --people: list what each person holds, by id."
)
@map_option
@as_of_option
@jobs_option
@table_format_option
@ladder_option
def command(
    words: tuple[str, ...],
    picture: PictureFile | None,
    table: str | None,
    tracks: tuple[str, ...],
    family: str | None,
    staff: str | None,
    by: str | None,
    *,
    small_groups: bool,
    target: str | None,
    by_person: bool,
    mapped: dict[str, str],
    as_of: date | None,
    jobs: int | None,
    form: str,
) -> None:
    """List or search the skills, or show what the levels of some mean.

    The columns count the roles that expect a skill, the roles and activities that develop it, and
    the gates that ask for it. Where WORDS are a skill's name, or several names: what each level
    means, of that skill or else in general, where the ladder tells it; and which roles expect it.
    Any other WORDS list the skills that hold all of them in name, group or description.

    The picture has a column for each role; of more than 24 roles for each track, and of more than
    12 tracks for each family.

    With --people: the level of each skill that at least half of the people hold, of all and of each
    group; skills that one person alone holds; and what people lack for the next promotion out of
    their role: of several, for the one that lacks the fewest levels. The picture has a column for
    each group.

    \b
    Example:
      ladder skills roadmapping
    """
    if staff is not None:
        if words or tracks or family:
            raise Refused("--people is of all skills; leave words, --track and --family out")
        asked = People(staff, by, small_groups, target, by_person, mapped, as_of, jobs or cores())
        skills_of_people(asked, picture, table, form)
        return
    if by or small_groups or target or by_person or mapped or as_of or jobs:
        raise Refused(
            "--group-by, --small-groups, --to, --by-person, --map, --as-of and --jobs are of "
            "people; add --people"
        )
    if (tracks or family) and not picture:
        idle = [name for name, value in (("--track", tracks), ("--family", family)) if value]
        verb = "is" if len(idle) == 1 else "are"
        raise Refused(f"{listed(idle, 'and')} {verb} of the picture; add -o FILE")
    if tracks and family:
        raise Refused("--track and --family choose the same thing; leave one of them out")
    if words and picture:
        raise Refused("-o draws all skills; leave the words out")
    ladder = open_ladder()
    named = _named(ladder, words)
    skills = named or list(ladder.skills.values())
    if words and not named:
        skills = searched(ladder, words, search_skills, find_skill)
    if picture:
        from graphs import heat_map

        theme = picture.theme()
        chosen = [find_track(ladder, track).id for track in tracks]
        opened = None if family is None else find_family(ladder, family)
        width = picture.width
        drawn = heat_map(ladder, tracks=chosen, family=opened, theme=theme, width=width)
        picture.write(drawn, theme, less=("--track TRACK", "--family NAME"))
    if table or form in DOCUMENTS:
        from cli.export.tables.lists import skills_report, some_skills_report
        from cli.export.tables.writers import give_report

        report = some_skills_report(ladder, named) if named else skills_report(ladder, skills)
        give_report(report, form, table)
    if form == "json":
        say_json(_plain(ladder, skills))
    elif form == "text":
        _tell(ladder, named, skills, searching=bool(words))
    if words and not skills:
        raise click.exceptions.Exit(NO)


def _tell(
    ladder: Ladder, named: Sequence[Skill], skills: Sequence[Skill], *, searching: bool
) -> None:
    if named:
        from cli.text.skills.skill import describe_skill

        say("\n\n\n".join(describe_skill(ladder, skill, look()) for skill in named))
    elif skills or not searching:
        _list(ladder, skills)


def _named(ladder: Ladder, words: Sequence[str]) -> list[Skill]:
    """The skill that all words name together, or those that each of them names; else none."""
    for names in ([" ".join(words)], words):
        with suppress(UnknownName):
            return [find_skill(ladder, name) for name in names]
    return []


def _list(ladder: Ladder, skills: Sequence[Skill]) -> None:
    from cli.text.skills.skill import levels_in_general
    from cli.text.tables import skill_table

    say(skill_table(ladder, look(), skills))
    if len(skills) < len(ladder.skills):
        return
    if ladder.levels_about:
        say("\n" + levels_in_general(ladder, look()))
    elif ladder.levels:
        remark(f"Levels, the lowest first: {listed(ladder.levels, 'and')}.")


def _plain(ladder: Ladder, skills: Iterable[Skill]) -> dict[str, object]:
    from cli.text.tables import skill_uses

    told = [
        plain(skill, "id name about group levels") | skill_uses(ladder, skill.id)
        for skill in skills
    ]
    about = {"levels": list(ladder.levels), "levels_about": ladder.levels_about}
    return {"format": 1, "ladder": ladder.name, **about, "skills": told}
