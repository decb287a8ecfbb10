"""How a picture looks: colours, sizes and lines. Shape and thickness carry what colour carries."""

from __future__ import annotations

FONT = "Arial"  # the one font that every drawing program measures alike; SVG gets fallbacks later

INK = "#111827"
SOFT = "#4b5563"  # text that does not shout; 7 to 1 against white
LINE = "#6b7280"
FAINT = "#a3aab5"
LANE = "#f1f3f6"
PAPER = "#ffffff"

TITLE = 20  # sizes of letters, in points
SUBTITLE = 14
NOTE = 11
STEP = 13  # on the path: names, and what is told of them
TOLD = 12
NORMAL = 11
CHIP = 10  # gates in short
SMALL = 9  # gates written out where no path is shown
NUMBER = 18

GRAPH = {
    # Every place is given: to be drawn by "neato -n2". Other engines would lay it out anew.
    "layout": "neato",
    "inputscale": "72",
    "outputorder": "edgesfirst",  # boxes lie on top of lines
    "bgcolor": PAPER,
    "pad": "0.15",
}
NODE = {
    "shape": "box",
    "style": "rounded,filled",
    "fillcolor": PAPER,
    "color": INK,
    "fontname": FONT,
    "fontsize": str(NORMAL),
    "fontcolor": INK,
    "fixedsize": "true",
    "margin": "0",
}
EDGE = {"color": LINE, "penwidth": "1.2", "arrowsize": "0.7"}
LANE_BOX = {"style": "filled", "color": LANE, "label": ""}
PLAIN = {"style": "", "shape": "plaintext", "fontcolor": SOFT}
HEADING = {"style": "", "shape": "plaintext"}

ROLE_BESIDE_PATH = {"color": FAINT, "fontcolor": SOFT}
ROLE_ON_PATH = {"fillcolor": INK, "fontcolor": PAPER, "penwidth": "2"}
GATE = {"tooltip": " ", "color": FAINT, "fontcolor": SOFT}
GATE_ON_PATH = {"color": INK, "fontcolor": INK, "penwidth": "2"}
EDGE_BESIDE_PATH = {"color": FAINT}
EDGE_ON_PATH = {"color": INK, "penwidth": "4"}

JOINT = {"arrowhead": "none"}

LINES = {
    "promotion": {"style": "solid"},
    "entry": {"style": "solid", "dir": "both", "arrowtail": "odot"},
    "lateral": {"style": "dashed"},
}
OTHER_LINE = {"style": "dotted", "penwidth": "2.2", "color": LINE}  # dots have little ink


def line_of(kind: str) -> dict[str, str]:
    """How transitions of a kind are drawn.

    Parameters
    ----------
    kind : str
        Kinds of the ladder's own are all dotted.

    Returns
    -------
    dict of str to str
        Edge attributes.

    Examples
    --------
    >>> line_of("lateral")
    {'style': 'dashed'}
    """
    return LINES.get(kind, OTHER_LINE)
