"""What is wished of a way, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graphs import Wishes
from graphs.words import ENGLISH, Words
from ladder import Ladder

from .words import money


def wishes_in_words(wishes: Wishes, ladder: Ladder, words: Words = ENGLISH) -> list[str]:
    """Each wish by itself; roles and activities are given by their ids.

    >>> wishes_in_words(Wishes(by="cost", max_cost=500, within=24), Ladder("Craft", currency="EUR"))
    ['by cost', 'for EUR 500 at most', 'within 24 months']
    """
    parts = [f"by {wishes.by}"] if wishes.by != "months" else []
    for names, key, joined, known in (
        (wishes.via, "wish.through", "then", ladder.roles),
        (wishes.avoid, "wish.around", "and", ladder.roles),
        (wishes.without, "wish.without", "and", ladder.activities),
    ):
        if names:
            told = words.listed((known[name].name for name in names), joined)
            parts.append(words(key, names=told))
    if wishes.max_cost is not None:
        most = money(wishes.max_cost, ladder.currency, words)
        parts.append(words("wish.most", cost=most) if wishes.max_cost else words("wish.free"))
    if wishes.within is not None:
        parts.append(words("wish.within", n=wishes.within))
    return parts


def asked_for(
    wishes: Wishes,
    ladder: Ladder,
    named: Callable[[str], str] = str,
    words: Words = ENGLISH,
) -> str:
    """Say what a way was to keep to, as a sentence; nothing where that is nothing.

    What was to be least is left out, as the proof says it.

    >>> asked_for(Wishes(by="cost", within=24), Ladder("Craft"))
    'Asked for: within 24 months.'
    """
    parts = wishes_in_words(replace(wishes, by="months"), ladder, words)
    return words("wish.asked", wishes=", ".join(map(named, parts))) if parts else ""
