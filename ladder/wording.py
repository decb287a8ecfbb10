"""Words for what was found, so that every message puts it the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

LONGEST = 60
MOST_LISTED = 8
MOST_TOLD = 400


def short(text: str) -> str:
    r"""Text on one line and not too long for a message.

    >>> short("one\ntwo")
    'one two'
    """
    return _cut(text, LONGEST)


def _cut(text: str, longest: int) -> str:
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return one_line(shown)


def one_line(text: str) -> str:
    r"""Text with a space for each line break, and for whatever else cannot be shown.

    >>> one_line("plan\nb.yaml")
    'plan b.yaml'
    """
    return "".join(c if c.isprintable() else " " for c in text)


def quoted(text: str) -> str:
    """Text in double quotes, on one line and not too long for a message.

    >>> quoted("analist")
    '"analist"'
    """
    return f'"{short(text)}"'


def described(value: Any) -> str:
    """What a value is, and which, for the words after "found".

    >>> described(3), described(None), described({"a": 1})
    ('the number 3', 'nothing', 'a mapping')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, int | float):
        return f"the number {short(str(value))}"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else f"{type(value).__name__} {short(str(value))}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as a list that one can read aloud.

    >>> listed(["good", "fair", "low"])
    'good, fair or low'
    """
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final


def counted(number: int, noun: str) -> str:
    """A number of things, with the noun in its plural where there are several.

    >>> counted(1, "role"), counted(1200, "role")
    ('1 role', '1,200 roles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def some(words: Sequence[str], most: int = MOST_LISTED) -> str:
    """Words separated by commas; of many, the first and how many more there are.

    >>> some(["analyst", "engineer", "designer"], 2)
    'analyst, engineer and 1 more'
    """
    shown = ", ".join(words[:most])
    more = len(words) - most
    return f"{shown} and {more} more" if more > 0 else shown


def told(kind: str, what: str, *facts: str) -> str:
    """What `repr` says of a value too large to be written out: in a notebook it is stored.

    >>> told("Plan", "from here to there", "24 months", "2 moves")
    '<Plan from here to there: 24 months, 2 moves>'
    """
    text = f"<{kind} {what}{': ' if facts else ''}{', '.join(facts)}"
    return _cut(text, MOST_TOLD - 1) + ">"
