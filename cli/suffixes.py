"""In which format a file is written: its suffix says so, or an option does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from .errors import Refused
from .writing import STDOUT


def by_suffix(
    output: str, form: str | None, suffixes: Mapping[str, Sequence[str]], otherwise: str = ""
) -> str:
    """Decide on the format.

    Parameters
    ----------
    output : str
        The file; ``-`` is standard output.
    form : str or None
        What ``--format`` says.
    suffixes : mapping of str to sequence of str
        Of each format; the first format is the one for standard output, and the first with a
        suffix is what that suffix alone means.
    otherwise : str
        What else would say it, for the message.

    Returns
    -------
    str

    Raises
    ------
    click.UsageError, Refused
        Where the two contradict each other, or neither says it.

    Examples
    --------
    >>> suffixes = {"yaml": [".yaml", ".yml"], "json": [".json"], "node-link": [".json"]}
    >>> [by_suffix(*asked, suffixes) for asked in [("a.YML", None), ("a.json", "node-link")]]
    ['yaml', 'node-link']
    """
    if output == STDOUT:
        return form or next(iter(suffixes))
    suffix = Path(output).suffix.lower()
    meant = [known for known, endings in suffixes.items() if suffix in endings]
    if form and meant and form not in meant:
        raise click.UsageError(
            f"{output} ends in {suffix}, but --format says {form}; change one of them"
        )
    if form:
        return form
    if not meant:
        known = ", ".join(dict.fromkeys(each for endings in suffixes.values() for each in endings))
        raise Refused(f"{output}: the suffix should say the format, one of {known}{otherwise}")
    return meant[0]
