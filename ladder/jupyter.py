"""How a ladder shows itself in a notebook: as a table, or as a picture where something draws.

What draws is built on top of this package, so it comes and says so, by `draw_with`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Ladder, Role, Track

Drawing = Callable[["Ladder"], str | None]
"""Draws a ladder as SVG; None where that cannot be done."""

_drawings: list[Drawing] = []

HEAD = ("Track", "Rank", "Role", "Also")
# Colours are the notebook's own, be it bright or dark.
CELL = "text-align:left;vertical-align:top;padding:0.2em 1em 0.2em 0"
LINE = "border:0;border-top:1px solid;"


def draw_with(drawing: Drawing) -> None:
    """Say what draws ladders from now on."""
    _drawings[:] = [drawing]


def picture(ladder: Ladder) -> str | None:
    """Draw a ladder.

    SVG; None where nothing draws.
    """
    return _drawings[0](ladder) if _drawings else None


def table(ladder: Ladder) -> str:
    """List the roles of a ladder by their tracks and ranks, as HTML.

    One element, in which no name is markup, and no style reaches beyond it.

    Examples
    --------
    >>> from ladder import Ladder, Role
    >>> "R&amp;D lead" in table(Ladder("Small", roles={"lead": Role("lead", "R&D lead")}))
    True
    """
    counts = f"{len(ladder.roles)} roles, {len(ladder.transitions)} transitions"
    head = "".join(f'<th style="border:0;{CELL}">{word}</th>' for word in HEAD)
    body = "".join(
        _row(track if number == 0 else None, role, LINE if number == 0 else "border:0;")
        for track in (*ladder.tracks.values(), None)
        for number, role in enumerate(_roles(ladder, track))
    )
    # Names with dollar signs are not mathematics.
    return (
        '<div class="tex2jax_ignore mathjax_ignore" style="max-height:40em;overflow:auto">'
        f"<p><strong>{_text(ladder.name)}</strong> ({counts})</p>"
        f'<table style="border-collapse:collapse;border:0"><tr style="background:none">{head}</tr>'
        f"{body}</table></div>"
    )


def _roles(ladder: Ladder, track: Track | None) -> list[Role]:
    """The roles of a track, or of none, by rank."""
    found = [role for role in ladder.roles.values() if role.track == (track and track.id)]
    return sorted(found, key=lambda role: (role.rank is None, role.rank or 0, role.id))


def _row(track: Track | None, role: Role, line: str) -> str:
    rank = "" if role.rank is None else str(role.rank)
    words = (track.name if track else "", rank, role.name, ", ".join(role.aliases))
    cells = "".join(f'<td style="{line}{CELL}">{_text(word)}</td>' for word in words)
    return f'<tr style="background:none">{cells}</tr>'


def _text(name: str) -> str:
    """A name in which nothing is markup, kept apart from names that run the other way."""
    import html

    return f"<bdi>{html.escape(name)}</bdi>" if name else ""
