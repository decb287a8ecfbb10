"""Words of names: in the singular, without accents, and the one that says what is named."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLURALS = """
    men:man women:woman people:person children:child feet:foot mice:mouse teeth:tooth
    alumni:alumnus criteria:criterion curricula:curriculum
    analyses:analysis theses:thesis crises:crisis diagnoses:diagnosis
    buses:bus campuses:campus viruses:virus gases:gas lenses:lens quizzes:quiz
    gurus:guru menus:menu taxis:taxi
    wives:wife midwives:midwife lives:life knives:knife leaves:leaf shelves:shelf
    wolves:wolf thieves:thief
    caches:cache niches:niche headaches:headache shoes:shoe horseshoes:horseshoe canoes:canoe
    movies:movie cookies:cookie rookies:rookie axes:axe
"""
IRREGULAR = dict(pair.split(":") for pair in _PLURALS.split())
"""Plurals that no rule makes."""

ENDINGS = (
    ("people", "person"),
    ("men", "man"),
    ("eaus", "eau"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("oes", "o"),
    ("ies", "y"),
)
"""What plurals end in, and what their singulars do; the first that fits."""

LEAST_BEFORE = 2
"""Letters before an ending: pies are no py."""

_NO_PLURALS = """
    arms arts customs goods glasses news series species means pants
    abdomen acumen regimen specimen
"""
UNCHANGED = frozenset(_NO_PLURALS.split())
"""What only looks like a plural, or means something else in the singular."""

_LATIN = re.compile("[a-z]{3,}")
_COMPOUND = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "œ": "oe", "æ": "ae"}
_MARKED_UNTIL = "\u0530"
"""Accents are taken off Latin, Greek and Cyrillic letters; elsewhere they make another letter."""


def singular(word: str) -> str:
    """A word in the singular, if it is in the plural, and else the word itself.

    >>> [singular(word) for word in ("secretaries", "nurse", "midwives", "salespeople", "bosses")]
    ['secretary', 'nurse', 'midwife', 'salesperson', 'boss']
    >>> [singular(word) for word in ("boss", "analysis", "campus", "mechanics", "news", "pms")]
    ['boss', 'analysis', 'campus', 'mechanic', 'news', 'pm']
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED:
        return word
    for ending, becomes in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= LEAST_BEFORE:
            return stem + becomes
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    return word[:-1]


def unaccented(text: str) -> str:
    """A text in lower case without accents.

    >>> unaccented("développeur"), unaccented("Łódź"), unaccented("が")
    ('developpeur', 'lodz', 'が')
    """
    if text.isascii():
        return text.lower()
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()):
        marks = unicodedata.category(character) == "Mn"
        if not (marks and kept and kept[-1] < _MARKED_UNTIL):
            kept.append(_COMPOUND.get(character, character))
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(20_000)  # all names of a ladder are compared with each name that is asked for
def in_singular(text: str) -> str:
    """A text with each of its words in the singular, in lower case and without accents.

    >>> in_singular("Tax Examiners and Collectors, and Revenue Agents")
    'tax examiner and collector, and revenue agent'
    """
    plain = unaccented(text)

    def one(word: re.Match[str]) -> str:
        short = len(word[0]) <= MOST_OF_SHORT and word.end() < len(plain)
        return word[0] if short else singular(word[0])

    return _LATIN.sub(one, plain)


MOST_OF_SHORT = 3
"""Letters of an abbreviation, such as CMS, whose s makes a plural only at the end: Senior PMs."""


_SMALL = "a an and of the for in to at on by or with as"
FILLING = frozenset(_SMALL.split())
"""Words that only join others."""

_TERM = re.compile(r"[^\W_]+")
_PART = re.compile(r",|/|\(|\)|;|&| and | or ")
_BEHIND = re.compile(r" (?:of|for|in|to|at|with|except|through|from|on|including|-|–|—) ")


def terms(text: str) -> tuple[str, ...]:
    """Words of a text that are looked for: each in the singular, without signs.

    Without those that only join others, unless there are no more.

    >>> terms("Secretaries and Administrative Assistants, Except Legal")
    ('secretary', 'administrative', 'assistant', 'except', 'legal')
    """
    found = all_terms(text)
    return tuple([term for term in found if term not in FILLING] or found)


def all_terms(text: str) -> tuple[str, ...]:
    """Words of a text in which they are looked for, those that only join others, too.

    >>> all_terms("Heads of Nursing")
    ('head', 'of', 'nursing')
    """
    return tuple(_TERM.findall(in_singular(text)))


def heads(name: str) -> frozenset[str]:
    """Words that say what is named, where the others say of what kind it is.

    >>> sorted(heads("Licensed Practical and Licensed Vocational Nurses"))
    ['nurse', 'practical']
    >>> sorted(heads("Heads of user research")), sorted(heads("Nurse Midwives"))
    (['head'], ['midwife'])
    """
    parts = (_BEHIND.split(part)[0] for part in _PART.split(in_singular(name)))
    return frozenset(found[-1] for part in parts if (found := terms(part)))
