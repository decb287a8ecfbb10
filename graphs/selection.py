"""What of a ladder somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ladder import Ladder, LadderError, Transition
from ladder.wording import listed

Moves = tuple[tuple[int, Transition], ...]
"""Transitions, each with its place in the file."""


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
        roles = {id_ for id_ in ladder.roles if self._holds(ladder, id_)}
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

    def _holds(self, ladder: Ladder, role: str) -> bool:
        track = ladder.roles[role].track
        if self.tracks and track not in self.tracks:
            return False
        return self.family is None or (
            track is not None and ladder.tracks[track].family == self.family
        )


EVERYTHING = Selection()


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
