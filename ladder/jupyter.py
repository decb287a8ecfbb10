"""How values show themselves in a notebook, and how they are saved: as pictures, or as tables.

What draws is built on top of this package, so it comes and says so, by `draw_with`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

FilePath: TypeAlias = str | os.PathLike[str]
Svg: TypeAlias = Callable[[object], str | None]
Save: TypeAlias = Callable[[object, FilePath], None]


_draws: list[tuple[Svg, Save]] = []


def draw_with(svg: Svg, save: Save) -> None:
    """Say what draws values from now on: as SVG, None where that cannot be done; and to a file."""
    _draws[:] = [(svg, save)]


class Drawn:
    """A value that has a picture."""

    __slots__ = ()

    def save(self, file: FilePath) -> None:
        """Save the picture, whole or not at all.

        Parameters
        ----------
        file : str or path-like
            Its suffix says what it becomes: ``.svg``, ``.png``, ``.pdf`` or ``.dot``; and
            ``.mmd``, for Mermaid, of what is a picture of the ladder alone or of ways in it.

        Raises
        ------
        ValueError
            The suffix is another one.
        LadderError
            The file cannot be written.
        DrawingFailed
            The picture cannot be drawn; for PDF there may be no Graphviz.
        RuntimeError
            Nothing draws, as `graphs` has not been imported.
        """
        if not _draws:
            raise RuntimeError("nothing draws pictures yet; import graphs first")
        _draws[0][1](self, file)

    def _repr_svg_(self) -> str | None:
        """The picture for a notebook; None where nothing draws."""
        return _draws[0][0](self) if _draws else None


# Colours are the notebook's own, be it bright or dark.
CELL = "text-align:left;vertical-align:top;padding:0.2em 1em 0.2em 0"
LINE = "border:0;border-top:1px solid;"


Rows: TypeAlias = Iterable[Sequence[str]]


def table(title: str, note: str, head: Sequence[str], groups: Iterable[tuple[str, Rows]]) -> str:
    """Write a table as HTML: one element, in which no name is markup; styles do not reach beyond.

    Of each group of rows, the first has a line above it, and the group's name before it.

    >>> "R&amp;D lead" in table("Small", "1 role", ["Track", "Role"], [("", [["R&D lead"]])])
    True
    """
    names = "".join(f'<th style="border:0;{CELL}">{word}</th>' for word in head)
    body = "".join(
        _row(("" if number else name, *words), "border:0;" if number else LINE)
        for name, rows in groups
        for number, words in enumerate(rows)
    )
    # Names with dollar signs are not mathematics.
    return (
        '<div class="tex2jax_ignore mathjax_ignore" style="max-height:40em;overflow:auto">'
        f"<p><strong>{_text(title)}</strong> ({note})</p>"
        f'<table style="border-collapse:collapse;border:0"><tr style="background:none">{names}</tr>'
        f"{body}</table></div>"
    )


def _row(words: Sequence[str], line: str) -> str:
    cells = "".join(f'<td style="{line}{CELL}">{_text(word)}</td>' for word in words)
    return f'<tr style="background:none">{cells}</tr>'


def _text(name: str) -> str:
    """A name in which nothing is markup, kept apart from names that run the other way."""
    import html

    return f"<bdi>{html.escape(name)}</bdi>" if name else ""
