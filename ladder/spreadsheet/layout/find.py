"""Where in a table of cells the roles, the skills and the facts about both stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ladder.errors import FileProblems, Problem
from ladder.matching import Hints, fold, to_id
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.wording import quoted, some

from .bands import ROLES, SKILLS, Bands, Beside, find_bands
from .exported import exported
from .headings import Headings
from .kinds import Kind, Kinds, is_rank
from .layout import ROLE_FACTS, Layout
from .legend import take_legend
from .names import HEADS_TRIED, Names, find_names
from .notes import Column, without_notes
from .orientation import is_job, roles_go_across
from .pairs import refuse_kinds, without_actual
from .sections import LinesOfData, Sections, find_sections, without_totals


def find_layout(grid: Grid, mapping: MatrixMapping) -> Layout:
    """Find out how a matrix is laid out, as far as the mapping does not say."""
    if not grid.rows:
        raise FileProblems([grid.locate(0, 0, "there are no cells with anything in them")])
    if plain := exported(grid, Headings(mapping)):
        _check(plain, mapping)
        return plain
    whole = grid
    grid, legend = take_legend(grid)
    if not grid.rows:
        message = "this is a legend of levels, without roles and skills"
        raise FileProblems([whole.locate(0, 0, message)])
    grid, totals = without_totals(grid)
    if not grid.rows:
        raise FileProblems([whole.locate(0, 0, "there are but totals here, no roles and skills")])
    grid, actual = without_actual(grid)
    headings, kinds = Headings(mapping), Kinds(grid, mapping)
    refuse_kinds(grid, headings)
    top = find_names(grid.rows, headings, kinds)
    side = find_names(grid.turned().rows, headings, kinds)
    across, how = roles_go_across(grid, top, side, headings)
    if across:
        grid, top, side = grid.turned(), side, top
    found = _Finder(grid, across, headings, kinds, top, side).find()
    layout = replace(found, how=how, legend=legend, ignored=[*actual, *found.ignored, *totals])
    _check(layout, mapping)
    return layout


@dataclass(slots=True)
class _Finder:
    """Tells the lines of a table apart, each role having a row."""

    grid: Grid
    across: bool
    headings: Headings
    kinds: Kinds
    top: Names
    """Rows: that of the skills' names, and the first of a role."""
    side: Names
    """Columns: that of the roles' names, and the first of a skill."""

    def find(self) -> Layout:
        rows, columns = self.grid.rows, self.grid.turned().rows
        top, side = self.top, self.side
        after_top, after_side = [*range(top.data, len(rows))], [*range(side.data, len(columns))]
        # Headings stand in the rows of the file, which are columns here if roles go across.
        if self.across:
            names = _headings(columns, side, top, self.headings)
            columns = [names if at == side.at else column for at, column in enumerate(columns)]
            rows = [list(row) for row in zip(*columns, strict=True)]
        else:
            names = _headings(rows, top, side, self.headings)
            rows = [names if at == top.at else row for at, row in enumerate(rows)]
            columns = [list(column) for column in zip(*rows, strict=True)]
        head = rows[top.at]
        self._refuse_second(rows, top.at, top.data, side.data)
        self._refuse_second(columns, side.at, side.data, top.data)
        roles = find_bands(
            Beside(columns, side.at, side.data, [*range(top.data)], after_top, ROLES, top.at),
            self.headings,
            self.kinds,
        )
        skills = find_bands(
            Beside(rows, top.at, top.data, [*range(side.data)], after_side, SKILLS, side.at),
            self.headings,
            self.kinds,
        )
        self._drop_odd_ranks(roles, columns, after_top)
        self._ask_of_numbers(roles, columns, after_top)
        places = [at for at in range(len(columns)) if at not in roles.taken and at >= side.data]
        lines = [at for at in range(len(rows)) if at not in skills.taken and at >= top.data]
        prose = self._is_prose(rows, lines, places)
        notes: list[str] = []
        if not prose:
            lines, places, notes = self._without_notes(rows, lines, places)
        lines, places, sections, left = self._sections(rows, lines, places, roles, skills, prose)
        named = {cell.text for cell in sections.section.values()}
        beside = [*roles.left, *skills.left, *notes]
        body = [_filled(rows[at], at, roles) for at in lines]
        groups = _texts(skills, rows, "group", places)
        facts = {fact: at for fact, at in roles.facts.items() if fact in ROLE_FACTS}
        if self.across:
            if not groups:
                groups = sections.section
            else:
                left += _distinct(sections.section.values())
        elif sections.section and "track" not in facts:
            head, body, facts = _with_tracks(head, body, facts, lines, sections)
        else:
            left += _distinct(sections.section.values())
        head, body, facts = _named_by_track(head, body, side.at, facts)
        return Layout(
            replace(self.grid, rows=rows),
            self.across,
            "",
            head,
            body,
            side.at,
            FrozenDict(facts),
            places,
            [*dict.fromkeys(text for text in beside if text not in named), *left],
            FrozenDict(groups),
            FrozenDict(_texts(skills, rows, "about", places)),
            prose=prose,
        )

    def _refuse_second(
        self, lines: Sequence[Sequence[Cell]], names: int, data: int, labels: int
    ) -> None:
        """Refuse a second table among the data, which begins with headings of its own."""
        head = lines[names]
        for line in lines[data:]:
            cell = next((c for c in line[:labels] if self.headings.corner(c.text)), None)
            others = zip(line, head, strict=True)
            if cell is not None and any(
                own.text and fold(own.text) != fold(one.text) for own, one in others
            ):
                message = (
                    "another table begins here; put it on a sheet or into a file of its own, or "
                    "all roles into one table"
                )
                raise FileProblems([self.grid.problem(cell, message)])

    def _drop_odd_ranks(
        self, roles: Bands, columns: Sequence[Sequence[Cell]], lines: Sequence[int]
    ) -> None:
        """Leave out a column that may have ranks, but holds no number at all, only "Senior"."""
        at = roles.facts.get("rank")
        if at is None or "rank" in self.headings.mapping.headings:
            return
        texts = [columns[at][line].text for line in lines if columns[at][line].text]
        if texts and not any(re.search(r"\d", text) or is_rank(text) for text in texts):
            del roles.facts["rank"]
            roles.left += [cell.text for cell in columns[at] if cell.text][:1]

    def _ask_of_numbers(
        self, roles: Bands, columns: Sequence[Sequence[Cell]], lines: Sequence[int]
    ) -> None:
        """Ask of a column such as Service whether its numbers are those of tracks, or levels."""
        at = roles.facts.get("track")
        if at is None or self.across or "track" in self.headings.mapping.headings:
            return
        cells = [columns[at][line] for line in lines if columns[at][line].text]
        if cells and all(
            cell.text.isdigit() and self.kinds.is_plain_level(cell.text, often=True)
            for cell in cells
        ):
            head = columns[at][self.top.at]
            message = (
                f"the numbers below {quoted(head.text)} may be tracks or levels; say that they "
                f"are tracks in a mapping file, track: {quoted(head.text)}, or, if it is a skill, "
                f"write {quoted(f'{head.text} [{to_id(head.text)}]')} there"
            )
            raise FileProblems([self.grid.problem(head, message)])

    def _is_prose(
        self, rows: Sequence[Sequence[Cell]], lines: Iterable[int], places: Sequence[int]
    ) -> bool:
        cells = [rows[line][at] for line in lines for at in places]
        prose = self.kinds.some(cells, Kind.PROSE)
        return prose > self.kinds.some(cells, Kind.LEVEL, Kind.WORDS)

    def _without_notes(
        self, rows: Sequence[Sequence[Cell]], lines: list[int], places: list[int]
    ) -> tuple[list[int], list[int], list[str]]:
        """Leave out columns of the file that hold something else than levels."""
        if self.across:
            columns = [
                Column(at, rows[at][self.side.at], [c for p in places if (c := rows[at][p]).text])
                for at in lines
            ]
            lines, left = without_notes(self.grid, columns, self.kinds)
            return lines, places, left
        columns = [
            Column(at, rows[self.top.at][at], [c for line in lines if (c := rows[line][at]).text])
            for at in places
        ]
        places, left = without_notes(self.grid, columns, self.kinds)
        return lines, places, left

    def _sections(
        self,
        rows: Sequence[Sequence[Cell]],
        lines: list[int],
        places: list[int],
        roles: Bands,
        skills: Bands,
        prose: bool,
    ) -> tuple[list[int], list[int], Sections, list[str]]:
        """Find sections along the rows of the file: of skills, if roles go across."""
        levels = (Kind.LEVEL, Kind.NOTHING, *([Kind.PROSE] if prose else []))
        if self.across:
            columns = [list(column) for column in zip(*rows, strict=True)]
            data = LinesOfData(
                [(at, columns[at]) for at in places],
                columns[self.side.at],
                self.top.at,
                [*range(self.top.data)],
                lines,
                {},
                levels,
                columns[self.side.at - 1] if self.side.at else (),
            )
            found = find_sections(data, self.headings, self.kinds)
            return lines, found.kept, found, found.left
        data = LinesOfData(
            [(at, rows[at]) for at in lines],
            rows[self.top.at],
            self.side.at,
            [*range(self.side.data)],
            places,
            roles.facts,
            levels,
            rows[self.top.at - 1] if self.top.at else (),
        )
        found = find_sections(data, self.headings, self.kinds)
        self._ask_of_jobs(found)
        return found.kept, places, found, found.left

    def _ask_of_jobs(self, found: Sections) -> None:
        """Ask of a row without levels whether its name, that of a job, is a role's or a track's."""
        names = dict.fromkeys(cell for cell in found.section.values() if is_job(cell.text))
        if names:
            raise FileProblems(
                self.grid.problem(
                    cell,
                    f"{quoted(cell.text)} has no level: write - into one of its cells if it is a "
                    "role that asks for nothing; or, to leave it out, in a mapping file, "
                    f"ignore: [{quoted(cell.text)}]",
                )
                for cell in names
            )


def _headings(
    rows: Sequence[Sequence[Cell]], top: Names, side: Names, headings: Headings
) -> list[Cell]:
    """The line of names, with headings of what stands beside it out of the lines around."""
    head = list(rows[top.at])
    around = sorted(range(top.data), key=lambda at: (abs(at - top.at), at))
    for at in range(side.data):
        if not head[at].text:
            head[at] = next(
                (
                    rows[line][at]
                    for line in around
                    if headings.meaning(rows[line][at].text) in ("role", "skill", *SKILLS)
                ),
                head[at],
            )
    return head


def _filled(row: Sequence[Cell], line: int, roles: Bands) -> list[Cell]:
    filled = list(row)
    for at, cells in roles.filled.items():
        filled[at] = cells[line]
    return filled


def _texts(
    skills: Bands, rows: Sequence[Sequence[Cell]], fact: str, places: Iterable[int]
) -> dict[int, Cell]:
    """What a line says of each skill."""
    line = skills.facts.get(fact)
    if line is None:
        return {}
    cells = skills.filled.get(line, rows[line])
    return {at: cells[at] for at in places if cells[at].text}


def _distinct(cells: Iterable[Cell]) -> list[str]:
    return list(dict.fromkeys(cell.text for cell in cells))


def _with_tracks(
    head: list[Cell],
    body: list[list[Cell]],
    facts: dict[str, int],
    lines: Sequence[int],
    sections: Sections,
) -> tuple[list[Cell], list[list[Cell]], dict[str, int]]:
    """Add a column with the section of each role as its track."""
    added = [
        [*row, sections.section.get(line, row[-1]._replace(text=""))]
        for line, row in zip(lines, body, strict=True)
    ]
    return [*head, head[-1]._replace(text="")], added, {**facts, "track": len(head)}


def _named_by_track(
    head: list[Cell], body: list[list[Cell]], name: int, facts: dict[str, int]
) -> tuple[list[Cell], list[list[Cell]], dict[str, int]]:
    """Call roles that have but a rank for a name by their tracks, too, and keep the rank."""
    at = facts.get("track")
    if at is None or not body or not all(is_rank(row[name].text) for row in body):
        return head, body, facts
    if "rank" not in facts and all(re.search(r"\d", row[name].text) for row in body):
        facts = {**facts, "rank": len(head)}
        head = [*head, head[-1]._replace(text="")]
        body = [[*row, row[name]] for row in body]
    for row in body:
        row[name] = row[name]._replace(text=f"{row[at].text} {row[name].text}".strip())
    return head, body, facts


def _check(layout: Layout, mapping: MatrixMapping) -> None:
    """Refuse what is no matrix, and a mapping that names what is not there."""
    problems = list(_absent(layout, mapping))
    used = {layout.name, *layout.facts.values()}
    unheaded = Counter(
        at
        for row in layout.body
        for at in layout.skills
        if row[at].text and not layout.head[at].text and at not in used
    )
    for at in sorted(unheaded):
        message = "there are cells here, but no heading; name the skill or leave them out"
        problems.append(layout.grid.problem(layout.head[at], message))
    if not layout.body:
        message = "there are no roles below the headings"
        problems.append(layout.grid.problem(layout.head[0], message))
    if problems:
        raise FileProblems(problems)


def _absent(layout: Layout, mapping: MatrixMapping) -> Iterator[Problem]:
    texts = [cell.text for row in layout.grid.rows[:HEADS_TRIED] for cell in row if cell.text]
    texts += [row[layout.name].text for row in layout.grid.rows]
    there, hints = {fold(text) for text in texts}, Hints()
    for key, folded in mapping.headings.items():
        if folded not in there and mapping.document is not None:
            named = mapping.document.root[key]
            heads = [cell.text for cell in layout.head if cell.text]
            what = f"no heading {quoted(named)}; there are {some([quoted(text) for text in heads])}"
            yield mapping.problem(what + hints.hint(named, heads), key)
