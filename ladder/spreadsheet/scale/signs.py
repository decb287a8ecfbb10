"""Signs that stand for levels: stars, dots, ticks, traffic lights, Roman numerals, letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.matching import fold
from ladder.scales import plain
from ladder.wording import listed

from .doubts import Doubt

MARKS = ("x", "✓", "✔", "✅", "☑", "☒", "•", "●", "★", "▲", "■", "+", "yes", "y", "true", "ja", "j",
         "oui", "sí", "required")  # fmt: skip
"""What marks that a skill is asked for, where nothing says more."""

_TICKS = {fold(tick) for tick in MARKS}

CROSSES = ("✗", "✘", "❌", "✖", "☐")
"""What marks that it is not, beside ticks; alone, the first may be meant as ticks."""

_FILLED = {
    c: group[0]
    for group in ("★⭐🌟✭", "●⬤⚫", "■◼▪", "▲", "◆♦", "✓✔✅", "+", "*", "xX")
    for c in group
}
_OPEN = {
    **dict.fromkeys("☆✩⚝", "★"),
    **dict.fromkeys("○◯⚪◌", "●"),
    **dict.fromkeys("□◻▫☐", "■"),
    **dict.fromkeys("△", "▲"),
    **dict.fromkeys("◇♢", "◆"),
}
_QUARTERS = {"○": 0, "◯": 0, "◔": 1, "◑": 2, "◐": 2, "◕": 3, "●": 4}
_LIGHTS = (
    ("red", "🔴", "🟥", "rot", "rouge", "rojo"),
    ("orange", "🟠", "🟧", "naranja"),
    ("amber", "yellow", "🟡", "🟨", "gelb", "jaune", "ámbar", "amarillo"),
    ("green", "🟢", "🟩", "grün", "vert", "verde"),
)
_LIGHT = {plain(word): at for at, words in enumerate(_LIGHTS) for word in words}
_LIGHT_LETTERS = {"r": 0, "a": 2, "y": 2, "g": 3}
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMAN = {fold(numeral): at for at, numeral in enumerate(ROMANS, start=1)}
_NUMERAL = re.compile(
    r"(?:(?:l|lvl|level|stufe|niveau|nivel|grade?)\s+)?([ivx]{1,4})", re.IGNORECASE
).fullmatch
_LANGUAGE_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
_HEIGHTS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Signs:
    """Levels that were found by signs."""

    levels: tuple[str, ...]
    how: str
    read: Callable[[str], int | None]
    """Level of a sign: from 0, and None where it is no such sign."""
    remarks: tuple[str, ...] = ()
    counted: bool = False
    """Whether there may be levels above the highest that is seen."""


def find_signs(heads: Counter[str]) -> Signs | Doubt | None:
    """Find the signs that most cells have, or why their order cannot be told.

    >>> find_signs(Counter(["★★☆", "★", "★★★"])).levels
    ('★', '★★', '★★★')
    >>> find_signs(Counter(["II", "IV"])).levels
    ('I', 'II', 'III', 'IV')
    >>> find_signs(Counter(["green", "red"])).levels
    ('red', 'amber', 'green')
    >>> find_signs(Counter(["2", "3"])) is None
    True
    """
    shown = Counter[str]()
    for head, often in heads.items():
        shown[bare(head)] += often
    for kind in (_quarters, _runs, _lights, _romans, _language_levels, _heights, _ticks, _letters):
        if found := kind(shown):
            return found
    return None


def bare(text: str) -> str:
    """Take off what only says how a sign is to look."""
    return text.replace("\ufe0f", "").replace("\ufe0e", "").strip()


def _most(shown: Counter[str], belongs: Callable[[str], object]) -> list[str]:
    """Those that belong, if they are the most."""
    members = [text for text in shown if belongs(text)]
    return members if 2 * sum(shown[text] for text in members) > shown.total() else []


def run(text: str) -> tuple[str, int, int] | None:
    """Which sign is repeated, how often it is filled, and how often it is there at all.

    >>> run("★★☆"), run("● ●"), run("++"), run("★●")
    (('★', 2, 3), ('●', 2, 2), ('+', 2, 2), None)
    """
    signs = [c for c in text if c != " "]
    filled = [_FILLED[c] for c in signs if c in _FILLED]
    empty = [_OPEN[c] for c in signs if c in _OPEN]
    if not signs or len(filled) + len(empty) < len(signs) or len({*filled, *empty}) > 1:
        return None
    if any(c in _FILLED for c in signs[len(filled) :]):  # all filled ones come first
        return None
    return (filled or empty)[0], len(filled), len(signs)


def _runs(shown: Counter[str]) -> Signs | Doubt | None:
    members = _most(shown, run)
    runs = [found for text in members if (found := run(text))]
    signs, longest = {sign for sign, _, _ in runs}, max((total for _, _, total in runs), default=0)
    if longest < 2:
        opened = [text for text in members if text in _OPEN]
        return _open_and_filled(opened, members) if opened else None
    if len(signs) > 1 or longest > len(ROMANS):
        return None
    sign = signs.pop()

    def read(text: str) -> int | None:
        found = run(bare(text))
        return found[1] if found and found[0] == sign and found[2] <= longest else None

    return Signs(
        tuple(sign * times for times in range(1, longest + 1)),
        "by how many signs",
        read,
        counted=True,
    )


def _open_and_filled(opened: Sequence[str], members: Sequence[str]) -> Doubt:
    filled = [text for text in members if text not in _OPEN]
    one = opened[0]
    other = filled[0] if filled else _OPEN[one]
    return Doubt(
        f"{one} may be a level below {other}, or ask for nothing; say which in a mapping file: "
        f'levels: ["{one}", "{other}"] or empty: ["{one}"]',
        tuple(opened),
    )


def _quarters(shown: Counter[str]) -> Signs | None:
    members = _most(shown, lambda text: text in _QUARTERS)
    seen = {_QUARTERS[text] for text in members}
    if not seen & {1, 2, 3}:
        return None
    steps = (1, 2, 3, 4) if seen & {1, 3} else (2, 4)
    numbers = {step: at for at, step in enumerate(steps, start=1)}
    names = tuple("○◔◑◕●"[step] for step in steps)

    def read(text: str) -> int | None:
        step = _QUARTERS.get(bare(text))
        return 0 if step == 0 else numbers.get(step or -1)

    said = ("○ is taken to ask for nothing.",) if 0 in seen else ()
    return Signs(names, "by how full the circles are", read, said)


def _lights(shown: Counter[str]) -> Signs | None:
    letters = {fold(text) for text in shown}
    lights: Mapping[str, int] = _LIGHT
    if {"r", "g"} < letters <= set(_LIGHT_LETTERS):
        lights = _LIGHT_LETTERS
    members = _most(shown, lambda text: plain(text) in lights)
    seen = {lights[plain(text)] for text in members}
    if len(seen) < 2:
        return None
    # Three lights, whichever are in use; orange is amber, where no yellow is beside it.
    places = (0, 1, 2, 3) if {1, 2} <= seen else (0, 1, 3) if 1 in seen else (0, 2, 3)
    numbers = {place: at for at, place in enumerate(places, start=1)}
    names = tuple(_called(members, lights, place) for place in places)

    def read(text: str) -> int | None:
        return numbers.get(lights.get(plain(bare(text)), -1))

    said = (
        f"{names[0]} is taken for the lowest level; where it asks for nothing, say so in a mapping "
        f'file: empty: ["{names[0]}"].'
    )
    return Signs(names, f"from {names[0]} to {names[-1]}", read, (said,) if 0 in seen else ())


def _called(members: Iterable[str], lights: Mapping[str, int], place: int) -> str:
    words = [text for text in members if lights[plain(text)] == place and len(text) > 1]
    return min(words).lower() if words else _LIGHTS[place][0]


def _romans(shown: Counter[str]) -> Signs | None:
    def number(text: str) -> int | None:
        found = _NUMERAL(bare(text))
        return _ROMAN.get(fold(found[1])) if found else None

    members = _most(shown, number)
    seen = {place for text in members if (place := number(text))}
    if not seen & {2, 3, 4}:  # of I, V and X alone one cannot tell that they are numerals
        return None
    return Signs(ROMANS[: max(seen)], "by Roman numerals", number, counted=True)


def _language_levels(shown: Counter[str]) -> Signs | None:
    return _in_order(shown, _LANGUAGE_LEVELS, _LANGUAGE_LEVELS, 2)


def _heights(shown: Counter[str]) -> Signs | None:
    letters = {fold(text) for text in shown}
    return _in_order(shown, ("L", "M", "H"), _HEIGHTS, 2) if {"l", "h"} <= letters else None


def _in_order(
    shown: Counter[str], signs: Sequence[str], names: tuple[str, ...], least: int
) -> Signs | None:
    numbers = {fold(sign): at for at, sign in enumerate(signs, start=1)}
    members = _most(shown, lambda text: fold(text) in numbers)
    if len({fold(text) for text in members}) < least:
        return None

    def read(text: str) -> int | None:
        return numbers.get(fold(bare(text)))

    return Signs(names, f"from {signs[0]} to {signs[-1]}", read)


def _ticks(shown: Counter[str]) -> Signs | None:
    ticks, crosses = _TICKS, set(CROSSES)
    used = {fold(text) for text in shown}
    if not used & ticks:  # nothing but crosses: they mark what is asked for
        ticks, crosses = ticks | {CROSSES[0], CROSSES[1]}, set()
    if not _most(shown, lambda text: fold(text) in ticks or text in crosses) or not used & ticks:
        return None

    def read(text: str) -> int | None:
        sign = fold(bare(text))
        return 1 if sign in ticks else 0 if sign in crosses else None

    crossed = sorted(used & crosses)
    said = (f"{listed(crossed, 'and')} is taken to ask for nothing.",) if crossed else ()
    return Signs(("held",), "by marks", read, said)


def _letters(shown: Counter[str]) -> Doubt | None:
    """Ask of A, B and C: some call the best A, and some the least."""
    members = _most(shown, lambda text: len(text) == 1 and text.upper() in "ABCDEF")
    letters = sorted({text.upper() for text in members})
    if len(letters) < 2:
        return None
    up, down = ", ".join(letters), ", ".join(reversed(letters))
    return Doubt(
        f"cannot tell whether {letters[0]} is the best or the least; say which in a mapping file: "
        f"levels: [{down}] where {letters[0]} is the best, levels: [{up}] where it is the least",
        tuple(members),
    )


def is_sign(text: str) -> bool:
    """Tell whether a text is a sign of any kind.

    >>> is_sign("★★☆"), is_sign("III"), is_sign("green"), is_sign("joins")
    (True, True, True, False)
    """
    sign = bare(text)
    return bool(
        run(sign)
        or sign in _QUARTERS
        or sign in CROSSES
        or fold(sign) in _TICKS
        or plain(sign) in _LIGHT
        or _NUMERAL(sign)
        or sign in _LANGUAGE_LEVELS
        or (len(sign) == 1 and sign.isalpha())
    )
