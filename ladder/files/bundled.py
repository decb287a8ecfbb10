"""The ladders that come with the package."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from ladder.errors import UnknownName
from ladder.matching import fold, nearest
from ladder.model import Ladder
from ladder.wording import listed, quoted, some

from .builder import build_ladder
from .reader import read_document
from .text import read_bytes

# Beside the modules, not through importlib.resources: that takes 50 ms to import.
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")

PARSED = ".parsed.json"
"""Follows the name of a file in YAML."""


def bundled_names() -> tuple[str, ...]:
    """Names of the ladders that come with the package.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> "product-management" in bundled_names()
    True
    """
    return tuple(_files())


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
    """What a file says, without the places of it.

    Beside one in YAML lies what it was read as, in JSON, which is read ten times as fast. That
    counts only where it was made of this very content; ``make bundled`` makes it anew.
    """
    content = read_bytes(path)
    if os.path.exists(path + PARSED):
        import json
        from zlib import crc32

        parsed = json.loads(read_bytes(path + PARSED))
        if parsed["crc32"] == crc32(content):
            return parsed["root"]
    return read_document(content, path).root


def bundled_file(name: str) -> str:
    """Find the file of a ladder that comes with the package.

    >>> os.path.basename(bundled_file("Product management"))
    'product-management.yaml'
    """
    names = {fold(each): each for each in bundled_names()}
    if fold(name) not in names:
        near = nearest(name, bundled_names())
        hint = f"; did you mean {listed(near)}?" if near else ""
        choices = some(bundled_names())
        raise UnknownName(f"no bundled ladder {quoted(name)}; there are {choices}{hint}", near)
    return _files()[names[fold(name)]]


@cache
def _files() -> dict[str, str]:
    paths = sorted(os.listdir(_FOLDER))
    return {
        os.path.splitext(path)[0]: os.path.join(_FOLDER, path)
        for path in paths
        if path.endswith((".yaml", ".json")) and not path.endswith(PARSED)
    }
