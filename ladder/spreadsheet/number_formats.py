"""Which cells of a workbook are shown as percentages or dates, by the formats of their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

PERCENT, DATE = "percent", "date"

_BUILT_IN = {
    9: PERCENT,
    10: PERCENT,
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), DATE),
}
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
FIRST_DAY = datetime(1899, 12, 30)
"""Day 0 of a workbook; Excel takes 1900 for a leap year, so this holds from its March on."""
FIRST_DAY_1904 = datetime(1904, 1, 1)
MOST_DAYS = 2_958_465
MOST_STYLES = 70_000


def kind_of_format(code: str) -> str:
    """Tell what a format makes of a number: a percentage, a date, or nothing special.

    >>> kind_of_format("0.0%"), kind_of_format("d-mmm;@"), kind_of_format('0 "days"')
    ('percent', 'date', '')
    """
    bare = _ASIDE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "%" in bare:
        return PERCENT
    days = re.search("[dy]", bare) or ("m" in bare and not re.search("[hs]", bare))
    return DATE if days and "general" not in bare else ""


def as_shown(number: str, kind: str, first_day: datetime = FIRST_DAY) -> str:
    """Write a number as its cell shows it, dates as 2027-02-01; other numbers stay as they are.

    >>> as_shown("0.57", "percent"), as_shown("45293", "date"), as_shown("3", "")
    ('57%', '2024-01-02', '3')
    """
    try:
        value = float(number)
    except ValueError:
        return number
    if kind == PERCENT:
        return f"{100 * value:.10g}%"
    if kind == DATE and 1 <= value <= MOST_DAYS:
        return f"{first_day + timedelta(days=int(value)):%Y-%m-%d}"
    return number


@dataclass(slots=True)
class NumberFormats:
    """Takes in the part of a workbook that has its styles: the kind of number of each style."""

    kinds: list[str] = field(default_factory=list)
    own: dict[int, str] = field(default_factory=dict)
    inside: bool = False

    def read(self, parse: Callable[..., None], part: str) -> list[str]:
        """Kinds of number, by the number of the style."""
        parse(part, self.start, self.end)
        return self.kinds

    def start(self, element: str, attributes: Mapping[str, Any]) -> None:
        """Note formats, and which style has which."""
        if element == "numFmt":
            code = attributes.get("formatCode", "")
            self.own[_number(attributes.get("numFmtId"))] = kind_of_format(code)
        elif element == "cellXfs":
            self.inside = True
        elif element == "xf" and self.inside and len(self.kinds) < MOST_STYLES:
            identifier = _number(attributes.get("numFmtId"))
            self.kinds.append(self.own.get(identifier, _BUILT_IN.get(identifier, "")))

    def end(self, element: str) -> None:
        """Leave the styles of cells, after which come other ones."""
        if element == "cellXfs":
            self.inside = False


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
