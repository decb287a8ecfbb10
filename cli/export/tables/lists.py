"""What there is in a ladder as tables: its roles, its skills, and its activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cli.text.skills.groups import by_group
from cli.text.tables import USES, by_track, skill_uses
from ladder import Activity, Ladder, Role, Skill

from .columns import (
    DOUBTS,
    Columns,
    doubtful,
    months,
    number,
    text,
    texts,
    told_months,
    yes_or_no,
)
from .report import Report, Row, Table

USED = "Roles expecting it", "Roles developing it", "Activities", "Gates"


def roles_report(ladder: Ladder, roles: Iterable[Role] | None = None) -> Report:
    """Tell of all roles, or of some, by track, the lowest rank first."""
    of = Columns(ladder)
    columns = (
        of.role(),
        of.track(),
        text("Family", "family"),
        number("Rank", "rank"),
        texts("Also", "aliases"),
        yes_or_no("Final", "final", idle="no"),
        text("About", "about", for_programs=True),
        text("Page", "url", for_programs=True),
        text("Source", "source", for_programs=True),
        doubtful(),
    )
    shown = list(ladder.roles.values() if roles is None else roles)
    rows = tuple(_role(ladder, role) for _, group in by_track(ladder, shown) for role in group)
    unsure = any(role.confidence == "low" for role in shown)
    table = Table("roles", "", columns, rows)
    return Report(f"Roles of {ladder.name}", (table,), (DOUBTS,) if unsure else ())


def _role(ladder: Ladder, role: Role) -> Row:
    family = ladder.tracks[role.track].family if role.track else None
    facts = role.final, role.about, role.url, role.source, role.confidence
    return role.id, role.track, family, role.rank, role.aliases, *facts


def skills_report(ladder: Ladder, skills: Iterable[Skill] | None = None) -> Report:
    """Count of all skills, or of some, who expects and develops them, and which gates ask."""
    of = Columns(ladder)
    columns = (
        of.skill(),
        text("Group", "group"),
        *(number(heading, use.lower()) for use, heading in zip(USES, USED, strict=True)),
        text("About", "about", for_programs=True),
    )
    shown = {skill.id for skill in (ladder.skills.values() if skills is None else skills)}
    groups = by_group(ladder, {skill: 0 for skill in ladder.skills if skill in shown})
    rows = tuple(
        (skill, group, *skill_uses(ladder, skill).values(), ladder.skills[skill].about)
        for group, held in groups.items()
        for skill in held
    )
    return Report(
        f"Skills of {ladder.name}", (Table("skills", "", columns, rows),), tuple(_levels(ladder))
    )


def _levels(ladder: Ladder) -> Iterator[str]:
    if ladder.levels and not ladder.levels_about:
        yield f"Levels, the lowest first: {', '.join(ladder.levels)}."
    for level, about in ladder.levels_about.items():
        yield f"At {ladder.level_name(level)}: {about}"


def some_skills_report(ladder: Ladder, skills: Iterable[Skill]) -> Report:
    """Tell of some skills what each level means, and where it is expected, developed and learnt."""
    chosen = list(skills)
    of = Columns(ladder)
    skill, level = of.skill(), of.level()
    roles, activities = ladder.roles.values(), ladder.activities.values()
    tables = (
        Table(
            "levels",
            "What one can do",
            (skill, level, text("What it means", "about")),
            tuple(
                (one.id, at, told)
                for one in chosen
                for at in range(1, len(ladder.levels) + 1)
                if (told := one.levels.get(at) or ladder.levels_about.get(at))
            ),
        ),
        Table(
            "expected",
            "Expected of",
            (skill, level, of.role()),
            tuple(
                (one.id, at, role.id)
                for one in chosen
                for role in roles
                if (at := role.expects.get(one.id))
            ),
        ),
        Table(
            "developed",
            "Developed as",
            (skill, level, of.role(), months("After")),
            tuple(
                (one.id, at, role.id, told_months(after, _between(role, one.id, at)))
                for one in chosen
                for role in roles
                for at, after in sorted(role.develops.get(one.id, {}).items())
            ),
        ),
        Table(
            "learnt",
            "Learnt by",
            (skill, level, of.activity()),
            tuple(
                (one.id, at, activity.id)
                for one in chosen
                for activity in activities
                if (at := activity.develops.get(one.id))
            ),
        ),
    )
    title = "Skills: " + ", ".join(one.name for one in chosen)
    return Report(
        title, tables, tuple(f"About {one.name}: {one.about}" for one in chosen if one.about)
    )


def _between(role: Role, skill: str, level: int) -> tuple[int, int] | None:
    return role.develops_ranges.get(skill, {}).get(level)


def activities_report(ladder: Ladder, activities: Iterable[Activity] | None = None) -> Report:
    """Tell of all activities, or of some, what each takes, gives and asks."""
    of = Columns(ladder)
    columns = (
        of.activity(),
        text("Kind", "kind"),
        months("Takes"),
        of.cost(),
        of.levels("Gives", "develops"),
        of.levels("Asks", "requires"),
        text("About", "about", for_programs=True),
        text("Page", "url", for_programs=True),
        text("Source", "source", for_programs=True),
        text("Confidence", "confidence", for_programs=True),
    )
    shown = list(ladder.activities.values() if activities is None else activities)
    rows = tuple(_activity(one) for one in shown)
    notes = [] if rows else ["There are no activities in this ladder."]
    if any(one.confidence == "low" for one in shown):
        notes.append(DOUBTS)
    return Report(
        f"Activities of {ladder.name}", (Table("activities", "", columns, rows),), tuple(notes)
    )


def _activity(one: Activity) -> Row:
    takes = told_months(one.months, one.months_range)
    told = one.about, one.url, one.source, one.confidence
    return one.id, one.kind, takes, one.cost, one.develops, one.requires, *told
