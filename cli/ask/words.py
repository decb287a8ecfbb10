"""A text as its words, so that a question and the names in it compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ladder.matching import words

ARROWS = re.compile(r"[-=–—]+>|(?<=\s)>(?=\s)|[→⇒➔➜]")
SHORT = {"w/": "with", "w/o": "without"}
BREAKS = ",.;!?-–—"
PUNCTUATION = BREAKS + ":()\"“”„«»'‘’…[]{}"


@lru_cache(10_000)  # for each question, every name in the ladder is looked for
def even(text: str) -> str:
    """Text as it compares: its words, with commas where it breaks off.

    >>> even("I'm a Product-Manager (6 months in); what now?")
    'im a product manager 6 months in , what now'
    """
    return " ".join(f", {word}" if broken else word for word, broken in _split(text)).lstrip(", ")


def _split(text: str) -> Iterator[tuple[str, bool]]:
    """Words, each with whether the text breaks off before it."""
    broken = False
    for chunk in ARROWS.sub(" to ", text).split():
        broken = broken or chunk[0] in BREAKS
        for word in _bare(chunk):
            yield word, broken
            broken = False
        broken = broken or chunk[-1] in BREAKS


def _bare(text: str) -> Iterator[str]:
    """Words without punctuation: "I'm" is "im", and "analyst's" is "analyst"."""
    for word in words(re.sub(r"['’]s\b", "", text)):
        bare = SHORT.get(word, word).strip(PUNCTUATION).replace("'", "").replace("’", "")
        if bare:
            yield bare
