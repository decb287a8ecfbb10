"""The screen: what it has room for, printing to it, a bar for what takes its time, and Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from threading import current_thread, main_thread
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from rich.progress import Progress

    from graphs import Deadline


class Glyphs(NamedTuple):
    """The signs that draw a path; each stands for itself without colour."""

    arrow: str = "→"  # from one role to the next
    between: str = "\N{NO-BREAK SPACE}·"  # behind an item of a list
    dash: str = "–"  # from one month to another
    stop: str = "●"  # a role on the way
    goal: str = "◉"
    rail: str = "│"  # from one to the other
    branch: str = "├─▶"  # a move
    cross: str = "✗"  # before what stands in the way
    minus: str = "−"  # before what is gone
    cut: str = "…"  # behind what goes on elsewhere


PLAIN = Glyphs("->", "\N{NO-BREAK SPACE}/", "-", "o", "*", "|", "+->", "x", "-", "...")
"""For an output that carries no more than ASCII."""


class Look(NamedTuple):
    """What there is room for: how many columns, and which signs."""

    width: int = 80
    glyphs: Glyphs = Glyphs()


NARROWEST, WIDEST = 40, 100


def look() -> Look:
    """What standard output has room for: 80 columns where it is no terminal and none are set."""
    glyphs = Glyphs() if _carries("".join(Glyphs())) else PLAIN
    return Look(min(max(_columns(), NARROWEST), WIDEST), glyphs)


def help_width() -> int:
    """Columns for help, which is harder to read the wider it is."""
    return min(max(_columns(), NARROWEST), 80) - 2


def colour() -> bool | None:
    """Whether to colour: as NO_COLOR or FORCE_COLOR says, and None to leave it to the output."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if _is_dumb() else None


def _is_dumb() -> bool:
    """Whether the terminal says that it knows neither colours nor how to go back in a line."""
    return os.environ.get("TERM") == "dumb"


_ACTING = "\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_acting = re.compile(f"[\t{_ACTING}]")
_acting_or_style = re.compile(rf"\x1b\[[0-9;]*m|[\t{_ACTING}]")
_acting_in_json = re.compile(f"[{_ACTING}]")


def printable(text: str) -> str:
    r"""Text from elsewhere in which nothing acts on a terminal, whatever a stranger put into it.

    Line ends stay, a tab becomes a space, and what moves the cursor, colours, rings, or turns the
    direction of reading is shown by its number.

    >>> print(printable("one\x1b[2Jtwo\r\nthree\u202efour"))
    one\x1b[2Jtwo
    three\u202efour
    """
    return _acting.sub(_shown, text.replace("\r\n", "\n"))


def _shown(found: re.Match[str]) -> str:
    text = found[0]
    if len(text) > 1:  # a colour of our own
        return text
    code = ord(text)
    return " " if text == "\t" else f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def say(text: str, *, aside: bool = False) -> None:
    """Print an answer, or what is said instead of one; its colours are ours.

    A character that the output cannot carry becomes a question mark.
    """
    encoding = sys.stdout.encoding or "utf-8"
    safe = _acting_or_style.sub(_shown, text.replace("\r\n", "\n"))
    click.echo(safe.encode(encoding, "replace").decode(encoding), err=aside)


def say_json(answer: Any) -> None:
    """Print an answer as JSON, escaping what the output cannot carry, and what acts on it."""
    import json

    text = json.dumps(answer, ensure_ascii=False, indent=2)
    safe = _acting_in_json.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    click.echo(safe if _carries(safe) else json.dumps(answer, indent=2))


_CALLED = {"range": "months_range", "to": "to_role"}


def plain(value: object, names: str) -> dict[str, Any]:
    """Some fields of a value, as JSON names them, for `say_json`."""
    return {name: _field(value, _CALLED.get(name, name)) for name in names.split()}


def _field(value: Any, name: str) -> Any:
    if name != "from":
        return getattr(value, name)
    from ladder.files.writer import plain_sources

    return plain_sources(value)


def remark(text: str) -> None:
    """Print a word about the answer, where it does not get mixed up with it."""
    click.echo(click.style(printable(text), dim=True), err=True)


def _columns() -> int:
    """As shutil.get_terminal_size has it, which takes 3 ms to import."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80


def _carries(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


PATIENCE = 1.0
"""Seconds before which nobody needs to be told anything."""


@contextmanager
def waiting(
    what: str, clock: Callable[[], float] = monotonic, *, of: str | None = None
) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error, where that is a terminal and it takes more than a second.

    What is given is to be told how much of how much is done. Where it is so many ``of`` something,
    the bar tells how many a second, and about how long the rest will take.
    """
    if not sys.stderr.isatty() or _is_dumb():
        yield lambda done, total: None
        return
    bar = _Bar(what, clock, of)
    try:
        yield bar
    finally:
        bar.stop()


@contextmanager
def until_stopped(seconds: float) -> Iterator[Deadline]:
    """Give a deadline that the first Ctrl-C brings about, too; the second one ends the command.

    Stopped so, nothing is left of it, without end: ``-inf``.
    """
    from graphs import Deadline  # here, as most commands have no use for it

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


class _Bar:
    def __init__(self, what: str, clock: Callable[[], float], of: str | None) -> None:
        self._what = what
        self._clock = clock
        self._of = of
        self._began = clock()
        self._first: tuple[float, int] | None = None
        self._shown: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        now = self._clock()
        if self._first is None:
            self._first = now, done  # what was kept from before tells nothing of the pace
        if self._shown is None:
            if now - self._began < PATIENCE:
                return
            self._shown = _begun(self._what, total)
        (task,) = self._shown.task_ids
        pace = self._pace(now, done, total) if self._of else ""
        self._shown.update(task, completed=done, total=total, pace=pace)

    def _pace(self, now: float, done: int, total: int) -> str:
        """How many a second, and how long the rest takes at that rate."""
        began, before = self._first or (now, done)
        if now <= began or done <= before:
            return ""
        rate = (done - before) / (now - began)
        shown = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
        return f"{shown} {self._of} a second, {time_left((total - done) / rate)}"

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()


def time_left(seconds: float) -> str:
    """How long something will still take, no finer than can be told.

    >>> time_left(7), time_left(200), time_left(9000)
    ('7 s left', '3 min left', '2 h 30 min left')
    """
    if seconds < 100:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} min left"
    return f"{minutes // 60} h {minutes % 60} min left"


def _begun(what: str, total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task(what, total=total, pace="")
    bar.start()
    return bar
