"""Random matrices through random dressings: the same ladder comes out, or a refusal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, note
from support.dressings import NAMES, Dressing, Plain, dressed, dressings, plain_matrices
from support.workbooks import text, workbook

from ladder import Ladder, LadderError
from ladder.spreadsheet.importer import import_matrix


def read(plain: Plain, how: Dressing, as_workbook: bool) -> Ladder:
    page = dressed(plain, how)
    note("\n".join(str(row) for row in page.rows))
    with TemporaryDirectory() as folder:
        file = Path(folder) / ("m.xlsx" if as_workbook else "m.csv")
        file.write_bytes(workbook({"Matrix": page}) if as_workbook else text(page.rows))
        made = import_matrix(file)
    note("\n".join(made.remarks[:4]))
    return made.ladder


@pytest.mark.parametrize("as_workbook", [True, False])
@given(plain=plain_matrices(), how=dressings)
def test_the_same_ladder_comes_out_of_every_dressing(
    as_workbook: bool, plain: Plain, how: Dressing
) -> None:
    """Roles, tracks, ranks, skills, groups and levels; never another ladder."""
    try:
        ladder = read(plain, how, as_workbook)
    except LadderError as refused:
        note(str(refused))
        assert how.across
        assert not how.headed
        return
    tracks = {key: track.name for key, track in ladder.tracks.items()}
    assert [(tracks[role.track or ""], role.name) for role in ladder.roles.values()] == [
        *plain.roles
    ]
    assert [skill.name for skill in ladder.skills.values()] == [name for _, name in plain.skills]
    if how.groups:
        assert [skill.group for skill in ladder.skills.values()] == [
            group for group, _ in plain.skills
        ]
    expected = [
        {
            name: line[at]
            for (_, name), line in zip(plain.skills, plain.levels, strict=True)
            if line[at]
        }
        for at in range(len(plain.roles))
    ]
    assert [
        {ladder.skills[skill].name: level for skill, level in role.expects.items()}
        for role in ladder.roles.values()
    ] == expected
    if how.named or how.legend:
        assert ladder.levels == NAMES
    if how.ranks:
        assert all(role.rank for role in ladder.roles.values())
