"""Loading a ladder from its file."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeAlias

from .building import build_ladder
from .document import Document, read_document
from .model import Ladder
from .schema import shape_faults
from .text import FilePath, read_bytes

Reader: TypeAlias = Callable[[FilePath], bytes]
"""Gives the content of a file by its name; raises UnreadableFile."""


def load(path: FilePath, *, read: Reader = read_bytes) -> Ladder:
    """Load a ladder, or tell everything that is wrong with its file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``.
    read : callable, optional
        Gives the content by the path, where that is not on the disk.

    Returns
    -------
    Ladder

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When something in it is wrong; holds all problems with their places.

    Examples
    --------
    >>> load("nowhere.yaml")
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.yaml
    """
    return build_ladder(sound_document(path, read=read).root)


def sound_document(path: FilePath, *, read: Reader = read_bytes) -> Document:
    """Read a ladder's file as plain data that makes a ladder, with the place of everything in it.

    Parameters
    ----------
    path : str or path-like
    read : callable, optional
        As for `load`.

    Returns
    -------
    Document
        `build_ladder` makes the ladder of its root.

    Raises
    ------
    UnreadableFile, FileProblems
        As `load` does.
    """
    from .sense import sense_faults  # the bundled ladders need no check

    document = read_document(read(path), os.fspath(path))
    document.check([*shape_faults("ladder", document.root), *sense_faults(document.root)])
    return document
