"""Read the bundled ladders in YAML anew, and lay down beside each what it was read as."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from ladder import bundled_names
from ladder.files.bundled import PARSED, bundled_file
from ladder.files.reader import read_document
from ladder.files.text import read_bytes


def parsed_files() -> dict[Path, str]:
    """Every such file, and what is to stand in it."""
    files = {}
    for path in map(bundled_file, bundled_names()):
        if path.endswith(".yaml"):
            content = read_bytes(path)
            parsed = {"crc32": crc32(content), "root": read_document(content, path).root}
            text = json.dumps(parsed, ensure_ascii=False, separators=(",", ":"))
            files[Path(path + PARSED)] = text + "\n"
    return files


if __name__ == "__main__":
    for file, text in parsed_files().items():
        file.write_text(text, encoding="utf-8")
        print(f"Written: {file}")
