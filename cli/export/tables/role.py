"""A role as tables: what it expects and develops, where it leads, and who gets in."""

from __future__ import annotations

from collections.abc import Iterator

from cli.text.skills.groups import by_group
from ladder import Ladder, Role, Transition

from .columns import DOUBTS, Columns, doubtful, months, number, text, told_months, yes_or_no
from .report import Column, Report, Row, Table


def role_report(ladder: Ladder, role: Role) -> Report:
    """Tell of a role skill by skill and move by move."""
    of = Columns(ladder)
    skill, group, about = of.skill(), text("Group", "group"), text("What it means", "about")
    expects = Table(
        "expects", "Expects", (skill, group, of.level(), about), tuple(_expected(ladder, role))
    )
    develops = Table(
        "develops",
        "Develops",
        (skill, group, of.level(), months("After", none="on arrival")),
        tuple(_developed(ladder, role)),
    )
    moves = list(enumerate(ladder.transitions))
    leads = [(move.to_role, place, move) for place, move in moves if ladder.leads(move, role.id)]
    comes = [
        (source, place, move)
        for place, move in moves
        if move.to_role == role.id
        for source in move.from_roles or (None,)
    ]
    leads_to = Table("leads_to", "Leads to", _move_columns(of), tuple(map(_move, leads)))
    reached = Table("reached_from", "Reached from", _move_columns(of), tuple(map(_move, comes)))
    unsure = "low" in {role.confidence, *(move.confidence for _, _, move in leads + comes)}
    notes = (DOUBTS,) if unsure else ()
    return Report(role.name, (expects, develops, leads_to, reached), notes)


def _expected(ladder: Ladder, role: Role) -> Iterator[Row]:
    for group, skills in by_group(ladder, role.expects).items():
        for skill, level in skills.items():
            own = ladder.skills[skill].levels.get(level)
            yield skill, group, level, own or ladder.levels_about.get(level)


def _developed(ladder: Ladder, role: Role) -> Iterator[Row]:
    for group, skills in by_group(ladder, dict.fromkeys(role.develops, 0)).items():
        for skill in skills:
            for level, after in sorted(role.develops[skill].items()):
                between = role.develops_ranges.get(skill, {}).get(level)
                yield skill, group, level, told_months(after, between)


def _move_columns(of: Columns) -> tuple[Column, ...]:
    return (
        of.role(),
        yes_or_no("Open to all", "open_to_all", idle="no"),
        number("Transition", "transition", for_programs=True),
        text("Kind", "kind"),
        months("After", none="at any time"),
        of.levels("Asks", "asks"),
        text("Source", "source"),
        doubtful(),
    )


def _move(one: tuple[str | None, int, Transition]) -> Row:
    role, place, move = one
    takes = told_months(move.months, move.months_range)
    facts = move.kind, takes, move.requires, move.source, move.confidence
    return role, move.from_any, place, *facts
