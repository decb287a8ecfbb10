"""Where output goes: to a file, written whole or not at all, or to the screen."""

from __future__ import annotations

from pathlib import Path

import click

from ladder.files import atomic

from .errors import Refused

STDOUT = "-"


def write(target: str, content: bytes) -> None:
    """Write a file, or to the screen."""
    if target == STDOUT:
        click.echo(content, nl=False)
    else:
        atomic.write(target, content)


def check_target(target: str) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    if target != STDOUT:
        atomic.check_target(target)


def check_new(target: str, force: bool) -> None:
    """Refuse, besides, to replace what somebody may have edited."""
    check_target(target)
    if target != STDOUT and Path(target).exists() and not force:
        raise Refused(f"{target} is there already; --force replaces it")
