"""Legends: what stands for which level, and what each level means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.scales import SCALES, known_words, plain
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.scale.find import find_scale

from .kinds import is_sentence

_TITLE = re.compile(
    r"(legend|key|scale|levels?|ratings?|proficiency|(skill|proficiency|rating|competency) "
    r"(levels?|scale)|legende|skala|stufen?|niveaus?|l[ée]gende|[ée]chelle|niveaux|leyenda|escala|"
    r"niveles)( (key|legend|definitions?))?\s*:?",
    re.IGNORECASE,
).fullmatch
_HEADING = re.compile(
    r"(what (it|this) means|in practice|level|number|no\.?|name|label|meaning|description|"
    r"definition|code|score|rating|stufe|"
    r"bedeutung|beschreibung|niveau|description|nivel|significado|descripci[oó]n)\s*:?",
    re.IGNORECASE,
).fullmatch
_SIGN = r"\d{1,3}\s*%|\d{1,2}\s*/\s*\d{1,2}|\d{1,3}|[IVX]{1,4}|[A-Za-z]"
_BEFORE = r"(?:(?:level|stufe|niveau|nivel|l)\s*(?=\d))?"
_ENTRY = re.compile(
    rf"{_BEFORE}({_SIGN}|[^\w\s]{{1,6}})\s*[=:–—)-]\s*(\S.*)",
    re.DOTALL | re.IGNORECASE,
).fullmatch
_CODE = re.compile(
    rf"(?:level|stufe|niveau|nivel|l)?\s*(\d{{1,2}})|({_SIGN}|[★☆●○◔◑◕■□]{{1,6}})", re.IGNORECASE
).fullmatch
_NAME_AND_TEXT = re.compile(r"(.{1,40}?)\s*(?:[:=;]|\s[–—-])\s+(\S.*)", re.DOTALL).fullmatch
_SEVERAL = re.compile(
    rf"\s*[;,|\n]\s*(?={_BEFORE}(?:{_SIGN}|[^\w\s]{{1,6}})\s*[=:–—-])|\s+(?=\d{{1,2}}\s*=)",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(\d{1,2})\s+([^\W\d].*)", re.DOTALL).fullmatch
_SEVERAL_PLAIN = re.compile(r"\s*[;,|/\n]\s*(?=\d{1,2}\s)")
_START = re.compile(r"\s*(?:[^\W\d]+\s*)?(?:legend|key|scale|levels?|legende|skala)\s*:\s*", re.I)
_KNOWN = [{fold(word) for word in scale} for scale in SCALES]
_WORDS = frozenset().union(*_KNOWN)
LONGEST_NAME = 40
LONGEST_LEGEND = 2_000
"""Characters of a cell; what is longer is no legend."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a legend."""

    code: str
    """What stands in the cells for the level, as far as that is not its name."""
    name: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Legend:
    """Levels with their names and texts, the lowest first."""

    entries: tuple[Entry, ...] = ()
    nothing: tuple[str, ...] = ()
    """What means that nothing is asked for: the code and the name of level 0."""

    @property
    def levels(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(entry.name for entry in self.entries)

    @property
    def codes(self) -> Mapping[str, str]:
        """From what stands in the cells to the name of the level."""
        return FrozenDict({entry.code: entry.name for entry in self.entries if entry.code})

    @property
    def texts(self) -> Mapping[int, str]:
        """What the levels mean, by number."""
        return FrozenDict(
            {at: entry.text for at, entry in enumerate(self.entries, start=1) if entry.text}
        )


NO_LEGEND = Legend()


@dataclass(slots=True)
class _Found:
    """Cells that make a legend."""

    entries: list[Entry] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


def take_legend(grid: Grid) -> tuple[Grid, Legend]:
    """Take the legend out of a table, wherever it stands below, above or beside the rest."""
    found = _find(grid)
    if found is None or (legend := _ordered(found.entries)) is None:
        return grid, NO_LEGEND
    taken = {(cell.row, cell.column) for cell in found.cells}
    rows = [
        [cell._replace(text="") if (cell.row, cell.column) in taken else cell for cell in row]
        for row in grid.rows
    ]
    kept = [at for at in range(len(rows[0])) if any(row[at].text for row in rows)]
    left = [[row[at] for at in kept] for row in rows if any(cell.text for cell in row)]
    return replace(grid, rows=left), legend


def _find(grid: Grid) -> _Found | None:
    """Find the longest run of lines that read as entries, one a row."""
    if not grid.rows:
        return None
    best: _Found | None = None
    for start in _starts(grid.rows):
        for found in _runs(grid, start):
            if best is None or len(found.entries) > len(best.entries):
                best = found
    return best


def _starts(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Columns in which a row begins, or that stand apart from those before."""
    first = {next((at for at, cell in enumerate(row) if cell.text), 0) for row in rows}
    apart = {at for at in range(1, len(rows[0])) if rows[0][at].column - rows[0][at - 1].column > 1}
    return sorted(first | apart)


def _runs(grid: Grid, start: int) -> Iterator[_Found]:
    """Go through runs of entries whose first cell stands in a column."""
    rows = grid.rows
    at = 0
    while at < len(rows):
        found = _Found()
        title = at
        while at < len(rows) and (entries := _entries(rows[at], start)):
            found.entries += entries
            found.cells += [cell for cell in rows[at][start:] if cell.text]
            at += 1
        if len(found.entries) > 1 and _is_legend(found, rows, title, start):
            _take_titles(found, rows, title, start)
            yield found
        at = max(at, title + 1)


def _entries(row: Sequence[Cell], start: int) -> list[Entry]:
    """Read the entries of a row, if nothing else stands in it from a column on."""
    if not 0 < len(row[start].text) <= LONGEST_LEGEND or not _is_apart(row, start):
        return []
    texts = [cell.text for cell in row[start:] if cell.text]
    if len(set(texts)) == 1:  # alone, or merged over several cells
        return _in_one(texts[0])
    return _side_by_side(texts) or _in_columns(texts)


def _in_columns(texts: Sequence[str]) -> list[Entry]:
    """Read a code, or a name, with what it means in the next cells."""
    if len(texts) > 3 or all(_TITLE(text) or _HEADING(text) for text in texts):
        return []
    code, *words = texts
    if (found := _CODE(code)) and _is_words(words[0]):
        name, text = (words[0], words[1]) if len(words) > 1 else _name_and_text(words[0])
        return [Entry(found[1] or found[2], name, text)]
    known = fold(words[0]) in _WORDS
    if len(words) == 1 and _is_words(words[0]) and not known and len(code) <= LONGEST_NAME:
        return [Entry("", code, words[0])]
    return []


def _in_one(text: str) -> list[Entry]:
    """Read a text that holds one entry or several; below a title, a number alone begins one.

    >>> [entry.name for entry in _in_one("1=Basic 2=Good")]
    ['Basic', 'Good']
    >>> [entry.name for entry in _in_one("Levels: 1 Basic, 2 Good")]
    ['Basic', 'Good']
    """
    rest = _START.sub("", text, count=1)
    read = [_entry(part) for part in _SEVERAL.split(rest)]
    if not all(read) and rest != text:
        plain = [_PLAIN(part.strip()) for part in _SEVERAL_PLAIN.split(rest)]
        read = [Entry(found[1], *_name_and_text(found[2])) if found else None for found in plain]
    return [entry for entry in read if entry] if all(read) else []


def _side_by_side(texts: Sequence[str]) -> list[Entry]:
    """Read cells that hold an entry each, behind a title or without: "1 = Basic", "2 = Good"."""
    parts = texts[1:] if _TITLE(texts[0]) else texts
    read = [_entry(part) for part in parts if "=" in part]
    whole = len(read) == len(parts) > 1 and all(read)
    return [entry for entry in read if entry] if whole else []


def _is_apart(row: Sequence[Cell], start: int) -> bool:
    """Whether nothing stands before in the row, or a blank column between."""
    gap = start > 0 and row[start].column - row[start - 1].column > 1
    return gap or not any(cell.text for cell in row[:start])


def _is_words(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def _entry(text: str) -> Entry | None:
    if found := _ENTRY(text.strip()):
        return Entry(found[1], *_name_and_text(found[2].strip()))
    return None


def _name_and_text(text: str) -> tuple[str, str | None]:
    """Take apart "awareness: knows of it".

    >>> _name_and_text("awareness: knows of it"), _name_and_text("awareness")
    (('awareness', 'knows of it'), ('awareness', None))
    """
    if found := _NAME_AND_TEXT(text):
        return found[1].strip(), found[2].strip()
    return ("", text) if is_sentence(text) else (text, None)


def _is_legend(found: _Found, rows: Sequence[Sequence[Cell]], first: int, start: int) -> bool:
    """Whether codes rise one by one, or the names are of a usual scale, or a title says so."""
    codes = [entry.code for entry in found.entries]
    numbers = [int(code) for code in codes if code.isdigit()]
    if len(numbers) == len(codes):
        rising = numbers == sorted(set(numbers)) or numbers == sorted(set(numbers), reverse=True)
        return rising and _is_spaced(found, rows, first, start)
    names = {fold(entry.name) for entry in found.entries}
    usual = any(len(names) > 1 and names <= scale for scale in _KNOWN)
    if all(codes):
        spaced = _is_spaced(found, rows, first, start)
        ordered = usual or _places(codes) is not None or _as_they_stand(found.entries) is not None
        return len(set(codes)) == len(codes) and spaced and ordered
    return not any(codes) and usual and all(entry.text for entry in found.entries)


def _is_spaced(found: _Found, rows: Sequence[Sequence[Cell]], first: int, start: int) -> bool:
    """Whether it stands in one column, below or behind a title, or apart from all else."""
    single = len({cell.column for cell in found.cells}) == 1
    behind = _TITLE(rows[first][start].text) is not None
    return single or behind or _titled(rows, first, start) or _apart(rows, first, start)


def _titled(rows: Sequence[Sequence[Cell]], first: int, start: int) -> bool:
    """Whether the row above, from the column on, is the title or the headings of a legend."""
    if not first:
        return False
    above = [cell.text for cell in rows[first - 1][start:] if cell.text]
    return 2 * sum(bool(_TITLE(text) or _HEADING(text)) for text in above) >= max(1, len(above))


def _apart(rows: Sequence[Sequence[Cell]], first: int, start: int) -> bool:
    """Whether a blank row stands between it and what is above, and nothing beside it."""
    if not first:
        return True
    gap = rows[first][start].row - rows[first - 1][start].row > 1
    return gap and not any(cell.text for cell in rows[first][:start])


def _take_titles(found: _Found, rows: Sequence[Sequence[Cell]], first: int, start: int) -> None:
    """Take in the title and the headings above."""
    while first and _titled(rows, first, start):
        first -= 1
        found.cells += [cell for cell in rows[first][start:] if cell.text]


def _places(codes: Sequence[str]) -> Mapping[str, int] | None:
    """What signs such as stars or Roman numerals stand for, from 0; None where that is not plain.

    >>> _places(["●○○○", "●●○○"]), _places(["IV", "I"]), _places(["B", "G"])
    ({'●○○○': 1, '●●○○': 2}, {'IV': 4, 'I': 1}, None)
    """
    scale = find_scale(codes)
    if isinstance(scale, str):
        return None
    places = {code: scale.read(code) for code in codes}
    known = {code: place for code, place in places.items() if place is not None}
    return known if len(set(known.values())) == len(codes) else None


def _as_they_stand(entries: Sequence[Entry]) -> list[Entry] | None:
    """The entries from the lowest, where the words of usual scales among them show which end is.

    >>> entries = [Entry(name[0], name, None) for name in ("Expert", "Versed", "Basic")]
    >>> [entry.name for entry in _as_they_stand(entries)]
    ['Basic', 'Versed', 'Expert']
    """
    known = [entry.name for entry in entries if plain(entry.name) in known_words()]
    scale = find_scale(known)
    if len(known) < 2 or isinstance(scale, str):
        return None
    places = [scale.read(name) or 0 for name in known]
    rising = sorted(set(places))
    if places == rising:
        return [*entries]
    return [*reversed(entries)] if places == rising[::-1] else None


def _ordered(entries: Sequence[Entry]) -> Legend | None:
    """Put the entries in the order of the levels, without level 0; None where none is plain."""
    nothing = {"0"}
    if all(entry.code.isdigit() for entry in entries):
        named = [replace(one, name=one.name or f"level {one.code}") for one in entries]
        ordered = sorted(named, key=lambda entry: int(entry.code))
    elif all(entry.code for entry in entries) and (signs := _places([e.code for e in entries])):
        ordered = sorted(entries, key=lambda entry: signs[entry.code])
        nothing = {code for code, place in signs.items() if place == 0}
    else:
        usual = next(
            (s for s in SCALES if {fold(e.name) for e in entries} <= set(map(fold, s))), ()
        )
        places = {fold(name): place for place, name in enumerate(usual)}
        if places:
            ordered = sorted(entries, key=lambda entry: places[fold(entry.name)])
        elif standing := _as_they_stand(entries):
            ordered = standing
        else:
            return None
    zero = [entry for entry in ordered if entry.code in nothing]
    kept = tuple(entry for entry in ordered if entry.code not in nothing)
    if not kept or len({fold(entry.name) for entry in kept}) < len(kept):
        return None
    return Legend(kept, tuple(text for entry in zero for text in (entry.code, entry.name)))


def legend_of(grid: Grid) -> Legend:
    """Read a table that holds a legend and nothing else of rows and columns; else there is none."""
    rest, legend = take_legend(grid)
    taken = sum(bool(cell.text) for row in grid.rows for cell in row)
    left = sum(bool(cell.text) for row in rest.rows for cell in row)
    return legend if 2 * left <= taken else NO_LEGEND


def joined(legends: Iterable[Legend]) -> Legend:
    """The first legend, with the texts that others have for the same levels."""
    first, *others = [legend for legend in legends if legend.entries] or [NO_LEGEND]
    texts: dict[str, str] = {}
    for legend in others:
        if same_levels(first, legend):
            for entry in legend.entries:
                if entry.text:
                    texts.setdefault(fold(entry.name), entry.text)
    entries = [
        replace(entry, text=entry.text or texts.get(fold(entry.name))) for entry in first.entries
    ]
    return replace(first, entries=tuple(entries))


def same_levels(one: Legend, other: Legend) -> bool:
    """Whether two legends are of the same levels."""
    return [*map(fold, one.levels)] == [*map(fold, other.levels)]
