"""What occupations and skills of ESCO are called in the ladder, each by one name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladder.importers.titles import unshared
from ladder.matching import fold, unique_ids

from .tables import EscoTables


class Names(NamedTuple):
    """What each occupation or skill is called, by its address."""

    names: Mapping[str, str]
    ids: Mapping[str, str]


def named(labels: Mapping[str, str], told: Mapping[str, str]) -> Names:
    """Give each its label for a name, and an id; what is called alike is told apart.

    ``told`` has what may stand behind a label that several have, such as a code; where that is
    nothing or the same again, a number does.

    >>> labels = {"a": "cook", "b": "Cook", "c": "baker"}
    >>> dict(named(labels, {"a": "5120.1"}).names)
    {'a': 'cook (5120.1)', 'b': 'Cook', 'c': 'baker'}
    """
    alike = Counter(map(fold, labels.values()))
    names: dict[str, str] = {}
    taken: set[str] = set()
    for address, label in labels.items():
        more = told.get(address)
        name = f"{label} ({more})" if more and alike[fold(label)] > 1 else label
        unlike, number = name, 1
        while fold(unlike) in taken or (unlike != label and fold(unlike) in alike):
            number += 1
            unlike = f"{name} ({number})"
        taken.add(fold(unlike))
        names[address] = unlike
    ids = unique_ids(names.values())
    return Names(names, {address: ids[name] for address, name in names.items()})


class Aliases(NamedTuple):
    """What else occupations are called."""

    by_occupation: Mapping[str, tuple[str, ...]]
    left_out: int
    """Alternative labels of occupations that other names are the same as, or nearly."""


def aliases_of(
    tables: EscoTables, occupations: Names, taken: Iterable[str], kept: Iterable[str]
) -> Aliases:
    """Find the aliases of the occupations that are kept: their codes, and labels of theirs alone.

    Occupations that are left out own their labels, too, for who asks for one of those does not mean
    another. ``taken`` has further names, such as those of skills.
    """
    codes = Counter(one.code for one in tables.occupations.values())
    own = {
        uri: (occupations.names[uri], one.label, occupations.ids[uri])
        for uri, one in tables.occupations.items()
    }
    titles = {uri: one.titles for uri, one in tables.occupations.items()}
    found = unshared(own, titles, taken)
    by_occupation = {}
    left_out = 0
    for uri in kept:
        one = tables.occupations[uri]
        code = (one.code,) if one.code and codes[one.code] == 1 else ()
        by_occupation[uri] = (*code, *found[uri])
        others = {fold(title) for title in one.titles} - {fold(one.label)}
        left_out += len(others) - len(found[uri])
    return Aliases(by_occupation, left_out)
