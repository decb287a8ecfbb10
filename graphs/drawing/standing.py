"""Where somebody stands, in a picture: which gates are open to them, and what the others lack."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.queries.survey import Reach
from ladder import Transition

from .dot.style import CHIP, NORMAL, Attributes
from .dot.table import Label, stacked, table
from .dot.text import clean, counted, isolated
from .gates import Gate, by_weight, level_rows
from .key import key_rows, numbered_levels
from .shading import Shading
from .view import Moves

OPEN, CLOSED = "√", "×"  # a PNG's font has no ticks and ballots
WRITTEN = 12  # moves out of one's role of which what is lacking is written out; of more, counted


@dataclass(frozen=True, slots=True)
class Standing(Shading):
    """The gates as the person of a survey finds them, besides its shades."""

    survey: Reach

    def gate_label(self, gate: Gate) -> Label | None:
        """Whether it is open, and if not, how much is lacking, or what."""
        if gate.hidden or gate.lacks is None:
            return None
        months = [f"{gate.months} mo"] if gate.months else []
        if not gate.lacks:
            return table([[cell] for cell in stacked([f"{OPEN} open", *months], CHIP, bold=True)])
        lines = [f"{CLOSED} lacks {len(gate.lacks)} of {gate.skills}", *months]
        if gate.requires is None and not self._written(gate):
            return table([[cell] for cell in stacked(lines, CHIP)])
        rows = [[cell] for cell in stacked(lines, NORMAL, bold=True, columns=2)]
        return table([*rows, *level_rows(by_weight(gate.lacks, self.ladder), self.ladder, NORMAL)])

    def gate_look(self, gate: Gate) -> Attributes:
        """Open ones have thick frames and round corners, closed ones dashes and sharp corners."""
        return self._look(is_open=not gate.lacks)

    def line_look(self, place: int, item: Transition) -> Attributes:
        """The lines out of one's own role stand out, in the colour of their gates."""
        if item.from_role != self.survey.source or self.view.gates == "off":
            return {}
        theme = self.style.theme
        return {
            "color": theme.closed if self.survey.lacks(place) else theme.open,
            "penwidth": "2.2",
        }

    def move_tooltip(self, place: int, item: Transition) -> list[str]:
        """Whether its gate is open today, and else what is lacking."""
        lacks = self.survey.lacks(place)
        if not lacks:
            return ["open today" + (", but for the months" if item.months else "")]
        held = self.survey.skills
        return ["closed today:"] + [
            f"lacks {isolated(self.ladder.skills[skill].name)} at "
            f"{isolated(self.ladder.level_name(level))}, "
            f"held at {isolated(self.ladder.level_name(held.get(skill, 0)))}"
            for skill, level in by_weight(lacks, self.ladder)
        ]

    def gates_explained(self) -> list[str]:
        """How to read the gates."""
        if not self._gated():
            return []
        text = (
            f"On the lines: {OPEN} where all skills that the move asks are held today, {CLOSED} "
            "and how many are lacking; and the months to be served in a role before the move."
        )
        ladder, own = self.ladder, self._own()
        if 0 < len(own) <= WRITTEN and any(map(self.survey.lacks, own)):
            name = isolated(clean(ladder.roles[self.survey.source].name))
            levels = ", ".join(numbered_levels(ladder))
            text += f" Out of {name}: which ones, each with the level asked ({levels})."
        return [text]

    def key(self, room: int) -> list[list[str]]:
        """The looks of gates, as many as there are."""
        found = [bool(self.survey.lacks(place)) for place, _ in self._gated()]
        entries = [
            (
                self._look(is_open=not closed),
                f"{mark} {word} today ({counted(found.count(closed), 'move')})",
            )
            for closed, mark, word in ((False, OPEN, "open"), (True, CLOSED, "closed"))
            if closed in found
        ]
        return key_rows(entries, room, self.style.theme) if entries else []

    def _look(self, *, is_open: bool) -> Attributes:
        theme = self.style.theme
        if is_open:
            return {
                **self.style.gate,
                "color": theme.open,
                "fontcolor": theme.open,
                "penwidth": "2",
            }
        return {
            **self.style.gate,
            "color": theme.closed,
            "fontcolor": theme.closed,
            "style": "filled,dashed",
        }

    def _gated(self) -> Moves:
        """The transitions in the picture whose gates are shown."""
        return () if self.view.gates == "off" else self.view.transitions

    def _own(self) -> list[int]:
        return [place for place, item in self._gated() if item.from_role == self.survey.source]

    def _written(self, gate: Gate) -> bool:
        return gate.own and len(self._own()) <= WRITTEN
