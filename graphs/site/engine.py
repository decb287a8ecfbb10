"""The planner's parts for a page: whether this installation has them, and of these very sources."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

PARTS = {
    "wasm": "python.wasm.gz",
    "library": "library.zip.gz",
    "planner": "planner.zip.gz",
    "pyodide": "pyodide.js.gz",
}
"""What plans in a page, and its files in ``runtime``."""
MADE_OF = "made-of.txt"
"""The digest of the sources that the planner was made of."""

FOLDER = Path(__file__).parent / "runtime"
HOUSE = Path(__file__).parents[2]
PLANNING = ("ladder", "graphs", "cli")


def lacking() -> str | None:
    """Why a page made here would have no planner: ``missing``, ``outdated``, or None."""
    if not all((FOLDER / file).exists() for file in (*PARTS.values(), MADE_OF)):
        return "missing"
    made_of = (FOLDER / MADE_OF).read_text(encoding="utf-8").strip()
    return None if made_of == sources_digest() else "outdated"


def part(name: str) -> bytes:
    """A part, packed."""
    return (FOLDER / PARTS[name]).read_bytes()


@cache
def sources_digest() -> str:
    """What tells these sources from others: an outdated planner could answer otherwise."""
    digest = hashlib.sha256()
    for package in PLANNING:
        files = (HOUSE / package).rglob("*")
        for file in sorted(one for one in files if one.suffix in (".py", ".json")):
            name = file.relative_to(HOUSE).as_posix()
            if "/data/" not in name:
                # Line endings differ where git has made them so.
                content = file.read_bytes().replace(b"\r\n", b"\n")
                digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()
