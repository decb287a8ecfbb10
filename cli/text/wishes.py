"""What is wished of a way, in words."""

from __future__ import annotations

from graphs import Wishes
from ladder import Ladder
from ladder.wording import listed

from .words import count, money


def wishes_in_words(wishes: Wishes, ladder: Ladder) -> list[str]:
    """Each wish by itself; roles and activities are given by their ids.

    >>> wishes_in_words(Wishes(by="cost", max_cost=500, within=24), Ladder("Craft", currency="EUR"))
    ['by cost', 'for EUR 500 at most', 'within 24 months']
    """
    parts = [f"by {wishes.by}"] if wishes.by != "months" else []
    for names, word, joined, known in (
        (wishes.via, "through", "then", ladder.roles),
        (wishes.avoid, "around", "and", ladder.roles),
        (wishes.without, "without", "and", ladder.activities),
    ):
        if names:
            parts.append(f"{word} {listed([known[name].name for name in names], joined)}")
    if wishes.max_cost is not None:
        most = f"for {money(wishes.max_cost, ladder.currency)} at most"
        parts.append(most if wishes.max_cost else "at no cost")
    if wishes.within is not None:
        parts.append(f"within {count(wishes.within, 'month')}")
    return parts
