"""The house as the code has it: draws docs/architecture.svg from what imports what.

``python -m support.house``, with ``PYTHONPATH=tests``, draws it anew.
"""

from __future__ import annotations

import subprocess
import textwrap
from functools import cache
from html import escape
from pathlib import Path

import grimp
import networkx

from graphs.drawing.dot.render import drawing_program, tidy

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "architecture.svg"
PACKAGES = ("cli", "graphs", "ladder")
FONT = "Arial"
WIDTH = 36  # characters in a line of a box


@cache
def house() -> grimp.ImportGraph:
    """All modules, and what each imports, be it inside a function."""
    return grimp.build_graph(*PACKAGES)


def rooms(package: str) -> networkx.DiGraph:
    """What stands directly in a package, and which of it needs which, without what follows."""
    imports = house()
    graph = networkx.DiGraph()
    children = sorted(imports.find_children(package))
    graph.add_nodes_from(children)
    for one in children:
        for other in children:
            if one != other and imports.direct_import_exists(
                importer=one, imported=other, as_packages=True
            ):
                graph.add_edge(one, other)
    return networkx.transitive_reduction(graph)


def dot() -> str:
    """The picture in DOT: a frame for each package, the upper in it standing on the lower."""
    lines = [
        "digraph house {",
        f'graph [rankdir=TB, fontname="{FONT}", fontsize=16, ranksep=0.25, nodesep=0.15, pad=0.2];',
        f'node [shape=box, style="rounded,filled", fillcolor=white, fontname="{FONT}",'
        " fontsize=12, margin=0.08];",
        'edge [color="#5b6b7b", arrowsize=0.6];',
    ]
    above: list[str] = []
    for package in PACKAGES:
        lines += [
            f'subgraph "cluster_{package}" {{',
            f'label=<<b>{package}</b>>; labeljust=l; style="rounded,filled";'
            ' fillcolor="#eef2f6"; color="#c5d0db"; margin=14;',
        ]
        graph = rooms(package)
        lines += [f'"{name}" [label={_label(name)}];' for name in graph]
        lines += [f'"{one}" -> "{other}";' for one, other in sorted(graph.edges)]
        lines.append("}")
        ways_in = [name for name, degree in graph.in_degree if not degree]
        lines += [f'"{one}" -> "{other}" [style=invis];' for one in above for other in ways_in]
        above = [name for name, degree in graph.out_degree if not degree]
    lines.append("}")
    return "\n".join(lines)


def _label(name: str) -> str:
    """A name, and below it what is in there."""
    inside = sorted(found.removeprefix(f"{name}.") for found in house().find_children(name))
    rows = textwrap.wrap(", ".join(inside), WIDTH, break_on_hyphens=False)
    small = "".join(
        f'<br/><font point-size="11" color="#46535f">{escape(row)}</font>' for row in rows
    )
    return f"<<b>{escape(name.rpartition('.')[2])}</b>{small}>"


def drawn(form: str = "svg") -> bytes:
    """The picture, laid out by Graphviz itself."""
    command = [drawing_program(), "-Kdot", f"-T{form}"]
    made = subprocess.run(command, input=dot().encode(), capture_output=True, check=True).stdout
    return tidy(made) if form == "svg" else made


if __name__ == "__main__":
    PICTURE.write_bytes(drawn())
    print(PICTURE.relative_to(ROOT))
