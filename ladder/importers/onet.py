"""The O*NET database of occupations in the United States, turned into a ladder.

O*NET says how important each skill is to an occupation, and at which level it is needed, how much
preparation an occupation takes (its job zone), and which occupations are related. It gives no
months and no gates; what is assumed instead can be changed, is marked with low
confidence, and is told in the ladder's ``source``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from ladder.matching import unique_ids
from ladder.model import MOST_MONTHS, FrozenDict, Ladder, Role, Skill, Track, Transition
from ladder.wording import MOST_LISTED

from .assumptions import check_assumptions, is_whole
from .growth import ASSUMED, gate, practices
from .onet_tables import (
    IMPORTANCE,
    JOB_ZONES,
    LEVELS,
    MAJOR_GROUPS,
    MOST_RELATED,
    OnetTables,
    read_tables,
)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def import_onet(
    folder: str | os.PathLike[str],
    *,
    importance: float = 3,
    related: int = 10,
    months: Sequence[int] = (1, 3, 12, 24, 48),
    tenure: int = 24,
    side_months: int = 12,
    gate_below: int = 1,
    learning_months: Sequence[int] = (1, 1, 2, 3, 4, 6, 9),
) -> Ladder:
    """Turn the tables of O*NET's text database into a ladder, or those of some of its occupations.

    An occupation is a role; its job zone is the rank, its major group the track, and its code an
    alias. In it one comes to hold every skill at its level, rounded to a whole number. The gate
    into it asks only for the important ones. One can move to the occupations that are related: to
    a higher job zone by promotion, to any other sideways.

    Occupations of which O*NET rates no skills, or gives no job zone, are left out, since nothing
    could be asked of who moves into them; the ladder's ``about`` names them.

    The same for any order of the rows.
    """
    assumed = _Assumptions(
        importance=importance,
        related=related,
        months=tuple(months),
        tenure=tenure,
        side_months=side_months,
        gate_below=gate_below,
        learning_months=tuple(learning_months),
    )
    tables = read_tables(folder)
    rated = sorted(
        code for code in tables.occupations if tables.levels.get(code) and code in tables.zones
    )
    skills = _skills(tables)
    roles = _roles(tables, rated, skills, assumed)
    profiles = [
        {skill: max(levels) for skill, levels in role.develops.items()} for role in roles.values()
    ]
    activities = practices(skills.values(), LEVELS, assumed.learning_months, profiles)
    return Ladder(
        name="O*NET occupations",
        levels=LEVELS,
        skills=FrozenDict({skill.id: skill for skill in skills.values()}),
        tracks=_tracks(rated),
        roles=FrozenDict({role.id: role for role in roles.values()}),
        transitions=tuple(_transitions(tables, roles, skills, assumed)),
        activities=activities,
        source=_source(assumed),
        about=_about(tables, rated),
    )


@dataclass(frozen=True, slots=True)
class _Assumptions:
    """The figures that the O*NET database does not give, each found to make sense."""

    importance: float
    """A gate asks for the skills of at least this importance."""
    related: int
    """So many of the occupations related to another can be moved to from it, the nearest first."""
    months: Sequence[int]
    """By job zone, months in an occupation after which its skills are held."""
    tenure: int
    """Months to be served before a move to a higher job zone."""
    side_months: int
    """Months to be served before any other move."""
    gate_below: int
    """How many levels below what an occupation needs its gate asks for."""
    learning_months: Sequence[int]
    """To learn level 1 from none, level 2 from level 1, and so on."""

    def __post_init__(self) -> None:
        faults = {}
        least, most = IMPORTANCE
        if not least <= self.importance <= most:  # refuses what is no number at all, too
            faults["importance"] = f"must be from {least} to {most}, not {self.importance}"
        if len(self.months) != JOB_ZONES or not all(
            is_whole(value, 0, MOST_MONTHS) for value in self.months
        ):
            faults["months"] = (
                f"must be {JOB_ZONES} whole numbers from 0 to {MOST_MONTHS}, one for each job "
                f"zone, not {', '.join(map(str, self.months))}"
            )
        ends = {"related": MOST_RELATED, "tenure": MOST_MONTHS, "side_months": MOST_MONTHS}
        ends |= {"gate_below": len(LEVELS)}
        check_assumptions(self, len(LEVELS), self.learning_months, ends, **faults)


def _source(assumed: _Assumptions) -> str:
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


def _about(tables: OnetTables, rated: Sequence[str]) -> str:
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


def _skills(tables: OnetTables) -> dict[str, Skill]:
    """Make a skill of each skill name, by its folded name, in alphabetical order."""
    ids = unique_ids(tables.skills.values())
    return {
        skill: Skill(ids[name], name)
        for skill, name in sorted(tables.skills.items(), key=lambda item: ids[item[1]])
    }


def _tracks(codes: Iterable[str]) -> Mapping[str, Track]:
    groups = sorted({code[:2] for code in codes})
    ids = unique_ids(MAJOR_GROUPS.values())
    names = {ids[MAJOR_GROUPS[group]]: MAJOR_GROUPS[group] for group in groups}
    return FrozenDict({track: Track(track, name) for track, name in names.items()})


def _roles(
    tables: OnetTables, codes: Iterable[str], skills: Mapping[str, Skill], assumed: _Assumptions
) -> dict[str, Role]:
    """Make a role of each occupation, by its code."""
    ids = unique_ids(occupation.title for occupation in tables.occupations.values())
    tracks = unique_ids(MAJOR_GROUPS.values())
    roles = {}
    for code in codes:
        occupation, zone = tables.occupations[code], tables.zones[code]
        months = assumed.months[zone - 1]
        roles[code] = Role(
            ids[occupation.title],
            occupation.title,
            aliases=(code,),
            track=tracks[MAJOR_GROUPS[code[:2]]],
            rank=zone,
            develops=FrozenDict(
                {
                    skill.id: FrozenDict({level: months})
                    for folded, skill in skills.items()
                    if (level := _whole_level(tables.levels[code].get(folded, 0)))
                }
            ),
            about=_SENTENCE_END.split(occupation.description, maxsplit=1)[0].strip() or None,
            confidence=ASSUMED,
        )
    return roles


def _transitions(
    tables: OnetTables,
    roles: Mapping[str, Role],
    skills: Mapping[str, Skill],
    assumed: _Assumptions,
) -> Iterable[Transition]:
    """Join each occupation with those related to it, the nearest first."""
    for code, role in roles.items():
        others = tables.related.get(code, {})
        for other in sorted(others, key=lambda other: (others[other], other)):
            if others[other] > assumed.related or other not in roles:
                continue
            upwards = tables.zones[other] > tables.zones[code]
            yield Transition(
                (role.id,),
                roles[other].id,
                assumed.tenure if upwards else assumed.side_months,
                "promotion" if upwards else "lateral",
                gate(_needed(tables, other, skills, assumed), assumed.gate_below),
                confidence=ASSUMED,
            )


def _needed(
    tables: OnetTables, code: str, skills: Mapping[str, Skill], assumed: _Assumptions
) -> dict[str, int]:
    """Find the levels of the skills that are important in an occupation."""
    importance = tables.importance.get(code, {})
    return {
        skill.id: _whole_level(tables.levels[code].get(folded, 0))
        for folded, skill in skills.items()
        if importance.get(folded, 0) >= assumed.importance
    }


def _whole_level(level: float) -> int:
    """Round a level to a whole one, halves upwards.

    >>> _whole_level(4.5), _whole_level(4.49)
    (5, 4)
    """
    return floor(level + 0.5)
