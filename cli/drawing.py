"""Pictures for files: in which format, and drawn."""

from __future__ import annotations

from pathlib import Path

import click

from graphs import missing_glyphs, render

from .errors import Refused
from .terminal import remark
from .writing import STDOUT

FORMATS = ("svg", "png", "dot")


def format_of(output: str, form: str | None = None, otherwise: str = "") -> str:
    """The format, as the suffix and the option say it.

    Parameters
    ----------
    output : str
        The file; ``-`` is standard output.
    form : str, optional
        One of `FORMATS`.
    otherwise : str
        What else would say it, for the message.

    Returns
    -------
    str

    Raises
    ------
    click.UsageError, Refused
        Where they contradict each other, or neither says it.

    Examples
    --------
    >>> format_of("ladder.PNG"), format_of("ladder.txt", "dot"), format_of("-")
    ('png', 'dot', 'svg')
    """
    if output == STDOUT:
        return form or "svg"
    suffix = Path(output).suffix.removeprefix(".").lower()
    if form and suffix in FORMATS and suffix != form:
        raise click.UsageError(
            f"{output} ends in .{suffix}, but --format says {form}; change one of them"
        )
    if form:
        return form
    if suffix not in FORMATS:
        suffixes = ", ".join("." + known for known in FORMATS)
        raise Refused(f"{output}: the suffix should say the format, one of {suffixes}{otherwise}")
    return suffix


def drawn(dot: str, kind: str) -> bytes:
    """Draw a diagram.

    Parameters
    ----------
    dot : str
        As `graphs.diagram` writes it.
    kind : {"svg", "png", "dot"}

    Returns
    -------
    bytes
        A whole file.
    """
    if kind == "dot":
        return dot.encode()
    if kind == "svg":
        return render(dot, "svg")
    if missing := missing_glyphs(dot):
        remark(f"The font of a PNG lacks {' '.join(sorted(missing))}; an SVG shows them.")
    return render(dot, "png")
