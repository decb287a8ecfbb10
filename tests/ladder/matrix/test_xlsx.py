"""A workbook holds a whole ladder."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from ladder_strategies import ladders

from ladder import Ladder
from ladder.matrix.importing import Imported, import_matrix
from ladder.matrix.xlsx_writing import matrix_xlsx


def imported(content: bytes) -> Imported:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "matrix.xlsx"
        file.write_bytes(content)
        return import_matrix(file)


@given(ladder=ladders())
def test_export_and_import_give_the_same_ladder(ladder: Ladder) -> None:
    """Nothing is lost, nothing is told, whatever the names."""
    again = imported(matrix_xlsx(ladder))
    assert again.ladder == ladder
    assert not again.remarks
