"""What is different between two versions of a ladder, and what that does to people, laid out.

`Words` tells differences, for a terminal and for Markdown alike; the names go through a function
that makes them fit to stand there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Literal, NamedTuple

from cli.output import Glyphs, Look
from cli.text.layout import cells, hang, paint, tie, wrap
from cli.text.words import count, ends, money
from graphs import Change, ChangedRoute, ChangedRoutes, LadderDiff
from graphs.comparison.alignment import What
from graphs.comparison.changes import MoveKey
from graphs.comparison.parts import Part, Span
from graphs.comparison.routes import TURNS
from ladder import Activity, Role, Transition
from ladder.wording import listed

FELT = ("promotion", "entry")
"""Kinds of moves that people feel: what these ask is told first."""

FELT_TITLE = "Promotions and entries"
ASIDE_TITLE = "Side moves and demotions"

TITLES = {
    "role": "Roles",
    "transition": "Other moves",
    "activity": "Activities",
    "skill": "Skills",
    "track": "Tracks",
    "ladder": "The ladder itself",
}
"""What each kind of thing stands under, in this order, but for moves of the kinds that have titles
of their own."""

MOST_ASIDE = 3
"""Side moves and demotions, and things of which texts alone are others, that are told one by one,
unless all are asked for."""

_PROSE = {
    "about": "description",
    "source": "source",
    "ignore": "list of what check ignores",
    "levels": "texts of its levels",
    "levels_about": "texts of the levels",
}
"""What is too long to be set side by side."""

_TEXTS = {**_PROSE, "url": "url"}
"""What says more of a thing, and changes nothing for people."""

_LABELS = {"requires": "asks", "from_roles": "from"}


MOST_SOURCES = 3
"""Roles that a move from several is said to lead from; of more, the number."""


class Item(NamedTuple):
    """A thing that is different."""

    mark: str
    """``+`` where it was added, ``-`` removed, ``~`` changed."""
    title: str
    details: tuple[str, ...]
    """What of it is different, or what a new transition or activity is like."""
    texts: tuple[str, ...] = ()
    """What is different where that is texts alone."""


class Words:
    """How the differences between two versions are told, names as they can stand in the output."""

    def __init__(self, diff: LadderDiff, glyphs: Glyphs, name: Callable[[str], str]) -> None:
        self._diff = diff
        self._followers = Counter(move.target for move in diff.following)
        self._versions = diff.aligned.new, diff.aligned.old
        self.glyphs = glyphs
        self.name = name

    def items(self) -> dict[str, list[Item]]:
        """All that is different, by the title that it stands under, what people feel first."""
        titles = (FELT_TITLE, *TITLES.values(), ASIDE_TITLE)
        found: dict[str, list[Item]] = {title: [] for title in titles}
        old_ids = {(one.what, one.after): one.before for one in self._diff.renamed}
        by_thing: dict[tuple[What, Any], list[Change]] = {thing: [] for thing in old_ids}
        for change in self._diff.changes:
            by_thing.setdefault((change.what, change.key), []).append(change)
        for (what, key), changes in by_thing.items():
            details = [detail for change in _once(changes) for detail in self._details(change)]
            texts = _texts(changes)
            if old_id := old_ids.get((what, key)):
                texts = ()
                details.insert(0, f"seems renamed: id {self.to(old_id, key)}")
            details += self._followed(changes)
            item = Item(_mark(changes), self.title(what, key), tuple(details), texts)
            found[self._heading(what, key)].append(item)
        if (levels := (self._diff.old.levels, self._diff.new.levels))[0] != levels[1]:
            told = self.to(*(", ".join(map(self.name, names)) or "none" for names in levels))
            itself = found[TITLES["ladder"]]
            more = itself.pop().details if itself else ()
            title = self.title("ladder", "")
            itself.append(Item("~", title, (*more, f"levels {told}")))
        return {title: items for title, items in found.items() if items}

    def _heading(self, what: What, key: str | MoveKey) -> str:
        """The title that a thing stands under."""
        if not isinstance(key, MoveKey):
            return TITLES[what]
        moves = [side["transition"][key] for side in self._diff.things if key in side["transition"]]
        kinds = {move.kind for move in moves}
        if kinds & {*FELT}:
            return FELT_TITLE
        return ASIDE_TITLE if kinds <= {"lateral", "demotion"} else TITLES[what]

    def _followed(self, changes: Iterable[Change]) -> Iterable[str]:
        """Say which gates are others because the role expects something else."""
        expected = [change for change in changes if change.part and change.part.name == "expects"]
        for key in {change.key for change in expected}:
            if gates := self._followers[str(key)]:
                change = "changes" if gates == 1 else "change"
                yield f"{count(gates, 'gate')} into it {change} with that"

    def title(self, what: str, key: str | MoveKey) -> str:
        """What a thing is called."""
        if isinstance(key, MoveKey):
            return self.to(self._sources(key.sources), self.title("role", key.target))
        if what == "ladder":
            return self.name(self._versions[0].name)
        places = {"track": "tracks", "skill": "skills", "role": "roles", "activity": "activities"}
        things = (getattr(version, places[what]) for version in self._versions)
        return self.name(next(found[key].name for found in things if key in found))

    def _sources(self, roles: Sequence[str]) -> str:
        """Where a move leads from."""
        names = [self.title("role", role) for role in roles[:MOST_SOURCES]]
        if (more := len(roles) - MOST_SOURCES) > 0:
            names.append(f"{more} more")
        return listed(names) if names else "any role"

    def route(self, source: str, target: str) -> str:
        """The way from one role to another."""
        return self.to(self.title("role", source), self.title("role", target))

    def to(self, before: str, after: str) -> str:
        """From one thing to another."""
        return f"{before} {self.glyphs.arrow} {after}"

    def cause(self, change: Change) -> str:
        """A change by itself, behind "through"."""
        title = self.title(change.what, change.key)
        if change.part is None:
            return f"{title} is {'new' if change.before is None else 'gone'}"
        return f"{title}: {self.part(change)}"

    def months(self, route: ChangedRoute) -> str:
        """How long a route took, and takes."""
        before, after = route.before, route.after
        if before and after:
            return self.to(str(before.months), count(after.months, "month"))
        if after:
            return count(after.months, "month")
        return f"{count(before.months, 'month')} before" if before else ""

    def part(self, change: Change) -> str:
        """What of a thing is different."""
        name, skill = change.part or ("", None)
        if name in _PROSE:
            return f"{_PROSE[name]} {_how(change)}"
        label = _LABELS.get(name, name)
        if name == "months":
            label = "after" if change.what == "transition" else "takes"
        if skill is not None:
            label += f" {self.title('skill', skill)}"
        return f"{label} {self.to(self._value(change, 0), self._value(change, 1))}"

    def _details(self, change: Change) -> Iterable[str]:
        if change.part is not None:
            yield self.part(change)
            return
        thing = change.before if change.after is None else change.after
        version = self._versions[change.after is None]
        if isinstance(thing, Transition):
            yield f"{self.name(thing.kind)}, after {self._span(thing.months, thing.months_range)}"
            if thing.requires:
                yield f"asks {self._levels(thing.requires)}"
        elif isinstance(thing, Activity):
            facts = [self.name(thing.kind), self._span(thing.months, thing.months_range)]
            if thing.cost:
                facts.append(self.name(money(thing.cost, version.currency)))
            yield ", ".join(facts)
            if thing.requires:
                yield f"asks {self._levels(thing.requires)}"
            if thing.develops:
                yield f"develops {self._levels(thing.develops)}"
        elif isinstance(thing, Role):
            if thing.track is not None:
                rank = "" if thing.rank is None else f", rank {thing.rank}"
                yield self.title("track", thing.track) + rank
            if thing.expects:
                yield f"expects {self._levels(thing.expects)}"

    def _value(self, change: Change, side: Literal[0, 1]) -> str:
        """What was there, or what is."""
        value = (change.before, change.after)[side]
        name, skill = change.part or ("", None)
        if value is None:
            return "nothing" if skill and change.what == "role" else "none"
        if skill is not None:
            return self._of_skill(value)
        if name == "cost":
            return self.name(money(value, self._versions[1 - side].currency))
        if name == "track":
            return self.title("track", value)
        if name == "from_roles":
            return self._sources(value)
        return self._plainly(value)

    def _of_skill(self, value: int | Mapping[int, Span]) -> str:
        if isinstance(value, int):
            return self._level(value)
        return ", ".join(self._gain(level, span) for level, span in value.items())

    def _plainly(self, value: Any) -> str:
        if isinstance(value, Span):
            return self._span(*value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return ", ".join(map(self.name, value if isinstance(value, tuple) else [str(value)]))

    def _gain(self, level: int, span: Span) -> str:
        when = f"after {self._span(*span)}" if span.months else "on arrival"
        return f"{self._level(level)} {when}"

    def _span(self, months: int, between: tuple[int, int] | None) -> str:
        told = count(months, "month")
        return f"{told} ({ends(between, self.glyphs)})" if between else told

    def _levels(self, levels: Mapping[str, int]) -> str:
        names = (f"{self.title('skill', one)} at {self._level(levels[one])}" for one in levels)
        return ", ".join(names)

    def _level(self, level: int) -> str:
        return self.name(self._diff.levels[level - 1]) if level else "none"


def in_short(items: Sequence[Item]) -> str:
    """How many things were added, removed and changed."""
    marks = [item.mark for item in items]
    words = {"+": "added", "-": "removed", "~": "changed"}
    return ", ".join(f"{marks.count(mark)} {word}" for mark, word in words.items() if mark in marks)


def apart(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Set those apart of which texts alone are different, where they are many."""
    texts = [item for item in items if item.texts]
    if len(texts) <= MOST_ASIDE:
        return [*items], []
    return [item for item in items if not item.texts], texts


def texts_in_short(items: Sequence[Item]) -> str:
    """How many things have other texts, and which."""
    which = listed([*dict.fromkeys(text for item in items for text in item.texts)], "and")
    return f"{len(items)} changed in texts alone: {which}"


def _texts(changes: Iterable[Change]) -> tuple[str, ...]:
    """What is different of a thing, where that is texts alone."""
    names = [change.part.name if change.part else "" for change in changes]
    return tuple(_TEXTS[name] for name in names) if _TEXTS.keys() >= {*names} else ()


def _once(changes: Sequence[Change]) -> Iterator[Change]:
    """Tell together what a role expects and develops, where it develops a skill as it expects it.

    Apart where the months are others, too.
    """
    by_part = {change.part: change for change in changes}
    both: dict[str | None, Change] = {}
    for change in changes:
        name, skill = change.part or ("", None)
        fellow = by_part.get(Part("expects", skill))
        if name == "develops" and fellow and _is_as_expected(change, fellow):
            told = change if None in (change.before, change.after) else fellow
            both[skill] = replace(told, part=Part("expects and develops", skill))
    for change in changes:
        name, skill = change.part or ("", None)
        if skill not in both:
            yield change
        elif name == "expects":
            yield both[skill]


def _is_as_expected(develops: Change, expects: Change) -> bool:
    sides = (develops.before, expects.before), (develops.after, expects.after)
    spans = {span for gained, _ in sides for span in (gained or {}).values()}
    levels = all([*(gained or {})] == [level] * (level is not None) for gained, level in sides)
    return levels and len(spans) == 1


def _mark(changes: list[Change]) -> str:
    if len(changes) == 1 and changes[0].part is None:
        return "+" if changes[0].before is None else "-"
    return "~"


def _how(change: Change) -> str:
    if change.before is None or change.after is None:
        return "added" if change.before is None else "removed"
    return "changed"


def by_cause(routes: ChangedRoutes) -> Iterator[tuple[str, list[list[ChangedRoute]]]]:
    """What became of routes, and those of which that is so, by the changes that it comes of."""
    for turn in TURNS:
        groups: dict[object, list[ChangedRoute]] = {}
        for route in routes.changed:
            if route.turn == turn:
                cause = tuple((by.what, by.key, by.part) for by in route.through)
                groups.setdefault((cause, route.alone), []).append(route)
        if groups:
            yield turn, list(groups.values())


def through(route: ChangedRoute, words: Words) -> tuple[str, list[str]]:
    """Say through which change a route is another."""
    causes = [words.cause(change) for change in route.through]
    if not causes:
        return "Through which change, the time limit left open", causes
    if len(causes) == 1:
        return "Through", causes
    return "Through each of these alone" if route.alone else "Through these together", causes


def remarks(routes: ChangedRoutes) -> Iterator[str]:
    """Say what was asked, and what is left open."""
    if routes.undecided:
        text = f"The time limit came before {count(len(routes.undecided), 'route')} could be told"
        yield f"{text}; a longer --time-limit, or fewer roles with --from and --to, may help."
    if routes.left_out:
        text = f"There are {routes.left_out:,} routes, too many to be asked for one by one"
        yield f"{text}; --from and --to choose some."
    asked = len(routes.changed) + routes.unchanged + len(routes.undecided)
    if not asked:
        return
    text = f"Asked for {count(asked, 'route')}, from {count(len(routes.sources), 'role')}"
    if routes.unchanged:
        text += f"; {routes.unchanged} of them proven to be as long, or as closed, as before"
    yield f"{text}. In each stands somebody who has been in it for long."


MOST_ROUTES = 8
"""Through the same changes; json has them all."""

COLOURS = {"+": "green", "-": "red", "~": "yellow"}


def describe_diff(
    diff: LadderDiff, routes: ChangedRoutes | None, look: Look, *, whole: bool = False
) -> str:
    """Lay out what changed in a ladder, and what that does to people if any routes were asked for.

    Side moves and demotions, and things of which texts alone are others, are but counted, where
    there are many, unless the ``whole`` is wanted.
    """
    if diff.same:
        return "No difference."
    words = Words(diff, look.glyphs, tie)
    lines = chain(_things(words, look, whole), _routes(routes, words, look) if routes else ())
    return "\n".join(lines).lstrip("\n")


def _things(words: Words, look: Look, whole: bool) -> Iterator[str]:
    for title, items in words.items().items():
        yield ""
        yield paint(f"{title} ({len(items)})" if len(items) > 1 else title, bold=True)
        if title == ASIDE_TITLE and len(items) > MOST_ASIDE and not whole:
            yield from hang("  ", f"{in_short(items)}; {tie('--all')} lists them", look.width)
            continue
        shown, texts = (items, []) if whole else apart(items)
        for item in shown:
            sign = look.glyphs.minus if item.mark == "-" else item.mark
            mark = paint(sign, fg=COLOURS[item.mark])
            yield from hang(f"  {mark} ", item.title, look.width)
            for detail in item.details:
                yield from hang(" " * 6, detail, look.width)
        if texts:
            told = f"{texts_in_short(texts)}; {tie('--all')} lists them"
            yield from hang("  ", told, look.width)


def _routes(routes: ChangedRoutes, words: Words, look: Look) -> Iterator[str]:
    yield ""
    yield paint("What it does to people", bold=True)
    if not routes.changed and not routes.undecided and not routes.left_out:
        yield from hang("  ", "No route that was asked for is longer or shorter.", look.width)
    for turn, groups in by_cause(routes):
        yield ""
        number = sum(map(len, groups))
        yield f"  {paint(turn.capitalize(), bold=True)} ({number})"
        column = max(cells(words.months(route)) for group in groups for route in group)
        for group in groups:
            yield from _group(group, column, words, look)
    for remark in remarks(routes):
        yield ""
        style = {"fg": "yellow"} if remark.startswith("The time limit") else {}
        yield from wrap(paint(remark, **style), look.width)


def _group(group: list[ChangedRoute], column: int, words: Words, look: Look) -> Iterator[str]:
    head, causes = through(group[0], words)
    if len(causes) == 1:
        yield from hang("    ", paint(f"{head} {causes[0]}", dim=True), look.width)
    else:
        yield from hang("    ", paint(head, dim=True), look.width)
        for cause in causes:
            yield from hang("      ", paint(cause, dim=True), look.width)
    shown = group if len(group) <= MOST_ROUTES + 1 else group[:MOST_ROUTES]
    for route in shown:
        told = words.months(route)
        first = "      " + " " * (column - cells(told)) + told + "  "
        yield from hang(first, words.route(route.source, route.target), look.width)
    if more := len(group) - len(shown):
        text = f"and {count(more, 'more route')}, which --format json names"
        yield from hang("      ", text, look.width)
