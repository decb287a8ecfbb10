"""Random skill matrices, as somebody would write them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from ladder import Ladder
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix

SKILLS = 5
Row = tuple[str, int, list[int]]
"""Of a role: its track, its rank, and the level of each skill."""

levels = st.lists(st.integers(0, 4), min_size=SKILLS, max_size=SKILLS)
matrices = st.lists(
    st.tuples(st.sampled_from(["Data", "Design", "Product"]), st.integers(1, 3), levels),
    min_size=2,
    max_size=7,
)


def written(rows: list[Row]) -> str:
    """Write a matrix as CSV, with a last role, so that there are four levels at all times."""
    skills = ",".join(f"Skill {number}" for number in range(SKILLS))
    lines = [f"Role,Track,Rank,{skills}"]
    for number, (track, rank, held) in enumerate(rows):
        lines.append(f"Role {number},{track},{rank},{','.join(map(str, held))}")
    lines.append(f"Last,End,1,{','.join('4' * SKILLS)}")
    return "\n".join(lines) + "\n"


def imported(folder: Path, rows: list[Row], before: Ladder | None = None) -> Imported:
    """Import a matrix."""
    (folder / "skills.csv").write_text(written(rows), encoding="utf-8")
    return import_matrix(folder / "skills.csv", before=before)
