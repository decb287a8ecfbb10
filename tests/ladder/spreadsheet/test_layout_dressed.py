"""Random matrices through random dressings: the same ladder comes out, or a refusal.

A thousand of them, with the lists of `test_lists_dressed`: 500 as separated texts, 150 in Markdown
and web pages, 100 as workbooks, and 250 lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, note, settings
from hypothesis import strategies as st
from support.dressings import NAMES, Dressing, Plain, dressed, dressings, plain_matrices
from support.outcomes import most_were_read
from support.workbooks import workbook
from support.written import FORMS, OLD, UNICODE

from ladder import Ladder, LadderError
from ladder.spreadsheet.importer import import_matrix

ways = pytest.mark.parametrize("across", [True, False], ids=["across", "down"])
texts = st.sampled_from(("commas", "semicolons", "tabs", "bars"))
pages = st.sampled_from(("Markdown", "HTML"))
encodings = st.sampled_from((*UNICODE, *OLD))


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Counter[str]]:
    """How many were read, and how many refused, which must be few."""
    yield from most_were_read()


@ways
@settings(max_examples=250)
@given(plain=plain_matrices(), how=dressings, form=texts, encoding=encodings)
def test_separated(
    across: bool, plain: Plain, how: Dressing, form: str, encoding: str, outcomes: Counter[str]
) -> None:
    """By commas, semicolons, tabs or bars, in any encoding that has all characters."""
    _same_or_refused(plain, how._replace(across=across), form, encoding, outcomes)


@ways
@settings(max_examples=75)
@given(plain=plain_matrices(), how=dressings, form=pages)
def test_marked_up(
    across: bool, plain: Plain, how: Dressing, form: str, outcomes: Counter[str]
) -> None:
    """In Markdown, and in web pages, in which cells are merged."""
    _same_or_refused(plain, how._replace(across=across), form, "utf-8", outcomes)


@ways
@settings(max_examples=50)
@given(plain=plain_matrices(), how=dressings)
def test_workbooks(across: bool, plain: Plain, how: Dressing, outcomes: Counter[str]) -> None:
    """With merged cells, numbers and formats."""
    _same_or_refused(plain, how._replace(across=across), "workbook", "", outcomes)


def _same_or_refused(
    plain: Plain, how: Dressing, form: str, encoding: str, outcomes: Counter[str]
) -> None:
    page = dressed(plain, how)
    note("\n".join(str(row) for row in page.rows))
    try:
        content = workbook({"Matrix": page}) if not encoding else FORMS[form](page).encode(encoding)
    except UnicodeEncodeError:
        content = FORMS[form](page).encode()
        encoding = "utf-8"
    try:
        ladder = _imported(content)
    except LadderError as refused:
        note(str(refused))
        event("refused")
        outcomes["refused"] += 1
        assert encoding in OLD or (how.across and not how.headed)
        return
    event("read")
    outcomes["read"] += 1
    _check(ladder, plain, how)


def _imported(content: bytes) -> Ladder:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "m.txt"
        file.write_bytes(content)
        made = import_matrix(file)
    note("\n".join(made.remarks[:4]))
    return made.ladder


def _check(ladder: Ladder, plain: Plain, how: Dressing) -> None:
    """Roles, tracks, ranks, skills, groups and levels are those that were dressed."""
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
    if how.named:
        assert ladder.levels == NAMES
    if how.ranks:
        assert all(role.rank for role in ladder.roles.values())
