"""The skills between two roles, laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cli.output import Look
from graphs import Gap, NoGrowthPath
from graphs.pace import pace_in_words
from ladder import Ladder

from .layout import hang, paint, rows, tie, wrap
from .refusal import describe_limit, describe_no
from .skills.groups import by_group
from .skills.meaning import cut_short, legend, own_text, without_text
from .words import When, at, duration, levels, route, side_by_side

Pairs = list[tuple[str, str]]


def describe_gap(gap: Gap, look: Look) -> str:
    """Lay out what is expected, and what long holders have besides, beside what is held today.

    Then what each move asks that is not held, and what the levels to be gained mean.
    """
    ends = route(gap.ladder, (gap.source, gap.target), look.glyphs)
    lines = wrap(paint(ends, bold=True), look.width)
    parts = _parts(gap, look)
    for title, pairs in parts:
        lines += ["", *wrap(paint(title, bold=True), look.width)] if title else []
        lines += rows([(f"  {label}", text) for label, text in pairs], look.width)
    if not parts:
        lines += wrap("Neither holds any skill.", look.width)
    return "\n".join([*lines, "", *_way(gap, look), *_meaning(gap, look)])


def _parts(gap: Gap, look: Look) -> list[tuple[str, Pairs]]:
    """Rows under titles; one part without a title where nothing is expected."""
    besides = {
        skill: level for skill, level in gap.profile.items() if level > gap.expected.get(skill, 0)
    }
    lost = [("not used there", levels(gap.ladder, gap.lost, look.glyphs))] if gap.lost else []
    parts = [("", [*_compared(gap.ladder, gap.held, besides, look), *lost])]
    if gap.expected:
        both = gap.held.keys() | gap.expected.keys()
        then = {skill: max(gap.held.get(skill, 0), gap.expected.get(skill, 0)) for skill in both}
        parts = [
            ("Expected there", _compared(gap.ladder, gap.held, gap.expected, look)),
            (
                "Held besides by who has been there for long",
                _compared(gap.ladder, then, besides, look),
            ),
            ("Held today", lost),
        ]
    return [(title, pairs) for title, pairs in parts if pairs]


def _compared(
    ladder: Ladder, held: Mapping[str, int], wanted: Mapping[str, int], look: Look
) -> Pairs:
    """What is gained, raised and kept, a row for each group of skills."""
    kinds: dict[str, dict[str, int]] = {"gained": {}, "raised": {}, "kept": {}}
    for skill, level in wanted.items():
        now = held.get(skill, 0)
        kind = "kept" if now >= level else "raised" if now else "gained"
        kinds[kind][skill] = now if kind == "kept" else level
    pairs: Pairs = []
    for kind, skills in kinds.items():
        label = kind
        for group, some in by_group(ladder, skills).items():
            for text in (
                _raised(ladder, held, some, look)
                if kind == "raised"
                else [levels(ladder, some, look.glyphs)]
            ):
                head = tie(f"{group} " if ladder.graded else f"{group}: ") if group else ""
                pairs.append((label, head + text))
                label = ""
    return pairs


def _raised(
    ladder: Ladder, held: Mapping[str, int], wanted: Mapping[str, int], look: Look
) -> list[str]:
    """Skills by the levels between which they are raised, the highest first."""
    steps: dict[tuple[int, int], list[str]] = {}
    for skill, level in wanted.items():
        steps.setdefault((level, held[skill]), []).append(tie(ladder.skills[skill].name))
    lines = []
    for (level, now), names in sorted(steps.items(), reverse=True):
        between = tie(f"from {ladder.level_name(now)} to {ladder.level_name(level)}: ")
        lines.append(between + side_by_side(names, look.glyphs))
    return lines


def _way(gap: Gap, look: Look) -> Iterable[str]:
    """What each move asks that is not held; or why there is none."""
    path = gap.path
    if path is None:
        if isinstance(gap.refusal, NoGrowthPath):
            yield describe_no(gap.refusal, look)
        elif gap.refusal is not None:
            yield describe_limit(gap.refusal, look)
        return
    if not path.moves:
        yield "You are there already."
        return
    months = duration(path.months) + pace_in_words(gap.ladder)
    title = f"What the moves ask that is not held today, {months} in all"
    yield from wrap(paint(title, bold=True), look.width)
    for place, stay in enumerate(path.stays):
        if stay.move:
            role = paint(gap.ladder.roles[stay.move.to].name, bold=True)
            yield from hang("  ", f"{role}, {When().point(stay.end)}", look.width)
            asked = levels(gap.ladder, gap.asked(place), look.glyphs)
            yield from hang("    ", asked or "nothing more", look.width)


def _meaning(gap: Gap, look: Look) -> list[str]:
    """What one can do who holds what is to be gained or raised."""
    ladder = gap.ladder
    gained = {
        skill: level
        for skill, level in (gap.expected or gap.profile).items()
        if level > gap.held.get(skill, 0)
    }
    pairs = [
        (ladder.skills[skill].name, at(ladder, level, text))
        for skills in by_group(ladder, gained).values()
        for skill, level in skills.items()
        if (text := own_text(ladder, skill, level, look))
    ]
    title = paint("What one can do then", bold=True)
    lines = ["", title, *(f"  {line}" for line in rows(pairs, look.width - 2))] if pairs else []
    more = legend(ladder, without_text(ladder, gained), look)
    return [*lines, *more, *cut_short(ladder, gained, look)]
