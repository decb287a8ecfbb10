"""Texts of strangers as paragraphs and lists of Markdown, in which nothing is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from cli.export.markdown import plain
from cli.text.prose import BULLET, paragraphs

_OPENING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")


def opening(text: str) -> str:
    r"""Write a text so that it may open a line, too: as `plain` does, and without lists or rules.

    >>> print(opening("1. Heat"))
    1\. Heat
    >>> print(opening("- Beat"), opening("2.5 tons"))
    \- Beat 2\.5 tons
    """
    return _OPENING.sub(r"\1\\", plain(text))


def blocks(text: str) -> Iterator[str]:
    r"""Write a text of several lines as paragraphs and lists.

    >>> print("\n\n".join(blocks("Makes nails.\n\nCan:\n- heat\n- beat")))
    Makes nails.
    <BLANKLINE>
    Can:
    <BLANKLINE>
    - heat
    - beat
    """
    for items in paragraphs(text):
        for listed, group in groupby(items, lambda item: bool(BULLET.match(item))):
            if listed:
                yield "\n".join(f"- {_point(item)}" for item in group)
            else:
                yield from map(opening, group)


def item(head: str, text: str | None) -> Iterator[str]:
    r"""Write an item of a list: what stands first is Markdown, and the text behind and below it.

    >>> print("\n".join(item("**Fire**", "Can:\n- heat\n- beat")))
    - **Fire**: Can:
      - heat
      - beat
    """
    first, *more = [one for items in paragraphs(text or "") for one in items] or [""]
    if BULLET.match(first):
        first, more = "", [first, *more]
    yield f"- {head}: {plain(first)}" if first else f"- {head}"
    for one in more:
        yield f"  - {_point(one)}"


def _point(text: str) -> str:
    return opening(BULLET.sub("", text, count=1))
