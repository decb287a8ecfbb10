"""Random lists, dressed as people dress them: the same ladder, or a refusal, never another one."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

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


@st.composite
def frameworks(draw: st.DrawFn) -> dict[str, tuple[int, dict[str, int]]]:
    """Roles with their ranks, and the levels that they expect; the highest level is there."""
    roles = {}
    for number in range(draw(st.integers(1, 4))):
        skills = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=4, unique=True))
        levels = {skill: draw(st.integers(1, 4)) for skill in skills}
        roles[f"Grower {'ABCD'[number]}"] = draw(st.integers(1, 3)), levels
    first = next(iter(roles.values()))[1]
    first[next(iter(first))] = 4
    return roles


@st.composite
def dressed(draw: st.DrawFn, roles: dict[str, tuple[int, dict[str, int]]]) -> str:
    """The list as a text: columns and rows in another order, notes around, roles written once."""
    headings = draw(st.sampled_from(HEADINGS))
    required, optional = draw(st.sampled_from(FLAGS))
    columns = draw(st.permutations(list(headings)))
    once = columns.index("role") < columns.index("skill") and draw(st.booleans())
    rows = []
    for role, (rank, levels) in roles.items():
        facts = {"role": role, "track": "Garden", "rank": str(rank), "group": "Plants"}
        shown = {**levels, **{skill: 0 for skill in SKILLS[:2] if skill not in levels}}
        for place, (skill, level) in enumerate(draw(st.permutations(sorted(shown.items())))):
            row = {"skill": skill, "level": str(level or 1), **facts}
            row["required"] = required if level else optional
            if once and place:
                row |= {"role": "", "track": "", "rank": ""}
            rows.append([row[what] for what in columns])
    if not once:
        rows = draw(st.permutations(rows))
    page = StringIO()
    delimiter = draw(st.sampled_from(",;\t"))
    writer = csv.writer(
        page, delimiter=delimiter, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))
    )
    blank = [""] * len(columns)
    above = draw(st.sampled_from([[], [["Draft 3", *blank[1:]], blank], [["Garden", *blank[1:]]]]))
    below = draw(st.sampled_from([[], [blank, ["For the people team", *blank[1:]]]]))
    writer.writerows([*above, [headings[what] for what in columns], *rows, *below])
    return draw(st.sampled_from(["", "\ufeff"])) + page.getvalue()


@given(data=st.data(), roles=frameworks())
def test_the_same_list_however_it_is_dressed(
    data: st.DataObject, roles: dict[str, tuple[int, dict[str, int]]]
) -> None:
    """Languages, orders, separators, titles, footers, and what is written once."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "list.csv")
        file.write_text(data.draw(dressed(roles)), encoding="utf-8", newline="")
        ladder = import_list([file]).ladder
    named = {key: skill.name for key, skill in ladder.skills.items()}
    assert {
        role.name: (role.rank, {named[skill]: level for skill, level in role.expects.items()})
        for role in ladder.roles.values()
    } == roles
    assert {role.track for role in ladder.roles.values()} == {"garden"}
    assert {skill.group for skill in ladder.skills.values()} == {"Plants"}
