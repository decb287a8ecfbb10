"""The ways to grow outside the job, laid out."""

from __future__ import annotations

from collections.abc import Sequence

from cli.output import Look
from ladder import Activity, Ladder

from .layout import paint, rows, tie, wrap
from .words import DOUBT, doubt, levels, money, side_by_side, spread


def describe_activities(ladder: Ladder, look: Look, activities: Sequence[Activity]) -> str:
    """Lay out what one can do, what it takes, and what it gives."""
    blocks = ["\n".join(_describe(ladder, activity, look)) for activity in activities]
    if any(activity.confidence == "low" for activity in activities):
        told = f"What is marked {DOUBT} rests on low confidence."
        blocks.append("\n".join(wrap(told, look.width)))
    return "\n\n".join(blocks)


def _describe(ladder: Ladder, activity: Activity, look: Look) -> list[str]:
    facts = [
        tie(activity.id),
        f"{tie(activity.kind)}, "
        f"{tie(spread(activity.months, activity.months_range, look.glyphs))}, "
        f"{tie(money(activity.cost, ladder.currency))}",
    ]
    gives, asks = (
        levels(ladder, held, look.glyphs) for held in (activity.develops, activity.requires)
    )
    pairs = [("gives", gives or "nothing")]
    if asks:
        pairs.append(("asks", asks))
    if activity.url:
        pairs.append(("page", activity.url))
    body = [*wrap(side_by_side(facts, look.glyphs), look.width - 2), *rows(pairs, look.width - 2)]
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    return [*wrap(name, look.width), *(f"  {line}" for line in body)]
