"""How a matrix was read, in sentences: where all stands in it, and what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from ladder.spreadsheet.grid import Cell, CellProblem, Grid, column_letters
from ladder.spreadsheet.layout.orientation import is_job
from ladder.spreadsheet.matrix_reader import ReadMatrix
from ladder.wording import counted, listed, quoted, short, some

MOST_LEFT_OUT = 12


def reading_told(read: ReadMatrix) -> list[str]:
    """Say what a table was taken for, then what of it was left out."""
    remarks = [read.layout.parts] if read.layout.parts else []
    remarks += [
        f"Roles go {'across' if read.layout.across else 'down'} ({read.layout.how}){_facts(read)}: "
        f"{_roles(read)}; {_skills(read)}. {_levels(read)}",
        *read.scale.remarks,
        *read.remarks,
    ]
    if hidden := read.layout.grid.hidden:
        remarks.append(f"Hidden in the sheet, but read: {some(hidden)}.")
    if empty := _without_levels(read):
        remarks.append(f"Without any level: {empty}.")
    if read.layout.ignored:
        left = some([quoted(text) for text in dict.fromkeys(read.layout.ignored)], MOST_LEFT_OUT)
        remarks.append(f"Left out: {left}.")
    return remarks


def _facts(read: ReadMatrix) -> str:
    facts = [fact for fact in ("id", "track", "rank") if fact in read.layout.facts]
    return f", with their {listed(facts, 'and')}" if facts else ""


def _roles(read: ReadMatrix) -> str:
    layout, matrix = read.layout, read.matrix
    names = [row[layout.name] for row in layout.body if row[layout.name].text]
    tracks = _in(list(matrix.tracks.values()), "track") if matrix.tracks else ""
    where = _where(layout.grid, names[0], row=layout.across)
    doubtful = not {*layout.facts} & {"track", "rank"} and not any(is_job(n.text) for n in names)
    shown = f" ({some([short(role.name) for role in matrix.roles])})" if doubtful else ""
    return f"{counted(len(matrix.roles), 'role')} in {where}{shown}{tracks}"


def _skills(read: ReadMatrix) -> str:
    layout, matrix = read.layout, read.matrix
    if not layout.skills:
        return "no skills"
    groups = list(dict.fromkeys(said.group for said in matrix.texts.values() if said.group))
    where = _where(layout.grid, layout.head[layout.skills[0]], row=not layout.across)
    among = _in(groups, "group") if groups else ""
    return f"{counted(len(matrix.skills), 'skill')} in {where}{among}"


def _levels(read: ReadMatrix) -> str:
    by_legend = read.layout.legend.entries and read.scale.levels == read.layout.legend.levels
    how = "as the legend says" if by_legend else read.scale.how
    names = [f"{at} {short(level)}" for at, level in enumerate(read.matrix.levels, start=1)]
    return f"Levels, {how}: {some(names) or 'none'}; an empty cell asks for nothing."


def _in(names: Sequence[str], what: str) -> str:
    shown = [short(name) for name in names]
    return f", in {counted(len(shown), what)} ({some(shown)})"


def _where(grid: Grid, cell: Cell, *, row: bool) -> str:
    """The row or the column in which a cell stands, as the person finds it."""
    problem = grid.problem(cell, "")
    if not isinstance(problem, CellProblem):
        return f"line {problem.line}" if row else f"column {cell.column + 1}"
    return f"row {problem.line}" if row else f"column {column_letters(cell.column)}"


def _without_levels(read: ReadMatrix) -> str:
    """Roles that ask for nothing, and skills that nobody asks for."""
    matrix = read.matrix
    asked = {skill for role in matrix.roles for skill in role.profile}
    roles = [quoted(role.name) for role in matrix.roles if not role.profile]
    skills = [quoted(name) for skill, name in matrix.skills.items() if skill not in asked]
    parts = []
    for names, what in ((roles, "role"), (skills, "skill")):
        if names:
            parts.append(f"the {what}{'' if len(names) == 1 else 's'} {some(names)}")
    return " and ".join(parts)
