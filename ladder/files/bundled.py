"""Loading a ladder that comes with the package, without checking it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from ladder.model import Ladder

from .builder import build_ladder
from .catalogue import PARSED, bundled_file
from .reader import read_document
from .text import read_bytes


def bundled(name: str) -> Ladder:
    """Load a ladder that comes with the package.

    Parameters
    ----------
    name : str
        One of `bundled_names`, case, spaces and hyphens aside.

    Returns
    -------
    Ladder

    Raises
    ------
    UnknownName
        When there is none of that name; it lists those there are.

    Examples
    --------
    >>> bundled("product-management").name
    'Product management'
    """
    path = bundled_file(name)
    # The package's own tests check these files; doing it at every start would take 20 ms.
    return build_ladder(_root(path))


def _root(path: str) -> Any:
    """What a file says, with all that it extends, without the places of it.

    Beside one in YAML lies what it was read as, in JSON, which is read ten times as fast. That
    counts only where it was made of the very content of these files; ``make bundled`` makes it
    anew.
    """
    if os.path.exists(path + PARSED):
        import json

        parsed = json.loads(read_bytes(path + PARSED))
        if parsed["crc32"] == checksums(parsed["crc32"], path):
            return parsed["root"]
    document = read_document(read_bytes(path), path)
    if "extends" not in document.root:
        return document.root
    from .extends import whole_document  # which needs what checks files

    return whole_document(document, read_bytes).root


def checksums(files: Iterable[str], path: str) -> dict[str, int]:
    """Checksums of files that lie beside one, by their names; those that are gone have none."""
    from zlib import crc32

    beside = {file: os.path.join(os.path.dirname(path), file) for file in files}
    return {
        file: crc32(read_bytes(place)) for file, place in beside.items() if os.path.exists(place)
    }
