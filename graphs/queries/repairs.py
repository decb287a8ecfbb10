"""What would open a way where there is none: a single change to the ladder.

Which changes open a way at all is told without months; only then is it asked how long it takes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Unpack

from graphs.deadline import Deadline, Telling, TimeUp, nobody
from graphs.plans.path import GrowthPath, SearchLimit, totals
from graphs.search.bounds import least_arrivals, least_by_role
from graphs.search.planner import Planner
from graphs.wishes import WishedOfAll, Wishes, wishing
from ladder import Ladder, Person
from ladder.jupyter import table
from ladder.whole import whole
from ladder.wording import told

from .question import Question
from .single_changes import Change, GateLowered, SkillTaught, changes_that_open


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that alone opens a way.

    Parameters
    ----------
    change : GateLowered or SkillTaught
    path : GrowthPath
        The shortest one that it opens, in the changed ladder.
    """

    change: Change
    path: GrowthPath

    def __repr__(self) -> str:
        return told("Repair", repr(self.change), totals(self.path))

    def to_dict(self) -> dict[str, Any]:
        """The repair as plain data, ready for JSON."""
        path = self.path
        return {
            **self.change.to_dict(),
            "months": path.months,
            **({"range": list(path.range)} if path.range else {}),
            "moves": path.moves,
            "cost": path.cost,
            "roles": list(path.roles),
            "optimal": path.optimal,
        }


@dataclass(frozen=True, slots=True)
class Repairs:
    """The changes that would open a way.

    Parameters
    ----------
    found : tuple of Repair
        The best first: changes to one skill before changes to several; then by months, moves and
        cost of the path, gates before roles, places in the file and ids.
    complete : bool
        Whether no better one is missing; otherwise the time limit came first.
    """

    found: tuple[Repair, ...]
    complete: bool

    def __repr__(self) -> str:
        best = (repr(self.found[0]),) if self.found else ()
        complete = "" if self.complete else "; not complete"
        return told("Repairs", f"{len(self.found)} changes{complete}", *best)

    def to_dict(self) -> dict[str, Any]:
        """The changes as plain data, ready for JSON; they stand beside the answer "no"."""
        found = [repair.to_dict() for repair in self.found]
        return {"repairs": found, "repairs_complete": self.complete}

    def _repr_html_(self) -> str | None:
        """The changes as a table, for a notebook."""
        if not self.found:
            return None
        path = self.found[0].path
        ends = (path.ladder.roles[role].name for role in (path.source, path.target))
        rows = (
            [
                (
                    one.change.in_words(one.path.ladder),
                    str(one.path.months),
                    str(one.path.moves),
                    f"{one.path.cost:,}",
                    " → ".join(one.path.ladder.roles[role].name for role in one.path.roles),
                )
            ]
            for one in self.found
        )
        note = f"{len(self.found)} changes that would each open a way"
        head = ("", "Change", "Months", "Moves", "Cost", "Roles")
        return table(" → ".join(ends), note, head, (("", row) for row in rows))


@wishing(WishedOfAll)
def repairs(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    most: int = 20,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedOfAll],
) -> Repairs:
    """Find single changes to a ladder that would open a way which does not exist.

    A gate is lowered by as little as opens a way: in one skill, and only where no one skill is
    enough in several at once. A skill is taught in a role to the lowest level that opens a way,
    after as many months as the role takes for what it teaches already; where it teaches nothing,
    as its transitions ask to be served.

    Parameters
    ----------
    ladder, source, target, person, via, avoid, without
        As for ``growth_path``.
    most : int
        How many at most, the best.
    time_limit : float or Deadline
        Seconds.
    progress : callable, optional
        Told how many changes have been tried, and of how many.

    Returns
    -------
    Repairs
        None where there is a way already, and where no single change opens one: two gates may be
        closed, or no transitions lead there.

    Raises
    ------
    UnknownName, InvalidPerson
        As ``growth_path``.

    Notes
    -----
    Whether a change opens a way at all is asked for each gate that is closed, and for each skill in
    each role on the way to one; the path is asked for where one does, the least months, gates
    ignored, first, as long as they may be among the best.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ladder import bundled
    >>> alone = replace(bundled("product-management"), activities={})
    >>> repair = repairs(alone, "senior-product-manager", "director-of-product").found[0]
    >>> repair.change
    GateLowered(transition=9, requires={'finance': 1})
    >>> repair.path.roles
    ('senior-product-manager', 'director-of-product')
    """
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    most = whole(most)
    changes, complete = _opening(question)
    least = _Least(question)
    waiting = sorted(changes, key=lambda change: (_size(change), least.months(change)))
    found: list[Repair] = []
    for done, change in enumerate(waiting):
        progress(done, len(waiting))
        within = None
        if len(found) == most:
            worst = found[-1]
            if (_size(change), least.months(change)) > (_size(worst.change), worst.path.months):
                break
            within = worst.path.months if _size(change) == _size(worst.change) else None
        share = question.deadline.share(1 / min(len(waiting) - done, 5))
        try:
            path = _asked_of(question.wishing(within=within), change, share).best()
        except SearchLimit:
            complete = False
            continue
        if path is not None:
            complete = complete and path.optimal
            path = replace(path, wishes=question.wishes)  # the months above are not the asker's
            found = sorted([*found, Repair(change, path)], key=_rank)[:most]
    return Repairs(tuple(found), complete)


def _opening(question: Question) -> tuple[list[Change], bool]:
    """Gather the changes that open a way, as far as there is time."""
    planner = question.planner
    changes: list[Change] = []
    try:
        for change in changes_that_open(
            planner.ladder, planner.encoded, question.start, question.route, question.deadline.check
        ):
            changes.append(change)
    except TimeUp:
        return changes, False
    return changes, True


def _asked_of(question: Question, change: Change, deadline: Deadline) -> Question:
    """Ask the same of a changed ladder; its roles, skills and activities have the same numbers."""
    planner = Planner(change.apply(question.planner.ladder))
    start = planner.start(question.source, question.person, question.wishes.without)
    return replace(question, planner=planner, start=start, deadline=deadline)


class _Least:
    """The least months of any way that makes use of a change, gates ignored."""

    def __init__(self, question: Question) -> None:
        self._ladder = question.planner.ladder
        self._number = question.planner.encoded.number
        self._start = question.start
        self._arrival = least_arrivals(question.planner.encoded, question.start)
        self._ahead = least_by_role(question.planner.limits(question.route, 0, None).ahead)

    def months(self, change: Change) -> int:
        if isinstance(change, SkillTaught):
            role = self._number[change.role]
            # What lies ahead of the first role counts months that may be served already.
            ahead = 0 if role == self._start.role else self._ahead[role]
            return self._arrival[role] + ahead
        move = self._ladder.transitions[change.transition]
        to = self._ahead[self._number[move.to_role]]
        return to + min(
            self._arrival[role] + max(0, move.months - self._served(role))
            for source in self._ladder.sources(move)
            if (role := self._number[source]) in self._arrival
        )

    def _served(self, role: int) -> int:
        return self._start.served if role == self._start.role else 0


def _size(change: Change) -> int:
    """How many skills a change is about."""
    return len(change.requires) if isinstance(change, GateLowered) else 1


def _rank(repair: Repair) -> tuple[object, ...]:
    change, path = repair.change, repair.path
    totals = _size(change), path.months, path.moves, path.cost
    if isinstance(change, GateLowered):
        return *totals, 0, change.transition, sorted(change.requires.items())
    return *totals, 1, change.role, change.skill
