"""One stay on a path: its months, what the job gives, and what is learnt beside it."""

from __future__ import annotations

from graphs import GrowthPath, Learning

from .layout import paint, rows, tie, wrap
from .look import Glyphs
from .story import Story, beside_rail, doubt
from .words import USUAL, count, levels, money, shown_range, spread


def describe_stay(story: Story, place: int) -> list[str]:
    """Lay one stay out.

    Parameters
    ----------
    story : Story
    place : int
        Its place among the path's stays.

    Returns
    -------
    list of str
        Its lines, with colours.
    """
    look = story.look
    stay = story.path.stays[place]
    role = story.ladder.roles[stay.role]
    last = stay.move is None
    sign = paint(look.glyphs.goal if last else look.glyphs.stop, fg="cyan")
    unsure = doubt(role.confidence) if stay.develops else ""
    title = f"{paint(role.name, bold=True)}{unsure}, {_when(story, place)}"
    events = sorted([*_given(story, place), *_learnt(story, place)], key=lambda event: event[0])
    if place == 0:
        events.insert(0, (0, story.when.now, _held(story)))
    body = rows([(label, text) for _, label, text in events], look.width - 4, column=story.column)
    first, *more = wrap(title, look.width - 4)
    beside = [f"    {line}" for line in more + body] if last else beside_rail(more + body, look)
    return [f"{sign} {first}", *beside]


def _when(story: Story, place: int) -> str:
    stay = story.path.stays[place]
    if stay.end > stay.start:
        return story.when.spoken([(stay.start, stay.end)])
    if stay.move is None:
        return f"reached {story.when.point(stay.start)}"
    return f"{story.when.point(stay.start)}, left at once" if stay.start else "left at once"


def _held(story: Story) -> str:
    """What the person holds at the start, and since when in the job."""
    served = story.path.months_in_role
    since = f", {count(served, 'month')} into the job," if served is not None else ""
    held = levels(story.ladder, story.path.skills, story.look.glyphs)
    return f"You hold{since} {held or 'none of the skills yet'}"


def _given(story: Story, place: int) -> list[tuple[int, str, str]]:
    """What the job develops: when, said in words, and what."""
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


def _learnt(story: Story, place: int) -> list[tuple[int, str, str]]:
    """What is learnt, as far as it falls into the stay: from when, said in words, and what."""
    stay = story.path.stays[place]
    found = []
    for learning in story.path.learning:
        inside = [
            (max(start, stay.start), min(end, stay.end))
            for start, end in learning.periods
            if start < stay.end and end > stay.start
        ]
        if inside:
            begun = inside[0][0] == learning.periods[0][0]
            done = inside[-1][1] == learning.periods[-1][1]
            lesson = _lesson(story, learning, begun=begun, done=done)
            found.append((inside[0][0], story.when.label(inside), lesson))
    return found


def _lesson(story: Story, learning: Learning, *, begun: bool, done: bool) -> str:
    """One activity, or the part of it that a stay sees."""
    activity = story.ladder.activities[learning.activity]
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    gives = f"gives {levels(story.ladder, learning.develops, story.look.glyphs)}"
    if not begun:
        return f"{name} goes on{f' and {gives}' if done else ''}"
    facts = map(tie, learning_facts(story.path, learning, story.look.glyphs))
    return f"{name} ({', '.join(facts)}) {gives if done else 'begins'}"


def learning_facts(path: GrowthPath, learning: Learning, glyphs: Glyphs = USUAL) -> list[str]:
    """What an activity is, how long it takes, and what is in already or what it costs.

    Parameters
    ----------
    path : GrowthPath
    learning : Learning
        One of the path's.
    glyphs : Glyphs

    Returns
    -------
    list of str
    """
    activity = path.ladder.activities[learning.activity]
    months = spread(activity.months, shown_range(path.ladder, activity), glyphs)
    facts = [activity.kind, months]
    already = path.person.learning.get(activity.id)
    if already is not None:
        facts.append(f"{already}{' of them' if already < activity.months else ''} already in")
    elif activity.cost:
        facts.append(money(activity.cost, path.ladder.currency))
    return facts
