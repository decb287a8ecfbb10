"""What is wished of a way, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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


def asked_for(wishes: Wishes, ladder: Ladder, named: Callable[[str], str] = str) -> str:
    """Say what a way was to keep to, as a sentence; nothing where that is nothing.

    What was to be least is left out, as the proof says it.

    >>> asked_for(Wishes(by="cost", within=24), Ladder("Craft"))
    'Asked for: within 24 months.'
    """
    parts = wishes_in_words(replace(wishes, by="months"), ladder)
    return f"Asked for: {', '.join(map(named, parts))}." if parts else ""
