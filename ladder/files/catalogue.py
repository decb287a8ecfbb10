"""Which ladders come with the package, and in which files."""

from __future__ import annotations

import os
from functools import cache

from ladder.errors import UnknownName
from ladder.matching import fold, nearest
from ladder.wording import listed, quoted, some

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
    files = {
        os.path.splitext(path)[0]: os.path.join(_FOLDER, path)
        for path in os.listdir(_FOLDER)
        if path.endswith((".yaml", ".json")) and not path.endswith(PARSED)
    }
    return dict(sorted(files.items()))
