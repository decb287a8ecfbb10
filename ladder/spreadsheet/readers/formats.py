"""Files that hold no table that can be read, told by how they begin; and what to do with each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Collection

from ladder.errors import UnreadableFile

ZIP = b"PK\x03\x04"
_TABLE = "save its table as .xlsx or .csv"
_COPY = "copy its table into a spreadsheet, and save that as .xlsx"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _COPY),
    (b"\x89PNG", "a picture (PNG)", "type what it shows into a spreadsheet"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "type what it shows into a spreadsheet"),
    (b"GIF8", "a picture (GIF)", "type what it shows into a spreadsheet"),
    (b"BM", "a picture (BMP)", "type what it shows into a spreadsheet"),
    (b"II*\0", "a picture (TIFF)", "type what it shows into a spreadsheet"),
    (b"MM\0*", "a picture (TIFF)", "type what it shows into a spreadsheet"),
    (b"{\\rtf", "a text document (RTF)", _COPY),
    (b"\x1f\x8b", "packed (gzip)", "unpack it first"),
    (b"7z\xbc\xaf", "packed (7z)", "unpack it first"),
    (b"Rar!", "packed (RAR)", "unpack it first"),
    (b"SQLite format 3\0", "a database (SQLite)", _TABLE),
    (b"MIME-Version:", "a web archive", "save its table as .xlsx, .csv or .html"),
    (b"PAR1", "a Parquet file", _TABLE),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"

_INSIDE: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (lambda name: name == "xl/workbook.bin", "a binary workbook (.xlsb)", "save it as .xlsx"),
    (lambda name: name.startswith("word/"), "a Word document", _COPY),
    (lambda name: name.startswith("ppt/"), "a PowerPoint presentation", _COPY),
    (lambda name: name.startswith("index/"), "a file of Numbers, Pages or Keynote",
     "export it as .xlsx or .csv"),
)  # fmt: skip
_OPEN_DOCUMENT = {
    "spreadsheet": ("an OpenDocument spreadsheet (.ods)", "save it as .xlsx"),
    "text": ("an OpenDocument text (.odt)", _COPY),
    "presentation": ("an OpenDocument presentation (.odp)", _COPY),
}


def refuse_foreign(content: bytes, file: str) -> None:
    """Refuse what is no text and no workbook, and say what it is."""
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            f"{file} is an Excel file that is old or has a password; save it as .xlsx without"
        )
    for beginning, what, remedy in _BEGINNINGS:
        if content.startswith(beginning) and (len(beginning) > 2 or b"\0" in content[:64]):
            raise UnreadableFile(f"{file} is {what}; {remedy}")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        raise UnreadableFile(f"{file} is a picture (WebP); type what it shows into a spreadsheet")
    if b"<svg" in content[:1000].lower():
        raise UnreadableFile(f"{file} is a picture (SVG); type what it shows into a spreadsheet")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in content[:2000]:
        raise UnreadableFile(f"{file} is a workbook in the XML of Excel 2003; save it as .xlsx")
    if content.startswith(ZIP):
        _refuse_zip(content, file)


def _refuse_zip(content: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lower() for name in archive.namelist()]
            kind = _open_document(archive, names)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return  # what is wrong with it is told where it is read
    if kind:
        what, remedy = kind
        raise UnreadableFile(f"{file} is {what}; {remedy}")
    for is_there, what, remedy in _INSIDE:
        if any(map(is_there, names)):
            raise UnreadableFile(f"{file} is {what}; {remedy}")
    if not any(name.startswith("xl/") for name in names) and "[content_types].xml" not in names:
        raise UnreadableFile(f"{file} is packed (ZIP); unpack it first")


def _open_document(archive: zipfile.ZipFile, names: Collection[str]) -> tuple[str, str] | None:
    """What an OpenDocument file is, which stands in its first part, unpacked and short."""
    if "mimetype" not in names:
        return None
    info = archive.infolist()[0]
    if info.filename != "mimetype" or info.compress_type != zipfile.ZIP_STORED:
        return _OPEN_DOCUMENT["spreadsheet"]
    with archive.open(info) as part:
        told = part.read(100).decode("ascii", "replace")
    kind = told.rsplit(".", 1)[-1].split("-", maxsplit=1)[0]
    return _OPEN_DOCUMENT.get(kind, ("an OpenDocument file", "save it as .xlsx"))
