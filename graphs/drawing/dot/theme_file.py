"""An organisation's own colours and font, from a file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from graphs.drawing.dot.theme import LETTERS, SHAPES, THEMES, Hue, Theme, blend, contrast
from ladder.files.reader import read_document
from ladder.files.schema import shape_faults
from ladder.files.text import FilePath, read_bytes

TINT = 0.08  # of a track's colour in the ground of its lane


def load_theme(path: FilePath) -> Theme:
    """Load a theme, or tell everything that is wrong with its file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``.

    Returns
    -------
    Theme
        What the file leaves out is as in its base.

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When something in it is wrong; holds all problems with their places.

    Examples
    --------
    >>> load_theme("nowhere.yaml")
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.yaml
    """
    document = read_document(read_bytes(path), os.fspath(path))
    document.check(shape_faults("theme", document.root))
    stem = os.path.splitext(os.path.basename(os.fspath(path)))[0]
    return theme_of(document.root, stem)


def theme_of(data: Mapping[str, Any], name: str) -> Theme:
    """Theme that a file describes."""
    base = THEMES[data.get("base", "light")]
    colours = dict(data.get("colours", {}))
    tracks = colours.pop("tracks", None)
    shades = colours.pop("shades", None)
    theme = replace(base, name=name, font=data.get("font", base.font), **colours)
    if "accent" in colours and "on_accent" not in colours:
        theme = replace(theme, on_accent=theme.on(theme.accent))
    if shades:
        theme = replace(theme, shades=tuple(shades))
    if tracks:
        hues = tuple(Hue(strong, blend(theme.paper, strong, TINT)) for strong in tracks)
        theme = replace(theme, hues=hues)
    return theme


def weak_contrasts(theme: Theme) -> Iterator[str]:
    """What of a theme is hard to read, by the Web Content Accessibility Guidelines.

    Two of its colours, their contrast, and what level AA asks for.
    """
    letters = {name: getattr(theme, name) for name in ("ink", "soft", "open", "closed")}
    lines = {name: getattr(theme, name) for name in ("line", "faint", "accent")}
    grounds = {"paper": theme.paper}
    grounds |= {f"the ground of track {place}": hue.tint for place, hue in enumerate(theme.hues, 1)}
    pairs = [
        (f"{name} {colour}", colour, f"{under} {ground}", ground, least)
        for group, least in ((letters, LETTERS), (lines, SHAPES))
        for name, colour in group.items()
        for under, ground in grounds.items()
    ]
    on, accent = theme.on_accent, theme.accent
    pairs.append((f"on_accent {on}", on, f"accent {accent}", accent, LETTERS))
    for place, hue in enumerate(theme.hues, 1):
        pairs.append((f"track {place} {hue.strong}", hue.strong, "its ground", hue.tint, LETTERS))
    for name, colour, under, ground, least in pairs:
        if (found := contrast(colour, ground)) < least:
            what = "letters" if least == LETTERS else "lines"
            yield f"{name} on {under} has a contrast of {found:.1f}, and {what} need {least:g}"
