"""A role's page: where it stands, what it expects and develops, who gets in, where it leads.

Names of other roles lead to their pages where these are written, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from cli.export.markdown import linked, plain
from cli.export.plan_markdown import levels_in_words
from cli.text.prose import in_one_line
from cli.text.role import alike, asks_all, developed, moves_from, moves_into, newly, unexplained
from cli.text.skills.groups import by_group
from cli.text.words import DOUBT, duration, spread
from ladder import Ladder, Role, Transition

from .blocks import blocks, item

INDEX = "index"
MOST_NAMED = 8
"""Roles that are open to all and named in a page; of more, the index says which they are."""

NO_PAGES: Mapping[str, str] = {}


def role_page(ladder: Ladder, role: Role, pages: Mapping[str, str] = NO_PAGES) -> str:
    """Write a page; ``pages`` has the files of those that there are, by the ids of their roles."""
    return "\n\n".join(_Page(ladder, role, pages).paragraphs()) + "\n"


def page_link(role: Role, pages: Mapping[str, str]) -> str:
    """The name of a role, leading to its page where there is one."""
    if role.id not in pages:
        return f"**{plain(role.name)}**"
    return f"[{plain(role.name)}]({quote(pages[role.id], safe='')})"


class _Page:
    """A page about to be written."""

    def __init__(self, ladder: Ladder, role: Role, pages: Mapping[str, str]) -> None:
        self.ladder = ladder
        self.role = role
        self.pages = pages
        self.onward = moves_from(ladder, role)
        self.inward = moves_into(ladder, role)

    def paragraphs(self) -> Iterator[str]:
        role = self.role
        yield f"# {plain(role.name)}"
        yield from self.standing()
        yield from blocks(role.about or "")
        unsure = _doubt(role.confidence)
        yield from _section(f"Expects{unsure}", self.expected())
        yield from _section(f"Develops{unsure}", self.developed())
        yield from _section("Who gets in", self.entries())
        yield from _section("Where it leads", self.leads())
        yield from _section("What the levels mean", self.legend())
        if "low" in {role.confidence, *(move.confidence for move in self.onward + self.inward)}:
            yield f"What is marked {plain(DOUBT)} rests on low confidence."
        if role.source:
            yield f"Source: {plain(in_one_line(role.source))}"

    def standing(self) -> Iterator[str]:
        """Its track and rank, its other names, and its own page."""
        role = self.role
        if role.track:
            rank = f", rank {role.rank}" if role.rank is not None else ""
            yield f"Track: {plain(self.ladder.tracks[role.track].name)}{rank}"
        if role.aliases:
            yield f"Also called: {', '.join(map(plain, role.aliases))}"
        if (page := linked("Its own page", role.url)) != "Its own page":
            yield page

    def expected(self) -> Iterator[str]:
        """What whoever is in the role can do, by groups, with what each level means."""
        ladder = self.ladder
        expects = {skill: level for skill, level in self.role.expects.items() if level}
        for group, skills in by_group(ladder, expects).items():
            if group:
                yield f"\n### {plain(group)}\n"
            for skill, level in sorted(skills.items(), key=lambda one: -one[1]):
                name = f"**{plain(ladder.skills[skill].name)}**"
                if ladder.graded:
                    name += f", at {plain(ladder.level_name(level))}"
                yield from item(name, ladder.skills[skill].levels.get(level))

    def developed(self) -> Iterator[str]:
        for (after, between), levels in developed(self.role).items():
            when = f"after {spread(after, between)}" if after or between else "on arrival"
            yield f"- {when}: {levels_in_words(self.ladder, levels)}"

    def entries(self) -> Iterator[str]:
        """Who gets in, those together of whom the same is asked."""
        for same in alike(self.inward):
            move = same[0]
            asks = ""
            if asks_all(self.role, move):
                asks = "asks all that it expects"
            elif move.requires:
                asks = f"asks {levels_in_words(self.ladder, move.requires)}"
            if move.from_any:
                yield f"- open to all: {_time(move)}"
            else:
                names = (self.named(one) for each in same for one in each.from_roles)
                yield f"- from {', '.join(names)}: {_time(move)}"
            yield from _below(asks, *dict.fromkeys(map(_source, same)))

    def leads(self) -> Iterator[str]:
        """Where it leads, and what each gate asks that not all who are here hold."""
        for move in self.onward:
            if move.from_any:
                continue
            new = newly(self.role, move)
            only = "newly " if new and len(new) < len(move.requires) else ""
            asked = levels_in_words(self.ladder, new) or "nothing new"
            yield f"- to {self.named(move.to_role)}: {_time(move)}"
            yield from _below(f"asks {only}{asked}" if move.requires else "", _source(move))
        open_to_all = [move.to_role for move in self.onward if move.from_any]
        if len(open_to_all) > MOST_NAMED and self.pages:
            yield f"- and to {len(open_to_all)} roles that are open to all: [all roles]({INDEX}.md)"
        elif open_to_all:
            yield f"- and to what is open to all: {', '.join(map(self.named, open_to_all))}"

    def legend(self) -> Iterator[str]:
        about = self.ladder.levels_about
        for level in sorted(unexplained(self.ladder, self.role, self.onward) & set(about)):
            yield from item(f"At {plain(self.ladder.level_name(level))}", about[level])

    def named(self, role: str) -> str:
        return page_link(self.ladder.roles[role], self.pages)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    body = "\n".join(lines).strip("\n")
    if body:
        yield f"## {title}"
        yield body


def _below(*facts: str) -> Iterator[str]:
    yield from (f"  - {fact}" for fact in facts if fact)


def _source(move: Transition) -> str:
    return f"source: {plain(in_one_line(move.source))}" if move.source else ""


def _time(move: Transition) -> str:
    """The kind of a move, and after how long it may be made."""
    wait = f"after {duration(move.months, move.months_range)}"
    if not move.months and not move.months_range:
        wait = "at any time"
    return f"{plain(move.kind)} {wait}{_doubt(move.confidence)}"


def _doubt(confidence: str | None) -> str:
    return f" {plain(DOUBT)}" if confidence == "low" else ""
