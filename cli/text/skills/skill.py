"""A skill, laid out: what each level means, and where it is expected, developed and learnt."""

from __future__ import annotations

from cli.output import Look
from cli.text.layout import paint, rows, tie, wrap, wrap_paragraphs
from cli.text.words import side_by_side, some
from ladder import Ladder, Skill


def describe_skill(ladder: Ladder, skill: Skill, look: Look) -> str:
    """Lay a skill out."""
    facts = [tie(skill.id)] + ([tie(skill.group)] if skill.group else [])
    lines = wrap(paint(skill.name, bold=True), look.width)
    lines += wrap(side_by_side(facts, look.glyphs), look.width)
    if skill.about:
        lines += ["", *wrap_paragraphs(skill.about, look.width)]
    for title, texts in (
        ("What one can do", _texts(ladder, skill)),
        ("Expected of", _roles(ladder, skill, "expects", look)),
        ("Developed as", _roles(ladder, skill, "develops", look)),
        ("Learnt by", _activities(ladder, skill, look)),
    ):
        if texts:
            pairs = [(ladder.level_name(level), texts[level]) for level in sorted(texts)]
            body = rows(pairs, look.width - 2)
            lines += ["", paint(title, bold=True), *(f"  {line}" for line in body)]
    return "\n".join(lines)


def _texts(ladder: Ladder, skill: Skill) -> dict[int, str]:
    """What a level means: of this skill, or else in general."""
    return {
        level: text
        for level in range(1, len(ladder.levels) + 1)
        if (text := skill.levels.get(level) or ladder.levels_about.get(level))
    }


def _roles(ladder: Ladder, skill: Skill, where: str, look: Look) -> dict[int, str]:
    """The roles that expect a skill, or that develop it in the end, by level."""
    at: dict[int, list[str]] = {}
    for role in ladder.roles.values():
        level = role.expects.get(skill.id, 0)
        if where == "develops":
            level = max(role.develops.get(skill.id, ()), default=0)
        at.setdefault(level, []).append(role.name)
    return {level: some(names, look.glyphs) for level, names in at.items() if level}


def _activities(ladder: Ladder, skill: Skill, look: Look) -> dict[int, str]:
    at: dict[int, list[str]] = {}
    for activity in ladder.activities.values():
        if level := activity.develops.get(skill.id):
            at.setdefault(level, []).append(activity.name)
    return {level: some(names, look.glyphs) for level, names in at.items()}


def levels_in_general(ladder: Ladder, look: Look) -> str:
    """What each level means, whatever the skill, the lowest first."""
    about = ladder.levels_about
    pairs = [(name, about.get(level, "")) for level, name in enumerate(ladder.levels, 1)]
    lines = rows(pairs, look.width - 2)
    return "\n".join([paint("Levels", bold=True), *(f"  {line}" for line in lines)])
