"""Months in the role, counted from the day on which somebody came into it, or from years.

Whole months that have passed. Which of the first two numbers of 03/04/2024 is the day is told by
the other dates of the column, or asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from ladder.person import is_empty
from ladder.wording import quoted

_TURNED = re.compile(
    r"(?P<first>\d\d?)(?P<sign>[-/.])(?P<second>\d\d?)(?P=sign)(?P<year>\d{4}|\d\d)"
    r"(?: 0?0:00(?::00)?)?"
).fullmatch
"""A date that begins with the day or with the month."""

_FORMS = tuple(
    re.compile(form).fullmatch
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d\d?)(?:(?P=sign)(?P<day>\d\d?)(?:[T ].*)?)?",
        r"(?P<month>\d\d?)[-/.](?P<year>\d{4})",
        r"(?P<day>\d\d?)[-. ]+(?P<month>[^\W\d_]+)[-., ]+(?P<year>\d{4}|\d\d)",
        r"(?P<month>[^\W\d_]+)\.? (?P<day>\d\d?),? (?P<year>\d{4})",
        r"(?P<month>[^\W\d_]+)[-. ]+(?P<year>\d{4})",
    )
)
"""Other dates; one without a day is the first of the month."""

_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero ene",
            "feb februar february février fevrier febrero",
            "mar march mär mrz märz marz mars marzo",
            "apr april avril avr abril abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio",
            "aug august août aout agosto ago",
            "sep sept september septembre septiembre",
            "oct october okt oktober octobre octubre",
            "nov november novembre noviembre",
            "dec december dez dezember décembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}

_LONG = re.compile(
    r"(?:(?P<years>\d+(?:[.,]\d+)?)\s*(?:y|yrs?|years?|j|jahre?n?|ans?|años?)\b\.?)?"
    r"\s*(?:,|and|und|et|y)?\s*(?:(?P<months>\d+)\s*(?:m|mos?|months?|monate?n?|mois|mes(?:es)?)\b\.?)?"
).fullmatch
_BARE = re.compile(r"\d+(?:[.,]\d+)?").fullmatch


class Unclear(ValueError):
    """Dates of which nobody can tell the day from the month; such as this one."""


class Counted(NamedTuple):
    """Months in the role, row by row, and what is wrong with the others, by their places."""

    months: list[int | None]
    faults: dict[int, str]


def months_since(cells: Iterable[Any], heading: str, until: date) -> Counted:
    """Count the months that have passed since the dates in a column.

    >>> months_since(["15.03.2024", None, "soon"], "Seit", date(2026, 11, 29))
    Counted(months=[32, None, None], faults={2: 'Seit: expected a date, found "soon"'})
    >>> months_since(["03/04/2024", "05/04/2024"], "Since", date(2026, 11, 29))
    Traceback (most recent call last):
        ...
    graphs.staff.headings.tenure.Unclear: 03/04/2024
    """
    cells = list(cells)
    day_first = _day_first({one.strip() for one in cells if isinstance(one, str)})

    def months(cell: Any) -> int:
        since = _date_of(cell, until, day_first)
        if since is None:
            raise ValueError(f"expected a date, found {quoted(str(cell))}")
        if since > until:
            raise ValueError(
                f"{since} is after {until}, the day up to which the months in the role are counted"
            )
        whole = 12 * (until.year - since.year) + until.month - since.month
        return whole - (until.day < since.day)

    return _counted(cells, heading, months)


def months_of_years(cells: Iterable[Any], heading: str) -> Counted:
    """Count the whole months in years, or in a time such as ``2 years 3 months``.

    >>> months_of_years(["1,5", 2, "2 years 3 months", "8 months", "long"], "Years").months
    [18, 24, 27, 8, None]
    """

    def months(cell: Any) -> int:
        text = str(cell).strip().lower()
        if _BARE(text):
            return int(12 * Decimal(text.replace(",", ".")))
        found = _LONG(text)
        if not text or found is None:
            raise ValueError(
                f"expected years, or a time such as 2 years 3 months, found {quoted(str(cell))}"
            )
        years = Decimal((found["years"] or "0").replace(",", "."))
        return int(12 * years) + int(found["months"] or 0)

    return _counted(list(cells), heading, months)


def _counted(cells: list[Any], heading: str, months: Callable[[Any], int]) -> Counted:
    known: dict[Any, int | str] = {}

    def once(cell: Any) -> int | str:
        if cell not in known:
            try:
                known[cell] = months(cell)
            except ValueError as error:
                known[cell] = f"{heading}: {error}"
        return known[cell]

    told = [None if _says_nothing(cell) else once(cell) for cell in cells]
    return Counted(
        [one if isinstance(one, int) else None for one in told],
        {place: one for place, one in enumerate(told) if isinstance(one, str)},
    )


def _says_nothing(cell: Any) -> bool:
    return is_empty(cell) or (isinstance(cell, str) and not cell.strip())


def _day_first(texts: Iterable[str]) -> bool:
    """Whether the day comes first in dates with slashes, by those where it can only be one way.

    >>> _day_first(["03/04/2024", "03/15/2024"]), _day_first(["03/04/2024", "15/03/2024"])
    (False, True)
    """
    turned = [found for text in sorted(texts) if (found := _TURNED(text)) and found["sign"] != "."]
    days = [any(int(found[part]) > 12 for found in turned) for part in ("first", "second")]
    for found in turned:
        if days[0] == days[1] and int(found["first"]) != int(found["second"]):
            raise Unclear(found[0])
    return days[0]


def _date_of(cell: Any, until: date, day_first: bool) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()
    if found := _TURNED(text):
        parts = found["first"], found["second"]
        day, month = parts if found["sign"] == "." or day_first else parts[::-1]
    elif found := next(filter(None, (form(text) for form in _FORMS)), None):
        day, month = found.groupdict().get("day") or "1", found["month"].lower()
    else:
        return None
    number = int(month) if month.isdecimal() else _NAMES.get(month, 0)
    try:
        return date(_year(found["year"], until), number, int(day))
    except ValueError:
        return None


def _year(text: str, until: date) -> int:
    """A year in full; two figures are the last such year that has come."""
    year = int(text)
    if len(text) == 4:
        return year
    century = until.year - until.year % 100
    return century + year if century + year <= until.year else century - 100 + year
