"""What is marked in a diagram beyond the ladder itself: here nothing, for others to add to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphs.words import ENGLISH, Words
from ladder import Ladder, Role

from .dot.canvas import Canvas
from .dot.style import NO_LOOK, Attributes, Style
from .dot.table import Label
from .dot.text import isolated, tooltip_text
from .gates import Gate, asked_in_words, gate_label, levels_in_words
from .layout.lines import Line
from .view import Link, View


@dataclass(frozen=True, slots=True)
class Marks:
    """What a diagram says of roles, gates and lines, in boxes, looks, tooltips and the heading.

    One of these is chosen for each diagram: a survey has its own, and so have several paths.
    """

    view: View
    style: Style

    @property
    def ladder(self) -> Ladder:
        """What is drawn."""
        return self.view.ladder

    def role_label(self, role: Role) -> Label | None:
        """What is written on a role, where it is not what always is."""
        return None

    def role_look(self, role: str) -> Attributes | None:
        """Node attributes of a role, by its id, where they are not what they always are."""
        return None

    def role_tooltip(self, role: str) -> Sequence[str]:
        """Lines for the tooltip of a role, by its id."""
        return ()

    def gate_label(self, gate: Gate) -> Label | None:
        """What is written on a gate; None where it is not drawn."""
        return gate_label(gate, self.ladder, self.view.words, self.view.selection.gated_by)

    def gate_look(self, gate: Gate) -> Attributes:
        """Node attributes of a gate."""
        return self.style.gate_on_path if gate.taken else self.style.gate

    def move_tooltip(self, link: Link) -> Sequence[str]:
        """Lines for the tooltip of a transition."""
        return ()

    def line_look(self, link: Link) -> Attributes:
        """Edge attributes of a transition's line, before what it has anyway."""
        return NO_LOOK

    def put_on_line(
        self, canvas: Canvas, link: Link, ends: tuple[str, str], line: Line, look: Attributes
    ) -> None:
        """Draw on top of a transition's line, which looks so."""

    def put_in_heading(self, canvas: Canvas, top: float, room: int) -> None:
        """Draw into the heading, from where `key` has its rows on, in so much room."""

    def summary(self) -> str:
        """What the picture shows, in a line; empty where that is the path, or the selection."""
        return ""

    def shown(self) -> str:
        """Which roles are shown, where not all of them are; empty where the selection says it."""
        return ""

    def roles_explained(self) -> list[str]:
        """How to read the boxes of roles, in sentences."""
        return []

    def gates_explained(self) -> list[str]:
        """How to read the gates, in sentences, where they are not as they always are."""
        return []

    def key(self, room: int) -> list[list[str]]:
        """Rows below the title, each `key.LEGEND` high, in so many points across."""
        return []

    def role_key(self, room: int) -> list[list[str]]:
        """Such rows below the explanations."""
        return []


def moves_tooltip(links: Iterable[Link], ladder: Ladder, marks: Marks) -> str:
    """Tooltip of transitions; what several of them ask alike is told once."""
    alike: dict[tuple[str, ...], list[str]] = {}
    words = marks.view.words
    for link in links:
        item, target = link.item, isolated(ladder.roles[link.target].name)
        kind = isolated(words.kind(item.kind))
        asked = asked_in_words(item.months, item.requires, ladder, words)
        below = (*asked, *marks.move_tooltip(link))
        if link.source is None:
            head = f"{words('map.openToAll')} → {target} ({kind})"
        else:
            head = f"{isolated(ladder.roles[link.source].name)} → {target} ({kind})"
        alike.setdefault(below, []).append(head)
    return tooltip_text(*(line for below, heads in alike.items() for line in (*heads, *below)))


def expected_in_words(role: Role, ladder: Ladder, words: Words = ENGLISH) -> list[str]:
    """What a role expects, a line each, below a line that says so; nothing where it does not."""
    if not role.expects:
        return []
    return [words("map.expects"), *levels_in_words(role.expects, ladder)]
