"""One move on a path: what its gate asks, and where each skill that opens it comes from."""

from __future__ import annotations

from graphs import Move

from .layout import paint, rows, wrap
from .origins import Origin, origin_of
from .story import Story, beside_rail, doubt
from .words import ends, levels, point, spread


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
    when = point(story.path.stays[place].end) + _between(story, place)
    title = f"{move.kind} to {target}{doubt(confidence)}, {when}"
    asks = wrap(f"asks {_asks(story, place, move)}".rstrip(), look.width - 4)
    openings = rows(_openings(story, place, move), look.width - 6, column=max(story.column - 2, 0))
    body = [f"  {line}" for line in openings]
    first, *more = wrap(title, look.width - 4)
    branch = paint(look.glyphs.branch, fg="cyan")
    return [f"{branch} {first}", *beside_rail([*more, *asks, *body], look)]


def _between(story: Story, place: int) -> str:
    """The range of the month after which a move is made, unless it is the same at each pace."""
    if not story.ranges or story.ranges[place][0] == story.ranges[place][1]:
        return ""
    return f" ({ends(story.ranges[place], story.look.glyphs)})"


def _asks(story: Story, place: int, move: Move) -> str:
    between = story.ladder.transitions[move.transition].months_range if story.ranges else None
    if not (move.months or between):
        return "" if move.requires else "nothing"
    long = ", long served" if place == 0 and story.path.months_in_role is None else ""
    months = spread(move.months, between, story.look.glyphs)
    return f"{months} in the job{long}{', and' if move.requires else ''}"


def _openings(story: Story, place: int, move: Move) -> list[tuple[str, str]]:
    """The gate's skills, by where each comes from, the earliest first."""
    origins = {
        skill: origin_of(story.known, skill, needed) for skill, needed in move.requires.items()
    }
    sources: dict[str, dict[str, dict[str, int]]] = {}
    for skill, origin in sorted(origins.items(), key=lambda item: item[1].month if item[1] else 0):
        label, activity = _source(story, place, origin)
        given = sources.setdefault(label, {}).setdefault(activity, {})
        given[skill] = move.requires[skill]
    return [(label, _told(given, story)) for label, given in sources.items()]


def _told(given: dict[str, dict[str, int]], story: Story) -> str:
    """Skills by the activity that gave them, where that is worth a word."""
    return "; ".join(
        levels(story.ladder, skills, story.look.glyphs) + (f" ({activity})" if activity else "")
        for activity, skills in given.items()
    )


def _source(story: Story, place: int, origin: Origin | None) -> tuple[str, str]:
    """Where a skill comes from, and the activity, unless its name repeats the skill's."""
    if origin is not None and origin.activity is not None:
        name = story.ladder.activities[origin.activity].name
        return "from learning", "" if story.ladder.skills[origin.skill].name in name else name
    if origin is None or origin.stay is None:
        return "from the start", ""
    if origin.stay == place:
        return "from this job", ""
    return f"from {story.ladder.roles[story.path.stays[origin.stay].role].name}", ""
