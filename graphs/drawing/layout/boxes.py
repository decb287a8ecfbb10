"""A role with its gates stacked before it, as one block to be placed.

A picture is laid out along one direction, in which careers go, and across it. Which of the two is
horizontal is settled before, in the sizes, and after, when all places are known.

Gates as boxes of their own: transitions that ask the same of a person pass through one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.view import View
from graphs.queries.survey import Reach
from ladder import Transition


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands before a role, and the transitions that pass it.

    Parameters
    ----------
    name : str
        Of its node in the picture.
    to_role : str
        Id of the role that it leads into.
    months : int
        Months to be served before.
    requires : mapping of str to int, or None
        The skill levels to be held; None where they are not written out.
    skills : int
        How many are asked.
    transitions : tuple of (int, Transition)
        Those that pass it, each with its place in the file.
    taken : bool
        Whether the path passes it.
    hidden : bool
        Whether nothing of it is shown, so that it is but the place where lines join.
    lacks : mapping of str to int, or None
        The levels asked that the person of a survey does not hold; None where there is no person.
    own : bool
        Whether it is before a move out of the role that this person is in.
    way : int
        The first of the paths that passes it, by its place among them.
    """

    name: str
    to_role: str
    months: int
    requires: Mapping[str, int] | None
    skills: int
    transitions: tuple[tuple[int, Transition], ...]
    taken: bool
    hidden: bool = False
    lacks: Mapping[str, int] | None = None
    own: bool = False
    way: int = 0


def gates(view: View) -> tuple[Gate, ...]:
    """Gates to draw: all written out, or those on the path where there is one.

    In the order of the roles that they lead into, then as the file has them.
    """
    grouped: dict[tuple[object, ...], list[tuple[int, Transition]]] = {}
    for place, item in view.transitions:
        key = (item.to_role, item.kind, *_asked(place, item, view))
        grouped.setdefault(key, []).append((place, item))
    order = {role.id: number for number, role in enumerate(view.roles)}
    groups = sorted(grouped.values(), key=lambda items: (order[items[0][1].to_role], items[0][0]))
    return tuple(_gate(items, view) for items in groups)


def _asked(place: int, item: Transition, view: View) -> tuple[object, ...]:
    """What tells the gate of a transition from others, as far as it is shown."""
    taken = place in view.taken
    shown = view.shown(taken)
    alone: tuple[object, ...] = (place if taken else None,)
    if isinstance(view.survey, Reach):
        lacks, own = view.survey.lacks(place), item.from_role == view.survey.source
        named = sorted(lacks.items()) if own or shown == "table" else ()
        alone = own, len(lacks), *named
    if shown == "off":
        return alone
    written = tuple(sorted(item.requires.items())) if shown == "table" else len(item.requires)
    return item.months, written, *alone


def _gate(items: list[tuple[int, Transition]], view: View) -> Gate:
    place, first = items[0]
    taken = place in view.taken
    shown = view.shown(taken)
    reach = view.survey if isinstance(view.survey, Reach) else None
    return Gate(
        name=f"gate {place}",
        to_role=first.to_role,
        months=first.months,
        requires=first.requires if shown == "table" else None,
        skills=len(first.requires),
        transitions=tuple(items),
        taken=taken,
        hidden=shown == "off",
        lacks=reach.lacks(place) if reach else None,
        own=reach is not None and reach.source == first.from_role,
        way=view.way(place),
    )


STACK_GAP = 6  # points between boxes that stand one above the other
PORT_GAP = 7  # points between lines at a role's side, where there is room
CORNER = 8  # points of a side's ends that stay free


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points.

    Parameters
    ----------
    x, y : float
        Its middle; y grows downwards.
    width, height : float
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width / 2

    @property
    def flipped(self) -> Box:
        """The box where across and down change places."""
        return Box(self.y, self.x, self.height, self.width)


@dataclass(frozen=True, slots=True)
class Size:
    """How much room a box takes, in points.

    Parameters
    ----------
    along, across : float
        Both are 0 for a gate that is not drawn.
    """

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Block:
    """A role and its gates, with their places relative to the role's middle.

    Parameters
    ----------
    role : str
        The role's id.
    along : float
        Length of the role's box, in points.
    gates : tuple of (Gate, Size, float)
        From top to bottom, each with how far its middle lies below the role's.
    half : float
        Half the role's box across, in points.
    above, below : float
        How far the block reaches across from the role's middle, in points.
    """

    role: str
    along: float
    gates: tuple[tuple[Gate, Size, float], ...]
    half: float
    above: float
    below: float


def block_of(
    role: str,
    size: Size,
    gates: Sequence[tuple[Gate, Size]],
    level: Gate | None,
    leaving: int,
) -> Block:
    """Stack a role's gates."""
    middles: dict[str, float] = {}
    edge = end = 0.0
    for gate, room in gates:
        middles[gate.name] = edge + room.across / 2
        end = edge + room.across
        # Lines without boxes on them go on straight to where they enter the role.
        edge = end + (STACK_GAP if room.across else PORT_GAP)
    middle = middles[level.name] if level else end / 2
    placed = tuple((gate, room, middles[gate.name] - middle) for gate, room in gates)
    ports = max(leaving, len(gates) - 1)
    half = max(size.across / 2, ports * PORT_GAP / 2 + CORNER)
    return Block(role, size.along, placed, half, max(half, middle), max(half, end - middle))
