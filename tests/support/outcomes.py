"""What becomes of random files: a property that mostly sees refusals shows little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator


def most_were_read() -> Iterator[Counter[str]]:
    """Count what was read and what was refused, and see in the end that most was read."""
    outcomes: Counter[str] = Counter()
    yield outcomes
    assert 10 * outcomes["read"] >= 9 * outcomes.total(), outcomes
