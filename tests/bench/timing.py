"""Time, and how much of it another thing takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import Any


def timed(action: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[float, Any]:
    """Run an action; give its seconds and its result."""
    began = perf_counter()
    result = action(*args, **kwargs)
    return perf_counter() - began, result


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Divide one median by another."""
    return median(ours) / median(theirs)
