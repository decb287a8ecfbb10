"""Skills, tracks and levels that nothing uses, and levels of a skill that miss a text."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder
from ladder.files.document import Fault
from ladder.wording import listed, quoted, short

from .rule import Rule


def _unasked(ladder: Ladder) -> Iterator[Fault]:
    asked = {skill for move in ladder.transitions for skill in move.requires}
    asked.update(skill for role in ladder.roles.values() for skill in role.expects)
    if not asked:  # a ladder without gates is not one that forgot a skill
        return
    developed = {skill for role in ladder.roles.values() for skill in role.develops}
    for activity in ladder.activities.values():
        developed.update(activity.develops)
        # What a skill's own courses ask for leads nowhere but to more of it.
        asked.update(skill for skill in activity.requires if activity.develops.keys() - {skill})
    for key, skill in ladder.skills.items():
        if key not in asked:
            message = f"no gate, role or learning of another skill asks for {short(skill.name)}"
            rest = "" if key in developed else ", and nothing develops it"
            yield Fault(("skills", key), message + rest, at_key=True)


def _empty_track(ladder: Ladder) -> Iterator[Fault]:
    used = {role.track for role in ladder.roles.values()}
    for key, track in ladder.tracks.items():
        if key not in used:
            yield Fault(
                ("tracks", key), f"no role is in the track {short(track.name)}", at_key=True
            )


def _idle_level(ladder: Ladder) -> Iterator[Fault]:
    highest = max(_levels_used(ladder), default=len(ladder.levels))
    for index in range(highest, len(ladder.levels)):
        name = quoted(ladder.levels[index])
        yield Fault(("levels", index), f"nothing develops or asks for any skill at {name}")


def _levels_used(ladder: Ladder) -> Iterator[int]:
    for role in ladder.roles.values():
        for levels in role.develops.values():
            yield max(levels)
        yield from role.expects.values()
    for move in ladder.transitions:
        yield from move.requires.values()
    for activity in ladder.activities.values():
        yield from activity.requires.values()
        yield from activity.develops.values()


def _without_text(ladder: Ladder) -> Iterator[Fault]:
    used = _levels_by_skill(ladder)
    for key, skill in ladder.skills.items():
        missing = sorted(used.get(key, set()) - skill.levels.keys())
        if skill.levels and missing:
            names = listed([short(ladder.level_name(level)) for level in missing], "and")
            message = (
                f"nothing says what {short(skill.name)} at {names} means, though other levels of "
                "it have a text"
            )
            yield Fault(("skills", key, "levels"), message, at_key=True)


def _levels_by_skill(ladder: Ladder) -> dict[str, set[int]]:
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
        code="L801",
        name="unasked-skill",
        severity="warning",
        why="A skill that nothing asks for changes no path, so that learning it is never advised.",
        mend="Let a role expect it or a gate ask for it, or remove it.",
        more="""\
A role expects it, a gate asks for it, or an activity that develops another skill; that its own \
courses build upon each other does not count. A ladder whose roles and gates ask for nothing at \
all has no such finding.

Here nothing asks for carving:

    skills: {cooking: Cooking, carving: Carving}
    transitions:
      - {from: cook, to: sous-chef, months: 12, requires: {cooking: practitioner}}

Mended:

         requires: {cooking: practitioner, carving: awareness}}

Ignore it where the file lists skills for another use, such as reviews.""",
        find=_unasked,
    ),
    Rule(
        code="L802",
        name="empty-track",
        severity="warning",
        why="A track without roles has no lane in the picture; perhaps a role names another one.",
        mend="Give it a role, or remove it.",
        more="""\
Here no role is in the bakery:

    tracks: {kitchen: Kitchen, bakery: Bakery}
    roles:
      baker: {track: kitchen}

Mended:

      baker: {track: bakery}

Ignore it while the roles of a new track are still being written.""",
        find=_empty_track,
    ),
    Rule(
        code="L803",
        name="idle-level",
        severity="warning",
        why="Nobody ever gets to a level that nothing develops, so that the scale looks longer "
        "than it is.",
        mend="Use the level in a role or an activity, or remove it from the list.",
        more="""\
It is looked for only when it is selected, as most ladders share their scale with others. Only \
levels above the highest one in use are found: those below are passed on the way.

Here nothing uses the highest level:

    levels: [awareness, working, practitioner, expert]
    roles:
      cook: {develops: {cooking: {practitioner: 24}}}

Mended:

      cook: {develops: {cooking: {practitioner: 24, expert: 60}}}

Ignore it where nobody has got that far yet, and somebody may.""",
        find=_idle_level,
        by_default=False,
    ),
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
