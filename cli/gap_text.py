"""The skills between two roles, laid out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat

from graphs import Gap, NoGrowthPath
from graphs.pace import pace_in_words

from .layout import hang, paint, rows, tie, wrap
from .look import Look
from .refusal_text import describe_limit, describe_no
from .words import duration, levels, point, side_by_side


def describe_gap(gap: Gap, look: Look) -> str:
    """Lay out what is gained, raised, kept and lost, and what each move asks besides.

    Parameters
    ----------
    gap : Gap
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    ladder = gap.ladder
    arrow = f" {look.glyphs.arrow}{tie(' ')}"
    ends = arrow.join(tie(ladder.roles[role].name) for role in (gap.source, gap.target))
    kinds = [
        ("gained", levels(ladder, gap.gained, look.glyphs)),
        *zip(chain(["raised"], repeat("")), _raised(gap, look), strict=False),
        ("kept", levels(ladder, gap.kept, look.glyphs)),
        ("not used there", levels(ladder, gap.lost, look.glyphs)),
    ]
    pairs = [(f"  {label}", text) for label, text in kinds if text]
    lines = [*wrap(paint(ends, bold=True), look.width), *rows(pairs, look.width)]
    if not pairs:
        lines += wrap("Neither holds any skill.", look.width)
    return "\n".join([*lines, "", *_way(gap, look)])


def _raised(gap: Gap, look: Look) -> list[str]:
    """Skills by the levels between which they are raised, the highest first."""
    ladder = gap.ladder
    steps: dict[tuple[int, int], list[str]] = {}
    for skill, (held, wanted) in gap.raised.items():
        steps.setdefault((wanted, held), []).append(tie(ladder.skills[skill].name))
    groups = []
    for (wanted, held), names in sorted(steps.items(), reverse=True):
        between = tie(f"from {ladder.level_name(held)} to {ladder.level_name(wanted)}: ")
        groups.append(between + side_by_side(names, look.glyphs))
    return groups


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
            yield from hang("  ", f"{role}, {point(stay.end)}", look.width)
            asked = levels(gap.ladder, gap.asked(place), look.glyphs)
            yield from hang("    ", asked or "nothing more", look.width)
