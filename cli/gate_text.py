"""One move on a path: what its gate asks, and where each skill that opens it comes from."""

from __future__ import annotations

from graphs import Move

from .layout import hang, paint, rows, tie, wrap
from .origins import Origin, origin_of
from .story import Story, beside_rail, doubt
from .words import count, level, point, side_by_side


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
    when = point(story.path.stays[place].end)
    title = f"{move.kind} to {target}, {when}{doubt(confidence)}"
    asks = hang("asks ", _asks(story, place, move), look.width - 4)
    openings = rows(_openings(story, place, move), look.width - 6, column=max(story.column - 2, 0))
    body = [f"  {line}" for line in openings]
    first, *more = wrap(title, look.width - 4)
    branch = paint(look.glyphs.branch, fg="cyan")
    return [f"{branch} {first}", *beside_rail([*more, *asks, *body], look)]


def _asks(story: Story, place: int, move: Move) -> str:
    long = place == 0 and story.path.months_in_role is None and move.months
    served = f"{count(move.months, 'month')} in the job{', long served' if long else ''}"
    if not move.requires:
        return served if move.months else "nothing"
    return f"{served}, and" if move.months else "these skills"


def _openings(story: Story, place: int, move: Move) -> list[tuple[str, str]]:
    """The gate's skills, by where each comes from, the earliest first."""
    gate = [
        (origin_of(story.known, skill, needed), skill, needed)
        for skill, needed in move.requires.items()
    ]
    sources: dict[str, list[str]] = {}
    for origin, skill, needed in sorted(gate, key=lambda one: one[0].month if one[0] else 0):
        label, note = _source(story, place, origin)
        sources.setdefault(label, []).append(level(story.ladder, skill, needed) + tie(note))
    return [(label, side_by_side(things, story.look.glyphs)) for label, things in sources.items()]


def _source(story: Story, place: int, origin: Origin | None) -> tuple[str, str]:
    """Where a skill comes from in a word or two, and a note to stand behind the skill."""
    if origin is not None and origin.activity is not None:
        name = story.ladder.activities[origin.activity].name
        telling = story.ladder.skills[origin.skill].name in name
        return "from learning", "" if telling else f" ({name})"
    if origin is None or origin.stay is None:
        return "held at the start", ""
    if origin.stay == place:
        return "from this job", ""
    return f"from {story.ladder.roles[story.path.stays[origin.stay].role].name}", ""
