"""A growth path, laid out for the person who is to walk it; and several of them, side by side.

`describe_path` goes along the path: `_stay` tells what a job gives and what is learnt beside it,
`_gate` what the move that ends it asks, and where each skill that opens it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from cli.output import Glyphs, Look
from graphs import Choices, GrowthPath, Learning, Move
from graphs.pace import pace_in_words
from graphs.plans.origins import Origin, origin_of, origins
from ladder import Ladder

from .layout import cells, hang, paint, rows, tie, wrap
from .words import (
    DOUBT,
    IN_BRACKETS,
    USUAL,
    When,
    count,
    doubt,
    duration,
    levels,
    money,
    route,
    shown_range,
    spread,
)

if TYPE_CHECKING:
    from graphs.plans.month import Month

LEAST = {"months": "is shorter", "moves": "has fewer moves", "cost": "costs less"}
"""What no better way is, by what was to be least."""


def describe_path(
    path: GrowthPath, look: Look, *, by: str = "months", begins: Month | None = None
) -> str:
    """The whole answer: the route and its total, every stay and gate, and what it all rests on."""
    if path.source == path.target and not path.months:
        return f"You are there already: {path.ladder.roles[path.target].name}."
    story = Story(path, look, origins(path), begins)
    lines = [*headline(path, look, begins), ""]
    for place, stay in enumerate(path.stays):
        lines += _stay(story, place)
        if stay.move is not None:
            lines += _gate(story, place, stay.move)
    colour = {} if path.optimal else {"fg": "yellow"}
    proven = wrap(paint(proof(path, by), **colour), look.width)
    return "\n".join([*lines, "", *proven, *wrap(basis(path), look.width)])


def headline(path: GrowthPath, look: Look, begins: Month | None = None) -> list[str]:
    """The route, and behind or below it what it takes."""
    way = paint(route(path.ladder, path.roles, look.glyphs), bold=True)
    total = tied_totals(path, When(look.glyphs, begins))
    one_line = f"{way}{look.glyphs.between} {total}"
    if cells(one_line) <= look.width:
        return wrap(one_line, look.width)
    return [*wrap(way, look.width), *wrap(total, look.width)]


def tied_totals(path: GrowthPath, when: When) -> str:
    """What a path takes, so that a line is broken between two parts of it."""
    return tie(totals(path, when)).replace(tie(", "), ", ")


def totals(path: GrowthPath, when: When, named: Callable[[str], str] = str) -> str:
    """What a path takes, and from when to when, where that is known."""
    months = duration(path.months, path.range, when.glyphs) + pace_in_words(path.ladder)
    if when.begins is not None and path.months:
        months += f", {when.spoken([(0, path.months)])}"
    cost = named(money(path.cost, path.ladder.currency))
    return f"{months}, {count(path.moves, 'move')}, {cost}"


def proof(path: GrowthPath, by: str) -> str:
    """What is proven of a path."""
    if path.optimal:
        return f"Proven: under the rules of growth, no way there {LEAST[by]}."
    known = f"that none {LEAST[by]} is not proven"
    if by == "months" and path.bound:
        known = f"proven is only that none takes less than {duration(path.bound)}"
    return f"The time limit ended the search. This is the best path found so far; {known}."


def basis(path: GrowthPath) -> str:
    """What the figures are worth."""
    weak = f" What is marked {DOUBT} rests on low confidence." if _doubtful(path) else ""
    return f"All months are estimates{in_brackets(path)}.{weak}"


def in_brackets(path: GrowthPath) -> str:
    """What stands in brackets beside its months, behind a word on them; empty without ranges."""
    return IN_BRACKETS if path.range else ""


def _doubtful(path: GrowthPath) -> bool:
    """Whether anything on the way rests on low confidence."""
    ladder = path.ladder
    confidence = [
        ladder.transitions[stay.move.transition].confidence for stay in path.stays if stay.move
    ]
    confidence += [ladder.roles[stay.role].confidence for stay in path.stays if stay.develops]
    confidence += [ladder.activities[one.activity].confidence for one in path.learning]
    return "low" in confidence


class Story(NamedTuple):
    """A path about to be told: what all parts of it share."""

    path: GrowthPath
    look: Look
    known: tuple[Origin, ...]
    """Every level newly held on the path."""
    begins: Month | None = None
    """The calendar's month that is the path's first, where it has one."""

    @property
    def when(self) -> When:
        """How its months are called."""
        return When(self.look.glyphs, self.begins)

    @property
    def ladder(self) -> Ladder:
        """The ladder that the path was found in."""
        return self.path.ladder

    @property
    def column(self) -> int:
        """Where texts begin beside the rail: one edge throughout, where there is room for it."""
        if self.look.width < 72:
            return 0
        return 19 if self.begins else 18  # as a span such as "Nov 2027–Feb 2028" asks for


def _stay(story: Story, place: int) -> list[str]:
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
    beside = [f"    {line}" for line in more + body] if last else _beside_rail(more + body, look)
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


def _beside_rail(lines: list[str], look: Look) -> list[str]:
    """Lines along the line that joins two roles, and a free one below."""
    rail = paint(look.glyphs.rail, fg="cyan")
    return [*(f"{rail}   {line}" for line in lines), rail]


def _gate(story: Story, place: int, move: Move) -> list[str]:
    """Lay one move out."""
    look = story.look
    confidence = story.ladder.transitions[move.transition].confidence
    target = paint(story.ladder.roles[move.to].name, bold=True)
    ranges = story.path.ranges
    when = story.when.point(story.path.stays[place].end, ranges[place] if ranges else None)
    title = f"{move.kind} to {target}{doubt(confidence)}, {when}"
    asks = wrap(f"asks {_asks(story, place, move)}".rstrip(), look.width - 4)
    openings = rows(_openings(story, place, move), look.width - 6, column=max(story.column - 2, 0))
    body = [f"  {line}" for line in openings]
    first, *more = wrap(title, look.width - 4)
    branch = paint(look.glyphs.branch, fg="cyan")
    return [f"{branch} {first}", *_beside_rail([*more, *asks, *body], look)]


def time_asked(path: GrowthPath, place: int, glyphs: Glyphs = USUAL) -> str:
    """The time in the job that the move at the end of a stay asks for; empty where none."""
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


def describe_paths(choices: Choices, look: Look, *, begins: Month | None = None) -> str:
    """List paths, the first one being what the others are compared with."""
    paths = choices.found
    lines: list[str] = []
    for place, path in enumerate(paths, 1):
        number = f"{place:>2}  "
        total = tied_totals(path, When(look.glyphs, begins))
        lines += hang(paint(number, bold=True), paint(total, bold=True), look.width)
        way = route(path.ladder, path.roles, look.glyphs)
        lines += hang(" " * len(number), way, look.width)
        if place > 1:
            told = difference(paths[0], path)
            lines += hang(" " * len(number), told, look.width)
        lines.append("")
    lines += wrap(proof_of_all(choices), look.width)
    return "\n".join(lines)


def difference(first: GrowthPath, other: GrowthPath, named: Callable[[str], str] = tie) -> str:
    """What a path takes more than the first one, and what it spares."""
    currency = first.ladder.currency
    months, moves = other.months - first.months, other.moves - first.moves
    cost = other.cost - first.cost
    amounts = [
        (months, count(abs(months), "month")),
        (moves, count(abs(moves), "move")),
        (cost, named(money(abs(cost), currency))),
    ]
    more = [words for amount, words in amounts if amount > 0]
    spared = [words for amount, words in amounts if amount < 0]
    learnt = {item.activity for item in other.learning}
    spared += [
        named(first.ladder.activities[item.activity].name)
        for item in first.learning
        if item.activity not in learnt
    ]
    parts = [f"{', '.join(more)} more"] if more else []
    if spared:
        parts.append(f"spares {', '.join(spared)}")
    return "; ".join(parts) or "as good, with other roles"


def proof_of_all(choices: Choices) -> str:
    """What is proven of several paths, and what their months are worth."""
    proven = "Proven under the rules of growth to be the best there are."
    if not choices.complete:
        proven = unproven(choices)
    return f"{proven} Months are estimates{in_brackets(choices.found[0])}."


def unproven(choices: Choices) -> str:
    """What is not proven of several paths."""
    end = "The time limit ended the search"
    if all(path.optimal for path in choices.found):
        known = f"{end}: what stands here is proven, but there may be more."
    else:
        known = f"{end}: the last one is not proven to be the best, and there may be more."
    return f"{known} A longer --time-limit may help."
