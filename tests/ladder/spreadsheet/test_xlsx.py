"""A workbook holds a whole ladder."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.ladder_strategies import ladders

from ladder import FileProblems, Ladder, LadderError, UnreadableFile, bundled, load
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.xlsx_writer import matrix_xlsx


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


@given(ladder=ladders())
def test_import_and_export_give_the_same_workbook(ladder: Ladder) -> None:
    """Once the skills of a gate stand in the order that reading gives them."""
    ladder = imported(matrix_xlsx(ladder)).ladder
    content = matrix_xlsx(ladder)
    assert matrix_xlsx(imported(content).ladder) == content


def test_the_same_ladder_is_the_same_bytes() -> None:
    """No time of writing is left in the file."""
    ladder = bundled("product-management")
    assert matrix_xlsx(ladder) == matrix_xlsx(ladder)


@given(ladder=ladders())
def test_no_cell_is_a_formula(ladder: Ladder) -> None:
    """Whatever the names: what looks like a formula is a text, and marked as one."""
    book = openpyxl.load_workbook(io.BytesIO(matrix_xlsx(ladder)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    risky = [c for c in cells if isinstance(c.value, str) and c.value[:1] in ("=", "+", "-", "@")]
    assert all(cell.quotePrefix for cell in risky)


def edited(change: Callable[[openpyxl.Workbook], Any], ladder: Ladder | None = None) -> bytes:
    """A ladder's workbook, else the product ladder's, after somebody's work on it."""
    whole = ladder or bundled("product-management")
    book = openpyxl.load_workbook(io.BytesIO(matrix_xlsx(whole)))
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def cell_of(sheet: Any, role: str, skill: str) -> Any:
    column = next(cell.column for cell in sheet[1] if cell.value == skill)
    row = next(cell.row for cell in sheet["B"] if cell.value == role)
    return sheet.cell(row, column)


def test_a_change_in_the_matrix_counts() -> None:
    """A raised level is added, a lowered one takes those above away, and both are told."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Matrix"]
        cell_of(sheet, "graduate", "Levels are").value = "developed"
        cell_of(sheet, "graduate", "Communication").value = "working"
        cell_of(sheet, "marketing-specialist", "Customer discovery").value = "awareness"
        cell_of(sheet, "marketing-specialist", "Empathy").value = None

    again = imported(edited(change))
    before = bundled("product-management").roles
    roles = again.ladder.roles
    assert roles["graduate"].develops == {"communication": {2: 18}}
    after = before["marketing-specialist"].develops["customer-discovery"][2]
    assert roles["marketing-specialist"].develops["customer-discovery"] == {1: after}
    assert "empathy" not in roles["marketing-specialist"].develops
    assert len(again.remarks) == 3
    assert "as is assumed" in again.remarks[0]
    changed = ("graduate", "marketing-specialist")
    kept = {key: role for key, role in roles.items() if key not in changed}
    assert all(role == before[key] for key, role in kept.items())


def test_a_change_in_another_sheet_counts() -> None:
    """A new role with its moves and growth, and months of one's own; own columns are left out."""

    def change(book: openpyxl.Workbook) -> None:
        book["Roles"].append(["coach", "Coach", None, "product", 3])
        book["Growth"].append(["coach", "mentoring", "expert", 24])
        book["Transitions"].append(
            ["product-manager", "coach", "lateral", 12, 6, 18, "mentoring: working\nempathy: 1"]
        )
        book["Skills"]["F1"] = "Owner"

    again = imported(edited(change))
    assert again.ladder.roles["coach"].develops == {"mentoring": {4: 24}}
    move = again.ladder.transitions[-1]
    assert move.requires == {"mentoring": 2, "empathy": 1}
    assert move.months_range == (6, 18)
    assert again.remarks == ('Left out: the column "Owner" of Skills.',)


def test_faults_have_their_cells() -> None:
    """In any sheet, all at once."""

    def change(book: openpyxl.Workbook) -> None:
        book["Transitions"]["B2"] = "produkt-manager"
        book["Transitions"]["D3"] = "soon"
        book["Transitions"]["G4"] = "communication working"
        book["Activities"]["E2"] = 1
        book["Activities"]["F2"] = None
        book["Growth"]["A2"] = "nobody"

    with pytest.raises(FileProblems) as refused:
        imported(edited(change))
    told = str(refused.value)
    assert 'Transitions!G4: "communication working" is neither' in told
    assert 'Growth!A2: no role "nobody"' in told
    assert "Activities!E2: expected both Fast and Slow, or neither" in told

    def other(book: openpyxl.Workbook) -> None:
        book["Transitions"]["B2"] = "produkt-manager"
        book["Transitions"]["D3"] = "soon"
        book["Roles"]["E3"] = 1.5

    with pytest.raises(FileProblems) as refused:
        imported(edited(other))
    told = str(refused.value)
    assert 'Transitions!B2: no role "produkt-manager"; did you mean product-manager' in told
    assert "Transitions!D3: " in told
    assert "Roles!E3: " in told


def test_faults_of_all_sheets_are_told_at_once(smithy: Ladder) -> None:
    """Of cells that cannot be read, of what they mean, and of the matrix; each cell once."""

    def change(book: openpyxl.Workbook) -> None:
        book["Activities"]["D2"] = "soon"
        book["Transitions"]["D2"], book["Transitions"]["E2"] = "late", 12
        book["Transitions"]["B3"] = "clark"
        book["Transitions"]["D4"], book["Transitions"]["E4"], book["Transitions"]["F4"] = 9, 10, 12
        book["Growth"]["D3"] = "x"
        book["Roles"]["E3"] = "two"
        cell_of(book["Matrix"], "apprentice", "Fire").value = "hihg"
        cell_of(book["Matrix"], "smith", "Levels are").value = "wanted"
        book["Matrix"]["B4"] = "clerc"

    with pytest.raises(FileProblems) as refused:
        imported(edited(change, smithy))
    told = [str(problem).partition(": ")[2] for problem in refused.value.problems]
    months = 'expected a whole number from 0 to 1,200, found the text "'
    assert [problem.partition(": ")[0] for problem in told] == [
        "Activities!D2",
        "Growth!D3",
        "Matrix!F2",
        "Matrix!E3",
        "Matrix!B4",
        "Roles!E3",
        "Roles!A4",
        "Transitions!D2",
        "Transitions!E2",
        "Transitions!B3",
        "Transitions!D4",
    ]
    assert f'Growth!D3: Months: {months}x"' in told
    assert "Transitions!D4: Months is 9, which is outside of the range from 10 to 12" in told
    assert 'Roles!A4: this role goes by "clerc" in Matrix; all sheets need one id' in told


def test_an_id_changed_in_one_sheet_is_told_there(smithy: Ladder) -> None:
    """Beside the sheets that still have the old one."""
    with pytest.raises(FileProblems) as refused:
        imported(edited(lambda book: book["Roles"].__setitem__("A3", "master"), smithy))
    told = str(refused.value)
    assert 'Roles!A3: this role goes by "smith" in Matrix; all sheets need one id' in told
    assert 'Matrix!B3: no role "smith"' in told
    assert 'Transitions!B2: no role "smith"' in told


def test_a_sheet_without_its_column_is_told_alone() -> None:
    """As nothing that refers to its rows could be found."""
    with pytest.raises(FileProblems) as refused:
        imported(edited(lambda book: book["Skills"].__setitem__("A1", "Key")))
    (problem,) = refused.value.problems
    assert 'Skills!A1: there is no column "Id"; expected it in this row' in str(problem)


def test_what_only_the_matrix_has_is_refused() -> None:
    """A role or skill is added in its own sheet first."""

    def change(book: openpyxl.Workbook) -> None:
        book["Matrix"]["A17"], book["Matrix"]["B17"] = "Coach", "xyz"
        book["Matrix"]["G1"] = "Juggling"
        cell_of(book["Matrix"], "graduate", "Communication").value = "expertt"

    with pytest.raises(FileProblems, match="did you mean expert") as refused:
        imported(edited(change))
    assert 'Matrix!B17: no role "xyz"; add it to the sheet Roles first' in str(refused.value)
    assert 'Matrix!G1: no skill "juggling"; add it to the sheet Skills first' in str(refused.value)


SMITHY = """\
name: Smithy
levels: [{name: low, about: Has seen it done.}, high]
skills:
  fire: {name: Fire, group: Craft, levels: {low: Lights one, high: Keeps one even}}
  trade: Trade
tracks: {forge: Forge, shop: Shop}
roles:
  apprentice: {track: forge, rank: 1, expects: {fire: low}}
  smith: {track: forge, rank: 2, expects: {fire: high, trade: low}, url: "https://example.org/s"}
  clerk: {track: shop, expects: {fire: low, trade: low}, develops: expected, develops_after: 6}
  hand: {develops: {fire: {low: 3}}}
  cook: {}
transitions:
- {from: apprentice, to: smith, kind: promotion, months: 24}
- {from: any, to: clerk, kind: entry, months: 12}
- {from: [smith, clerk], to: hand, months: 3}
- {from: [hand, clerk], to: apprentice, months: 1, requires: {}}
- {from: clerk, to: smith, months: 36, requires: {trade: low}}
activities: {course: {months: 2, url: "https://example.org/c", develops: {trade: low}}}
"""


@pytest.fixture
def smithy(tmp_path: Path) -> Ladder:
    (tmp_path / "smithy.yaml").write_text(SMITHY, encoding="utf-8")
    return load(tmp_path / "smithy.yaml")


def table(content: bytes, sheet: str) -> list[list[Any]]:
    """What stands in a sheet, empty cells left out."""
    rows = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    return [[value for value in row if value is not None] for row in rows]


def test_what_is_expected_stands_in_the_matrix(smithy: Ladder) -> None:
    """The row says so; of a role that expects nothing, it has what the role develops."""
    content = matrix_xlsx(smithy)
    assert table(content, "Matrix") == [
        ["Role", "Id", "Track", "Rank", "Levels are", "Fire", "Trade"],
        ["Apprentice", "apprentice", "Forge", 1, "expected", "low"],
        ["Smith", "smith", "Forge", 2, "expected", "high", "low"],
        ["Clerk", "clerk", "Shop", "expected", "low", "low"],
        ["Hand", "hand", "developed", "low"],
        ["Cook", "cook", "expected"],
    ]
    assert table(content, "Growth")[1:] == [
        ["clerk", "all expected", 6],
        ["hand", "fire", "low", 3],
    ]
    assert table(content, "Transitions")[1:] == [
        ["apprentice", "smith", "promotion", 24, "expected"],
        ["any", "clerk", "entry", 12, "expected"],
        ["smith\nclerk", "hand", "lateral", 3],
        ["hand\nclerk", "apprentice", "lateral", 1, "open"],
        ["clerk", "smith", "lateral", 36, "trade: low"],
    ]
    assert table(content, "Skills")[1] == ["fire", "Fire", "Craft"]
    assert table(content, "Texts")[1:] == [
        ["fire", "low", "Lights one"],
        ["fire", "high", "Keeps one even"],
    ]
    assert table(content, "Levels")[1] == [1, "low", "Has seen it done."]
    again = imported(content)
    assert again.ladder == smithy
    assert not again.remarks


def gates(ladder: Ladder) -> dict[tuple[str, str], dict[str, int]]:
    return {(source, move.to_role): dict(move.requires) for _, source, move in ladder.moves()}


def test_a_level_raised_in_the_matrix_raises_the_gates(smithy: Ladder) -> None:
    """Those that ask for what is expected, and what is developed by the same word; no others."""

    def change(book: openpyxl.Workbook) -> None:
        cell_of(book["Matrix"], "smith", "Trade").value = "high"
        cell_of(book["Matrix"], "clerk", "Fire").value = 2
        cell_of(book["Matrix"], "apprentice", "Fire").value = None

    ladder = imported(edited(change, smithy)).ladder
    before, after = gates(smithy), gates(ladder)
    assert after["apprentice", "smith"] == {"fire": 2, "trade": 2}
    assert after["hand", "clerk"] == after["smith", "clerk"] == {"fire": 2, "trade": 1}
    assert ladder.roles["clerk"].develops == {"fire": {2: 6}, "trade": {1: 6}}
    assert ladder.roles["apprentice"].expects == {}
    changed = {ends for ends in before if before[ends] != after[ends]}
    assert changed == {("apprentice", "smith"), *((each, "clerk") for each in before_clerk(smithy))}


def before_clerk(ladder: Ladder) -> list[str]:
    return [source for source, target in gates(ladder) if target == "clerk"]


def test_a_row_says_which_levels_it_has(smithy: Ladder) -> None:
    """One that is to be expected no longer is developed, and the other way round."""

    def change(book: openpyxl.Workbook) -> None:
        cell_of(book["Matrix"], "hand", "Levels are").value = "Expected"
        cell_of(book["Matrix"], "apprentice", "Levels are").value = "developed"
        cell_of(book["Matrix"], "cook", "Trade").value = "low"

    again = imported(edited(change, smithy))
    roles = again.ladder.roles
    assert (roles["hand"].expects, roles["hand"].develops) == ({"fire": 1}, {"fire": {1: 3}})
    assert (roles["apprentice"].expects, roles["apprentice"].develops) == ({}, {"fire": {1: 18}})
    assert roles["cook"].expects == {"trade": 1}
    assert gates(again.ladder)["smith", "hand"] == {"fire": 1}  # as in a file with no gate
    assert len(again.remarks) == 1

    def wrong(book: openpyxl.Workbook) -> None:
        cell_of(book["Matrix"], "hand", "Levels are").value = "wanted"

    with pytest.raises(FileProblems, match='Matrix!E5: expected expected or developed, found "wan'):
        imported(edited(wrong, smithy))


def test_a_role_without_a_row_expects_nothing(smithy: Ladder) -> None:
    """Which is told, as the row may have been deleted by mistake."""
    again = imported(edited(lambda book: book["Matrix"].delete_rows(3), smithy))
    assert again.remarks == ("Without a row in Matrix, so nothing is expected: Smith.",)
    assert gates(again.ladder)["apprentice", "smith"] == {}
    for sheet in ("Matrix", "Growth"):
        with pytest.raises(UnreadableFile, match=f'xlsx has no sheet "{sheet}"; leave a sheet'):
            imported(edited(lambda book, sheet=sheet: book.remove(book[sheet]), smithy))


def test_faults_of_what_is_expected(smithy: Ladder) -> None:
    """Of texts, gates, sources and what is developed, each at its cell."""

    def change(book: openpyxl.Workbook) -> None:
        book["Texts"].append(["fir", "low", "x"])
        book["Texts"].append(["fire", "low", "x"])
        book["Texts"].append(["trade", "low"])
        book["Growth"].append(["clerk", "fire", "low", 3])
        book["Growth"].append(["hand", "All expected", "low", 3])
        book["Transitions"]["G2"] = "expcted"

    with pytest.raises(FileProblems) as refused:
        imported(edited(change, smithy))
    told = [str(problem).partition(": ")[2] for problem in refused.value.problems]
    assert told == [
        "Growth!B4: a row above says that this role develops all expected",
        "Growth!B5: this role has a row above, which this one would replace",
        "Growth!C5: leave this empty: the levels are those that the role expects",
        'Texts!A4: no skill "fir"; did you mean fire?',
        "Texts!B5: this level of this skill has a text in a row above",
        "Texts!A6: Text missing in this row",
        'Transitions!G2: "expcted" is neither; expected a skill\'s id and its level in each line, '
        'such as "sql: working", or expected, or open',
    ]

    def other(book: openpyxl.Workbook) -> None:
        book["Transitions"]["A4"] = "smith\nclark"
        book["Roles"]["H3"] = "javascript:alert(1)"
        book["Texts"]["B3"] = "hihg"

    with pytest.raises(FileProblems) as refused:
        imported(edited(other, smithy))
    places = [str(problem).split(": ")[1] for problem in refused.value.problems]
    assert places == ["Roles!H3", "Texts!B3", "Transitions!A4"]


def workbook(rows: list[list[Any]], *, merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    book.create_sheet("Notes")["A1"] = "for later"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_a_matrix_of_ones_own() -> None:
    """Numbers, merged cells that count for each, and a second sheet that is left out and told."""
    rows = [["Skill", "Junior", "Senior"], ["Track", "Data", None], ["SQL", 1, 2], ["Talk", 2, 2]]
    again = imported(workbook(rows, merge="B2:C2"))
    assert {role.track for role in again.ladder.roles.values()} == {"data"}
    assert again.ladder.roles["senior"].expects == {"sql": 2, "talk": 2}
    assert '"Notes"' in again.remarks[0]


def test_a_bad_cell_of_ones_own_has_its_place() -> None:
    """By sheet and cell."""
    with pytest.raises(FileProblems, match=r'matrix\.xlsx: Sheet!C3: "1\.5" lies between'):
        imported(workbook([["Role", "SQL", "Talk"], ["Junior", 1, 2], ["Senior", 2, 1.5]]))


def test_a_formula_counts_by_its_value() -> None:
    """One that no program has worked out has none, which is told."""
    with pytest.raises(FileProblems, match=r"Sheet!B3: a formula without a value"):
        imported(workbook([["Role", "SQL"], ["Junior", 1], ["Senior", "=B2+1"]]))


def test_totals_need_no_values() -> None:
    """What is left out may be worked out or not; the levels beside it may not."""
    rows: list[list[object]] = [
        ["Role", "SQL", "Talk", "Total"],
        ["Junior", 1, 1, "=SUM(B2:C2)"],
        ["Senior", 2, 3, "=SUM(B3:C3)"],
        ["Average", "=AVERAGE(B2:B3)", "=AVERAGE(C2:C3)"],
    ]
    made = imported(workbook(rows))
    assert [dict(role.expects) for role in made.ladder.roles.values()] == [
        {"sql": 1, "talk": 1},
        {"sql": 2, "talk": 3},
    ]
    rows[2][2] = "=C2+2"
    with pytest.raises(FileProblems) as refused:
        imported(workbook(rows))
    assert [str(problem).partition("!")[2][:3] for problem in refused.value.problems] == ["C3:"]


def test_a_formula_everywhere_is_told_of_some_cells() -> None:
    """A hundred are enough to know by."""
    rows = [["Role", "SQL", "Talk"], *([f"Role {at}", "=B1", "=C1"] for at in range(60))]
    with pytest.raises(FileProblems) as refused:
        imported(workbook(rows))
    assert len(refused.value.problems) == 100


def parts(change: dict[str, bytes]) -> bytes:
    """A workbook, some parts of which are replaced."""
    source = zipfile.ZipFile(io.BytesIO(workbook([["Role", "SQL"], ["Junior", 1]])))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, change.get(name, source.read(name)))
    return content.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (parts({SHEET: b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "declares a document type"),
        (parts({SHEET: "<!DOCTYPE x><x/>".encode("utf-16")}), "declares a document type"),
        (parts({SHEET: b"<x>"}), "is damaged"),
        (parts({SHEET: b" " * 210_000_000}), "unpacks to more than 200 MB"),
        (parts({"_rels/.rels": b"<x/>"}), "is no XLSX workbook"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or has a password"),
    ],
)
def test_hostile_files_are_refused(content: bytes, told: str) -> None:
    """Entities, bombs and fragments, each with a word on what it is."""
    with pytest.raises(UnreadableFile, match=told):
        imported(content)


def test_far_cells_take_no_room() -> None:
    """A cell in the last corner of a sheet does not make a grid of all of it."""
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>Role</t></is></c>'
        b'<c r="XFD1" t="inlineStr"><is><t>SQL</t></is></c></row>'
        b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Junior</t></is></c>'
        b'<c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    )
    assert imported(parts({SHEET: sheet})).ladder.roles["junior"].expects == {"sql": 2}


SOUND = parts({})


@given(at=st.integers(0, len(SOUND) - 1), piece=st.binary(max_size=8))
def test_a_damaged_file_is_told_in_words(at: int, piece: bytes) -> None:
    """Whatever bytes are changed, the answer is a ladder or a message."""
    with contextlib.suppress(LadderError):
        imported(SOUND[:at] + piece + SOUND[at + len(piece) :])


@given(piece=st.binary(max_size=60), at=st.integers(0, 600))
def test_a_damaged_sheet_is_told_in_words(at: int, piece: bytes) -> None:
    """The same for the XML inside."""
    sheet = zipfile.ZipFile(io.BytesIO(SOUND)).read(SHEET)
    with contextlib.suppress(LadderError):
        imported(parts({SHEET: sheet[:at] + piece + sheet[at + len(piece) :]}))


def test_writing_without_openpyxl_names_the_remedy() -> None:
    """What is missing, and how to get it."""
    code = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from ladder import LadderError\n"
        "try:\n import ladder.spreadsheet.xlsx_writer\n"
        "except LadderError as error:\n print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    (line,) = run.stdout.splitlines()
    for remedy in ('pip install "career-ladder[xlsx]"', 'pip install ".[xlsx]"'):
        assert remedy in line


def test_reading_needs_no_openpyxl() -> None:
    """The extra is for writing."""
    code = "import ladder.spreadsheet.importer, sys; print('openpyxl' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    """Rather than cut off."""
    with pytest.raises(LadderError, match=r"too long for About!B3"):
        matrix_xlsx(replace(bundled("product-management"), about="x" * 40_000))


def test_addresses_of_pages_are_links_and_nothing_else_is() -> None:
    """They lead where they say, and the same ladder is read back."""
    product = bundled("product-management")
    address = 'https://e.org/a?b=c&d="e"#=1'
    roles = {key: replace(role, url=address) for key, role in product.roles.items()}
    odd = replace(product.roles["product-manager"], url="javascript:alert(1)", source=address)
    content = matrix_xlsx(replace(product, roles=roles | {odd.id: odd}))
    links = {
        (sheet.title, cell.hyperlink.target)
        for sheet in openpyxl.load_workbook(io.BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links == {("Roles", address)}
    linked = replace(product, roles=roles)
    assert imported(matrix_xlsx(linked)).ladder == linked
