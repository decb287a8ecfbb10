"""Markdown as a reader finds it: its blocks, what is seen, and its tables."""

from __future__ import annotations

import re
from itertools import groupby

from markdown_it import MarkdownIt

from cli.export.markdown import JOINER

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINKED = re.compile(r"(?i)(https?|ftp)://|www\.|@\w|#\d|:[\w+-]+:")
"""What GitHub makes links, mentions and pictures of, wherever it stands in a text."""


def structure(text: str) -> list[tuple[str, ...]]:
    """What a reader of Markdown finds: its blocks, and what stands in each line of text."""
    found = []
    for token in READER.parse(text):
        inside = [kind for kind, _ in groupby(child.type for child in token.children or ())]
        found.append((token.type, token.tag, token.markup, *inside))
    return found


def shown(text: str) -> str:
    """What a reader sees."""
    lines = (child for token in READER.parse(text) for child in token.children or ())
    return "".join(child.content or " " for child in lines).replace(JOINER, "")


def tables(text: str) -> list[list[dict[str, str]]]:
    """The rows of each table, what is seen in each by what is seen at the head of its column."""
    found: list[list[dict[str, str]]] = []
    row: list[str] = []
    heads: list[str] = []
    for token in READER.parse(text):
        if token.type == "table_open":
            found.append([])
            heads = []
        elif token.type == "tr_open":
            row = []
        elif token.type == "inline" and found:
            row.append("".join(child.content for child in token.children or ()))
        elif token.type == "tr_close" and not heads:
            heads = row
        elif token.type == "tr_close":
            found[-1].append(dict(zip(heads, row, strict=True)))
    return [
        [{key: cell.replace(JOINER, "") for key, cell in row.items()} for row in table]
        for table in found
    ]


def links(text: str) -> list[str]:
    """Where a text leads."""
    inside = (child for token in READER.parse(text) for child in token.children or ())
    return [str(child.attrs["href"]) for child in inside if child.type == "link_open"]
