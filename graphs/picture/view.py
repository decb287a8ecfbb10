"""What of a ladder a picture shows."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.answer import GrowthPath
from graphs.survey import Into, Reach
from ladder import Ladder, Role, Transition

WHOLE = 60  # roles; of a larger ladder, a picture of a path shows only what lies around the path


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
    """

    ladder: Ladder
    path: GrowthPath | None
    roles: tuple[Role, ...]
    transitions: tuple[tuple[int, Transition], ...]
    taken: frozenset[int]
    survey: Reach | Into | None = None

    @property
    def brief(self) -> bool:
        """Whether gates are given in short, except for those on the path."""
        return self.path is not None or self.survey is not None or self.crowded

    @property
    def crowded(self) -> bool:
        """Whether there is too much to show for gates to be written out."""
        return len(self.roles) > WHOLE


def view_of(
    ladder: Ladder, path: GrowthPath | None = None, survey: Reach | Into | None = None
) -> View:
    """Choose what to draw.

    Parameters
    ----------
    ladder : Ladder
        All of it is drawn, unless it has more than `WHOLE` roles and there is a path: then the
        path, and the roles one move ahead of it; or there is a survey: then the roles within reach.
    path : GrowthPath, optional
        The path that is to stand out.
    survey : Reach or Into, optional
        The survey that the roles are to be shaded by.

    Returns
    -------
    View
    """
    transitions = tuple(enumerate(ladder.transitions))
    roles = set(ladder.roles)
    taken = frozenset(stay.move.transition for stay in path.stays if stay.move) if path else None
    if path and len(roles) > WHOLE:
        on_path = set(path.roles)
        transitions = tuple(
            (place, item)
            for place, item in transitions
            if place in (taken or ()) or (item.from_role in on_path and item.to_role not in on_path)
        )
        roles = on_path | {item.to_role for _, item in transitions}
    elif survey and len(roles) > WHOLE:
        roles -= set(survey.unreached)
        transitions = tuple(
            (place, item)
            for place, item in transitions
            if item.from_role in roles and item.to_role in roles
        )
    return View(
        ladder=ladder,
        path=path,
        roles=_in_order(ladder, roles),
        transitions=transitions,
        taken=taken or frozenset(),
        survey=survey,
    )


def _in_order(ladder: Ladder, ids: set[str]) -> tuple[Role, ...]:
    lanes = {track: lane for lane, track in enumerate(ladder.tracks)}

    def key(role: Role) -> tuple[int, bool, int, str]:
        lane = lanes[role.track] if role.track is not None else len(lanes)
        return lane, role.rank is None, role.rank or 0, role.id

    return tuple(sorted((ladder.roles[id_] for id_ in ids), key=key))
