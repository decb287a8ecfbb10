"""Levels of a skill that have no text, where others of it have one."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder
from ladder.files.document import Fault
from ladder.wording import listed, short

from .rule import Rule


def _without_text(ladder: Ladder) -> Iterator[Fault]:
    used = _levels_used(ladder)
    for key, skill in ladder.skills.items():
        missing = sorted(used.get(key, set()) - skill.levels.keys())
        if skill.levels and missing:
            names = listed([short(ladder.level_name(level)) for level in missing], "and")
            message = (
                f"nothing says what {short(skill.name)} at {names} means, though other levels of "
                "it have a text"
            )
            yield Fault(("skills", key, "levels"), message, at_key=True)


def _levels_used(ladder: Ladder) -> dict[str, set[int]]:
    """By skill, the levels that something expects, asks for or gives."""
    used: dict[str, set[int]] = {}
    named = [role.expects for role in ladder.roles.values()]
    named += [move.requires for move in ladder.transitions]
    named += [said for one in ladder.activities.values() for said in (one.requires, one.develops)]
    for levels in named:
        for skill, level in levels.items():
            used.setdefault(skill, set()).add(level)
    for role in ladder.roles.values():
        for skill, gains in role.develops.items():
            used.setdefault(skill, set()).update(gains)
    return used


RULES = (
    Rule(
        code="L805",
        name="level-without-text",
        severity="warning",
        why="Who is asked for that level is not told what it means, though of others one is.",
        mend="Write a text for the level, or leave out those of the others.",
        more="""\
Only levels are found that a role expects or develops, that a gate asks for, or that an activity \
asks for or gives. A skill without any text is none of these.

Here nothing says what a practitioner can do:

    skills:
      cooking: {name: Cooking, levels: {working: Cooks every dish of the card alone}}
    roles:
      sous-chef: {expects: {cooking: practitioner}}

Mended:

      cooking: {name: Cooking, levels: {working: Cooks every dish of the card alone,
                practitioner: Writes a card of their own and teaches it}}

Ignore it while the texts are still being written.""",
        find=_without_text,
    ),
)
