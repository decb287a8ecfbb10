"""Which level a cell of a matrix means, by name, by number, by both, or by a sign."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor

from ladder.levels import NONE
from ladder.matching import Hints, fold
from ladder.model import FrozenDict
from ladder.scales import plain
from ladder.wording import quoted, short, some

from .census import UNSURE, fits, is_empty
from .doubts import yaml_word
from .parts import SPACE, WHOLE, Part, apart, ends
from .quantities import Quantity, quantity

LISTED = "from the mapping file"
_MARKED = re.compile(r"(\d{1,3})\s*([*†‡§¹²³⁴⁵!]+|\((\*+|†)\))").fullmatch


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels, and what stands for them in cells."""

    levels: tuple[str, ...]
    """Their names, the lowest first."""
    how: str
    """What they were found by, in a few words."""
    empty: Collection[str]
    """What means that a skill is not asked for, folded."""
    names: Mapping[str, str]
    """Further words for levels, folded, with the level's name or number."""
    fractions: str | None
    """Whether a number between two levels goes up or down; None where it is an error."""
    words: Mapping[str, int] = FrozenDict()
    """From the levels' names and usual words for them, folded, to their numbers."""
    sign: Callable[[str], int | None] | None = None
    """Level of a sign, where the cells have signs."""
    steps: tuple[float, ...] = ()
    """The number of each level, where they do not count from 1."""
    banded: bool = False
    """Whether a level begins at its step and goes on to the next."""
    texts: bool = False
    """Whether cells have texts beside the levels."""
    remarks: tuple[str, ...] = ()
    """What was read in a way that a reader may not expect, in sentences."""

    seen: dict[str, tuple[int, str] | None] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    """What was read before: many cells say the same."""

    def read(self, text: str) -> int | None:
        """Read a cell: from 0, and None where it is no level of this scale."""
        found = self._apart(text)
        return found and found[0]

    def text_of(self, text: str) -> str | None:
        """Read what a cell says of the level that it has; None where that is nothing."""
        found = self._apart(text)
        return found[1] or None if found else None

    def meant(self, text: str) -> int | None:
        """Level of a name or a number, further words and texts aside."""
        level = self._level(text)
        return self._level_of_range(text) if level is None else level

    def _apart(self, text: str) -> tuple[int, str] | None:
        if text not in self.seen:
            self.seen[text] = self._read(text)
        return self.seen[text]

    def _read(self, text: str) -> tuple[int, str] | None:
        if text in self.levels:  # before anything else: somebody may call a level "no"
            return self.levels.index(text) + 1, ""
        if level := self._exported(text):
            return level, ""
        if is_empty(text, self.empty):
            return 0, ""
        for part in apart(text):
            level = self.meant(self.names.get(fold(part.head), part.head))
            if level is not None and (beside := self._beside(level, part)) is not None:
                return level, beside
        return None

    def _exported(self, text: str) -> int | None:
        """Level of a number and its very name, as an export writes them, whatever signs it has."""
        number, _, name = text.partition(" - ")
        if number.isascii() and number.isdecimal() and 0 < len(number) < 4:
            level = int(number)
            if name in self.levels[max(level - 1, 0) : level]:
                return level
        return None

    def _beside(self, level: int, part: Part) -> str | None:
        """What stands beside a level, without its name; None where both do not fit."""
        if part.kind == WHOLE:
            return ""
        if not level:
            return "" if is_empty(part.rest, self.empty) else None
        for name in apart(part.rest):
            number = self.words.get(fold(name.head))
            if number == level and name.kind != SPACE:
                return name.rest
            if number is not None and number != level and name.kind == WHOLE:
                return None
        if not self.texts or plain(part.rest) in UNSURE:
            return None
        return part.rest if fits(part) else None

    def _level(self, text: str) -> int | None:
        folded = fold(text)
        level = self.words.get(folded)
        if level is None:
            level = self.words.get(plain(text))
        if level is None and self.sign is not None:
            level = self.sign(text)
        if level is None and (number := quantity(text)):
            level = self._numbered(number)
        return 0 if level is None and folded == NONE else level

    def _level_of_range(self, text: str) -> int | None:
        """The lower of two levels that stand in their order."""
        if not (both := ends(text)):
            return None
        low, high = (self.words.get(plain(word)) for word in both)
        return low if low is not None and high is not None and low < high else None

    def _numbered(self, number: Quantity) -> int | None:
        if not number.value and number.kind != "date":
            return 0
        if self.banded:
            return bisect_right(self.steps, number.value)
        if self.steps:
            there = number.value in self.steps and number.kind != "date"
            return self.steps.index(number.value) + 1 if there else None
        if number.unit not in ("", f"/{len(self.levels)}") or number.top > len(self.levels):
            return None
        if number.kind == "date" and number.value == number.top:
            return None
        return self._whole(number.value)

    def _whole(self, value: float) -> int | None:
        if value != int(value) and self.fractions is None:
            return None
        whole = ceil(value) if self.fractions == "up" else floor(value)
        return whole if whole <= len(self.levels) else None

    def fault(self, text: str, hints: Hints, own: str = "") -> str:
        """Word what is wrong with a cell that `read` has refused; ``own`` says what else it is."""
        if unsure := self._unsure(text):
            return unsure
        if level := marked(text):
            return (
                f"{quoted(text)} has a mark behind the level, as of a footnote; write the level "
                f"alone, or say in a mapping file: names: {{{yaml_word(text)}: {level}}}"
            )
        number = quantity(text)
        choices = some([f"{at} {short(name)}" for at, name in enumerate(self.levels, start=1)])
        if number and number.kind == "date":
            return (
                f"{quoted(text)} is a date; write the level in its place, or say in a mapping file "
                f'which one it stands for, such as names: {{"{short(text)}": 1}}'
            )
        if number and number.value != int(number.value) and not self.steps and not self.fractions:
            return (
                f"{quoted(text)} lies between two levels; expected a whole one of {choices}, or "
                '"fractions: down" or "fractions: up" in a mapping file'
            )
        hint = hints.hint(text, self.levels)
        if not hint and self.how != LISTED:
            hint = f"; {own or 'where that is not so, list the levels in a mapping file'}"
        return f"no level {quoted(text)}; levels are {choices} (empty or 0 is {NONE}){hint}"

    def _unsure(self, text: str) -> str | None:
        """Word that a cell leaves it open whether anything is required."""
        if plain(text) in UNSURE:
            return (
                f"{quoted(text)} leaves open whether a level is required; write one, or say in a "
                f"mapping file that none is: empty: [{yaml_word(text)}]"
            )
        for part in apart(text):
            level = self.meant(part.head)
            if level and plain(part.rest) in UNSURE:
                return (
                    f"{quoted(text)} leaves open whether that is required; say so in a mapping "
                    f"file: names: {{{yaml_word(text)}: {level}}} where it is, empty: "
                    f"[{yaml_word(text)}] where it is not"
                )
        return None


def marked(text: str) -> str | None:
    """Find the number before the mark of a footnote.

    >>> marked("2**"), marked("**"), marked("2")
    ('2', None, None)
    """
    found = _MARKED(text)
    return found[1] if found else None


def with_levels(base: Scale, levels: Sequence[str], how: str) -> Scale:
    """Give a scale its levels."""
    words: dict[str, int] = {}
    for form in (fold, plain):
        for at, name in enumerate(levels, start=1):
            words.setdefault(form(name), at)
    return replace(base, levels=tuple(levels), how=how, words=FrozenDict(words))
