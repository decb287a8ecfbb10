"""What skills without a title open, laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphs import Openings
from graphs.opening import Closed, Near, Open
from graphs.pace import pace_in_words
from ladder import Ladder

from .layout import hang, paint, tie, wrap
from .look import Look
from .words import count, duration, levels, money, side_by_side, some

MOST = 10
"""Roles listed of those that are not open."""


def describe_openings(found: Openings, look: Look) -> str:
    """Lay out which roles are open, which are nearest, and which need more than learning.

    Parameters
    ----------
    found : Openings
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    ladder = found.ladder
    held = levels(ladder, found.skills, look.glyphs) if found.skills else "nothing"
    lines = hang(paint("You hold", bold=True) + " ", held, look.width)
    parts = [
        (f"Open to you now ({len(found.open)})", list(_open(ladder, found.open, look))),
        (
            f"Open after learning{pace_in_words(ladder)} ({len(found.near)})",
            list(_near(ladder, found.near, look)),
        ),
        (
            f"Not by learning alone ({len(found.closed)})",
            list(_closed(ladder, found.closed, look)),
        ),
    ]
    for title, body in parts:
        if body:
            lines += ["", paint(title, bold=True), *(f"  {line}" for line in body)]
    for remark in _remarks(found, look):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def _open(ladder: Ladder, roles: Sequence[Open], look: Look) -> Iterator[str]:
    """Open roles, those with a gate that is held before those that have none."""
    kinds: dict[str, list[str]] = {
        "Gates that you hold": [],
        "Gates that ask for no skill": [],
        "No transition leads there; careers begin there": [],
    }
    held, free, first = kinds.values()
    for one in roles:
        asked = [any(ladder.transitions[place].requires.values()) for place in one.transitions]
        group = first if not asked else held if all(asked) else free
        group.append(tie(ladder.roles[one.role].name))
    for title, names in kinds.items():
        if names:
            yield from wrap(f"{title}: {side_by_side(names, look.glyphs)}", look.width - 2)


def _near(ladder: Ladder, roles: Sequence[Near], look: Look) -> Iterator[str]:
    for one in roles[:MOST]:
        takes = f"after {duration(one.months)}"
        if one.cost:
            takes += f" and {money(one.cost, ladder.currency)}"
        yield from _gate(ladder, one, takes, look)
        yield from hang("  lacks ", levels(ladder, one.lacks, look.glyphs), look.width - 2)
    yield from _more(len(roles))


def _closed(ladder: Ladder, roles: Sequence[Closed], look: Look) -> Iterator[str]:
    for one in roles[:MOST]:
        yield from _gate(ladder, one, "", look)
        learnt = {skill: at for skill, at in one.lacks.items() if skill not in one.beyond}
        beyond = {skill: at for skill, at in one.lacks.items() if skill in one.beyond}
        taught = {skill: at for skill, at in beyond.items() if one.beyond[skill]}
        never = {skill: at for skill, at in beyond.items() if not one.beyond[skill]}
        for title, skills in (
            ("  only a role gives ", taught),
            ("  nothing gives ", never),
            ("  learning gives ", learnt),
        ):
            if skills:
                yield from hang(title, levels(ladder, skills, look.glyphs), look.width - 2)
    yield from _more(len(roles))


def _gate(ladder: Ladder, one: Near | Closed, takes: str, look: Look) -> Iterator[str]:
    """The role, what it takes, and where its gate stands."""
    source = ladder.roles[ladder.transitions[one.transition].from_role].name
    text = paint(ladder.roles[one.role].name, bold=True) + (f" {takes}" if takes else "")
    return iter(wrap(f"{text}, by the gate from {tie(source)}", look.width - 2))


def _more(number: int) -> Iterator[str]:
    if number > MOST:
        yield f"and {number - MOST} more, which --format json names"


def _remarks(found: Openings, look: Look) -> Iterator[str]:
    if found.undecided:
        text = f"The time limit came before the proof for {count(len(found.undecided), 'role')}"
        names = some((found.ladder.roles[one.role].name for one in found.undecided), look.glyphs)
        yield paint(f"{text}. A longer --time-limit may help:", fg="yellow") + f" {names}."
    yield (
        "A gate is looked at alone: the months that it asks to be served in the role before are "
        "left aside. ladder reach FROM counts them. Months are estimates."
    )
