"""One stay on a path: its months, what the job gives, and what is learnt beside it.

One move on a path: what its gate asks, and where each skill that opens it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping

from cli.output import Glyphs
from graphs import GrowthPath, Learning, Move
from graphs.plans.origins import Origin, origin_of

from .layout import paint, rows, tie, wrap
from .story import Story, beside_rail, doubt
from .words import USUAL, count, levels, money, shown_range, spread


def describe_gate(story: Story, place: int, move: Move) -> list[str]:
    """Lay one move out."""
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


def describe_stay(story: Story, place: int) -> list[str]:
    """Lay one stay out."""
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
    """What an activity is, how long it takes, and what is in already or what it costs."""
    activity = path.ladder.activities[learning.activity]
    months = spread(activity.months, shown_range(path.ladder, activity), glyphs)
    facts = [activity.kind, months]
    already = path.person.learning.get(activity.id)
    if already is not None:
        facts.append(f"{already}{' of them' if already < activity.months else ''} already in")
    elif activity.cost:
        facts.append(money(activity.cost, path.ladder.currency))
    return facts
