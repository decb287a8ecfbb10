"""A ladder as a picture, in the DOT language: tracks as lanes, ranks lined up over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ladder import Ladder

from .answer import GrowthPath
from .picture.themes import LIGHT, Theme

if TYPE_CHECKING:
    from .survey import Into, Reach


def diagram(
    ladder: Ladder,
    *,
    path: GrowthPath | None = None,
    survey: Reach | Into | None = None,
    theme: Theme = LIGHT,
) -> str:
    """Draw a ladder, as text for Graphviz.

    Tracks are lanes, in the order of the file, and ranks run from left to right. On the line of
    each transition lies its gate: a small box with the months to be served and the skill levels
    to be held. Transitions into one role that ask the same pass through one gate.

    Parameters
    ----------
    ladder : Ladder
        What to draw.
    path : GrowthPath, optional
        A path that is to stand out, by thick lines, filled boxes and numbered steps. Only its
        gates are written out, the others give their months and how many skills they ask. Of a
        ladder of more than 60 roles only the path is drawn, and the roles one move ahead of it.
    survey : Reach or Into, optional
        What the roles are to be shaded by: how soon they are reached, or lead there, with the
        months in each box. Of a ladder of more than 60 roles only those within reach are drawn. It
        takes the place of a path.
    theme : Theme
        Its colours.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it, and so does ``neato -n2``. It is the
        same for the same ladder, whatever the order of its roles' keys.

    Examples
    --------
    >>> from ladder import Role
    >>> text = diagram(Ladder("Small", roles={"pm": Role("pm", "Product Manager")}))
    >>> "Product Manager" in text
    True
    """
    from .picture.drawing import draw

    return draw(ladder, None if survey else path, survey, theme)
