"""A bar for what takes long, and only where somebody sees it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from itertools import count

import pytest

from cli.output import waiting


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def seconds_apart() -> Callable[[], float]:
    """Give a clock that is looked at once a second."""
    return count().__next__


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody needs to be told anything."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with waiting("Trying", lambda: 0.0) as told:
        told(1, 2)
    assert terminal.getvalue() == ""


def test_what_takes_long_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is done, of how much; and the line is wiped in the end."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with waiting("Trying", seconds_apart()) as told:
        told(1, 4)
        told(4, 4)
    shown = terminal.getvalue()
    assert "Trying" in shown
    assert "4/4" in shown
    assert "/100" not in shown
    assert shown.endswith("\x1b[2K")


def test_no_bar_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor in a pipe."""
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    with waiting("Trying", seconds_apart()) as told:
        told(1, 2)
    assert shown.getvalue() == ""


def test_of_many_it_tells_how_many_a_second_and_how_long_the_rest_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was done before, and is only taken from there, does not make it look quicker."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with waiting("Asking", seconds_apart(), of="people") as told:
        for done in (50_000, 50_100, 50_200):
            told(done, 100_000)
    shown = terminal.getvalue()
    assert "50200/100000" in shown
    assert "100 people a second, 8 min left" in shown
