"""What the label of an arrow says: months, what kind of move it is, and what its gate asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ladder.importers.attributes import is_level, skill_in
from ladder.matching import close_spellings, fold
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
_APART = re.compile(r"[\n;·•|]|,(?!\d)|(?<!\d),|\s[/&+]\s")
_EITHER = re.compile(r"\b(?:or|oder|ou|not?|ohne|sans|sin)\b|[:=≥]", re.IGNORECASE)
"""What is no name of a skill: an alternative, something lacking, or two skills in one."""
_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


def meant(part: str) -> str:
    """What a part that was not understood may be a slip of.

    >>> meant("promotoin"), meant("24 monhts"), meant("if lucky")
    (' (did you mean promotion?)', ' (did you mean months?)', '')
    """
    word = fold(part.lstrip("0123456789 -–"))
    near = close_spellings(word, [*_KIND, "month", "months", "year", "years"], 1, 0.75)
    return f" (did you mean {near[0]}?)" if near else ""


class Said(NamedTuple):
    """What a label says, by the attributes of an edge, and what was not understood of it."""

    data: dict[str, Any]
    rest: tuple[str, ...]


def read_label(text: str, levels: Sequence[str] = ()) -> Said:
    """Read the label of an arrow; ``levels`` are words for levels besides the usual ones.

    >>> read_label("promotion, 12-18 months; SQL: working").data
    {'kind': 'promotion', 'months': 15, 'months_range': [12, 18], 'requires': {'SQL': 'working'}}
    >>> read_label("2 years, if lucky; SQL: working or Python: working").rest
    ('if lucky', 'SQL: working or Python: working')
    >>> read_label("24 months; 12 months").rest  # which holds?
    ('12 months',)
    """
    known = {plain(level) for level in levels}
    data: dict[str, Any] = {}
    rest: list[str] = []
    asked: dict[str, str | None] = {}
    waiting = _parts(text)
    asks = False  # what follows "requires" is asked, up to the end
    while waiting:
        part = waiting.pop(0)
        if said := _of_move(part):
            if any(data.get(key, value) != value for key, value in said.items()):
                rest.append(part)
            else:
                data |= said
        elif (inner := _BRACKETS.search(part)) and _of_move(inner[1]):
            waiting = [part[: inner.start()].strip(), inner[1], *waiting]
        elif part:
            told = _ASKS.match(part)
            asks = asks or told is not None
            skill, level = skill_in(part[told.end() :] if told else part)
            is_told = level is not None and (is_level(level) or plain(level) in known)
            if (
                not (is_told or (asks and level is None))
                or _COUNT(part)
                or _EITHER.search(skill)
                or asked.get(skill, level) != level
            ):
                rest.append(part)
            else:
                asked[skill] = level
    if asked:
        data["requires"] = asked
    return Said(data, tuple(rest))


def _parts(text: str) -> list[str]:
    parts = (part.strip() for part in _APART.split(text))
    return [part for part in parts if part]


def _of_move(part: str) -> dict[str, Any]:
    """The months or the kind of a move, if that is what a part of its label says."""
    if kind := _KIND.get(fold(part)):
        return {"kind": kind}
    if of_kind := _KIND_OF(part):
        return {"kind": of_kind[1].strip()}
    return months_in(part) or {}


def months_in(text: str) -> dict[str, Any] | None:
    """Months, with a range where one is told.

    >>> months_in("2 years"), months_in("12-18 months"), months_in("soon")
    ({'months': 24}, {'months': 15, 'months_range': [12, 18]}, None)
    """
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
