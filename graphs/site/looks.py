"""The colours of themes as variables of CSS, and drawings that are coloured by these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graphs.drawing.dot.theme import DARK, LIGHT, Hue, Theme

PLAIN = ("paper", "ink", "soft", "line", "faint", "accent", "on_accent", "open", "closed")
FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def style_of(theme: Theme | None) -> str:
    """Rules for the page's colours: of one theme, or light and dark as the reader has it."""
    if theme is not None:
        return _rule(theme)
    dark = _rule(DARK)
    # What is printed is on paper, whatever the screen was like.
    return f"{_rule(LIGHT)}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"


def variables(theme: Theme) -> Iterator[tuple[str, str]]:
    """Each colour of a theme, by the name of its variable."""
    for name in PLAIN:
        yield name.replace("_", "-"), getattr(theme, name)
    for place, shade in enumerate(theme.shades):
        yield f"shade-{place}", shade
        yield f"on-shade-{place}", theme.on(shade)
    for place in range(len(LIGHT.hues)):
        yield f"hue-{place}", theme.hue(place).strong
        yield f"tint-{place}", theme.hue(place).tint


def _rule(theme: Theme) -> str:
    lines = [f"  --{name}: {colour};\n" for name, colour in variables(theme)]
    # Of a stranger's theme: nothing in the name of a font can leave the quotes.
    kept = "".join(char for char in theme.font or "" if char.isalnum() or char in " -_")
    fonts = f"'{kept}', {FONTS}" if kept else FONTS
    scheme = "dark" if theme.on(theme.paper) == "#ffffff" else "light"
    return f":root {{\n{''.join(lines)}  --fonts: {fonts};\n  color-scheme: {scheme};\n}}\n"


def _told_apart() -> tuple[Theme, dict[str, str]]:
    """The light theme with no colour twice, and which variable each colour stands for.

    So that a drawing made once can be coloured by the page. What a drawing mixes of two colours
    stays as it is, and so do the letters on it.
    """
    names: dict[str, str] = {}

    def own(colour: str, name: str) -> str:
        number = int(colour[1:], 16)
        while (colour := f"#{number:06x}") in names:
            number = number - 1 if number else 1
        names[colour] = f"var(--{name})"
        return colour

    plain: dict[str, Any] = {
        name: own(getattr(LIGHT, name), name.replace("_", "-")) for name in PLAIN
    }
    hues = tuple(
        Hue(own(hue.strong, f"hue-{place}"), own(hue.tint, f"tint-{place}"))
        for place, hue in enumerate(LIGHT.hues)
    )
    return replace(LIGHT, hues=hues, **plain), names


DRAWN_IN, _VARIABLES = _told_apart()
"""The theme to draw in."""


def by_variables(colour: str) -> str:
    """What to put for a colour of a drawing.

    >>> by_variables("#111827"), by_variables("#123456")
    ('var(--ink)', '#123456')
    """
    return _VARIABLES.get(colour, colour)
