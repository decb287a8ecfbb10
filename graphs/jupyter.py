"""What draws answers, in notebooks and to files: each kind of value has its picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

from ladder import Ladder, LadderError
from ladder.files.text import FilePath
from ladder.wording import listed

if TYPE_CHECKING:
    from .plans.path import GrowthPath


def svg(value: object) -> str | None:
    """Draw for a notebook; None where it cannot be drawn, so that something else is shown."""
    from .drawing.dot.legible import PAGE
    from .drawing.dot.render import render

    try:
        drawn = render(dot_of(value, PAGE), "svg").decode()
    except LadderError:
        return None
    # A page that the picture is put into has its own declaration, and a width.
    picture = drawn[drawn.index("<svg") :]
    return picture.replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1)


def save(value: object, file: FilePath) -> None:
    """Write the picture of a value to a file, in the form that its suffix names."""
    from ladder.files import atomic

    from .drawing.dot.legible import SLIDE
    from .drawing.dot.render import Format, render
    from .drawing.pictures.mermaid import mermaid

    suffix = os.path.splitext(os.path.normpath(file))[1].lower()
    formats: dict[str, Format] = {f".{known}": known for known in get_args(Format)}
    ways = ways_in(value)
    suffixes = [*formats, ".dot", *([".mmd"] if ways else [])]
    if suffix not in suffixes:
        raise ValueError(f"its picture is saved as {listed(suffixes)}; not as {suffix or file}")
    atomic.check_target(file)
    if ways and suffix == ".mmd":
        ladder, paths = ways
        content = mermaid(ladder, path=paths).encode()
    else:
        dot = dot_of(value, SLIDE)
        content = render(dot, formats[suffix]) if suffix in formats else dot.encode()
    atomic.write(file, content)


def dot_of(value: object, width: int) -> str:
    """Draw a value as text for Graphviz, to be shown at so many pixels across."""
    from .drawing.pictures.diagram import diagram
    from .drawing.pictures.profile import profiles
    from .drawing.pictures.timeline import timeline
    from .plans.path import GrowthPath
    from .queries.gap import Gap
    from .queries.next_steps import NextSteps
    from .queries.survey import Into, Reach

    if ways := ways_in(value):
        ladder, paths = ways
        return diagram(ladder, path=paths, width=width)
    match value:
        case GrowthPath():
            return timeline(value, width=width)
        case NextSteps():
            return timeline(value.path, width=width)
        case Gap():
            return profiles(value, width=width)
        case Reach() | Into():
            return diagram(value.ladder, survey=value, width=width)
        case _:
            raise TypeError(f"there is no picture of a {type(value).__name__}")


def ways_in(value: object) -> tuple[Ladder, tuple[GrowthPath, ...]] | None:
    """What is a picture of a ladder with ways in it; Mermaid can draw that, too, and no other."""
    from .drawing.pictures.diagram import MOST
    from .queries.alternatives import Choices

    if isinstance(value, Ladder):
        return value, ()
    if isinstance(value, Choices):
        return value.found[0].ladder, value.found[:MOST]
    return None
