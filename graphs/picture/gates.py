"""Gates as boxes of their own: transitions that ask the same of a person pass through one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphs.survey import Reach
from ladder import Transition

from .view import View


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

    Parameters
    ----------
    view : View

    Returns
    -------
    tuple of Gate
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
