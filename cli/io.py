"""Where output goes: to a file, written whole or not at all, or to the screen."""

from __future__ import annotations

import os
import sys

import click

from .errors import Refused
from .output import printable

STDOUT = "-"


def write(target: str, content: bytes) -> None:
    """Write a file, or to standard output; on a screen, nothing in it acts on that."""
    if target == STDOUT:
        if sys.stdout.isatty():
            content = printable(content.decode(errors="replace")).encode()
        click.echo(content, nl=False)
        return
    from ladder.files import atomic  # here, as most commands write no file

    atomic.write(target, content)


def write_new(target: str, content: bytes) -> bool:
    """Write a file where nothing is yet; False if something is."""
    from ladder.files import atomic

    return atomic.write_new(target, content)


def check_target(target: str) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    if target == STDOUT:
        return
    from ladder.files import atomic

    atomic.check_target(target)


def check_new(target: str, force: bool) -> None:
    """Refuse, besides, to replace what somebody may have edited."""
    check_target(target)
    if target != STDOUT and os.path.exists(target) and not force:
        raise Refused(f"{target} is there already; --force replaces it")
