"""A growth path along its rail: the frame of its stays and moves, whatever is told beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from cli.output import Glyphs, Look
from cli.text.layout import cells, hang, paint, rows, wrap
from cli.text.words import USUAL, When, doubt, money, shown_range, spread
from graphs import GrowthPath, Learning, Move
from graphs.plans.origins import Origin
from graphs.words import ENGLISH, Words
from ladder import Ladder

if TYPE_CHECKING:
    from graphs.plans.month import Month

Event = tuple[int, str, str]
"""Something in a stay: the month in which it begins, when it is, in words, and what."""


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


def stay_lines(story: Story, place: int, events: Iterable[Event]) -> list[str]:
    """Lay one stay out: the role and when one is in it, and below it what happens there."""
    look = story.look
    stay = story.path.stays[place]
    role = story.ladder.roles[stay.role]
    last = stay.move is None
    sign = paint(look.glyphs.goal if last else look.glyphs.stop, fg="cyan")
    unsure = doubt(role.confidence) if stay.develops else ""
    title = f"{paint(role.name, bold=True)}{unsure}, {_when(story, place)}"
    pairs = [(label, text) for _, label, text in sorted(events, key=lambda event: event[0])]
    body = rows(pairs, look.width - 4, column=story.column)
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


def move_lines(
    story: Story, place: int, move: Move, asks: str, openings: list[tuple[str, str]]
) -> list[str]:
    """Lay one move out: its kind and its moment, and below it what its gate asks."""
    look = story.look
    confidence = story.ladder.transitions[move.transition].confidence
    target = paint(story.ladder.roles[move.to].name, bold=True)
    ranges = story.path.ranges
    when = story.when.point(story.path.stays[place].end, ranges[place] if ranges else None)
    title = f"{move.kind} to {target}{doubt(confidence)}, {when}"
    asked = hang("asks ", asks, look.width - 4) if asks else ["asks"]
    beside = rows(openings, look.width - 6, column=_column(story, openings))
    first, *more = wrap(title, look.width - 4)
    branch = paint(look.glyphs.branch, fg="cyan")
    body = [*more, *asked, *(f"  {line}" for line in beside)]
    return [f"{branch} {first}", *_beside_rail(body, look)]


def _column(story: Story, pairs: list[tuple[str, str]]) -> int:
    """Where a gate's texts begin: at the edge of all others, unless a label needs a bit more."""
    if not story.column:
        return 0
    labels = (cells(label) + 2 for label, _ in pairs)
    return max([story.column - 2, *(wide for wide in labels if wide <= LONG_LABEL)])


LONG_LABEL = 24
"""Columns for a label and the space behind it, above which its text goes below it."""


def _beside_rail(lines: list[str], look: Look) -> list[str]:
    """Lines along the line that joins two roles, and a free one below."""
    rail = paint(look.glyphs.rail, fg="cyan")
    return [*(f"{rail}   {line}" for line in lines), rail]


def time_asked(path: GrowthPath, place: int, glyphs: Glyphs = USUAL, words: Words = ENGLISH) -> str:
    """The time in the job that the move at the end of a stay asks for; empty where none."""
    move = path.stays[place].move
    if move is None:
        return ""
    between = shown_range(path.ladder, path.ladder.transitions[move.transition])
    if not (move.months or between):
        return ""
    long = place == 0 and path.months_in_role is None
    months = spread(move.months, between, glyphs, words)
    return words("plan.alreadyServed" if long else "plan.served", months=months)


def learning_facts(
    path: GrowthPath, learning: Learning, glyphs: Glyphs = USUAL, words: Words = ENGLISH
) -> list[str]:
    """What an activity is, how long it takes, and what is in already or what it costs."""
    activity = path.ladder.activities[learning.activity]
    months = spread(activity.months, shown_range(path.ladder, activity), glyphs, words)
    facts = [activity.kind, months]
    already = path.person.learning.get(activity.id)
    if already is not None:
        facts.append(words("plan.of" if already < activity.months else "plan.in", n=already))
    elif activity.cost:
        facts.append(money(activity.cost, path.ladder.currency, words))
    return facts


class Part(NamedTuple):
    """As much of an activity as falls into a stay."""

    learning: Learning
    inside: tuple[tuple[int, int], ...]
    """Its periods there."""

    @property
    def begun(self) -> bool:
        """Whether it begins there."""
        return self.inside[0][0] == self.learning.periods[0][0]

    @property
    def done(self) -> bool:
        """Whether it ends there."""
        return self.inside[-1][1] == self.learning.periods[-1][1]


def learnt_in(path: GrowthPath, place: int) -> list[Part]:
    """What is learnt, as far as it falls into a stay."""
    stay = path.stays[place]
    parts = []
    for learning in path.learning:
        inside = tuple(
            (max(start, stay.start), min(end, stay.end))
            for start, end in learning.periods
            if start < stay.end and end > stay.start
        )
        if inside:
            parts.append(Part(learning, inside))
    return parts
