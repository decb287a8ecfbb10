"""How a list was read, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ladder.importers.growth import Grown
from ladder.importers.moves import RoleLevel
from ladder.spreadsheet.words import LIST
from ladder.wording import counted, listed, quoted, short, some

from .activities import Activities
from .columns import Columns
from .contents import Listed
from .moves import Moves
from .tables import Tables

HOW_TO_RANK = (
    "give each its place in a column Rank, here or in a table of roles, 1 being the lowest, or add "
    "a table of moves: from, to, months, kind; or say in a mapping file that they stand in order: "
    "order: rising"
)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a list and the tables beside it."""

    grown: Grown
    moves: Moves | None
    activities: Activities


def reading_told(tables: Tables, contents: Listed, made: Made) -> str:
    """Say how the tables were read, and what was left out, in one line."""
    return " ".join([*tables.remarks, *_reading(tables, contents, made)])


def _reading(tables: Tables, contents: Listed, made: Made) -> Iterator[str]:
    lists = tables.known[LIST]
    columns = listed([_columns_told(one) for one in lists[:1]], "and")
    names = [f"{number} {short(name)}" for number, name in enumerate(contents.scale.levels, 1)]
    by_legend = tables.legend.entries and contents.scale.levels == tables.legend.levels
    how = "as the legend says" if by_legend else contents.scale.how
    yield (
        f"Read as a list with {counted(contents.rows, 'row')}: {columns}. Levels, {how}: "
        f"{some(names)}."
    )
    if made.moves is not None:
        yield from _moves_told(made.moves)
    if made.activities.activities:
        number = len(made.activities.activities)
        yield f"{counted(number, 'way')} to learn given, beside which practice is assumed."
    yield from contents.remarks
    if bare := [short(level.name) for level in contents.levels if not level.profile]:
        yield f"Roles of which no skill is expected: {some(bare)}."
    yield from made.activities.remarks
    if left := list(_left_out(tables, contents, made)):
        yield f"Left out: {'; '.join(left)}."


def _columns_told(columns: Columns) -> str:
    """What each column was taken for, where its heading says something else."""
    told = []
    for what, at in sorted(columns.at.items(), key=lambda item: item[1]):
        text = columns.head[at].text
        if what != "weight":
            told.append(what if what == text.lower() else f"{what} ({short(text)})")
    return listed(told, "and")


def _moves_told(moves: Moves) -> Iterator[str]:
    yield f"{counted(len(moves.transitions), 'move')} given, and no others made."
    for number, what in ((moves.without_months, "months"), (moves.without_kind, "a kind")):
        if number:
            yield f"{counted(number, 'move')} without {what} got what is usual."


def _left_out(tables: Tables, contents: Listed, made: Made) -> Iterator[str]:
    headings = dict.fromkeys(
        text for several in tables.known.values() for one in several for text in one.ignored
    )
    if headings:
        yield f"the columns {some([quoted(text) for text in headings])}"
    if contents.optional:
        yield f"{counted(contents.optional, 'row')} with a skill that is not required"
    notes = [text for several in tables.known.values() for one in several for text in one.above]
    notes += [*contents.notes, *(made.moves.notes if made.moves else ()), *made.activities.notes]
    if notes:
        around = [quoted(note) for note in dict.fromkeys(notes)]
        yield f"what stands around the table, {some(around)}"
    if tables.unread:
        yield f"the tables {some([quoted(name) for name in tables.unread])}"


def order_told(levels: Sequence[RoleLevel], made: Made) -> str:
    """Say which roles are promoted, or how to say it."""
    if made.moves is not None:
        return "Moves are those of the table, and no others."
    unranked = [level.name for level in levels if level.rank is None]
    promoted = any(move.kind == "promotion" for move in made.grown.transitions)
    if unranked and not promoted:
        return f"The roles have no ranks, so that none is promoted; {HOW_TO_RANK}."
    if not promoted:
        return "No role has a rank above that of another in its track, so that none is promoted."
    where = " of its track" if any(level.track for level in levels) else ""
    told = f"Each role is promoted to the next rank{where}"
    if unranked and len(unranked) < len(levels):
        told += f", but for {some([*map(short, unranked)])}, without one; {HOW_TO_RANK}"
    return f"{told}."
