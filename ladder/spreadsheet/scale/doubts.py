"""Why the levels of cells cannot be told, with the line for a mapping file that would tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder.files.builder import tidy
from ladder.matching import fold
from ladder.wording import MOST_LISTED, listed, quoted, short, some

from .quantities import Quantity, quantity

MOST_COPIED = 30
MOST_LEVELS = 100


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the levels cannot be told, and what to write instead."""

    message: str
    texts: tuple[str, ...] = ()
    """What stands in the cells that it is about."""


def unordered(words: Counter[str]) -> Doubt:
    """Ask for the order of words."""
    spelt: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-words[word], word)):
        spelt.setdefault(fold(word), word)
    shown = [short(word) for word in spelt.values()]
    names = listed(shown, "and") if len(shown) <= MOST_LISTED else some(shown)
    return Doubt(
        f"cannot tell the order of the levels {names}; list them in a mapping file, the lowest "
        f"first, such as {levels_line(list(spelt.values()))}",
        tuple(words),
    )


def dated(dates: Sequence[str]) -> Doubt:
    """Ask for the levels of cells that are dates."""
    return Doubt(
        f"most cells hold dates, such as {short(min(dates))}; where they were levels such as 1-2, "
        "which a spreadsheet program took for dates, list the levels in a mapping file, the "
        "lowest first, such as levels: [basic, good, expert], and the lower of both is expected",
        tuple(dates),
    )


def zero_named(named: Counter[tuple[str, str]], zero: str) -> Doubt:
    """Ask what 0 is, where it has a name as if it were a level."""
    by_number: dict[float, tuple[str, str]] = {}
    for head, rest in named:
        if number := quantity(head):
            by_number.setdefault(number.value, (f"{head} - {rest}", rest))
    ranked = [by_number[value] for value in sorted(by_number)]
    names = ", ".join(f"{yaml_word(text)}: {at}" for at, (text, _) in enumerate(ranked, start=1))
    return Doubt(
        f"0 is called {quoted(zero)}, but level 0 asks for nothing; say in a mapping file which it "
        f"is: empty: [{yaml_word(ranked[0][0])}] where it asks for nothing, or else "
        f"{levels_line([name for _, name in ranked])} and names: {{{names}}}"
    )


def several_units(numbers: Iterable[Quantity]) -> Doubt:
    """Ask what numbers are of which some are percentages, or parts of other wholes."""
    shown = sorted({f"{number.value:g}{number.unit}" for number in numbers if number.value})
    return Doubt(
        f"cannot tell which levels the numbers {some(shown)} are, as they are not of one kind; "
        "write all as levels, or say in a mapping file which each is, such as "
        f'levels: [basic, good, expert] and names: {{"{shown[0]}": 1}}'
    )


def too_high(number: float) -> Doubt:
    """Ask for the levels where a number is no level."""
    return Doubt(
        f"a level {number:g} is too high; a ladder has {MOST_LEVELS} levels at most; list the "
        "levels in a mapping file, the lowest first, such as levels: [basic, good, expert]"
    )


def too_many(values: Sequence[float]) -> Doubt:
    """Ask for bands of numbers."""
    low, middle, high = values[0], values[len(values) // 3], values[2 * len(values) // 3]
    return Doubt(
        f"there are {len(values)} different numbers from {values[0]:g} to {values[-1]:g}, too many "
        f"for a level each; say in a mapping file from which number on each level is, such as "
        f"bands: {{basic: {low:g}, good: {middle:g}, expert: {high:g}}}"
    )


def levels_line(words: Sequence[str]) -> str:
    """Write the line of a mapping file that lists levels.

    >>> levels_line(["good", "so: so"])
    'levels: [good, "so: so"]'
    """
    more = ", …" if len(words) > MOST_COPIED else ""
    return f"levels: [{', '.join(map(yaml_word, words[:MOST_COPIED]))}{more}]"


def yaml_word(text: str) -> str:
    r"""Write a text as it has to stand between the brackets of a mapping file.

    >>> yaml_word("very good"), yaml_word("2"), yaml_word("on: off")
    ('very good', '"2"', '"on: off"')
    >>> print(yaml_word("soft\xadhyphen"))
    "soft\U000000adhyphen"
    """
    line = tidy(text)
    simple = line.replace(" ", "").replace("-", "").isalpha() and line[0].isalpha()
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    escaped = "".join(c if c.isprintable() else rf"\U{ord(c):08x}" for c in escaped)
    return line if simple and fold(line) not in ("true", "false", "null") else f'"{escaped}"'
