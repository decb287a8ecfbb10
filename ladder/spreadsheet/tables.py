"""A whole ladder, laid out in the sheets of a workbook to be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ladder.model import ANY, EXPECTED, Activity, Ladder, Range, Role, Transition

from .sheets import ABOUT, ALL_EXPECTED, OPEN, Row


def tables_of(ladder: Ladder) -> dict[str, list[Row]]:
    """Write a ladder as rows by sheet, below the titles of `COLUMNS`; About has none."""
    about = (ladder.name, ladder.about, ladder.source, ladder.currency, "\n".join(ladder.ignore))
    return {
        "About": list(zip(ABOUT, about, strict=True)),
        "Roles": [_role(role) for role in ladder.roles.values()],
        "Growth": [row for role in ladder.roles.values() for row in _growth(ladder, role)],
        "Transitions": [_transition(ladder, move) for move in ladder.transitions],
        "Activities": [_activity(ladder, item) for item in ladder.activities.values()],
        "Skills": [(item.id, item.name, item.group, item.about) for item in ladder.skills.values()],
        "Texts": [
            (skill.id, ladder.level_name(level), text)
            for skill in ladder.skills.values()
            for level, text in skill.levels.items()
        ],
        "Tracks": [
            (item.id, item.name, item.family, item.about) for item in ladder.tracks.values()
        ],
        "Levels": [
            (number, name, ladder.levels_about.get(number))
            for number, name in enumerate(ladder.levels, start=1)
        ],
    }


def _role(role: Role) -> Row:
    final = "yes" if role.final else None
    named = role.id, role.name, "\n".join(role.aliases)
    place = role.track, role.rank, final
    return *named, *place, role.about, role.url, role.source, role.confidence


def _growth(ladder: Ladder, role: Role) -> Iterable[Row]:
    if span := _develops_expected(role):
        yield role.id, ALL_EXPECTED, None, *span
        return
    for skill, levels in role.develops.items():
        ranges = role.develops_ranges.get(skill, {})
        for level, months in levels.items():
            yield role.id, skill, ladder.level_name(level), *_months(months, ranges.get(level))


def _develops_expected(role: Role) -> Row | None:
    """The months after which a role develops all that it expects, and nothing else."""
    if not role.develops or any(len(levels) > 1 for levels in role.develops.values()):
        return None
    gained = {skill: level for skill, levels in role.develops.items() for level in levels}
    spans = {
        _months(months, role.develops_ranges.get(skill, {}).get(level))
        for skill, levels in role.develops.items()
        for level, months in levels.items()
    }
    return spans.pop() if gained == role.expects and len(spans) == 1 else None


def _transition(ladder: Ladder, move: Transition) -> Row:
    return (
        *("\n".join(move.from_roles) or ANY, move.to_role, move.kind),
        *_months(move.months, move.months_range),
        *(_gate(ladder, move), move.source, move.confidence),
    )


def _gate(ladder: Ladder, move: Transition) -> str:
    expects = ladder.roles[move.to_role].expects
    if not expects:
        return _levels(ladder, move.requires)
    if move.requires == expects:
        return EXPECTED
    return _levels(ladder, move.requires) or OPEN


def _activity(ladder: Ladder, item: Activity) -> Row:
    return (
        *(item.id, item.name, item.kind),
        *_months(item.months, item.months_range),
        *(item.cost, _levels(ladder, item.requires), _levels(ladder, item.develops)),
        *(item.about, item.url, item.source, item.confidence),
    )


def _months(typical: int, between: Range | None) -> Row:
    return typical, *(between or (None, None))


def _levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    return "\n".join(f"{skill}: {ladder.level_name(level)}" for skill, level in levels.items())
