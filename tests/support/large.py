"""Frameworks as large as a file may hold, and larger ones to see how work grows with them.

They are what an import makes of a published framework: roles stand in tracks and ranks and expect
levels of many skills; the lowest rungs are open to everybody, and every level is practised.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

LEVELS = ["awareness", "working", "practitioner", "expert"]
RANKS = 5
FAMILY = 10
"""Tracks of a family; they draw on the same skills."""

SIDE_MOVES = 2
PRACTICE = 4
"""Months to practise a level."""

_FIRST = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu"]
_NEXT = ["lan", "mer", "nis", "rok", "tum", "ded", "gal", "pit", "vos", "zur"]


def large(
    roles: int,
    skills: int,
    expected: int,
    *,
    practised: bool = True,
    tracks: bool = True,
    seed: int = 0,
) -> dict[str, Any]:
    """Make a ladder's plain data.

    Parameters
    ----------
    roles, skills : int
        How many.
    expected : int
        Skills that each role expects.
    practised : bool
        Whether each level that is expected has an activity.
    tracks : bool
        Whether roles stand in tracks and ranks.
    seed : int
        What is drawn; the same for the same seed.
    """
    rng = Random(f"{roles} {skills} {expected} {seed}")
    names = [_word(place) for place in range(skills)]
    seats = [divmod(place, RANKS) for place in range(roles)]
    ids = [f"{_word(track)}-{rank + 1}" for track, rank in seats]
    families = ceil(roles / RANKS / FAMILY)
    profiles: list[dict[str, int]] = []
    for track, rank in seats:
        if rank == 0:
            family = track // FAMILY
            first = skills * family // families
            own = names[first : max(skills * (family + 1) // families, first + expected)]
            own = own if len(own) >= expected else names
            bases = {skill: rng.randrange(3) for skill in rng.sample(own, expected)}
        profiles.append({skill: min(4, 1 + base + rank // 2) for skill, base in bases.items()})
    data: dict[str, Any] = {
        "name": f"{roles} roles",
        "levels": LEVELS,
        "skills": {name: name.capitalize() for name in names},
        "roles": {},
        "transitions": list(_moves(rng, seats, ids, tracks)),
    }
    for place, (track, rank) in enumerate(seats):
        stands = {"track": _word(track), "rank": rank + 1} if tracks else {}
        data["roles"][ids[place]] = {
            "name": f"{_word(track).capitalize()} {rank + 1}",
            **stands,
            "expects": profiles[place],
        }
        if rank == RANKS - 1:
            data["roles"][ids[place]]["final"] = True
    if tracks:
        data["tracks"] = {
            _word(track): {"name": _word(track).capitalize(), "family": f"Family {track // FAMILY}"}
            for track in range(ceil(roles / RANKS))
        }
    if practised:
        asked: dict[str, int] = {}
        for profile in profiles:
            for skill, level in profile.items():
                asked[skill] = max(level, asked.get(skill, 0))
        data["activities"] = dict(_practices(asked))
    return data


def write_large(file: Path, *args: Any, **kwargs: Any) -> Path:
    """Write such a ladder as JSON."""
    file.write_text(json.dumps(large(*args, **kwargs)), encoding="utf-8")
    return file


def _moves(
    rng: Random, seats: list[tuple[int, int]], ids: list[str], tracks: bool
) -> Iterator[dict[str, Any]]:
    for place, (track, rank) in enumerate(seats):
        if rank == 0 and tracks:
            yield {"from": "any", "to": ids[place], "kind": "entry", "months": 12}
        if rank < RANKS - 1 and place + 1 < len(ids):
            yield {"from": ids[place], "to": ids[place + 1], "kind": "promotion", "months": 24}
        first = track // FAMILY * FAMILY * RANKS
        for _ in range(SIDE_MOVES):
            other = first + rng.randrange(FAMILY) * RANKS + rank
            if other < len(ids) and other != place:
                yield {"from": ids[place], "to": ids[other], "kind": "lateral", "months": 12}


def _practices(asked: dict[str, int]) -> Iterator[tuple[str, dict[str, Any]]]:
    for skill, most in asked.items():
        for level in range(1, most + 1):
            yield (
                f"{skill}-{LEVELS[level - 1]}",
                {
                    "name": f"{skill.capitalize()} to {LEVELS[level - 1]}",
                    "kind": "practice",
                    "months": PRACTICE,
                    **({"requires": {skill: level - 1}} if level > 1 else {}),
                    "develops": {skill: level},
                    "confidence": "low",
                },
            )


def _word(place: int) -> str:
    """Make a word of a number, unlike those of its neighbours."""
    rest, first = divmod(place, len(_FIRST))
    word = _FIRST[first]
    while True:
        rest, syllable = divmod(rest, len(_NEXT))
        word += _NEXT[syllable]
        if not rest:
            return word
