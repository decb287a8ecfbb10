"""Files as people have them: the tables of `tests/data/frameworks/origins`."""

from __future__ import annotations

from pathlib import Path

from ladder.spreadsheet.sources import Source, read_tables

ORIGINS = Path(__file__).parents[1] / "data" / "frameworks" / "origins"
REFUSED = ORIGINS / "refused"
SHAPES = ORIGINS / "shapes"


def source(name: str, encoding: str = "utf-8") -> Source:
    """Read a file, as if it were in another encoding."""
    text = (ORIGINS / name).read_bytes().decode()
    return read_tables(text.encode(encoding), name)


def texts(table: Source, name: str) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell.text for cell in row] for row in table.tables[name].rows]
