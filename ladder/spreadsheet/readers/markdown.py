"""The tables of a text in Markdown, with their cells as they read, not as they are marked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.spreadsheet.grid import MOST_CELLS, Grid

from .markup import MarkupTable, named_grids

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_CHARACTERS = 500_000
MOST_MARKS = 100
"""In a cell; reading what they mark takes time with the square of their number."""

_MARK = re.compile(r"[][*_`<!&\\\n]")

_BAR = re.compile(r"(?<!\\)\|[ \t]*")
_DELIMITERS = re.compile(
    r"^[ >\t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.MULTILINE
)


def looks_like_markdown(text: str) -> bool:
    r"""Whether a text has the line that stands below the headings of a table.

    >>> looks_like_markdown("| Skill | Junior |\n|---|:-:|\n| SQL | 1 |")
    True
    """
    return any("|" in found.group() for found in _DELIMITERS.finditer(text))


def read_markdown(text: str, file: str) -> Mapping[str, Grid]:
    """Read all tables of a text, by the headings above them."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(
            f"{file} has more than {MOST_CHARACTERS:,} characters, too many for Markdown"
        )
    from markdown_it import MarkdownIt  # 100 ms to import, and wanted for Markdown alone

    # Of all the text only cells and headings are read as they are marked up, which takes longest.
    markdown = MarkdownIt("commonmark").enable("table").disable("inline")
    references: dict[str, Any] = {}
    tokens = markdown.parse(text, references)

    def marked(content: str) -> Sequence[Token]:
        parts: list[Token] = []
        markdown.inline.parse(content, markdown, references, parts)
        return parts

    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Reader(file, lines, marked)
    tables = list(reader.tables(tokens))
    if reader.problems:
        raise FileProblems(reader.problems)
    return named_grids(file, tables)


Marked: TypeAlias = "Callable[[str], Sequence[Token]]"
"""Gives the parts of a text with stars, links and the like."""


class _Reader:
    """Goes through the parts of a text."""

    def __init__(self, file: str, lines: Sequence[str], marked: Marked) -> None:
        self.file = file
        self.lines = lines
        self.marked = marked
        self.problems: list[Problem] = []
        self.cells = 0

    def tables(self, tokens: Sequence[Token]) -> Iterator[MarkupTable]:
        heading, before = "", ""
        table = MarkupTable("")
        row, column, width = -1, 0, 0
        bars: list[int] = []
        for token in tokens:
            match token.type:
                case "table_open":
                    table, row = MarkupTable(heading), -1
                case "tr_open":
                    row, column = row + 1, 0
                    line = token.map[0] if token.map else 0
                    bars = self.bars(line)
                    if row and len(bars) - 1 > width:
                        self.fault(line, len(bars) - 1, width)
                case "inline" if before in ("th_open", "td_open"):
                    self.count()
                    line = token.map[0] if token.map else 0
                    start = bars[column] if column < len(bars) else 0
                    table.put(row, column, self.read(token), (line + 1, start + 1))
                    column += 1
                    width = column if before == "th_open" else width
                case "inline" if before == "heading_open":
                    heading = " ".join(self.read(token).split())
                case "table_close":
                    yield table
            before = token.type

    def bars(self, line: int) -> list[int]:
        """Where the texts of a row's cells begin, and what comes after the last one."""
        raw = self.lines[line] if line < len(self.lines) else ""
        content = raw.rstrip()
        starts = [found.end() for found in _BAR.finditer(content)]
        lead = len(content) - len(content.lstrip(" \t>"))
        if not content[lead:].startswith("|"):
            starts.insert(0, lead)
        if not content.endswith("|") or content.endswith("\\|"):
            starts.append(len(content) + 1)
        return starts

    def fault(self, line: int, cells: int, width: int) -> None:
        message = (
            f"this row has {cells} cells, expected {width} as in the headings; a bar that is text "
            r"needs a backslash before it: \|"
        )
        self.problems.append(Problem(self.file, line + 1, 1, message))

    def count(self) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise UnreadableFile(f"{self.file} has tables of more than {MOST_CELLS:,} cells")

    def read(self, token: Token) -> str:
        """What a person reads: without stars, links and tags, with the words of pictures."""
        marks = len(_MARK.findall(token.content))
        if not marks:
            return token.content
        if marks > MOST_MARKS:
            message = f"more than {MOST_MARKS} marks such as * and [ in one cell; write it plainly"
            raise FileProblems([Problem(self.file, (token.map or [0])[0] + 1, 1, message)])
        pieces = []
        for child in self.marked(token.content):
            if child.type in ("text", "text_special", "code_inline", "image"):
                pieces.append(child.content)
            elif child.type in ("softbreak", "hardbreak") or _is_break(child):
                pieces.append(" ")
        return "".join(pieces)


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith(("<br", "<p", "<li"))
