"""Skills that a question says are held."""

from __future__ import annotations

import re

from ladder import Ladder

from .question_words import even

HOLD = r"(?<!not )(?<!dont )\b(?:with|have|hold|know|having|holding)"
Held = tuple[tuple[str, str], ...]
"""Names of skills and of levels."""


def skills_said(text: str, ladder: Ladder) -> tuple[str, Held, tuple[str, ...]]:
    """Take the skills out of a question.

    Parameters
    ----------
    text : str
        As `cli.question_words.even` makes it.
    ladder : Ladder

    Returns
    -------
    str
        What is left.
    tuple of (str, str)
        Skills said to be held, and their levels.
    tuple of str
        Levels of which it is not clear what is held at them.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> skills_said("from pm with roadmapping at working level to spm", product)
    ('from pm to spm', (('roadmapping', 'working'),), ())
    >>> skills_said("from pm to spm at expert level", product)
    ('from pm to spm', (), ('at expert level',))
    """
    skills = _named(text, ladder)
    levels = {even(level): level for level in ladder.levels}
    levels |= {str(number): str(number) for number in range(len(levels) + 1)}
    level = _either(levels)
    held: list[tuple[str, str]] = []
    if skills:
        at = rf"(?P<skill>{_either(skills)}) at (?:level )?(?P<level>{level})(?: level)?(?!\S)"
        one = re.sub(r"\?P<\w+>", "?:", at)
        for said in re.findall(rf"{HOLD} {one}(?: (?:, )?(?:and )?{one})*", text):
            held += [(skills[it["skill"]], levels[it["level"]]) for it in re.finditer(at, said)]
            text = text.replace(said, "")
    others = tuple(re.findall(rf"(?<!\S)at (?:level {level}|{level} level)(?!\S)", text))
    for said in others:
        text = text.replace(said, "")
    return " ".join(text.split()), tuple(held), others


def _named(text: str, ladder: Ladder) -> dict[str, str]:
    """Every way in which the question may name a skill, to the skill's id."""
    names = {
        even(name): skill.id for skill in ladder.skills.values() for name in (skill.id, skill.name)
    }
    return {name: skill for name, skill in names.items() if name and f" {name} " in f" {text} "}


def _either(words: dict[str, str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
