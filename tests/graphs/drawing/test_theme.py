"""The colours of pictures: what lies on what can be read, by everybody and in grey."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from support.colours import contrast as judged
from support.colours import luminance

from graphs.drawing.dot.style import Style
from graphs.drawing.dot.theme import LETTERS, SHAPES, THEMES, contrast
from graphs.drawing.dot.theme_file import load_theme, weak_contrasts

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "draw.md"

each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@each_theme
def test_letters_can_be_read(theme):
    """All letters reach the contrast that WCAG AA asks, wherever they may stand."""
    grounds = [theme.paper, *(hue.tint for hue in theme.hues)]
    for ground in grounds:
        assert judged(theme.ink, ground) >= LETTERS
        assert judged(theme.soft, ground) >= LETTERS
        for mark in (theme.open, theme.closed):
            assert judged(mark, ground) >= LETTERS
    for hue in theme.hues:
        assert judged(hue.strong, hue.tint) >= LETTERS
        assert judged(hue.strong, theme.paper) >= LETTERS
    assert judged(theme.on_accent, theme.accent) >= LETTERS
    assert judged(theme.ink, theme.accent) >= 1.2
    for share in range(101):
        ground = theme.ground(share / 100)
        assert judged(theme.on(ground), ground) >= LETTERS


@each_theme
def test_lines_can_be_seen(theme):
    """Lines and frames reach the contrast that WCAG AA asks of shapes."""
    for ground in (theme.paper, *(hue.tint for hue in theme.hues)):
        for colour in (theme.line, theme.faint, theme.accent):
            assert judged(colour, ground) >= SHAPES


@each_theme
def test_shades_keep_their_order_in_grey(theme):
    """Each is visibly farther from the letters than the one before."""
    look = Style(theme)
    steps = [luminance(colour) for colour in (look.asked_about["fillcolor"], *theme.shades)]
    for one, other in pairwise(steps):
        dark, bright = sorted((one, other))
        assert (bright + 0.05) / (dark + 0.05) >= 1.2
    assert steps in (sorted(steps), sorted(steps, reverse=True))


def test_contrast_is_what_the_guidelines_say():
    """The product's own measure and the judge's agree."""
    for one in ("#000000", "#767676", "#14457f", "#f29a80"):
        for other in ("#ffffff", "#0f172a", "#855400"):
            assert contrast(one, other) == pytest.approx(judged(one, other))


def test_the_example_of_the_documentation_is_sound(tmp_path):
    """A reader who copies the example has a theme in which everything can be read."""
    text = PAGE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(base: .*?)```", text, re.DOTALL)
    file = tmp_path / "ours.yaml"
    file.write_text(example, encoding="utf-8")
    theme = load_theme(file)
    assert (theme.font, theme.accent, len(theme.hues)) == ("Georgia", "#7a1f5c", 3)
    assert list(weak_contrasts(theme)) == []
