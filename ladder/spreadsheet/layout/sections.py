"""Lines between the data: sections, which name a group or a track, totals, and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid

from .headings import Headings
from .kinds import Kind, Kinds, is_sentence
from .names import HEADS_TRIED

_TOTAL = re.compile(
    r"(©|\(c\)|copyright|last (updated|changed|reviewed)|page \d).*|"
    r"((grand |sub-?|weighted |overall )?(total|sum|average|avg|mean|median|maximum|minimum|count|"
    r"score)( (of )?(points|score|level|levels|skills))?|summe|gesamt|durchschnitt|mittelwert|"
    r"moyenne|somme|promedio|suma|ø.*|headcount|fte|(number|count|share) of (skills|competencies|"
    r"levels|roles|staff|employees|people|gaps)|(highest|lowest|mean) levels?|%.*|"
    r"anzahl (der )?(kompetenzen|skills|fähigkeiten|stufen|rollen|mitarbeitende[rn]?))\s*:?",
    re.IGNORECASE | re.DOTALL,
).fullmatch
_FOOTER = re.compile(
    r"(updated( on)?|version|owner|author|date|stand|source|quelle|prepared by|approved by|status|"
    r"checked by|released by|signed( by)?|erstellt( von| am)?|geprüft( von)?|freigegeben( von)?|"
    r"genehmigt( von)?|datum|unterschrift)"
    r"\s*:?",
    re.IGNORECASE,
).fullmatch


def is_total(text: str) -> bool:
    """Tell the label of a total, or what stands below any table.

    >>> is_total("Average:"), is_total("© 2027 Example Ltd"), is_total("Averages")
    (True, True, False)
    """
    return _TOTAL(text) is not None


def without_totals(grid: Grid) -> tuple[Grid, list[str]]:
    """Take out rows of totals, averages and the like; say what they are called."""
    kept, left = [], []
    for row in grid.rows:
        label = next((cell.text for cell in row if cell.text), "")
        if is_total(label):
            left.append(label)
        else:
            kept.append(row)
    return replace(grid, rows=kept), left


def without_faulty_totals(grid: Grid) -> Grid:
    """Forget faults in rows and columns of totals, whose values nobody needs."""
    rows = {
        row[0].row + 1
        for row in grid.rows
        if is_total(next((cell.text for cell in row if cell.text), ""))
    }
    columns = {
        cell.column + 1 for row in grid.rows[:HEADS_TRIED] for cell in row if is_total(cell.text)
    }
    left = [one for one in grid.faults if one.line not in rows and one.column not in columns]
    return replace(grid, faults=tuple(left))


@dataclass(slots=True)
class Sections:
    """Which lines hold data, in which section each, and what is left out."""

    kept: list[int] = field(default_factory=list)
    section: dict[int, Cell] = field(default_factory=dict)
    """Of a line that stands below the name of a section."""
    left: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LinesOfData:
    """Lines of a table below the names, and where the parts of each stand."""

    lines: Sequence[tuple[int, Sequence[Cell]]]
    head: Sequence[Cell]
    name: int
    labels: Sequence[int]
    """Places of the names and of what stands beside them."""
    values: Sequence[int]
    """Places of the levels."""
    named: Mapping[str, int]
    """Places of facts that only a line of data has, such as an id."""
    levels: Sequence[Kind]
    """What its levels look like."""
    above: Sequence[Cell] = ()
    """The line above the names, which is a section's where the headings stand in each section."""


def find_sections(data: LinesOfData, headings: Headings, kinds: Kinds) -> Sections:
    """Tell lines of data from sections and footers."""
    found = Sections()
    last = max((at for at, line in data.lines if _has_levels(line, data, kinds)), default=-1)
    section = opening = _first_section(data)
    waiting: Cell | None = None
    for at, line in data.lines:
        texts = [cell for cell in line if cell.text]
        if not texts or _is_head(line, data):
            continue
        if _names_again(line, data):
            waiting = line[data.name]
            continue
        label = _label(line, data).text
        values = [line[at] for at in data.values]
        footer = at > last and _FOOTER(texts[0].text) is not None
        if footer or headings.of_line(line[data.name].text or label, values, kinds) in (
            "ignore",
            "note",
        ):
            found.left.append(label)
        elif _is_data(line, data) and (at <= last or _is_full(line, data)):
            section, waiting = waiting or section, None
            found.kept.append(at)
            if section is not None:
                found.section[at] = section
        elif at > last or is_sentence(label):
            found.left.append(texts[0].text)
        elif len(data.values) == 1 and not _is_merged(line, data) and line[data.name].text:
            found.kept.append(at)  # a blank cell beside it may be all that it has
            if section is not None:
                found.section[at] = section
        elif data.name in data.values or line[data.name].text or _is_merged(line, data):
            if waiting is not None:
                found.left.append(waiting.text)
            waiting = line[data.name] if line[data.name].text else texts[0]
    if (
        opening
        and opening in data.above
        and {cell.text for cell in found.section.values()} == {opening.text}
    ):
        found.section.clear()  # the title of each page
        found.left.append(opening.text)
    return found


def _names_again(line: Sequence[Cell], data: LinesOfData) -> bool:
    """Whether the names stand here once more, behind that of a section."""
    own = [line[at] for at in data.values]
    heads = [data.head[at] for at in data.values]
    whole = all(bool(cell.text) == bool(head.text) for cell, head in zip(own, heads, strict=True))
    return whole and bool(line[data.name].text) and _repeats(own, heads)


def _repeats(line: Iterable[Cell], head: Iterable[Cell]) -> bool:
    """Whether several texts are there, and each is that of the headings; most differ at once."""
    again = 0
    for cell, there in zip(line, head, strict=True):
        if cell.text:
            if fold(cell.text) != fold(there.text):
                return False
            again += 1
    return again > 1


def _first_section(data: LinesOfData) -> Cell | None:
    if data.head[data.name].text and any(
        _names_again(line, data) and not _is_head(line, data) for _, line in data.lines
    ):
        return data.head[data.name]
    texts = [cell for cell in data.above if cell.text]
    repeated = any(_is_head(line, data) for _, line in data.lines)
    return texts[0] if repeated and len({cell.text for cell in texts}) == 1 else None


def _label(line: Sequence[Cell], data: LinesOfData) -> Cell:
    return next((line[at] for at in data.labels if line[at].text), line[data.name])


def _is_head(line: Sequence[Cell], data: LinesOfData) -> bool:
    """Whether the headings stand here once more."""
    return _repeats(line, data.head)


def _has_levels(line: Sequence[Cell], data: LinesOfData, kinds: Kinds) -> bool:
    filled = sum(bool(line[at].text) for at in data.values)
    alone = filled == 1 < len(data.values)
    if _is_merged(line, data) or (alone and _FOOTER(_label(line, data).text)):
        return False
    return bool(kinds.some((line[at] for at in data.values), *data.levels))


def _is_data(line: Sequence[Cell], data: LinesOfData) -> bool:
    """Whether a line has anything but a name, and that not merged over all."""
    if _is_merged(line, data):
        return False
    return any(line[at].text for at in data.values) or any(
        line[at].text for at in data.named.values() if at != data.name
    )


def _is_merged(line: Sequence[Cell], data: LinesOfData) -> bool:
    """Whether a single text fills a line, its label included."""
    texts = {cell.text for cell in line if cell.text}
    filled = sum(bool(line[at].text) for at in data.values)
    return len(texts) == 1 and filled > 1 and any(line[at].text for at in data.labels)


def _is_full(line: Sequence[Cell], data: LinesOfData) -> bool:
    """Whether a line below all levels may still be one of data, rather than "Prepared by: HR"."""
    filled = sum(bool(line[at].text) for at in data.values)
    facts = any(line[at].text for at in data.named.values() if at != data.name)
    return bool(line[data.name].text) and (facts or filled > 1 or len(data.values) == 1)
