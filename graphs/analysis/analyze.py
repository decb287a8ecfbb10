"""The question about a whole ladder: where people wait, what would help, what all hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graphs.deadline import Deadline, Telling, nobody
from graphs.plans.path import head, plain
from ladder import Ladder, LadderError, Person, find_role
from ladder.wording import told

from .changes import changes_to
from .entry import Entry, entries_of
from .levers import Effect, effects_of
from .parts import circles_of, dead_ends_of
from .single_points import SinglePoint, single_points_of
from .walls import Wall, walls_of
from .ways import Traveller, ask_ways, found, holders, ways_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a ladder does to people.

    Parameters
    ----------
    ladder : Ladder
    targets : tuple of str
        Ids of the roles that were asked about.
    people : int
        How many people, or ways, it is about.
    reached : int
        How many of them have a way.
    undecided : int
        For how many the time limit came before the proof; nothing else counts them.
    entry : tuple of Entry
        The ways in beside each other, by target.
    walls : tuple of Wall
        Gates at which people wait, those of most months first.
    levers : tuple of Effect
        Single changes that save months or open ways: what opens most first, then what saves most.
    losses : tuple of Effect
        Activities whose loss would cost months or close ways, the worst first.
    single_points : tuple of SinglePoint
        What ways are closed without, the worst first.
    dead_ends : tuple of str
        Ids of the roles that no move leaves and that are not marked as final.
    circles : tuple of tuple of str
        Ids of the roles between which one can go there and back, the largest part first.
    """

    ladder: Ladder
    targets: tuple[str, ...]
    people: int
    reached: int
    undecided: int
    entry: tuple[Entry, ...]
    walls: tuple[Wall, ...]
    levers: tuple[Effect, ...]
    losses: tuple[Effect, ...]
    single_points: tuple[SinglePoint, ...]
    dead_ends: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        return told(
            "Analysis",
            f"{self.reached} of {self.people} have a way",
            f"{len(self.walls)} walls",
            f"{len(self.levers)} levers",
            f"{len(self.single_points)} single points",
        )

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = head(self.ladder, "limit" if self.undecided else "found", not self.undecided)
        answer |= {"to": list(self.targets), "people": self.people, "reached": self.reached}
        answer |= {"undecided": self.undecided, "entry": plain(self.entry)}
        answer["walls"] = plain(self.walls)
        answer["levers"] = [effect.to_dict() for effect in self.levers]
        answer["losses"] = [effect.to_dict() for effect in self.losses]
        answer["single_points"] = plain(self.single_points)
        return answer | {"dead_ends": list(self.dead_ends), "circles": plain(self.circles)}


def analyze(
    ladder: Ladder,
    *,
    to: str | Sequence[str] | None = None,
    people: Iterable[Person] | None = None,
    time_limit: float | Deadline = 60.0,
    progress: Telling = nobody,
) -> Analysis:
    """Find where people wait in a ladder, what would help them most, and what all hangs on.

    Parameters
    ----------
    ladder : Ladder
    to : str or sequence of str, optional
        Roles that are wanted, by id, name or alias. Left out: all.
    people : iterable of Person, optional
        Whom it is about, each with a role. Left out: an established holder of each role.
    time_limit : float or Deadline
        Seconds for all of it; what is not decided then is counted as ``undecided``.
    progress : callable, optional
        Called now and then with how much of how much is done.

    Returns
    -------
    Analysis

    Raises
    ------
    UnknownName
        A role is not in the ladder.
    LadderError
        Somebody has no role.

    Notes
    -----
    Every figure is a sum over exact answers: those of ``growth_path`` for each of the people and
    each role that is wanted, and the same in a ladder with a single change made. There are as many
    changes as gates ask levels, roles and activities teach levels, and there are activities; a
    question is asked again only where the change can matter.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = analyze(bundled("product-management"), to="SPM")
    >>> [(entry.source, entry.months) for entry in found.entry][:2]
    [('software-engineer', 45), ('business-analyst', 48)]
    """
    deadline = Deadline.of(time_limit)
    names = [to] if isinstance(to, str) else to
    targets = [find_role(ladder, name).id for name in names] if names else list(ladder.roles)
    travellers = holders(ladder) if people is None else _gathered(people)
    begins = set(ways_in(ladder))
    asked = len(travellers) * len(targets)
    changes = sum(1 for _ in changes_to(ladder))
    total = 2 * (asked + changes)
    done = 0

    def tell(more: int = 1) -> None:
        nonlocal done
        done = min(done + more, total)
        progress(done, total)

    ways, undecided = ask_ways(ladder, travellers, targets, deadline, tell)
    entering, _ = ask_ways(
        ladder,
        [Traveller(Person(role=role)) for role in ladder.roles if role in begins],
        targets,
        deadline,
        lambda: None,
    )
    effects = effects_of(ladder, ways, tell)
    return Analysis(
        ladder=ladder,
        targets=tuple(targets),
        people=sum(way.traveller.people for way in ways),
        reached=sum(way.traveller.people for way, _ in found(ways)),
        undecided=undecided,
        entry=entries_of(entering),
        walls=walls_of(ways),
        levers=tuple(sorted(filter(_helps, effects), key=lambda one: (-one.opened, -one.months))),
        losses=tuple(
            sorted(
                (one for one in effects if one.closed or one.months < 0),
                key=lambda one: (-one.closed, one.months),
            )
        ),
        single_points=single_points_of(ladder, ways, tell),
        dead_ends=dead_ends_of(ladder),
        circles=circles_of(ladder),
    )


def _helps(effect: Effect) -> bool:
    return effect.opened > 0 or effect.months > 0


def _gathered(people: Iterable[Person]) -> list[Traveller]:
    """Count those who stand in the same place."""
    known: Counter[Person] = Counter(people)
    for person in known:
        if person.role is None:
            raise LadderError("somebody has no role, from which a way could begin")
    return [Traveller(person, number) for person, number in known.items()]
