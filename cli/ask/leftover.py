"""What is said of words that were not understood: what to say instead."""

from __future__ import annotations

import re

from ladder import UnknownName
from ladder.wording import listed, quoted

from .ends import Mention
from .names import FINDERS
from .sentence import ANY_NAME, ROLE, Sentence
from .vocabulary import JOINTS

HINTS = {
    r"part|full|time|evenings?|weekends?|hours?|days?|weeks?|intensive": (
        "how many hours go into learning cannot be said; --pace slow plans with the slow ends of "
        "the ladder's ranges"
    ),
    r"about|around|few|several|couple|roughly": 'say a number, such as "within 3 years"',
    r"after|first|before|once": (
        'roles on the way are said as "via ROLE", times as "within 3 years"'
    ),
    r"not|no|never|without|except|only|avoid|avoiding|skip|than|other|another|dont|cannot|cant": (
        'what is not wanted is said as "avoiding ROLE" or "without ACTIVITY"'
    ),
    r"or|either|both|nor": "one at a time, please: ask once for each",
    r"salary|pay|paid|earn|earning|money|income|rich": (
        'pay is in no ladder; what learning costs is: "with a budget of 500", "the cheapest way"'
    ),
    r"easy|easiest|easier|better|faster|quicker|cheaper|worth": (
        "say the cheapest or the quickest way, or the one with the fewest moves"
    ),
    r"why": "--details tells where each gate has its skills from",
    r"via|through": 'roles on the way are said as "via ROLE and then ROLE"',
    r"level|levels|with": 'a skill that is held is said as "with SKILL at LEVEL"',
    r"year|years|month|months|\W*\d.*": (
        "a number is understood with its unit and what it is: "
        '"for 2 years" in the role, "within 36 months", "by 2030", "with a budget of 500"'
    ),
}

SAYABLE = """What can be said
  of yourself  for 2 years · since March 2025 · with SKILL at LEVEL
  of the time  within 3 years · by 2030 · I am 35 … before I am 40
  of the way   the cheapest · fewest moves · with a budget of 500 · for free
               via ROLE · avoiding ROLE · without ACTIVITY · at a slow pace"""

LONGEST_NAME = 5
"""Words; more of them side by side are no name that was misspelt."""
MOST_TRIED = 8
"""Mentions for which near names are looked for, as that takes time."""


def not_understood(sentence: Sentence, left: list[Mention]) -> list[str]:
    """A sentence for each thing that was not understood."""
    return [_why(sentence, each) for each in left[:MOST_TRIED]]


def _why(sentence: Sentence, mention: Mention) -> str:
    name = sentence.plain(mention.text)
    said = " ".join(filter(None, (mention.joint, name)))
    if known := _known(sentence, mention, said):
        return known
    kind = JOINTS.get(mention.joint.split(" ")[0], "") or ("role" if mention.direction else "")
    if not kind and re.search(ROLE, mention.text):
        kind = "role"
    if name[:1].isdigit():
        kind = ""
    if len(mention.text.split()) > LONGEST_NAME:
        return f"not understood: {quoted(said)}"
    hint = next(
        (hint for words, hint in HINTS.items() if re.search(rf"(?<!\S)(?:{words})(?!\S)", said)), ""
    )
    if hint and (not name or kind in ("", "skill")):
        return f"not understood: {quoted(said)}; {hint}"
    errors = _near_names(sentence, name)
    before = f"{quoted(said)}: " if mention.joint else ""
    if kind in errors:
        return before + str(errors[kind])
    if near := next((error for error in errors.values() if error.suggestions), None):
        return before + str(near)
    return f"not understood: {quoted(said)}"


def _known(sentence: Sentence, mention: Mention, said: str) -> str:
    """What is said of a name that is known, and cannot be used where it stands."""
    if not re.fullmatch(ANY_NAME, mention.text):
        return ""
    if skills := sentence.ids(mention.text, "skill"):
        level = sentence.ladder.levels[0] if sentence.ladder.levels else "1"
        name = sentence.ladder.skills[skills[0]].name
        return f'{quoted(said)} says no level of a skill; say it as "with {name} at {level}"'
    if activities := sentence.ids(mention.text, "activity"):
        return (
            f"{quoted(said)}: what is done already is said in a person's file, as "
            f"done: [{activities[0]}], with --person; what is to be left out, as "
            f'"without {sentence.name(mention.text).text}"'
        )
    roles = listed([sentence.ladder.roles[one].name for one in sentence.ids(mention.text, "role")])
    if mention.joint.split()[0] in ("or", "either", "plus"):
        return f"{quoted(said)}: one at a time, please; ask once for each"
    return f'not understood: {quoted(said)}; say "via {roles}" or "avoiding {roles}"'


def _near_names(sentence: Sentence, said: str) -> dict[str, UnknownName]:
    errors = {}
    for kind, find in FINDERS.items():
        try:
            find(sentence.ladder, said)
        except UnknownName as error:
            errors[kind] = error
    return errors
