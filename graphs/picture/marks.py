"""What a picture marks beyond the ladder itself; here nothing, for others to add to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ladder import Ladder, Role, Transition

from .canvas import NO_LOOK, Canvas
from .gates import Gate
from .labels import gate_label
from .lines import Line
from .style import Attributes, Style
from .table import Label


@dataclass(frozen=True, slots=True)
class Marks:
    """How roles, gates and lines look that something is to be said of.

    Parameters
    ----------
    ladder : Ladder
    style : Style
    first : str or None
        Id of a skill that is to stand first at gates.
    """

    ladder: Ladder
    style: Style
    first: str | None

    def role_label(self, role: Role) -> Label | None:
        """What is written on a role, where it is not what always is."""
        return None

    def role_tone(self, role: str) -> Attributes:
        """Node attributes of a role, by its id, before what it has anyway."""
        return NO_LOOK

    def told_of_role(self, role: str) -> Sequence[str]:
        """Lines for the tooltip of a role, by its id."""
        return ()

    def gate_label(self, gate: Gate) -> Label | None:
        """What is written on a gate; None where it is not drawn."""
        return gate_label(gate, self.ladder, self.first)

    def gate_tone(self, gate: Gate) -> Attributes:
        """Node attributes of a gate."""
        return self.style.gate_on_path if gate.taken else self.style.gate

    def told_of_move(self, place: int, item: Transition) -> Sequence[str]:
        """Lines for the tooltip of a transition."""
        return ()

    def line_tone(self, place: int, item: Transition) -> Attributes:
        """Edge attributes of a transition's line, before what it has anyway."""
        return NO_LOOK

    def put_on_line(
        self, sheet: Canvas, place: int, ends: tuple[str, str], line: Line, look: Attributes
    ) -> None:
        """Draw on top of a transition's line, which looks so."""

    def put_in_heading(self, sheet: Canvas, top: float) -> None:
        """Draw into the heading, from where `key` has its rows on."""

    def summary(self) -> str:
        """What the picture shows, in a line; empty where others say it."""
        return ""

    def gates_explained(self) -> list[str]:
        """How to read the gates, in sentences; empty where others say it."""
        return []

    def key(self, room: int) -> list[list[str]]:
        """Rows below the title, each `key.LEGEND` high, in so many points across."""
        return []
