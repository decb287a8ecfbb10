"""Loading a ladder from its file."""

from __future__ import annotations

import os

from .building import build_ladder
from .document import Document, read_document
from .model import Ladder
from .schema import shape_faults
from .text import FilePath, read_bytes


def load(path: FilePath) -> Ladder:
    """Load a ladder, or tell everything that is wrong with its file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``.

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
    return build_ladder(sound_document(path).root)


def sound_document(path: FilePath) -> Document:
    """Read a ladder's file as plain data that makes a ladder, with the place of everything in it.

    Parameters
    ----------
    path : str or path-like

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

    document = read_document(read_bytes(path), os.fspath(path))
    document.check([*shape_faults("ladder", document.root), *sense_faults(document.root)])
    return document
