"""What stands beside the names: tracks, ranks, groups, descriptions; headed, or by their looks.

A band is a line beside the line of names: its texts may go on over blank cells, or be merged over
several names.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell

from .headings import Headings
from .kinds import Kind, Kinds, changes, is_rank

_TITLE = re.compile(
    r"\b(matrix|framework|skills?|competenc\w+|version|draft|owner|ladder|career|template|20\d\d)\b",
    re.IGNORECASE,
)
ROLES = {"role": "role", "id": "id", "track": "track", "group": "track", "rank": "rank",
         "shown": "shown"}  # fmt: skip
SKILLS = {"skill": "skill", "group": "group", "track": "group", "about": "about"}


@dataclass(slots=True)
class Bands:
    """The lines beside the names: which fact each holds, and which say nothing of use."""

    facts: dict[str, int] = field(default_factory=dict)
    filled: dict[int, list[Cell]] = field(default_factory=dict)
    """Lines whose texts go on, filled."""
    left: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """All lines that hold neither names nor levels."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines beside the line of names of one kind of thing."""

    lines: Sequence[Sequence[Cell]]
    at: int
    """The line of names."""
    data: int
    """The first line of levels, if nothing else stands among them."""
    labels: Sequence[int]
    """Places along the lines that come before the names."""
    values: Sequence[int]
    """Places of the names along the lines."""
    meanings: Mapping[str, str]
    """From what headings mean to the facts that these things have."""
    head: int = -1
    """The place among the labels where headings stand, rather than what is above the table."""

    def own_labels(self, line: Sequence[Cell]) -> list[Cell]:
        """Labels of a line, but for such as are those of the line of names, merged over both."""
        names = self.lines[self.at]
        return [line[at] for at in self.labels if line[at].text and line[at].text != names[at].text]


def find_bands(beside: Beside, headings: Headings, kinds: Kinds) -> Bands:
    """Tell what each line beside the names holds."""
    found = Bands(taken={beside.at})
    unlabelled: list[int] = []
    for at, line in enumerate(beside.lines):
        if at == beside.at:
            continue
        meant = _meaning(at, beside, headings, kinds)
        if meant is not None and meant in beside.meanings:
            _take(found, beside.meanings[meant], at, line, beside, headings)
        elif meant is not None:
            found.taken.add(at)
            found.left += _labelled(line, beside, headings)
        elif at < beside.data:
            unlabelled.append(at)
    for at in reversed(unlabelled):
        _take_unlabelled(found, at, beside, kinds)
    return found


def _meaning(at: int, beside: Beside, headings: Headings, kinds: Kinds) -> str | None:
    line = beside.lines[at]
    values = [line[at] for at in beside.values]
    labels = beside.own_labels(line)
    if at >= beside.data and len({cell.text for cell in labels}) > 1:
        return None  # a name within a group, whatever that is called
    told = {cell.text for cell in labels}
    if at >= beside.data and _is_row(line) and {cell.text for cell in values} <= {"", *told}:
        labels = [cell for cell in labels if headings.meaning(cell.text) not in beside.meanings]
    # "Owner:" above a table says nothing of the column below, whose own heading is "Cluster".
    for cell in sorted(labels, key=lambda cell: cell not in line[beside.head : beside.head + 1]):
        if meant := headings.of_line(cell.text, values, kinds):
            return meant
    return None


def _is_row(line: Sequence[Cell]) -> bool:
    """Whether a line is a row of the file.

    A row with but a label, merged over it all or not, names a section, even "Team".
    """
    return line[0].row == line[-1].row


def _take(
    found: Bands, fact: str, at: int, line: Sequence[Cell], beside: Beside, headings: Headings
) -> None:
    found.taken.add(at)
    if fact in found.facts or fact in ("role", "skill"):
        found.left += _labelled(line, beside, headings)
        return
    found.facts[fact] = at
    if fact == "group" or (fact == "track" and _goes_on(line, beside)):
        found.filled[at] = _continued(line, beside)


def _labelled(line: Sequence[Cell], beside: Beside, headings: Headings) -> list[str]:
    """The heading by which it is known what a line holds."""
    return [cell.text for cell in beside.own_labels(line) if headings.meaning(cell.text)][:1]


def _named(line: Iterable[Cell]) -> list[str]:
    return [text for cell in line if (text := cell.text)][:1]


def _goes_on(line: Sequence[Cell], beside: Beside) -> bool:
    """Whether blank cells mean the same as before: a text stands only where it changes."""
    texts = [fold(line[at].text) for at in beside.values]
    if not texts or not texts[0]:
        return False
    again = any(one == other != "" for one, other in itertools.pairwise(texts))
    return not again and texts.count("") >= len(texts) - texts.count("")


def _continued(line: Sequence[Cell], beside: Beside) -> list[Cell]:
    filled = list(line)
    before: Cell | None = None
    first, last = min(beside.values, default=0), max(beside.values, default=-1)
    for at in range(first, last + 1):
        if line[at].text:
            before = line[at]
        elif before is not None:
            filled[at] = line[at]._replace(text=before.text)
    return filled


def _take_unlabelled(found: Bands, at: int, beside: Beside, kinds: Kinds) -> None:
    """Tell by its looks what a line without a heading holds, if it is no title."""
    line = beside.lines[at]
    found.taken.add(at)
    cells = [line[place] for place in beside.values if line[place].text]
    fact = _looks(line, cells, beside, kinds)
    if fact is None or fact in found.facts:
        found.left += _named(line)
        return
    found.facts[fact] = at
    if fact in ("track", "group"):
        found.filled[at] = _continued(line, beside)


def _looks(line: Sequence[Cell], cells: Sequence[Cell], beside: Beside, kinds: Kinds) -> str | None:
    roles = "rank" in beside.meanings
    if not cells or _is_title(line, cells, beside):
        return None
    if 2 * kinds.some(cells, Kind.PROSE) > len(cells):
        return None if roles or beside.own_labels(line) else "about"
    if all(is_rank(cell.text) for cell in cells):
        counted = [cell.text for cell in cells] == [str(n) for n in range(1, len(cells) + 1)]
        return "rank" if roles and not (counted and len(cells) > 6) else None
    names = [beside.lines[beside.at][place] for place in beside.values]
    begins = bool(line[min(beside.values)].text) if beside.values else False
    spans = changes([line[place] for place in beside.values]) < changes(names)
    if begins and roles:
        return "track" if spans else None
    return "group" if begins and (spans or beside.lines.index(line) < beside.at) else None


def _is_title(line: Sequence[Cell], cells: Sequence[Cell], beside: Beside) -> bool:
    """Whether a single text stands there, which says what the table is, or is merged over it."""
    labels = beside.own_labels(line)
    if len({cell.text for cell in [*labels, *cells]}) > 1:
        return bool(labels) and len({cell.text for cell in cells}) < 2
    text = cells[0].text
    return (
        bool(labels)
        or not line[min(beside.values)].text
        or len(text.split()) > 3
        or bool(_TITLE.search(text))
    )
