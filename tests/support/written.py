"""Tables as files: separated, in Markdown, in a web page, and in the encodings that are about."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Mapping, Sequence

from .dressings import Dressed

UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
OLD = ("cp1252", "mac_roman", "cp850")
"""Encodings of which a text does not always tell in which it is."""


def separated(delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> Callable[[Dressed], str]:
    """As spreadsheet programs save it: what is merged but once."""

    def written(page: Dressed) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(_full(page))
        return text.getvalue()

    return written


def markdown(page: Dressed) -> str:
    """As people write it, with what would mark something up escaped."""
    plain = str.maketrans({character: f"\\{character}" for character in "|*_[]<&\\`"})
    head, *body = (" | ".join(cell.translate(plain) for cell in row) for row in _full(page))
    rule = "|".join(["---"] * _width(page))
    return "\n".join(f"| {line} |" for line in (head, rule, *body))


def web_page(page: Dressed) -> str:
    """With what is merged as one cell."""
    spans = {(span.row, span.column): span for span in page.merged}
    hidden = {
        (row, column)
        for span in page.merged
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
    } - spans.keys()
    rows = []
    for at, cells in enumerate(_full(page)):
        row = ""
        for column, cell in enumerate(cells):
            if (at, column) not in hidden:
                span = spans.get((at, column))
                over = f' rowspan="{span.rows}" colspan="{span.columns}"' if span else ""
                row += f"<td{over}>{html.escape(cell)}</td>"
        rows.append(f"<tr>{row}</tr>")
    return f"<html><body><table>{''.join(rows)}</table>"


FORMS: Mapping[str, Callable[[Dressed], str]] = {
    "commas": separated(","),
    "semicolons": separated(";"),
    "tabs": separated("\t"),
    "bars": separated("|"),
    "Markdown": markdown,
    "HTML": web_page,
}


def _full(page: Dressed) -> Sequence[Sequence[str]]:
    """The rows, all equally long."""
    return [[*map(str, row), *[""] * (_width(page) - len(row))] for row in page.rows]


def _width(page: Dressed) -> int:
    return max(map(len, page.rows), default=0)
