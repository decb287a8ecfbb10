"""A bar on a terminal for what takes more than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

PATIENCE = 1.0
"""Seconds before anything is shown."""

BETWEEN = 0.1
"""Seconds from one picture of the bar to the next."""

CELLS = 24


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show how much is done of what takes long, on standard error, and only on a terminal.

    Parameters
    ----------
    label : str
        What is being done.

    Yields
    ------
    callable
        To be told how much is done, and of how much.
    """
    due = monotonic() + PATIENCE
    shown = 0

    def told(done: int, of: int) -> None:
        nonlocal due, shown
        if monotonic() < due or not sys.stderr.isatty():
            return
        due = monotonic() + BETWEEN
        filled = CELLS * done // max(of, 1)
        line = f"{label} [{'#' * filled}{'.' * (CELLS - filled)}] {done} of {of}"
        _draw(line.ljust(shown))
        shown = len(line)

    try:
        yield told
    finally:
        if shown:
            _draw(" " * shown + "\r")


def _draw(line: str) -> None:
    """Write over the line that is there; a terminal shows it only once it is flushed."""
    sys.stderr.write("\r" + line)
    sys.stderr.flush()
