"""What the label of an arrow says: months, what kind of move it is, and what its gate asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ladder.importers.attributes import is_level, skill_in
from ladder.matching import fold
from ladder.scales import plain

_KINDS = {
    "promotion": "promotion promote promoted promotes advance advancement befoerderung beförderung "
    "aufstieg promoción promocion ascenso promu",
    "entry": "entry hire hired recruitment einstieg entrée entrada",
    "lateral": "lateral sideways side sidestep sidemove lateralmove transfer querwechsel wechsel "
    "mutation traslado",
    "demotion": "demotion stepdown",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}

_UNIT = (
    r"(?P<unit>months?|mos?|mths?|monate?n?|mois|mes(?:es)?|m"
    r"|years?|yrs?|y|jahre?n?|ans?|años?)"
)
_TIME = re.compile(
    r"(?:after|nach|après|après|tras|min(?:\.|imum)?|at least|>=?|≥|~|ca\.?|about)?\s*"
    r"(?P<least>\d{1,4}(?:[.,]\d)?)\s*(?:(?:-|–|to|bis|à|a)\s*(?P<most>\d{1,4}(?:[.,]\d)?))?\+?\s*"
    + _UNIT
    + r"\.?(?:\s+in (?:the )?(?:role|job))?",
    re.IGNORECASE,
).fullmatch
_BARE = re.compile(r"months\s*[:=]\s*(\d{1,4})", re.IGNORECASE).fullmatch
_COUNT = re.compile(r"\d+ skills?", re.IGNORECASE).fullmatch
_ASKS = re.compile(
    r"(?:requires?|needs?|asks?(?: for)?|skills|when you hold|braucht|erfordert|exige|pide)"
    r"\s*[:=]?\s+",
    re.IGNORECASE,
)
_KIND_OF = re.compile(r"kind\s*[:=]\s*(.+)", re.IGNORECASE).fullmatch
_APART = re.compile(r"[\n;,·•|]|\s[/&+]\s")
_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


class Said(NamedTuple):
    """What a label says, by the attributes of an edge, and what was not understood of it."""

    data: dict[str, Any]
    rest: tuple[str, ...]


def read_label(text: str, levels: Sequence[str] = ()) -> Said:
    """Read the label of an arrow; ``levels`` are words for levels besides the usual ones.

    >>> read_label("promotion, 12-18 months; SQL: working").data
    {'kind': 'promotion', 'months': 15, 'months_range': [12, 18], 'requires': {'SQL': 'working'}}
    >>> read_label("2 years, if lucky").rest
    ('if lucky',)
    """
    known = {plain(level) for level in levels}
    data: dict[str, Any] = {}
    rest: list[str] = []
    asked: dict[str, str | None] = {}
    waiting = _parts(text)
    asks = False  # what follows "requires" is asked, up to the end
    while waiting:
        part = waiting.pop(0)
        if time := _months(part):
            data |= time
        elif kind := _KIND.get(fold(part)):
            data["kind"] = kind
        elif of_kind := _KIND_OF(part):
            data["kind"] = of_kind[1].strip()
        elif (inner := _BRACKETS.search(part)) and _may_be_apart(inner[1]):
            waiting = [part[: inner.start()].strip(), inner[1], *waiting]
        elif _COUNT(part):
            rest.append(part)
        else:
            told = _ASKS.match(part)
            asks = asks or told is not None
            skill, level = skill_in(part[told.end() :] if told else part)
            if (level is not None and (is_level(level) or plain(level) in known)) or (
                asks and level is None
            ):
                asked[skill] = level
            else:
                rest.append(part)
    if asked:
        data["requires"] = asked
    return Said(data, tuple(rest))


def _parts(text: str) -> list[str]:
    parts = (part.strip() for part in _APART.split(text))
    return [part for part in parts if part]


def _may_be_apart(text: str) -> bool:
    """Whether what stands in brackets is said of the move, such as (24 months)."""
    return bool(_months(text)) or fold(text) in _KIND


def _months(text: str) -> dict[str, Any] | None:
    if bare := _BARE(text):
        return {"months": int(bare[1])}
    found = _TIME(text.strip())
    if not found:
        return None
    each = 12 if found["unit"][0].lower() in "yja" else 1
    least = _whole(found["least"], each)
    if not found["most"]:
        return None if least is None else {"months": least}
    most = _whole(found["most"], each)
    if least is None or most is None or most < least:
        return None
    return {"months": (least + most + 1) // 2, "months_range": [least, most]}


def _whole(text: str, each: int) -> int | None:
    months = float(text.replace(",", ".")) * each
    return int(months) if months == int(months) else None
