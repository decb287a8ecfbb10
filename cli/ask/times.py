"""Times that a question names: those spent in the role, and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ladder.model import MOST_MONTHS

NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_AMOUNT = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|half an?|an?|{'|'.join(NUMBERS)})"
_PART = rf"{_AMOUNT} (?:months?|years?|yrs?)(?: and a half)?"
_VAGUE = r"(?:a )?(?:few|several|couple|couple of) (?:months|years|yrs)"
_ROLE = r"(?:(?:my|the|this|that) )?(?:(?:current|present|new) )?(?:role|job|position|post)\b"
_GOES_ON = r"$| ,| (?:to|from|and|how|what|already|now)\b"
TIME = re.compile(
    r"\b(?:(?P<lead>for|since|in|within|after|under|with) )?"
    r"(?P<about>(?:(?:about|around|almost|nearly|over|no more than|not more than|more than|"
    r"less than|at least|at most|up to|the|past|last|next) )*)"
    rf"(?P<length>{_PART}(?: (?:and )?{_PART})?|{_VAGUE})(?!\S)"
    rf"(?: (?P<into>in|into)(?={_GOES_ON}| {_ROLE}))?"
)
PART = re.compile(rf"(?P<amount>{_AMOUNT}) (?P<unit>m|y)\w*(?P<half> and a half)?")
STILL_TO_COME = re.compile(r"\b(?:stay|remain|want|wish|hope|plan|will|next|another)\b[^,]*$")
AS = re.compile(r" as (?:an? |the |my )?(?P<where>.*)")
PLACE = re.compile(r" (?:as|in|at|with) (?:an? |the |my )?(?P<where>.*)")


UPPER = re.compile(r"(?:no|not) more than|less than|at most|up to")
LIMIT = re.compile(rf"(?:(?:the|next|{UPPER.pattern}) )*")
GOAL = re.compile(r"\b(?:to|into|become|becoming|becomes|be|reach|reaching)\b")
BEEN = re.compile(r"\b(?:been|worked|served|since)\b")
OTHERWISE = re.compile(
    r"\b(?:stay|remain|leave|leaving|start|starting|retire|quit|finish|learn|study|earn|for|"
    r"promoted)\b(?!.*\bto\b)"
)


class Times(NamedTuple):
    """The times in a question."""

    rest: str
    """What is left of it."""
    served: int | None = None
    """Months spent in the role."""
    within: int | None = None
    """The most months that the way may take."""
    others: tuple[str, ...] = ()
    """Other times."""
    doubtful: tuple[str, ...] = ()
    """Those of them that may have been either."""


def months_said(text: str, roles: Sequence[str]) -> Times:
    """Take the times out of a question.

    >>> months_said("pm for two years , how do i get to spm", ["pm", "spm"])[:2]
    ('pm , how do i get to spm', 24)
    >>> months_said("from pm to spm in 2 years", ["pm", "spm"])[:3]
    ('from pm to spm', None, 24)
    """
    if any(TIME.search(role) and role in text for role in roles):
        return Times(text)  # what sounds like a time may be part of a name
    served: dict[str, int] = {}
    within: dict[str, int] = {}
    others: list[str] = []
    doubtful: list[str] = []
    rest, end = "", 0
    for time in TIME.finditer(text):
        if not time["lead"] and time["length"].startswith(("a ", "an ")) and not time["into"]:
            continue  # "how much can I learn a month"
        rest, end = rest + text[end : time.start()], time.end()
        months = _months(time["length"])
        if months is not None and _is_served(time, roles):
            served[time[0]] = months
        elif months is not None and _is_limit(time) and _is_doubtful(time, roles):
            others.append(time[0])
            doubtful.append(time[0])
        elif months is not None and _is_limit(time) and _is_of_the_way(time):
            within[time[0]] = months
        else:
            others.append(time[0])
    left = " ".join((rest + text[end:]).split())
    for known in (served, within):
        if len(set(known.values())) > 1:
            others = [*known, *others]
            known.clear()
    return Times(
        left,
        next(iter(served.values()), None),
        next(iter(within.values()), None),
        tuple(others),
        tuple(doubtful),
    )


def _is_limit(time: re.Match[str]) -> bool:
    """Whether a time is the most that something may take: "within", but not "in about"."""
    if not LIMIT.fullmatch(time["about"]) or time["into"]:
        return False
    return time["lead"] in ("in", "within", "under") or (
        time["lead"] is None and bool(UPPER.search(time["about"]))
    )


def _is_doubtful(time: re.Match[str], roles: Sequence[str]) -> bool:
    """Whether a limit may as well be one of the time spent in the role."""
    before = _clause_before(time)
    if (role := AS.match(time.string[time.end() :])) and _is_role(role["where"], roles):
        return True
    return bool(BEEN.search(before)) and not GOAL.search(before)


def _is_of_the_way(time: re.Match[str]) -> bool:
    """Whether a limit stands in the clause that says where the way leads, or in one of its own."""
    before = _clause_before(time)
    if not before:
        return True
    return bool(GOAL.search(before)) and not OTHERWISE.search(before)


def _clause_before(time: re.Match[str]) -> str:
    return time.string[: time.start()].rpartition(",")[2].strip()


def _is_served(time: re.Match[str], roles: Sequence[str]) -> bool:
    """Whether a time was spent in the role, by the words around it."""
    after = time.string[time.end() :]
    if STILL_TO_COME.search(time.string[: time.start("length")]):
        return False
    if time["lead"] in ("for", "since"):
        place = PLACE.match(after)
        return place is None or _is_role(place["where"], roles)
    if (role := AS.match(after)) and time["lead"] in (None, "after", "with"):
        return _is_role(role["where"], roles)
    return not time["lead"] and bool(time["into"])


def _is_role(words: str, roles: Sequence[str]) -> bool:
    if re.match(_ROLE, words):
        return True
    return any(f"{words} ".startswith(f"{role} ") for role in roles)


def _months(length: str) -> int | None:
    """A length in months; None where it is vague, no whole number of them, or too long."""
    parts = list(PART.finditer(length))
    months, rest = divmod(sum(map(_hundredths, parts)), 100)
    return months if parts and not rest and months <= MOST_MONTHS else None


def _hundredths(part: re.Match[str]) -> int:
    """Hundredths of months in "1.5 years" and the like."""
    amount = part["amount"]
    if amount.startswith("half"):
        number = 50
    elif amount[0].isdigit():
        whole, _, after = amount.partition(".")
        number = int(whole) * 100 + int(after.ljust(2, "0"))
    else:
        number = 100 * (NUMBERS.index(amount) + 1 if amount in NUMBERS else 1)
    number += 50 if part["half"] else 0
    return number * (12 if part["unit"] == "y" else 1)
