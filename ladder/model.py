"""What a career ladder is: skills, tracks, roles, transitions and activities, as frozen values."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

from .jupyter import Drawn, table
from .whole import make_whole
from .wording import short, told

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A read-only ``dict``: the same look-ups at the same speed, hashable, and safe to pickle.

    Parameters
    ----------
    *args, **kwargs
        What ``dict`` takes.

    Examples
    --------
    >>> levels = FrozenDict(sql=2)
    >>> levels["sql"]
    2
    >>> levels["sql"] = 3
    Traceback (most recent call last):
        ...
    TypeError: a FrozenDict cannot be changed; make a dict of it first
    """

    __slots__ = ()

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("a FrozenDict cannot be changed; make a dict of it first")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)


NO_LEVELS: Mapping[str, int] = FrozenDict()
NO_TEXTS: Mapping[int, str] = FrozenDict()

ANY = "any"
"""Where a transition leads from, if it is open to all."""
EXPECTED = "expected"
"""What a file says for a gate, or for what a role develops, that is all that a role expects."""

MOST_MONTHS = 1200
"""The longest that anything may take: a hundred years, as in the schemas."""

Range: TypeAlias = tuple[int, int]
"""Months at the fast and at the slow end, around the typical ones."""

Pace: TypeAlias = Literal["fast", "typical", "slow"]


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a person can do, held at a level.

    Parameters
    ----------
    id : str
        Lower-case words joined by ``-``.
    name : str
        What people call it.
    about : str, optional
        One sentence or more on what it means.
    group : str, optional
        The name of the group of skills that it stands in.
    levels : mapping of int to str
        What it means to hold the skill at a level, for those levels that have a text.
    """

    id: str
    name: str
    about: str | None = None
    group: str | None = None
    levels: Mapping[int, str] = NO_TEXTS

    def __post_init__(self) -> None:
        make_whole(self, "levels")


@dataclass(frozen=True, slots=True)
class Track:
    """Roles that follow on one another, drawn as one lane.

    Parameters
    ----------
    id : str
        Lower-case words joined by ``-``.
    name : str
        What people call it.
    about : str, optional
        One sentence or more on what it means.
    family : str, optional
        The name of the family of tracks that it belongs to.
    """

    id: str
    name: str
    about: str | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A job that a person can hold.

    Parameters
    ----------
    id : str
        Lower-case words joined by ``-``.
    name : str
        What people call it.
    aliases : tuple of str
        Other names for it, such as ``SPM``.
    track : str, optional
        Id of the track it belongs to.
    rank : int, optional
        Its place in the track, a higher one being more senior.
    develops : mapping of str to mapping of int to int
        For each skill id, the levels that being in the role gives, and after how many months in it.
    about, source, confidence : str, optional
        What it is; where its figures come from; ``good``, ``fair`` or ``low``.
    develops_ranges : mapping of str to mapping of int to (int, int)
        For the levels in ``develops`` whose months have a range, the months at its fast and at its
        slow end.
    final : bool
        Whether the role is meant to lead nowhere.
    expects : mapping of str to int
        For each skill id, the level that whoever holds the role is expected to have.
    url : str, optional
        The address of its page.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    track: str | None = None
    rank: int | None = None
    develops: Mapping[str, Mapping[int, int]] = field(default_factory=FrozenDict)
    about: str | None = None
    source: str | None = None
    confidence: str | None = None
    develops_ranges: Mapping[str, Mapping[int, Range]] = field(default_factory=FrozenDict)
    final: bool = False
    expects: Mapping[str, int] = NO_LEVELS
    url: str | None = None

    def __post_init__(self) -> None:
        make_whole(self, "rank", "develops", "develops_ranges", "expects")


@dataclass(frozen=True, slots=True)
class Transition:
    """A possible move into a role, from one other, from several, or from any.

    Parameters
    ----------
    from_roles : tuple of str, or str
        Ids of the roles that it leads from, or one id; ``"any"``, kept as ``()``, where it is open
        to all: see `Ladder.sources`.
    to_role : str
        Id of the role that it leads to.
    months : int
        Months to be served in the role that is left before the move.
    kind : str
        ``entry``, ``promotion``, ``lateral``, or a word of the ladder's own.
    requires : mapping of str to int
        The gate: for each skill id, the level that must be held. All of them.
    source, confidence : str, optional
        Where its figures come from; ``good``, ``fair`` or ``low``.
    months_range : (int, int), optional
        The months at the fast and at the slow end, ``months`` being the typical ones.
    """

    from_roles: tuple[str, ...]
    to_role: str
    months: int
    kind: str = "lateral"
    requires: Mapping[str, int] = NO_LEVELS
    source: str | None = None
    confidence: str | None = None
    months_range: Range | None = None

    def __post_init__(self) -> None:
        given = self.from_roles
        if not isinstance(given, tuple):
            sources = () if given == ANY else (given,) if isinstance(given, str) else tuple(given)
            object.__setattr__(self, "from_roles", sources)
        make_whole(self, "months", "requires", "months_range")

    @property
    def from_any(self) -> bool:
        """Whether it is open to all."""
        return not self.from_roles

    @property
    def from_role(self) -> str:
        """Id of the only role that it leads from; a ValueError where there are others."""
        (role,) = self.from_roles
        return role


@dataclass(frozen=True, slots=True)
class Activity:
    """A way to grow outside the job, open in every role.

    Parameters
    ----------
    id : str
        Lower-case words joined by ``-``.
    name : str
        What people call it.
    months : int
        Months of learning that it takes, at least 1.
    kind : str
        ``course``, ``certification``, ``mentoring``, or a word of the ladder's own.
    cost : int or float
        What it costs, in the ladder's currency; paid when it is begun.
    requires : mapping of str to int
        For each skill id, the level that must be held to begin it.
    develops : mapping of str to int
        For each skill id, the level that it gives once all its months are in.
    about, source, confidence : str, optional
        What it is; where its figures come from; ``good``, ``fair`` or ``low``.
    months_range : (int, int), optional
        The months at the fast and at the slow end, ``months`` being the typical ones.
    url : str, optional
        The address of its page.
    """

    id: str
    name: str
    months: int
    kind: str = "course"
    cost: int | float = 0
    requires: Mapping[str, int] = NO_LEVELS
    develops: Mapping[str, int] = NO_LEVELS
    about: str | None = None
    source: str | None = None
    confidence: str | None = None
    months_range: Range | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        make_whole(self, "months", "requires", "develops", "months_range")


@dataclass(frozen=True, slots=True)
class Ladder(Drawn):
    """A career framework: its skills, roles, the moves between roles, and the ways to learn.

    Parameters
    ----------
    name : str
        What people call it.
    levels : tuple of str
        The names of the levels, the lowest (level 1) first.
    skills, tracks, roles, activities : mapping
        Each from id to its value.
    transitions : tuple of Transition
        In the order of the file.
    currency, source, about : str, optional
        Of the costs; where the figures come from; what the ladder is for.
    pace : {"typical", "fast", "slow"}
        Which end of their ranges the months stand at; as a file has them, they are typical.
    ignore : tuple of str
        Codes of what the check of a ladder need not report.
    levels_about : mapping of int to str
        What a level means in general, for those that have a text.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> product.roles["product-manager"].name
    'Product Manager'
    >>> product.level_name(2)
    'working'
    """

    name: str
    levels: tuple[str, ...] = ()
    skills: Mapping[str, Skill] = field(default_factory=FrozenDict)
    tracks: Mapping[str, Track] = field(default_factory=FrozenDict)
    roles: Mapping[str, Role] = field(default_factory=FrozenDict)
    transitions: tuple[Transition, ...] = ()
    activities: Mapping[str, Activity] = field(default_factory=FrozenDict)
    currency: str | None = None
    source: str | None = None
    about: str | None = None
    pace: Pace = "typical"
    ignore: tuple[str, ...] = ()
    levels_about: Mapping[int, str] = NO_TEXTS

    def __post_init__(self) -> None:
        make_whole(self, "levels_about")

    def sources(self, transition: Transition) -> tuple[str, ...]:
        """Ids of the roles that a transition leads from.

        Parameters
        ----------
        transition : Transition

        Returns
        -------
        tuple of str
            Of one that is open to all: every role, final ones too, but the one that it leads to and
            those of its track.

        Examples
        --------
        >>> roles = {key: Role(key, key.upper(), track=key[0]) for key in ("a1", "a2", "b1")}
        >>> Ladder("Small", roles=roles).sources(Transition("any", "a1", 12))
        ('b1',)
        """
        if not transition.from_any:
            return transition.from_roles
        target = self.roles[transition.to_role]
        return tuple(
            role.id
            for role in self.roles.values()
            if role is not target and (target.track is None or role.track != target.track)
        )

    def leads(self, transition: Transition, role: str) -> bool:
        """Tell whether a transition leads from a role.

        Parameters
        ----------
        transition : Transition
        role : str
            Id of the role.

        Returns
        -------
        bool
            Quicker than to look for it among the ``sources``, which may be all roles.

        Examples
        --------
        >>> roles = {key: Role(key, key.upper(), track=key[0]) for key in ("a1", "a2", "b1")}
        >>> small, entry = Ladder("Small", roles=roles), Transition("any", "a1", 12)
        >>> small.leads(entry, "a2"), small.leads(entry, "b1")
        (False, True)
        """
        if not transition.from_any:
            return role in transition.from_roles
        track = self.roles[transition.to_role].track
        if role not in self.roles or role == transition.to_role:
            return False
        return track is None or self.roles[role].track != track

    def moves(self) -> Iterator[tuple[int, str, Transition]]:
        """Each possible move from one role to another.

        Yields
        ------
        int, str, Transition
            The transition's place in the file, from 0; the id of the role that is left; and the
            transition, which comes once for each role that it leads from.
        """
        for place, transition in enumerate(self.transitions):
            for source in self.sources(transition):
                yield place, source, transition

    @property
    def graded(self) -> bool:
        """Whether there are several levels; where there is one, a skill is held or not."""
        return len(self.levels) > 1

    def level_name(self, level: int) -> str:
        """Name of a level.

        Parameters
        ----------
        level : int
            From 0, which is "none", to the highest.

        Returns
        -------
        str
        """
        return self.levels[level - 1] if level else "none"

    def __repr__(self) -> str:
        facts = (
            f"{len(self.roles)} roles in {len(self.tracks)} tracks",
            f"{len(self.transitions)} transitions",
            f"{len(self.skills)} skills at {len(self.levels)} levels",
            f"{len(self.activities)} activities",
        )
        pace = () if self.pace == "typical" else (f"at the {self.pace} pace",)
        return told("Ladder", repr(short(self.name)), *facts, *pace)

    def _repr_html_(self) -> str | None:
        """The table for a notebook; none beside a picture, which notebooks would not show then."""
        return None if self._repr_svg_() else roles_table(self)


def roles_table(ladder: Ladder) -> str:
    """List the roles of a ladder by their tracks and ranks, as HTML."""
    of_tracks: dict[str | None, list[Role]] = {track: [] for track in (*ladder.tracks, None)}
    ranked = ladder.roles.values()
    for role in sorted(ranked, key=lambda one: (one.rank is None, one.rank or 0, one.id)):
        if role.track in of_tracks:
            of_tracks[role.track].append(role)
    counts = f"{len(ladder.roles)} roles, {len(ladder.transitions)} transitions"
    groups = (
        (
            ladder.tracks[track].name if track is not None else "",
            [
                ("" if role.rank is None else str(role.rank), role.name, ", ".join(role.aliases))
                for role in roles
            ],
        )
        for track, roles in of_tracks.items()
    )
    return table(ladder.name, counts, ("Track", "Rank", "Role", "Also"), groups)
