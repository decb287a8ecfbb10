"""How answers show themselves in a notebook: as pictures."""

from __future__ import annotations

from collections.abc import Callable

from ladder import Ladder, LadderError


def shown(drawing: Callable[[], str]) -> str | None:
    """Draw for a notebook.

    SVG; None where it cannot be drawn, so that the notebook shows something else.
    """
    from .drawing.dot.render import render

    try:
        svg = render(drawing(), "svg").decode()
    except LadderError:
        return None
    # A page that the picture is put into has its own declaration.
    return svg[svg.index("<svg") :]


def ladder_shown(ladder: Ladder) -> str | None:
    """Draw a ladder for a notebook.

    SVG; None where it cannot be drawn.
    """
    from .drawing.pictures.diagram import diagram

    return shown(lambda: diagram(ladder))
