"""Questions about a table of people: how it was read, the rows that cannot be, and their skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ladder import Ladder
from ladder.wording import listed, quoted, some

from .errors import Refused
from .ladders import open_ladder
from .options.common import DOCUMENTS
from .output import look, remark, say, say_json, waiting

if TYPE_CHECKING:
    from graphs.staff.columns import Columns
    from graphs.staff.files import Staff
    from graphs.staff.summary.held import HeldSkills
    from graphs.staff.summary.roster import Roster

    from .options.picture import PictureFile

MOST_PROBLEMS = 10


def read_staff(ladder: Ladder, staff: str, columns: Mapping[str, str]) -> Staff:
    """Read a table, and say what each of its columns was taken for."""
    from graphs.staff.columns import columns_of
    from graphs.staff.files import read_people

    table = read_people(staff, columns)
    known = columns_of(ladder, table.rows.column_names, columns)
    remark(_read_as(known))
    for heading, what in known.doubtful.items():
        told = what.replace('"', "")
        remark(
            f"Not used: the column {quoted(heading)}. If it holds {_held(what)}: "
            f'--map "{told}={heading}"'
        )
    return table


def _held(what: str) -> str:
    return "the months in the role" if what == "months_in_role" else f"levels of {what}"


def _read_as(known: Columns) -> str:
    parts = [f"{field} from {heading}" for field, heading in known.fields.items()]
    if known.rated:
        parts.append(f"levels from {listed(list(known.rated.values())[:8], 'and')}")
    if "months_in_role" not in known.fields:
        parts.append("everybody taken as an established holder")
    if known.carried:
        parts.append(f"carried along: {some(known.carried)}")
    return f"Read: {'; '.join(parts)}."


def tell_problems(
    table: Staff, problems: Sequence[tuple[int, str]], output: str | None = None
) -> None:
    """Say what is wrong with rows that cannot be read, once each, and where; of much, the first."""
    alike: dict[str, list[int]] = {}
    for place, problem in problems:
        alike.setdefault(problem, []).append(place)
    for problem, places in list(alike.items())[:MOST_PROBLEMS]:
        remark(f"{table.file}: {table.where(*places)}: {problem}")
    if left := sum(map(len, list(alike.values())[MOST_PROBLEMS:])):
        where = f"; the column problem of {output} has all" if output else ""
        rows = "row that cannot" if left == 1 else "rows that cannot"
        remark(f"... and {left:,} more {rows} be read{where}")


class People(NamedTuple):
    """Whose skills are asked for."""

    staff: str
    by: str | None
    small_groups: bool
    target: str | None
    by_person: bool
    columns: Mapping[str, str]


def skills_of_people(
    asked: People, picture: PictureFile | None, table: str | None, form: str
) -> None:
    """Tell which skills people hold: together and by group, or each of them."""
    from graphs.staff.summary.held import held_skills
    from graphs.staff.summary.roster import roster

    if asked.by_person and (asked.by or asked.target or asked.small_groups or picture):
        raise Refused(
            "--by-person lists who holds what, without groups; leave --group-by, --small-groups, "
            "--to and pictures out"
        )
    ladder = open_ladder()
    staff = read_staff(ladder, asked.staff, asked.columns)
    read = roster(ladder, staff, asked.columns)
    tell_problems(staff, read.problems)
    if asked.by_person:
        _each(ladder, read, table, form)
        return
    with waiting("Asking about everybody") as progress:
        found = held_skills(
            ladder,
            read,
            to=asked.target,
            by=asked.by,
            small_groups=asked.small_groups,
            columns=asked.columns,
            progress=progress,
        )
    _together(found, picture, table, form)


def _together(found: HeldSkills, picture: PictureFile | None, table: str | None, form: str) -> None:
    if picture is not None:
        from graphs.drawing.pictures.heat_map import staff_map

        theme = picture.theme()
        picture.write(staff_map(found, theme=theme, width=picture.width), theme)
    if table or form in DOCUMENTS:
        from .export.tables.people import held_document, held_report
        from .export.tables.writers import give_report
        from .marked import is_markdown

        if table:
            give_report((held_document if is_markdown(table) else held_report)(found), "", table)
        give_report((held_document if form == "markdown" else held_report)(found), form)
    if form == "json":
        say_json({"ladder": found.ladder.name} | found.to_dict())
    elif form == "text":
        from .text.staff.held import describe_held

        say(describe_held(found, look()))


def _each(ladder: Ladder, read: Roster, table: str | None, form: str) -> None:
    """List what each person holds, by id."""
    from graphs.staff.summary.held import levels_held

    levels = levels_held(ladder, read)
    rows = [(read.ids[place], levels[place]) for place in read.read]
    if table or form in DOCUMENTS:
        from .export.tables.people import levels_report
        from .export.tables.writers import give_report

        give_report(levels_report(ladder, rows), form, table)
    if form == "json":
        people = [{"id": who, "skills": dict(held)} for who, held in rows]
        say_json({"ladder": ladder.name, "levels": list(ladder.levels), "people": people})
    elif form == "text":
        from .text.staff.held import describe_people

        say(describe_people(ladder, rows, look()))
