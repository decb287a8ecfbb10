"""Drawings as the programs themselves write and read them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from support.drawn import moves_of, tracks_of

from graphs import mermaid
from ladder import bundled
from ladder.importers.drawn.importer import import_drawing
from ladder.importers.drawn.mermaid import flowchart_in, read_mermaid

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
DRAWN = HERE.parent / "data" / "drawn"

CYTOSCAPE = """
const cytoscape = require("cytoscape");
const cy = cytoscape({ headless: true, elements: [
  { data: { id: "t", label: "Bakery" } },
  { data: { id: "b", label: "Baker", parent: "t" } },
  { data: { id: "m", label: "Master baker", parent: "t" } },
  { data: { id: "e", source: "b", target: "m", label: "promotion, 24 months" } } ] });
const flat = process.argv[1] === "flat";
console.log(JSON.stringify(flat ? { elements: cy.elements().jsons() } : cy.json()));
"""

FLOWCHARTS = """
<script src="{library}"></script>
<script>
(async () => {{
  const report = [];
  mermaid.initialize({{ startOnLoad: false, maxEdges: 2000, maxTextSize: 1000000 }});
  for (const text of {texts}) {{
    try {{
      const data = (await mermaid.mermaidAPI.getDiagramFromText(text)).db.getData();
      report.push({{
        nodes: data.nodes.filter((one) => !one.isGroup).map((one) => one.id).sort(),
        inside: Object.fromEntries(data.nodes.filter((one) => !one.isGroup && one.parentId)
          .map((one) => [one.id, one.parentId])),
        edges: data.edges.map((one) => [one.start, one.end]).sort(),
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


@pytest.mark.parametrize("form", ["whole", "flat"])
def test_what_cytoscape_writes(tmp_path: Path, form: str) -> None:
    """All of it, and its elements alone."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "cytoscape").exists():
        pytest.skip("needs Node and the packages of install.sh")
    done = subprocess.run(
        [node, "-e", CYTOSCAPE, form], cwd=HERE, capture_output=True, check=True, timeout=60
    )
    (tmp_path / "a.json").write_bytes(done.stdout)
    ladder, remarks = import_drawing(tmp_path / "a.json")
    assert tracks_of(ladder) == {"Baker": "Bakery", "Master baker": "Bakery"}
    assert [move[:4] for move in moves_of(ladder)] == [("Baker", "Master baker", "promotion", 24)]
    assert not any("Left out" in remark for remark in remarks)


TEXTS = [
    "flowchart TB\nA:::x --> B & C -- text ---> D-->|24 months|E\nclassDef x fill:#fff",
    "graph LR; A[one]-->B{{two}}; B-.->C((x)) ==> D>flag];",
    "flowchart LR\nsubgraph o\n a\n subgraph i\n a --> b\n end\nend\nc --> b",
    'flowchart LR\nA@{ shape: rect, label: "x } y" } e1@--> B\ne1@{ animate: true }',
    "flowchart LR\nfirst-one --o 2 --x c\na.b --> c_d",
    'flowchart LR\nA["`**Senior** one`"] -- "quoted --> x" --> B["two\nlines"]',
]


def test_mermaid_reads_the_same(browser, page, mermaid_library) -> None:
    """Every flowchart that is read here: the boxes, their frames, and the arrows between them."""
    texts = [*TEXTS]
    texts += [mermaid(bundled("product-management")), (DRAWN / "careers.mmd").read_text("utf-8")]
    texts.append((flowchart_in((DRAWN / "handbook.md").read_text("utf-8")) or "").strip())
    written = json.dumps(texts).replace("<", "\\u003c")
    found = browser.report(page(FLOWCHARTS.format(library=mermaid_library.as_uri(), texts=written)))
    for text, theirs in zip(texts, found, strict=True):
        drawing = read_mermaid(text, "a.mmd")
        assert not drawing.problems, text
        assert "wrong" not in theirs, (text, theirs)
        assert sorted(drawing.boxes) == theirs["nodes"]
        assert sorted([one.source, one.target] for one in drawing.arrows) == theirs["edges"]
        inside = {box.id: box.frame for box in drawing.boxes.values() if box.frame}
        assert inside == theirs["inside"]
