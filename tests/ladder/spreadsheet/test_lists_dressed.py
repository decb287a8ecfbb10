"""Random lists, dressed as people dress them: the same ladder, or a refusal, never another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from support.dressings import STYLES, Dressed
from support.outcomes import most_were_read
from support.workbooks import workbook
from support.written import FORMS, OLD, UNICODE

from ladder import LadderError
from ladder.spreadsheet.lists.importer import import_list

HEADINGS = (
    {"role": "Role", "track": "Track", "rank": "Rank", "skill": "Skill", "level": "Level",
     "required": "Required", "group": "Category"},
    {"role": "Stelle", "track": "Laufbahn", "rank": "Karrierestufe", "skill": "Kompetenz",
     "level": "Stufe", "required": "Muss/Kann", "group": "Gruppe"},
    {"role": "Poste", "track": "Filière", "rank": "Échelon", "skill": "Compétence",
     "level": "Niveau requis", "required": "Obligatoire", "group": "Domaine"},
    {"role": "Puesto", "track": "Departamento", "rank": "Rango", "skill": "Competencia",
     "level": "Nivel", "required": "Requerido", "group": "Grupo"},
)  # fmt: skip
FLAGS = (
    ("yes", "no"),
    ("must", "nice-to-have"),
    ("x", ""),
    ("Pflicht", "optional"),
    ("oui", "non"),
)
SKILLS = ("Pruning", "Sowing", "Teaching", "Accounts", "Grafting")


Expected = dict[str, tuple[int, dict[str, int]]]
"""Roles with their ranks, and the levels that they expect."""


@st.composite
def frameworks(draw: st.DrawFn) -> Expected:
    """All levels are there."""
    roles = {}
    for number in range(draw(st.integers(1, 4))):
        skills = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=4, unique=True))
        levels = {skill: draw(st.integers(1, 4)) for skill in skills}
        roles[f"Grower {'ABCD'[number]}"] = draw(st.integers(1, 3)), levels
    roles["Grower E"] = 3, dict(zip(SKILLS[1:], draw(st.permutations((1, 2, 3, 4))), strict=True))
    return roles


@st.composite
def dressed(draw: st.DrawFn, roles: Expected) -> Dressed:
    """The list as a table: columns and rows in another order, notes around, roles written once."""
    headings = draw(st.sampled_from(HEADINGS))
    required, optional = draw(st.sampled_from(FLAGS))
    style = STYLES[draw(st.sampled_from(("number", "number", *STYLES)))]
    columns = draw(st.permutations(list(headings)))
    once = columns.index("role") < columns.index("skill") and draw(st.booleans())
    rows = []
    for role, (rank, levels) in roles.items():
        facts: dict[str, object] = {"role": role, "track": "Garden", "rank": rank}
        shown = {**levels, **{skill: 0 for skill in SKILLS[:2] if skill not in levels}}
        for place, (skill, level) in enumerate(draw(st.permutations(sorted(shown.items())))):
            row = {"skill": skill, "level": style[max(level, 1) - 1], "group": "Plants", **facts}
            row["required"] = required if level else optional
            if once and place:
                row |= {"role": "", "track": "", "rank": ""}
            rows.append([row[what] for what in columns])
    if not once:
        rows = draw(st.permutations(rows))
        rows += draw(st.lists(st.sampled_from(rows), max_size=1))  # says again what another says
    head: list[object] = [headings[what] for what in columns]
    place = draw(st.integers(0, len(rows)))
    rows[place:place] = draw(st.sampled_from([[], [[]], [head], [[], head]]))
    above = draw(st.sampled_from([[], [["Draft 3"], []], [["Garden"]]]))
    below = draw(st.sampled_from([[], [[], ["For the people team"]], [["© 2027 Example Ltd"]]]))
    return Dressed([*above, head, *rows, *below], [])


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Counter[str]]:
    """How many were read, and how many refused, which must be few."""
    yield from most_were_read()


@settings(max_examples=150)
@given(
    data=st.data(),
    roles=frameworks(),
    form=st.sampled_from(("commas", "semicolons", "tabs", "bars")),
    encoding=st.sampled_from((*UNICODE, *OLD)),
)
def test_separated(
    data: st.DataObject, roles: Expected, form: str, encoding: str, outcomes: Counter[str]
) -> None:
    """By commas, semicolons, tabs or bars, in any encoding that has all characters."""
    page = data.draw(dressed(roles))
    try:
        content = FORMS[form](page).encode(encoding)
    except UnicodeEncodeError:
        content, encoding = FORMS[form](page).encode(), "utf-8"
    _same_or_refused(roles, content, encoding, outcomes)


@settings(max_examples=50)
@given(data=st.data(), roles=frameworks(), form=st.sampled_from(("Markdown", "HTML")))
def test_marked_up(data: st.DataObject, roles: Expected, form: str, outcomes: Counter[str]) -> None:
    """In Markdown, and in web pages."""
    _same_or_refused(roles, FORMS[form](data.draw(dressed(roles))).encode(), "utf-8", outcomes)


@settings(max_examples=50)
@given(data=st.data(), roles=frameworks())
def test_workbooks(data: st.DataObject, roles: Expected, outcomes: Counter[str]) -> None:
    """With numbers and formats."""
    _same_or_refused(roles, workbook({"List": data.draw(dressed(roles))}), "", outcomes)


def _same_or_refused(
    roles: Expected, content: bytes, encoding: str, outcomes: Counter[str]
) -> None:
    """Whatever the languages, orders, titles and footers, and what is written once."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "list.txt")
        file.write_bytes(content)
        try:
            ladder = import_list([file]).ladder
        except LadderError as refused:
            note(str(refused))
            outcomes["refused"] += 1
            assert encoding in OLD
            return
    outcomes["read"] += 1
    named = {key: skill.name for key, skill in ladder.skills.items()}
    assert {
        role.name: (role.rank, {named[skill]: level for skill, level in role.expects.items()})
        for role in ladder.roles.values()
    } == roles
    assert {role.track for role in ladder.roles.values()} == {"garden"}
    assert {skill.group for skill in ladder.skills.values()} == {"Plants"}
