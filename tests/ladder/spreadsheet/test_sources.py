"""Tables are read as they stand in files of every origin, cell by cell."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from openpyxl import Workbook
from support.effort import within
from support.origins import ORIGINS, source, texts

from ladder import FileProblems, LadderError, UnreadableFile
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.sources import read_tables

PAIRS = [
    ["Role", "SQL", "Coaching, in pairs"],
    ["Analyst", "1", ""],
    ["Senior analyst", "2", "1"],
]


@pytest.mark.parametrize(
    "name", ["bars.txt", "framed.txt", "ruled.txt", "tabs.tsv", "semicolons.csv"]
)
def test_separators(name: str) -> None:
    """What stands between the cells is found out, and nothing is said of it."""
    read = source(name)
    assert texts(read, name) == PAIRS
    assert read.remarks == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252", "mac_roman"])
def test_encodings(encoding: str) -> None:
    """The same table comes out, and what was not UTF-8 is said."""
    read = source("french.csv", encoding)
    assert texts(read, "french.csv") == [
        ["Fonction", "Écoute", "Gestion d’équipe – à distance"],
        ["Développeur", "1", ""],
        ["Développeur confirmé", "2", "1"],
    ]
    assert [remark.startswith("french.csv was read as ") for remark in read.remarks] == (
        [] if encoding == "utf-8-sig" else [True]
    )


def test_markdown() -> None:
    """Cells read as a person reads them, and tables are called by the headings above them."""
    read = source("handbook.md")
    assert list(read.tables) == ["Engineering", "Who sits where"]
    assert texts(read, "Engineering") == [
        ["Skill", "Engineer", "Senior engineer", "Staff engineer"],
        ["Code review", "1", "2", "3"],
        ["git & branches", "2", "2", "3"],
        ["Reads a | b in a shell", "1", "2", "2"],
    ]
    assert texts(read, "Who sits where") == [["Room", "Floor"], ["Blue", "2"]]
    grid = read.tables["Engineering"]
    assert str(grid.problem(grid.rows[3][1], "odd")) == "handbook.md:14:29: odd"


def test_a_bar_too_many_in_markdown_is_told() -> None:
    """Rather than the last cells being dropped, as programs that show Markdown do."""
    text = b"| Skill | Junior |\n|---|---|\n| a | b in a shell | 1 |\n"
    with pytest.raises(FileProblems, match=r"a\.md:3:1: this row has 3 cells, expected 2"):
        read_tables(text, "a.md")


def test_a_web_page() -> None:
    """Merged cells hold for all that they cover; scripts and comments hold no tables."""
    read = source("intranet.html")
    name = "Skills in engineering"
    assert texts(read, name) == [
        ["Skill", "Engineering", "Engineering"],
        ["Skill", "Engineer", "Senior engineer"],
        ["Code review", "1", "2"],
        ["Testing & tools", "1", "3"],
    ]
    grid = read.tables[name]
    assert grid.spread == {(1, 0), (0, 2)}
    assert str(grid.problem(grid.rows[3][2], "odd")) == "intranet.html:19:37: odd"


def test_a_web_page_that_is_called_a_workbook() -> None:
    """As many programs export them."""
    assert texts(source("export.xls"), "table 1") == [
        ["Role", "SQL", "Coaching"], ["Analyst", "1", ""], ["Senior analyst", "2", "1"],
    ]  # fmt: skip


def test_the_frame_of_a_spreadsheet_is_no_part_of_it() -> None:
    """Letters over the columns and numbers beside the rows, as some programs export them."""
    page = "<table><tr><th><th>A<th>B<tr><th>1<td>Role<td>SQL<tr><th>2<td>Analyst<td>1</table>"
    read = read_tables(page.encode(), "a.html")
    assert texts(read, "table 1") == [["Role", "SQL"], ["Analyst", "1"]]
    kept = read_tables(page.replace("<th>2", "<th>7").encode(), "a.html")
    assert texts(kept, "table 1")[0] == ["", "A", "B"]


def test_tables_of_one_page_have_names_of_their_own() -> None:
    """Tables within cells are tables, too; a caption is a name."""
    page = (
        b"<h2>Skills</h2><table><tr><td>a<td>b</table><table><tr><td>c<table><caption>Inner</caption>"
        b"<tr><td>d</table></table><table><tr><td></table>"
    )
    read = read_tables(page, "a.html")
    assert {name: texts(read, name) for name in read.tables} == {
        "Skills": [["a", "b"]], "Skills (2)": [["c"]], "Inner": [["d"]],
    }  # fmt: skip


def test_a_workbook() -> None:
    """Its sheets by their names, those with macros, too."""
    book = Workbook()
    book.active.title = "Skills"  # type: ignore[union-attr]
    book.active.append(["Role", "SQL"])  # type: ignore[union-attr]
    book.create_sheet("Notes")
    content = io.BytesIO()
    book.save(content)
    read = read_tables(content.getvalue(), "skills.xlsm")
    assert list(read.tables) == ["Skills", "Notes"]
    assert texts(read, "Skills") == [["Role", "SQL"]]


def zipped(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, part in parts.items():
            file.writestr(name.replace("__", "/"), part)
    return content.getvalue()


FOREIGN = {
    b"%PDF-1.7\n%\xe2\xe3": "a PDF",
    b"\x89PNG\r\n\x1a\n\0": "a picture (PNG)",
    b"\xff\xd8\xff\xe0\0": "a picture (JPEG)",
    b"RIFF\0\0\0\0WEBPVP8 ": "a picture (WebP)",
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>': "a picture (SVG)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an Excel file that is old or has a password",
    b"{\\rtf1\\ansi Role}": "a text document (RTF)",
    zipped(word__document=b"<w/>"): "a Word document",
    zipped(ppt__slides__slide1=b"<p/>"): "a PowerPoint presentation",
    zipped(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet"
    ): "an OpenDocument spreadsheet",
    zipped(mimetype=b"application/vnd.oasis.opendocument.text"): "an OpenDocument text",
    zipped(readme=b"hello"): "packed (ZIP)",
    b"\x1f\x8b\x08\0": "packed (gzip)",
    b"MIME-Version: 1.0\nContent-Type: multipart/related": "a web archive",
}


@pytest.mark.parametrize(("content", "what"), FOREIGN.items(), ids=FOREIGN.values())
def test_what_holds_no_table_is_called_what_it_is(content: bytes, what: str) -> None:
    """And what to do with it is said."""
    with pytest.raises(UnreadableFile) as refused:
        read_tables(content, "skills")
    assert str(refused.value).startswith(f"skills is {what}")
    assert any(word in str(refused.value) for word in ("save", "copy", "type", "unpack"))


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_no_table(name: str) -> None:
    """Prose is told to be without one."""
    text = b"<html><p>Skills matter" if name == "a.html" else b"# Skills\n\nThey matter.\n"
    with pytest.raises(UnreadableFile, match="has no table in it"):
        read_tables(text, name)


BOMBS = {
    "spans": b"<table><tr>" + b"<td rowspan=9999 colspan=9999>x" * 9,
    "comments": b"<table>" + b"<!--" * 100_000 + b">",
    "sections": b"<table>" + b"<![CDATA[" * 100_000 + b">",
    "tags": b"<table>" + b"<td " * 100_000 + b">",
    "tables": b"<table><tr><td>" * 100_000,
    "entities": b"<table><tr><td>" + b"&amp;#" * 200_000 + b"</table>",
    "bars": b"|a|\n|-|\n" + b"|x" * 200_000,
    "brackets": b"|a|\n|-|\n" + (b"|" + b"![a](" * 33 + b"|\n") * 800,
    "stars": b"|a|\n|-|\n" + (b"|" + b"*a_" * 50 + b"|\n") * 800,
    "one long cell": b"|a|\n|-|\n|" + b"`a" * 500_000 + b"|",
    "dashes": b"---" + b" " * 1_000_000 + b"x\n|a|\n|-|\n|1|",
    "quotes": b"|a|\n|-|\n" + b">" * 1_000_000,
}


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS)
def test_bombs_are_quick(content: bytes) -> None:
    """What is made to take long is read or refused soon."""
    with within(5), suppress(LadderError):
        read_tables(content, "a")


PAIRED = {"sql": 2, "coaching-in-pairs": 1}
EXPECTED = {
    "semicolons.csv": PAIRED,
    "framed.txt": PAIRED,
    "export.xls": {"sql": 2, "coaching": 1},
    "handbook.md": {"code-review": 2, "git-branches": 2, "reads-a-b-in-a-shell": 2},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_matrix_of_any_origin_becomes_a_ladder(name: str) -> None:
    """By the same reading as those in CSV and XLSX."""
    ladder = import_matrix(ORIGINS / name).ladder
    roles = [role for role in ladder.roles if role.startswith("senior")]
    assert [dict(ladder.roles[role].expects) for role in roles] == [EXPECTED[name]]
