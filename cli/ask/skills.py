"""The skills that a question says somebody holds, each at a level."""

from __future__ import annotations

import re

from ladder import Ladder, parse_level
from ladder.wording import listed

from .sentence import SKILL, Missing, Sentence
from .words import even

_HOLD = (
    r"(?:(?:and )?(?:i )?(?:already )?(?:also )?(?:with|have|hold|know|having|holding|knowing|got))"
)
_NOT = r"(?:(?:and |but )?(?:i )?(?:do not|dont|have no|know no|with no|having no))"
_OWN = r"(?:my |the |some )?"


def skills_taken(sentence: Sentence) -> Sentence:
    """Take the skills out of a question.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> said = "from pm with roadmapping at working level to spm"
    >>> read = skills_taken(Sentence.of(said, bundled("product-management"), Month(2027, 1), {}))
    >>> read.text, read.conditions[0][:2]
    ('from §r0 to §r2', ('--skill', 'roadmapping=working'))
    """
    levels = _levels(sentence.ladder)
    if not any("skill" in each.meanings for each in sentence.names):
        return sentence
    names = "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))
    level = rf"(?P<level>{names})(?: level)?"
    skill = rf"{_OWN}(?P<skill>{SKILL})"
    at = rf"{skill}(?: skills?)? (?:at )?(?:the )?(?:level )?{level}"
    of = rf"(?:an? |at )?(?:level (?=\d)|(?!\d)){level}(?: in| at| with| of)? {skill}"

    def held(sentence: Sentence, found: re.Match[str]) -> Sentence:
        left = sentence.cut(found)
        for each in re.finditer(at if found["at"] else of, found["at"] or found["of"]):
            left = _held(left, each, levels[each["level"]])
        return left

    one_at, one_of = (re.sub(r"\?P<\w+>", "?:", pattern) for pattern in (at, of))
    several = r"(?: (?:, )?(?:and )?"
    sentence = sentence.take(
        rf"{_NOT}(?: have| know| hold)? (?:any )?(?P<skill>{SKILL})(?! at)", _none
    )
    sentence = sentence.take(
        rf"(?<!not )(?<!dont )(?:{_HOLD} )(?:(?P<at>{one_at}{several}{one_at})*)"
        rf"|(?P<of>{one_of}{several}{one_of})*))",
        held,
    )
    sentence = sentence.take(
        rf"(?:(?:, )?(?:and )?(?:im |i am |as |being )?(?:an? )?)(?P<at>(?!))?(?P<of>{one_of})",
        held,
    )
    return sentence.take(
        rf"(?<!not )(?<!dont ){_HOLD} (?P<all>{_OWN}{SKILL}(?: (?:, )?(?:and )?{_OWN}{SKILL})*)",
        lambda sentence, found: _unlevelled(sentence, found, levels),
    )


def _levels(ladder: Ladder) -> dict[str, str]:
    """Names of levels and their numbers, as a question may say them, to how an option does."""
    levels = {even(level): level for level in ladder.levels}
    return levels | {str(number): str(number) for number in range(len(levels) + 1)}


def _held(sentence: Sentence, found: re.Match[str], level: str) -> Sentence:
    ids = sentence.ids(found["skill"], "skill")
    if len(ids) > 1:
        return sentence.doubting(sentence.ambiguous(found["skill"], "skill") or "")
    return sentence.having("--skill", f"{ids[0]}={level}", found)


def _none(sentence: Sentence, found: re.Match[str]) -> Sentence:
    return _held(sentence.cut(found), found, "0")


def _unlevelled(sentence: Sentence, found: re.Match[str], levels: dict[str, str]) -> Sentence:
    """Ask at which level; to know SQL may be anything from having heard of it."""
    left = sentence.cut(found)
    for mark in re.findall(SKILL, found["all"]):
        ids = left.ids(mark, "skill")
        name = sentence.ladder.skills[ids[0]].name
        answer = even(sentence.answers.get(f"level of {ids[0]}", ""))
        if len(ids) > 1:
            left = left.doubting(left.ambiguous(mark, "skill") or "")
        elif answer in levels:
            left = left.having("--skill", f"{ids[0]}={levels[answer]}", found)
        else:
            asked = f"At which level is {name} held: {listed(sentence.ladder.levels)}?"
            hint = f'Say it as "with {name} at {sentence.ladder.levels[0]}".'
            left = left.lacking(Missing(f"level of {ids[0]}", asked, parse_level, hint))
    return left
