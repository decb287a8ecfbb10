"""Promotions that do not lead up in the ranks of their track."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder, Role
from ladder.document import Fault
from ladder.wording import short

from .promotions import promotions
from .rule import Rule


def _down(ladder: Ladder) -> Iterator[Fault]:
    for index, lower, upper in promotions(ladder):
        if lower.rank is not None and upper.rank is not None and upper.rank < lower.rank:
            message = (
                f"{short(lower.name)} is promoted to {short(upper.name)}, "
                f"from rank {lower.rank} down to rank {upper.rank}{_inside(ladder, upper)}"
            )
            yield Fault(("transitions", index, "to"), message)


def _level(ladder: Ladder) -> Iterator[Fault]:
    for index, lower, upper in promotions(ladder):
        if lower.rank is not None and lower.rank == upper.rank:
            message = (
                f"{short(lower.name)} is promoted to {short(upper.name)}, "
                f"and both have rank {upper.rank}{_inside(ladder, upper)}"
            )
            yield Fault(("transitions", index, "to"), message)


def _inside(ladder: Ladder, role: Role) -> str:
    return f" of {short(ladder.tracks[role.track].name)}" if role.track else ""


RULES = (
    Rule(
        code="L501",
        name="promotion-down",
        severity="warning",
        why="A promotion leads up, and a higher rank is a more senior role; one of the two is "
        "wrong here, and pictures put the role where its rank says.",
        mend="Swap the two roles of the transition, correct the rank of one of them, or give the "
        "transition another kind.",
        more="""\
Ranks are compared within a track only, as each track counts its own.

Here the promotion leads down:

    roles:
      cook: {track: kitchen, rank: 1}
      sous-chef: {track: kitchen, rank: 2}
    transitions:
      - {from: sous-chef, to: cook, kind: promotion, months: 12}

Mended:

      - {from: cook, to: sous-chef, kind: promotion, months: 12}

Ignore it where ranks in your organisation mean something else than seniority.""",
        find=_down,
    ),
    Rule(
        code="L502",
        name="promotion-on-a-level",
        severity="warning",
        why="A promotion leads up, and two roles of one rank in one track are equally senior; a "
        "move between them is a side move.",
        mend="Give the upper role a higher rank, or make the transition lateral.",
        more="""\
Ranks are compared within a track only, as each track counts its own.

Here the promotion leads to a role beside:

    roles:
      cook: {track: kitchen, rank: 1}
      baker: {track: kitchen, rank: 1}
    transitions:
      - {from: cook, to: baker, kind: promotion, months: 12}

Mended, if a baker is no more senior than a cook:

      - {from: cook, to: baker, kind: lateral, months: 12}

Ignore it where a rank spans several steps of seniority.""",
        find=_level,
    ),
)
