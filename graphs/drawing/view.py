"""What of a ladder a picture shows: what is asked for, and what is drawn of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graphs.plans.path import GrowthPath
from graphs.queries.survey import Into, Reach
from ladder import Ladder, LadderError, Role, Transition
from ladder.wording import listed

Moves = tuple[tuple[int, Transition], ...]
"""Transitions, each with its place in the file."""

Gates = Literal["off", "chip", "table"]
"""How gates are shown: not at all, in short, or written out."""

Direction = Literal["right", "down"]
"""Where careers go in a picture."""

WHOLE = 60  # roles; of a larger ladder, only what lies around a path is shown, or a map of it
FEW = 24  # side moves inside a family that are drawn each by itself; more are counted


class NothingSelected(LadderError):
    """Nothing is left to draw; the message says what was asked for."""


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
    >>> [item.to_role for _, item in moves]
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

    def of(self, ladder: Ladder) -> tuple[set[str], Moves]:
        """Select from a ladder.

        Parameters
        ----------
        ladder : Ladder

        Returns
        -------
        set of str
            Ids of the roles.
        tuple of (int, Transition)
            The transitions that leave them. Those that lead to other roles are there to be
            counted.

        Raises
        ------
        NothingSelected
            If no role is left.
        KeyError
            If the ladder has no track, role or skill of such an id.
        """
        every = enumerate(ladder.transitions)
        moves = tuple((place, one) for place, one in every if self._has(one))
        roles = {
            id_
            for id_, role in ladder.roles.items()
            if in_tracks(role, ladder, self.tracks, self.family)
        }
        if self.around is not None:
            roles &= _near(self.around, self.steps, moves)
        if self.kinds or self.gated_by is not None:
            seen = {self.around}
            for _, item in moves:
                # A family's picture counts the moves that lead out of it, so they are seen there.
                if item.from_role in roles and (self.family or item.to_role in roles):
                    seen |= {item.from_role, item.to_role}
            roles &= seen
        if not roles:
            asked = self.words(ladder)
            advice = "leave one of these out" if len(asked) > 1 else "the ladder has none"
            raise NothingSelected(f"nothing is left to draw of {listed(asked, 'and')}; {advice}")
        return roles, tuple((place, one) for place, one in moves if one.from_role in roles)

    def words(self, ladder: Ladder) -> list[str]:
        """What is shown, in words.

        Parameters
        ----------
        ladder : Ladder

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
            names = listed([ladder.tracks[track].name for track in self.tracks], "and")
            said.append(f"the track{'s' if len(self.tracks) > 1 else ''} {names}")
        if self.family is not None:
            said.append(f"the family {self.family}")
        if self.around is not None:
            moves = f"{self.steps} move{'' if self.steps == 1 else 's'}"
            said.append(f"what is within {moves} of {ladder.roles[self.around].name}")
        if self.kinds:
            said.append(f"moves of the kind {listed(self.kinds)}")
        if self.gated_by is not None:
            said.append(f"moves that ask for {ladder.skills[self.gated_by].name}")
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


def _near(role: str, steps: int, moves: Iterable[tuple[int, Transition]]) -> set[str]:
    """Roles within so many moves of a role, either way."""
    near = {role}
    for _ in range(steps):
        ends = [(item.from_role, item.to_role) for _, item in moves]
        wider = near | {end for pair in ends if near & set(pair) for end in pair}
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
    transitions: Moves
    taken: frozenset[int]  # the places of those on a path
    survey: Reach | Into | None = None  # what the roles are shaded by
    selection: Selection = EVERYTHING
    counted: Moves = ()
    """Not drawn but counted: of a family, what leads out of it, and side moves if many."""
    gates: Gates | None = None  # how gates are shown; None for the way that suits the picture
    direction: Direction = "right"
    others: tuple[GrowthPath, ...] = ()  # paths that are shown besides

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
) -> View:
    """Choose what to draw."""
    roles, moves = selection.of(ladder)
    large = len(ladder.roles) > WHOLE
    paths = (path, *others) if path else ()
    taken = {place for one in paths for place in transitions_of(one)}
    on_path = {role for one in paths for role in one.roles}
    if path and large and selection.all:
        moves = tuple(
            (place, item)
            for place, item in moves
            if place in taken or (item.from_role in on_path and item.to_role not in on_path)
        )
        roles = on_path | {item.to_role for _, item in moves}
    elif survey and large:
        roles -= set(survey.unreached)
        if not roles:
            raise NothingSelected("nothing that is selected is within reach")
    counted = _counted(ladder, roles, moves, selection)
    inside = {place for place, item in moves if {item.from_role, item.to_role} <= roles}
    drawn = inside - counted | taken
    roles = roles | on_path
    return View(
        ladder=ladder,
        path=path,
        roles=in_order(ladder, roles),
        transitions=_at(drawn, ladder),
        taken=frozenset(taken),
        survey=survey,
        selection=selection,
        counted=_at(counted - drawn, ladder),
        gates=gates,
        direction=direction or ("right" if selection.family is None else "down"),
        others=paths[1:],
    )


def _counted(ladder: Ladder, roles: set[str], moves: Moves, selection: Selection) -> set[int]:
    """Places of the transitions that a family's picture counts; none in other pictures."""
    if selection.family is None:
        return set()
    out = {p for p, item in moves if item.from_role in roles and item.to_role not in roles}
    side = {p for p, item in moves if {item.from_role, item.to_role} <= roles} & {
        place for place, item in moves if item.kind == "lateral"
    }
    return out | side if len(side) > FEW and not selection.kinds else out


def _at(places: Iterable[int], ladder: Ladder) -> Moves:
    return tuple((place, ladder.transitions[place]) for place in sorted(places))


def in_order(ladder: Ladder, ids: Collection[str]) -> tuple[Role, ...]:
    """Roles as pictures have them.

    By the file's order of tracks, then rank, then id; those of no track last.
    """
    lanes = {track: lane for lane, track in enumerate(ladder.tracks)}

    def key(role: Role) -> tuple[int, bool, int, str]:
        lane = lanes[role.track] if role.track is not None else len(lanes)
        return lane, role.rank is None, role.rank or 0, role.id

    return tuple(sorted((ladder.roles[id_] for id_ in ids), key=key))


def transitions_of(path: GrowthPath) -> set[int]:
    """The places of the transitions that a path takes."""
    return {stay.move.transition for stay in path.stays if stay.move}
