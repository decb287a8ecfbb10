"""Ctrl-C as an end of the time that a command has, so that what is found by then is told."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from threading import current_thread, main_thread
from time import monotonic
from types import FrameType

from graphs import Deadline


@contextmanager
def until_stopped(seconds: float) -> Iterator[Deadline]:
    """Give a deadline that the first Ctrl-C brings about, too; the second one ends the command.

    Stopped so, nothing is left of it, without end: ``-inf``.
    """
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    deadline = Deadline(seconds, lambda: inf if stopped else monotonic())
    if current_thread() is not main_thread():  # signals are for that one alone
        yield deadline
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield deadline
    finally:
        signal.signal(signal.SIGINT, before)
