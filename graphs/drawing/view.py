"""What of a ladder a picture shows: what is asked for, and what is drawn of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from graphs.analysis.analyze import Analysis
from graphs.plans.path import GrowthPath
from graphs.queries.survey import Into, Reach
from graphs.words import ENGLISH, Words
from ladder import Ladder, LadderError, Role, Transition
from ladder.wording import listed


class Link(NamedTuple):
    """A transition from one of the roles that it leads from: what a single line stands for."""

    place: int  # of the transition in the file
    source: str | None  # id of the role; None for all of them, where it is open to all
    item: Transition

    @property
    def name(self) -> str:
        """What tells it from all others of a ladder: its place, and its source among several."""
        if self.source is None or len(self.item.from_roles) == 1:
            return str(self.place)
        return f"{self.place}-{self.source}"

    @property
    def target(self) -> str:
        """Id of the role that it leads to."""
        return self.item.to_role


Links: TypeAlias = tuple[Link, ...]

Gates = Literal["off", "chip", "table"]
"""How gates are shown: not at all, in short, or written out."""

Direction = Literal["right", "down"]
"""Where careers go in a picture."""

WHOLE = 60  # roles; of a larger ladder, only what lies around a path is shown, or a map of it
MOST_ROLES = 500  # in one picture, each by itself
FEW = 24  # side moves inside a family that are drawn each by itself; more are counted


class NothingSelected(LadderError):
    """Nothing is left to draw; the message says what was asked for."""


class TooMuchToDraw(LadderError):
    """More than anybody could read in one picture; the message says what can be drawn instead."""


def refuse_too_many(roles: int) -> None:
    """Refuse a picture of so many roles before it is laid out."""
    if roles > MOST_ROLES:
        raise TooMuchToDraw(
            f"{roles:,} roles in one picture could not be read, and at most {MOST_ROLES:,} are "
            "drawn; choose a part of them: a family, a track, or what is around a role"
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """Which roles and transitions are to be seen: those that pass everything that is asked for.

    Roles are chosen by where they are, transitions by what they are. Where transitions are chosen,
    the roles that none of them touches are left out.

    Parameters
    ----------
    tracks : tuple of str
        Ids of tracks, whose roles are shown; any where there is none.
    family : str, optional
        The name of a family, of whose tracks the roles are shown.
    around : str, optional
        Id of a role: those within some moves of it are shown, either way.
    steps : int
        How many moves, at least 0.
    kinds : tuple of str
        Kinds of transitions; any where there is none.
    gated_by : str, optional
        Id of a skill that the gate of a transition asks for.

    Examples
    --------
    >>> from ladder import bundled
    >>> roles, moves = Selection(around="graduate").of(bundled("product-management"))
    >>> sorted(roles)
    ['associate-product-manager', 'graduate']
    >>> [link.target for link in moves]
    ['associate-product-manager', 'product-manager']
    """

    tracks: tuple[str, ...] = ()
    family: str | None = None
    around: str | None = None
    steps: int = 1
    kinds: tuple[str, ...] = ()
    gated_by: str | None = None

    @property
    def all(self) -> bool:
        """Whether it leaves nothing out."""
        return not (self.tracks or self.kinds) and not any(
            one is not None for one in (self.family, self.around, self.gated_by)
        )

    def of(self, ladder: Ladder) -> tuple[set[str], Links]:
        """Select from a ladder.

        Parameters
        ----------
        ladder : Ladder

        Returns
        -------
        set of str
            Ids of the roles.
        tuple of Link
            The transitions that leave them, once for each of them. Those that lead to other roles
            are there to be counted. And those that are open to all and lead to them, once, without
            a source: where one is, and what is near, has nothing to do with them.

        Raises
        ------
        NothingSelected
            If no role is left.
        KeyError
            If the ladder has no track, role or skill of such an id.
        """
        moves = [link for link in links_of(ladder) if self._has(link.item)]
        roles = {
            id_
            for id_, role in ladder.roles.items()
            if in_tracks(role, ladder, self.tracks, self.family)
        }
        if self.around is not None:
            roles &= _near(self.around, self.steps, moves)
        if self.kinds or self.gated_by is not None:
            seen = {self.around}
            for link in moves:
                # A family's picture counts the moves that lead out of it, so they are seen there.
                inside = self.family is not None or link.target in roles
                if link.target in roles if link.source is None else link.source in roles and inside:
                    seen |= {link.source, link.target}
            roles &= seen
        if not roles:
            asked = self.words(ladder)
            advice = "leave one of these out" if len(asked) > 1 else "the ladder has none"
            raise NothingSelected(f"nothing is left to draw of {listed(asked, 'and')}; {advice}")
        return roles, tuple(link for link in moves if (link.source or link.target) in roles)

    def words(self, ladder: Ladder, words: Words = ENGLISH) -> list[str]:
        """What is shown, in words.

        Parameters
        ----------
        ladder : Ladder
        words : Words
            Of which language.

        Returns
        -------
        list of str

        Examples
        --------
        >>> from ladder import bundled
        >>> Selection(around="graduate", kinds=("entry",)).words(bundled("product-management"))
        ['what is within 1 move of Graduate', 'moves of the kind entry']
        """
        said = []
        if self.tracks:
            names = words.listed(ladder.tracks[track].name for track in self.tracks)
            said.append(words("map.shown.tracks", n=len(self.tracks), names=names))
        if self.family is not None:
            said.append(words("map.shown.family", name=self.family))
        if self.around is not None:
            moves, name = words("moves", n=self.steps), ladder.roles[self.around].name
            said.append(words("map.shown.around", moves=moves, role=name))
        if self.kinds:
            said.append(words("map.shown.kinds", kinds=words.listed(self.kinds, "or")))
        if self.gated_by is not None:
            said.append(words("map.shown.skill", skill=ladder.skills[self.gated_by].name))
        return said

    def _has(self, item: Transition) -> bool:
        return (not self.kinds or item.kind in self.kinds) and (
            self.gated_by is None or self.gated_by in item.requires
        )


EVERYTHING = Selection()


def in_tracks(role: Role, ladder: Ladder, tracks: Sequence[str], family: str | None) -> bool:
    """Whether a role is in one of these tracks, and in this family; without them, it is."""
    if tracks and role.track not in tracks:
        return False
    return family is None or (role.track is not None and ladder.tracks[role.track].family == family)


def _near(role: str, steps: int, moves: Iterable[Link]) -> set[str]:
    """Roles within so many moves of a role, either way."""
    near = {role}
    pairs = [{link.source, link.target} for link in moves if link.source is not None]
    for _ in range(steps):
        wider = near | {end for pair in pairs if near & pair for end in pair if end is not None}
        if wider == near:
            break
        near = wider
    return near


@dataclass(frozen=True, slots=True)
class View:
    """The roles and transitions that are drawn, in the order in which they are drawn."""

    ladder: Ladder
    path: GrowthPath | None  # the path that stands out
    roles: tuple[Role, ...]
    """By the file's order of tracks, then rank, then id; those of no track last."""
    links: Links  # those that have a line
    taken: frozenset[str]  # the names of those on a path
    survey: Reach | Into | None = None  # what the roles are shaded by
    selection: Selection = EVERYTHING
    counted: Links = ()
    """Not drawn but counted: of a family, what leads out of it, and side moves if many."""
    open: Links = ()
    """Those that are open to all: not lines, but marks at the roles that they lead to."""
    gates: Gates | None = None  # how gates are shown; None for the way that suits the picture
    direction: Direction | None = None  # None for the way that suits the picture
    others: tuple[GrowthPath, ...] = ()  # paths that are shown besides
    analysis: Analysis | None = None  # what is marked in it
    apart: frozenset[int] = frozenset()
    """Places of the transitions whose gates are not joined with any others."""
    words: Words = ENGLISH

    @property
    def moves(self) -> Links:
        """All that is drawn, as lines and as marks."""
        return self.links + self.open

    @property
    def paths(self) -> tuple[GrowthPath, ...]:
        """All paths that are shown, the one that stands out first."""
        return (self.path, *self.others) if self.path else ()

    def shown(self, taken: bool) -> Gates:
        """How a gate is shown, which the path may take."""
        if self.gates:
            return self.gates
        return "table" if taken or not self.brief else "chip"

    @property
    def brief(self) -> bool:
        """Whether there is too much to see for gates to be written out, except on the path."""
        others = self.path or self.survey or self.selection.family is not None
        return bool(others) or len(self.roles) > WHOLE


def view_of(
    ladder: Ladder,
    path: GrowthPath | None = None,
    survey: Reach | Into | None = None,
    selection: Selection = EVERYTHING,
    gates: Gates | None = None,
    direction: Direction | None = None,
    others: Iterable[GrowthPath] = (),
    words: Words = ENGLISH,
) -> View:
    """Choose what to draw."""
    roles, moves = selection.of(ladder)
    large = len(ladder.roles) > WHOLE
    paths = (path, *others) if path else ()
    taken = {link.name: link for one in paths for link in taken_by(one)}
    on_path = {role for one in paths for role in one.roles}
    lines = [link for link in moves if link.source is not None]
    if path and large and selection.all:
        lines = [
            link
            for link in lines
            if link.name in taken or (link.source in on_path and link.target not in on_path)
        ]
        roles = on_path | {link.target for link in lines}
    elif survey and large:
        roles -= set(survey.unreached)
        if not roles:
            raise NothingSelected("nothing that is selected is within reach")
    counted = _counted(roles, lines, selection)
    drawn = {link.name: link for link in lines if {link.source, link.target} <= roles}
    drawn = {name: link for name, link in drawn.items() if name not in counted} | taken
    return View(
        ladder=ladder,
        path=path,
        roles=in_order(ladder, roles | on_path),
        links=_sorted(drawn.values()),
        taken=frozenset(taken),
        survey=survey,
        selection=selection,
        counted=_sorted(link for name, link in counted.items() if name not in drawn),
        open=tuple(link for link in moves if link.source is None and link.target in roles),
        gates=gates,
        direction=direction,
        others=paths[1:],
        words=words,
    )


def _counted(roles: set[str], lines: Iterable[Link], selection: Selection) -> dict[str, Link]:
    """What a family's picture counts, by name; nothing in other pictures."""
    if selection.family is None:
        return {}
    leaving = [link for link in lines if link.source in roles]
    out = {link.name: link for link in leaving if link.target not in roles}
    side = {link.name: link for link in leaving if link.item.kind == "lateral"}
    side = {name: link for name, link in side.items() if name not in out}
    return out | side if len(side) > FEW and not selection.kinds else out


def links_of(ladder: Ladder) -> Iterator[Link]:
    """All links of a ladder, in the order of the file."""
    for place, item in enumerate(ladder.transitions):
        yield from (Link(place, source, item) for source in item.from_roles or (None,))


def _sorted(links: Iterable[Link]) -> Links:
    return tuple(sorted(links, key=lambda link: (link.place, link.source or "")))


def in_order(ladder: Ladder, ids: Collection[str]) -> tuple[Role, ...]:
    """Roles as pictures have them.

    By the file's order of tracks, then rank, then id; those of no track last.
    """
    lanes = {track: lane for lane, track in enumerate(ladder.tracks)}

    def key(role: Role) -> tuple[int, bool, int, str]:
        lane = lanes[role.track] if role.track is not None else len(lanes)
        return lane, role.rank is None, role.rank or 0, role.id

    return tuple(sorted((ladder.roles[id_] for id_ in ids), key=key))


def taken_by(path: GrowthPath) -> Links:
    """What a path takes."""
    moves = path.ladder.transitions
    taken = [(stay.move.transition, stay.role) for stay in path.stays if stay.move]
    return tuple(Link(place, source, moves[place]) for place, source in taken)
