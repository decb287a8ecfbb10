"""The real Mermaid reads what is written for it, whatever the names are."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from support.pictures import HOSTILE, path_along

from graphs import mermaid
from ladder import FrozenDict, bundled

pytestmark = pytest.mark.outside

PRODUCT = bundled("product-management")
ROUTE = ("business-analyst", "associate-product-manager", "product-manager")

DRAW = """
<script src="{library}"></script>
<script>
(async () => {{
  const report = [];
  mermaid.initialize({{ startOnLoad: false, maxEdges: 2000, maxTextSize: 1000000 }});
  for (const text of {texts}) {{
    try {{
      await mermaid.parse(text);
      const drawn = await mermaid.render("picture" + report.length, text);
      const box = document.createElement("div");
      box.innerHTML = drawn.svg;
      report.push({{
        words: box.textContent,
        nodes: box.querySelectorAll("g.node").length,
        arrows: box.querySelectorAll("path.flowchart-link").length,
        scripts: box.querySelectorAll("script").length,
      }});
    }} catch (wrong) {{ report.push({{ wrong: String(wrong) }}); }}
  }}
  document.body.innerHTML = "";
  const pre = document.createElement("pre");
  pre.id = "report";
  pre.textContent = JSON.stringify(report);
  document.body.append(pre);
}})();
</script>
"""


def drawn(browser, page, library, *texts: str) -> list[dict]:
    written = json.dumps(texts).replace("<", "\\u003c")
    return browser.report(page(DRAW.format(library=library.as_uri(), texts=written)))


def test_the_bundled_ladder(browser, page, mermaid_library):
    """All roles and all moves are drawn, with and without a path."""
    path = path_along(PRODUCT, *ROUTE)
    for picture in drawn(
        browser, page, mermaid_library, mermaid(PRODUCT), mermaid(PRODUCT, path=path)
    ):
        assert picture.get("nodes") == len(PRODUCT.roles), picture
        assert picture["arrows"] == len(PRODUCT.transitions)
        for role in PRODUCT.roles.values():
            assert "".join(role.name.split()) in "".join(picture["words"].split())


def test_hostile_names(browser, page, mermaid_library):
    """No name is markup to Mermaid, and each is shown as it is."""
    ladders = [
        replace(
            PRODUCT,
            roles=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.roles.items()}),
            tracks=FrozenDict(
                {key: replace(one, name=name) for key, one in PRODUCT.tracks.items()}
            ),
        )
        for name in [*HOSTILE, "end", "1. first", "- item", "`code`", "# heading", "graph TD"]
    ]
    for ladder, picture in zip(
        ladders, drawn(browser, page, mermaid_library, *map(mermaid, ladders)), strict=True
    ):
        name = next(iter(ladder.roles.values())).name
        assert picture.get("nodes") == len(ladder.roles), (name, picture)
        assert picture["scripts"] == 0
        shown = "".join(name.split()).replace("\x07", "\ufffd").replace("\ufffe", "\ufffd")
        assert shown in "".join(picture["words"].split())
