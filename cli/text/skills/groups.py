"""Skills by the groups that they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from cli.output import Glyphs
from cli.text.words import count, levels, side_by_side
from ladder import Ladder

OTHERS = "Others"
"""What skills without a group stand under, beside groups."""


def by_group(ladder: Ladder, held: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Part skills by their groups, in the ladder's order; under no name where none has a group.

    >>> from ladder import FrozenDict, Skill
    >>> skills = [Skill("oil", "Oil"), Skill("fire", "Fire", group="Craft")]
    >>> smithy = Ladder("Smithy", skills=FrozenDict({skill.id: skill for skill in skills}))
    >>> by_group(smithy, {"oil": 1, "fire": 2}), by_group(smithy, {"oil": 1})
    ({'Craft': {'fire': 2}, 'Others': {'oil': 1}}, {'': {'oil': 1}})
    """
    names = dict.fromkeys(skill.group for skill in ladder.skills.values() if skill.group)
    parted: dict[str, dict[str, int]] = {name: {} for name in (*names, OTHERS)}
    for skill, level in held.items():
        parted[ladder.skills[skill].group or OTHERS][skill] = level
    found = {name: skills for name, skills in parted.items() if skills}
    return {"": found[OTHERS]} if list(found) == [OTHERS] else found


def group_rows(ladder: Ladder, held: Mapping[str, int], glyphs: Glyphs) -> list[tuple[str, str]]:
    """Name skills by group and level, a row for each group."""
    return [
        (group, levels(ladder, skills, glyphs)) for group, skills in by_group(ladder, held).items()
    ]


def counted(ladder: Ladder, held: Mapping[str, int], word: str, glyphs: Glyphs) -> str:
    """Count skills by level, the highest first.

    >>> from ladder import Ladder
    >>> craft = Ladder("Craft", levels=("low", "high"))
    >>> counted(craft, {"oil": 1, "fire": 2, "iron": 2}, "at", Glyphs()).replace("\\xa0", " ")
    '2 at high · 1 at low'
    """
    if not ladder.graded:
        return count(len(held), "skill").replace(" ", "\N{NO-BREAK SPACE}")
    found = sorted(Counter(held.values()).items(), reverse=True)
    parts = [f"{number} {word} {ladder.level_name(level)}" for level, number in found]
    return side_by_side([part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts], glyphs)
