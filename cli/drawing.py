"""Pictures for files: in which format, and drawn."""

from __future__ import annotations

from collections.abc import Mapping

from graphs import missing_glyphs, render

from .suffixes import by_suffix
from .terminal import remark

FORMATS = ("svg", "png", "pdf", "dot")
MERMAID = "mermaid"
SUFFIXES = {form: (f".{form}",) for form in FORMATS} | {MERMAID: (".mmd",)}


def format_of(
    output: str, form: str | None = None, otherwise: str = "", *, mermaid: bool = True
) -> str:
    """The format of a picture, as the suffix and the option say it.

    Parameters
    ----------
    output : str
        The file; ``-`` is standard output.
    form : str, optional
        One of `FORMATS`, or `MERMAID`.
    otherwise : str
        What else would say it, for the message.
    mermaid : bool
        Whether it may be Mermaid.

    Returns
    -------
    str

    Raises
    ------
    click.UsageError, Refused
        As `by_suffix` does.

    Examples
    --------
    >>> format_of("ladder.PNG"), format_of("ladder.txt", "dot"), format_of("-")
    ('png', 'dot', 'svg')
    """
    suffixes = {known: SUFFIXES[known] for known in SUFFIXES if mermaid or known != MERMAID}
    return by_suffix(output, form, suffixes, otherwise)


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
