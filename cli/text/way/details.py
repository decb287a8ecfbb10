"""All that a growth path holds: when each skill comes, and where from each gate has what it asks.

`events_of` tells what a job gives and what is learnt beside it, `gate_of` what the move that ends
it asks, and where each skill that opens it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping

from cli.text.layout import paint, tie
from cli.text.words import count, doubt, levels
from graphs import GrowthPath, Move
from graphs.plans.origins import Origin, origin_of
from graphs.words import ENGLISH, Words

from .frame import Event, Part, Story, learning_facts, learnt_in, time_asked


def events_of(story: Story, place: int) -> list[Event]:
    """What happens in a stay; in the first one, what is held at the start, too."""
    learnt = [
        (part.inside[0][0], story.when.label(part.inside), _lesson(story, part))
        for part in learnt_in(story.path, place)
    ]
    today = [(0, story.when.now, _held(story))] if place == 0 else []
    return [*today, *_given(story, place), *learnt]


def _held(story: Story) -> str:
    """What the person holds at the start, and since when in the job."""
    served = story.path.months_in_role
    since = f", {count(served, 'month')} into the job," if served is not None else ""
    held = levels(story.ladder, story.path.skills, story.look.glyphs)
    return f"You hold{since} {held or 'none of the skills yet'}"


def _given(story: Story, place: int) -> list[Event]:
    """What the job develops."""
    start = story.path.stays[place].start
    months: dict[int, dict[str, int]] = {}
    for one in story.known:
        if one.stay == place:
            months.setdefault(one.month, {})[one.skill] = one.level
    return [
        (
            month,
            "on arrival" if month == start else story.when.by(month),
            f"The job gives {levels(story.ladder, given, story.look.glyphs)}",
        )
        for month, given in months.items()
    ]


def _lesson(story: Story, part: Part) -> str:
    """One activity, or the part of it that a stay sees."""
    activity = story.ladder.activities[part.learning.activity]
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    gives = f"gives {levels(story.ladder, part.learning.develops, story.look.glyphs)}"
    if not part.begun:
        return f"{name} goes on{f' and {gives}' if part.done else ''}"
    facts = map(tie, learning_facts(story.path, part.learning, story.look.glyphs))
    return f"{name} ({', '.join(facts)}) {gives if part.done else 'begins'}"


def gate_of(story: Story, place: int, move: Move) -> tuple[str, list[tuple[str, str]]]:
    """What a gate asks, and its skills by where each comes from, the earliest first."""
    time = time_asked(story.path, place, story.look.glyphs)
    asks = time + (", and" if time and move.requires else "")
    sources = sources_of(story.path, story.known, move.requires, place)
    openings = [
        (label, _told(_unrepeated(given, story), story)) for label, given in sources.items()
    ]
    return asks or ("" if move.requires else "nothing"), openings


def sources_of(
    path: GrowthPath,
    known: tuple[Origin, ...],
    requires: Mapping[str, int],
    place: int,
    words: Words = ENGLISH,
) -> dict[str, dict[str, dict[str, int]]]:
    """Skills that are asked for, by where each comes from, the earliest first.

    From words such as "from this job", to the name of an activity or nothing, to the levels.
    """
    origins = {skill: origin_of(known, skill, needed) for skill, needed in requires.items()}
    sources: dict[str, dict[str, dict[str, int]]] = {}
    for skill, origin in sorted(origins.items(), key=lambda item: item[1].month if item[1] else 0):
        label, activity = _source(path, place, origin, words)
        sources.setdefault(label, {}).setdefault(activity, {})[skill] = requires[skill]
    return sources


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


def _source(path: GrowthPath, place: int, origin: Origin | None, words: Words) -> tuple[str, str]:
    """Where a skill comes from, and the activity, if it is one."""
    if origin is not None and origin.activity is not None:
        return words("from.learning"), path.ladder.activities[origin.activity].name
    if origin is None or origin.stay is None:
        return words("from.start"), ""
    if origin.stay == place:
        return words("from.job"), ""
    role = path.ladder.roles[path.stays[origin.stay].role].name
    return words("from.role", role=role), ""
