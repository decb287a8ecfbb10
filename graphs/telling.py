"""Telling how far something is that takes its time."""

from __future__ import annotations

from collections.abc import Callable

Telling = Callable[[int, int], None]
"""Told again and again how much of how much is done."""


def nobody(done: int, total: int) -> None:
    """Tell nobody."""
