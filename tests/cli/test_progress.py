"""A bar for what takes long, and only where somebody sees it."""

from __future__ import annotations

import io
import sys

import pytest

import cli.progress
from cli.progress import progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(cli.progress, "PATIENCE", 60)
    with progress("Trying") as told:
        told(1, 2)
    assert terminal.getvalue() == ""


def test_what_takes_long_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is done, of how much; and nothing of it stays."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(cli.progress, "PATIENCE", 0)
    monkeypatch.setattr(cli.progress, "BETWEEN", 0)
    with progress("Trying") as told:
        told(1, 4)
        told(4, 4)
    first, second, wiped, rest = terminal.getvalue().split("\r")[1:]
    assert first == f"Trying [{'#' * 6}{'.' * 18}] 1 of 4"
    assert second == f"Trying [{'#' * 24}] 4 of 4"
    assert wiped == " " * len(second)
    assert rest == ""


def test_no_bar_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli.progress, "PATIENCE", 0)
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress("Trying") as told:
        told(1, 2)
    assert shown.getvalue() == ""
