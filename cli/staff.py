"""Questions about a table of people: how it was read, the rows that cannot be, and their skills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ladder import Ladder
from ladder.wording import quoted, some

from .errors import Refused
from .ladders import open_ladder
from .options.common import DOCUMENTS
from .output import look, remark, say, say_json, waiting

if TYPE_CHECKING:
    from graphs.staff.files import Staff
    from graphs.staff.headings.find import Columns
    from graphs.staff.summary.held import HeldSkills
    from graphs.staff.summary.roster import Roster

    from .options.picture import PictureFile

MOST_PROBLEMS = 10


def read_staff(
    ladder: Ladder, staff: str, columns: Mapping[str, str], as_of: date | None = None
) -> Staff:
    """Read a table, and say what each of its columns was taken for."""
    from graphs.staff.asking import read_table
    from graphs.staff.headings.leavers import leavers

    until = as_of or date.today()
    table, known = read_table(ladder, staff, columns, until)
    _say(_read_as(table, known, until))
    for heading, what in known.doubtful.items():
        named = what.replace('"', "")
        _say(f"Not used: the column {quoted(heading)}. If it holds {_held(what)}, say so:")
        remark(f'      --map "{named}={heading}"')
    if gone := leavers(table.rows, known.carried):
        number = len(gone.places)
        _say(
            f"{number:,} {'person seems' if number == 1 else 'people seem'} to have left, by "
            "the column "
            f"{quoted(gone.heading)} ({table.where(*gone.places)}). They are asked about like all "
            "others; take their rows out if they have."
        )
    return table


def _say(text: str) -> None:
    """Say what may be long."""
    from .text.layout import wrap

    first, *more = wrap(text, look().width - 6)
    remark("\n".join([first, *(f"      {line}" for line in more)]))


_HELD = {
    "months_in_role": "the months in the role",
    "years_in_role": "the time in the role, in years",
    "in_role_since": "the day since when they have been in the role",
    "done": "activities of the ladder that are completed",
}


def _held(what: str) -> str:
    return _HELD.get(what) or f"levels of {what}"


def _read_as(table: Staff, known: Columns, until: date) -> str:
    from graphs.staff.headings.words import FIELDS

    parts = []
    for field in filter(known.fields.get, FIELDS):
        heading = known.fields[field]
        if field == "months_in_role" and table.counted:
            dated = f", up to {until}" if table.dated else ""
            parts.append(f"months_in_role counted from {table.counted}{dated}")
        else:
            parts.append(f"{field} from {heading}")
    if "id" not in known.fields:
        parts.insert(0, "rows by their numbers, as no column is an id")
    if known.rated:
        parts.append(f"levels from {some(list(known.rated.values()))}")
    if "months_in_role" not in known.fields:
        parts.append("no months in the role, so that everybody is taken as an established holder")
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
    as_of: date | None
    jobs: int


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
    staff = read_staff(ladder, asked.staff, asked.columns, asked.as_of)
    read = roster(ladder, staff, asked.columns)
    tell_problems(staff, read.problems)
    if asked.by_person:
        _each(ladder, read, table, form)
        return
    with waiting("Asking about everybody", of="people") as progress:
        found = held_skills(
            ladder,
            read,
            to=asked.target,
            by=asked.by,
            small_groups=asked.small_groups,
            columns=asked.columns,
            jobs=asked.jobs,
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
        say_json({"format": 1, "ladder": found.ladder.name} | found.to_dict())
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
        say_json(
            {"format": 1, "ladder": ladder.name, "levels": list(ladder.levels), "people": people}
        )
    elif form == "text":
        from .text.staff.held import describe_people

        say(describe_people(ladder, rows, look()))
