"""An expected level that is raised raises the gates, in a workbook and in a file alike."""

from __future__ import annotations

import io
from math import inf
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.matrices import SKILLS, Row, imported, matrices

from graphs import NoGrowthPath, growth_path
from ladder import Ladder, dumps, load
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.xlsx_writer import matrix_xlsx


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("raised")


def in_workbook(folder: Path, ladder: Ladder, role: int, skill: int, level: int) -> Ladder:
    book = openpyxl.load_workbook(io.BytesIO(matrix_xlsx(ladder)))
    sheet = book["Matrix"]
    column = next(cell.column for cell in sheet[1] if cell.value == f"Skill {skill}")
    row = next(cell.row for cell in sheet["B"] if cell.value == f"role-{role}")
    sheet.cell(row, column).value = ladder.level_name(level)
    book.save(folder / "edited.xlsx")
    made = import_matrix(folder / "edited.xlsx")
    assert not made.remarks
    return made.ladder


def in_file(folder: Path, ladder: Ladder, role: int, skill: int, level: int) -> Ladder:
    (folder / "base.yaml").write_text(dumps(ladder), encoding="utf-8")
    raised = f"roles: {{role-{role}: {{expects: {{skill-{skill}: {level}}}}}}}\n"
    (folder / "raised.yaml").write_text(f"extends: base.yaml\n{raised}", encoding="utf-8")
    return load(folder / "raised.yaml")


def months(ladder: Ladder, source: str, target: str) -> float:
    try:
        return growth_path(ladder, source, target).months
    except NoGrowthPath:
        return inf


@settings(max_examples=40)
@given(rows=matrices, data=st.data())
def test_no_way_gets_shorter(folder: Path, rows: list[Row], data: st.DataObject) -> None:
    """That starts in another role, as learning and moves stay what they are."""
    ladder = imported(folder, rows).ladder
    role = data.draw(st.integers(0, len(rows) - 1))
    skill = data.draw(st.integers(0, SKILLS - 1))
    level = data.draw(st.integers(min(4, rows[role][2][skill] + 1), 4))

    raised = in_workbook(folder, ladder, role, skill, level)

    assert raised == in_file(folder, ladder, role, skill, level)
    changed = f"role-{role}"
    assert raised.roles[changed].expects[f"skill-{skill}"] == level
    for _, _, move in raised.moves():
        if move.to_role == changed:
            assert move.requires == raised.roles[changed].expects
    for source in sorted(ladder.roles.keys() - {changed}):
        for target in sorted(ladder.roles):
            assert months(raised, source, target) >= months(ladder, source, target)
