"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from ladder.errors import LadderError

from .text import FilePath

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A full disk, a spent quota, a file larger than the file system takes."""


def write(target: FilePath, content: bytes) -> None:
    """Write a file beside its place and then move it there, so that nobody sees half of it."""
    fill(target, lambda file: file.write(content))


def fill(target: FilePath, writer: Callable[[BinaryIO], object]) -> None:
    """Let something write a file, likewise, piece by piece."""
    check_target(target)
    place = Path(os.path.realpath(target))
    try:
        if place.exists() and not place.is_file():
            with place.open("wb") as file:  # a device or a pipe has to stay what it is
                writer(file)
        else:
            _replace(place, writer)
    except OSError as error:
        raise LadderError(f"{target} cannot be written: {reason(error)}") from error


def check_target(target: FilePath) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    place = Path(target)
    if place.is_dir():
        raise LadderError(f"{target} is a folder; name a file in it")
    if not place.parent.is_dir():
        raise LadderError(f"{target}: there is no folder {place.parent}; make it first")


def _replace(place: Path, writer: Callable[[BinaryIO], object]) -> None:
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            writer(file)
            file.flush()
            os.fsync(file.fileno())  # or a power cut might leave the new name without its content
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:  # Ctrl-C among them
        beside.unlink(missing_ok=True)
        raise


def reason(error: OSError) -> str:
    """Why a file cannot be written."""
    if error.errno in FULL:
        return "no space is left there; it is as it was"
    said = error.strerror or str(error)
    return f"{said[:1].lower()}{said[1:]}"
