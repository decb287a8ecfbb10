"""``make planner``: what a page needs to plan by itself, made of Pyodide and of these sources.

Pyodide is taken from npm's registry, by its hash. Of Python's library and of these packages only
what planning can reach goes in, compiled by Pyodide's own Python, for which Node 20 is needed.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
from importlib.util import find_spec
from pathlib import Path

from graphs.site.engine import FOLDER, MADE_OF, lacking, sources_digest

VERSION = "0.28.3"
INTEGRITY = (
    "rtCsyTU55oNGpLzSVuAd55ZvruJDEX8o6keSdWKN9jPeBVSNlynaKFG7eRqkiIgU7i2M6HEgYtm0atCEQX3u4A=="
)
REGISTRY = os.environ.get("NPM_CONFIG_REGISTRY", "https://registry.npmjs.org").rstrip("/")

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "pyodide"

PACKAGES = ("ladder", "graphs", "cli", "fastjsonschema", "click")
KEPT_OUT = shutil.ignore_patterns("__pycache__", "runtime", "data", "app")

ENTRIES = (
    *(
        "graphs.site.planner",
        "cli.in_page",
        "pyodide._package_loader",
        "importlib.metadata",
        "sysconfig",
        "site",
    ),
    *("shutil", "encodings.utf_8", "encodings.ascii", "encodings.latin_1", "encodings.cp437"),
    *("encodings.unicode_escape", "encodings.utf_16", "encodings.utf_8_sig"),
)
"""What the page calls, and what Pyodide does; whatever they can import goes in."""
LEFT_OUT = (
    *("networkx", "graphviz", "rich", "yaml", "markdown_it", "openpyxl", "pyarrow"),
    *("pydoc", "pdb", "doctest", "unittest", "email", "http", "xmlrpc", "tarfile"),
    *("urllib.request", "multiprocessing", "ctypes", "xml", "argparse", "plistlib"),
    *("ladder.spreadsheet", "ladder.importers", "ladder.recognition", "cli.commands"),
    *("graphs.drawing", "graphs.staff", "graphs.analysis", "graphs.comparison", "graphs.lint"),
)
"""What nothing there has a use for, though it is named somewhere."""

NOTICE = f"""\
The parts here are made by tests/support/runtime.py of the project, unchanged but compiled, of

Pyodide {VERSION}, Mozilla Public License 2.0, sources: https://github.com/pyodide/pyodide
Python 3.13, Python Software Foundation License 2.0, sources: https://github.com/python/cpython
fastjsonschema, BSD 3-Clause License, sources: https://github.com/horejsek/python-fastjsonschema
click, BSD 3-Clause License, sources: https://github.com/pallets/click
ladder itself, MIT License
"""


def main() -> None:
    """Make it, or say what is missing; nothing where it is made of these very sources already."""
    if lacking() is None:
        return
    pyodide = fetched()
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder, "sources")
        for name in PACKAGES:
            shutil.copytree(find_package(name), sources / name, ignore=KEPT_OUT)
        compiled(pyodide, sources, Path(folder))
        parts = {name: Path(folder, name).read_bytes() for name in ("library.zip", "planner.zip")}
    parts["python.wasm"] = (pyodide / "pyodide.asm.wasm").read_bytes()
    scripts = (pyodide / "pyodide.asm.js", pyodide / "pyodide.js")
    parts["pyodide.js"] = b"\n".join(script.read_bytes() for script in scripts)
    FOLDER.mkdir(exist_ok=True)
    for name, content in parts.items():
        small = gzip.compress(content, 9, mtime=0)
        (FOLDER / f"{name}.gz").write_bytes(small)
        print(f"{name}: {len(content):,} bytes, packed {len(small):,}")
    (FOLDER / "NOTICE.txt").write_text(NOTICE, encoding="utf-8")
    (FOLDER / MADE_OF).write_text(sources_digest() + "\n", encoding="utf-8")


def fetched() -> Path:
    """The folder of the pinned Pyodide, fetched unless it is there."""
    folder = KEPT / VERSION / "package"
    if not folder.exists():
        url = f"{REGISTRY}/pyodide/-/pyodide-{VERSION}.tgz"
        with urllib.request.urlopen(url, timeout=60) as answer:
            content = answer.read()
        digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
        if digest != INTEGRITY:
            sys.exit(f"{url} is not what was pinned: sha512-{digest}")
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            archive.extractall(KEPT / VERSION, filter="data")
    return folder


def find_package(name: str) -> Path:
    """The folder of a package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        sys.exit(f"the package {name} is not installed")
    return Path(spec.origin).parent


def compiled(pyodide: Path, sources: Path, target: Path) -> None:
    """Make zips of what planning can import, compiled."""
    node = shutil.which("node")
    if node is None:
        sys.exit("Node 20 or newer is needed to compile for Pyodide, and there is none")
    script = Path(__file__).with_name("runtime.mjs")
    lists = ",".join(ENTRIES), ",".join(LEFT_OUT)
    subprocess.run([node, script, pyodide, sources, target, *lists], check=True)


if __name__ == "__main__":
    main()
