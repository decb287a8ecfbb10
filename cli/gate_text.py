"""One move on a path: what its gate asks, and where each skill that opens it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from graphs import GrowthPath, Move
from graphs.origins import Origin, origin_of

from .layout import paint, rows, wrap
from .look import Glyphs
from .story import Story, beside_rail, doubt
from .words import USUAL, levels, shown_range, spread


def describe_gate(story: Story, place: int, move: Move) -> list[str]:
    """Lay one move out.

    Parameters
    ----------
    story : Story
    place : int
        Place among the path's stays of the one that it ends.
    move : Move

    Returns
    -------
    list of str
        Its lines, with colours.
    """
    look = story.look
    confidence = story.ladder.transitions[move.transition].confidence
    target = paint(story.ladder.roles[move.to].name, bold=True)
    when = story.when.point(story.path.stays[place].end, story.range_of(place))
    title = f"{move.kind} to {target}{doubt(confidence)}, {when}"
    asks = wrap(f"asks {_asks(story, place, move)}".rstrip(), look.width - 4)
    openings = rows(_openings(story, place, move), look.width - 6, column=max(story.column - 2, 0))
    body = [f"  {line}" for line in openings]
    first, *more = wrap(title, look.width - 4)
    branch = paint(look.glyphs.branch, fg="cyan")
    return [f"{branch} {first}", *beside_rail([*more, *asks, *body], look)]


def time_asked(path: GrowthPath, place: int, glyphs: Glyphs = USUAL) -> str:
    """The time in the job that the move at the end of a stay asks for.

    Parameters
    ----------
    path : GrowthPath
    place : int
        Place of the stay among the path's stays.
    glyphs : Glyphs

    Returns
    -------
    str
        Empty, where it asks none.
    """
    move = path.stays[place].move
    if move is None:
        return ""
    between = shown_range(path.ladder, path.ladder.transitions[move.transition])
    if not (move.months or between):
        return ""
    long = ", long served" if place == 0 and path.months_in_role is None else ""
    return f"{spread(move.months, between, glyphs)} in the job{long}"


def sources_of(
    path: GrowthPath, known: tuple[Origin, ...], requires: Mapping[str, int], place: int
) -> dict[str, dict[str, dict[str, int]]]:
    """Skills that are asked for, by where each comes from, the earliest first.

    Parameters
    ----------
    path : GrowthPath
    known : tuple of Origin
        Every level newly held on it.
    requires : mapping of str to int
        The levels asked for.
    place : int
        Place among the path's stays of the one in which they are asked for.

    Returns
    -------
    dict
        From words such as "from this job", to the name of an activity or nothing, to the levels.
    """
    origins = {skill: origin_of(known, skill, needed) for skill, needed in requires.items()}
    sources: dict[str, dict[str, dict[str, int]]] = {}
    for skill, origin in sorted(origins.items(), key=lambda item: item[1].month if item[1] else 0):
        label, activity = _source(path, place, origin)
        sources.setdefault(label, {}).setdefault(activity, {})[skill] = requires[skill]
    return sources


def _asks(story: Story, place: int, move: Move) -> str:
    time = time_asked(story.path, place, story.look.glyphs)
    if not time:
        return "" if move.requires else "nothing"
    return f"{time}{', and' if move.requires else ''}"


def _openings(story: Story, place: int, move: Move) -> list[tuple[str, str]]:
    """The gate's skills, by where each comes from, the earliest first."""
    sources = sources_of(story.path, story.known, move.requires, place)
    return [(label, _told(_unrepeated(given, story), story)) for label, given in sources.items()]


def _unrepeated(given: dict[str, dict[str, int]], story: Story) -> dict[str, dict[str, int]]:
    """Skills by the activity that gave them, unless its name repeats the skill's."""
    shown: dict[str, dict[str, int]] = {}
    for activity, skills in given.items():
        for skill, level in skills.items():
            repeats = story.ladder.skills[skill].name in activity
            shown.setdefault("" if repeats else activity, {})[skill] = level
    return shown


def _told(given: dict[str, dict[str, int]], story: Story) -> str:
    """Skills by the activity that gave them, where that is worth a word."""
    return "; ".join(
        levels(story.ladder, skills, story.look.glyphs) + (f" ({activity})" if activity else "")
        for activity, skills in given.items()
    )


def _source(path: GrowthPath, place: int, origin: Origin | None) -> tuple[str, str]:
    """Where a skill comes from, and the activity, if it is one."""
    if origin is not None and origin.activity is not None:
        return "from learning", path.ladder.activities[origin.activity].name
    if origin is None or origin.stay is None:
        return "from the start", ""
    if origin.stay == place:
        return "from this job", ""
    return f"from {path.ladder.roles[path.stays[origin.stay].role].name}", ""
