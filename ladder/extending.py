"""A ladder whose file extends another: found, merged, and checked with all that it builds on."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from .bases import base_file, hint_at_base, why_not
from .bundles import bundled_names
from .document import MOST_VALUES, Document, Fault, read_document
from .errors import FileProblems, Problem, UnreadableFile
from .merging import merge
from .misfits import misfits
from .schema import shape_faults
from .sense import sense_faults
from .text import Read, read_bytes

MOST_BASES = 10


class _Examined(NamedTuple):
    """A ladder with all that it builds on, and what is wrong with it.

    The whole is None where it has not the shape on which another one could build.
    """

    whole: Document | None
    problems: list[Problem]


def whole_document(document: Document, read: Read) -> Document:
    """Put together a ladder that extends another.

    Parameters
    ----------
    document : Document
        Of the file that extends.
    read : callable
        Gives the content of a file.

    Returns
    -------
    Document
        The whole, found sound; its entries know in which file they stand.

    Raises
    ------
    FileProblems
        When something is wrong in any of the files, or between them.
    """
    whole, problems = _examined(document, read, (os.path.normpath(document.file),), 0)
    if problems or whole is None:
        raise FileProblems(problems)
    return whole


def _examined(document: Document, read: Read, chain: tuple[str, ...], before: int) -> _Examined:
    """Examine a file to which others led, that have so many values."""
    root = document.root
    shape = list(shape_faults("ladder", root))
    if not isinstance(root, dict) or "extends" not in root:
        problems = document.refused([*shape, *sense_faults(root)])
        return _Examined(None if shape else document, problems)
    own = document.refused(shape)
    if not isinstance(root["extends"], str) or not root["extends"].strip():
        return _Examined(None, own)  # the shape has told it
    base = _base(document, read, chain, before + _values(root))
    if base.whole is None:
        return _Examined(None, own + base.problems)
    merged = merge(base.whole, document)
    missing = list(shape_faults("ladder", merged.document.root))
    faults = [*missing, *sense_faults(merged.document.root)]
    between = [
        *document.refused([*shape, *merged.faults]),
        *misfits(document, merged.document, faults, sound=not base.problems),
    ]
    whole = None if shape or missing else merged.document
    return _Examined(whole, [*dict.fromkeys(between), *base.problems])


def _base(document: Document, read: Read, chain: tuple[str, ...], before: int) -> _Examined:
    """Ladder that a file extends, the files in the chain being those that led to it."""
    name: str = document.root["extends"].strip()
    file = base_file(name, document.file)

    def refused(message: str) -> _Examined:
        return _Examined(None, document.locate([Fault(("extends",), message)]))

    if reason := _in_a_row(file, chain) or why_not(name, file):
        return refused(reason)
    try:
        if name in bundled_names():  # the package's own tests check these files
            return _Examined(read_document(read_bytes(file), file), [])
        base = read_document(read(file), file)
        if before + _values(base.root) > MOST_VALUES:
            return refused(f"with what it extends, the ladder has more than {MOST_VALUES:,} values")
        return _examined(base, read, (*chain, file), before)
    except UnreadableFile as error:
        hint = "" if os.path.exists(file) else hint_at_base(name, document.file)
        return refused(f"{error}{hint}")
    except FileProblems as error:
        return _Examined(None, [*error.problems])


def _values(root: Any) -> int:
    """How many values there are, each alias counted as all that it stands for."""
    number, waiting = 0, [root]
    while waiting:
        number += 1
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return number


def _in_a_row(file: str, chain: tuple[str, ...]) -> str | None:
    """What is wrong with one more file to extend, after those in the chain."""
    if file in chain:
        circle = " → ".join([*chain[chain.index(file) :], file])
        return f"these extend each other in a circle: {circle}"
    if len(chain) > MOST_BASES:
        return f"more than {MOST_BASES} ladders extend one another in a row"
    return None
