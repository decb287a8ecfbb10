"""Which import fits some files, told by what is in them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.files.encodings import decode_any
from ladder.files.reader import read_document
from ladder.files.text import FilePath, read_bytes
from ladder.importers.drawn.dialects import dialect_of_text, refuse_other_diagram
from ladder.importers.esco.files import tables_in as esco_tables
from ladder.importers.onet_tables import COLUMNS, SUFFIXES
from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.readers.formats import ZIP, refuse_foreign
from ladder.spreadsheet.sources import Source, read_tables
from ladder.spreadsheet.workbook import holds_ladder
from ladder.spreadsheet.xlsx_reader import Workbook
from ladder.wording import listed, quoted

from .data import kind_of_data
from .no_framework import NoFramework, is_checklist, is_of_people, what_else
from .tables import headed, is_meant, kind_of

MATRIX, LIST, NODE_LINK, DRAWING, DDAT, ONET, ESCO, WORKBOOK = (
    "matrix", "list", "node-link", "drawing", "ddat", "onet", "esco", "workbook",
)  # fmt: skip
BESIDE = "beside a list"
WORDS: Mapping[str, str] = FrozenDict(
    {
        MATRIX: "a skill matrix",
        LIST: "a list of roles and skills",
        NODE_LINK: "a graph in node-link JSON",
        DRAWING: "a drawn ladder",
        DDAT: "the tables of the UK Government Digital and Data framework",
        ONET: "the tables of O*NET",
        ESCO: "the tables of ESCO",
        WORKBOOK: "a workbook that holds a whole ladder",
    }
)
"""What each kind is called."""

_YAML = (".yaml", ".yml")
_TEXTS = (".csv", ".tsv", ".md", ".html", ".htm")
_DRAW_IO = re.compile(r"<mx(?:file|GraphModel)\b")
_IN_BARS = re.compile(r"^\s*\|.*\|", re.MULTILINE)
"""A row of a table in Markdown; no flowchart has such a line."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which kind some files are of, and the files in the order in which its import takes them."""

    kind: str
    files: tuple[str, ...]


def recognise(paths: Sequence[FilePath], mapping: MatrixMapping | None = None) -> Recognised:
    """Find out of which kind files are, or refuse them for what they are instead.

    A mapping file says which headings are those of roles, skills and levels, what is left out, and
    which sheet is meant.

    >>> recognise(["nowhere.csv"])
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.csv
    """
    files = [os.fspath(path) for path in paths]
    folders = [file for file in files if os.path.isdir(file)]
    if folders:
        return _folder(files, folders[0])
    kinds = {file: _kind_of_file(file, mapping or MatrixMapping()) for file in files}
    there = set(kinds.values())
    if there & {"ddat roles", "ddat order"}:
        return _ddat(kinds)
    if LIST in there:
        return Recognised(LIST, tuple(sorted(files, key=lambda file: kinds[file] != LIST)))
    if BESIDE in there:
        beside = [file for file, kind in kinds.items() if kind == BESIDE]
        raise UnreadableFile(
            f"{listed(beside, 'and')}: a table of roles, skills, moves or courses stands beside a "
            "list that says which role expects which skill at which level; give that, too"
        )
    if len(files) > 1:
        told = listed([f"{file} as {WORDS[kind]}" for file, kind in kinds.items()], "and")
        raise UnreadableFile(f"one file makes a ladder, and these would be {told}; give one")
    (kind,) = there
    return Recognised(kind, tuple(files))


def _folder(files: Sequence[str], folder: str) -> Recognised:
    if len(files) > 1:
        raise UnreadableFile(f"{folder} is a folder; give it alone, or files")
    stems = {fold(file.stem) for file in Path(folder).iterdir() if file.suffix.lower() in SUFFIXES}
    if stems & {fold(table) for table in COLUMNS}:
        return Recognised(ONET, (folder,))
    if esco_tables(folder):
        return Recognised(ESCO, (folder,))
    raise UnreadableFile(
        f"{folder} is a folder without the tables of O*NET or ESCO; give the file that holds the "
        "framework"
    )


def _ddat(kinds: Mapping[str, str]) -> Recognised:
    roles = [file for file, kind in kinds.items() if kind == "ddat roles"]
    order = [file for file, kind in kinds.items() if kind == "ddat order"]
    if len(roles) == len(order) == 1 and len(kinds) == 2:
        return Recognised(DDAT, (*roles, *order))
    raise UnreadableFile(
        f"{listed(kinds, 'and')} belong to {WORDS[DDAT]}, of which two tables are needed: that of "
        "role content, and that of the order of levels; give both, and no more"
    )


def _kind_of_file(file: str, mapping: MatrixMapping) -> str:
    if os.path.exists(file) and not os.path.isfile(file):
        raise UnreadableFile(
            f"{file} can be read only once; save it as a file, or name what it is, by one of the "
            "commands of ladder import"
        )
    content = read_bytes(file)
    refuse_foreign(content, file)
    if content.startswith(ZIP):
        return _kind_of_tables(read_tables(content, file), mapping)
    suffix = Path(file).suffix.lower()
    if suffix == ".json" or suffix in _YAML:
        return kind_of_data(read_document(content, file, json=suffix == ".json"))
    text = decode_any(content, file).text
    if text.lstrip()[:1] in ("{", "[") and suffix not in _TEXTS:
        return kind_of_data(read_document(text.encode(), file, json=True))
    if _DRAW_IO.search(text[:5_000]):
        message = "this is a drawing of draw.io; expected one in Mermaid, DOT or GraphML, say"
        raise FileProblems([Problem(file, 1, 1, message)])
    if dialect_of_text(text) and not _IN_BARS.search(text):
        return DRAWING
    refuse_other_diagram(text, file)
    if is_checklist(text) and "|" not in text:
        message = (
            "this looks like a checklist; expected roles, skills, and the level of each skill that "
            "a role asks for"
        )
        raise FileProblems([Problem(file, 1, 1, message)])
    return _kind_of_tables(read_tables(content, file), mapping)


def _kind_of_tables(source: Source, mapping: MatrixMapping) -> str:
    """Find the kind of a file's tables: the plainest of any of them."""
    if holds_ladder(Workbook(source.file, source.tables)):
        return WORKBOOK
    refused: list[NoFramework] = []
    kinds = set()
    named = [name for name in source.tables if name == mapping.sheet]
    for grid in [source.tables[name] for name in named or source.tables]:
        table = headed(grid, mapping)
        if no := is_of_people(table):
            refused.append(no)
        elif kind := kind_of(table, mapping):
            kinds.add(kind)
        elif is_meant(table, mapping):
            kinds.add(MATRIX)
        elif no := what_else(table):
            refused.append(no)
        else:
            kinds.add(MATRIX)
    if "onet" in kinds:
        raise UnreadableFile(
            f"{source.file} is a table of O*NET; give the folder with all of its tables"
        )
    if "esco" in kinds:
        raise UnreadableFile(
            f"{source.file} is a table of ESCO; give the folder with all of its tables"
        )
    for kind in ("ddat roles", "ddat order", LIST, MATRIX, BESIDE):
        if kind in kinds:
            return kind
    raise refused[0] if refused else UnreadableFile(f"{quoted(source.file)} holds no table")
