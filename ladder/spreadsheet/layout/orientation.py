"""Whether the roles of a matrix go across or down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ladder.errors import FileProblems
from ladder.spreadsheet.grid import Cell, Grid
from ladder.wording import quoted

from .headings import Headings
from .kinds import changes, is_rank
from .names import Names

ROLE_FACTS = ("id", "track", "rank")
SKILL_FACTS = ("group", "about", "skill id")

# Words that occur in the names of jobs, and hardly ever in those of skills.
_JOBS = re.compile(
    r"\b(junior|senior|principal|lead|chief|head|director|vp|vice president|officer|manager|"
    r"engineer|analyst|developer|designer|architect|specialist|associate|assistant|consultant|"
    r"administrator|technician|scientist|graduate|trainee|apprentice|intern|staff|[a-z]\d|ii|iii|iv|"
    r"leiter(in)?|ingenieur(in)?|entwickler(in)?|berater(in)?|referent(in)?|sachbearbeiter(in)?|"
    r"chef(fe)?|responsable|ing[ée]nieure?|d[ée]veloppeu(r|se)|directeur|directrice|"
    r"gerente|jefe|jefa|director|directora|ingeniero|ingeniera|analista|t[ée]cnico)\b",
    re.IGNORECASE,
)
_GRADES = re.compile(
    r"\b(junior|jr|mid|middle|medior|senior|sr|lead|principal|staff|entry|graduate|trainee|intern|"
    r"associate|head|director|chief)\b",
    re.IGNORECASE,
)


def roles_go_across(grid: Grid, top: Names, side: Names, headings: Headings) -> tuple[bool, str]:
    """Tell whether roles go across, and by what."""
    if headings.mapping.roles:
        return headings.mapping.roles == "across", "as the mapping file says"
    rows, columns = grid.rows, grid.turned().rows
    _refuse_list(grid, rows[top.at], headings)
    above = _facts(rows[top.at][: side.data], headings) | _beyond(rows[top.at], headings)
    beside = _facts([columns[side.at][at] for at in _lines(rows, top, side)], headings)
    corner = _corner(grid, top, side, headings)
    if corner:
        # "Role" may stand before the names that go across, as "Track" does below it.
        down = corner[1] == "role" and (above & {*ROLE_FACTS} or not beside & {*ROLE_FACTS})
        return not down, f"by the heading {quoted(corner[0])}"
    for facts, across in ((above, False), (beside, True)):
        if found := facts & {*ROLE_FACTS}:
            return across, f"by the heading of the {min(found)}"
    names_above = [cell.text for cell in rows[top.at][side.data :]]
    names_beside = [cell.text for cell in columns[side.at][top.data :]]
    jobs_above, jobs_beside = _share(_JOBS, names_above), _share(_JOBS, names_beside)
    if jobs_above != jobs_beside:
        return jobs_above > jobs_beside, "by words such as senior or manager"
    if above & {*SKILL_FACTS}:
        return True, "by the column of skill groups or descriptions"
    return _by_ranks(grid, top, side, names_above, names_beside)


def is_job(name: str) -> bool:
    """Tell whether a name is that of a job, such as "Data analyst"."""
    return _JOBS.search(name) is not None


def _refuse_list(grid: Grid, head: Sequence[Cell], headings: Headings) -> None:
    if {"role", "skill"} <= _facts(head, headings) and len(head) <= 4:
        message = (
            "this looks like a list, with a row for each skill of each role; expected a matrix, "
            "with roles down and skills across, or the other way, and a level in each cell"
        )
        raise FileProblems([grid.problem(head[0], message)])


def _facts(cells: Iterable[Cell], headings: Headings) -> set[str]:
    return {meant for cell in cells if (meant := headings.meaning(cell.text))}


def _beyond(head: Sequence[Cell], headings: Headings) -> set[str]:
    """Facts about roles stand right of the skills now and then; levels never do as names."""
    return _facts(head, headings) & {*ROLE_FACTS}


def _lines(rows: Sequence[Sequence[Cell]], top: Names, side: Names) -> Iterable[int]:
    """Rows whose label counts: those of names and below, and bands above."""
    for at, row in enumerate(rows):
        if at >= top.at or changes(row[side.data :]) > 1:
            yield at


def _corner(grid: Grid, top: Names, side: Names, headings: Headings) -> tuple[str, str] | None:
    """Find what a heading says that goes down: beside the names, or by one over all of them."""
    rows = grid.rows
    for at in (top.at, *(at for at in range(top.data) if at != top.at)):
        for cell in rows[at][: side.data]:
            if meant := headings.corner(cell.text):
                return cell.text, meant
    for at in range(top.data):
        for cell in rows[at][side.data :]:
            if meant := headings.corner(cell.text):
                return cell.text, "skill" if meant == "role" else "role"
    return None


def _share(words: re.Pattern[str], names: Sequence[str]) -> float:
    named = [name for name in names if name]
    return sum(bool(words.search(name)) for name in named) / max(1, len(named))


def _by_ranks(
    grid: Grid, top: Names, side: Names, above: Sequence[str], beside: Sequence[str]
) -> tuple[bool, str]:
    """Tell by names such as L1 and Junior, or by a line of ranks beside the names."""
    graded = [_share(_GRADES, names) + _ranks(names) for names in (above, beside)]
    rows, columns = grid.rows, grid.turned().rows
    for at, lines, zone, start in ((0, rows, top, side.data), (1, columns, side, top.data)):
        graded[at] += max(
            (
                _ranks([cell.text for cell in lines[line][start:]])
                for line in range(zone.data)
                if line != zone.at and not any(cell.text for cell in lines[line][:start])
            ),
            default=0,
        )
    if graded[0] != graded[1]:
        return graded[0] > graded[1], "by their ranks"
    message = (
        "cannot tell whether the roles go across or down; say so in a mapping file, such as "
        "roles: down, or write Role over their names"
    )
    raise FileProblems([grid.problem(rows[top.at][0], message)])


def _ranks(texts: Sequence[str]) -> float:
    named = [text for text in texts if text]
    return float(bool(named) and all(is_rank(text) for text in named))
