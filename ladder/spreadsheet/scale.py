"""Which level a cell of a matrix means, by name, by number, by both, or by a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from ladder.files.builder import tidy
from ladder.levels import NONE, level_numbers, number_of
from ladder.matching import Hints, fold
from ladder.wording import MOST_LISTED, listed, quoted, short, some

from .matrix import level_names

MOST_LEVELS = 100

# The scales that skill matrices commonly use, the lowest level first.
SCALES = (
    ("awareness", "working", "practitioner", "expert"),
    ("novice", "advanced beginner", "competent", "proficient", "expert"),
    ("beginner", "intermediate", "advanced", "expert"),
    ("basic", "intermediate", "advanced", "expert"),
    ("fundamental", "novice", "intermediate", "advanced", "expert"),
    ("foundation", "intermediate", "advanced", "expert"),
    ("foundational", "intermediate", "advanced", "expert"),
    ("emerging", "developing", "proficient", "advanced", "expert"),
    ("learning", "practising", "mastering", "leading"),
    ("follow", "assist", "apply", "enable", "ensure or advise", "initiate or influence",
     "set strategy"),
    ("low", "medium", "high"),
)  # fmt: skip

EMPTY = ("", "-", "–", "—", ".", "n/a", "na", "none", "nil", "no", "0", "false")
MARKS = ("x", "✓", "✔", "✗", "•", "●", "yes", "y", "true")

_LISTED = "from the mapping file"
_PLACED = re.compile(r"(\d{1,3}) - (.+)", re.DOTALL).fullmatch
_LOOSELY_PLACED = re.compile(
    r"(?:l|level\s*)?(\d{1,3})\s*[-–—:.)=]?\s*([^\W\d].*)", re.I | re.S
).fullmatch
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e[-+]?\d+", re.I).fullmatch
_NUMBER = re.compile(r"(?:l|lvl|level)?\s*(\d{1,3})(?:[.,](\d+))?", re.I).fullmatch


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

    def read(self, text: str) -> int | None:
        """Read a cell: from 0, and None where it is no level of this scale."""
        if text in self.levels:  # before anything else: somebody may call a level "no"
            return self.levels.index(text) + 1
        if is_empty(text, self.empty):
            return 0
        return self.meant(self.names.get(fold(text), text))

    def meant(self, text: str) -> int | None:
        """Level of a name or a number, further words aside."""
        if (found := placed(text)) and self._is_named(*found):
            return found[0]
        if (number := number_of(text, level_numbers(self.levels))) is not None:
            return number
        if found_number := _NUMBER(text):
            return self._whole(int(found_number[1]), found_number[2] or "")
        return 1 if len(self.levels) == 1 and fold(text) in _MARKS else None

    def _is_named(self, number: int, name: str) -> bool:
        return 0 < number <= len(self.levels) and fold(name) == fold(self.levels[number - 1])

    def _whole(self, whole: int, fraction: str) -> int | None:
        value = float(f"{whole}.{fraction or 0}")
        if value != whole and self.fractions is None:
            return None
        value = ceil(value) if self.fractions == "up" else floor(value)
        return int(value) if value <= len(self.levels) else None

    def fault(self, text: str, hints: Hints) -> str:
        """Word what is wrong with a cell that `read` has refused."""
        number = _NUMBER(text)
        choices = some([f"{at} {short(name)}" for at, name in enumerate(self.levels, start=1)])
        if number and (number[2] or "").strip("0") and self.fractions is None:
            return (
                f"{quoted(text)} lies between two levels; expected a whole one of {choices}, or "
                '"fractions: down" or "fractions: up" in a mapping file'
            )
        hint = hints.hint(text, self.levels)
        if not hint and self.how != _LISTED:
            hint = "; where that is not so, list the levels in a mapping file"
        return f"no level {quoted(text)}; levels are {choices} (empty or 0 is {NONE}){hint}"


def placed(text: str) -> tuple[int, str] | None:
    """Take apart a level that is given by number and name.

    >>> placed("2 - working"), placed("L2: Working"), placed("working")
    ((2, 'working'), (2, 'Working'), None)
    """
    if _SCIENTIFIC(text):  # 1E+00 is a number, and no level of the name E+00
        return None
    found = _PLACED(text) or _LOOSELY_PLACED(text)
    return (int(found[1]), found[2]) if found and found[2].strip("+-.0123456789") else None


def is_empty(text: str, empty: Collection[str]) -> bool:
    """Tell whether a cell says that a skill is not asked for."""
    return not text or fold(text) in empty or text in EMPTY


_MARKS = {fold(mark) for mark in MARKS}
_EMPTY = {fold(text) for text in EMPTY}


def find_scale(
    texts: Iterable[str],
    *,
    levels: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
    empty: Iterable[str] = (),
    fractions: str | None = None,
) -> Scale | str:
    """Find the levels that cells are given in.

    Where the levels cannot be told, the reason.

    >>> find_scale(["2 - able", "1 - aware", ""]).levels
    ('aware', 'able')
    >>> find_scale(["Expert", "working", "n/a"]).levels
    ('awareness', 'working', 'practitioner', 'expert')
    >>> find_scale(["good", "splendid"]).partition(";")[0]
    'cannot tell the order of the levels good and splendid'
    """
    nothing = {fold(text) for text in empty} | _EMPTY
    synonyms = {fold(text): str(level) for text, level in (names or {}).items()}

    def scale(found: Sequence[str], how: str) -> Scale:
        return Scale(tuple(map(tidy, found)), how, nothing, synonyms, fractions)

    if levels:
        return scale(levels, _LISTED)
    seen = Counter(synonyms.get(fold(text), text) for text in texts if not is_empty(text, nothing))
    words = Counter({text: often for text, often in seen.items() if not _NUMBER(text)})
    pairs = Counter({text: often for text, often in words.items() if placed(text)})
    given = [int(found[1]) for text in seen if (found := _NUMBER(text))]
    highest = max([0, *given, *(pair[0] for text in pairs if (pair := placed(text)))])
    if highest > MOST_LEVELS:
        return f"a level {highest} is too high; a ladder has {MOST_LEVELS} levels at most"
    if pairs and 2 * pairs.total() >= words.total():
        return scale(_named_by_number(pairs, highest), "by the numbers before them")
    if words and not given and {fold(text) for text in words} <= _MARKS:
        return scale(["held"], "by marks")
    usual = _usual_names(words, highest)
    if usual or 2 * words.total() >= seen.total() > 0:
        return scale(usual, "in their usual order") if usual else _unordered(words)
    return scale(level_names({highest: f"level {highest}"} if highest else {}), "by number")


def _named_by_number(pairs: Counter[str], highest: int) -> tuple[str, ...]:
    """Name each level as most cells do; the others are then told as faults."""
    names: dict[int, str] = {}
    for text, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if (pair := placed(text)) and pair[0] and fold(pair[1]) not in map(fold, names.values()):
            names.setdefault(*pair)
    return level_names(names | {highest: names.get(highest, f"level {highest}")})


def _usual_names(words: Counter[str], highest: int) -> Sequence[str]:
    """Find the usual scale that most cells are of; several fit, where they agree on these names."""

    def fitting(scale: Sequence[str]) -> int:
        return sum(often for text, often in words.items() if fold(text) in map(fold, scale))

    best = max(map(fitting, SCALES))
    if 2 * best <= words.total():
        return ()
    first, *others = [scale for scale in SCALES if fitting(scale) == best]
    seen = set(map(fold, words))
    return [name for name in first if fold(name) in seen] if others and not highest else first


def _unordered(words: Counter[str]) -> str:
    shown = [short(text) for text in sorted(words, key=lambda text: (-words[text], text))]
    names = listed(shown, "and") if len(shown) <= MOST_LISTED else some(shown)
    return (
        f"cannot tell the order of the levels {names}; list them in a mapping file, the lowest "
        "first, such as levels: [basic, good, expert]"
    )
