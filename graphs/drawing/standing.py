"""Where somebody stands, in a picture: which gates are open to them, and what the others lack."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.queries.survey import Reach
from ladder import Transition

from .dot.style import NORMAL, Attributes
from .dot.table import Label, stacked, table
from .dot.text import clean, counted, isolated
from .gates import Gate, by_weight, gate_label, level_rows
from .key import key_rows, numbered_levels
from .shading import Shading
from .view import Link, Links

OPEN, CLOSED = "√", "×"  # a PNG's font has no ticks and ballots
WRITTEN = 12  # moves out of one's role of which what is lacking is written out; of more, counted


@dataclass(frozen=True, slots=True)
class Standing(Shading):
    """The gates as the person of a survey finds them, besides its shades."""

    survey: Reach

    def gate_label(self, gate: Gate) -> Label | None:
        """Whether it is open, and if not, how much is lacking, or what."""
        if gate.lacks is None or self._elsewhere(gate):
            return gate_label(gate, self.ladder, self.view.words)
        if gate.hidden and not gate.open_to_all:
            return None
        months = [f"{gate.months} mo"] if gate.months and not gate.hidden else []
        head = [self.view.words("map.openToAll")] if gate.open_to_all else []
        if not gate.lacks:
            lines = [*head, f"{OPEN} open", *months]
            return table([[cell] for cell in stacked(lines, NORMAL, bold=True)])
        lines = [*head, f"{CLOSED} lacks {len(gate.lacks)} of {gate.skills}", *months]
        if gate.hidden or (gate.requires is None and not self._written(gate)):
            return table([[cell] for cell in stacked(lines, NORMAL)])
        rows = [[cell] for cell in stacked(lines, NORMAL, bold=True, columns=2)]
        return table([*rows, *level_rows(by_weight(gate.lacks, self.ladder), self.ladder)])

    def gate_look(self, gate: Gate) -> Attributes:
        """Open ones have thick frames and round corners, closed ones dashes and sharp corners."""
        if self._elsewhere(gate):
            return self.style.gate
        return self._look(is_open=not gate.lacks)

    def line_look(self, link: Link) -> Attributes:
        """The lines out of one's own role stand out, in the colour of their gates."""
        if link.source != self.survey.source or self.view.gates == "off":
            return {}
        theme = self.style.theme
        return {
            "color": theme.closed if self.survey.lacks(link.place) else theme.open,
            "penwidth": "2.2",
        }

    def move_tooltip(self, link: Link) -> list[str]:
        """Whether its gate is open today, and else what is lacking."""
        lacks = self.survey.lacks(link.place)
        if self._within(link.item):
            return ["but not from a role of the same track"]
        if not lacks:
            return ["open today" + (", but for the months" if link.item.months else "")]
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
        found = [bool(self.survey.lacks(link.place)) for link in self._gated()]
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

    def _gated(self) -> Links:
        """The transitions in the picture whose gates are shown."""
        if self.view.gates == "off":
            return ()
        return tuple(
            link for link in (*self.view.links, *self.view.open) if not self._within(link.item)
        )

    def _own(self) -> list[int]:
        return [link.place for link in self._gated() if link.source == self.survey.source]

    def _elsewhere(self, gate: Gate) -> bool:
        """Whether it is the mark of a role that is open to all but those of this person's track."""
        return gate.open_to_all and self._within(gate.links[0].item)

    def _within(self, item: Transition) -> bool:
        return item.from_any and not self.ladder.leads(item, self.survey.source)

    def _written(self, gate: Gate) -> bool:
        return gate.own and len(self._own()) <= WRITTEN
