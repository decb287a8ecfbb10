"""Gates as boxes of their own: which there are, and what is written in them.

Transitions into one role that ask the same of a person, as far as that is shown, pass one gate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphs.queries.survey import Reach
from graphs.words import ENGLISH, Words
from ladder import Ladder

from .dot.style import NORMAL
from .dot.table import Badges, Cell, Label, centred, stacked, table
from .dot.text import clean, isolated, wrap
from .view import Link, Links, View, taken_by

SKILL_ROOM = 11  # for a line of a skill's name, in times the letters' size
SKILLS_SHOWN = 4  # in a gate off the path
TEXT_ROOM = 120  # letters of what a level means, in a tooltip


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands before a role, and the transitions that pass it."""

    name: str
    to_role: str
    months: int
    requires: Mapping[str, int] | None
    """The levels asked, by skill; None where they are not written out."""
    skills: int  # how many skills are asked
    links: Links
    taken: bool  # whether the path passes it
    hidden: bool = False
    """Whether nothing of it is shown, so that it is but the place where lines join."""
    lacks: Mapping[str, int] | None = None
    """The levels asked that the person of a survey does not hold; None where nobody is."""
    own: bool = False  # whether it is before a move out of the role that this person is in
    way: int = 0  # the first of the paths that passes it, by its place among them

    @property
    def open_to_all(self) -> bool:
        """Whether it is the mark of a transition that is open to all."""
        return self.links[0].item.from_any


def gates_of(view: View) -> tuple[Gate, ...]:
    """The gates of a picture, by the roles that they lead into, then as the file has them."""
    alike: dict[tuple[object, ...], list[Link]] = {}
    for link in sorted((*view.open, *view.links), key=lambda link: link.place):
        alike.setdefault((link.target, link.item.kind, *_shown_of(link, view)), []).append(link)
    order = {role.id: number for number, role in enumerate(view.roles)}
    groups = sorted(alike.values(), key=lambda links: (order[links[0].target], links[0].place))
    return tuple(_gate(tuple(links), view) for links in groups)


def _shown_of(link: Link, view: View) -> tuple[object, ...]:
    """What tells the gate of a transition from others, as far as it is shown."""
    item = link.item
    if item.from_any:  # one gate, whoever of all takes it
        return (link.place,)
    taken = link.name in view.taken
    shown = view.shown(taken)
    alone: tuple[object, ...] = (link.name if taken else None,)
    if link.place in view.apart:
        alone = (link.place,)
    if isinstance(view.survey, Reach):
        lacks, own = view.survey.lacks(link.place), link.source == view.survey.source
        named = sorted(lacks.items()) if own or shown == "table" else ()
        alone = own, len(lacks), *named
    if shown == "off":
        return alone
    written = tuple(sorted(item.requires.items())) if shown == "table" else len(item.requires)
    return item.months, written, *alone


def _gate(links: Links, view: View) -> Gate:
    first, item = links[0], links[0].item
    names = {link.name for link in links}
    taken = not names.isdisjoint(view.taken)
    shown = view.shown(taken)
    reach = view.survey if isinstance(view.survey, Reach) else None
    theirs = ({link.name for link in taken_by(path)} for path in view.paths)
    takers = (way for way, one in enumerate(theirs) if not names.isdisjoint(one))
    return Gate(
        name=f"gate {first.place if item.from_any else first.name}",
        to_role=first.target,
        months=item.months,
        requires=item.requires if shown == "table" else None,
        skills=len(item.requires),
        links=links,
        taken=taken,
        hidden=shown == "off",
        lacks=reach.lacks(first.place) if reach else None,
        own=reach is not None and reach.source == first.source,
        way=next(takers, 0),
    )


def gate_label(
    gate: Gate,
    ladder: Ladder,
    words: Words,
    first: str | None = None,
    badges: Badges | None = None,
) -> Label | None:
    """What is written in a gate: the months to be served, and the skills to be held.

    Written out, it gives each skill with the level that is asked of it, beginning with the one
    whose id is ``first``; else how many there are. None of a hidden gate without badges.
    """
    above: list[list[Cell]] = [[badges]] if badges else []
    if gate.hidden and not gate.open_to_all:
        return table(above) if above else None
    if gate.hidden or gate.requires is None:
        lines = [] if gate.hidden else gate_in_short(gate.months, gate.skills, words)
        if gate.open_to_all:
            lines = [words("map.openToAll"), *lines]
        lines = lines or [words("map.open")]
        if above:
            return table([*above, *([cell] for cell in stacked(lines, NORMAL))])
        return centred(lines, NORMAL)
    if gate.open_to_all:
        above.append([Cell(words("map.openToAll"), bold=True, columns=2)])
    rows = list(above)
    if gate.months or gate.requires or not gate.open_to_all:
        head = _head(gate.months, bool(gate.requires), words)
        rows.append([Cell(head, bold=not gate.open_to_all, columns=2)])
    asked = sorted(by_weight(gate.requires, ladder), key=lambda one: one[0] != first)
    shown = asked if gate.taken or len(asked) <= SKILLS_SHOWN else asked[: SKILLS_SHOWN - 1]
    rows += level_rows(shown, ladder)
    if len(shown) < len(asked):
        more = words("map.more", n=len(asked) - len(shown))
        rows.append([Cell(more, columns=2)])
    return table(rows)


def _head(months: int, asks: bool, words: Words) -> str:
    """What stands above the skills of a gate."""
    if not asks:
        return words("map.months", n=months) if months else words("map.open")
    return words("map.monthsAndHold", n=months) if months else words("map.whenYouHold")


def gate_in_short(months: int, skills: int, words: Words) -> list[str]:
    """What a gate asks, in one line or two; nothing where it asks nothing."""
    lines = [words("map.months", n=months)] if months else []
    return lines + ([words("map.skills", n=skills)] if skills else [])


def level_rows(levels: list[tuple[str, int]], ladder: Ladder) -> list[list[Cell]]:
    """Rows with each skill's name, on as many lines as it needs, and its level at the right."""
    rows = []
    for skill, level in levels:
        name = wrap(ladder.skills[skill].name, SKILL_ROOM * NORMAL, NORMAL, lines=3)
        first, *more = stacked(name, NORMAL)
        rows.append([first, Cell(f" {level}", align="RIGHT", rows=len(name))])
        rows += [[line] for line in more]
    return rows


def by_weight(levels: Mapping[str, int], ladder: Ladder) -> list[tuple[str, int]]:
    """Skills and levels, the highest level first, then by name."""
    return sorted(levels.items(), key=lambda one: (-one[1], ladder.skills[one[0]].name, one[0]))


def asked_in_words(
    months: int, requires: Mapping[str, int], ladder: Ladder, words: Words = ENGLISH
) -> list[str]:
    """All that a gate asks, a line each: the months to be served, and each skill with its level."""
    served = [words("map.after", n=months)] if months else []
    return served + levels_in_words(requires, ladder)


def levels_in_words(levels: Mapping[str, int], ladder: Ladder) -> list[str]:
    """Skills with their levels, and what these mean, a line each, the highest level first."""
    return [
        f"{isolated(ladder.skills[skill].name)}: {level_in_words(skill, level, ladder)}"
        for skill, level in by_weight(levels, ladder)
    ]


def skill_in_words(skill: str, ladder: Ladder) -> str:
    """The name of a skill, and the group that it stands in, where it has one."""
    name, group = isolated(ladder.skills[skill].name), ladder.skills[skill].group
    return f"{name} ({isolated(group)})" if group else name


def level_in_words(skill: str, level: int, ladder: Ladder) -> str:
    """The name of a level, and what it means to hold a skill at it, where there is a text."""
    name = isolated(ladder.level_name(level))
    text = clean(ladder.skills[skill].levels.get(level, ""))
    if len(text) > TEXT_ROOM:
        text = text[:TEXT_ROOM].rsplit(" ", 1)[0] + " …"
    return f"{name} – {isolated(text)}" if text else name
