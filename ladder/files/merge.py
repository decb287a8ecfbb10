"""One ladder's data over another's: what it adds, what it changes, what it leaves out.

Neither is touched. For each mapping and list made here it is kept from where its entries came, so
that every fault can be told at the place, and in the file, where somebody wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ladder.levels import level_numbers, number_of
from ladder.matching import Hints
from ladder.wording import MOST_LISTED, listed, quoted

from .builder import tidy
from .document import Document, Fault, Places, Steps
from .validation import GROUPS, WORDS, list_at, mapping_at

Ends: TypeAlias = tuple[str, str]
_TWICE = (
    "the move between these roles is changed above already; to add one more, give it "
    "alternative: true"
)
T = TypeVar("T")

Origin: TypeAlias = tuple[Any, str | int]
"""A mapping or list, and the key or index in it."""

Inner: TypeAlias = Callable[[Any, Any, str], Any]
"""Makes the entry under a key that two mappings have."""

OWN = ("extends", "remove")
"""What a file says about extending, which the whole does not hold."""

_NONE = level_numbers(())


class Merged(NamedTuple):
    """The whole; what was wrong with the text of the two is not among its problems."""

    document: Document
    faults: list[Fault]
    """What the extending file changes or removes and cannot be found, in that file's steps."""


def merge(base: Document, given: Document) -> Merged:
    """Lay a ladder's file over the ladder that it extends.

    What each says about a skill, track, role or activity is merged key by key, and `requires` and
    `develops` skill by skill; everything else that is given takes the place of what stood there.
    """
    merging = _Merging(base.root, given.root)
    data = [merging.whole()]

    def places() -> Places:
        found = _with_file(base) | _with_file(given)
        for made, origins in merging.made:
            found[id(made)] = {step: found[id(of)][at] for step, (of, at) in origins.items()}
        return found | {id(data): found[id(given.data)]}

    return Merged(Document(given.file, data, places), merging.faults)


def _with_file(document: Document) -> Places:
    return {
        key: {
            step: entry._replace(file=entry.file or document.file) for step, entry in held.items()
        }
        for key, held in document.places().items()
    }


class _Merging:
    """Merges from the outside in; ``made`` lists what it makes, each after what it is made of."""

    def __init__(self, base: Any, given: Mapping[str, Any]) -> None:
        self.base = base if isinstance(base, dict) else {}
        self.given = given
        self.remove = mapping_at(given, "remove")
        self.hints = Hints()
        self.faults: list[Fault] = []
        self.made: list[tuple[Any, Mapping[Any, Origin]]] = []

    def whole(self) -> dict[str, Any]:
        self.moves = _Matching(self.base)
        self.moves.match(self.given)
        self.faults += self.moves.faults
        self.gone = {group: self.removed(group) for group in GROUPS}
        data: dict[str, Any] = {}
        origins: dict[Any, Origin] = {}
        for key in {**self.base, **self.given}:
            if key not in OWN:
                data[key] = self.section(key)
                origins[key] = (self.given if key in self.given else self.base, key)
        return self.keep(data, origins)

    def keep(self, made: T, origins: Mapping[Any, Origin]) -> T:
        self.made.append((made, origins))
        return made

    def section(self, key: str) -> Any:
        given = self.given.get(key)
        if key == "transitions" and (key not in self.given or isinstance(given, list)):
            return self.transitions()
        if key in GROUPS and (key not in self.given or isinstance(given, dict)):
            inner = self.named if key in ("skills", "tracks") else self.entry
            return self.over(mapping_at(self.base, key), given or {}, inner, self.gone[key])
        return given if key in self.given else self.base[key]

    def over(
        self,
        base: Mapping[str, Any],
        given: Mapping[str, Any],
        inner: Inner,
        removed: frozenset[str] = frozenset(),
    ) -> Any:
        """Entries of both, those of the base first; a removed one that is given is replaced."""
        data: dict[str, Any] = {}
        origins: dict[Any, Origin] = {}
        for key in {**base, **given}:
            if key in given:
                both = key in base and key not in removed
                data[key] = inner(base, given, key) if both else given[key]
                origins[key] = (given, key)
            elif key not in removed:
                data[key] = base[key]
                origins[key] = (base, key)
        return self.keep(data, origins)

    def named(self, base: Any, given: Any, key: str) -> Any:
        """A skill or a track, for which a text is short for a mapping with that name."""
        if not all(isinstance(each[key], str | dict) for each in (base, given)):
            return given[key]
        return self.over(self.spelt_out(base, key), self.spelt_out(given, key), _replaced)

    def spelt_out(self, named: Any, key: str) -> Any:
        value = named[key]
        return (
            self.keep({"name": value}, {"name": (named, key)}) if isinstance(value, str) else value
        )

    def entry(self, base: Any, given: Any, key: str) -> Any:
        """A role or an activity."""
        if not (isinstance(base[key], dict) and isinstance(given[key], dict)):
            return given[key]
        return self.over(base[key], given[key], self.part)

    def part(self, base: Any, given: Any, key: str) -> Any:
        """One key of a role, an activity or a transition."""
        old, new = base[key], given[key]
        if key not in ("requires", "develops") or not (
            isinstance(old, dict) and isinstance(new, dict)
        ):
            return new
        skills = self.over(old, new, _replaced)
        for skill, level in new.items():
            if skill in old and _is_none(level):
                del skills[skill]  # so that nothing refers to it any more
        return skills

    def removed(self, group: str) -> frozenset[str]:
        """Ids that are taken out of a group; those that it does not have are faults."""
        there = mapping_at(self.base, group)
        removed = set()
        for index, key in enumerate(list_at(self.remove, group)):
            if not isinstance(key, str):
                continue
            if key not in there:
                message = f"no {WORDS[group]} {quoted(key)} to remove"
                fault = Fault(("remove", group, index), message + self.hints.hint(key, there))
                self.faults.append(fault)
            removed.add(key)
        return frozenset(removed)

    def transitions(self) -> list[Any]:
        base, given = list_at(self.base, "transitions"), list_at(self.given, "transitions")
        moves: list[Any] = []
        origins: list[Origin] = []
        for index, change in self.moves.kept:
            if change is None:
                moves.append(base[index])
                origins.append((base, index))
            else:
                moves.append(self.move(self.over(base[index], given[change], self.part)))
                origins.append((given, change))
        moves += [self.move(given[index]) for index in self.moves.added]
        origins += [(given, index) for index in self.moves.added]
        return self.keep(moves, dict(enumerate(origins)))

    def move(self, move: Any) -> Any:
        """A transition without the word on how to merge it."""
        if not isinstance(move, dict) or not isinstance(move.get("alternative"), bool):
            return move
        kept = {key: value for key, value in move.items() if key != "alternative"}
        return self.keep(kept, {key: (move, key) for key in kept})


def _replaced(_: Any, given: Any, key: str) -> Any:
    return given[key]


def _is_none(level: Any) -> bool:
    return isinstance(level, str | int) and level is not False and number_of(level, _NONE) == 0


class _Matching:
    """How the moves of the two become those of the whole, by their places in their files.

    A given move changes the one between the same two roles; of several, the one of its kind. It is
    added where there is none, or where it says that it is an alternative.

    >>> move = {"from": "analyst", "to": "manager", "months": 6}
    >>> matching = _Matching({"transitions": [move]})
    >>> matching.match({"transitions": [{**move, "months": 9}, {**move, "alternative": True}]})
    >>> matching.kept, matching.added
    ([(0, 0)], [1])
    """

    kept: list[tuple[int, int | None]]
    """Each move of the base that stays, with the given one that changes it."""
    added: list[int]

    def __init__(self, base: Mapping[str, Any]) -> None:
        self.roles = mapping_at(base, "roles")
        self.moves = list_at(base, "transitions")
        self.hints = Hints()
        self.faults: list[Fault] = []
        self.look_among(range(len(self.moves)))

    def match(self, given: Mapping[str, Any]) -> None:
        """Fill what is kept and what is added."""
        gone = self.gone(given)
        changes, self.added = self.changes(list_at(given, "transitions"), gone)
        left = (index for index in range(len(self.moves)) if index not in gone)
        self.kept = [(index, changes.get(index)) for index in left]

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
