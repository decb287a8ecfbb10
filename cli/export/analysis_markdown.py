"""What a ladder does to people, as a document."""

from __future__ import annotations

from cli.output import Look
from cli.text.analysis import headline, parts_of, remarks
from cli.text.layout import TIE
from graphs import Analysis

from .markdown import plain


def analysis_markdown(found: Analysis) -> str:
    """Write all that was found down, a list for each kind."""
    parts = [f"# {plain(headline(found))}"]
    for part in parts_of(found, Look()):
        lines = part.lines or [part.nothing]
        points = "\n".join(f"- {plain(line.replace(TIE, ' '))}" for line in lines)
        parts.append(f"## {part.title}\n\n{points}")
    parts += [plain(click_free) for click_free in remarks(found, detailed=True)]
    return "\n\n".join(parts) + "\n"
