"""Preparation for an occupation of O*NET as a skill: a job zone is a level of it.

O*NET gives how long it takes to prepare for each zone, from and to; what is typical between the
two is assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ladder.model import Activity, FrozenDict, Skill

ID = "preparation"
NAME = "Preparation"
GROUP = "Education and experience"


@dataclass(frozen=True, slots=True)
class Zone:
    """A job zone."""

    fast: int
    """Months that it takes at least to prepare for it, from nothing."""
    slow: int
    typical: int
    """The import's own, between the two."""
    about: str


ZONES = (
    Zone(0, 3, 2, "Little preparation, up to 3 months: one is shown on the job what to do."),
    Zone(3, 12, 8, "Some preparation, 3 months to a year: school, then learning from colleagues."),
    Zone(12, 24, 18, "Medium preparation, 1 to 2 years: vocational training or an apprenticeship."),
    Zone(24, 48, 36, "Considerable preparation, 2 to 4 years: mostly a degree, or years of work."),
    Zone(48, 120, 84, "Extensive preparation, 4 to 10 years: a higher degree, or long experience."),
)
"""From zone 1 up; what is typical lies about halfway."""

TYPICAL = tuple(zone.typical for zone in ZONES)

NOTHING = Zone(0, 0, 0, "")

PREPARATION = Skill(
    ID,
    NAME,
    about="How much schooling, training and experience an occupation takes: O*NET's job zone.",
    group=GROUP,
    levels=FrozenDict({zone: told.about for zone, told in enumerate(ZONES, start=1)}),
)


def preparations(typical: Sequence[int], highest: int, confidence: str) -> Iterator[Activity]:
    """Make each zone up to the highest one something to prepare for, once the one below is held.

    It takes what the two zones are apart, typically and at both ends of what O*NET gives. Typical
    months outside of that have no range.
    """
    steps = zip(pairwise((0, *typical)), pairwise((NOTHING, *ZONES)), strict=True)
    for zone, ((start, end), (below, above)) in enumerate(islice(steps, highest), start=1):
        months = max(1, end - start)
        fast, slow = max(1, above.fast - below.fast), above.slow - below.slow
        yield Activity(
            f"{ID}-for-job-zone-{zone}",
            f"{NAME} for job zone {zone}",
            months,
            ID,
            requires=FrozenDict({ID: zone - 1} if zone > 1 else {}),
            develops=FrozenDict({ID: zone}),
            about=above.about,
            source=(
                f"O*NET job zones: {above.fast} to {above.slow} months of preparation for zone "
                f"{zone}, {below.fast} to {below.slow} for what is below it; what is typical "
                "between them is an assumption of the import"
            ),
            confidence=confidence,
            months_range=(fast, slow) if fast <= months <= slow else None,
        )
