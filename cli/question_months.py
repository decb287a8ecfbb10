"""Times that a question names: those spent in the role, and others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .numbers import MOST_MONTHS

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
    r"(?:(?:about|around|almost|nearly|over|more than|less than|at least|the|past|last|next) )*"
    rf"(?P<length>{_PART}(?: (?:and )?{_PART})?|{_VAGUE})(?!\S)"
    rf"(?: (?P<into>in|into)(?={_GOES_ON}| {_ROLE}))?"
)
PART = re.compile(rf"(?P<amount>{_AMOUNT}) (?P<unit>m|y)\w*(?P<half> and a half)?")
STILL_TO_COME = re.compile(r"\b(?:stay|remain|want|wish|hope|plan|will|next|another)\b[^,]*$")
AS = re.compile(r" as (?:an? |the |my )?(?P<where>.*)")
PLACE = re.compile(r" (?:as|in|at|with) (?:an? |the |my )?(?P<where>.*)")


def months_said(text: str, roles: Sequence[str]) -> tuple[str, int | None, tuple[str, ...]]:
    """Take the times out of a question.

    Parameters
    ----------
    text : str
        As `cli.question_words.even` makes it.
    roles : sequence of str
        The names of roles, evened too.

    Returns
    -------
    str
        What is left.
    int or None
        Months spent in the role.
    tuple of str
        Other times, such as those in which one wishes to get there.

    Examples
    --------
    >>> months_said("pm for two years , how do i get to spm", ["pm", "spm"])
    ('pm , how do i get to spm', 24, ())
    >>> months_said("from pm to spm in 2 years", ["pm", "spm"])
    ('from pm to spm', None, ('in 2 years',))
    """
    if any(TIME.search(role) and role in text for role in roles):
        return text, None, ()  # what sounds like a time may be part of a name
    served: dict[str, int] = {}
    others: list[str] = []
    rest, end = "", 0
    for time in TIME.finditer(text):
        if not time["lead"] and time["length"].startswith(("a ", "an ")) and not time["into"]:
            continue  # "how much can I learn a month"
        rest, end = rest + text[end : time.start()], time.end()
        months = _months(time["length"]) if _is_served(time, roles) else None
        if months is None:
            others.append(time[0])
        else:
            served[time[0]] = months
    left = " ".join((rest + text[end:]).split())
    if len(set(served.values())) > 1:
        return left, None, (*served, *others)
    return left, next(iter(served.values()), None), tuple(others)


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
