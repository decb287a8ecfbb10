"""Programs besides Python: a browser, Mermaid, and a Graphviz of the system's own."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
    "--virtual-time-budget=20000",
)
DARK = "--blink-settings=preferredColorScheme=0"
REPORT = re.compile(r'<pre id="report">(.*?)</pre>', re.DOTALL)


class Browser:
    """A headless Chromium that opens pages from files."""

    def __init__(self, program: str, profile: Path) -> None:
        self.command = [program, *FLAGS, f"--user-data-dir={profile}"]

    def report(self, page: Path, width: int = 1280) -> Any:
        """What a page's script writes into its element "report", as JSON."""
        dumped = self._run(f"--window-size={width},900", "--dump-dom", page.as_uri())
        written = REPORT.search(dumped.decode())
        assert written, dumped[-2000:].decode()
        return json.loads(html.unescape(written[1]))

    def screenshot(self, page: Path, target: Path, width: int, *, dark: bool = False) -> bytes:
        """A picture of a page."""
        scheme = [DARK] if dark else []
        self._run(*scheme, f"--window-size={width},900", f"--screenshot={target}", page.as_uri())
        return target.read_bytes()

    def _run(self, *arguments: str) -> bytes:
        done = subprocess.run(
            [*self.command, *arguments], capture_output=True, timeout=120, check=True
        )
        return done.stdout


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """A browser, where there is one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip("there is no Chromium here")
    return Browser(program, tmp_path_factory.mktemp("profile"))


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Path]:
    """Write a page."""

    def written(body: str) -> Path:
        target = tmp_path / "page.html"
        head = '<!doctype html><meta charset="utf-8"><title>Page</title>'
        target.write_text(f"{head}<body>{body}</body>", encoding="utf-8")
        return target

    return written


@pytest.fixture(scope="session")
def mermaid_library() -> Path:
    """Mermaid as npm brings it."""
    library = HERE / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
    if not library.exists():
        pytest.skip("there is no Mermaid here; npm brings it")
    return library
