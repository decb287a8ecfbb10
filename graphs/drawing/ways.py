"""Several growth paths in one picture: what tells one way from another.

Dashes say of what kind a move is, so ways differ in how their lines are filled: one is solid, one
hollow, one has white dots in it, and one is thin; and each has a letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Stay
from ladder import Role

from .dot.canvas import Canvas
from .dot.style import DETAIL, NO_LOOK, STEP, Attributes
from .dot.table import Badge, Badges, Cell, Label, stacked, table
from .dot.text import clean, isolated, wrap
from .gates import Gate, gate_label
from .key import LEGEND, row_cell
from .labels import totals, when
from .layout.lines import Line
from .marks import Marks
from .view import Link, taken_by

LETTERS = "ABCD"
HUES = (2, 1, 5)  # places of the hues of the ways after the first: told apart by the colour-blind
THICK, THIN, CORE = 5.0, 2.4, 2.0  # points of a line, of a thin one, and of what lies on a line
CORES = (None, "solid", "dotted", None)
ROLE_ROOM = 10  # for a line of a role's name, in times the letters' size
SAMPLE = 46  # points of line in the key
BESIDE = 6  # points that stay free beside it


@dataclass(frozen=True, slots=True)
class Ways(Marks):
    """Ways between two roles, and how each looks."""

    @property
    def paths(self) -> tuple[GrowthPath, ...]:
        """The best first; no more than there are letters."""
        return self.view.paths

    def colour(self, way: int) -> str:
        """The colour of a way, by its place."""
        theme = self.style.theme
        return theme.accent if way == 0 else theme.hue(HUES[way - 1]).strong

    def line(self, way: int) -> Attributes:
        """Edge attributes of a way's line."""
        width = THIN if way == len(LETTERS) - 1 else THICK
        return {"color": self.colour(way), "penwidth": f"{width:g}"}

    def core(self, way: int) -> Attributes | None:
        """Edge attributes of what lies on a way's line; None where nothing does."""
        style = CORES[way]
        if style is None:
            return None
        return {"color": self.style.theme.paper, "penwidth": f"{CORE:g}", "style": style}

    def through(self, link: Link) -> list[int]:
        """The ways that take a transition from one of its roles."""
        return [
            way
            for way, path in enumerate(self.paths)
            if any((one.place, one.source) == (link.place, link.source) for one in taken_by(path))
        ]

    def over(self, role: str) -> list[int]:
        """The ways that lead over a role, by its id."""
        return [way for way, path in enumerate(self.paths) if role in path.roles]

    def badges(self, ways: Sequence[int], *, columns: int = 1) -> Badges:
        """The letters of ways, as a cell."""
        theme = self.style.theme
        shown = [Badge(LETTERS[way], self.colour(way), theme.on(self.colour(way))) for way in ways]
        return Badges("", DETAIL, columns=columns, badges=shown, frame=theme.paper)

    def role_label(self, role: Role) -> Label | None:
        """A role's name, and below it when each way is there."""
        if not self.over(role.id):
            return None
        name = stacked(wrap(role.name, ROLE_ROOM * STEP, STEP), STEP, bold=True, columns=2)
        times = [
            [self.badges([way]), Cell(f" {when(stay)}", DETAIL)]
            for way, stay in self._stays(role.id)
        ]
        return table([*([line] for line in name), *times], growing=1)

    def role_look(self, role: str) -> Attributes | None:
        """The best way's roles are filled, and the others' have a thick frame."""
        ways = self.over(role)
        if not ways:
            return None
        if 0 in ways:
            return self.style.role_on_path
        theme = self.style.theme
        return {
            "fillcolor": theme.paper,
            "fontcolor": theme.ink,
            "color": self.colour(ways[0]),
            "penwidth": "3",
        }

    def role_tooltip(self, role: str) -> list[str]:
        """When each way is there, in words."""
        return [f"{LETTERS[way]}: {when(stay)}" for way, stay in self._stays(role)]

    def gate_label(self, gate: Gate) -> Label | None:
        """A gate below the letters of the ways that pass it."""
        ways = self._passing(gate)
        badges = self.badges(ways, columns=2) if ways else None
        first = self.view.selection.gated_by
        return gate_label(gate, self.ladder, self.view.words, first, badges)

    def gate_look(self, gate: Gate) -> Attributes:
        """The frame of a gate has the colour of the best way that passes it."""
        ways = self._passing(gate)
        if not ways:
            return self.style.gate
        return {**self.style.gate_on_path, "color": self.colour(ways[0])}

    def move_tooltip(self, link: Link) -> list[str]:
        """Which ways take it."""
        ways = self.through(link)
        return [f"taken by {', '.join(LETTERS[way] for way in ways)}"] if ways else []

    def line_look(self, link: Link) -> Attributes:
        """The line of a move that several ways take is that of the best of them."""
        ways = self.through(link)
        return self.line(ways[0]) if ways else NO_LOOK

    def put_on_line(
        self, canvas: Canvas, link: Link, ends: tuple[str, str], line: Line, look: Attributes
    ) -> None:
        """Make a hollow line hollow, and a dotted one dotted."""
        ways = self.through(link)
        if ways and (core := self.core(ways[0])):
            upper = {**core, "arrowhead": "none", "id": f"core-{link.name}"}
            # It lies above the line, and takes the place of its tooltip there.
            upper["tooltip"] = look["tooltip"]
            canvas.line(ends, line.points, upper, head=not line.joins)

    def put_in_heading(self, canvas: Canvas, top: float, room: int) -> None:
        """Draw a piece of each way's line beside its letter."""
        left, ends = self.badges([0]).width + BESIDE, ("the heading", "the heading")
        y = top + LEGEND / 2
        for way in range(len(self.paths)):
            points = [(left, y), (left + SAMPLE, y)]
            look = {**self.line(way), "id": f"way-{LETTERS[way]}", "tooltip": " "}
            canvas.line(ends, points, look, head=False)
            if core := self.core(way):
                look = {**core, "id": f"core-way-{LETTERS[way]}", "tooltip": " "}
                canvas.line(ends, points, look, head=False)
            y += LEGEND * len(self._told(way, room))

    def summary(self) -> str:
        """How many ways, and between which roles, where that is true of all."""
        ways = f"{len(self.paths)} ways, the best one strongest"
        ends = {(path.source, path.target) for path in self.paths}
        if len(ends) > 1:
            return ways
        names = (isolated(clean(self.ladder.roles[end].name)) for end in ends.pop())
        return f"{' → '.join(names)}: {ways}"

    def key(self, room: int) -> list[list[str]]:
        """For each way its letter, room for its line, and what it takes."""
        rows = []
        for way in range(len(self.paths)):
            badge, left = self.badges([way]), self._beside(room)
            blank = room - badge.width - left
            for number, line in enumerate(self._told(way, room)):
                first = badge if number == 0 else Cell("", DETAIL)
                cells = [
                    first.markup(badge.width, LEGEND),
                    f'<TD FIXEDSIZE="TRUE" WIDTH="{blank}" HEIGHT="{LEGEND}"></TD>',
                    Cell(line, DETAIL).markup(left, LEGEND),
                ]
                rows.append([row_cell(cells)])
        return rows

    def _beside(self, room: int) -> int:
        """Points for the text beside a way's letter and line."""
        return room - self.badges([0]).width - SAMPLE - 2 * BESIDE

    def _told(self, way: int, room: int) -> list[str]:
        """What a way takes, on as many lines as it needs."""
        return wrap(_figures(self.paths[way]), self._beside(room), DETAIL)

    def _passing(self, gate: Gate) -> list[int]:
        return sorted({way for link in gate.links for way in self.through(link)})

    def _stays(self, role: str) -> Iterator[tuple[int, Stay]]:
        for way, path in enumerate(self.paths):
            for stay in path.stays:
                if stay.role == role:
                    yield way, stay


def _figures(path: GrowthPath) -> str:
    """A way in a line: months, moves, cost, and the roles on it."""
    roles = (isolated(clean(path.ladder.roles[role].name)) for role in path.roles)
    figures = [*totals(path), *([] if path.cost else ["no cost"])]
    figures += [] if path.optimal else ["not proven"]
    return f"{', '.join(figures)}: {' → '.join(roles)}"
