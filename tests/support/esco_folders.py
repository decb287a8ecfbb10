"""Small ESCO folders at random, and what must become of each, found out the slow and plain way."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum, log, sqrt
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

TITLES = ["cook", "cooks", "head cook", "cook head", "Baker", "bakers", "waiter", "salt", "a cook"]
LABELS = ["cook", "baker", "head cook", "waiter", "porter", "Cook"]
SKILLS = ["salt", "dough", "carry", "count", "greet", "wash"]
UNITS = {"1120": 4, "1330": 4, "1411": 3, "2512": 4, "3512": 3, "5120": 2, "5131": 2, "9412": 1}
"""Unit groups with their skill levels, as the International Labour Organization has them."""

WIDE = {"s": None, "s1": "s", "s1.1": "s1", "k": None, "t": None}
"""Groups of skills, each with the one above it."""


@dataclass
class Folder:
    """What stands in the files."""

    occupations: list[tuple[str, str, str, tuple[str, ...]]]
    """Address, unit group, label, alternative labels."""
    skills: dict[str, str | None]
    """By label, which is the address, too: the group that is said to be broader."""
    essential: set[tuple[str, str]]
    optional: set[tuple[str, str]]
    broader: set[tuple[str, str]]
    foreign: int
    order: Any
    """Shuffles rows."""


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    """Draw what stands in the files of a folder."""
    count = draw(st.integers(1, 7))
    addresses = [f"http://esco.example/{place}" for place in range(count)]
    occupations = [
        (
            address,
            draw(st.sampled_from(sorted(UNITS))),
            draw(st.sampled_from(LABELS)),
            tuple(draw(st.lists(st.sampled_from(TITLES), max_size=3))),
        )
        for address in addresses
    ]
    skills = draw(
        st.dictionaries(
            st.sampled_from(SKILLS), st.sampled_from([None, *WIDE]), min_size=1, max_size=6
        )
    )
    every = st.sampled_from([(one, skill) for one in addresses for skill in skills])
    essential = draw(st.sets(every, min_size=1, max_size=20))
    optional = draw(st.sets(every, max_size=5)) - essential
    pairs = st.tuples(st.sampled_from(addresses), st.sampled_from(addresses))
    broader = draw(st.sets(pairs, max_size=3))
    foreign = draw(st.integers(0, 2))
    return Folder(occupations, skills, essential, optional, broader, foreign, draw(st.randoms()))


def write(folder: Folder, place: Path) -> None:
    """Write the files, rows in any order."""
    related = [
        (one, kind, "knowledge", skill)
        for kind, pairs in (("essential", folder.essential), ("optional", folder.optional))
        for one, skill in sorted(pairs)
    ]
    related += [(f"http://esco.example/none-{number}", "essential", "", "salt")
                for number in range(folder.foreign)]  # fmt: skip
    codes = sorted({unit[:digits] for unit in UNITS for digits in (1, 2, 3, 4)})
    tables = {
        "occupations_xx": [
            ("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "code"),
            *[
                (one, unit, label, "\n".join(titles), f"{unit}.{one[-1]}")
                for one, unit, label, titles in folder.occupations
            ],
        ],
        "skills_xx": [("conceptUri", "preferredLabel"), *[(one, one) for one in folder.skills]],
        "occupationSkillRelations": [
            ("occupationUri", "relationType", "skillType", "skillUri"),
            *related,
        ],
        "ISCOGroups_xx": [("code", "preferredLabel"), *[(code, f"group {code}") for code in codes]],
        "broaderRelationsOccPillar": [("conceptUri", "broaderUri"), ("x", "y"),
                                      *sorted(folder.broader)],
        "skillGroups_xx": [("conceptUri", "preferredLabel"), *[(one, one) for one in WIDE]],
        "broaderRelationsSkillPillar": [
            ("conceptUri", "broaderUri"),
            *[(one, above) for one, above in (WIDE | folder.skills).items() if above],
        ],
    }  # fmt: skip
    for name, (head, *rows) in tables.items():
        folder.order.shuffle(rows)
        with (place / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *rows])


class Plain:
    """What must become of a folder, by the addresses of occupations and the labels of skills."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.units = {one: unit for one, unit, *_ in folder.occupations}
        self.profiles = {
            one: {skill for other, skill in folder.essential if other == one} for one in self.units
        }
        kept = [one for one in folder.occupations if self.profiles[one[0]]]
        self.kept = [one for one, *_ in sorted(kept, key=lambda one: (one[1], one[2], one[0]))]

    def group(self, skill: str) -> str | None:
        """The group below the widest one, or that one where the skill stands in it directly."""
        above = self.folder.skills[skill]
        return {None: None, "s": "s", "s1": "s1", "s1.1": "s1", "k": "k", "t": "t"}[above]

    def aliases(self, one: str) -> set[str]:
        """Its code, and the labels that nobody else has, folded; plurals are the same."""
        mine = [(label, *titles) for other, _, label, titles in self.folder.occupations
                if other == one]  # fmt: skip
        others = [*self.folder.skills] + [
            name
            for other, _, label, titles in self.folder.occupations
            if other != one
            for name in (label, *titles)
        ]
        taken = {_words(name) for name in others}
        ((label, *titles),) = mine
        own = {title.lower() for title in titles if _words(title) not in taken}
        return (own - {label.lower()}) | {f"{self.units[one]}.{one[-1]}"}

    def moves(self, near: int, least: float, groups: int) -> Iterator[tuple[str | None, str, str]]:
        """Every move, with those open to all as from None."""
        alike = _alike({one: self.profiles[one] for one in self.kept})
        units = sorted({self.units[one] for one in self.kept})
        members = {unit: [one for one in self.kept if self.units[one] == unit] for unit in units}
        close = _alike(
            {unit: set().union(*(self.profiles[one] for one in members[unit])) for unit in units}
        )
        joined = {(unit, unit) for unit in units}
        for unit in units:
            found = sorted(
                (-close[unit, other], other)
                for other in units
                if (unit, other) in close and "lateral" in (_kind(unit, other), _kind(other, unit))
            )
            joined |= {
                pair for _, other in found[:groups] for pair in ((unit, other), (other, unit))
            }
        pairs = set()
        for here, there in joined:
            for one in members[here]:
                for other in members[there]:
                    if _kind(here, there) == "lateral" and (here == there or (one, other) in alike):
                        pairs.add((one, other))
        for one in self.kept:
            for sideways in (True, False):
                found = sorted(
                    (-alike[one, other], self.kept.index(other), other)
                    for other in self.kept
                    if (one, other) in alike
                    and (kind := _kind(self.units[other], self.units[one]))
                    and (kind == "lateral") == sideways
                )[:near]
                enough = [row for row in found if -row[0] >= least] or found[:1]
                pairs |= {pair for *_, other in enough for pair in ((one, other), (other, one))}
        for one, other in self.folder.broader:
            if one in self.kept and other in self.kept:
                pairs |= {(one, other), (other, one)}
        led = {
            (one, other, kind)
            for one, other in pairs
            if one != other and (kind := _kind(self.units[one], self.units[other]))
        }
        yield from led
        yield from self._entries(led, members, alike)

    def _entries(
        self,
        led: set[tuple[str, str, str]],
        members: dict[str, list[str]],
        alike: dict[tuple[str, str], float],
    ) -> Iterator[tuple[str | None, str, str]]:
        if len(members) < 2:
            return
        doors = []
        for unit, ones in members.items():
            if unit[0] == "1":
                continue
            sums = [round(sum(alike.get((one, other), 0) for other in ones), 9) for one in ones]
            doors.append(ones[sums.index(max(sums))])
        for door in doors:
            unit = self.units[door]
            if UNITS[unit] < 4:
                yield None, door, "entry"
            for one in self.kept:
                other = self.units[one]
                known = any(move[:2] == (one, door) for move in led)
                if UNITS[unit] == UNITS[other] == 4 and unit != other and not known:
                    yield one, door, "entry"
        begun = set(doors)
        while True:
            reached = set(begun)
            for _ in self.kept:
                reached |= {there for here, there, _ in led if here in reached}
            left = [one for one in self.kept if one not in reached]
            if not left:
                return
            least = min(left, key=lambda one: (len(self.profiles[one]), self.kept.index(one)))
            begun.add(least)
            yield None, least, "entry"


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(word.removesuffix("s") for word in name.lower().split() if word != "a"))


def _kind(here: str, there: str) -> str | None:
    rise = UNITS[there] - UNITS[here]
    lead = _leads(there) - _leads(here)
    if rise > 1 or lead > 1:
        return None
    if rise == 1:
        return "promotion"
    return "advancement" if lead == 1 and not rise else "lateral"


def _leads(unit: str) -> int:
    return 2 if unit == "1120" else 1 if unit in ("1330", "1411") else 0


def _alike(profiles: dict[str, set[str]]) -> dict[tuple[str, str], float]:
    """The cosine between any two that have anything in common."""
    asked = Counter(skill for profile in profiles.values() for skill in profile)
    weight = {skill: log(1 + len(profiles) / number) for skill, number in asked.items()}

    def product(one: str, other: str) -> float:
        return fsum(weight[skill] ** 2 for skill in profiles[one] & profiles[other])

    return {
        (one, other): round(
            product(one, other) / sqrt(product(one, one)) / sqrt(product(other, other)), 12
        )
        for one in profiles
        for other in profiles
        if one != other and profiles[one] & profiles[other]
    }
