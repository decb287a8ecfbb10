"""The line of a table that holds the names, of roles or of skills, and the lines above its data."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell

from .headings import Headings
from .kinds import Kind, Kinds, changes, is_rank

HEADS_TRIED = 30

Lines = Sequence[Sequence[Cell]]
"""The rows of a table, or its columns."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where the names stand among the lines, and how many lines stand before the data."""

    at: int
    data: int


def find_names(lines: Lines, headings: Headings, kinds: Kinds) -> Names:
    """Find the line of names, and the first line of data after it.

    The heading of the skills or the roles, in the corner or elsewhere, shows where to look. Without
    any, the data begins where a line has a label and levels. Of the lines before, that one holds
    the names in which the most texts stand, each for itself; a line of ranks only if nothing else
    is there.
    """
    values = _values(lines, kinds)
    labelled = _labelled(lines, headings)
    data = _first_data(lines, values, labelled, headings, kinds)
    if data is None:
        at = _fullest(lines) if labelled is None else labelled
        return Names(at, at + 1)
    best = _best(lines[:data], values, headings, kinds)
    if best is None:
        best = labelled if labelled is not None else _fullest(lines)
    return Names(best, _first_section(lines, best + 1, max(data, best + 1), set(values), headings))


def _first_section(lines: Lines, start: int, end: int, held: set[int], headings: Headings) -> int:
    """Find the first line that has but a label, as a section before the first data has."""
    for at in range(start, end):
        texts = {cell.text for cell in lines[at] if cell.text}
        labels = {cell.text for place, cell in enumerate(lines[at]) if place not in held}
        if len(texts) == 1 and texts <= labels and not any(map(headings.meaning, texts)):
            return at
    return end


def _labelled(lines: Lines, headings: Headings) -> int | None:
    """Find the line in which a heading says that roles or skills stand there."""
    for at, line in enumerate(lines[:HEADS_TRIED]):
        full = sum(bool(cell.text) for cell in line)
        if any(headings.meaning(cell.text) in ("role", "skill") for cell in line[1:] or line) and (
            full > 1 or len(lines[0]) == 1
        ):
            return at
        if line and headings.corner(line[0].text) and full > 1:
            return at
    return None


def _values(lines: Lines, kinds: Kinds) -> list[int]:
    """Places along the lines at which levels stand, or sentences where hardly any level is."""
    across = list(zip(*lines, strict=True))
    levels = [kinds.some(cells, Kind.LEVEL, Kind.NOTHING) for cells in across]
    prose = [kinds.some(cells, Kind.PROSE) for cells in across]
    if sum(prose) > sum(levels):
        return [at for at, number in enumerate(prose) if number and number >= levels[at]]
    words = [kinds.some(cells, Kind.WORDS) for cells in across]
    above = min(words, default=0)  # about as many as there are lines of names and bands
    return [
        at
        for at, cells in enumerate(across)
        if levels[at] >= max(1, words[at] - above)
        and levels[at] > prose[at]
        and not _is_numbered(cells, kinds)
    ]


def _is_numbered(cells: Sequence[Cell], kinds: Kinds) -> bool:
    """Whether what looks like levels are names with numbers, or numbers of the lines."""
    found = [cell.text for cell in cells if kinds.of(cell) is Kind.LEVEL]
    digits = ["".join(c for c in text[:4] if c.isdigit()) for text in found]
    numbers = [int(text) for text in digits if text]
    return (
        len(numbers) == len(found) > 2
        and all(later == earlier + 1 for earlier, later in itertools.pairwise(numbers))
        and numbers[0] == 1
        and (len(found) > 5 or not all(text.isdigit() for text in found))
    )


def _first_data(
    lines: Lines,
    values: Sequence[int],
    labelled: int | None,
    headings: Headings,
    kinds: Kinds,
) -> int | None:
    held = set(values)
    found = Counter(kinds.of(line[place]) for line in lines for place in values)
    sentences = (Kind.PROSE,) if found[Kind.PROSE] > found[Kind.LEVEL] else ()
    for at, line in enumerate(lines):
        if labelled is not None and at <= labelled:
            continue
        labels = [cell for place, cell in enumerate(line) if place not in held and cell.text]
        cells = [line[place] for place in values]
        own = labels if labelled is None else _unlike(lines[labelled], line, held)
        if not labels or any(headings.of_line(cell.text, cells, kinds) for cell in own):
            continue
        if labelled is not None and _repeats(lines[labelled], line, held):
            continue
        levels = kinds.some(cells, Kind.LEVEL, Kind.NOTHING, *sentences)
        if labelled is not None or (levels and levels >= kinds.some(cells, Kind.WORDS)):
            return at
    return None


def _repeats(first: Sequence[Cell], line: Sequence[Cell], held: set[int]) -> bool:
    """Whether the labels are those of a line before, merged over both."""
    return not _unlike(first, line, held)


def _unlike(first: Sequence[Cell], line: Sequence[Cell], held: set[int]) -> list[Cell]:
    """Labels of a line, but for such as are those of a line before, merged over both."""
    return [
        other
        for place, (one, other) in enumerate(zip(first, line, strict=True))
        if place not in held and other.text and fold(one.text) != fold(other.text)
    ]


def _best(lines: Lines, values: Sequence[int], headings: Headings, kinds: Kinds) -> int | None:
    scored = list(_scored(lines, values, headings, kinds))
    free = [one for one in scored if not one[2]] or scored
    if not free:
        return None
    if 2 * max(one[1] for one in free) <= max(one[1] for one in scored):
        free = scored
    most = max(changed for _, changed, _, _ in free)
    names = [one for one in free if not one[3]]
    if names and 2 * max(changed for _, changed, _, _ in names) >= most:
        free = names
    return max(free, key=lambda one: (one[1], one[0]))[0]


def _scored(
    lines: Lines, values: Sequence[int], headings: Headings, kinds: Kinds
) -> Iterator[tuple[int, int, bool, bool]]:
    """Each line with how many names it may hold, and whether it is one of facts or of ranks."""
    first = min(values, default=0)
    for at, line in enumerate(lines):
        cells = [line[place] for place in values]
        texts = [cell for cell in cells if cell.text]
        if not texts or kinds.some(texts, Kind.PROSE) * 2 > len(texts):
            continue
        labels = [cell.text for cell in line[:first] if cell.text]
        meanings = {headings.meaning(text) for text in labels}
        facts = len(meanings) == 1 and not meanings & {None, "role", "skill"}
        ranks = all(is_rank(cell.text) for cell in texts)
        named = [cell for cell in cells if headings.meaning(cell.text) is None]
        yield at, changes(named), facts, ranks


def _fullest(lines: Lines) -> int:
    """Find the first line that is full enough, without anything twice."""
    tried = lines[:HEADS_TRIED]
    fullest = max(sum(bool(cell.text) for cell in line) for line in tried)
    for at, line in enumerate(tried):
        texts = [cell.text for cell in line if cell.text]
        if 2 * len(texts) >= fullest and len(texts) == len(set(texts)):
            return at
    return 0
