"""Gates as boxes of their own: transitions that ask the same of a person pass through one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
    """

    name: str
    to_role: str
    months: int
    requires: Mapping[str, int] | None
    skills: int
    transitions: tuple[tuple[int, Transition], ...]
    taken: bool


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
        taken = place in view.taken
        written = taken or not view.brief
        gate = tuple(sorted(item.requires.items())) if written else len(item.requires)
        key = (item.to_role, item.months, item.kind, gate, place if taken else None)
        grouped.setdefault(key, []).append((place, item))
    order = {role.id: number for number, role in enumerate(view.roles)}
    groups = sorted(
        grouped.items(), key=lambda group: (order[group[1][0][1].to_role], group[1][0][0])
    )
    return tuple(
        Gate(
            name=f"gate {items[0][0]}",
            to_role=items[0][1].to_role,
            months=items[0][1].months,
            requires=None if isinstance(key[3], int) else items[0][1].requires,
            skills=len(items[0][1].requires),
            transitions=tuple(items),
            taken=key[4] is not None,
        )
        for key, items in groups
    )
