"""What the headings of a matrix mean, as its mapping file says or as it is usual."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.words import WORDED, fact_meant

from .kinds import Kinds

_PARTS = re.compile(r"[/\\|×]| vs\.? | by ")


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells what headings mean."""

    mapping: MatrixMapping

    def meaning(self, text: str) -> str | None:
        """What a heading means; None where it is a name."""
        if not text:
            return None
        folded = fold(text).rstrip(":")
        if folded in self.mapping.ignore:
            return "ignore"
        for fact, name in self.mapping.headings.items():
            if folded == name:
                return fact
        meant = fact_meant(text)
        return None if meant in self.mapping.headings else meant

    def of_line(self, text: str, cells: Iterable[Cell], kinds: Kinds) -> str | None:
        """What the heading of a line means; None, too, where levels show it to be a name.

        A column may have the numbers of departments.
        """
        meant = self.meaning(text)
        cells = list(cells)
        column = len({cell.column for cell in cells}) == 1 and meant != "note"
        if meant not in WORDED or column or fold(text).rstrip(":") in self.mapping.ignore:
            return meant
        texts = [cell.text for cell in cells if cell.text]
        return None if 2 * sum(map(kinds.is_plain_level, texts)) > len(texts) else meant

    def corner(self, text: str) -> str | None:
        """What goes down, by what stands in the corner: "Skill", or "Skill / Role"."""
        meant = self.meaning(text)
        if meant in ("role", "skill"):
            return meant
        parts = [self.meaning(part.strip()) for part in _PARTS.split(text)]
        return parts[0] if sorted(map(str, parts)) == ["role", "skill"] else None
