"""A bar for what takes its time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before which nobody needs to be told anything."""


@contextmanager
def waiting(
    what: str, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error, where that is a terminal and it takes more than a second.

    Parameters
    ----------
    what : str
        What is being done, in a word or two.
    clock : callable, optional
        Gives seconds.

    Yields
    ------
    callable
        To be told how much of how much is done.
    """
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    bar = _Bar(what, clock)
    try:
        yield bar
    finally:
        bar.stop()


class _Bar:
    def __init__(self, what: str, clock: Callable[[], float]) -> None:
        self._what = what
        self._clock = clock
        self._began = clock()
        self._shown: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._shown is None:
            if self._clock() - self._began < PATIENCE:
                return
            self._shown = _begun(self._what, total)
        (task,) = self._shown.task_ids
        self._shown.update(task, completed=done, total=total)

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


def _begun(what: str, total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(what, total=total)
    bar.start()
    return bar
