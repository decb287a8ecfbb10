"""ESCO's occupations as a ladder: what the tables say, and what is assumed beside it.

ESCO says which skills are essential to an occupation and which are optional, what it is called,
and in which group of ISCO it stands. It knows no levels of skills, no order of occupations, no
months and no ways to learn; what is assumed instead can be changed, is marked with low confidence,
and is told in the ladder's ``source``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import UnreadableFile
from ladder.importers.assumptions import BadAssumptions, Imported, check_assumptions
from ladder.importers.growth import ASSUMED, PRACTICE, months_a_level
from ladder.matching import Hints
from ladder.model import MOST_MONTHS, Activity, FrozenDict, Ladder, Role, Skill, Track, Transition
from ladder.wording import counted, quoted, some

from .isco import FAMILY_DIGITS, skill_level
from .moves import ADVANCEMENT, ENTRY, LATERAL, PROMOTION, Move, Place, Reach, moves_between
from .names import Aliases, Names, aliases_of, named
from .tables import EscoTables, read_tables

LEVELS = ("held",)
LEAVE, EXPECT, DEVELOP = "leave", "expect", "develop"
OPTIONAL = (LEAVE, EXPECT, DEVELOP)
"""What becomes of optional skills: nothing; they are expected as well; or who works in the
occupation comes to hold them, so far as others expect them."""

MOST_NEAR = 100

SOURCE = (
    "Occupations, their names, the skills that are essential to them, and groups: ESCO, European "
    "Skills, Competences, Qualifications and Occupations, © European Union, "
    "https://esco.ec.europa.eu; reuse is authorised provided the source is acknowledged "
    "(Commission Decision 2011/833/EU). This ladder uses the ESCO classification of the European "
    "Commission. Modified: what is not needed here is left out. All moves, gates, months and ways "
    "to learn are assumptions of the import, not of ESCO:"
)

IGNORED = ("L202", "L503", "L504", "L505", "L506", "L507", "L602")
"""Checks that occupations of a classification fail by their nature: a skill has one way to be
learnt, a higher skill level of ISCO does not expect more of the same skills, and some of thousands
of skills are called nearly alike."""


def import_esco(
    folder: str | os.PathLike[str],
    *,
    language: str | None = None,
    isco: Sequence[str] = (),
    optional: str = LEAVE,
    near: int = 8,
    near_groups: int = 4,
    side_near: float = 0.1,
    tenure: int = 24,
    side_months: int = 12,
    entry_months: int = 12,
    months: int = 24,
    learning_months: int | None = None,
) -> Imported:
    """Turn ESCO's CSV files, whole or reduced to some occupations, into a ladder.

    An occupation is a role, its unit group of ISCO the track, and the sub-major group the family.
    It expects its essential skills, which are held or not; the gate into it asks for all of them.
    ISCO's skill level is the rank. Which moves there are is told in `ladder.importers.esco.moves`.

    Occupations without an essential skill are left out and named, as nothing could be asked of who
    moves into them.

    The same for any order of the rows.
    """
    assumed = _Assumptions(
        near, near_groups, side_near, tenure, side_months, entry_months, months,
        None if learning_months is None else (learning_months,), optional,
    )  # fmt: skip
    tables = read_tables(folder, language)
    making = _Making(tables, assumed, _part(tables, isco), folder)
    words = _assumed_words(assumed, making.learning_months)
    ladder = Ladder(
        name="ESCO occupations" + (f" (ISCO {', '.join(isco)})" if isco else ""),
        levels=LEVELS,
        skills=FrozenDict({skill.id: skill for skill in making.skills()}),
        tracks=FrozenDict({track.id: track for track in making.tracks()}),
        roles=FrozenDict({role.id: role for role in making.roles()}),
        transitions=tuple(making.transitions()),
        activities=FrozenDict({activity.id: activity for activity in making.activities()}),
        source=f"{SOURCE} {words}",
        about="Occupations of the European classification, with the skills essential to them. "
        "ESCO states no order of occupations, no seniority and no moves; these are assumed.",
        ignore=IGNORED,
    )
    told = f"ESCO says nothing of moves, months, gates and learning. Assumed: {words}"
    return Imported(ladder, (told, *making.left_out()))


@dataclass(frozen=True, slots=True)
class _Assumptions:
    """What ESCO does not give, each found to make sense."""

    near: int
    """Each occupation is joined with so many of the nearest beside it, and of those below it."""
    near_groups: int
    """With so many of the nearest groups of ISCO each group is joined."""
    side_near: float
    """How much these have in common with it at least, from 0 to 1; the nearest may have less."""
    tenure: int
    """Months to be served before a promotion, or a move into management."""
    side_months: int
    """Months to be served before any other move."""
    entry_months: int
    """Months to be served before a move into another group of ISCO by its door."""
    months: int
    """In an occupation, after which its optional skills are held, if those are developed."""
    learning_months: Sequence[int] | None
    """To learn a skill; None where what a usual promotion asks for anew is to take its tenure."""
    optional: str

    def __post_init__(self) -> None:
        faults = {}
        if not 0 <= self.side_near <= 1:  # refuses what is no number at all, too
            faults["side_near"] = f"must be from 0 to 1, not {self.side_near}"
        if self.optional not in OPTIONAL:
            faults["optional"] = f"must be one of {', '.join(OPTIONAL)}, not {self.optional}"
        ends = ("tenure", "side_months", "entry_months", "months")
        most = dict.fromkeys(ends, MOST_MONTHS) | dict.fromkeys(("near", "near_groups"), MOST_NEAR)
        check_assumptions(self, len(LEVELS), self.learning_months, most, **faults)


def _part(tables: EscoTables, isco: Sequence[str]) -> list[str]:
    """Addresses of the occupations in some groups of ISCO, by those and their names."""
    there = {one.unit for one in tables.occupations.values()}
    unknown = [code for code in isco if not any(unit.startswith(code) for unit in there)]
    if unknown or not all(isco):
        groups = [code for code in tables.groups if any(unit.startswith(code) for unit in there)]
        near = Hints().hint(unknown[0], groups) if unknown else ""
        raise BadAssumptions(
            {"isco": f"must be codes of groups that the files have occupations of, such as "
             f"{some(sorted(groups, key=lambda code: (len(code), code)))}; not "
             f"{', '.join(map(quoted, unknown)) or 'nothing'}{near}"}
        )  # fmt: skip
    kept = [
        one
        for one in tables.occupations.values()
        if not isco or any(one.unit.startswith(code) for code in isco)
    ]
    return [one.uri for one in sorted(kept, key=lambda one: (one.unit, one.label, one.uri))]


class _Making:
    """What becomes of the tables, by the addresses of the occupations that stay."""

    def __init__(
        self,
        tables: EscoTables,
        assumed: _Assumptions,
        part: Sequence[str],
        folder: str | os.PathLike[str],
    ) -> None:
        self.tables = tables
        self.assumed = assumed
        self.skill_names = _skill_names(tables)
        ids = self.skill_names.ids
        self.profiles = {
            uri: {ids[skill] for skill in self._expected(uri)}
            for uri in part
            if self._expected(uri)
        }
        self.empty = [uri for uri in part if uri not in self.profiles]
        if not self.profiles:
            raise UnreadableFile(
                f"{os.fsdecode(folder)} says of no occupation which skills are essential to it; "
                "expected its table of relations to be of the same version as that of occupations"
            )
        self.used = set().union(*self.profiles.values())
        self.names = _occupation_names(tables)
        self.aliases: Aliases = aliases_of(
            tables, self.names, self.skill_names.names.values(), self.profiles
        )
        places = {
            uri: Place(tables.occupations[uri].unit, profile, tables.broader.get(uri, ()))
            for uri, profile in self.profiles.items()
        }
        reach = Reach(assumed.near, assumed.side_near, assumed.near_groups)
        self.moves = list(moves_between(places, reach))
        self.learning_months = (assumed.learning_months or self._pace())[0]

    def _expected(self, uri: str) -> set[str]:
        """Addresses of the skills that an occupation expects."""
        both = self.assumed.optional == EXPECT
        return {*self.tables.essential[uri], *(self.tables.optional[uri] if both else ())}

    def _pace(self) -> tuple[int]:
        """Months a skill, so that what a usual promotion asks for takes what is served before."""
        raised: dict[str, list[int]] = {}
        for move in self.moves:
            if move.leaves is not None:
                new = self.profiles[move.leads] - self.profiles[move.leaves]
                raised.setdefault(move.kind, []).append(len(new))
        every = [len(profile) for profile in self.profiles.values()]
        usual = next(
            (raised[kind] for kind in (PROMOTION, ADVANCEMENT, LATERAL) if kind in raised), every
        )
        return (months_a_level(self.assumed.tenure, usual),)

    def skills(self) -> Iterator[Skill]:
        """Make the skills that some occupation expects."""
        for uri, skill in sorted(self.tables.skills.items(), key=lambda one: self._skill(one[0])):
            if self._skill(uri) in self.used:
                yield Skill(
                    self._skill(uri), self.skill_names.names[uri], skill.about or None, skill.group
                )

    def _skill(self, uri: str) -> str:
        return self.skill_names.ids[uri]

    def tracks(self) -> Iterator[Track]:
        """Make the unit groups that occupations stand in."""
        groups, tracks = self.tables.groups, self._tracks()
        for unit, name in tracks.names.items():
            yield Track(tracks.ids[unit], name, family=groups.get(unit[:FAMILY_DIGITS]))

    def _tracks(self) -> Names:
        """Names and ids of tracks by the codes of unit groups, in their order."""
        units = sorted({self.tables.occupations[uri].unit for uri in self.profiles})
        labels = {unit: self.tables.groups[unit] for unit in units}
        return named(labels, {unit: unit for unit in units})

    def roles(self) -> Iterator[Role]:
        """Make a role of each occupation."""
        tracks = self._tracks().ids
        for uri, profile in self.profiles.items():
            one = self.tables.occupations[uri]
            yield Role(
                self.names.ids[uri],
                self.names.names[uri],
                aliases=self.aliases.by_occupation[uri],
                track=tracks[one.unit],
                rank=skill_level(one.unit),
                expects=_held(profile),
                develops=self._develops(uri),
                about=one.about or None,
                confidence=ASSUMED if self._develops(uri) else None,
                url=uri if uri.startswith(("http://", "https://")) else None,
            )

    def _develops(self, uri: str) -> Mapping[str, Mapping[int, int]]:
        if self.assumed.optional != DEVELOP:
            return FrozenDict()
        skills = sorted({self._skill(skill) for skill in self.tables.optional[uri]} & self.used)
        return FrozenDict({skill: FrozenDict({1: self.assumed.months}) for skill in skills})

    def transitions(self) -> Iterator[Transition]:
        """Make one transition of all moves of a kind into an occupation."""
        months = {
            PROMOTION: self.assumed.tenure,
            ADVANCEMENT: self.assumed.tenure,
            LATERAL: self.assumed.side_months,
            ENTRY: self.assumed.entry_months,
        }
        leading: dict[tuple[str, str], list[Move]] = {}
        for move in self.moves:
            leading.setdefault((move.leads, move.kind), []).append(move)
        for (leads, kind), moves in sorted(leading.items(), key=lambda one: self._place(one[0])):
            sources = [self.names.ids[move.leaves] for move in moves if move.leaves is not None]
            yield Transition(
                tuple(sources),
                self.names.ids[leads],
                months[kind],
                kind,
                _held(self.profiles[leads]),
                confidence=ASSUMED,
            )

    def _place(self, leading: tuple[str, str]) -> tuple[str, str, str]:
        leads, kind = leading
        return self.tables.occupations[leads].unit, self.names.ids[leads], kind

    def activities(self) -> Iterator[Activity]:
        """Make every skill that is asked for something to practise."""
        for skill in self.skills():
            yield Activity(
                f"{skill.id}-{PRACTICE}",
                skill.name,
                self.learning_months,
                PRACTICE,
                develops=FrozenDict({skill.id: 1}),
                confidence=ASSUMED,
            )

    def left_out(self) -> Iterator[str]:
        """What of the tables is not in the ladder."""
        tables = self.tables
        faults = []
        if self.empty:
            called = "; ".join(sorted(self.names.names[uri] for uri in self.empty))
            faults.append(f"{counted(len(self.empty), 'occupation')} without an essential skill: "
                          f"{called}")  # fmt: skip
        if unused := len(tables.skills) - len(self.used):
            faults.append(f"{counted(unused, 'skill')} that no occupation here expects")
        if self.aliases.left_out:
            faults.append(f"{counted(self.aliases.left_out, 'alternative label')} that others "
                          "are called by, too, or nearly")  # fmt: skip
        if tables.foreign:
            faults.append(f"{counted(tables.foreign, 'relation')} of skills to occupations that "
                          "are not in the files")  # fmt: skip
        if faults:
            yield f"Left out: {'. '.join(faults)}."
        regulated = sum(tables.occupations[uri].regulated for uri in self.profiles)
        if regulated:
            verb = "is" if regulated == 1 else "are"
            yield (
                f"{counted(regulated, 'occupation')} {verb} regulated by law in some country, as "
                "ESCO notes; what the law asks for is in no gate."
            )


def _held(skills: set[str]) -> Mapping[str, int]:
    return FrozenDict(dict.fromkeys(sorted(skills), 1))


def _skill_names(tables: EscoTables) -> Names:
    skills = sorted(tables.skills.values(), key=lambda one: (one.label, one.uri))
    return named({one.uri: one.label for one in skills}, {})


def _occupation_names(tables: EscoTables) -> Names:
    occupations = sorted(tables.occupations.values(), key=lambda one: (one.label, one.uri))
    labels = {one.uri: one.label for one in occupations}
    return named(labels, {one.uri: one.code for one in occupations})


def _assumed_words(assumed: _Assumptions, learning: int) -> str:
    """The rules and figures by which the ladder is made."""
    optional = {
        LEAVE: "an occupation expects its essential skills, and a gate asks for all of them",
        EXPECT: "an occupation expects its essential and its optional skills, and a gate asks for "
        "all of them",
        DEVELOP: "an occupation expects its essential skills, and a gate asks for all of them; who "
        f"has worked in it for {counted(assumed.months, 'month')} holds its optional ones, too",
    }
    rules = (
        optional[assumed.optional],
        f"a skill is learnt by {counted(learning, 'month')} of practice",
        f"moves join an occupation with the {assumed.near} nearest to it from which it is no step "
        f"up and the {assumed.near} nearest from which it is one, with {assumed.side_near:.0%} or "
        "more in common, or else the nearest; with what ESCO calls broader; and, where that is no "
        "step up, with all of its unit group of ISCO, and with those of the "
        f"{assumed.near_groups} groups nearest to that which have any skill in common with it. "
        "How near they are is told by their skills, rare ones counting more, and none of these "
        "leads up more than one of ISCO's four skill levels",
        f"to a higher level by promotion after {counted(assumed.tenure, 'month')}, into "
        "management at the same level by advancement after as many, and else sideways after "
        f"{counted(assumed.side_months, 'month')}",
        "each unit group but those of managers is entered from all others after "
        f"{counted(assumed.entry_months, 'month')}, at the highest skill level from that alone, "
        "by the occupation most like the others in it; what nothing else leads to is open from any",
    )
    return "; ".join(rules) + "."
