"""Whatever goes wrong, told in one message and one exit code."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NoReturn

import click

from ladder import FileProblems, LadderError

from .output import colour, printable
from .streams import OutputFailed

NO = 1
BAD_INPUT = 2
LIMIT = 3
INTERRUPTED = 130
READER_GONE = 141


class Refused(click.ClickException):
    """Bad input, or a file that cannot be read or written.

    A bare message speaks for itself, as lines do that begin with a file's name.
    """

    exit_code = BAD_INPUT

    def __init__(self, message: str, *, bare: bool = False) -> None:
        super().__init__(message)
        self.bare = bare

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message on standard error."""
        head = "" if self.bare else click.style("Error: ", fg="red", bold=True)
        click.echo(head + printable(self.message), file=file, err=True, color=colour())


@contextmanager
def told() -> Iterator[None]:
    """Turn the mistakes that are a person's to mend into messages, and nothing else."""
    try:
        yield
    except LadderError as error:
        raise Refused(of_commands(str(error)), bare=isinstance(error, FileProblems)) from error
    except click.UsageError as error:  # of click's own, with what was typed
        message = error.format_message()
        if printable(message) == message:
            raise
        raise click.UsageError(printable(message), error.ctx) from None
    except KeyboardInterrupt:
        click.echo(err=True)
        raise click.exceptions.Exit(INTERRUPTED) from None
    except OSError as error:
        raise Refused(_worded(error)) from error


def end_without_output(failed: OutputFailed) -> NoReturn:
    """End where an answer could not be printed: without a word if a pipe's reader has left."""
    if failed.reader_gone:
        sys.exit(READER_GONE)
    Refused(f"standard output cannot be written to: {failed.reason}").show()
    sys.exit(BAD_INPUT)


MORE = re.compile(r'no (role|skill|activity) "([\w -]+)"; did you mean [^?]* or one of \d+ more\?')
LISTS = {"role": "roles", "skill": "skills", "activity": "activities"}


def of_commands(message: str) -> str:
    """A message of the library, which speaks of Python, in the words of the command line.

    >>> print(of_commands('no role "xyzzy"; ladder.roles lists them'))
    no role "xyzzy"; "ladder roles" lists them
    >>> print(of_commands("give one figure for all, by the argument months"))
    give one figure for all, by --months
    >>> print(of_commands('no role "chef"; did you mean a, b or one of 7 more?'))
    no role "chef"; did you mean a, b or one of 7 more? "ladder roles chef" lists them
    """
    message = re.sub(r"\bladder\.([a-z]+) lists them", r'"ladder \1" lists them', message)
    message = MORE.sub(lambda it: f'{it[0]} "ladder {LISTS[it[1]]} {it[2]}" lists them', message)
    return re.sub(r"\bthe argument ([a-z]+)", r"--\1", message)


def _worded(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason
