"""What is said of words that were not understood: what to say instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ladder import UnknownName
from ladder.wording import listed, quoted

from .ends import Mention
from .names import FINDERS
from .sentence import ANY_NAME, ROLE, Sentence
from .vocabulary import JOINTS, Direction
from .wishes import CURRENCIES

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
    """A sentence for each thing that was not understood; what to say instead stands there once."""
    told: set[str] = set()
    lines = []
    for each in left[:MOST_TRIED]:
        line = _why(sentence, each)
        what, _, hint = line.partition("; ")
        if hint and hint in told and what.startswith("not understood"):
            line = what
        told.add(hint)
        lines.append(line)
    return lines


def roles_meant(sentence: Sentence, left: Sequence[Mention]) -> dict[Direction | None, str]:
    """The likeliest role for each direction in which one stands that nobody knows.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> product = bundled("product-management")
    >>> sentence = Sentence.of("to a product manger", product, Month(2027, 1), {})
    >>> roles_meant(sentence, [Mention("product manger", "to")])
    {'to': 'product-manager'}
    """
    meant: dict[Direction | None, str] = {}
    for each in left[:MOST_TRIED]:
        error = _near_names(sentence, sentence.plain(each.text)).get("role")
        if not each.joint and error and error.suggestions:
            meant.setdefault(each.direction, error.suggestions[0])
    return meant


def _why(sentence: Sentence, mention: Mention) -> str:
    name = sentence.plain(mention.text)
    said = " ".join(filter(None, (mention.joint, name)))
    kind = _kind_of(mention, name)
    known = _known(sentence, mention, said)
    if kind == "skill" and name:
        known = known or _near_skill(sentence, said, name)
    if known:
        return known
    if len(mention.text.split()) > LONGEST_NAME:
        return f"not understood: {quoted(said)}"
    hint = _other_money(sentence, said) or next(
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


def _kind_of(mention: Mention, name: str) -> str:
    """What should be named there, by the word before it or by a role in it."""
    if name[:1].isdigit():
        return ""
    kind = JOINTS.get(mention.joint.split(" ")[0], "") or ("role" if mention.direction else "")
    return "role" if not kind and re.search(ROLE, mention.text) else kind


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


def _other_money(sentence: Sentence, said: str) -> str:
    """What is said of money that the ladder does not count in."""
    own = sentence.ladder.currency
    foreign = "|".join(
        re.escape(sign)
        for name, signs in CURRENCIES.items()
        if name != (own or "").upper()
        for sign in signs
    )
    if not re.search(rf"(?<![^\W\d])(?:{foreign})s? ?\d|\d ?(?:{foreign})s?(?![^\W\d])", said):
        return ""
    if own is None:
        return 'the ladder names no currency; say the number alone, as in "with a budget of 500"'
    return f'costs are counted in {own} here, and not converted: "with a budget of {own} 500"'


def _near_skill(sentence: Sentence, said: str, name: str) -> str:
    """What is said of a skill that is nearly known, and of which no level is said."""
    error = _near_names(sentence, name).get("skill")
    if error is None or not error.suggestions:
        return ""
    ladder = sentence.ladder
    meant = ladder.skills[error.suggestions[0]].name
    level = ladder.levels[0] if ladder.levels else "1"
    return f'{quoted(said)}: {error} Say it as "with {meant} at {level}"'


def _near_names(sentence: Sentence, said: str) -> dict[str, UnknownName]:
    errors = {}
    for kind, find in FINDERS.items():
        try:
            find(sentence.ladder, said)
        except UnknownName as error:
            errors[kind] = error
    return errors
