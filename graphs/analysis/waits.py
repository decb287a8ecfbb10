"""What each move of a plan is waited for: how long, and which skills are not held until then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphs.plans.origins import origins
from graphs.plans.path import GrowthPath


class Wait(NamedTuple):
    """Before a move of a plan: its transition by its place in the file.

    ``months`` are those of the stay beyond what is to be served, and ``lacking`` the skills that
    are not held at the level asked for when the move could else be made.
    """

    transition: int
    months: int
    lacking: tuple[str, ...]


def waits(path: GrowthPath) -> Iterator[Wait]:
    """Each move of a plan, waited for or not."""
    known = origins(path)
    for number, stay in enumerate(path.stays):
        if stay.move is None:
            continue
        served = path.months_in_role if number == 0 else 0
        asked = 0 if served is None else max(0, stay.move.months - served)
        could = stay.start + asked
        held: dict[str, int] = {}
        for one in known:
            if one.month <= could:
                held[one.skill] = max(one.level, held.get(one.skill, 0))
        gate = stay.move.requires.items()
        lacking = tuple(skill for skill, level in gate if level > held.get(skill, 0))
        yield Wait(stay.move.transition, stay.end - could, lacking)
