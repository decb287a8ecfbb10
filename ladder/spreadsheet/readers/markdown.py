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

_TITLE = (
    r"(?:legend|key|scale|levels?|ratings?|proficiency|legende|skala|stufen?|niveaus?|niveaux|"
    r"l[ée]gende|[ée]chelle|leyenda|escala|niveles)"
)
_OF_LEGEND = re.compile(
    rf"(?:[^\W\d]+ )?{_TITLE}\s*:\s*\S|"
    r"(?:(?:level|stufe|niveau|nivel|l)\s*)?\d{1,2}\s*[=:–—-]\s*\S|[^\W\d_]\s*=\s*\S",
    re.IGNORECASE,
).match
_HEADS_LEGEND = re.compile(rf"\b{_TITLE}\b", re.IGNORECASE).search

_BARE = str.maketrans("", "", "*_`")

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
    if tables:
        tables += filter(_is_several, reader.legends)
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
        self.legends: list[MarkupTable] = []
        """Runs of lines outside of tables that may say what the levels are."""
        self.open = False
        """Whether such a run goes on."""

    def tables(self, tokens: Sequence[Token]) -> Iterator[MarkupTable]:
        heading, before = "", ""
        table = MarkupTable("")
        row, column, width = -1, 0, 0
        bars: list[int] = []
        number = ""
        for token in tokens:
            match token.type:
                case "list_item_open":
                    number = token.info
                case "inline" if before == "paragraph_open":
                    self.take_legend(token, number if _HEADS_LEGEND(heading) else "")
                    number = ""
                case "table_open":
                    self.open = False
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
                    self.open = False
                    heading = " ".join(self.read(token).split())
                case "table_close":
                    yield table
            before = token.type

    def take_legend(self, token: Token, number: str) -> None:
        """Take what reads as lines of a legend; a number is that of an item in a list of levels."""
        first = token.map[0] if token.map else 0
        for at, content in enumerate(token.content.split("\n")):
            bare = content.translate(_BARE).strip()
            if len(_MARK.findall(content)) > MOST_MARKS or not (number or _OF_LEGEND(bare)):
                self.open = False
                continue
            text = self.plain(content, first + at).strip()
            if number and not at and not _OF_LEGEND(text):
                text = f"{number} = {text}"
            if not self.open:
                self.legends.append(MarkupTable(f"line {first + at + 1}"))
            self.open = True
            self.count()
            run = self.legends[-1]
            run.put(len(run.texts), 0, text, (first + at + 1, 1))

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
        return self.plain(token.content, (token.map or [0])[0])

    def plain(self, content: str, line: int) -> str:
        """The same of a text in a line."""
        marks = len(_MARK.findall(content))
        if not marks:
            return content
        if marks > MOST_MARKS:
            message = f"more than {MOST_MARKS} marks such as * and [ in one cell; write it plainly"
            raise FileProblems([Problem(self.file, line + 1, 1, message)])
        pieces = []
        for child in self.marked(content):
            if child.type in ("text", "text_special", "code_inline", "image"):
                pieces.append(child.content)
            elif child.type in ("softbreak", "hardbreak") or _is_break(child):
                pieces.append(" ")
        return "".join(pieces)


def _is_several(lines: MarkupTable) -> bool:
    """Whether there are several levels in lines, as one alone makes no legend."""
    return len(lines.texts) > 1 or any(
        re.search("[,;|/]|=.*=", one) for one in lines.texts.values()
    )


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith(("<br", "<p", "<li"))
