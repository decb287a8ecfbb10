"""The O*NET database of occupations in the United States, turned into a ladder.

O*NET says how important each skill is to an occupation, and at which level it is needed, how much
preparation an occupation takes (its job zone), and which occupations are related. It gives no
months in a job, no gates and no ways to learn; what is assumed instead can be changed, is marked
with low confidence, and is told in the ladder's ``source``.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from ladder.matching import unique_ids
from ladder.model import MOST_MONTHS, Activity, FrozenDict, Ladder, Role, Skill, Track, Transition

from .assumptions import Imported, check_assumptions, is_whole
from .growth import ASSUMED, gate, months_a_level, points_raised, practices
from .onet_moves import LATERAL, PROMOTION, Move, Profile, related_moves
from .onet_preparation import PREPARATION, TYPICAL, preparations
from .onet_tables import (
    IMPORTANCE,
    JOB_ZONES,
    LEVELS,
    MAJOR_GROUPS,
    MOST_RELATED,
    OnetTables,
    read_tables,
)
from .titles import unshared
from .told import learning_words, promotions_told

PAGE = "https://www.onetonline.org/link/summary/"

SOURCE = (
    "Occupations, their titles, skills, the skills' importance and levels, job zones and related "
    "occupations: O*NET Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA), https://www.onetcenter.org/database.html, used under the CC BY "
    "4.0 licence, https://creativecommons.org/licenses/by/4.0/. O*NET® is a trademark of "
    "USDOL/ETA. Modified: levels are rounded to whole numbers, and what is not needed here is left "
    "out; USDOL/ETA has not approved, endorsed, or tested these modifications. All months in a "
    "job, gates and ways to learn are assumptions of the import, not of O*NET:"
)

MEANT = ("very low", "low", "below the middle", "just above the middle", "high", "very high")
LEVELS_ABOUT = FrozenDict(
    {
        level: f"{level - 0.5} to {level + 0.5} on O*NET's scale from 0 to 7: {meant}."
        for level, meant in enumerate(MEANT, start=1)
    }
    | {len(LEVELS): "6.5 to 7 on O*NET's scale from 0 to 7: as much as any occupation needs."}
)
"""What each whole level is of O*NET's, which explains none of them in general."""

IGNORED = ("L202", "L503", "L504", "L505", "L506", "L507")
"""Checks that occupations of a survey fail by their nature: none but schooling and experience
prepares, and a higher job zone does not expect more of every skill."""


def import_onet(
    folder: str | os.PathLike[str],
    *,
    importance: float = 2.5,
    related: int = 20,
    preparation: Sequence[int] = TYPICAL,
    tenure: int = 24,
    side_months: int = 12,
    side_rise: float = 0.25,
    gate_below: int = 0,
    months: Sequence[int] = (1, 3, 12, 24, 48),
    learning_months: Sequence[int] | None = None,
) -> Imported:
    """Turn the tables of O*NET's text database into a ladder, or those of some of its occupations.

    An occupation is a role; its job zone is the rank, its major group the track, and its code and
    the alternate titles that are nobody else's are aliases. It expects the important skills at
    their level, rounded to a whole number, and its zone as a level of Preparation; the gate into it
    asks for all of that. One can move between occupations that are related, and no others.

    Occupations of which O*NET rates no skills, or gives no job zone, are left out, since little
    could be asked of who moves into them; a remark names them all.

    The same for any order of the rows.
    """
    assumed = _Assumptions(
        importance=importance,
        related=related,
        preparation=preparation,
        tenure=tenure,
        side_months=side_months,
        side_rise=side_rise,
        gate_below=gate_below,
        months=months,
        learning_months=learning_months,
    )
    tables = read_tables(folder)
    making = _Making(tables, assumed)
    words = _assumed_words(assumed, making.learning_months)
    ladder = Ladder(
        name="O*NET occupations",
        levels=LEVELS,
        levels_about=LEVELS_ABOUT,
        skills=FrozenDict({skill.id: skill for skill in (PREPARATION, *making.expected())}),
        tracks=_tracks(making.profiles),
        roles=FrozenDict({role.id: role for role in making.roles.values()}),
        transitions=tuple(making.transitions()),
        activities=FrozenDict({activity.id: activity for activity in making.activities()}),
        source=f"{SOURCE} {words}",
        about="Occupations in the United States, with the skills and the preparation that they "
        "expect.",
        ignore=IGNORED,
    )
    told = f"O*NET says nothing of months in a job, gates and learning. Assumed: {words}"
    remarks = (f"{told} {promotions_told(ladder)}".rstrip(), *_left_out(tables, making.profiles))
    return Imported(ladder, remarks)


@dataclass(frozen=True, slots=True)
class _Assumptions:
    """The figures that the O*NET database does not give, each found to make sense."""

    importance: float
    """An occupation expects the skills of at least this importance."""
    related: int
    """So many of the occupations related to another can be moved to from it, the nearest first."""
    preparation: Sequence[int]
    """Months of preparation for each job zone, from nothing."""
    tenure: int
    """Months to be served before a move to a higher job zone, or to notably higher levels."""
    side_months: int
    """Months to be served before any other move."""
    side_rise: float
    """By how much the mean expected level may be higher that a side move leads to."""
    gate_below: int
    """How many levels below what an occupation expects of skills its gate asks for."""
    months: Sequence[int]
    """By job zone, months in an occupation after which its skills are held where the gate asks for
    less."""
    learning_months: Sequence[int] | None
    """To learn level 1 from none, level 2 from level 1, and so on; None where what a usual move to
    a higher zone raises is to take its tenure."""

    def __post_init__(self) -> None:
        faults = {}
        least, most = IMPORTANCE
        if not least <= self.importance <= most:  # refuses what is no number at all, too
            faults["importance"] = f"must be from {least} to {most}, not {self.importance}"
        if not 0 <= self.side_rise <= len(LEVELS):
            faults["side_rise"] = f"must be from 0 to {len(LEVELS)}, not {self.side_rise}"
        for name in ("months", "preparation"):
            value = getattr(self, name)
            if len(value) != JOB_ZONES or not all(is_whole(each, 0, MOST_MONTHS) for each in value):
                faults[name] = (
                    f"must be {JOB_ZONES} whole numbers from 0 to {MOST_MONTHS}, one for each job "
                    f"zone, not {', '.join(map(str, value))}"
                )
        if "preparation" not in faults and list(self.preparation) != sorted(self.preparation):
            told = ", ".join(map(str, self.preparation))
            faults["preparation"] = f"must not be less for a higher job zone, as in {told}"
        ends = {"related": MOST_RELATED, "tenure": MOST_MONTHS, "side_months": MOST_MONTHS}
        ends |= {"gate_below": len(LEVELS)}
        check_assumptions(self, len(LEVELS), self.learning_months, ends, **faults)


class _Making:
    """What becomes of the tables, by the codes of the occupations that stay."""

    def __init__(self, tables: OnetTables, assumed: _Assumptions) -> None:
        self.tables = tables
        self.assumed = assumed
        self.skills = _skills(tables)
        self.profiles = {
            code: self._profile(code)
            for code in sorted(tables.occupations)
            if tables.levels.get(code) and code in tables.zones
        }
        moves = related_moves(tables, self.profiles, assumed.related, assumed.side_rise)
        self._moves: dict[tuple[str, str], list[Move]] = {}
        for move in moves:
            self._moves.setdefault((move.leads, move.kind), []).append(move)
        self.learning_months = assumed.learning_months or self._pace()
        self.roles = dict(self._roles())

    def _profile(self, code: str) -> Profile:
        """Find the levels of the skills that are important in an occupation."""
        levels, importance = self.tables.levels[code], self.tables.importance.get(code, {})
        return {
            skill.id: level
            for folded, skill in self.skills.items()
            if importance.get(folded, 0) >= self.assumed.importance
            and (level := _whole_level(levels.get(folded, 0)))
        }

    def _pace(self) -> Sequence[int]:
        """Months a level, so that what a usual promotion raises takes what is served before it."""
        every = [move for moves in self._moves.values() for move in moves]
        counted = [move for move in every if move.kind == PROMOTION] or every
        raised = [
            points_raised(self.profiles[move.leaves], self.profiles[move.leads]) for move in counted
        ] or [sum(profile.values()) for profile in self.profiles.values()]
        return (months_a_level(self.assumed.tenure, raised),) * len(LEVELS)

    def _roles(self) -> Iterator[tuple[str, Role]]:
        """Make a role of each occupation."""
        tables, assumed = self.tables, self.assumed
        ids = unique_ids(occupation.title for occupation in tables.occupations.values())
        tracks = unique_ids(MAJOR_GROUPS.values())
        known = {
            code: (occupation.title, code, ids[occupation.title])
            for code, occupation in tables.occupations.items()
        }
        others = [skill.name for skill in (PREPARATION, *self.skills.values())]
        names = unshared(known, tables.titles, others)
        for code, profile in self.profiles.items():
            occupation, zone = tables.occupations[code], tables.zones[code]
            after = assumed.months[zone - 1]
            grows = profile if assumed.gate_below else {}
            yield (
                code,
                Role(
                    ids[occupation.title],
                    occupation.title,
                    aliases=(code, *names[code]),
                    track=tracks[MAJOR_GROUPS[code[:2]]],
                    rank=zone,
                    expects=FrozenDict({PREPARATION.id: zone, **profile}),
                    develops=FrozenDict(
                        {skill: FrozenDict({level: after}) for skill, level in grows.items()}
                    ),
                    about=occupation.description or None,
                    confidence=ASSUMED if grows else None,
                    url=f"{PAGE}{code}",
                ),
            )

    def transitions(self) -> Iterator[Transition]:
        """Make one transition of all moves of a kind into an occupation."""
        for (code, kind), moves in self._moves.items():
            role = self.roles[code]
            yield Transition(
                tuple(self.roles[move.leaves].id for move in moves),
                role.id,
                self.assumed.side_months if kind == LATERAL else self.assumed.tenure,
                kind,
                FrozenDict({PREPARATION.id: self.tables.zones[code], **self._gate(code)}),
                confidence=ASSUMED,
            )

    def activities(self) -> Iterator[Activity]:
        """Make ways to prepare for job zones, and to learn what is expected."""
        highest = max((self.tables.zones[code] for code in self.profiles), default=0)
        yield from preparations(self.assumed.preparation, highest, ASSUMED)
        asked = map(self._gate, self.profiles)
        yield from practices(self.expected(), LEVELS, self.learning_months, asked).values()

    def expected(self) -> list[Skill]:
        """List the skills that some occupation expects."""
        used = {skill for profile in self.profiles.values() for skill in profile}
        return [skill for skill in self.skills.values() if skill.id in used]

    def _gate(self, code: str) -> Profile:
        """Find the levels of skills that are asked for before an occupation."""
        return gate(self.profiles[code], self.assumed.gate_below)


def _skills(tables: OnetTables) -> dict[str, Skill]:
    """Make a skill of each skill name, by its folded name, in alphabetical order."""
    ids = unique_ids(tables.skills.values())
    return {
        skill: Skill(ids[name], name, group=tables.groups.get(skill))
        for skill, name in sorted(tables.skills.items(), key=lambda item: ids[item[1]])
    }


def _tracks(codes: Iterable[str]) -> Mapping[str, Track]:
    groups = sorted({code[:2] for code in codes})
    ids = unique_ids(MAJOR_GROUPS.values())
    names = {ids[MAJOR_GROUPS[group]]: MAJOR_GROUPS[group] for group in groups}
    return FrozenDict({track: Track(track, name) for track, name in names.items()})


def _assumed_words(assumed: _Assumptions, learning_months: Sequence[int]) -> str:
    """The rules and figures by which the ladder is made."""
    zones = ", ".join(map(str, assumed.preparation))
    rules = (
        f"an occupation expects the skills of importance {assumed.importance:g} or more, and its "
        "job zone as a level of Preparation",
        _gates(assumed),
        f"preparation takes {zones} months in all for job zones 1 to 5, as is typical within what "
        "O*NET gives",
        learning_words(learning_months),
        f"moves join, both ways, an occupation with the {assumed.related} most related to it at "
        f"most: to a higher job zone by promotion after {assumed.tenure} months, to a mean "
        f"expected level more than {assumed.side_rise:g} higher by advancement after as many, "
        f"and else sideways after {assumed.side_months}",
    )
    return "; ".join(rules) + "."


def _gates(assumed: _Assumptions) -> str:
    if not assumed.gate_below:
        return "a gate asks for all that the occupation behind it expects"
    after = ", ".join(map(str, assumed.months))
    return (
        f"a gate asks for the Preparation and for skills {assumed.gate_below} below what the "
        "occupation behind it expects, "
        f"which is developed after {after} months in it, by job zone 1 to 5"
    )


def _left_out(tables: OnetTables, codes: Collection[str]) -> Iterator[str]:
    """Name every occupation that is left out."""
    titles = sorted(
        occupation.title for code, occupation in tables.occupations.items() if code not in codes
    )
    if titles:
        count = f"{len(titles):,} occupation{'' if len(titles) == 1 else 's'}"
        yield (
            f"Left out: {count} of which O*NET rates no skills or gives no job zone: "
            f"{'; '.join(titles)}."
        )


def _whole_level(level: float) -> int:
    """Round a level to a whole one, halves upwards.

    >>> _whole_level(4.5), _whole_level(4.49)
    (5, 4)
    """
    return floor(level + 0.5)
