"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ladder.errors import LadderError

from .text import FilePath, refuse_broken

Writer = Callable[[BinaryIO], object]
"""Writes into a file that is open for it."""

FULL = (errno.ENOSPC, errno.EDQUOT)
"""A full disk, a spent quota."""


def write(target: FilePath, content: bytes) -> None:
    """Write a file beside its place and then move it there, so that nobody sees half of it."""
    fill(target, lambda file: file.write(content))


def fill(target: FilePath, writer: Writer) -> None:
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
        raise _refused(target, error) from error


def write_new(target: FilePath, content: bytes) -> bool:
    """Do the same where nothing is yet; False if something is, be it there since a moment ago."""
    check_target(target)
    place = Path(target)
    if os.path.lexists(place):
        return False
    try:
        with _written_beside(place, lambda file: file.write(content)) as beside:
            _put_new(beside, place)
    except FileExistsError:
        return False
    except OSError as error:
        raise _refused(target, error) from error
    return True


def _put_new(beside: Path, place: Path) -> None:
    """Give a file its place, of several who try it at once to one only."""
    try:
        os.link(beside, place)
    except FileExistsError:
        raise
    except OSError:  # a file system without links; for a moment an empty file holds the place
        place.open("xb").close()
        beside.replace(place)


def check_target(target: FilePath) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    refuse_broken(target)
    place = Path(target)
    if _leads_to_itself(place):
        raise LadderError(f"{target} is a link that leads back to itself; name a file")
    if place.is_dir():
        raise LadderError(f"{target} is a folder; name a file in it")
    if not place.parent.is_dir():
        raise LadderError(f"{target}: there is no folder {place.parent}; make it first")


def _leads_to_itself(place: Path) -> bool:
    try:
        place.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    except ValueError:  # a NUL in the path, which writing will tell
        return False
    return False


def _replace(place: Path, writer: Writer) -> None:
    with _written_beside(place, writer) as beside:
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)


@contextmanager
def _written_beside(place: Path, writer: Writer) -> Iterator[Path]:
    """Write a file whole under a name that goes again, unless the file is moved to its place."""
    beside = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            writer(file)
            file.flush()
            os.fsync(file.fileno())  # or a power cut might leave the new name without its content
        yield beside
    finally:  # after Ctrl-C, too
        beside.unlink(missing_ok=True)


def _refused(target: FilePath, error: OSError) -> LadderError:
    return LadderError(f"{target} cannot be written: {reason(error)}")


def reason(error: OSError) -> str:
    """Why a file cannot be written."""
    if error.errno in FULL:
        return "no space is left there; it is as it was"
    if error.errno == errno.EFBIG:
        return "it would be larger than a file may be there; it is as it was"
    said = error.strerror or str(error)
    return f"{said[:1].lower()}{said[1:]}"
