"""One ladder's data over another's: what it adds, what it changes, what it leaves out.

Neither is touched. For each mapping and list made here it is kept from where its entries came, so
that every fault can be told at the place, and in the file, where somebody wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ladder.levels import level_numbers, number_of
from ladder.matching import Hints
from ladder.model import ANY, EXPECTED
from ladder.wording import MOST_LISTED, listed, quoted

from .builder import OverExpected, tidy
from .document import Document, Fault, Places, Steps
from .validation import GROUPS, WORDS, list_at, mapping_at, sources_at

Ends: TypeAlias = tuple[str, str]
Pair: TypeAlias = tuple[int, Ends]
"""A move's place in its file, and two roles that it is between."""
Sources: TypeAlias = list[str] | None
"""Those of a move's sources that are meant; None for whatever it says."""
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
        return self.over(self.spelt_out(base, key), self.spelt_out(given, key), self.about)

    def about(self, base: Any, given: Any, key: str) -> Any:
        """One key of a skill or a track; the texts of levels are changed one by one."""
        old, new = base[key], given[key]
        if key != "levels" or not (isinstance(old, dict) and isinstance(new, dict)):
            return new
        return self.over(old, new, _replaced)

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
        """One key of a role, an activity or a transition.

        Levels change single ones of those that there are; a word, or no levels at all, replaces
        what there is.
        """
        old, new = base[key], given[key]
        if key not in ("requires", "expects", "develops") or not (isinstance(new, dict) and new):
            return new
        if old == EXPECTED:
            old = OverExpected()
        if not isinstance(old, dict):
            return new
        skills = self.over(old, new, _replaced)
        if isinstance(old, OverExpected):  # none of a skill takes it out of what is expected
            return self.keep(OverExpected(skills), {skill: (skills, skill) for skill in skills})
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
        for index, sources, change in self.moves.kept:
            old = self.leading_from(base[index], sources)
            if change is None:
                moves.append(old)
                origins.append((base, index))
            else:
                new = self.over_expected(old, self.leading_from(given[change], sources))
                moves.append(self.move(self.over(old, new, self.part)))
                origins.append((given, change))
        for index, sources in self.moves.added:
            moves.append(self.move(self.leading_from(given[index], sources)))
            origins.append((given, index))
        return self.keep(moves, dict(enumerate(origins)))

    def leading_from(self, move: Any, sources: Sources) -> Any:
        """A transition from some of its sources; the very same where it is from all of them."""
        if sources is None or sources == [source for _, source in sources_at(move)]:
            return move
        written = {source: step for (*_, step), source in sources_at(move)}
        start: Any = sources[0]
        if len(sources) > 1:
            origins = {at: (move["from"], written[each]) for at, each in enumerate(sources)}
            start = self.keep([*sources], origins)
        part = {**move, "from": start}
        return self.keep(part, {key: (move, key) for key in part})

    def over_expected(self, old: Any, new: Any) -> Any:
        """A change of a transition whose gate, not being written out, is what is expected."""
        gate = new.get("requires")
        if "requires" in old or not (isinstance(gate, dict) and gate):
            return new
        changed = self.keep(OverExpected(gate), {skill: (gate, skill) for skill in gate})
        made = {**new, "requires": changed}
        return self.keep(made, {key: (new, key) for key in made})

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
    added where there is none, or where it says that it is an alternative. A move from several roles
    is one between each of them and its target: one that changes only some of those splits them off.

    >>> move = {"from": ["analyst", "engineer"], "to": "manager", "months": 6}
    >>> matching = _Matching({"transitions": [move]})
    >>> matching.match({"transitions": [{"from": "analyst", "to": "manager", "months": 9}]})
    >>> matching.kept, matching.added
    ([(0, ['engineer'], None), (0, ['analyst'], 0)], [])
    """

    kept: list[tuple[int, Sources, int | None]]
    """Each move of the base that stays, its sources, and the given one that changes it."""
    added: list[tuple[int, Sources]]
    """Each given move that is new, with its sources."""

    def __init__(self, base: Mapping[str, Any]) -> None:
        self.roles = mapping_at(base, "roles")
        self.moves = list_at(base, "transitions")
        self.hints = Hints()
        self.faults: list[Fault] = []
        self.look_among(self.pairs())

    def match(self, given: Mapping[str, Any]) -> None:
        """Fill what is kept and what is added."""
        gone = self.gone(given)
        changes, self.added = self.changes(list_at(given, "transitions"), gone)
        self.kept = []
        for index, move in enumerate(self.moves):
            pairs = [(index, ends) for ends in _ends(move)]
            if not pairs:
                self.kept.append((index, None, None))
            by_change: dict[int | None, list[str]] = {}
            for pair in pairs:
                if pair not in gone:
                    by_change.setdefault(changes.get(pair), []).append(pair[1][0])
            self.kept += [
                (index, sources, change) for change, sources in _unchanged_first(by_change)
            ]

    def look_among(self, pairs: Iterable[Pair]) -> None:
        """Keep where moves are found, so that none is ever looked for one by one."""
        self.between: dict[Ends, list[int]] = {}
        self.of_kind: dict[tuple[Ends, str], list[int]] = {}
        for index, ends in pairs:
            self.between.setdefault(ends, []).append(index)
            self.of_kind.setdefault((ends, _kind(self.moves[index])), []).append(index)

    def gone(self, given: Mapping[str, Any]) -> set[Pair]:
        """Moves that are removed, by themselves or with one of their roles."""
        remove = mapping_at(given, "remove")
        replaced = mapping_at(given, "roles")
        named = (role for role in list_at(remove, "roles") if isinstance(role, str))
        roles = {role for role in named if role not in replaced}
        gone = {
            (index, ends)
            for ends, indices in self.between.items()
            if not roles.isdisjoint(ends)
            for index in indices
        }
        for index, pattern in enumerate(list_at(remove, "transitions")):
            for ends in _ends(pattern):
                found = self.meant_by(pattern, ends)
                if not found:
                    steps: Steps = ("remove", "transitions", index)
                    self.faults.append(self.not_found(pattern, ends, steps))
                gone.update((place, ends) for place in found)
        return gone

    def meant_by(self, pattern: Any, ends: Ends) -> list[int]:
        if "kind" in pattern:
            return self.of_kind.get((ends, _kind(pattern)), [])
        return self.between.get(ends, [])

    def not_found(self, pattern: Any, ends: Ends, steps: Steps) -> Fault:
        for end, role in zip(("from", "to"), ends, strict=True):
            if role not in self.roles and (end, role) != ("from", ANY):
                hint = self.hints.hint(role, self.roles)
                return Fault((*steps, end), f"no role {quoted(role)}{hint}")
        between = f"from {quoted(ends[0])} to {quoted(ends[1])}"
        if same := self.between.get(ends):
            wrong = f"no move {between} is of kind {quoted(_kind(pattern))}"
            return Fault((*steps, "kind"), f"{wrong}; there is {self.kinds(same)}")
        return Fault(steps, f"no move {between} to remove")

    def changes(
        self, given: list[Any], gone: set[Pair]
    ) -> tuple[dict[Pair, int], list[tuple[int, Sources]]]:
        """Given moves by the one of the base that they change, and those that are new."""
        self.look_among(pair for pair in self.pairs() if pair not in gone)
        changes: dict[Pair, int] = {}
        added: list[tuple[int, Sources]] = []
        for index, move in enumerate(given):
            every = _ends(move)
            if not every or move.get("alternative") is True:
                added.append((index, None))
                continue
            if new := [ends[0] for ends in every if ends not in self.between]:
                added.append((index, new))
            for ends in every:
                if ends in self.between:
                    self.change(changes, index, move, ends)
        return changes, added

    def change(self, changes: dict[Pair, int], index: int, move: Any, ends: Ends) -> None:
        """Note which move of the base between two roles a given one changes."""
        same = self.between[ends]
        meant = same if len(same) == 1 else self.meant_by(move, ends)
        if len(meant) != 1:
            self.faults.append(Fault(("transitions", index), self.unclear(ends, same)))
        elif (meant[0], ends) in changes:
            self.faults.append(Fault(("transitions", index), _TWICE))
        else:
            changes[meant[0], ends] = index

    def pairs(self) -> Iterator[Pair]:
        """Places of the base's moves, each with the roles that it is between."""
        return ((index, ends) for index, move in enumerate(self.moves) for ends in _ends(move))

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


def _unchanged_first(by_change: Mapping[int | None, T]) -> list[tuple[int | None, T]]:
    return sorted(by_change.items(), key=lambda item: (item[0] is not None, item[0] or 0))


def _ends(move: Any) -> list[Ends]:
    """The pairs of roles that a move is between; ``any`` counts as a role."""
    end = move.get("to") if isinstance(move, dict) else None
    if not isinstance(end, str):
        return []
    return list(dict.fromkeys((source, end) for _, source in sources_at(move)))


def _kind(move: Any) -> str:
    kind = move.get("kind", "lateral")
    return tidy(kind) if isinstance(kind, str) else ""
