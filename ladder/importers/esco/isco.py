"""ISCO-08, the classification of occupations that ESCO's stand in: its skill levels."""

from __future__ import annotations

_SKILL_LEVELS = {
    "1": 4, "14": 3, "2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1,
    "01": 4, "02": 2, "03": 1,
}  # fmt: skip
"""By the beginnings of codes, as the International Labour Organization assigned them in 2008."""

HIGHEST = 4
"""Of the skill levels."""

UNIT_DIGITS = 4
"""Of the code of a unit group, the finest."""
FAMILY_DIGITS = 2
"""Of the code of a sub-major group."""


def skill_level(code: str) -> int:
    """Skill level of a unit group, from 1 (simple tasks) to 4 (a degree, mostly).

    >>> [skill_level(code) for code in ("2512", "1330", "1411", "7112", "9313", "0210")]
    [4, 4, 3, 2, 1, 2]
    """
    return _SKILL_LEVELS.get(code[:2]) or _SKILL_LEVELS.get(code[:1], 2)


def management(code: str) -> int:
    """How much the occupations of a group lead: 0 not, 1 as managers, 2 as the heads of all.

    >>> [management(code) for code in ("2512", "1330", "1120")]
    [0, 1, 2]
    """
    return 2 if code.startswith("11") else int(code.startswith("1"))
