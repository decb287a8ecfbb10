"""The gallery's pictures in a real browser: nothing is cut, and all fits its box."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.outside

ROOT = Path(__file__).parents[2]
PICTURES = sorted((ROOT / "docs" / "gallery").glob("*.svg"))
SCREENS = ROOT / "build" / "screens"

# Each text's true box, in the browser's own fonts, against the box of the shape behind it.
MEASURE = """
<script>
const found = [];
const svg = document.querySelector("svg");
const within = (inner, outer, slack) =>
  inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
const whole = svg.getBoundingClientRect();
for (const text of svg.querySelectorAll("text")) {
  const box = text.getBoundingClientRect();
  if (!within(box, whole, 1)) found.push(["cut", text.textContent]);
  const group = text.closest("g.node");
  const framed = group && group.id !== "heading";  // which has swatches, and no frame
  const shape = framed && group.querySelector("path, polygon");
  if (shape && !within(box, shape.getBoundingClientRect(), 2)) {
    found.push(["wider than its box", text.textContent]);
  }
}
const report = {
  found, texts: svg.querySelectorAll("text").length,
  fits: document.documentElement.scrollWidth <= window.innerWidth,
  named: svg.querySelector("title").textContent,
};
document.body.innerHTML = "";
const pre = document.createElement("pre");
pre.id = "report";
pre.textContent = JSON.stringify(report);
document.body.append(pre);
</script>
"""


def inline(picture: Path) -> str:
    svg = picture.read_text(encoding="utf-8").partition("?>")[2]
    return f"<style>svg {{ max-width: 100%; height: auto }}</style>{svg}"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
@pytest.mark.parametrize("width", [1280, 375])
def test_nothing_is_cut(browser, page, picture, width):
    """As measured by the browser, every text lies in its box and in the picture."""
    report = browser.report(page(inline(picture) + MEASURE), width)
    assert report["texts"] > 10
    assert report["found"] == []
    assert report["fits"]
    assert report["named"]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
@pytest.mark.parametrize("width", [1280, 375])
def test_it_looks_the_same_in_both_colour_schemes(browser, page, picture, width):
    """A picture brings its own paper, so a dark page does not change it."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    shown = page(
        "<style>:root { color-scheme: light dark } body { margin: 0 } "
        f'img {{ width: 100% }}</style><img src="{picture.as_uri()}">'
    )
    light = browser.screenshot(shown, SCREENS / f"{picture.stem}-{width}.png", width)
    dark = browser.screenshot(shown, SCREENS / f"{picture.stem}-{width}-dark.png", width, dark=True)
    assert len(light) > 2000
    assert len(dark) > 2000
