"""Pictures for files: in which format, and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from graphs import missing_glyphs, render

from .errors import Refused
from .terminal import remark
from .writing import STDOUT

FORMATS = ("svg", "png", "pdf", "dot")
MERMAID = "mermaid"
SUFFIXES = {suffix: suffix for suffix in FORMATS} | {"mmd": MERMAID}


def format_of(output: str, form: str | None = None, otherwise: str = "") -> str:
    """The format, as the suffix and the option say it.

    Parameters
    ----------
    output : str
        The file; ``-`` is standard output.
    form : str, optional
        One of `FORMATS`, or `MERMAID`.
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
    told = SUFFIXES.get(suffix)
    if form and told and told != form:
        raise click.UsageError(
            f"{output} ends in .{suffix}, but --format says {form}; change one of them"
        )
    if form:
        return form
    if not told:
        suffixes = ", ".join("." + known for known in SUFFIXES)
        raise Refused(f"{output}: the suffix should say the format, one of {suffixes}{otherwise}")
    return told


def drawn(
    dot: str,
    kind: str,
    *,
    scale: float = 1.0,
    font: str | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """Draw a diagram.

    Parameters
    ----------
    dot : str
        As `graphs.diagram` writes it.
    kind : {"svg", "png", "pdf", "dot"}
    scale : float
        Of a PNG.
    font : str, optional
        Of an SVG.
    links : mapping of str to str, optional
        Of an SVG: addresses, by the ids of what they are about.

    Returns
    -------
    bytes
        A whole file.
    """
    if kind == "dot":
        return dot.encode()
    if kind == "svg":
        return render(dot, "svg", font=font, links=links)
    if kind == "pdf":
        return render(dot, "pdf")
    if missing := missing_glyphs(dot):
        remark(f"The font of a PNG lacks {' '.join(sorted(missing))}; an SVG shows them.")
    return render(dot, "png", scale=scale)
