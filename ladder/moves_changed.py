"""Which moves of a ladder a file that extends it changes, removes and adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from .building import tidy
from .document import Fault, Steps
from .nearest import Hints
from .shapes import list_at, mapping_at
from .wording import MOST_LISTED, listed, quoted

Ends: TypeAlias = tuple[str, str]

_TWICE = (
    "the move between these roles is changed above already; to add one more, give it "
    "alternative: true"
)


class Moves(NamedTuple):
    """How the moves of the two become those of the whole.

    Parameters
    ----------
    kept : list of (int, int or None)
        Each move of the base that stays, with the given one that changes it.
    added : list of int
        The given ones that are new.
    faults : list of Fault
        In the steps of the extending file.
    """

    kept: list[tuple[int, int | None]]
    added: list[int]
    faults: list[Fault]


def match_moves(base: Mapping[str, Any], given: Mapping[str, Any]) -> Moves:
    """Match the moves that a file gives with those of the ladder that it extends.

    Parameters
    ----------
    base, given : mapping
        Plain data of the two, of any shape.

    Returns
    -------
    Moves

    Notes
    -----
    A given move changes the one between the same two roles; of several, the one of its kind. It is
    added where there is none, or where it says that it is an alternative.

    Examples
    --------
    >>> move = {"from": "analyst", "to": "manager", "months": 6}
    >>> base = {"transitions": [move]}
    >>> match_moves(base, {"transitions": [{**move, "months": 9}]}).kept
    [(0, 0)]
    >>> match_moves(base, {"transitions": [{**move, "alternative": True}]}).added
    [0]
    """
    matching = _Matching(base)
    gone = matching.gone(given)
    changes, added = matching.changes(list_at(given, "transitions"), gone)
    kept = [
        (index, changes.get(index)) for index in range(len(matching.moves)) if index not in gone
    ]
    return Moves(kept, added, matching.faults)


class _Matching:
    """Finds moves of the base by their ends and kinds, and gathers what cannot be found."""

    def __init__(self, base: Mapping[str, Any]) -> None:
        self.roles = mapping_at(base, "roles")
        self.moves = list_at(base, "transitions")
        self.hints = Hints()
        self.faults: list[Fault] = []
        self.look_among(range(len(self.moves)))

    def look_among(self, indices: Iterable[int]) -> None:
        """Keep where moves are found, so that none is ever looked for one by one."""
        self.between: dict[Ends, list[int]] = {}
        self.of_kind: dict[tuple[Ends, str], list[int]] = {}
        for index in indices:
            if ends := _ends(self.moves[index]):
                self.between.setdefault(ends, []).append(index)
                self.of_kind.setdefault((ends, _kind(self.moves[index])), []).append(index)

    def gone(self, given: Mapping[str, Any]) -> set[int]:
        """Moves that are removed, by themselves or with one of their roles."""
        remove = mapping_at(given, "remove")
        replaced = mapping_at(given, "roles")
        named = (role for role in list_at(remove, "roles") if isinstance(role, str))
        roles = {role for role in named if role not in replaced}
        gone = {
            index
            for ends, indices in self.between.items()
            if not roles.isdisjoint(ends)
            for index in indices
        }
        for index, pattern in enumerate(list_at(remove, "transitions")):
            if ends := _ends(pattern):
                found = self.meant_by(pattern, ends)
                if not found:
                    steps: Steps = ("remove", "transitions", index)
                    self.faults.append(self.not_found(pattern, ends, steps))
                gone.update(found)
        return gone

    def meant_by(self, pattern: Any, ends: Ends) -> list[int]:
        if "kind" in pattern:
            return self.of_kind.get((ends, _kind(pattern)), [])
        return self.between.get(ends, [])

    def not_found(self, pattern: Any, ends: Ends, steps: Steps) -> Fault:
        for end, role in zip(("from", "to"), ends, strict=True):
            if role not in self.roles:
                hint = self.hints.hint(role, self.roles)
                return Fault((*steps, end), f"no role {quoted(role)}{hint}")
        between = f"from {quoted(ends[0])} to {quoted(ends[1])}"
        if same := self.between.get(ends):
            wrong = f"no move {between} is of kind {quoted(_kind(pattern))}"
            return Fault((*steps, "kind"), f"{wrong}; there is {self.kinds(same)}")
        return Fault(steps, f"no move {between} to remove")

    def changes(self, given: list[Any], gone: set[int]) -> tuple[dict[int, int], list[int]]:
        """Given moves by the one of the base that they change, and those that are new."""
        self.look_among(index for index in range(len(self.moves)) if index not in gone)
        changes: dict[int, int] = {}
        added: list[int] = []
        for index, move in enumerate(given):
            ends = _ends(move)
            same = self.between.get(ends) if ends else None
            if not ends or not same or move.get("alternative") is True:
                added.append(index)
                continue
            meant = same if len(same) == 1 else self.meant_by(move, ends)
            if len(meant) != 1:
                self.faults.append(Fault(("transitions", index), self.unclear(ends, same)))
            elif meant[0] in changes:
                self.faults.append(Fault(("transitions", index), _TWICE))
            else:
                changes[meant[0]] = index
        return changes, added

    def unclear(self, ends: Ends, same: list[int]) -> str:
        return (
            f"{len(same)} moves lead from {quoted(ends[0])} to {quoted(ends[1])}, of kind "
            f"{self.kinds(same)}: name the kind of the one to change, or remove them and give them "
            "anew; to add one more, give it alternative: true"
        )

    def kinds(self, indices: list[int]) -> str:
        """Kinds of some moves, of the first of them where there are many."""
        kinds = dict.fromkeys(_kind(self.moves[index]) for index in indices[:MOST_LISTED])
        return listed(map(quoted, kinds), "and")


def _ends(move: Any) -> Ends | None:
    if not isinstance(move, dict):
        return None
    start, end = move.get("from"), move.get("to")
    return (start, end) if isinstance(start, str) and isinstance(end, str) else None


def _kind(move: Any) -> str:
    kind = move.get("kind", "lateral")
    return tidy(kind) if isinstance(kind, str) else ""
