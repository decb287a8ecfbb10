"""What is left when somebody leaves: who could follow them, and which skills go with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphs.plans.path import plain
from graphs.staff.people import people
from ladder import Ladder, LadderError, Person, find_role
from ladder.model import FrozenDict

from .groups import column, everybody
from .held import Levels, levels_held
from .roster import roster
from .succession import Succession, succession

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Followers:
    """Who of the others could follow into a role.

    Parameters
    ----------
    role : str
        Its id.
    answers : pyarrow.Table
        What ``people`` gives for the others.
    counted : Succession
    """

    role: str
    answers: pa.Table
    counted: Succession


@dataclass(frozen=True, slots=True)
class Gone:
    """Which skills go from a group.

    Parameters
    ----------
    name : str or None
        What the column says of the group; None for everybody.
    people : int
        How many are left in it.
    lost : mapping of str to tuple of int
        Skills that nobody who is left holds at the level of those who leave: that level, and the
        highest that is left.
    alone : mapping of str to tuple of int
        Skills that one person alone then holds, and did not before: from which level on, and at
        which.
    """

    name: str | None
    people: int
    lost: Mapping[str, tuple[int, int]]
    alone: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is left when somebody leaves.

    Parameters
    ----------
    ids : tuple of str
        Who leaves.
    followers : tuple of Followers
        For each role that they leave, or for the one that is asked about.
    everybody : Gone or None
        None where there are too few left to tell anything of.
    by : str or None
        The column whose groups are told apart.
    groups : tuple of Gone
        Groups that they leave, of which enough people are left.
    small : tuple of str
        Names of those of which too few are left.
    """

    ids: tuple[str, ...]
    followers: tuple[Followers, ...]
    everybody: Gone | None
    by: str | None = None
    groups: tuple[Gone, ...] = ()
    small: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer: dict[str, Any] = {
            "leaves": list(self.ids),
            "followers": [{"to": one.role} | one.counted.to_dict() for one in self.followers],
            "everybody": None if self.everybody is None else plain(self.everybody),
        }
        if self.by is not None:
            groups = [plain(group) for group in self.groups]
            answer |= {"by": self.by, "groups": groups, "small": list(self.small)}
        return answer


def leaving(
    ladder: Ladder,
    staff: Any,
    ids: Sequence[str],
    *,
    to: str | None = None,
    by: str | None = None,
    small_groups: bool = False,
    columns: Mapping[str, str] | None = None,
    **work: Any,
) -> Leaving:
    """Find who could follow those who leave, and which skills go with them.

    Parameters
    ----------
    ladder : Ladder
    staff : path, pyarrow.Table, or anything with the Arrow interface
        As for ``people``.
    ids : sequence of str
        Who leaves; where the table has no ids, the numbers of their rows.
    to : str, optional
        The role to be followed into; left out, each that they are in.
    by : str, optional
        A column, such as a team: what goes is told for the groups that they leave, too.
    small_groups : bool
        Whether that is told, too, where fewer than five people are left.
    columns : mapping of str to str, optional
        As for ``people``.
    **work
        As for ``people``.

    Returns
    -------
    Leaving

    Raises
    ------
    LadderError
        As for ``people``; and where nobody has such an id, or there is no such column.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"id": [*"abcdef"], "role": ["SPM", "PM", "PM", "PM", "APM", "APM"]})
    >>> found = leaving(bundled("product-management"), staff, ["a"])
    >>> found.followers[0].counted.everybody.within
    (0, 3, 0, 0)
    """
    read = roster(ladder, staff, columns, work.get("as_of"))
    places = [read.place(one) for one in dict.fromkeys(ids)]
    going = {*places}
    if len(going) == len(read.people):
        raise LadderError(f"{read.table.file}: nobody else is in it")
    by, values = column(read.table.rows, by)
    levels = levels_held(ladder, read)
    rest = read.rows([place for place in range(len(read.people)) if place not in going])
    left = (one.role for place in places if isinstance(one := read.people[place], Person))
    roles = [find_role(ladder, to).id] if to is not None else [*filter(None, dict.fromkeys(left))]
    followers = []
    for role in roles:
        answers = people(ladder, rest, to=role, columns=columns, **work)
        counted = succession(answers, by=by, small_groups=small_groups)
        followers.append(Followers(role, answers, counted))

    def gone(name: str | None, rows: Sequence[int]) -> Gone | None:
        stay = [row for row in rows if row not in going]
        if everybody(stay, small_groups=small_groups) is None:
            return None
        go = [row for row in rows if row in going]
        return _gone(name, [levels[row] for row in go], [levels[row] for row in stay])

    names = {row: "" if values[row] is None else str(values[row]) for row in read.read if values}
    apart = {
        name: gone(name, [row for row in read.read if names[row] == name])
        for name in dict.fromkeys(names[place] for place in places if values)
    }
    return Leaving(
        tuple(read.ids[place] for place in places),
        tuple(followers),
        gone(None, read.read),
        by,
        tuple(group for group in apart.values() if group is not None),
        tuple(name for name, group in apart.items() if group is None),
    )


def _gone(name: str | None, going: Sequence[Levels], staying: Sequence[Levels]) -> Gone:
    """Compare what a group holds before and after."""
    lost: dict[str, tuple[int, int]] = {}
    alone: dict[str, tuple[int, int]] = {}
    for skill in sorted({skill for one in going for skill in one}):
        theirs = [one.get(skill, 0) for one in going]
        ours = sorted((one.get(skill, 0) for one in staying), reverse=True)
        best, second = [*ours, 0, 0][:2]
        if max(theirs) > best:
            lost[skill] = max(theirs), best
        # One alone holds the levels above the second; those who leave held them, too, up to theirs.
        if second < best and max(theirs) > second:
            alone[skill] = second + 1, best
    return Gone(name, len(staying), FrozenDict(lost), FrozenDict(alone))
