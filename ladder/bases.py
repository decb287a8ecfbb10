"""The file that a ladder extends."""

from __future__ import annotations

import os
import re

from .bundles import bundled_file, bundled_names
from .nearest import Hints
from .wording import quoted, some

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|//|\\\\").match
_SUFFIXES = (".yaml", ".yml", ".json")


def base_file(name: str, of: str) -> str:
    """File that a ladder's `extends` means.

    Parameters
    ----------
    name : str
        The name of a bundled ladder, or else a file as seen from the folder of the other one.
    of : str
        The file in which it stands.

    Returns
    -------
    str

    Examples
    --------
    >>> base_file("../company.yaml", of="teams/payments.yaml")
    'company.yaml'
    """
    if name in bundled_names():
        return bundled_file(name)
    return os.path.normpath(os.path.join(os.path.dirname(of), name))


def why_not(name: str, file: str) -> str | None:
    """Reason for not even looking at a file: ladders come from strangers.

    Parameters
    ----------
    name : str
        As it is written.
    file : str
        What it means.

    Returns
    -------
    str or None

    Examples
    --------
    >>> why_not("https://example.org/ladder.yaml", "https:/example.org/ladder.yaml")
    'a ladder extends a file or a bundled ladder, not an address; save it beside this one first'
    """
    if _ADDRESS(name):
        return (
            "a ladder extends a file or a bundled ladder, not an address; save it beside this one "
            "first"
        )
    if not name.isprintable():
        return f"{quoted(name)} has characters in it that cannot be shown, such as a tab"
    if os.path.realpath(file).startswith(("/dev/", "/proc/")):
        return f"{file} is a device, which may never end; give a file"
    return None


def hint_at_base(name: str, of: str) -> str:
    """Words that end a message about a base that is not there: what may have been meant.

    Parameters
    ----------
    name : str
        As it is written.
    of : str
        The file in which it stands.

    Returns
    -------
    str
    """
    folder = os.path.dirname(name)
    try:
        beside = sorted(os.listdir(os.path.join(os.path.dirname(of), folder) or "."))
    except (OSError, ValueError):
        beside = []
    itself = os.path.basename(of)
    ladders = [file for file in beside if file.endswith(_SUFFIXES) and file != itself]
    if folder:
        return Hints().hint(name, [f"{folder}/{file}" for file in ladders])
    hint = Hints().hint(name, [*bundled_names(), *ladders])
    if os.path.splitext(name)[1]:
        return hint
    return f", nor a bundled ladder of that name; there are {some(bundled_names())}{hint}"
