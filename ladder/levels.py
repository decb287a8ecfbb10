"""Levels by number or by name: 0 is "none", 1 the lowest that has a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import UnknownName
from .matching import fold, nearest
from .model import Ladder
from .whole import whole
from .wording import MOST_LISTED, described, listed, quoted, short, some

NONE = "none"


def parse_level(ladder: Ladder, text: str | int) -> int:
    """Level meant by a name or a number.

    Parameters
    ----------
    ladder : Ladder
    text : str or int
        Such as ``"working"``, ``"2"``, ``2``, or ``"none"``.

    Returns
    -------
    int
        From 0.

    Raises
    ------
    UnknownName
        When the ladder has no such level; it lists them.

    Examples
    --------
    >>> from ladder import bundled
    >>> parse_level(bundled("product-management"), "Working")
    2
    """
    text = whole(text)
    number = None
    if isinstance(text, str | int | float) and not isinstance(text, bool):
        number = number_of(text, level_numbers(ladder.levels))
    if number is None:
        near = nearest(text, ladder.levels) if isinstance(text, str) else []
        hint = f"; did you mean {listed(near)}?" if near else ""
        raise UnknownName(no_such_level(text, ladder.levels, hint), near)
    return number


def level_numbers(names: Sequence[str]) -> Mapping[str | int, int]:
    """Number of each level, by itself, as text, by the level's name, and by its folded name.

    >>> level_numbers(["Working"])
    {0: 0, '0': 0, 'none': 0, 1: 1, '1': 1, 'Working': 1, 'working': 1}
    """
    numbers: dict[str | int, int] = {}
    for number, name in enumerate([NONE, *names]):
        numbers |= dict.fromkeys((number, str(number), name, fold(name)), number)
    return numbers


def number_of(value: Any, numbers: Mapping[str | int, int]) -> int | None:
    """Level that a value means; None where it is no level of the ladder.

    >>> number_of("WORKING", level_numbers(["working"]))
    1
    """
    number = numbers.get(value)
    if number is not None or not isinstance(value, str):
        return number
    folded = fold(value)
    if folded.isdecimal() and value.strip() != folded:  # "-1" and "³" fold to digits
        return None
    return numbers.get(folded)


def no_such_level(value: str | int, names: Sequence[str], hint: str = "") -> str:
    """Message about a value that is no level.

    >>> no_such_level(5, ["awareness", "working"])
    'no level 5; levels are 1 awareness, 2 working (0 is none)'
    """
    number = not isinstance(value, str) or value.removeprefix("-").isdecimal()
    shown = described(value).split()[-1].strip('"') if number else quoted(str(value))
    shown_first = enumerate(names[:MOST_LISTED], start=1)
    choices = [*(f"{each} {short(name)}" for each, name in shown_first), *names[MOST_LISTED:]]
    return f"no level {shown}; levels are {some(choices)} (0 is {NONE}){hint}"
