"""Work measured by how fast this machine is, so that no test hangs on that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from time import process_time

_USUAL = 0.02
"""Seconds that the yardstick takes on a machine of the usual kind."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Refuse what takes a machine of the usual kind longer than that.

    On one that is as slow again it may take as long again; as it may while others use the machine,
    which is measured anew before anything is refused.
    """
    slow, begun = _at_first(), process_time()
    yield
    taken = process_time() - begun
    assert taken < seconds * slow or taken < seconds * _times_as_slow()


def _times_as_slow() -> float:
    """Time some work of the usual kind: texts, look-ups and sums."""
    begun = process_time()
    known: dict[str, int] = {}
    for number in range(50_000):
        text = str(number)
        known[text] = known.get(text[1:], 0) + len(text)
    return (process_time() - begun) / _USUAL


_at_first = cache(_times_as_slow)
