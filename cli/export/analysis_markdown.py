"""What a ladder does to people, as a document."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cli.output import Look
from cli.text.analysis.details import NUMBERS, Section, sections
from cli.text.analysis.words import headline, remarks
from cli.text.layout import TIE
from graphs import Analysis

from .markdown import plain


def analysis_markdown(found: Analysis) -> str:
    """Write all that was found down, a table for each kind."""
    parts = [f"# {plain(headline(found))}"]
    for section in sections(found, Look()):
        parts.append(f"## {section.title}")
        parts.append(_table(section) if section.rows else section.nothing)
    parts += [plain(click.unstyle(remark)) for remark in remarks(found, detailed=True)]
    return "\n\n".join(parts)


def _table(section: Section) -> str:
    rows = [section.heads, *section.rows]
    sides = ["-:" if head in NUMBERS else ":-" for head in section.heads]
    head, *rest = map(_cells, rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *rest))


def _cells(row: Sequence[str]) -> list[str]:
    return [plain(cell.replace(TIE, " ")) if cell else "" for cell in row]
