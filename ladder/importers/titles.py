"""What else people call the occupations of a classification: the titles that mean one of them only.

Titles stand in the singular and in the plural, and many stand at several occupations: what is
nearly a name of another is left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from ladder.grammar import singular
from ladder.matching import fold, words

FILLING = frozenset(("a", "an", "and", "of", "the"))

Meant = tuple[str, ...]
"""The words of a title: two with the same words are likely to mean one thing."""
K = TypeVar("K", bound=Hashable)


def unshared(
    names: Mapping[K, Sequence[str]], titles: Mapping[K, Iterable[str]], others: Iterable[str]
) -> dict[K, tuple[str, ...]]:
    """Find of each occupation the titles that are nobody else's, by its key.

    ``names`` are what it goes by anyway, the first of them its name, which no title repeats. Nor
    may titles be among ``others``, such as names of skills.

    >>> unshared({1: ["tester"], 2: ["cook"]}, {1: ["Tester", "checker"], 2: ["testers"]}, ())
    {1: ('checker',), 2: ()}
    """
    owners: dict[Meant | str, set[K | None]] = {}
    for name in others:
        for key in (meant(name), fold(name)):
            owners.setdefault(key, set()).add(None)
    for occupation, own in names.items():
        for title in (*own, *titles.get(occupation, ())):
            for key in (meant(title), fold(title)):
                owners.setdefault(key, set()).add(occupation)
    found = {}
    for occupation, (name, *_) in names.items():
        kept = {fold(name): ""}
        for title in titles.get(occupation, ()):
            if owners[meant(title)] == owners[fold(title)] == {occupation}:
                kept.setdefault(fold(title), title)
        found[occupation] = tuple(filter(None, kept.values()))
    return found


def meant(title: str) -> Meant:
    """Words of a title in the singular and in one order, without those that only fill.

    >>> meant("Managers of Sales") == meant("sales manager")
    True
    """
    plain = "".join(letter if letter.isalnum() else " " for letter in title)
    return tuple(sorted(singular(word) for word in words(plain) if word not in FILLING))
