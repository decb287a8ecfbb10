"""What of a ladder a picture shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from graphs.answer import GrowthPath
from graphs.selection import EVERYTHING, Moves, NothingSelected, Selection
from graphs.survey import Into, Reach
from ladder import Ladder, Role

WHOLE = 60  # roles; of a larger ladder, a picture of a path shows only what lies around the path
FEW = 24  # side moves inside a family that are drawn each by itself; more are counted

Gates = Literal["off", "chip", "table"]
"""How gates are shown: not at all, in short, or written out."""

Direction = Literal["right", "down"]
"""Where careers go in a picture."""


@dataclass(frozen=True, slots=True)
class View:
    """The roles and transitions that are drawn, in the order in which they are drawn.

    Parameters
    ----------
    ladder : Ladder
        Whose they are.
    path : GrowthPath or None
        The path that stands out.
    roles : tuple of Role
        By the file's order of tracks, then rank, then id; those of no track last.
    transitions : tuple of (int, Transition)
        Each with its place in the file.
    taken : frozenset of int
        The places of those on the path.
    survey : Reach or Into, optional
        The survey that the roles are shaded by.
    selection : Selection
        What was asked for.
    counted : tuple of (int, Transition)
        Transitions that are not drawn, but counted: of a family, those that lead out of it, and
        side moves where there are many.
    gates : {"off", "chip", "table"} or None
        How gates are shown; None for the way that suits the picture.
    direction : {"right", "down"}
    others : tuple of GrowthPath
        Paths that are shown besides.
    """

    ladder: Ladder
    path: GrowthPath | None
    roles: tuple[Role, ...]
    transitions: Moves
    taken: frozenset[int]
    survey: Reach | Into | None = None
    selection: Selection = EVERYTHING
    counted: Moves = ()
    gates: Gates | None = None
    direction: Direction = "right"
    others: tuple[GrowthPath, ...] = ()

    @property
    def paths(self) -> tuple[GrowthPath, ...]:
        """All paths that are shown, the one that stands out first."""
        return (self.path, *self.others) if self.path else ()

    def way(self, place: int) -> int:
        """The first of the paths that takes a transition; 0 where none does."""
        for number, path in enumerate(self.paths):
            if any(stay.move and stay.move.transition == place for stay in path.stays):
                return number
        return 0

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
    """Choose what to draw.

    Parameters
    ----------
    ladder : Ladder
        All of it is drawn, unless it has more than `WHOLE` roles and there is a path: then the
        path, and the roles one move ahead of it; or there is a survey: then the roles within reach.
    path : GrowthPath, optional
        The path that is to stand out. It is shown whole, whatever is selected.
    survey : Reach or Into, optional
        The survey that the roles are to be shaded by.
    selection : Selection
        What is to be seen. It takes the place of what is chosen of a large ladder beside a path.
    gates : {"off", "chip", "table"}, optional
    direction : {"right", "down"}, optional
        Left out, a family goes down, which has more tracks than ranks, and all else to the right.
    others : iterable of GrowthPath
        Paths to be shown besides the first.

    Returns
    -------
    View

    Raises
    ------
    NothingSelected
        If there is no role to draw.
    """
    roles, moves = selection.of(ladder)
    large = len(ladder.roles) > WHOLE
    paths = (path, *others) if path else ()
    taken = {stay.move.transition for one in paths for stay in one.stays if stay.move}
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

    Parameters
    ----------
    ladder : Ladder
    ids : collection of str
        Theirs.

    Returns
    -------
    tuple of Role
        By the file's order of tracks, then rank, then id; those of no track last.
    """
    lanes = {track: lane for lane, track in enumerate(ladder.tracks)}

    def key(role: Role) -> tuple[int, bool, int, str]:
        lane = lanes[role.track] if role.track is not None else len(lanes)
        return lane, role.rank is None, role.rank or 0, role.id

    return tuple(sorted((ladder.roles[id_] for id_ in ids), key=key))
