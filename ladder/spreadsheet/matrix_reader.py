"""From the cells of a table to the matrix that they hold, or everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ladder.errors import FileProblems, Problem
from ladder.files.text import odd_characters
from ladder.importers.lanes import title_in_track, titles_told
from ladder.importers.moves import MOST_ROLES, MOST_SKILLS
from ladder.matching import Hints, fold, is_id, to_id, unique_ids
from ladder.model import NO_TEXTS, FrozenDict
from ladder.wording import quoted

from .grid import Cell, Grid
from .layout.layout import Layout
from .layout.legend import Legend, joined
from .layout.sentences import Sentences, read_sentences
from .layout.several import find_whole_layout
from .mapping import MatrixMapping
from .matrix import Matrix, MatrixRole, SkillTexts, read_heading
from .scale import LevelTexts, Scale, level_faults, level_texts, read_scale

MOST_PROBLEMS = 200

_RANK = re.compile(r"(?:[^\W\d]+\.?\s*)?(-?\d{1,6})").fullmatch


@dataclass(frozen=True, slots=True)
class ReadMatrix:
    """A matrix, and how it was read."""

    matrix: Matrix
    layout: Layout
    scale: Scale
    cells: Mapping[tuple[str, str], Cell]
    """The cell of each role and skill, by their ids."""
    remarks: tuple[str, ...] = ()
    """What a reader may not expect, in sentences."""
    order: str | None = None
    """How roles without ranks stand, where that is known."""


def read_matrix(grid: Grid, mapping: MatrixMapping, legends: Iterable[Legend] = ()) -> ReadMatrix:
    """Read a matrix; legends that stand elsewhere say what its levels are."""
    return read_layout(find_whole_layout(grid, mapping), mapping, legends)


def read_layout(
    layout: Layout, mapping: MatrixMapping, legends: Iterable[Legend] = ()
) -> ReadMatrix:
    """Read a matrix of which it is known where all stands."""
    legend = joined([layout.legend, *legends])
    layout = replace(layout, legend=legend)
    if layout.prose and not mapping.levels:
        read = read_sentences(layout, mapping.order)
        return _Reader(layout, read.scale, read).read()
    cells = [row[at] for row in layout.body for at in layout.skills]
    return _Reader(layout, read_scale(layout.grid, cells, with_legend(mapping, legend))).read()


def with_legend(mapping: MatrixMapping, legend: Legend) -> MatrixMapping:
    """Let the levels be those of the legend, if the mapping file says nothing of them."""
    if not legend.entries or mapping.levels or mapping.bands:
        return mapping
    return replace(
        mapping,
        levels=legend.levels,
        names=FrozenDict({**legend.codes, **mapping.names}),
        empty=(*mapping.empty, *legend.nothing),
    )


@dataclass(slots=True)
class _Reader:
    """Reads roles, skills and levels, and keeps every problem met."""

    layout: Layout
    scale: Scale
    sentences: Sentences | None = None
    """What cells that hold sentences mean."""
    problems: list[Problem] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)
    titled: list[str] = field(default_factory=list)
    """Roles that are called by their tracks, too."""

    def read(self) -> ReadMatrix:
        layout = self.layout
        for row in layout.grid.rows:
            for cell in row:
                for _, message in odd_characters(cell.text):
                    self.fault(cell, message)
        if len(layout.skills) > MOST_SKILLS:
            message = f"the matrix has {len(layout.skills):,} skills, more than {MOST_SKILLS:,}"
            raise FileProblems([layout.grid.problem(layout.head[layout.skills[0]], message)])
        skills = self.named([layout.head[at] for at in layout.skills], "skill")
        rows = [row for row in layout.body if self.has_name(row)]
        if not rows and not self.problems:
            self.fault(layout.head[layout.name], "no row below the headings has the name of a role")
        if len(rows) > MOST_ROLES:
            message = f"the matrix has {len(rows):,} roles, more than {MOST_ROLES:,}"
            raise FileProblems([layout.grid.problem(rows[MOST_ROLES][layout.name], message)])
        tracks = self.named_once([self.fact(row, "track") for row in rows])
        ids = self.role_ids(rows, tracks)
        roles, cells = [], {}
        for row, (role, name) in zip(rows, ids, strict=True):
            profile = {}
            for at, (skill, _) in zip(layout.skills, skills, strict=True):
                cells[role, skill] = row[at]
                if (level := self.level(row[at])) > 0:
                    profile[skill] = level
            track = self.fact(row, "track")
            roles.append(
                MatrixRole(
                    role,
                    name,
                    tracks[track.text][0] if track and track.text else None,
                    self.rank(self.fact(row, "rank")),
                    FrozenDict(sorted(profile.items())),
                )
            )
        self.problems += level_faults(layout.grid, self.scale, self.unread, Hints())
        if self.problems:
            shown = sorted(self.problems)[:MOST_PROBLEMS]
            if more := len(self.problems) - len(shown):
                last = shown[-1]
                shown[-1] = type(last)(
                    last.file, last.line, last.column, f"{last.message}; and {more:,} faults more"
                )
            raise FileProblems(shown)
        said = self.level_texts(skills)
        matrix = Matrix(
            self.scale.levels,
            FrozenDict(dict(skills)),
            FrozenDict(dict(tracks.values())),
            tuple(roles),
            FrozenDict(self.skill_texts(skills, said.of)),
            self.levels_about(),
        )
        order = self.sentences.order if self.sentences else None
        remarks = (*titles_told(self.titled), *said.remarks)
        return ReadMatrix(matrix, layout, self.scale, cells, remarks, order)

    def level_texts(self, skills: list[tuple[str, str]]) -> LevelTexts:
        """What the cells say of the levels of each skill."""
        named = [(at, skill) for at, (skill, _) in zip(self.layout.skills, skills, strict=True)]
        if self.sentences is not None:
            return LevelTexts({skill: self.sentences.texts[at] for at, skill in named})
        cells = ((skill, row[at].text) for row in self.layout.body for at, skill in named)
        return level_texts(self.scale, cells)

    def skill_texts(
        self, skills: list[tuple[str, str]], levels: Mapping[str, Mapping[int, str]]
    ) -> dict[str, SkillTexts]:
        """What is said of the skills beside their names."""
        groups, abouts = self.layout.groups, self.layout.abouts
        return {
            skill: SkillTexts(
                groups[at].text if at in groups else None,
                abouts[at].text if at in abouts else None,
                levels.get(skill, NO_TEXTS),
            )
            for at, (skill, _) in zip(self.layout.skills, skills, strict=True)
            if at in groups or at in abouts or levels.get(skill)
        }

    def levels_about(self) -> Mapping[int, str]:
        """What the legend says of the levels, by their numbers in this scale."""
        numbers = {self.scale.meant(entry.name): entry.text for entry in self.layout.legend.entries}
        return FrozenDict({at: text for at, text in numbers.items() if at and text})

    def fault(self, cell: Cell, message: str) -> None:
        self.problems.append(self.layout.grid.problem(cell, message))

    def fact(self, row: list[Cell], fact: str) -> Cell | None:
        at = self.layout.facts.get(fact)
        return None if at is None else row[at]

    def has_name(self, row: list[Cell]) -> bool:
        """Whether a row is a role's; one without a name that holds anything else is a fault."""
        cell = row[self.layout.name]
        if not cell.text and any(row[at].text for at in self.layout.skills):
            self.fault(cell, "a role's name is missing here, beside levels")
        return bool(cell.text)

    def named(self, cells: list[Cell], what: str) -> list[tuple[str, str]]:
        """Read ids and names, each of them once."""
        read = [read_heading(cell.text) for cell in cells]
        made = unique_ids(name for name, given in read if given is None and to_id(name))
        seen = set()
        named = []
        for cell, (name, given) in zip(cells, read, strict=True):
            identifier = given or made.get(name, "")
            alike = given or (fold(name), to_id(name))
            if not identifier:
                self.fault(cell, f"{quoted(name)} names no {what}: it has no letter or digit")
            elif identifier in seen or alike in seen:
                self.fault(cell, f"a second {what} {quoted(cell.text)}; each may be there once")
            seen |= {identifier, alike}
            named.append((identifier, name))
        return named

    def named_once(self, cells: list[Cell | None]) -> dict[str, tuple[str, str]]:
        """Read the ids and names of what several rows may share, by the text of the cells."""
        distinct: dict[str, Cell] = {}
        for cell in cells:
            if cell and cell.text:
                distinct.setdefault(cell.text, cell)
        alike = {text: (fold(text), to_id(text)) for text in distinct}
        spelt: dict[object, str] = {}
        for text, key in alike.items():
            spelt.setdefault(key, text)
        named = self.named([distinct[text] for text in spelt.values()], "track")
        known = dict(zip(spelt, named, strict=True))
        return {text: known[key] for text, key in alike.items()}

    def role_ids(
        self, rows: list[list[Cell]], tracks: Mapping[str, tuple[str, str]]
    ) -> list[tuple[str, str]]:
        """Read the ids and names of the roles; an id of its own counts before the name.

        Where roles of several tracks have the same title, the track stands in the id before it.
        """
        names = [row[self.layout.name] for row in rows]
        if "id" not in self.layout.facts:
            return self.named(self.titles(rows, tracks), "role")
        ids, first = [], set()
        for row, name in zip(rows, names, strict=True):
            cell = row[self.layout.facts["id"]]
            own = cell.text if is_id(cell.text) else to_id(cell.text)
            if not own:
                such = f", such as {good}" if (good := to_id(name.text)) else ""
                message = f'the id {quoted(cell.text)} must be lower-case words joined by "-"{such}'
                self.fault(cell, message)
            elif own in first:
                self.fault(cell, f"a second role with the id {quoted(cell.text)}")
            first.add(own)
            ids.append((own, read_heading(name.text)[0]))
        return ids

    def titles(self, rows: list[list[Cell]], tracks: Mapping[str, tuple[str, str]]) -> list[Cell]:
        """Cells with the names of the roles; with the track, too, where several have a title."""
        cells = [row[self.layout.name] for row in rows]
        where = [
            tracks[cell.text] if (cell := self.fact(row, "track")) and cell.text else None
            for row in rows
        ]
        held: dict[str, set[tuple[str, str] | None]] = {}
        for cell, track in zip(cells, where, strict=True):
            held.setdefault(to_id(cell.text), set()).add(track)
        plain = {title for title, among in held.items() if len(among) == 1}
        titled = []
        for cell, track in zip(cells, where, strict=True):
            title = to_id(cell.text)
            if title in plain or track is None or read_heading(cell.text)[1]:
                titled.append(cell)
                continue
            key, name = track
            taken = f"{key}-{title}"
            while taken in plain:
                taken += "-2"
            self.titled.append(title_in_track(" ".join(cell.text.split()), name))
            titled.append(cell._replace(text=f"{self.titled[-1]} [{taken}]"))
        return titled

    def level(self, cell: Cell) -> int:
        if self.sentences is not None:
            return self.sentences.levels[cell.row, cell.column]
        level = self.scale.read(cell.text)
        if level is None:
            self.unread.append(cell)
        return level or 0

    def rank(self, cell: Cell | None) -> int | None:
        if cell is None or not cell.text:
            return None
        if found := _RANK(cell.text):
            return int(found[1])
        self.fault(
            cell,
            f"{quoted(cell.text)} should be a rank, a whole number such as 3 or L3; or list the "
            "heading under ignore in a mapping file",
        )
        return None
