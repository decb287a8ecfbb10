"""Ids made from names that were written for people."""

from __future__ import annotations

from collections.abc import Iterable

from ladder.ids import to_id


def unique_ids(names: Iterable[str]) -> dict[str, str]:
    """Give every name an id of its own, whatever the order of the names.

    Parameters
    ----------
    names : iterable of str
        Each of them holds a letter or a digit.

    Returns
    -------
    dict of str to str
        From name to id; names that come to the same id are numbered in alphabetical order.

    Examples
    --------
    >>> unique_ids(["C++ developer", "Tester", "C developer"])
    {'C developer': 'c-developer', 'C++ developer': 'c-developer-2', 'Tester': 'tester'}
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        stem = candidate = to_id(name)
        number = 1
        while candidate in taken:
            number += 1
            candidate = f"{stem}-{number}"
        taken.add(candidate)
        ids[name] = candidate
    return ids
