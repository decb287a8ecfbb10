"""Levels that cells give by numbers: whether these count levels, or stand for one each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import ceil, floor, gcd

from ladder.levels import NONE
from ladder.matching import fold
from ladder.spreadsheet.matrix import level_names

from .doubts import Doubt, several_units, too_high, too_many
from .parts import STRONG, apart
from .quantities import Quantity, quantity
from .scale import Scale, with_levels

MOST_STEPS = 20
"""Numbers with gaps that are taken for a level each; of more, bands have to be made."""

BY_NUMBER = "by number"
MOST_POINTS = 1_000
PLAIN_LEVELS = 7
"""A scale that goes no higher may have levels that no cell has."""

DENSE_LEVELS = 10
"""One that goes no higher may, too, where its numbers do not go up in steps such as 2, 4, 6."""


def by_number(base: Scale, numbers: Counter[Quantity], names: Mapping[float, str]) -> Scale | Doubt:
    """Tell whether numbers count levels, or stand for one each."""
    values = sorted({number.value for number in numbers if number.value})
    highest = max(chain(values, (number.top for number in numbers)), default=0)
    units = {number.unit for number in numbers if number.value}
    whole = {int(unit[1:]) for unit in units if unit.startswith("/")}
    if (whole and (len(whole) > 1 or "%" in units or highest > min(whole))) or (
        not whole and len(units) > 1
    ):
        return several_units(numbers)
    highest = max(highest, *whole, 0)
    alone = len(values) == 1 and units == {""} and not names
    if highest > MOST_POINTS or (alone and highest > DENSE_LEVELS):
        return too_high(highest)
    if highest <= 1 and sum(value < 1 for value in values) > 1:
        return _stepped(base, values, names, 100, " %")
    if "%" in units:
        return _stepped(base, values, names, 1, " %")
    most = MOST_STEPS if whole else DENSE_LEVELS if names else 0
    if highest <= most or _counts(values, int(highest)):
        known = {int(value): name for value, name in names.items() if value == int(value)}
        top = floor(highest) if base.fractions == "down" else ceil(highest)
        levels = level_names({top: f"level {top}"} | known) if top else ()
        return with_levels(base, levels, _how(names) or BY_NUMBER)
    return _stepped(base, values, names, 1, " points")


def _stepped(
    base: Scale, values: Sequence[float], names: Mapping[float, str], times: int, unit: str
) -> Scale | Doubt:
    """Make each number a level, by its name or by itself."""
    if len(values) > MOST_STEPS:
        return too_many(values)
    levels = [names.get(value, f"{times * value:g}{unit}") for value in values]
    how = _how(names) or "as many as there are different numbers"
    return replace(with_levels(base, levels, how), steps=tuple(values))


def _how(names: Mapping[float, str]) -> str:
    return "by the numbers before them" if names else ""


def _counts(values: Sequence[float], highest: int) -> bool:
    """Tell whether numbers count levels: low ones do, and such as leave out few."""
    whole = [int(value) for value in values if value == int(value)]
    if highest <= PLAIN_LEVELS:
        return True
    few_left_out = highest <= DENSE_LEVELS or 2 * len(whole) >= highest
    return few_left_out and highest <= MOST_STEPS and gcd(*whole) == 1


def names_by_number(
    pairs: Counter[tuple[str, str]], numbers: int, *, exported: bool
) -> dict[float, str]:
    """Name each number as most cells do, if cells do agree; else they have texts of their own.

    Where no number is there twice, names are short, or written as an export writes them.
    """
    if 2 * pairs.total() < numbers:
        return {}
    for name in (str, _first):
        named: dict[float, Counter[str]] = {}
        for (head, rest), often in pairs.items():
            if (number := quantity(head)) and not number.kind and number.value:
                named.setdefault(number.value, Counter())[name(rest)] += often
        if _agree(named.values(), exported):
            return _commonest(named)
    return {}


def _first(rest: str) -> str:
    return next((part.head for part in apart(rest) if part.kind == STRONG), rest)


def _agree(named: Collection[Counter[str]], exported: bool) -> bool:
    """Tell whether words beside numbers are their names: cells with one number share them."""
    alike = again = 0
    commonest = set()
    for words in named:
        folded = Counter[str]()
        for word, often in words.items():
            folded[fold(word)] += often
        alike += max(folded.values()) - 1
        again += folded.total() - 1
        commonest.add(max(folded, key=lambda word: (folded[word], word)))
    if len(commonest) < len(named):  # one word for two numbers names neither
        return False
    if again:
        return 3 * alike >= 2 * again
    return exported or all(len(word.split()) <= 3 for word in chain.from_iterable(named))


def _commonest(named: Mapping[float, Counter[str]]) -> dict[float, str]:
    names: dict[float, str] = {}
    ranked = [(-often, word, number) for number, c in named.items() for word, often in c.items()]
    for _, word, number in sorted(ranked):
        if fold(word) not in (NONE, *map(fold, names.values())):
            names.setdefault(number, word)
    return names
