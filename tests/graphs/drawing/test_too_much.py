"""Pictures that nobody could read are refused before they are laid out, with what can be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.organisations import organisation

from graphs import DrawingFailed, Selection, TooMuchToDraw, diagram, mermaid, reach, render
from graphs.drawing import drafts
from graphs.drawing.view import MOST_ROLES
from ladder import FrozenDict, Ladder, Role

ALONE = Ladder("Alone", roles=FrozenDict({f"r{n}": Role(f"r{n}", "R") for n in range(600)}))


def test_too_many_roles_are_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither all of a ladder nor those within reach, in no format."""
    monkeypatch.setattr(drafts, "layout_of", None)  # calling it would fail otherwise
    with pytest.raises(TooMuchToDraw, match=r"600 roles in one picture .* at most 500 are drawn"):
        diagram(ALONE)
    with pytest.raises(TooMuchToDraw):
        mermaid(ALONE)
    company = organisation(700, 1)
    with pytest.raises(TooMuchToDraw, match="a family, a track, or what is around a role"):
        diagram(company, survey=reach(company, "track-1-rank-1", time_limit=0))


def test_a_part_and_a_map_can_be_drawn() -> None:
    assert "track-1-rank-2" in diagram(organisation(700, 1), selection=Selection(("track-1",)))
    assert "700 roles" in diagram(organisation(700, 1))
    few = dict(list(ALONE.roles.items())[:MOST_ROLES])
    assert mermaid(replace(ALONE, roles=FrozenDict(few)))


def test_a_map_of_too_many_groups() -> None:
    with pytest.raises(TooMuchToDraw, match="a map of 240 tracks in 1,200 boxes"):
        diagram(organisation(1200, 1))


def test_a_png_of_too_many_dots() -> None:
    """Told by where its boxes stand; as SVG, and smaller, it is drawn."""
    dot = 'digraph { a [pos="0,0"] b [pos="9000,-9000"] }'
    with pytest.raises(DrawingFailed, match="18,000 by 18,000 dots"):
        render(dot, "png")
    assert render(dot, "svg")
    assert render(dot, "png", scale=0.05)
