"""The promotions of a ladder, as several rules look at them."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder, Role

PROMOTION = "promotion"


def promotions(ladder: Ladder) -> Iterator[tuple[int, Role, Role]]:
    """Promotions within a track, or between two roles without one.

    Another track counts its ranks anew and asks for other skills, so that there is nothing to
    compare.

    Parameters
    ----------
    ladder : Ladder

    Yields
    ------
    (int, Role, Role)
        The transition's place in the file, the role below, and the role above.
    """
    for index, move in enumerate(ladder.transitions):
        lower, upper = ladder.roles[move.from_role], ladder.roles[move.to_role]
        if move.kind == PROMOTION and lower.track == upper.track:
            yield index, lower, upper
