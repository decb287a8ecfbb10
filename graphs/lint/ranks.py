"""Promotions, and those that do not lead up in the ranks of their track, rung by rung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ladder import Ladder, Role
from ladder.files.document import Fault
from ladder.wording import short

from .rule import Rule

PROMOTION = "promotion"


def promotions(ladder: Ladder) -> Iterator[tuple[int, Role, Role]]:
    """Promotions within a track, or between two roles without one.

    Another track counts its ranks anew and asks for other skills, so that there is nothing to
    compare.

    The transition's place in the file, the role below, and the role above.
    """
    for index, move in enumerate(ladder.transitions):
        upper = ladder.roles[move.to_role]
        for lower in (ladder.roles[role] for role in move.from_roles):
            if move.kind == PROMOTION and lower.track == upper.track:
                yield index, lower, upper


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


def _over_a_rung(ladder: Ladder) -> Iterator[Fault]:
    """Promotions that leave out ranks of their track, with no way by those between.

    Beside a way by the rungs between, such a promotion is a short cut, and meant.
    """
    onward: dict[str, list[Role]] = {}
    inward: dict[str, list[Role]] = {}
    for _, lower, upper in promotions(ladder):
        onward.setdefault(lower.id, []).append(upper)
        inward.setdefault(upper.id, []).append(lower)
    rungs = _rungs(ladder)
    for index, lower, upper in promotions(ladder):
        if lower.track is None or lower.rank is None or upper.rank is None:
            continue
        between = range(lower.rank + 1, upper.rank)
        left_out = [role for rank, role in rungs[lower.track].items() if rank in between]
        by_rungs = all(
            any(role.rank in between for role in ways)
            for ways in (onward[lower.id], inward[upper.id])
        )
        if left_out and not by_rungs:
            message = (
                f"{short(lower.name)} is promoted to {short(upper.name)}, from rank {lower.rank} "
                f"to rank {upper.rank}, past {short(left_out[0].name)}{_inside(ladder, upper)}"
            )
            yield Fault(("transitions", index, "to"), message)


def _rungs(ladder: Ladder) -> Mapping[str, Mapping[int, Role]]:
    """For each track, its ranks in their order, with the first role of each."""
    rungs: dict[str, dict[int, Role]] = {}
    for role in sorted(ladder.roles.values(), key=lambda role: role.rank or 0):
        if role.track is not None and role.rank is not None:
            rungs.setdefault(role.track, {}).setdefault(role.rank, role)
    return rungs


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
    Rule(
        code="L507",
        name="promotion-past-a-rung",
        severity="warning",
        why="Nobody comes by promotions from the role below through the one between, so that it is "
        "no rung of this way; often the transition names the wrong role.",
        mend="Let the promotion lead to the next rung, add those from rung to rung, or give the "
        "role that is passed a track of its own.",
        more="""\
Ranks are compared within a track only. Where promotions lead from the role below to a rung \
between, and from a rung between to the one above, the promotion past them is a short cut, and no \
finding.

Here cooks become head chefs at once:

    roles:
      cook: {track: kitchen, rank: 1}
      sous-chef: {track: kitchen, rank: 2}
      head-chef: {track: kitchen, rank: 3}
    transitions:
      - {from: cook, to: head-chef, kind: promotion, months: 12}
      - {from: sous-chef, to: head-chef, kind: promotion, months: 12}

Mended:

      - {from: cook, to: sous-chef, kind: promotion, months: 12}

Ignore it where people of your organisation do leave out rungs.""",
        find=_over_a_rung,
    ),
)
