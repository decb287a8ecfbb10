"""What of a ladder ``ladder draw`` shows, as it is asked for on the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from support.pictures import Picture

from ladder import bundled

Run = Callable[..., Result]
LARGE = ("--ladder", "uk-digital-and-data")


def picture(run: Run, *options: str) -> Picture:
    """Draw, and read it back."""
    result = run("draw", *options)
    assert result.exit_code == 0, result.output
    return Picture(result.stdout_bytes)


def test_names_are_found_as_everywhere(run: Run) -> None:
    """By id, name, alias or words, case aside."""
    by_words = picture(run, "--track", "Product", "--around", "PM", "--kind", "PROMOTION")
    by_ids = picture(run, "--track", "product", "--around", "product-manager", "--kind",
                     "promotion")  # fmt: skip
    wanted = ["associate-product-manager", "product-manager", "senior-product-manager"]
    assert sorted(by_words.named("role-")) == sorted(by_ids.named("role-")) == wanted


def test_a_selection_goes_with_a_path(run: Run) -> None:
    """The way is there whole, and so is what was chosen."""
    both = picture(run, "--path", "analyst", "spm", "--track", "founding", "--direction", "down")
    assert {"business-analyst", "product-founder"} <= set(both.named("role-"))


def test_a_large_ladder_is_a_map_that_opens(run: Run) -> None:
    """Families first, then the roles of one; without gates, but for who is let in by them."""
    assert len(picture(run, *LARGE).named("group-")) == 7
    opened = picture(run, *LARGE, "--family", "DATA", "--gates", "off")
    assert len(opened.named("role-")) == 36
    moves = bundled("uk-digital-and-data").transitions
    assert all(moves[int(place)].from_any for place in opened.named("gate-"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--track", "produkt"], 'no track "produkt"; did you mean'),
        (["--family", "data"], 'no family "data"; this ladder has no families'),
        (["--kind", "promtion"], 'no kind "promtion"; did you mean promotion?'),
        (["--gated-by", "roadmaping"], 'no skill "roadmaping"; did you mean roadmapping?'),
        (["--around", "analist"], 'no role "analist"; did you mean'),
        (["--steps", "2"], "--steps would change nothing here; add --around ROLE"),
        (
            ["--track", "origins", "--kind", "promotion"],
            "nothing is left to draw of the track Ways in and moves of the kind promotion; "
            "leave one of these out",
        ),
        ([*LARGE, "--gates", "off", "--direction", "down"], "--gates and --direction would change"),
        ([*LARGE, "--family", "date"], 'no family "date"; did you mean Data?'),
        (["--around", "pm", "--steps", "0"], "0 is not in the range"),
    ],
)
def test_what_cannot_be_shown_is_said(run: Run, options: list[str], message: str) -> None:
    """With what may have been meant, and nothing drawn."""
    result = run("draw", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
