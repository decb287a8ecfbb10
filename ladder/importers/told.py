"""What an import assumed, and what comes of it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from ladder.model import Ladder
from ladder.person import held_in_role
from ladder.wording import counted

from .assumptions import Assumptions
from .growth import Grown


def assumed_words(
    assumed: Assumptions, grown: Grown, per: str, *, moves_given: bool = False
) -> str:
    """The rules and figures by which a ladder was grown; ``per`` is what has side moves.

    Nothing is assumed of moves that the framework gives.
    """
    rules = [_gates(assumed), learning_words(grown.learning_months)]
    kinds = set() if moves_given else {move.kind for move in grown.transitions}
    if "promotion" in kinds:
        rules.append(f"a promotion follows after {_months(assumed.tenure)}")
    if "entry" in kinds:
        rules.append(
            "the lowest rungs of tracks of several, and what nothing else leads into, are open "
            "from any role of another track after "
            f"{_months(assumed.entry_months)}"
        )
    if "lateral" in kinds:
        rules.append(
            f"a side move follows after {_months(assumed.side_months)}. Side moves join roles with "
            f"{assumed.side_near:.0%} or more of their level points in common, the nearest first, "
            f"until there are {assumed.side_moves} a {per} on average, both ways where both are "
            f"allowed; none leads to a mean expected level more than {assumed.side_rise:g} higher, "
            "to the top rung of a track from below one, or to a rung that is open from any role"
        )
    return "; ".join(rules) + "."


def _gates(assumed: Assumptions) -> str:
    if not assumed.gate_below:
        return "a gate asks for all that the role behind it expects"
    return (
        f"a gate asks for {assumed.gate_below} less than each level that the role behind it "
        f"expects, which is developed within {_months(assumed.months)} in it"
    )


def learning_words(times: Sequence[int]) -> str:
    """How long it takes to learn each level."""
    if len(set(times)) == 1:
        return f"a level is learnt from the one below by {_months(times[0])} of practice"
    learning = ", ".join(map(str, times)) or "no"
    return f"levels are learnt from the ones below by {learning} months of practice"


def promotions_told(ladder: Ladder) -> str:
    """How many promotions ask established holders for nothing new, and how long the others take."""
    months = list(promotion_months(ladder))
    if not months:
        return ""
    free = sum(1 for each in months if not each)
    return (
        f"Of {counted(len(months), 'promotion')}, {free or 'none'} {'are' if free > 1 else 'is'} "
        "open at once to somebody who has long been in the role below; a typical one takes "
        f"{_months(round(median(months)))} of learning, the longest {max(months)}."
    )


def promotion_months(ladder: Ladder) -> Iterator[int]:
    """Months of learning between what is held in a role and what each promotion asks for."""
    steps: dict[str, dict[int, int]] = {}
    for activity in ladder.activities.values():
        for skill, level in activity.develops.items():
            steps.setdefault(skill, {})[level] = activity.months
    for _, source, move in ladder.moves():
        if move.kind == "promotion":
            held = held_in_role(ladder.roles[source], None)
            yield sum(
                _climb(steps.get(skill, {}), held.get(skill, 0), level)
                for skill, level in move.requires.items()
            )


def _climb(steps: dict[int, int], held: int, wanted: int) -> int:
    """Months of the steps above a level, up to the one that gives a higher one.

    >>> _climb({1: 4, 3: 8, 4: 4}, 1, 2)
    8
    """
    months = 0
    for level, each in sorted(steps.items()):
        if held >= wanted:
            break
        if level > held:
            months, held = months + each, level
    return months


def _months(number: int) -> str:
    return counted(number, "month")
