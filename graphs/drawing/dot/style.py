"""How a picture looks: sizes, lines, and boxes in the colours of a theme.

Shape, thickness and dashes carry what colour carries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .theme import LIGHT, Theme

Attributes: TypeAlias = Mapping[str, str]
"""Of a node or an edge, for Graphviz."""

NO_LOOK: Attributes = {}
"""Of what looks like all others of its kind."""

FONT = "Arial"  # the one font that every drawing program measures alike; SVG gets fallbacks later

TITLE = 20  # sizes of letters, in points
SUBTITLE = 14
NOTE = 11
STEP = 13  # on the path: names, and what is said below them
DETAIL = 12
NORMAL = 11  # the smallest: none may be smaller, for `canvas` to say what can be read
NUMBER = 18

MARGIN = 6  # points around a drawing

OPEN_DOT = {"dir": "both", "arrowtail": "odot"}

LINES: Mapping[str, Attributes] = {
    "promotion": {"style": "solid"},
    "entry": {"style": "solid"} | OPEN_DOT,
    "lateral": {"style": "dashed"},
}
OTHER_LINE = {"style": "dotted", "penwidth": "2.2"}  # dots have little ink


def line_of(kind: str) -> Attributes:
    """How transitions of a kind are drawn."""
    return LINES.get(kind, OTHER_LINE)


@dataclass(frozen=True, slots=True)
class Style:
    """Looks in the colours of a theme; each is a mapping of node or edge attributes."""

    theme: Theme = LIGHT

    @property
    def graph(self) -> dict[str, str]:
        """The whole picture."""
        return {
            # Every place is given: to be drawn by "neato -n2". Others would lay it out anew.
            "layout": "neato",
            "inputscale": "72",
            "outputorder": "edgesfirst",  # boxes lie on top of lines
            "bgcolor": self.theme.paper,
            "pad": f"{MARGIN / 72:.4f}",
        }

    @property
    def node(self) -> dict[str, str]:
        """A box, unless it says otherwise."""
        return {
            "shape": "box",
            "style": "rounded,filled",
            "fillcolor": self.theme.paper,
            "color": self.theme.ink,
            "fontname": FONT,
            "fontsize": str(NORMAL),
            "fontcolor": self.theme.ink,
            "fixedsize": "true",
            "margin": "0",
        }

    @property
    def edge(self) -> dict[str, str]:
        """A line, unless it says otherwise."""
        return {"color": self.theme.line, "penwidth": "1.2", "arrowsize": "0.7"}

    def lane(self, place: int) -> dict[str, str]:
        """The band behind the track of that place in the ladder."""
        return {"style": "filled", "color": self.theme.hue(place).tint, "label": ""}

    def lane_head(self, place: int) -> dict[str, str]:
        """The name at the head of a lane."""
        return self.heading | {"fontcolor": self.theme.hue(place).strong}

    @property
    def heading(self) -> dict[str, str]:
        """Text without a box."""
        return {"style": "", "shape": "plaintext"}

    def role(self, place: int | None) -> dict[str, str]:
        """A role where no path is shown, by the place of its track."""
        return {} if place is None else {"color": self.theme.hue(place).strong, "penwidth": "1.3"}

    @property
    def role_beside_path(self) -> dict[str, str]:
        """A role that the path leaves aside."""
        return {"color": self.theme.faint, "fontcolor": self.theme.soft}

    @property
    def role_in_the_middle(self) -> dict[str, str]:
        """The role that a picture is drawn around."""
        return {"penwidth": "3.5"}

    @property
    def role_on_path(self) -> dict[str, str]:
        """A role on the path."""
        theme = self.theme
        return {
            "fillcolor": theme.accent,
            "color": theme.accent,
            "fontcolor": theme.on_accent,
            "penwidth": "2",
        }

    @property
    def gate(self) -> dict[str, str]:
        """A gate."""
        return {"tooltip": " ", "color": self.theme.faint, "fontcolor": self.theme.soft}

    @property
    def gate_on_path(self) -> dict[str, str]:
        """A gate on the path."""
        return self.gate | {
            "color": self.theme.accent,
            "fontcolor": self.theme.ink,
            "penwidth": "2",
        }

    @property
    def edge_beside_path(self) -> dict[str, str]:
        """A line that the path leaves aside."""
        return {"color": self.theme.faint}

    @property
    def edge_on_path(self) -> dict[str, str]:
        """A line on the path."""
        return {"color": self.theme.accent, "penwidth": "4"}

    @property
    def asked_about(self) -> dict[str, str]:
        """The role that a survey is about."""
        return {"fillcolor": self.theme.ink, "fontcolor": self.theme.paper, "penwidth": "2"}

    @property
    def unknown(self) -> dict[str, str]:
        """A role of which a survey knows too little."""
        return {"fillcolor": self.theme.paper, "fontcolor": self.theme.ink}

    @property
    def unreached(self) -> dict[str, str]:
        """A role that a survey does not reach."""
        soft = self.theme.soft
        return {"style": "rounded,filled,dashed", "color": soft, "fontcolor": soft}

    def level(self, level: int, most: int) -> dict[str, str]:
        """A cell for a skill's level, of so many that there are."""
        ground = self.theme.ground(level / max(most, 1))
        return {
            "fillcolor": ground,
            "fontcolor": self.theme.on(ground),
            "style": "filled",
            "color": self.theme.paper,
            "penwidth": "1",
        }

    def plain(self, colour: str) -> dict[str, str]:
        """A bare rectangle."""
        return {"style": "filled", "fillcolor": colour, "penwidth": "0"}

    def shade(self, place: int) -> dict[str, str]:
        """A role in one of the theme's shades, by its place from the soonest."""
        ground = self.theme.shades[place]
        return {"fillcolor": ground, "fontcolor": self.theme.on(ground)}
