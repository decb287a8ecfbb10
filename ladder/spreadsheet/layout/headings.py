"""What the headings of a matrix mean, as its mapping file says or as it is usual."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ladder.matching import fold
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.matrix import fact_meant

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
        meant = fact_meant(text.rstrip(" :"))
        return None if meant in self.mapping.headings else meant

    def corner(self, text: str) -> str | None:
        """What goes down, by what stands in the corner: "Skill", or "Skill / Role"."""
        meant = self.meaning(text)
        if meant in ("role", "skill"):
            return meant
        parts = [self.meaning(part.strip()) for part in _PARTS.split(text)]
        return parts[0] if sorted(map(str, parts)) == ["role", "skill"] else None
