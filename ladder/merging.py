"""One ladder's data over another's: what it adds, what it changes, what it leaves out.

Neither is touched. For each mapping and list made here it is kept from where its entries came, so
that every fault can be told at the place, and in the file, where somebody wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from .document import Document, Fault, Places
from .levels import level_numbers, number_of
from .moves_changed import match_moves
from .nearest import Hints
from .references import GROUPS, WORDS
from .shapes import list_at, mapping_at
from .wording import quoted

T = TypeVar("T")
Origin: TypeAlias = tuple[Any, str | int]
"""A mapping or list, and the key or index in it."""
Inner: TypeAlias = Callable[[Any, Any, str], Any]
"""Makes the entry under a key that two mappings have."""

OWN = ("extends", "remove")
"""What a file says about extending, which the whole does not hold."""
_NONE = level_numbers(())


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole.

    Parameters
    ----------
    document : Document
        What was wrong with the text of the two is not among its problems.
    faults : list of Fault
        In the steps of the extending file: what it changes or removes cannot be found.
    """

    document: Document
    faults: list[Fault]


def merge(base: Document, given: Document) -> Merged:
    """Lay a ladder's file over the ladder that it extends.

    Parameters
    ----------
    base : Document
        A whole ladder.
    given : Document
        A file that extends it; its root is a mapping, and the rest may have any shape.

    Returns
    -------
    Merged

    Notes
    -----
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
        self.moves = match_moves(self.base, self.given)
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
