"""The question: what the changes to a ladder do to people; routes longer, shorter, opened, closed.

On every route stands somebody who has been in its first role for long, in the old version as in the
new one.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from graphs.deadline import Deadline, Telling, TimeUp, nobody
from graphs.plans.path import GrowthPath, plain
from ladder import LadderError, UnknownName, find_role
from ladder.wording import told

from .causes import Causes
from .changes import Change, Key, LadderDiff, MoveKey
from .untouched import Untouched

Turn: TypeAlias = Literal["closed", "opened", "longer", "shorter"]

TURNS: tuple[Turn, ...] = ("closed", "opened", "longer", "shorter")

Pair: TypeAlias = tuple[str, str]
"""Ids of the two ends of a route."""


@dataclass(frozen=True, slots=True)
class Route:
    """The best plan by months on a route, in one version.

    Parameters
    ----------
    months, moves : int
        How long it takes, and in how many moves.
    cost : int or float
        Of the activities begun on the way, in that version's currency.
    roles : tuple of str
        Ids of the roles on the way, both ends included.
    """

    months: int
    moves: int
    cost: int | float
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedRoute:
    """A route whose months are others, that has opened, or that has closed.

    Parameters
    ----------
    source, target : str
        Ids of its ends, in the new version.
    before, after : Route or None
        None where there is no way, however long one takes.
    through : tuple of Change
        Empty where the time limit came first.
    alone : bool
        Whether each of these, made alone, brings the new months; otherwise all of them together do,
        and none of them can be left out.
    """

    source: str
    target: str
    before: Route | None
    after: Route | None
    through: tuple[Change, ...] = ()
    alone: bool = False

    def __repr__(self) -> str:
        months = (str(one.months) if one else "none" for one in (self.before, self.after))
        ends = f"from {self.source} to {self.target}"
        through = f"through {len(self.through)} changes"
        return told("ChangedRoute", ends, f"{self.turn}, months {' → '.join(months)}", through)

    @property
    def turn(self) -> Turn:
        """What became of it."""
        if self.before is None or self.after is None:
            return "opened" if self.before is None else "closed"
        return "longer" if self.after.months > self.before.months else "shorter"


@dataclass(frozen=True, slots=True)
class ChangedRoutes:
    """What the differences between two versions do to people.

    Parameters
    ----------
    diff : LadderDiff
    sources, targets : tuple of str
        The roles that were asked about, each source with each target.
    changed : tuple of ChangedRoute
        The closed ones first, then the opened, the longer and the shorter ones; by the months
        that they differ, the most first.
    unchanged : int
        How many routes are proven to take as many months as before, or to be closed as before.
    undecided : tuple of (str, str)
        The routes for which the time limit came first.
    left_out : int
        How many routes there are where these are too many for any of them to be asked about.
    """

    diff: LadderDiff
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    changed: tuple[ChangedRoute, ...]
    unchanged: int
    undecided: tuple[Pair, ...]
    left_out: int = 0

    def __repr__(self) -> str:
        counts = Counter(route.turn for route in self.changed)
        return told(
            "ChangedRoutes",
            f"from {len(self.sources)} roles to {len(self.targets)}",
            *(f"{counts[turn]} {turn}" for turn in TURNS),
            f"{self.unchanged} unchanged",
            f"{len(self.undecided)} undecided",
        )

    def to_dict(self) -> dict[str, Any]:
        """The routes as plain data, ready for JSON; changes by their place in the diff's."""
        places = {(one.what, one.key, one.part): at for at, one in enumerate(self.diff.changes)}
        return {
            "from": list(self.sources),
            "to": list(self.targets),
            "changed": [
                {
                    "from": one.source,
                    "to": one.target,
                    "turn": one.turn,
                    "before": plain(one.before),
                    "after": plain(one.after),
                    "through": [places[by.what, by.key, by.part] for by in one.through],
                    "alone": one.alone,
                }
                for one in self.changed
            ],
            "unchanged": self.unchanged,
            "undecided": [{"from": source, "to": target} for source, target in self.undecided],
            "left_out": self.left_out,
        }


def changed_routes(
    diff: LadderDiff,
    *,
    sources: Iterable[str] = (),
    targets: Iterable[str] = (),
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
) -> ChangedRoutes:
    """Find which routes the differences make longer or shorter, open or close, and which one does.

    Parameters
    ----------
    diff : LadderDiff
    sources : iterable of str
        Roles that the routes begin in, by id, name or alias. Left out: those that no transition
        leads into in the one version or the other, but for what is open to all; those that a
        changed transition leaves; and those that develop or expect other skills; where there are
        none, all.
    targets : iterable of str
        Roles that they end in. Left out: all. Of more than 250,000 routes none is looked for.
    time_limit : float or Deadline
        Seconds for all routes together.
    progress : callable, optional
        Called now and then with how much of how much is done.

    Returns
    -------
    ChangedRoutes
        Between roles that are in both versions, at the pace that these are at.

    Raises
    ------
    UnknownName
        There is no such role.
    LadderError
        A role is in one of the two versions only.

    Notes
    -----
    A route on which no change can lie, because its transitions are not on any way between the two
    roles and nothing there asks for the skills it is about, is not searched. What is searched is as
    hard as ``growth_path``, once for each version; then a few times more for each route that is
    another, to find through which change.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ladder import Ladder, Role, Transition
    >>> from graphs import diff
    >>> roles = {name: Role(name, name.upper()) for name in ("apm", "pm")}
    >>> old = Ladder("Small", roles=roles, transitions=(Transition("apm", "pm", 24),))
    >>> found = changed_routes(diff(old, replace(old, transitions=())))
    >>> [(route.source, route.target, route.turn) for route in found.changed]
    [('apm', 'pm', 'closed')]
    """
    deadline = Deadline.of(time_limit)
    begins = _named(diff, sources) or _usual(diff)
    ends = _named(diff, targets) or diff.roles
    number = len(begins) * len(ends)
    if number > MOST_ROUTES:
        return ChangedRoutes(diff, begins, ends, (), 0, (), number - len({*begins} & {*ends}))
    pairs = [(one, other) for one in begins for other in ends if one != other]
    survey = _Survey(diff, _open(diff, pairs, deadline), deadline, progress)
    changed, undecided = survey.run()
    unchanged = len(pairs) - len(changed) - len(undecided)
    return ChangedRoutes(diff, begins, ends, changed, unchanged, undecided)


def _open(diff: LadderDiff, pairs: list[Pair], deadline: Deadline) -> list[Pair]:
    """Leave out pairs of which it is proven that nothing has changed, as long as there is time.

    The first of them without looking at it, as that takes hardly any.
    """
    untouched = Untouched(diff)
    open_pairs: list[Pair] = []
    for place, pair in enumerate(pairs):
        if place >= PROVEN_FIRST and deadline.passed:
            return open_pairs + pairs[place:]
        if not untouched(*pair):
            open_pairs.append(pair)
    return open_pairs


PROVEN_FIRST = 200
"""Routes that are looked at, whether any change can lie on them, however little time there is."""

MOST_ROUTES = 250_000
"""That are asked for; more of them nobody reads, and to list them would take minutes."""

LEAST_SECONDS = 0.5
"""What a single route gets even where that is more than its share; less decides too little."""

FOR_CAUSES = 1 / 3
"""Of the time, so much at least is left for finding through which change."""

LEAST_LEFT = 0.05
"""Seconds with which it is still worth while to go on."""

_Found: TypeAlias = tuple[Pair, GrowthPath | None, GrowthPath | None]


def _named(diff: LadderDiff, names: Iterable[str]) -> tuple[str, ...]:
    """Find the roles that are meant, and refuse what only one version has."""
    found = {}
    for name in names:
        try:
            role = find_role(diff.aligned.new, name).id
        except UnknownName:
            role = find_role(diff.aligned.old, name).id
        if role not in diff.roles:
            which = "new" if role in diff.aligned.new.roles else "old"
            raise LadderError(
                f"{name} is a role of the {which} version only, so that no route of its can have "
                "changed; name one that is in both"
            )
        found[role] = role
    return tuple(found)


def _usual(diff: LadderDiff) -> tuple[str, ...]:
    """Roles that careers begin in, and those next to what has changed."""
    versions = diff.aligned.old, diff.aligned.new
    led_into = [{move.to_role for move in one.transitions if not move.from_any} for one in versions]
    before: dict[Key, set[str]] = {}
    for key in diff.following:
        before.setdefault(key.target, set()).update(key.sources)
    near: set[str] = set()
    for change in diff.changes:
        if isinstance(change.key, MoveKey):
            near.update(change.key.sources if change.acts else ())
        elif change.acts and change.what == "role":
            near.add(change.key)
            if change.part and change.part.name == "expects":
                near.update(before.get(change.key, ()))
    found = [
        role for role in diff.roles if role in near or any(role not in into for into in led_into)
    ]
    return tuple(found) or diff.roles


class _Survey:
    """Routes about to be asked for in both versions, as far as there is time."""

    def __init__(
        self,
        diff: LadderDiff,
        pairs: list[Pair],
        deadline: Deadline,
        progress: Telling,
    ) -> None:
        self.causes = Causes(diff)
        hops = _Hops(diff, deadline)
        self.pairs = sorted(pairs, key=lambda pair: hops.between(*pair))
        self.deadline = deadline
        self.progress = progress
        self.done = 0

    def run(self) -> tuple[tuple[ChangedRoute, ...], tuple[Pair, ...]]:
        """Ask for all routes, those of few moves first, as these are quick; then for the causes."""
        changed: list[ChangedRoute] = []
        waiting = self.pairs
        while waiting and self.deadline.left > LEAST_LEFT:
            found, waiting = self._asked(waiting, self.deadline.share(1 - FOR_CAUSES))
            changed += [self._settled(*one, len(found) - at) for at, one in enumerate(found)]
        return tuple(sorted(changed, key=_rank)), tuple(waiting)

    def _asked(self, pairs: list[Pair], deadline: Deadline) -> tuple[list[_Found], list[Pair]]:
        """Ask for routes in both versions; give those that are others, and those left undecided."""
        found: list[_Found] = []
        undecided: list[Pair] = []
        for place, pair in enumerate(pairs):
            if deadline.passed:
                return found, undecided + pairs[place:]
            share = deadline.share(1 / (len(pairs) - place), LEAST_SECONDS)
            try:
                versions = self.causes.changed(*pair, share)
            except TimeUp:
                undecided.append(pair)
                continue
            self._tell(1 if versions else 2)
            if versions:
                found.append((pair, *versions))
        return found, undecided

    def _settled(
        self,
        pair: Pair,
        before: GrowthPath | None,
        after: GrowthPath | None,
        left: int,
    ) -> ChangedRoute:
        through: tuple[Change, ...] = ()
        alone = False
        try:
            share = self.deadline.share(1 / left, LEAST_SECONDS)
            through, alone = self.causes.of(*pair, before, after, share)
        except TimeUp:
            pass
        self._tell(1)
        return ChangedRoute(*pair, _route(before), _route(after), through, alone)

    def _tell(self, more: int) -> None:
        self.done += more
        self.progress(self.done, 2 * len(self.pairs))


class _Hops:
    """How many moves lie at least between roles, in the one version or the other."""

    def __init__(self, diff: LadderDiff, deadline: Deadline) -> None:
        self._deadline = deadline
        self._nexts: dict[str, set[str]] = {}
        self._open: dict[str, str | None] = {}
        versions = diff.aligned.old, diff.aligned.new
        self._tracks = [{role.id: role.track for role in one.roles.values()} for one in versions]
        for one in versions:
            for move in one.transitions:
                if move.from_any:
                    self._open[move.to_role] = one.roles[move.to_role].track
                for role in move.from_roles:
                    self._nexts.setdefault(role, set()).add(move.to_role)
        self._most = len(self._nexts) + len(self._open) + 1
        self._known: dict[str, dict[str, int]] = {}

    def between(self, source: str, target: str) -> int:
        """Moves from a role to another; of one to which none lead, more than there can be.

        Without any time left, too: then it does not matter.
        """
        if source not in self._known:
            if self._deadline.passed:
                return self._most
            self._known[source] = self._from(source)
        return self._known[source].get(target, self._most)

    def _from(self, source: str) -> dict[str, int]:
        found = {source: 0}
        waiting = deque([source])
        shut = self._open
        while waiting:
            role = waiting.popleft()
            tracks = {one.get(role) for one in self._tracks}
            opened = {
                target
                for target, track in shut.items()
                if target != role and (track is None or tracks != {track})
            }
            if opened:
                shut = {target: track for target, track in shut.items() if target not in opened}
            for after in (*self._nexts.get(role, ()), *opened):
                if after not in found:
                    found[after] = found[role] + 1
                    waiting.append(after)
        return found


def _route(path: GrowthPath | None) -> Route | None:
    return Route(path.months, path.moves, path.cost, path.roles) if path else None


def _rank(route: ChangedRoute) -> tuple[Any, ...]:
    before, after = (one.months if one else 0 for one in (route.before, route.after))
    return TURNS.index(route.turn), -abs(after - before), route.source, route.target
