"""Standard output and standard error, made ready for whatever is wrong with them.

Either may be closed, on a full disk, or a pipe that nobody reads. An answer that cannot be printed
is a failure with a reason; a word beside it that cannot be is none, as the answer is what counts.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn, TextIO

OUTPUT, ERRORS = 1, 2
"""Numbers of the two for the system."""


class OutputFailed(Exception):
    """Standard output took no more.

    No OSError, so that it is never taken for a file that could not be read.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror or str(error))
        self.errno = error.errno

    @property
    def reader_gone(self) -> bool:
        """Whether it is a pipe, and its reader has left; Windows says so with EINVAL."""
        return self.errno == errno.EPIPE or (os.name == "nt" and self.errno == errno.EINVAL)

    @property
    def reason(self) -> str:
        """What is wrong with it, for the end of a sentence."""
        if self.errno == errno.EBADF:
            return "it is closed"
        text = str(self)
        return text[:1].lower() + text[1:]


def make_ready() -> None:
    """Have output fail with `OutputFailed`, and errors never fail.

    What a test or another program has put in their place stays as it is.
    """
    _hold_closed_ones()
    if sys.stdout is sys.__stdout__:
        sys.stdout = _watched(sys.__stdout__, OUTPUT, _fail)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _watched(sys.__stderr__, ERRORS, lambda error: None)


def _hold_closed_ones() -> None:
    """Keep the next file that is opened from being taken for a standard stream.

    The null device stands in for each closed one: for output without the right to write, so that
    writing fails as before.
    """
    for number, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, mode)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)


def _fail(error: OSError) -> NoReturn:
    raise OutputFailed(error) from None


class _Watched(io.RawIOBase):
    """Hands on what is written, until that fails once; Python itself writes anew at its end."""

    def __init__(self, under: io.RawIOBase, failed: Callable[[OSError], None]) -> None:
        super().__init__()
        self._under = under
        self._failed = failed
        self._lost = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._under.isatty()

    def fileno(self) -> int:
        return self._under.fileno()

    def write(self, data: Any, /) -> int | None:
        if not self._lost:
            try:
                return self._under.write(data)
            except OSError as error:
                self._lost = True
                self._failed(error)
        return memoryview(data).nbytes


def _watched(stream: TextIO | None, number: int, failed: Callable[[OSError], None]) -> TextIO:
    """Watch a stream; None is one that was closed when Python started."""
    if stream is None:
        under = io.FileIO(number, "w", closefd=False)
        return io.TextIOWrapper(io.BufferedWriter(_Watched(under, failed)), encoding="utf-8")
    raw: Any = getattr(stream.buffer, "raw", stream.buffer)  # the latter under python -u
    return io.TextIOWrapper(
        io.BufferedWriter(_Watched(raw, failed)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=bool(stream.line_buffering),
    )
