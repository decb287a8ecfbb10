"""The table of moves that may come with a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ladder.importers.assumptions import Assumptions
from ladder.importers.growth import ASSUMED, gate
from ladder.importers.moves import RoleLevel
from ladder.matching import Hints, fold
from ladder.model import ANY, MOST_MONTHS, Transition
from ladder.spreadsheet.words import is_anywhere, move_kind
from ladder.wording import listed, quoted

from .columns import Columns, is_note
from .faults import Faults, place
from .figures import read_months
from .roles import Roles
from .rows import Row

_BETWEEN = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves, and how many have months or a kind that is assumed."""

    transitions: tuple[Transition, ...]
    without_months: int
    without_kind: int
    notes: tuple[str, ...]
    """What stands in rows that are no moves."""


def read_moves(
    tables: Sequence[Columns],
    roles: Roles,
    levels: Sequence[RoleLevel],
    assumed: Assumptions,
    faults: Faults,
) -> Moves:
    """Read the moves; the gate of each asks for what the role behind it expects."""
    reader = _Reader(roles, {level.id: level for level in levels}, assumed, faults)
    moves: list[Transition] = []
    notes = []
    for columns in tables:
        for cells in columns.body:
            if is_note(cells):
                notes.append(next(cell.text for cell in cells if cell.text))
            else:
                moves += reader.moves(Row(columns, cells, columns.fields(cells)))
    return Moves(tuple(moves), reader.without_months, reader.without_kind, tuple(notes))


class _Reader:
    """Reads the rows, and counts what they leave out."""

    def __init__(
        self,
        roles: Roles,
        levels: Mapping[str, RoleLevel],
        assumed: Assumptions,
        faults: Faults,
    ) -> None:
        self.roles = roles
        self.levels = levels
        self.assumed = assumed
        self.faults = faults
        self.hints = Hints()
        self.without_months = self.without_kind = 0
        self.seen: dict[tuple[str, str], tuple[Row, int, str]] = {}

    def moves(self, row: Row) -> Iterator[Transition]:
        """The move of a row, unless it is wrong, or is there already."""
        sources, targets = self.ids(row, "from"), self.ids(row, "to")
        for target in targets:
            if target == ANY:
                self.fault(row, "to", "a move leads into one role, not into any")
            elif target in sources:
                self.fault(row, "to", "a move cannot lead from a role to itself")
            elif sources:
                yield from self.move(row, sources, target)

    def move(self, row: Row, sources: Sequence[str], target: str) -> Iterator[Transition]:
        kind = move_kind(row.text("kind")) or self.kind(sources, target)
        given = self.months(row)
        months = self.usual_months(kind) if given is None else given
        self.without_kind += not row.text("kind")
        self.without_months += given is None
        new = [source for source in sources if self.is_new(row, (source, target), months, kind)]
        if new:
            yield Transition(
                () if new == [ANY] else tuple(new),
                target,
                months,
                kind,
                gate(self.levels[target].profile, self.assumed.gate_below),
                confidence=ASSUMED if given is None else None,
            )

    def fault(self, row: Row, what: str, message: str) -> None:
        self.faults.add(row.columns.grid, row.cell(what), message)

    def ids(self, row: Row, what: str) -> list[str]:
        """Ids of the roles that a cell names; none where any of them is wrong."""
        if what not in row.fields:
            self.fault(row, what, "the role is missing here")
            return []
        text = row.fields[what].text
        if is_anywhere(text):
            return [ANY]
        names = [text] if fold(text) in self.roles.called else filter(None, _BETWEEN.split(text))
        found = [self.id(row, what, name) for name in names]
        return [] if None in found else list(dict.fromkeys(filter(None, found)))

    def id(self, row: Row, what: str, name: str) -> str | None:
        known = self.roles.called.get(fold(name), ())
        if len(known) == 1:
            return known[0]
        if known:
            message = f"{quoted(name)} is more than one role; write the id: {listed(known)}"
        else:
            names = [level.name for level in self.levels.values()]
            message = f"no role {quoted(name)} in the list{self.hints.hint(name, names)}"
        self.fault(row, what, message)
        return None

    def months(self, row: Row) -> int | None:
        if not row.text("months"):
            return None
        months = read_months(row.text("months"))
        if months is None:
            what = f"whole months from 0 to {MOST_MONTHS}, such as 24"
            self.fault(row, "months", f"{quoted(row.text('months'))} should be {what}")
        return months or 0

    def kind(self, sources: Sequence[str], target: str) -> str:
        """What a move is that does not say: a promotion only up the ranks of a track."""
        if ANY in sources:
            return "entry"
        to = self.levels[target]
        lower = (self.levels[source] for source in sources)
        rises = all(
            one.track == to.track and None not in (one.rank, to.rank) and one.rank < to.rank  # type: ignore[operator]
            for one in lower
        )
        return "promotion" if rises else "lateral"

    def usual_months(self, kind: str) -> int:
        assumed = self.assumed
        usual = {"promotion": assumed.tenure, "entry": assumed.entry_months}
        return usual.get(kind, assumed.side_months)

    def is_new(self, row: Row, ends: tuple[str, str], months: int, kind: str) -> bool:
        """Whether no row above has this move; one that says otherwise of it is a fault."""
        if ends not in self.seen:
            self.seen[ends] = row, months, kind
            return True
        other, *before = self.seen[ends]
        if before != [months, kind]:
            here = row.columns.grid.problem(row.cell("from"), "")
            there = other.columns.grid.problem(other.cell("from"), "")
            message = (
                f"this move is {before[1]} after {before[0]} months in {place(there, here)}, and "
                f"{kind} after {months} here; keep one of the two"
            )
            self.fault(row, "from", message)
        return False
