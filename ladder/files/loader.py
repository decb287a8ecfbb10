"""Loading a ladder from its file."""

from __future__ import annotations

import os

from ladder.model import Ladder

from .builder import build_ladder
from .document import Document
from .reader import read_document
from .schema import shape_faults
from .text import FilePath, Read, read_bytes


def load(path: FilePath, *, read: Read = read_bytes) -> Ladder:
    """Load a ladder, or tell everything that is wrong with its file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``. It may extend another
        ladder, which is a file, too, or a bundled one.
    read : callable, optional
        Gives the content of this file and of those that it extends, by path, or raises
        `UnreadableFile`; without it they are read from the disk.

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


def sound_document(path: FilePath, *, read: Read = read_bytes) -> Document:
    """Read a ladder's file as plain data that makes a ladder, with the place of everything in it.

    `build_ladder` makes the ladder of its root. Where the file extends another, it is the
    whole, and its entries know in which file they stand.
    """
    from .validation import sense_faults  # the bundled ladders need no check

    file = os.fspath(path)
    document = read_document(read(file), file)
    if isinstance(document.root, dict) and "extends" in document.root:
        from .extends import whole_document  # most ladders extend none

        return whole_document(document, read)
    document.check([*shape_faults("ladder", document.root), *sense_faults(document.root)])
    return document
