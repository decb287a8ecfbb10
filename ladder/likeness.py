"""What words that are nobody's name may have meant, the likeliest first.

All that fit are found: by whole words of a name, initials or beginnings; where there is none, with
the words of what it belongs to. Failing that, a few that are near: by spelling, or by some words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from .grammar import all_terms, heads, terms, unaccented
from .matching import MOST_COMPARED, close_spellings, fold

MOST_INITIALS = 5
LEAST_BEGINNING = 2
"""Letters of a word by which those that begin so are found."""
LEAST_STEM = 4
"""Letters of a word that may be meant by a longer one: engineer by engineering."""
CLOSE_WORD = 0.8
"""Likeness of spelling at which one word may have been meant by another: not lead by head."""
CLOSE_NAME = 0.75
"""Likeness at which a whole name may have been meant by another: not geneticists by dentist."""
CLOSE_NAMES = 0.85
"""Of names of several words, as these may be near by one of them: not lead by backend developer."""
CLOSE_SHORT = 0.65
"""Of a name as short as abbreviations, in which one letter is much."""
MOST_CLOSE = 50
MOST_NEAR = 5
"""Of what does not hold all the words."""

Key = tuple[Any, ...]
"""Says how unlikely it is; compared with others of the same way of finding."""


class Candidate(NamedTuple):
    """What may have been meant."""

    id: str
    names: tuple[str, ...]
    rank: int = 0
    belongs: str = ""
    """What it belongs to, such as the name of a track."""


def likely(text: str, candidates: Iterable[Candidate]) -> list[str]:
    """Ids of what may have been meant by words that are nobody's name, the likeliest first.

    >>> nurses = ["Nurse Midwives", "Registered Nurses", "Nursery Workers", "Bakers"]
    >>> likely("nurse", [Candidate(name, (name,)) for name in nurses])
    ['Registered Nurses', 'Nurse Midwives', 'Nursery Workers']
    """
    asked = _Asked(text[: MOST_COMPARED + 1])
    known = list(candidates)
    if not asked.terms:
        return []
    fitting = _by_words(asked, known) or _by_belonging(asked, known)
    return fitting or (_by_spelling(asked, known) or _by_some_words(asked, known))[:MOST_NEAR]


def fitting(text: str, candidates: Iterable[Candidate]) -> list[str]:
    """Ids of what has names that hold all of some words, or that the words abbreviate.

    >>> staff = ["Human Resources Managers", "Sales Managers"]
    >>> fitting("HR manager", [Candidate(name, (name,)) for name in staff])
    ['Human Resources Managers']
    """
    asked = _Asked(text[: MOST_COMPARED + 1])
    return _by_words(asked, list(candidates)) if asked.terms else []


class _Asked:
    """The words that are nobody's name."""

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self.terms = terms(text)
        self.heads = heads(text)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        return tuple(term[:LEAST_BEGINNING] for term in self.terms)

    def key(self, name: str, held: Collection[str], rank: int) -> Key:
        """How unlikely a name is: by what it says first, then by its other words, then by rank."""
        return not self.heads & heads(name), len(held) - len(self.terms), rank


def _in_order(scored: Iterable[tuple[Key, str]]) -> list[str]:
    """Ids by their best keys; of equal ones, in the order in which they came."""
    best: dict[str, Key] = {}
    for key, found in scored:
        best[found] = min(key, best.get(found, key))
    return sorted(best, key=lambda found: best[found])


def _by_words(asked: _Asked, known: Sequence[Candidate]) -> list[str]:
    def scored() -> Iterator[tuple[Key, str]]:
        for each in known:
            for name in each.names:
                if (fit := _fit(asked, name)) is not None:
                    yield (fit, *asked.key(name, all_terms(name), each.rank)), each.id

    return _in_order(scored())


def _fit(asked: _Asked, name: str) -> int | None:
    """How well a name holds all the words: whole, by initials, or by beginnings; or not at all."""
    plain = unaccented(name)
    if all(beginning in plain for beginning in asked.beginnings):  # saves most of the time
        held = all_terms(name)
        if all(term in held for term in asked.terms):
            return 0
        if all(map(begins_one_of(held), asked.terms)):
            return 2
    if not any(2 <= len(term) <= MOST_INITIALS for term in asked.terms):
        return None
    found = _initials(plain)
    if len(asked.terms) == 1:
        if asked.folded in found:
            return 1
        return 3 if any(each.startswith(asked.folded) for each in found) else None
    held = all_terms(name)
    whole = [term for term in asked.terms if term in held]
    short = (term for term in asked.terms if term not in held)
    return 1 if whole and all(any(term in each for each in found) for term in short) else None


def begins_one_of(held: Collection[str]) -> Callable[[str], bool]:
    """Whether a word is one of some, or the beginning of one.

    >>> [begins_one_of(("nursery", "worker"))(word) for word in ("nurse", "worker", "work", "w")]
    [True, True, True, False]
    """

    def begins(term: str) -> bool:
        begun = len(term) >= LEAST_BEGINNING and any(word.startswith(term) for word in held)
        return begun or term in held

    return begins


def _initials(plain: str) -> tuple[str, str]:
    """Abbreviations of a name, with and without small words such as "of"."""
    each = plain.replace("-", " ").split()
    return "".join(word[0] for word in each), "".join(word[0] for word in each if len(word) > 2)


def _by_belonging(asked: _Asked, known: Sequence[Candidate]) -> list[str]:
    """Those that hold the words together with what they belong to."""

    def scored() -> Iterator[tuple[Key, str]]:
        for each in known:
            around = all_terms(each.belongs) if each.belongs else ()
            if not any(map(begins_one_of(around), asked.terms)):
                continue
            for name in each.names:
                held = all_terms(name)
                if all(map(begins_one_of((*around, *held)), asked.terms)):
                    shared = sum(term in held for term in asked.terms)
                    yield (-shared, *asked.key(name, held if shared else (), each.rank)), each.id

    return _in_order(scored())


def _by_spelling(asked: _Asked, known: Sequence[Candidate]) -> list[str]:
    """Those whose words, or whose whole names, are spelt much like these."""
    from difflib import SequenceMatcher

    holding: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    whole: dict[str, list[str]] = {}
    for each in known:
        for name in each.names:
            holding.setdefault(terms(name), []).append((fold(name), each.id))
            whole.setdefault(fold(name), []).append(each.id)
    vocabulary = {word for held in holding for word in held}
    near = [_near_words(term, vocabulary) for term in asked.terms]
    found = [
        one for held, of in holding.items() if all(map(set(held).intersection, near)) for one in of
    ]
    least = CLOSE_SHORT if len(asked.folded) <= MOST_INITIALS else CLOSE_NAME
    if len(asked.terms) > 1:
        least = CLOSE_NAMES
    for name in close_spellings(asked.folded, whole, MOST_CLOSE, least):
        found += [(name, one) for one in whole[name]]
    matcher = SequenceMatcher(b=asked.folded)

    def unlikeness(name: str) -> Key:
        matcher.set_seq1(name[:MOST_COMPARED])
        return (-matcher.ratio(),)

    return _in_order((unlikeness(name), one) for name, one in found)


def _near_words(term: str, vocabulary: Collection[str]) -> set[str]:
    begun = {
        word
        for word in vocabulary
        if word.startswith(term) or (len(word) >= LEAST_STEM and term.startswith(word))
    }
    return begun.union(close_spellings(term, vocabulary, MOST_CLOSE, CLOSE_WORD))


def _by_some_words(asked: _Asked, known: Sequence[Candidate]) -> list[str]:
    """Those that share most words."""
    scored = []
    for each in known:
        for name in each.names:
            held = all_terms(name)
            if shared := len(set(asked.terms).intersection(held)):
                scored.append(((-shared, *asked.key(name, held, each.rank)), each.id))
    most = min((key[0] for key, _ in scored), default=0)
    return _in_order((key, one) for key, one in scored if key[0] == most)
