"""What a ladder made from O*NET tells of itself: its source, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from ladder.wording import MOST_LISTED

from .onet_assumptions import OnetAssumptions
from .onet_rows import OnetTables


def about_of(tables: OnetTables, rated: Sequence[str]) -> str:
    """Say what the ladder holds, and which occupations it leaves out."""
    left_out = sorted(
        occupation.title for code, occupation in tables.occupations.items() if code not in rated
    )
    about = "Occupations in the United States, with the skills that they need."
    if left_out:
        named = left_out[:MOST_LISTED]
        more = len(left_out) - len(named)
        named += [f"{more} more"] if more else []
        about += f" Left out, as O*NET does not rate their skills: {'; '.join(named)}."
    return about


def source_of(assumed: OnetAssumptions) -> str:
    """Attribute what is O*NET's, as its licence asks, and own up to what is assumed."""
    zones = ", ".join(map(str, assumed.months))
    learning = ", ".join(map(str, assumed.learning_months))
    return (
        "Occupations, skills, their importance and levels, job zones and related occupations: "
        "O*NET Database by the U.S. Department of Labor, Employment and Training Administration "
        "(USDOL/ETA), https://www.onetcenter.org/database.html, used under the CC BY 4.0 licence, "
        "https://creativecommons.org/licenses/by/4.0/. O*NET® is a trademark of USDOL/ETA. "
        "Modified: levels are rounded to whole numbers, and what is not needed here is left out; "
        "USDOL/ETA has not approved, endorsed, or tested these modifications. "
        "All months, gates and ways to learn are assumptions of the import, not of O*NET: "
        f"what an occupation needs is held after {zones} months in it, by job zone 1 to 5; "
        f"{assumed.tenure} months before a move to a higher job zone and {assumed.side_months} "
        f"before any other, to the {assumed.related} occupations most related at most; gates "
        f"ask for the skills of importance {assumed.importance:g} or more, {assumed.gate_below} "
        f"below their level; {learning} months to learn each level from the one below."
    )
