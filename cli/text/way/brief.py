"""What one does on a growth path, and what opens the next door: as much as one reads at a sitting.

Practices are counted by the levels that they lead to. A gate names a skill where it is the first
on the way to ask for that level, and counts what was held before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from cli.text.layout import paint, tie
from cli.text.skills.groups import by_group, counted, group_rows
from cli.text.words import count, doubt, money
from graphs import Move
from graphs.plans.costs import cost_of
from graphs.plans.origins import asked_levels, taken_levels
from ladder.wording import listed

from .frame import Event, Part, Story, learnt_in, time_asked

PRACTICE = "practice"
"""The kind of activity that raises a level by doing, of which a framework has one for each."""
MOST_ACTIVITIES = 7
FEW_RAISED = 3
FEW_ASKED = 14


def events_of(story: Story, place: int) -> list[Event]:
    """What one does in a stay, and what comes with the job that a gate ahead asks for."""
    parts = learnt_in(story.path, place)
    practices = [part for part in parts if _kind(story, part) == PRACTICE]
    others = [part for part in parts if _kind(story, part) != PRACTICE]
    events = [_activity(story, part) for part in others[:MOST_ACTIVITIES]]
    if left := others[MOST_ACTIVITIES:]:
        text = f"{len(left)} more, which --details names{_costing(story, left)}"
        events.append((left[0].inside[0][0], _throughout(story, left), text))
    if practices:
        events.append(_practice(story, practices))
    events += _from_the_job(story, place)
    stay = story.path.stays[place]
    if not events and stay.move and stay.end > stay.start:
        events.append((stay.start, "", "Nothing to learn: time in the job is what is asked"))
    return events


def _kind(story: Story, part: Part) -> str:
    return story.ladder.activities[part.learning.activity].kind


def _activity(story: Story, part: Part) -> Event:
    activity = story.ladder.activities[part.learning.activity]
    text = paint(activity.name, bold=True) + doubt(activity.confidence)
    already = story.path.person.learning.get(activity.id)
    if not part.begun:
        text += " goes on"
    elif already is not None:
        text += f", {tie(count(already, 'month'))} already in"
    text += _costing(story, [part])
    return part.inside[0][0], story.when.label(part.inside), text


def _costing(story: Story, parts: Sequence[Part]) -> str:
    """What activities cost that begin here, behind their name; empty where nothing."""
    cost = sum(cost_of(story.path, part.learning) for part in parts if part.begun)
    return f", {tie(money(cost, story.ladder.currency))}" if cost else ""


def _throughout(story: Story, parts: Sequence[Part]) -> str:
    """From when to when some activities are: all their periods, or the whole where that is long."""
    periods = [period for part in parts for period in part.inside]
    return story.when.label([(min(start for start, _ in periods), max(end for _, end in periods))])


def _practice(story: Story, parts: Sequence[Part]) -> Event:
    """Practices in a row, by the levels that they lead to."""
    raised: dict[str, int] = {}
    for part in parts:
        if part.done:
            for skill, level in part.learning.develops.items():
                raised[skill] = max(level, raised.get(skill, 0))
    verb = "raise" if story.ladder.graded else "learn"
    text = f"Practice: {verb} {_raised(story, raised)}" if raised else "Practice begins"
    return parts[0].inside[0][0], _throughout(story, parts), text + _costing(story, parts)


def _raised(story: Story, raised: Mapping[str, int]) -> str:
    """Skills by the levels that they are raised to: by name while they are few, else counted."""
    ladder = story.ladder
    if len(raised) <= FEW_RAISED:
        skills = sorted(raised.items(), key=lambda item: -item[1])
        return listed(
            [
                tie(ladder.skills[skill].name)
                + (f" to {tie(ladder.level_name(level))}" if ladder.graded else "")
                for skill, level in skills
            ],
            "and",
        )
    if not ladder.graded:
        return tie(count(len(raised), "skill"))
    numbers = sorted(Counter(raised.values()).items(), reverse=True)
    (highest, number), *others = numbers
    parts = [tie(f"{count(number, 'skill')} to {ladder.level_name(highest)}")]
    parts += [tie(f"{number} to {ladder.level_name(level)}") for level, number in others]
    return ", ".join(parts)


def _from_the_job(story: Story, place: int) -> list[Event]:
    """What the job gives first that a gate or an activity asks for, by the month when all is."""
    path = story.path
    given = dict(sorted(taken_levels(path, sorted(asked_levels(path)))[place]))
    if not given:
        return []
    months = [one.month for one in story.known if one.stay == place and one.skill in given]
    last, start = max(months), path.stays[place].start
    label = "on arrival" if last == start else story.when.by(last)
    return [(last, label, f"The job raises {_raised(story, given)}")]


def gate_of(story: Story, place: int, move: Move) -> tuple[str, list[tuple[str, str]]]:
    """What a gate asks: the time and what is held before, counted; and what is new, by group."""
    before = dict(story.path.skills)
    for stay in story.path.stays[:place]:
        for skill, level in stay.move.requires.items() if stay.move else ():
            before[skill] = max(level, before.get(skill, 0))
    new = {skill: at for skill, at in move.requires.items() if at > before.get(skill, 0)}
    held = len(move.requires) - len(new)
    time = time_asked(story.path, place, story.look.glyphs)
    parts = [time] if time else []
    if held:
        parts.append(tie(f"{count(held, 'skill')} held before"))
    rows = _by_group(story, new)
    if len(rows) == 1:
        (group, text), rows = rows[0], []
        parts.append(f"{group}: {text}" if group else text)
    return _joined(parts, more=bool(rows)), rows


def _joined(parts: Sequence[str], *, more: bool) -> str:
    """Parts of what is asked, in words, of which more may follow below."""
    if more:
        return f"{', '.join(parts)}, and" if parts else ""
    *first, last = parts or ["nothing"]
    return f"{', '.join(first)}, and {last}" if first else last


def _by_group(story: Story, new: Mapping[str, int]) -> list[tuple[str, str]]:
    """Skills by their groups: by name while they are few, else counted."""
    ladder, glyphs = story.ladder, story.look.glyphs
    if len(new) <= FEW_ASKED:
        return group_rows(ladder, new, glyphs)
    return [
        (group, counted(ladder, skills, "at", glyphs))
        for group, skills in by_group(ladder, new).items()
    ]
