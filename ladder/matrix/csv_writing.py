"""A ladder's roles and skills as a matrix in CSV."""

from __future__ import annotations

import csv
from io import StringIO

from ladder.ids import to_id
from ladder.model import Ladder
from ladder.spreadsheets import harmless

from .contents import Matrix, MatrixRole, matrix_of
from .headings import heading

FACTS = ("Role", "Id", "Track", "Rank")


def matrix_csv(ladder: Ladder) -> str:
    """Write a row for each role and a column for each skill.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    str
        CSV after RFC 4180. A cell has a level's number and name, or nothing. A skill or track has
        its id behind its name where the name alone would give another.

    Examples
    --------
    >>> from ladder import bundled
    >>> matrix_csv(bundled("product-management")).splitlines()[0][:46]
    'Role,Id,Track,Rank,Communication,Analytical th'
    """
    matrix = matrix_of(ladder)
    page = StringIO()
    writer = csv.writer(page)
    skills = [heading(name, key) for key, name in matrix.skills.items()]
    writer.writerow(map(harmless, [*FACTS, *skills]))
    for role in matrix.roles:
        levels = [level_text(matrix, role, skill) for skill in matrix.skills]
        writer.writerow(map(harmless, [*_facts(matrix, role), *levels]))
    return page.getvalue()


def level_text(matrix: Matrix, role: MatrixRole, skill: str) -> str:
    """Write the level of a skill in a role by number and name, so that both can be read back."""
    level = role.profile.get(skill, 0)
    return f"{level} - {matrix.levels[level - 1]}" if level else ""


def _facts(matrix: Matrix, role: MatrixRole) -> list[object]:
    track = "" if role.track is None else heading(matrix.tracks[role.track], role.track)
    rank = "" if role.rank is None else role.rank
    return [heading(role.name, to_id(role.name)), role.id, track, rank]
