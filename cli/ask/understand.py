"""What a question says of the person who asks, and of what they wish.

What is heard is taken out of it, so that the rest is about the two roles: skills first, as their
names may hold anything, then times, then wishes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ladder import Ladder, LadderError
from ladder.wording import quoted

from .times import months_said
from .vocabulary import even, role_names
from .wishes import wishes_said

Held = tuple[tuple[str, str], ...]
"""Names of skills and of levels."""


LONGEST = 1000


class Heard(NamedTuple):
    """What a question says of the person who asks and of the way, and the rest of it."""

    rest: str
    months_in_role: int | None
    skills: Held
    """Ids of skills, and levels."""
    wished: Mapping[str, Any]
    """By the names that `graphs.Wishes` has."""
    unused: tuple[str, ...] = ()
    """Times and levels that say nothing of the sort."""
    doubts: tuple[str, ...] = ()
    """Sentences on what could mean two things, and is not used."""


def listen(question: str, ladder: Ladder) -> Heard:
    """Hear what a question says of the person who asks.

    >>> from ladder import bundled
    >>> heard = listen(
    ...     "I've been a PM for two years; how do I get to SPM within 36 months?",
    ...     bundled("product-management"),
    ... )
    >>> heard.rest, heard.months_in_role, heard.wished
    ('ive been a pm , how do i get to spm', 24, {'within': 36})
    """
    if len(question) > LONGEST:
        raise LadderError(f"the question is longer than {LONGEST} characters; ask it in one line")
    text, skills, levels = skills_said(even(question), ladder)
    names = [" ".join(name) for name in role_names(ladder)]
    names += [even(one.name) for one in ladder.activities.values()]
    times = months_said(text, names)
    rest, wished, doubts = wishes_said(times.rest, ladder)
    either = [
        f"{quoted(time)} may be the time in the role or the time allowed; say it with "
        "--months-in-role or --within."
        for time in times.doubtful
    ]
    return Heard(
        rest,
        times.served,
        skills,
        wished if times.within is None else {"within": times.within, **wished},
        (*times.others, *levels),
        (*either, *doubts),
    )


HOLD = r"(?<!not )(?<!dont )\b(?:with|have|hold|know|having|holding)"


def skills_said(text: str, ladder: Ladder) -> tuple[str, Held, tuple[str, ...]]:
    """Take the skills out of a question.

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
