"""Gates as boxes of their own: which there are, and what is written in them.

Transitions into one role that ask the same of a person, as far as that is shown, pass one gate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphs.queries.survey import Reach
from ladder import Ladder, Transition

from .dot.style import CHIP, DETAIL, SMALL
from .dot.table import Badges, Cell, Label, centred, stacked, table
from .dot.text import counted, isolated, wrap
from .view import Moves, View, transitions_of

SKILL_ROOM = 11  # for a line of a skill's name, in times the letters' size
SKILLS_SHOWN = 4  # in a gate off the path
OPEN = "open"  # what a gate is that asks nothing


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands before a role, and the transitions that pass it."""

    name: str
    to_role: str
    months: int
    requires: Mapping[str, int] | None
    """The levels asked, by skill; None where they are not written out."""
    skills: int  # how many skills are asked
    transitions: Moves
    taken: bool  # whether the path passes it
    hidden: bool = False
    """Whether nothing of it is shown, so that it is but the place where lines join."""
    lacks: Mapping[str, int] | None = None
    """The levels asked that the person of a survey does not hold; None where nobody is."""
    own: bool = False  # whether it is before a move out of the role that this person is in
    way: int = 0  # the first of the paths that passes it, by its place among them


def gates_of(view: View) -> tuple[Gate, ...]:
    """The gates of a picture, by the roles that they lead into, then as the file has them."""
    alike: dict[tuple[object, ...], list[tuple[int, Transition]]] = {}
    for place, item in view.transitions:
        key = (item.to_role, item.kind, *_shown_of(place, item, view))
        alike.setdefault(key, []).append((place, item))
    order = {role.id: number for number, role in enumerate(view.roles)}
    groups = sorted(alike.values(), key=lambda items: (order[items[0][1].to_role], items[0][0]))
    return tuple(_gate(items, view) for items in groups)


def _shown_of(place: int, item: Transition, view: View) -> tuple[object, ...]:
    """What tells the gate of a transition from others, as far as it is shown."""
    taken = place in view.taken
    shown = view.shown(taken)
    alone: tuple[object, ...] = (place if taken else None,)
    if isinstance(view.survey, Reach):
        lacks, own = view.survey.lacks(place), item.from_role == view.survey.source
        named = sorted(lacks.items()) if own or shown == "table" else ()
        alone = own, len(lacks), *named
    if shown == "off":
        return alone
    written = tuple(sorted(item.requires.items())) if shown == "table" else len(item.requires)
    return item.months, written, *alone


def _gate(items: list[tuple[int, Transition]], view: View) -> Gate:
    place, first = items[0]
    taken = place in view.taken
    shown = view.shown(taken)
    reach = view.survey if isinstance(view.survey, Reach) else None
    takers = (way for way, path in enumerate(view.paths) if place in transitions_of(path))
    return Gate(
        name=f"gate {place}",
        to_role=first.to_role,
        months=first.months,
        requires=first.requires if shown == "table" else None,
        skills=len(first.requires),
        transitions=tuple(items),
        taken=taken,
        hidden=shown == "off",
        lacks=reach.lacks(place) if reach else None,
        own=reach is not None and reach.source == first.from_role,
        way=next(takers, 0),
    )


def gate_label(
    gate: Gate, ladder: Ladder, first: str | None = None, badges: Badges | None = None
) -> Label | None:
    """What is written in a gate: the months to be served, and the skills to be held.

    Written out, it gives each skill with the level that is asked of it, beginning with the one
    whose id is ``first``; else how many there are. None of a hidden gate without badges.
    """
    above: list[list[Cell]] = [[badges]] if badges else []
    if gate.hidden:
        return table(above) if above else None
    if gate.requires is None:
        lines = gate_in_short(gate.months, gate.skills)
        if above:
            return table([*above, *([cell] for cell in stacked(lines, CHIP))])
        return centred(lines, CHIP)
    size = DETAIL if gate.taken else SMALL
    head = gate_head(gate.months, asks=bool(gate.requires))
    rows = [*above, [Cell(head, size, bold=True, columns=2)]]
    asked = sorted(by_weight(gate.requires, ladder), key=lambda one: one[0] != first)
    shown = asked if gate.taken or len(asked) <= SKILLS_SHOWN else asked[: SKILLS_SHOWN - 1]
    rows += level_rows(shown, ladder, size)
    if len(shown) < len(asked):
        rows.append([Cell(f"+ {len(asked) - len(shown)} more", size, columns=2)])
    return table(rows)


def gate_head(months: int, *, asks: bool) -> str:
    """What stands above the skills of a gate."""
    if not asks:
        return f"{months} mo" if months else OPEN
    return f"{months} mo, and hold" if months else "when you hold"


def gate_in_short(months: int, skills: int) -> list[str]:
    """What a gate asks, in one line or two."""
    lines = [f"{months} mo"] if months else []
    lines += [counted(skills, "skill")] if skills else []
    return lines or [OPEN]


def level_rows(levels: list[tuple[str, int]], ladder: Ladder, size: int) -> list[list[Cell]]:
    """Rows with each skill's name, on as many lines as it needs, and its level at the right."""
    rows = []
    for skill, level in levels:
        name = wrap(ladder.skills[skill].name, SKILL_ROOM * size, size, lines=3)
        first, *more = stacked(name, size)
        rows.append([first, Cell(f" {level}", size, align="RIGHT", rows=len(name))])
        rows += [[line] for line in more]
    return rows


def by_weight(levels: Mapping[str, int], ladder: Ladder) -> list[tuple[str, int]]:
    """Skills and levels, the highest level first, then by name."""
    return sorted(levels.items(), key=lambda one: (-one[1], ladder.skills[one[0]].name, one[0]))


def asked_in_words(months: int, requires: Mapping[str, int], ladder: Ladder) -> list[str]:
    """All that a gate asks, a line each: the months to be served, and each skill with its level."""
    served = [f"after {counted(months, 'month')}"] if months else []
    return served + levels_in_words(requires, ladder)


def levels_in_words(levels: Mapping[str, int], ladder: Ladder) -> list[str]:
    """Skills with their levels, a line each, the highest level first."""
    return [
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(levels, ladder)
    ]
