"""An analysis in a picture: the gates at which people wait, and what all hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from graphs.analysis.analyze import Analysis
from graphs.analysis.single_points import SinglePoint
from graphs.analysis.walls import Wall
from ladder import Role

from .dot.style import DETAIL, NORMAL, STEP, Attributes, Style, line_of
from .dot.table import Cell, Label, table
from .dot.text import clean, counted, isolated, wrap
from .gates import Gate, gate_label
from .key import key_rows
from .labels import ROLE_ROOM
from .marks import Marks
from .shading import Scale
from .view import WHOLE, Link, NothingSelected, View, in_order, view_of

MARKED = 5
"""What at least one in so many of all ways are closed without is marked."""

THICK = 4.0
"""Points of a frame around what is marked so."""

LINES = (1.6, 6.0)
"""Points of a line that few go along, and of one that all do."""


def view_of_ways(found: Analysis) -> View:
    """The roles and moves of the ways that were asked about.

    Each wall, and each move that much hangs on, has a gate of its own.
    """
    ladder = found.ladder
    apart = {wall.transition for wall in found.walls}
    apart |= {place for place in _marked(found, "transition") if isinstance(place, int)}
    view = replace(view_of(ladder, gates="off"), analysis=found, apart=frozenset(apart))
    passed = [link for link in (*view.links, *view.open) if link.place in found.passing]
    roles = {role for link in passed for role in (link.source, link.target) if role is not None}
    if not roles:
        raise NothingSelected("there are no ways to be drawn")
    if len(roles) > WHOLE:
        raise NothingSelected(
            f"the ways go through {len(roles)} roles, and a picture has room for {WHOLE}; "
            "ask for one that fewer lead to"
        )
    return replace(
        view,
        roles=in_order(ladder, roles),
        links=tuple(link for link in passed if link.source is not None),
        open=tuple(link for link in passed if link.source is None),
    )


def _marked(found: Analysis, kind: str) -> dict[str | int, SinglePoint]:
    """What much hangs on, of a kind, by its id or place."""
    points = found.single_points or ()
    return {one.key: one for one in points if one.kind == kind and one.closes * MARKED >= one.of}


@dataclass(frozen=True, slots=True)
class Walls(Marks):
    """How much is waited at each gate, and what ways are closed without."""

    found: Analysis
    walls: Mapping[int, Wall]
    roles: Mapping[str | int, SinglePoint]
    moves: Mapping[str | int, SinglePoint]
    scale: Scale

    @classmethod
    def of(cls, view: View, found: Analysis, style: Style) -> Self:
        """The marks of an analysis."""
        walls = {wall.transition: wall for wall in found.walls}
        longest = max((wall.months for wall in found.walls), default=0)
        scale = Scale.up_to(longest, len(style.theme.shades))
        points = _marked(found, "role"), _marked(found, "transition")
        return cls(view, style, found, walls, *points, scale)

    def role_label(self, role: Role) -> Label | None:
        """A role's name, and how many have no way without it."""
        point = self.roles.get(role.id)
        if point is None:
            return None
        lines = wrap(role.name, ROLE_ROOM * NORMAL, NORMAL)
        rows = [
            [Cell(line, NORMAL, bold=True, gap=2 if not n else 0)] for n, line in enumerate(lines)
        ]
        return table([*rows, [Cell(f"{_share(point)} need it", DETAIL)]])

    def role_look(self, role: str) -> Attributes | None:
        """Whom all ways lead to is filled; what much hangs on has a thick frame."""
        if self.found.targets == (role,):
            return self.style.asked_about
        return {"penwidth": str(THICK)} if role in self.roles else None

    def role_tooltip(self, role: str) -> list[str]:
        """What is closed without it."""
        point = self.roles.get(role)
        return [f"without it {_share(point)} have no way"] if point else []

    def gate_label(self, gate: Gate) -> Label | None:
        """The months waited, and by how many; and how many have no way without the move."""
        place = gate.links[0].place
        wall, point = self.walls.get(place), self.moves.get(place)
        if wall is None and point is None:
            return gate_label(gate, self.ladder, self.view.words)
        rows = []
        if wall is not None:
            rows.append([Cell(f"{wall.months:,} mo", STEP, bold=True)])
            rows.append([Cell(f"{wall.people:,} of {wall.passing:,} wait", DETAIL)])
        if point is not None:
            rows.append([Cell(f"{_share(point)} need it", DETAIL)])
        return table(rows)

    def gate_look(self, gate: Gate) -> Attributes:
        """The darker, the more is waited."""
        place = gate.links[0].place
        look: Attributes = {"tooltip": " "}
        if place in self.walls:
            look = {**look, **self._shade(self.walls[place].months)}
        elif place not in self.moves:
            return self.style.gate
        return {**look, "penwidth": str(THICK)} if place in self.moves else look

    def move_tooltip(self, link: Link) -> list[str]:
        """How many take it, how long they wait, and for what."""
        told = [f"{self.found.passing[link.place]:,} go through it"]
        if wall := self.walls.get(link.place):
            told.append(f"{wall.people:,} wait {_months(wall.months)} in all, for:")
            skills = self.ladder.skills
            told += [f"{isolated(skills[one].name)}: {n:,}" for one, n in wall.skills.items()]
        return told

    def line_look(self, link: Link) -> Attributes:
        """The thicker, the more go along it."""
        number = self.found.passing[link.place]
        thin, thick = LINES
        width = thin + (thick - thin) * number / max(self.found.passing.values())
        width = max(width, float(line_of(link.item.kind).get("penwidth", thin)))
        return {"color": self.style.theme.ink, "penwidth": f"{width:.1f}"}

    def summary(self) -> str:
        """What was asked, and how much is waited."""
        found = self.found
        months = sum(wall.months for wall in found.walls)
        waited = f"{_months(months)} waited at {counted(len(found.walls), 'gate')}"
        of = found.people + found.undecided
        if found.undecided:
            waited = f"{found.undecided:,} undecided, {waited}"
        if len(found.targets) > 1:
            return f"{found.reached:,} of {of:,} ways are open, {waited}"
        name = isolated(clean(self.ladder.roles[found.targets[0]].name))
        return f"To {name}: {found.reached:,} of {of:,} {found.counts} have a way, {waited}"

    def shown(self) -> str:
        """Which roles are shown."""
        return "the roles on the ways"

    def roles_explained(self) -> list[str]:
        """What the numbers say."""
        told = "In the gates: months waited there, of all together, beyond those to be served."
        told += " Thick lines are taken by many."
        if self.roles or self.moves:
            told += " Thick frames: so many have no way without it, a fifth or more."
        return [told]

    def role_key(self, room: int) -> list[list[str]]:
        """The shades of gates, the longest wait first."""
        if not self.walls:
            return []
        places = reversed(range(self.scale.used))
        entries = [
            (self._look(place), f"up to {_months(self.scale.step * (place + 1))}")
            for place in places
        ]
        return key_rows(entries, room, self.style.theme)

    def _shade(self, months: int) -> Attributes:
        return self._look(self.scale.place(months))

    def _look(self, place: int) -> Attributes:
        """The look of a shade by its place from the shortest wait."""
        return self.style.shade(len(self.style.theme.shades) - 1 - place)


def _share(point: SinglePoint) -> str:
    return f"{point.closes:,} of {point.of:,}"


def _months(number: int) -> str:
    return f"{number:,} month{'' if number == 1 else 's'}"
