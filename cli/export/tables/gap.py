"""The skills between two roles as tables: what is held, expected and asked for, skill by skill."""

from __future__ import annotations

from collections.abc import Iterator

from cli.text.skills.groups import by_group
from cli.text.words import duration
from graphs import Gap, NoGrowthPath
from graphs.pace import pace_in_words

from .columns import Columns, number, one_of, text
from .report import Report, Row, Table

CHANGES = ("gained", "raised", "kept", "lost")


def gap_report(gap: Gap) -> Report:
    """Tell of each skill that is held, or that there is a use for there; and of each move."""
    of = Columns(gap.ladder)
    skills = Table(
        "skills",
        "Skills",
        (
            of.skill(),
            text("Group", "group"),
            one_of("Change", "change", {"lost": "not used there"}),
            of.level("Held today", "held"),
            of.level("Expected there", "expected"),
            of.level("Held there in the end", "profile"),
            text("What one can do then", "about"),
        ),
        tuple(_skills(gap)),
    )
    moves = Table(
        "moves",
        "What the moves ask that is not held today",
        (
            number("After month", "month"),
            of.role("Move to", "to"),
            text("Kind", "kind"),
            of.levels("Asks", "asks"),
        ),
        tuple(_moves(gap)),
    )
    stands = Table(
        "blockers",
        "What stands in the way",
        (
            of.role("Move to", "to"),
            of.skill(),
            of.level("Asked", "needed"),
            of.level("The most to be had", "best"),
            text("Why", "why"),
        ),
        tuple(_blockers(gap)),
    )
    roles = gap.ladder.roles
    title = f"The skills from {roles[gap.source].name} to {roles[gap.target].name}"
    return Report(title, (skills, moves, stands), tuple(_notes(gap)), gap.ladder.pace)


def _skills(gap: Gap) -> Iterator[Row]:
    ladder = gap.ladder
    used = dict.fromkeys((*gap.profile, *gap.held), 0)
    groups = {skill: group for group, skills in by_group(ladder, used).items() for skill in skills}
    for change in CHANGES:
        changed = getattr(gap, change)
        for skill, group in groups.items():
            if skill in changed:
                wanted = gap.expected.get(skill) or gap.profile.get(skill, 0)
                texts = ladder.skills[skill].levels if wanted > gap.held.get(skill, 0) else {}
                yield (
                    *(skill, group, change),
                    *(gap.held.get(skill, 0), gap.expected.get(skill), gap.profile.get(skill)),
                    texts.get(wanted),
                )


def _moves(gap: Gap) -> Iterator[Row]:
    for place, stay in enumerate(gap.path.stays if gap.path else ()):
        if stay.move:
            yield stay.end, stay.move.to, stay.move.kind, gap.asked(place)


def _blockers(gap: Gap) -> Iterator[Row]:
    if isinstance(gap.refusal, NoGrowthPath):
        for one in gap.refusal.blockers:
            move = None if one.transition is None else gap.ladder.transitions[one.transition]
            levels = (one.needed, one.best) if one.skill else (None, None)
            yield move and move.to_role, one.skill, *levels, one.why


def _notes(gap: Gap) -> Iterator[str]:
    if gap.refusal:
        reason = str(gap.refusal)
        yield f"{reason[:1].upper()}{reason[1:]}."
    elif gap.path and gap.path.moves:
        yield f"The best way takes {duration(gap.path.months)}{pace_in_words(gap.ladder)}."
        if not gap.path.optimal:
            yield "The time limit came before the proof that no way is better."
    elif gap.path:
        yield "You are there already."
