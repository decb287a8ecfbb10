"""The table of courses and other ways to learn that may come with a list."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.matching import Hints, fold, to_id, unique_ids
from ladder.model import MOST_MONTHS, Activity, FrozenDict, Skill
from ladder.spreadsheet.scale import Scale
from ladder.wording import quoted, some

from .columns import Columns, is_note
from .faults import Faults, place
from .figures import read_cost, read_months
from .rows import Row

_ADDRESS = re.compile(r"https?://\S+").fullmatch

ONCE = ("months", "cost", "kind", "url", "about")
"""What can be said of an activity only once."""


@dataclass(frozen=True, slots=True)
class Activities:
    """The ways to learn, and the currency of their costs."""

    activities: tuple[Activity, ...]
    currency: str | None
    notes: tuple[str, ...]
    """What stands in rows that are no activities."""
    remarks: tuple[str, ...]


def read_activities(
    tables: Sequence[Columns],
    skills: Mapping[str, Skill],
    scale: Scale,
    taken: Container[str],
    faults: Faults,
) -> Activities:
    """Read the ways to learn; ``taken`` are ids that are others' already."""
    reader = _Reader(skills, scale, faults)
    by_name: dict[str, list[Row]] = {}
    notes = []
    for columns in tables:
        for cells in columns.body:
            row = Row(columns, cells, columns.fields(cells))
            if is_note(cells):
                notes.append(next(cell.text for cell in cells if cell.text))
            elif to_id(row.text("name")):
                by_name.setdefault(fold(row.text("name")), []).append(row)
            else:
                faults.add(columns.grid, row.cell("name"), "the name is missing in this row")
    ids = _ids([rows[0].text("name") for rows in by_name.values()], taken)
    made = [reader.activity(ids[rows[0].text("name")], rows) for rows in by_name.values()]
    return Activities(
        tuple(activity for activity in made if activity.develops),
        reader.currency(),
        tuple(notes),
        tuple(reader.remarks()),
    )


def _ids(names: Iterable[str], taken: Container[str]) -> dict[str, str]:
    """Give each name an id, which no other activity has."""
    ids = unique_ids(names)
    used = set(ids.values())
    for name, identifier in ids.items():
        number = 1
        while ids[name] in taken:
            number += 1
            if (other := f"{identifier}-{number}") not in used:
                ids[name] = other
    return ids


class _Reader:
    """Reads activities of one row or of several, one for each skill."""

    def __init__(self, skills: Mapping[str, Skill], scale: Scale, faults: Faults) -> None:
        self.skills = {fold(skill.name): skill for skill in skills.values()}
        self.scale = scale
        self.faults = faults
        self.hints = Hints()
        self.currencies: dict[str, Row] = {}
        self.useless: list[str] = []

    def activity(self, identifier: str, rows: Sequence[Row]) -> Activity:
        for what in ONCE:
            self.same(rows, what)
        first = {what: next((row for row in rows if row.text(what)), rows[0]) for what in ONCE}
        about = first["about"].fields.get("about")
        return Activity(
            identifier,
            rows[0].text("name"),
            self.months(first["months"]),
            first["kind"].text("kind") or "course",
            self.cost(first["cost"]),
            develops=FrozenDict(self.develops(rows)),
            about=about.text if about else None,
            url=self.url(first["url"]),
        )

    def fault(self, row: Row, what: str, message: str) -> None:
        self.faults.add(row.columns.grid, row.cell(what), message)

    def same(self, rows: Sequence[Row], what: str) -> None:
        """Refuse an activity of which two rows say two things."""
        said = [row for row in rows if row.text(what)]
        for row in said[1:]:
            if row.text(what) != said[0].text(what):
                here = row.columns.grid.problem(row.cell(what), "")
                there = said[0].columns.grid.problem(said[0].cell(what), "")
                self.fault(
                    row,
                    what,
                    f"the {what} of {quoted(row.text('name'))} is {quoted(row.text(what))} here, "
                    f"but {quoted(said[0].text(what))} in {place(there, here)}",
                )
                return

    def months(self, row: Row) -> int:
        months = read_months(row.text("months"))
        if not months:
            found = quoted(row.text("months")) if row.text("months") else "an empty cell"
            expected = f"whole months from 1 to {MOST_MONTHS}, such as 2"
            self.fault(row, "months", f"expected {expected}, found {found}")
        return months or 1

    def cost(self, row: Row) -> int | float:
        if not row.text("cost"):
            return 0
        found = read_cost(row.text("cost"))
        if found is None:
            message = f"{quoted(row.text('cost'))} should be a number, such as 500"
            self.fault(row, "cost", message)
            return 0
        cost, currency = found
        if currency:
            other = self.currencies.setdefault(currency, row)
            if len(self.currencies) > 1 and other is row:
                first = next(iter(self.currencies))
                message = f"a cost in {currency}, others being in {first}; give all in one currency"
                self.fault(row, "cost", message)
        return cost

    def url(self, row: Row) -> str | None:
        text = row.text("url")
        if text and not _ADDRESS(text):
            self.fault(row, "url", f"{quoted(text)} should be an address that begins with https://")
        return text or None

    def currency(self) -> str | None:
        return next(iter(self.currencies), None)

    def develops(self, rows: Iterable[Row]) -> dict[str, int]:
        gained: dict[str, int] = {}
        for row in rows:
            skill = self.skill(row)
            level = self.level(row) if skill else 0
            if skill and level:
                gained[skill.id] = max(level, gained.get(skill.id, 0))
        return gained

    def skill(self, row: Row) -> Skill | None:
        name = row.text("skill")
        skill = self.skills.get(fold(name))
        if not name:
            self.fault(row, "skill", "the skill that this develops is missing")
        elif skill is None:
            names = [known.name for known in self.skills.values()]
            if hint := self.hints.hint(name, names):
                self.fault(row, "skill", f"no role of the list expects {quoted(name)}{hint}")
            else:
                self.useless.append(f"{quoted(name)} by {quoted(row.text('name'))}")
        return skill

    def level(self, row: Row) -> int:
        if "level" not in row.columns.at:
            if len(self.scale.levels) > 1:
                head = row.columns.head[row.columns.at["skill"]]
                message = "there is no column with the level that is reached; add one, headed Level"
                self.faults.add(row.columns.grid, head, message)
            return 1
        level = self.scale.read(row.text("level"))
        if level is None:
            self.fault(row, "level", self.scale.fault(row.text("level"), self.hints))
        elif not level:
            self.fault(row, "level", "the level that is reached is missing")
        return level or 0

    def remarks(self) -> Iterable[str]:
        if self.useless:
            yield f"Left out, as no role expects it: {some(self.useless)}."
