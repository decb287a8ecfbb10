"""Whether a change can have any effect on a way, as far as that is plain without a search.

A way gets shorter only by a change that lies on a plan of fewer months, gates ignored, and that
has a use there: for bits that are neither held from the beginning nor asked on the way anyway.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphs.queries.single_changes import GateLowered
from graphs.search.bounds import UNREACHED, asked_within, least_arrivals, least_by_role
from graphs.search.encoding import NEVER
from ladder import Ladder

from .changes import Improvement, TaughtHigher, TaughtSooner
from .trials import Trials
from .ways import Way


class Chances:
    """The improvements of a ladder, and which of them can help a way."""

    def __init__(self, ladder: Ladder, trials: Trials, changes: Sequence[Improvement]) -> None:
        self._ladder = ladder
        encoded = trials.planner.encoded
        moves = [
            (move.months, [encoded.number[source] for source in ladder.sources(move)])
            for move in ladder.transitions
        ]
        self._gates: list[tuple[GateLowered, int, int, int, list[int]]] = []
        self._taught: list[tuple[TaughtHigher | TaughtSooner, int, int | None]] = []
        for change in changes:
            bits = trials.bits(change)
            if isinstance(change, GateLowered):
                target = encoded.number[ladder.transitions[change.transition].to_role]
                # Whoever has moved into a role where each gate asks for this holds it already.
                months, sources = moves[change.transition]
                open_to = [role for role in sources if bits & ~_asked(encoded.asked_into[role])]
                self._gates.append((change, bits, target, months, open_to))
            else:
                number = None if change.role is None else encoded.number[change.role]
                self._taught.append((change, bits, number))
        self._sources = [set(sources) for _, sources in moves]

    def of(self, way: Way) -> list[tuple[int, Improvement]]:
        """Changes that may shorten or open a way, or harm it, each with how near its end it lies.

        In months from there to the end, gates ignored.
        """
        question, encoded = way.question, way.question.planner.encoded
        start = question.start
        ahead = question.planner.months_ahead(question.route)
        least = least_by_role(ahead)
        within = way.path.months - 1 if way.path else NEVER
        arrivals = least_arrivals(encoded, start)
        lacked = ~start.held
        found: list[tuple[int, Improvement]] = []

        def leaves(role: int, months: int) -> int:
            served = start.served if role == start.role else 0
            return arrivals[role] + max(0, months - served)

        for change, bits, target, months, sources in self._gates:
            if least[target] == UNREACHED or not bits & lacked:
                continue
            soonest = within - least[target]
            own = start.role in self._sources[change.transition]
            if (own and leaves(start.role, months) <= soonest) or any(
                role in arrivals and leaves(role, months) <= soonest for role in sources
            ):
                found.append((least[target], change))
        asked = asked_within(encoded, start, ahead, within)
        for taught, bits, role in self._taught:
            if may_harm(self._ladder, taught, way):
                found.append((0, taught))
            elif not bits & lacked & asked:
                continue
            elif role is None:
                found.append((0, taught))
            elif least[role] != UNREACHED and (
                role == start.role or arrivals.get(role, NEVER) + least[role] <= within
            ):
                found.append((least[role], taught))
        return found


def may_harm(ladder: Ladder, change: Improvement, way: Way) -> bool:
    """Whether somebody may hold less, or later, by a change, which is then to be asked alone.

    What a role expects and never gave is held there from the first day; once the role gives it, it
    comes by its months. And who states less than the role has given by now is given it anew.
    """
    if isinstance(change, GateLowered) or change.role != way.source:
        return False
    expected = ladder.roles[change.role].expects.get(change.skill, 0)
    return expected >= change.level or change.skill in way.traveller.person.skills


def _asked(asked_into: int) -> int:
    return max(asked_into, 0)
