"""How long it takes from where somebody stands by now, beside what their plan said."""

from __future__ import annotations

from graphs import GrowthPath, NoGrowthPath, SearchLimit
from graphs.compared import Progress
from graphs.pace import pace_in_words

from .when import When
from .words import count, duration, money

Replanned = GrowthPath | NoGrowthPath | SearchLimit
"""The answer from where the person stands to the plan's target."""


def from_here(compared: Progress, replanned: Replanned, when: When) -> str:
    """Say how long it takes, or why that is not known.

    Parameters
    ----------
    compared : Progress
    replanned : GrowthPath, NoGrowthPath or SearchLimit
    when : When

    Returns
    -------
    str
    """
    target = compared.plan.ladder.roles[compared.plan.target].name
    if isinstance(replanned, SearchLimit):
        bound = f", and any takes at least {duration(replanned.bound)}" if replanned.bound else ""
        known = f"no way to {target} was found within the time limit{bound}"
    elif isinstance(replanned, NoGrowthPath):
        known = _no_way(replanned, target)
    else:
        arrival = when.point(compared.month + replanned.months)
        known = _to_go(compared, replanned, f"{target} {arrival}")
    return f"From where you stand, {known}."


def _no_way(no: NoGrowthPath, target: str) -> str:
    pace = pace_in_words(no.ladder)
    if no.blockers:
        return f"no way leads to {target}{pace}; ladder path says what stands in it"
    kept_out = f"no way to {target}{pace} keeps within what you allow"
    if not no.least:
        return kept_out
    currency = no.ladder.currency
    totals = [f"{duration(path.months)} and {money(path.cost, currency)}" for path in no.least]
    least = " or ".join(dict.fromkeys(totals))
    proven = "is" if no.complete else "found so far is"
    return f"{kept_out}: the least {proven} {least}"


def _to_go(compared: Progress, replanned: GrowthPath, arrival: str) -> str:
    left = compared.plan.months - compared.month
    plan = f"the plan has {duration(left)}"
    if left < 0:
        plan = f"the plan was to end {count(-left, 'month')} ago"
    most = "" if replanned.optimal else "at most "
    shift = _shift(replanned.months - left)
    months = duration(replanned.months) + pace_in_words(replanned.ladder)
    return f"{most}{months} to go, where {plan}: {arrival}, {shift}"


def _shift(later: int) -> str:
    if not later:
        return "as planned"
    return f"{count(abs(later), 'month')} {'later' if later > 0 else 'earlier'} than planned"
