"""The question about a whole ladder: where people wait, what would help, what all hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from graphs.deadline import Deadline, Telling, TimeUp, nobody, only_forward
from graphs.plans.path import head, plain
from ladder import FrozenDict, Ladder, LadderError, Person, find_role
from ladder.wording import told

from .changes import TakenAway
from .entry import Entry, entries_of
from .levers import Effect, Levers
from .parts import circles_of, dead_ends_of
from .single_points import ACTIVITY, Closed, SinglePoint, closed_by, single_points_of
from .trials import Trials
from .walls import Wall, passing_of, walls_of
from .ways import Traveller, Way, ask_ways, found, gathered, holders, spread, ways_in

SMALLEST = 5
"""Of fewer people nothing is told that would be told of each of them."""

WAYS, POINTS, CHANGES = 0.2, 0.1, 0.7
"""What share of the work the ways themselves are taken for, taking things away, and changes."""

OUT_OF = 1000
"""Of so much it is told how much is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What a ladder does to people.

    Parameters
    ----------
    ladder : Ladder
    targets : tuple of str
        Ids of the roles that were asked about.
    counts : {"people", "roles"}
        What is counted: those who were asked about, or the roles that each holder begins in.
    people : int
        How many it is about; with several targets, each counts once for each of them.
    reached : int
        How many of them have a way.
    no_way : tuple of str
        Ids of the roles that have none; told of roles and one target alone.
    undecided : int
        For how many the time limit came before the proof; nothing but entry counts any of them.
    untried : int
        For how many of the others there was no time to try all changes: levers and losses do not
        count them. Where single points are None, there was none for these.
    hidden : int
        How many findings are left out as they are about fewer than five people.
    entry : tuple of Entry
        The ways in beside each other, by target; of targets to which all of them are decided.
    walls : tuple of Wall
        Gates at which people wait, those of most months first.
    passing : mapping of int to int
        How many go through each transition, by its place.
    levers : tuple of Effect
        Single changes that save months or open ways: what opens most first, then what saves most.
    losses : tuple of Effect
        Activities whose loss would cost months or close ways, the worst first.
    single_points : tuple of SinglePoint, or None
        What ways are closed without, the worst first; None where there was no time to tell.
    dead_ends : tuple of str
        Ids of the roles that no move leaves and that are not marked as final. Moves that are open
        to all do not count, here and for circles.
    circles : tuple of tuple of str
        Ids of the roles between which one can go there and back, the largest part first.
    """

    ladder: Ladder
    targets: tuple[str, ...]
    counts: Literal["people", "roles"]
    people: int
    reached: int
    no_way: tuple[str, ...]
    undecided: int
    untried: int
    hidden: int
    entry: tuple[Entry, ...]
    walls: tuple[Wall, ...]
    passing: Mapping[int, int]
    levers: tuple[Effect, ...]
    losses: tuple[Effect, ...]
    single_points: tuple[SinglePoint, ...] | None
    dead_ends: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        return told(
            "Analysis",
            f"{self.reached} of {self.people} have a way",
            f"{len(self.walls)} walls",
            f"{len(self.levers)} levers",
            f"{len(self.single_points or ())} single points",
        )

    @property
    def proven(self) -> bool:
        """Whether the time was enough for all of it."""
        return not (self.undecided or self.untried) and self.single_points is not None

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON.

        Returns
        -------
        dict
        """
        answer = head(self.ladder, "found" if self.proven else "limit", self.proven)
        answer |= {"to": list(self.targets), "counts": self.counts}
        answer |= {"people": self.people, "reached": self.reached, "no_way": list(self.no_way)}
        answer |= {"undecided": self.undecided, "untried": self.untried, "hidden": self.hidden}
        answer |= {"entry": plain(self.entry)}
        answer["walls"] = plain(self.walls)
        answer["passing"] = {str(place): number for place, number in self.passing.items()}
        answer["levers"] = [effect.to_dict() for effect in self.levers]
        answer["losses"] = [effect.to_dict() for effect in self.losses]
        answer["single_points"] = plain(self.single_points)
        return answer | {"dead_ends": list(self.dead_ends), "circles": plain(self.circles)}


def analyze(
    ladder: Ladder,
    *,
    to: str | Sequence[str] | None = None,
    people: Iterable[Person] | None = None,
    small_groups: bool = False,
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
    small_groups : bool
        Tell of people also what is about fewer than five of them. Otherwise such findings are left
        out, and of fewer than five no months are told; counts within larger groups stand, however
        small.
    time_limit : float or Deadline
        Seconds for all of it; what is not decided then is counted.
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
        Somebody has no role, or it is fewer than five people.

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
    wanted = [find_role(ladder, name).id for name in names] if names else list(ladder.roles)
    targets = list(dict.fromkeys(wanted))
    travellers = holders(ladder) if people is None else gathered(ladder, people)
    some = people is not None and not small_groups
    if some and sum(one.people for one in travellers) < SMALLEST:
        raise LadderError(f"what is told of fewer than {SMALLEST} people would be told of each")
    tell = only_forward(progress)
    ways, undecided = ask_ways(
        ladder, travellers, targets, deadline.share(1 / 2), _part(tell, 0, WAYS)
    )
    whole = people is None and not undecided
    entering = ways if whole else _entering(ladder, targets, deadline.share(1 / 4))
    trials = Trials(ladder)
    closed = _closed(trials, ways, deadline.share(1 / 2), _part(tell, WAYS, POINTS))
    known = {str(key): places for (kind, key), places in (closed or {}).items() if kind == ACTIVITY}
    levers = Levers(ladder, trials, known, deadline)
    effects, untried = levers.effects(ways, _part(tell, WAYS + POINTS, CHANGES))
    begins = set(ways_in(ladder))
    return _without_small_groups(
        Analysis(
            ladder=ladder,
            targets=tuple(targets),
            counts="roles" if people is None else "people",
            people=_people(ways),
            reached=_people(way for way, _ in found(ways)),
            no_way=_without_way(ways) if people is None and len(targets) == 1 else (),
            undecided=undecided,
            untried=_people(untried),
            hidden=0,
            entry=entries_of(entering, begins),
            walls=walls_of(ways),
            passing=passing_of(ways),
            levers=_ranked(effects),
            losses=_worst(effects),
            single_points=None if closed is None else single_points_of(closed, ways),
            dead_ends=dead_ends_of(ladder),
            circles=circles_of(ladder),
        ),
        SMALLEST * len(targets) if some else 0,  # each of them counts once for each target
    )


def _part(progress: Telling, begin: float, share: float) -> Callable[[float], None]:
    """Tell how much is done of a part of the work: where it begins, and what share of all it is."""
    return lambda done: progress(round(OUT_OF * (begin + share * done)), OUT_OF)


def _entering(ladder: Ladder, targets: Sequence[str], deadline: Deadline) -> Sequence[Way]:
    """The ways of established holders of the roles that careers begin in.

    To one role after the other, as they are compared only where all of them are known.
    """
    begins = [Traveller(Person(role=role)) for role in ways_in(ladder)]
    ways: list[Way] = []
    for place in spread(len(targets)):
        if deadline.passed:
            break
        ways += ask_ways(ladder, begins, [targets[place]], deadline, lambda done: None)[0]
    return ways


def _closed(
    trials: Trials, ways: Sequence[Way], deadline: Deadline, told: Callable[[float], None]
) -> Closed | None:
    try:
        return closed_by(trials, ways, deadline, told)
    except TimeUp:
        return None


def _people(ways: Iterable[Way]) -> int:
    return sum(way.traveller.people for way in ways)


def _without_way(ways: Iterable[Way]) -> tuple[str, ...]:
    return tuple(sorted(way.source for way in ways if way.path is None))


def _ranked(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """What helps, that first which opens most, then what saves most."""
    helping = [
        one
        for one in effects
        if not isinstance(one.change, TakenAway) and (one.opened or one.months > 0)
    ]
    return tuple(sorted(helping, key=lambda one: (-one.opened, -one.months)))


def _worst(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """What harms if it goes, that first which closes most, then what costs most."""
    away = [one for one in effects if isinstance(one.change, TakenAway)]
    return tuple(sorted(away, key=lambda one: (-one.closed, one.months)))


def _without_small_groups(whole: Analysis, least: int) -> Analysis:
    """Leave out what is about fewer people than so many, and count it; and months of so few."""
    walls = tuple(one for one in whole.walls if one.people >= least)
    levers, losses = (
        tuple(
            one if one.people >= least else replace(one, months=0, people=0)
            for one in effects
            if one.people >= least or one.opened + one.closed >= least
        )
        for effects in (whole.levers, whole.losses)
    )
    points = whole.single_points and tuple(
        one for one in whole.single_points if one.closes >= least
    )
    before = whole.walls, whole.levers, whole.losses, whole.single_points or ()
    passing = {place: number for place, number in whole.passing.items() if number >= least}
    return replace(
        whole,
        walls=walls,
        passing=FrozenDict(passing),
        levers=levers,
        losses=losses,
        single_points=points,
        hidden=sum(map(len, before)) - sum(map(len, (walls, levers, losses, points or ()))),
    )
