"""A ladder as a picture, in the DOT language: tracks as lanes, ranks lined up over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ladder import Ladder

from .answer import GrowthPath
from .picture.themes import LIGHT, Theme
from .selection import Selection

MOST = 4  # paths in a picture; more are a tangle

if TYPE_CHECKING:
    from .picture.groups import Groups
    from .picture.view import Direction, Gates
    from .survey import Into, Reach


def diagram(
    ladder: Ladder,
    *,
    path: GrowthPath | Sequence[GrowthPath] | None = None,
    survey: Reach | Into | None = None,
    theme: Theme = LIGHT,
    selection: Selection | None = None,
    gates: Gates | None = None,
    direction: Direction | None = None,
) -> str:
    """Draw a ladder, as text for Graphviz.

    Tracks are lanes, in the order of the file, and ranks run from left to right. On the line of
    each transition lies its gate: a small box with the months to be served and the skill levels
    to be held. Transitions into one role that ask the same pass through one gate.

    A ladder of more than 60 roles is drawn as a map, where nothing is selected and nothing is to
    stand out: its families with their tracks, and how many moves lead from each to each. Where no
    track has a family, it is the tracks with their roles. A selection of a family opens it: its
    roles stand in lanes, and beside each lane stands how many moves lead to other families, and,
    where there are many side moves, to the other tracks.

    Parameters
    ----------
    ladder : Ladder
        What to draw.
    path : GrowthPath or sequence of GrowthPath, optional
        A path that is to stand out, by thick lines, filled boxes and numbered steps. Only its
        gates are written out, the others give their months and how many skills they ask. Of a
        ladder of more than 60 roles only the path is drawn, and the roles one move ahead of it.
        Several, such as `alternatives` finds, are told apart by letters and by their lines, the
        first being the strongest; at most four.
    survey : Reach or Into, optional
        What the roles are to be shaded by: how soon they are reached, or lead there, with the
        months in each box. Of a ladder of more than 60 roles only those within reach are drawn. It
        takes the place of a path.
    theme : Theme
        Its colours.
    selection : Selection, optional
        What of the ladder is to be seen.
    gates : {"off", "chip", "table"}, optional
        How gates are shown: not at all, by how many skills they ask, or written out. Left out, it
        is what suits the picture.
    direction : {"right", "down"}, optional
        Where careers go: to the right, each track a row; or down, each track a column. Left out,
        it is down in the picture of a family, which is narrower so, and to the right in others.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it, and so does ``neato -n2``. It is the
        same for the same ladder, whatever the order of its roles' keys.

    Raises
    ------
    NothingSelected
        If no role passes the selection.
    ValueError
        If there are more than four paths.

    Examples
    --------
    >>> from ladder import Role
    >>> text = diagram(Ladder("Small", roles={"pm": Role("pm", "Product Manager")}))
    >>> "Product Manager" in text
    True
    """
    from .picture.drawing import draw
    from .picture.family_map import draw_map
    from .picture.view import view_of

    chosen = selection or Selection()
    paths = () if survey or not path else (path,) if isinstance(path, GrowthPath) else tuple(path)
    if len(paths) > MOST:
        raise ValueError(f"a picture shows at most {MOST} paths, not {len(paths)}")
    if not (paths or survey) and (groups := map_of(ladder, chosen)):
        return draw_map(ladder, groups, theme)
    first = paths[0] if paths else None
    view = view_of(ladder, first, survey, chosen, gates, direction, paths[1:])
    return draw(view, theme)


def map_of(ladder: Ladder, selection: Selection) -> Groups | None:
    """The groups of a ladder, where it is drawn as a map of them.

    Parameters
    ----------
    ladder : Ladder
    selection : Selection
        What is to be seen.

    Returns
    -------
    Groups or None
        None where the ladder is drawn role by role: it is small, or something is selected, or it
        has but one group.
    """
    from .picture.groups import Groups
    from .picture.view import WHOLE

    if len(ladder.roles) <= WHOLE or not selection.all:
        return None
    groups = Groups.of(ladder)
    return groups if len(groups.groups) > 1 else None
