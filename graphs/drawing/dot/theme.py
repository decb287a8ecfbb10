"""The colours of pictures: one frozen value for each theme.

The hues are far enough apart in lightness or in blue and yellow to be told apart by those who do
not see red and green apart, and nothing is said by colour alone. How well one colour can be read
on another is measured as the Web Content Accessibility Guidelines (WCAG 2.1) do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Hue(NamedTuple):
    """One colour of a family: strong enough for letters, and as a ground for them."""

    strong: str
    tint: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, each as ``#rrggbb``, and a font."""

    name: str
    paper: str  # what all lies on
    ink: str  # letters
    soft: str  # letters that do not shout
    line: str
    faint: str  # lines that stay in the background
    accent: str  # what stands out, such as a path
    on_accent: str  # letters on it
    shades: tuple[str, ...]
    """Grounds for months, the soonest first: one hue, in steps that keep their order in grey."""
    hues: tuple[Hue, ...]  # for tracks, in turn
    open: str  # letters and lines of gates that are held
    closed: str  # and of those that are not
    font: str | None = None  # for SVG, before the ones that it falls back to

    def hue(self, place: int) -> Hue:
        """The hue of a track, by its place in the ladder, from 0."""
        return self.hues[place % len(self.hues)]

    def on(self, ground: str) -> str:
        """Letters for a ground: black or white, of which one can always be read."""
        return max("#000000", "#ffffff", key=lambda colour: contrast(colour, ground))

    def ground(self, share: float) -> str:
        """A ground for an amount, such as a skill's level."""
        steps = (self.paper, *reversed(self.shades))
        place = min(max(share, 0.0), 1.0) * (len(steps) - 1)
        below = min(int(place), len(steps) - 2)
        return blend(steps[below], steps[below + 1], place - below)


LIGHT = Theme(
    name="light",
    paper="#ffffff",
    ink="#111827",
    soft="#4b5563",
    line="#6b7280",
    faint="#7f8794",
    accent="#14457f",
    on_accent="#ffffff",
    shades=("#14457f", "#2f6fb3", "#74add1", "#abd0e6", "#dfebf7"),
    hues=(
        Hue("#1f5a99", "#edf3fa"),
        Hue("#0b6a5f", "#e8f4f1"),
        Hue("#855400", "#faf2e2"),
        Hue("#653a96", "#f3eef9"),
        Hue("#9c2f5c", "#faecf2"),
        Hue("#44546a", "#eff2f6"),
    ),
    open="#0b6a5f",
    closed="#a3341a",
)
DARK = Theme(
    name="dark",
    paper="#0f172a",
    ink="#f1f5f9",
    soft="#b6c2d1",
    line="#94a3b8",
    faint="#71809a",
    accent="#7db4f5",
    on_accent="#0b1220",
    shades=("#bad7f8", "#86b8f2", "#4f8fdc", "#28609f", "#1c3a63"),
    hues=(
        Hue("#7db4f5", "#16253f"),
        Hue("#5cc9b8", "#122b2d"),
        Hue("#e5b45a", "#2b2516"),
        Hue("#c3a3f0", "#251d3a"),
        Hue("#f0a0bd", "#301c29"),
        Hue("#a9b8cb", "#1d2739"),
    ),
    open="#5cc9b8",
    closed="#f29a80",
)
PRINT = Theme(
    name="print",
    paper="#ffffff",
    ink="#000000",
    soft="#3d3d3d",
    line="#595959",
    faint="#878787",
    accent="#1a1a1a",
    on_accent="#ffffff",
    shades=("#2b2b2b", "#5e5e5e", "#9a9a9a", "#c4c4c4", "#e9e9e9"),
    hues=(Hue("#1a1a1a", "#f0f0f0"), Hue("#1a1a1a", "#f8f8f8")),
    open="#000000",
    closed="#000000",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}

LETTERS = 4.5
"""The contrast that level AA asks of small letters."""

SHAPES = 3.0
"""And of lines and shapes that carry meaning."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue in what the eye sees as bright


def contrast(one: str, other: str) -> float:
    """Contrast between two colours, from 1, none, to 21, black on white."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """How bright a colour is, from 0, black, to 1, white: WCAG's relative luminance."""
    parts = (part / 255 for part in channels(colour))
    linear = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return sum(weight * one for weight, one in zip(_WEIGHTS, linear, strict=True))


def blend(one: str, other: str, share: float) -> str:
    """Mix two colours."""
    mixed = (
        round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
