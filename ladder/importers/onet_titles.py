"""What else people call the occupations of O*NET: the alternate titles that mean one of them only.

Names of occupations are in the plural and alternate titles in the singular, and many stand at
several occupations: what is nearly a name of another is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ladder.grammar import singular
from ladder.matching import fold, words

from .onet_tables import OnetTables

FILLING = frozenset(("a", "an", "and", "of", "the"))

Meant = tuple[str, ...]
"""The words of a title: two with the same words are likely to mean one thing."""


def aliases(
    tables: OnetTables, ids: Mapping[str, str], others: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Find the aliases of each occupation: its code, and the titles that are nobody else's.

    Nor may they be among ``others``, such as names of skills. Occupations that are left out of the
    ladder own their titles, too, for who asks for one of those does not mean another.
    """
    owners: dict[Meant | str, set[str]] = {}
    for name in others:
        for key in (meant(name), fold(name)):
            owners.setdefault(key, set()).add("")
    for code, occupation in tables.occupations.items():
        own = (code, occupation.title, ids[occupation.title], *tables.titles.get(code, ()))
        for title in own:
            for key in (meant(title), fold(title)):
                owners.setdefault(key, set()).add(code)
    found = {}
    for code, occupation in tables.occupations.items():
        named = {fold(occupation.title): "", fold(code): code}
        for title in tables.titles.get(code, ()):
            if owners[meant(title)] == owners[fold(title)] == {code}:
                named.setdefault(fold(title), title)
        found[code] = tuple(filter(None, named.values()))
    return found


def meant(title: str) -> Meant:
    """Words of a title in the singular and in one order, without those that only fill.

    >>> meant("Managers of Sales") == meant("sales manager")
    True
    """
    plain = "".join(letter if letter.isalnum() else " " for letter in title)
    return tuple(sorted(singular(word) for word in words(plain) if word not in FILLING))
