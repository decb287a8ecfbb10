"""Where files are: on this machine, or at an address such as ``s3://bucket/staff.parquet``.

Addresses go through fsspec. What fails there has as many types as there are stores, so that each
becomes one message.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from ladder import LadderError, UnreadableFile
from ladder.errors import NotInstalled
from ladder.files import atomic
from ladder.files.text import read_bytes

MOST_BYTES = 1_000_000_000


def is_remote(path: str) -> bool:
    """Whether a path is an address."""
    return "://" in path


def content_of(path: str) -> bytes:
    """Content of a file."""
    if not is_remote(path):
        return read_bytes(path, MOST_BYTES)
    with _told(path, "read") as (files, name), files.open(name, "rb") as file:
        content: bytes = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"{path} is larger than {MOST_BYTES // 1_000_000:,} MB")
    return content


def check_target(path: str) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    if not is_remote(path):
        atomic.check_target(path)
        return
    with _told(path, "written"):
        pass  # that there is such a store is known now


def fill(path: str, writer: Callable[[BinaryIO], None]) -> None:
    """Write a file, whole or not at all."""
    if not is_remote(path):
        atomic.fill(path, writer)
        return
    whole = io.BytesIO()
    writer(whole)
    with _told(path, "written") as (files, name), files.open(name, "wb") as file:
        file.write(whole.getbuffer())


class Folder:
    """A folder for what is kept for a while: small files, each there whole or not to be used."""

    def __init__(self, path: str) -> None:
        self._path = path

    def read(self, name: str) -> bytes | None:
        """Content of a file in it, if it is there."""
        if is_remote(self._path):
            with suppress(LadderError):
                return content_of(f"{self._path}/{name}")
            return None
        try:
            return Path(self._path, name).read_bytes()
        except OSError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Put a file into it, which need not outlive a power cut."""
        if is_remote(self._path):
            with _told(self._path, "written") as (files, folder):
                files.makedirs(folder, exist_ok=True)
                files.pipe_file(f"{folder}/{name}", content)
            return
        place = Path(self._path, name)
        beside = place.with_name(f".{name}.{os.getpid()}")
        try:
            place.parent.mkdir(exist_ok=True)
            beside.write_bytes(content)
            beside.replace(place)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise LadderError(f"{self._path} cannot be written: {atomic.reason(error)}") from error

    def remove(self, names: set[str]) -> None:
        """Take files away, and the folder, if nothing else is in it."""
        if is_remote(self._path):
            with suppress(LadderError), _told(self._path, "written") as (files, folder):
                for name in names:
                    files.rm_file(f"{folder}/{name}")
                with suppress(OSError):
                    files.rmdir(folder)
            return
        with suppress(OSError):
            for name in names:
                Path(self._path, name).unlink(missing_ok=True)
            Path(self._path).rmdir()


@contextmanager
def _told(path: str, what: str) -> Iterator[tuple[Any, str]]:
    """The store that an address belongs to, and what the file is called there."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise NotInstalled("remote paths need", "fsspec", "cluster") from None
    try:
        yield url_to_fs(path)
    except LadderError:
        raise
    except FileNotFoundError:
        raise UnreadableFile(f"there is no file {path}") from None
    except Exception as error:
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        raise LadderError(f"{path} cannot be {what}: {reason}") from error
