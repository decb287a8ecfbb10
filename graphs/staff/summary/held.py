"""Which skills people hold, by group; which one person alone holds; and what is lacking next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphs.plans.path import plain
from graphs.search.encoding import encode
from graphs.search.problem import start_of
from graphs.staff.people import people
from ladder import Ladder, Person, Transition, find_role
from ladder.model import NO_LEVELS, FrozenDict

from .groups import Pool, Summary, column, summed
from .roster import Roster, roster

Levels = Mapping[str, int]
"""By skill id."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a skill lacks in a group for the next steps of its people.

    Parameters
    ----------
    people : int
        How many lack it.
    levels : int
        How many levels of it they lack in all.
    """

    people: int
    levels: int


@dataclass(frozen=True, slots=True)
class Group:
    """Which skills the people of a group hold.

    Parameters
    ----------
    name : str or None
        What the column says of them; None for small groups together.
    people : int
    held : mapping of str to tuple of int
        For each skill that anybody holds, how many hold it at level 1 or more, at 2 or more, ….
    stepping : int
        How many have a next step.
    lacking : mapping of str to Lack
        By skill, what their next steps ask and they do not hold; what most lack comes first.
    groups : int
        Of how many groups they are.
    """

    name: str | None
    people: int
    held: Mapping[str, tuple[int, ...]]
    stepping: int
    lacking: Mapping[str, Lack]
    groups: int = 1

    def level(self, skill: str) -> int:
        """The highest level that at least half of them hold."""
        counts = self.held.get(skill, ())
        return sum(2 * number >= self.people for number in counts)

    @property
    def alone(self) -> dict[str, int]:
        """Skills that one person alone holds, from which level on; the lowest level first."""
        found = {skill: counts.index(1) + 1 for skill, counts in self.held.items() if 1 in counts}
        return dict(sorted(found.items(), key=lambda item: item[1]))

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain data, with the level that half of them hold of each skill."""
        half = {skill: level for skill in self.held if (level := self.level(skill))}
        return {**plain(self), "half": half, "alone": self.alone}


@dataclass(frozen=True, kw_only=True)
class HeldSkills(Summary[Group]):
    """Which skills people hold, in all and by group.

    Parameters
    ----------
    ladder : Ladder
    to : str or None
        The role that the next steps lead to; None where they are promotions.
    """

    ladder: Ladder
    to: str | None

    @property
    def skills(self) -> list[str]:
        """Skills that anybody holds or lacks, in the ladder's order."""
        whole = self.everybody
        return [
            skill
            for skill in self.ladder.skills
            if whole and (skill in whole.held or skill in whole.lacking)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        return {"levels": list(self.ladder.levels), "to": self.to} | super().to_dict()


def held_skills(
    ladder: Ladder,
    staff: Any,
    *,
    to: str | None = None,
    by: str | None = None,
    small_groups: bool = False,
    columns: Mapping[str, str] | None = None,
    **work: Any,
) -> HeldSkills:
    """Count who holds which skills, and who lacks which for the next step.

    Parameters
    ----------
    ladder : Ladder
    staff : path, pyarrow.Table, or anything with the Arrow interface
        As for ``people``; or one that is read, as a ``Roster``.
    to : str, optional
        A role, by id, name or alias; the next step is then the first move of the shortest growth
        path there. Left out, it is the promotion out of the present role that lacks the fewest
        levels, of several such the first in the file.
    by : str, optional
        A column, such as a team, whose groups are told apart.
    small_groups : bool
        Whether groups of fewer than five people are told of, too, instead of together with others.
    columns : mapping of str to str, optional
        As for ``people``.
    **work
        As for ``people``, where a role is given.

    Returns
    -------
    HeldSkills

    Raises
    ------
    LadderError
        As for ``people``, and where there is no such column.

    Notes
    -----
    What somebody holds is what a search begins with: what the role has given by now and what is
    expected in it, levels that are stated instead, and what activities have developed.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"role": ["APM", "APM", "PM", "PM", "SPM"]})
    >>> found = held_skills(bundled("product-management"), staff)
    >>> found.everybody.level("roadmapping"), found.everybody.held["roadmapping"]
    (3, (5, 3, 3, 0))
    """
    read = roster(ladder, staff, columns, work.get("as_of"))
    target = None if to is None else find_role(ladder, to).id
    by, values = column(read.table.rows, by)
    levels = levels_held(ladder, read)
    if target is None:
        lacking = _to_promotions(ladder, read, levels)
    else:
        lacking = _to_role(ladder, read, levels, target, {"columns": columns, **work})

    def group(pool: Pool) -> Group:
        held = [levels[row] for row in pool.rows]
        lacks = [one for row in pool.rows if (one := lacking[row]) is not None]
        return _group(pool, held, lacks, len(ladder.levels))

    told = summed(read.read, values, by, group, small_groups=small_groups)
    return HeldSkills(ladder=ladder, to=target, unread=len(read.problems), **told)


def levels_held(ladder: Ladder, read: Roster) -> list[Levels]:
    """The levels that the person of each row holds today; none where it cannot be read."""
    encoded = encode(ladder)
    # Rows that are alike have one person among them, and people who hold the same one mapping.
    different = {id(one): one for one in read.people if isinstance(one, Person)}
    bits = {
        key: start_of(ladder, encoded, one.role or "", one).held for key, one in different.items()
    }
    levels = {held: FrozenDict(encoded.levels(held)) for held in {*bits.values()}}
    return [levels[bits[id(one)]] if isinstance(one, Person) else NO_LEVELS for one in read.people]


def _to_promotions(
    ladder: Ladder, read: Roster, levels: Sequence[Levels]
) -> list[dict[str, int] | None]:
    """What each person lacks for their promotion: levels by skill; None where there is none."""
    promotions: dict[str, list[Transition]] = {}
    for _, source, move in ladder.moves():
        if move.kind == "promotion":
            promotions.setdefault(source, []).append(move)

    def lacking(person: Person | str, held: Levels) -> dict[str, int] | None:
        role = "" if isinstance(person, str) else person.role or ""
        ways = (missing(held, move.requires) for move in promotions.get(role, ()))
        return min(ways, key=lambda lacks: sum(lacks.values()), default=None)

    return [lacking(*row) for row in zip(read.people, levels, strict=True)]


def missing(held: Levels, asked: Levels) -> dict[str, int]:
    """How many levels of each skill are asked beyond those that are held."""
    return {
        skill: level - held.get(skill, 0)
        for skill, level in asked.items()
        if level > held.get(skill, 0)
    }


def _to_role(
    ladder: Ladder,
    read: Roster,
    levels: Sequence[Levels],
    target: str,
    work: Mapping[str, Any],
) -> list[dict[str, int] | None]:
    """What each person lacks for the next move to a role; None where there is none."""
    answers = people(ladder, read.table, to=target, **work)
    rows = zip(levels, answers["next"].to_pylist(), answers["lacking"].to_pylist(), strict=True)
    return [missing(held, _read(lacks)) if step else None for held, step, lacks in rows]


def _read(cell: str | None) -> dict[str, int]:
    pairs = (item.split("=") for item in cell.split("; ")) if cell else ()
    return {skill: int(level) for skill, level in pairs}


def _group(
    pool: Pool, held: Sequence[Levels], lacking: Sequence[Mapping[str, int]], most: int
) -> Group:
    at: dict[str, list[int]] = {}
    for one in held:
        for skill, level in one.items():
            at.setdefault(skill, [0] * most)[level - 1] += 1
    short: dict[str, list[int]] = {}
    for one in lacking:
        for skill, levels in one.items():
            short.setdefault(skill, []).append(levels)
    lacks = [(skill, Lack(len(some), sum(some))) for skill, some in short.items()]
    lacks.sort(key=lambda item: (-item[1].people, -item[1].levels, item[0]))
    return Group(
        pool.name,
        len(pool.rows),
        FrozenDict({skill: _or_higher(some) for skill, some in sorted(at.items())}),
        len(lacking),
        FrozenDict(lacks),
        pool.groups,
    )


def _or_higher(counts: Sequence[int]) -> tuple[int, ...]:
    """Of how many are at each level, how many are there or higher."""
    return tuple(sum(counts[level:]) for level in range(len(counts)))
