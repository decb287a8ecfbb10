"""Read the bundled ladders in YAML anew, and lay down beside each what it was read as."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ladder import bundled_names
from ladder.files.bundled import checksums
from ladder.files.catalogue import PARSED, bundled_file
from ladder.files.extends import bundled_document


def parsed_files() -> dict[Path, str]:
    """Every such file, and what is to stand in it."""
    written = {}
    for path in map(bundled_file, bundled_names()):
        if path.endswith(".yaml"):
            document = bundled_document(path)
            files = sorted(map(os.path.basename, document.files()))
            parsed = {"crc32": checksums(files, path), "root": document.root}
            text = json.dumps(parsed, ensure_ascii=False, separators=(",", ":"))
            written[Path(path + PARSED)] = text + "\n"
    return written


if __name__ == "__main__":
    for file, text in parsed_files().items():
        file.write_text(text, encoding="utf-8")
        print(f"Written: {file}")
