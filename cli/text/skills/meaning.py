"""What holding a skill at a level means: by a text of the skill, or in general."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cli.output import Look
from cli.text.layout import paint, rows, wrap
from cli.text.prose import gist
from ladder import Ladder

WHOLE = "What is cut short here, ladder skills NAME tells whole."


def own_text(ladder: Ladder, skill: str, level: int, look: Look) -> str:
    """What a skill's own text says of a level, cut short where it is long; empty without one."""
    return gist(ladder.skills[skill].levels.get(level, ""), look.glyphs.cut)


def legend(ladder: Ladder, shown: Iterable[int], look: Look) -> list[str]:
    """What some levels mean, whatever the skill, the lowest first; nothing without texts."""
    about = ladder.levels_about
    pairs = [(ladder.level_name(level), about[level]) for level in sorted(set(shown) & set(about))]
    if not pairs:
        return []
    title = paint("What the levels mean", bold=True)
    return ["", title, *(f"  {line}" for line in rows(pairs, look.width - 2))]


def without_text(ladder: Ladder, levels: Mapping[str, int]) -> set[int]:
    """The levels of skills that have no text of their own for it."""
    return {level for skill, level in levels.items() if level not in ladder.skills[skill].levels}


def cut_short(ladder: Ladder, levels: Mapping[str, int], look: Look) -> list[str]:
    """Where the rest of texts is told, if any is cut short."""
    texts = (ladder.skills[skill].levels.get(level, "") for skill, level in levels.items())
    if not any(gist(text, "\0").endswith("\0") for text in texts):
        return []
    return ["", *wrap(WHOLE, look.width)]
