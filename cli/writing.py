"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

import click

from ladder import LadderError

from .errors import Refused

STDOUT = "-"


def write(target: str, content: bytes) -> None:
    """Write a file beside its place and then move it there, so that nobody sees half of it.

    Parameters
    ----------
    target : str
        The file; ``-`` is standard output. An existing one is replaced and keeps its permissions.
    content : bytes

    Raises
    ------
    LadderError
        Where there is no such folder, or the target is a folder.
    OSError
        Where the file system refuses.
    """
    if target == STDOUT:
        click.echo(content, nl=False)
        return
    check_target(target)
    place = Path(os.path.realpath(target))
    if place.exists() and not place.is_file():
        place.write_bytes(content)  # a device or a pipe has to stay what it is
        return
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def check_target(target: str) -> None:
    """Refuse, before any work is done, what cannot be written to.

    Parameters
    ----------
    target : str

    Raises
    ------
    LadderError
    """
    if target == STDOUT:
        return
    place = Path(target)
    if place.is_dir():
        raise LadderError(f"{target} is a folder; name a file in it")
    if not place.parent.is_dir():
        raise LadderError(f"{target}: there is no folder {place.parent}; make it first")


def check_new(target: str, force: bool) -> None:
    """Refuse, besides, to replace what somebody may have edited.

    Parameters
    ----------
    target : str
    force : bool
        Whether a file that is there already may be replaced.

    Raises
    ------
    LadderError
        As `check_target` does.
    Refused
        If the file is there already.
    """
    check_target(target)
    if target != STDOUT and Path(target).exists() and not force:
        raise Refused(f"{target} is there already; --force replaces it")
