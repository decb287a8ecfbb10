"""Try what is installed as somebody new does, in a folder with nothing in it: ``make wheel``.

It runs where only the wheel and what it needs are installed, so it imports nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("ladder"))
NO_NETWORK = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
)


def main() -> None:
    """Ask, draw, check and write a page; whatever fails ends it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def ladder(*arguments: str) -> str:
            done = subprocess.run(
                [PROGRAM, *arguments],
                cwd=folder,
                env={"PATH": "/usr/bin:/bin", "HOME": name, **NO_NETWORK},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                sys.exit(f"ladder {' '.join(arguments)}: {done.stdout}{done.stderr}")
            return done.stdout

        version = ladder("--version").strip()
        plan = json.loads(ladder("path", "analyst", "spm", "--format", "json"))
        ladder("init", "ours.yaml")
        ladder("check", "ours.yaml")
        for file in ("ladder.svg", "ladder.png", "ladder.pdf"):
            ladder("draw", "--path", "analyst", "spm", "-o", file)
        ladder("site", "-o", "page.html")
        if b'id="part-wasm"' not in (folder / "page.html").read_bytes():
            sys.exit("ladder site: the page has no planner, so the wheel has not its parts")
        sizes = {file.name: file.stat().st_size for file in sorted(folder.iterdir())}
    print(f"{version} is installed, and answers: {plan['months']} months.")
    for file, size in sizes.items():
        print(f"  {size:>10,} bytes  {file}")


if __name__ == "__main__":
    main()
