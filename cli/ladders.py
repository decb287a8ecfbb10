"""Which ladder answers."""

from __future__ import annotations

import os
from collections.abc import Mapping

import click

from ladder import Ladder, Pace, UnknownName, UnreadableFile, bundled, bundled_names, load
from ladder.bundles import bundled_file
from ladder.wording import listed

from .terminal import remark

DEFAULT = "product-management"
HERE = "ladder.yaml"
NAMED = "cli.ladder"
"""Where a context keeps the value of ``--ladder``."""
PACED = "cli.pace"
"""Where a context keeps the value of ``--pace``."""


def open_ladder() -> Ladder:
    """Read the ladder that the present command is about, and say which, if nobody named it.

    Returns
    -------
    Ladder
        At the pace asked for, where the command asks for one.
    """
    return paced(open_typical())


def open_typical() -> Ladder:
    """Do the same, and leave it at its typical pace.

    Returns
    -------
    Ladder
    """
    name, reason = chosen(click.get_current_context().meta.get(NAMED), os.environ)
    ladder = read(name)
    if reason:
        remark(f"Ladder: {ladder.name} ({reason})")
    return ladder


def paced(ladder: Ladder) -> Ladder:
    """Put a ladder at the pace that the present command asks for.

    Parameters
    ----------
    ladder : Ladder
        At its typical one.

    Returns
    -------
    Ladder
    """
    pace: Pace = click.get_current_context().meta.get(PACED, "typical")
    if pace == "typical":
        return ladder
    from graphs.pace import at_pace, has_ranges

    if not has_ranges(ladder):
        remark("None of this ladder's months has a range, so that each pace is the same.")
    return at_pace(ladder, pace)


def chosen(named: str | None, environment: Mapping[str, str]) -> tuple[str, str | None]:
    """Decide on a ladder; the working folder may hold one.

    Parameters
    ----------
    named : str or None
        What ``--ladder`` said.
    environment : mapping of str to str
        May hold ``LADDER_FILE``.

    Returns
    -------
    str
        A file, or the name of a bundled ladder.
    str or None
        Why that one, if it was not named.

    Examples
    --------
    >>> chosen(None, {"LADDER_FILE": "ours.yaml"})
    ('ours.yaml', 'LADDER_FILE is ours.yaml')
    """
    if named:
        return named, None
    if file := environment.get("LADDER_FILE"):
        return file, f"LADDER_FILE is {file}"
    if os.path.exists(HERE):
        return HERE, f"{HERE} in this folder"
    return DEFAULT, "bundled; --ladder names another"


def read(name: str) -> Ladder:
    """Read a ladder.

    Parameters
    ----------
    name : str
        Of a bundled ladder, or else of a file.

    Returns
    -------
    Ladder

    Raises
    ------
    UnreadableFile, FileProblems
    """
    file = file_of(name)
    return load(file) if file == name else bundled(name)


def file_of(name: str) -> str:
    """Find the file of a ladder.

    Parameters
    ----------
    name : str
        Of a bundled ladder, or else of a file.

    Returns
    -------
    str
        `name` itself, unless it is that of a bundled ladder.

    Raises
    ------
    UnreadableFile
        When it is neither, as far as can be told without opening it.
    """
    if name not in bundled_names() and (
        os.path.splitext(name)[1] or os.path.basename(name) != name or os.path.exists(name)
    ):
        return name
    if not name.strip():
        choices = listed(bundled_names())
        raise UnreadableFile(f"no ladder is named; give a file, or a bundled ladder: {choices}")
    try:
        return bundled_file(name)
    except UnknownName as error:
        raise UnreadableFile(f"there is no file {name}, and {error}") from None


def quietly(ctx: click.Context) -> Ladder:
    """Read the ladder that a command being completed is about, and print nothing.

    Parameters
    ----------
    ctx : click.Context

    Returns
    -------
    Ladder

    Raises
    ------
    LadderError, OSError
    """
    return read(chosen(ctx.meta.get(NAMED), os.environ)[0])
