"""Finds the levels that the cells of a matrix are given in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ladder.files.builder import tidy
from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.scales import plain, usual_levels
from ladder.wording import quoted, short, some

from .census import EMPTY, Census, census, is_zero
from .doubts import Doubt, dated, unordered, zero_named
from .numbered import by_number, names_by_number
from .parts import PLACED, WHOLE, apart, ends
from .quantities import quantity
from .scale import LISTED, Scale, with_levels
from .signs import Signs, find_signs

_EMPTY = {fold(text) for text in EMPTY}


def find_scale(
    texts: Iterable[str],
    *,
    levels: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    empty: Iterable[str] = (),
    fractions: str | None = None,
    bands: Mapping[str, float] | None = None,
) -> Scale | str:
    """Find the levels that cells are given in.

    Where the levels cannot be told, the reason.

    >>> find_scale(["2 - able", "1 - aware", ""]).levels
    ('aware', 'able')
    >>> find_scale(["Expert", "working", "n/a"]).levels
    ('awareness', 'working', 'practitioner', 'expert')
    >>> find_scale(["10", "60", "30"]).levels
    ('10 points', '30 points', '60 points')
    >>> find_scale(["good", "splendid"]).partition(";")[0]
    'cannot tell the order of the levels good and splendid'
    """
    found = seek_scale(
        texts, levels=levels, names=names, empty=empty, fractions=fractions, bands=bands
    )
    return found.message if isinstance(found, Doubt) else found


def seek_scale(
    texts: Iterable[str],
    *,
    levels: Sequence[str],
    names: Mapping[str, str] | None,
    empty: Iterable[str],
    fractions: str | None,
    bands: Mapping[str, float] | None,
) -> Scale | Doubt:
    """Find the levels, or what has to be asked, with the texts that it is about."""
    nothing = {fold(text) for text in empty} | _EMPTY
    synonyms = {fold(text): str(level) for text, level in (names or {}).items()}
    cells = census(texts, nothing, synonyms)
    base = Scale((), "", nothing, synonyms, fractions)
    if bands:
        ordered = sorted(bands, key=bands.__getitem__)
        steps = tuple(float(bands[name]) for name in ordered)
        found: Scale | Doubt = replace(with_levels(base, ordered, LISTED), steps=steps, banded=True)
    elif levels:
        found = _as_listed(with_levels(base, list(map(tidy, levels)), LISTED), cells)
    else:
        found = _found(base, cells)
    return found if isinstance(found, Doubt) else _told(found, cells)


def _as_listed(scale: Scale, cells: Census) -> Scale:
    """Read signs as levels that are listed; and numbers, of which there are as many, but higher."""
    signs = find_signs(cells.heads)
    if isinstance(signs, Signs) and (
        len(signs.levels) == len(scale.levels)
        or (signs.counted and len(signs.levels) < len(scale.levels))
    ):
        return replace(scale, sign=signs.read, remarks=signs.remarks)
    values = sorted({number.value for number in cells.numbers() if number.value})
    if len(values) == len(scale.levels) < max(values, default=0):
        return replace(scale, steps=tuple(values))
    return scale


def _found(base: Scale, cells: Census) -> Scale | Doubt:
    signs = find_signs(cells.heads)
    if isinstance(signs, Doubt):
        return signs
    if signs:
        return _signed(base, signs)
    dates, pairs = cells.dates(), cells.named()
    if 2 * sum(cells.heads[date] for date in dates) > cells.heads.total():
        return dated(dates)
    if zero := sorted(rest for head, rest in pairs if is_zero(head)):
        return zero_named(pairs, zero[0])
    return _worded_or_numbered(base, cells)


def _worded_or_numbered(base: Scale, cells: Census) -> Scale | Doubt:
    numbers, words, pairs = cells.numbers(), cells.words(), cells.named()
    if pairs and pairs.total() >= words.total():
        exported = all(map(PLACED, cells.whole))
        return by_number(base, numbers, names_by_number(pairs, numbers.total(), exported=exported))
    highest = int(max((max(number.value, number.top) for number in numbers), default=0))
    if words and (usual := usual_levels(words, highest)):
        return _usual(base, usual)
    if 2 * words.total() >= cells.heads.total() > 0:
        return unordered(words)
    return by_number(base, numbers, {})


def _signed(base: Scale, signs: Signs) -> Scale:
    return replace(
        with_levels(base, signs.levels, signs.how), sign=signs.read, remarks=signs.remarks
    )


def _usual(base: Scale, usual: Mapping[str, int]) -> Scale:
    levels = {number: word for word, number in reversed(list(usual.items()))}
    scale = with_levels(base, [levels[number] for number in sorted(levels)], "in their usual order")
    more = {plain(word): number for word, number in usual.items()}
    return replace(scale, words=FrozenDict(more | dict(scale.words)))


KINDS_SAID = {
    "range": "Of a range such as {} the lower level is expected",
    "more": "{} and the like are read as the level that stands there",
    "date": "{} and the like were ranges of levels before a spreadsheet program took them for "
    "dates; the lower level is expected",
}


def _told(scale: Scale, cells: Census) -> Scale:
    """Find out whether cells have texts, and say what is read in a way that is not plain."""
    known = sum(often for (_, rest), often in cells.pairs.items() if fold(rest) in scale.words)
    scale = replace(scale, texts=2 * known < cells.pairs.total())
    told = list(scale.remarks)
    kinds: dict[str, list[str]] = {}
    for text in cells.whole:
        kinds.setdefault(_kind(text, scale), []).append(text)
    for kind, words in KINDS_SAID.items():
        found = kinds.get(kind)
        if found:
            often = sum(cells.whole[text] for text in found)
            told.append(f"{words.format(short(min(found)))} ({often} cell{'s' * (often > 1)}).")
    beside = {text: said for text in cells.whole if (said := scale.text_of(text))}
    if beside:
        often = sum(cells.whole[text] for text in beside)
        told.append(
            f"{often} cell{'s say' if often > 1 else ' says'} what a level means there, such as "
            f"{quoted(min(beside.values()))}."
        )
    if scale.steps and not scale.banded and scale.how != LISTED:
        told.append(
            f"The numbers {some([f'{step:g}' for step in scale.steps])} are taken for a level each."
        )
    whole = replace(scale, remarks=tuple(told))
    whole.seen.update(scale.seen)
    return whole


def _kind(text: str, scale: Scale) -> str:
    """What kind of number a cell has that can be read, or whether it is a range of words."""
    for part in apart(text):
        if scale.read(text) is None:
            return ""
        if number := quantity(part.head):
            return number.kind
        if part.kind == WHOLE and ends(text) and fold(text) not in scale.words:
            return "range" if scale.meant(text) else ""
    return ""
