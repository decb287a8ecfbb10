"""Lead the README's links and pictures to a repository, as the package index shows it alone.

    python tests/support/addressed.py https://github.com/OWNER/ladder v1.0.0

The workflow that publishes does so, as it knows where it runs.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
WITHIN = re.compile(r"(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)\s]+)\)")


def addressed(text: str, repository: str, version: str) -> str:
    """Make each address within the repository a whole one, a picture's that of the file itself."""

    def whole(found: re.Match[str]) -> str:
        picture, words, place = found.groups()
        kind = "raw" if picture else "blob"
        return f"{picture}{words}({repository}/{kind}/{version}/{place})"

    return WITHIN.sub(whole, text)


if __name__ == "__main__":
    README.write_text(addressed(README.read_text(encoding="utf-8"), *sys.argv[1:3]), "utf-8")
