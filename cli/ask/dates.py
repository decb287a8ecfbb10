"""Dates and ages that a question names, turned into months from today.

A year or a month that something is to happen by has begun when it happens: "by 2030" is by January
2030. That, and from when it counts, is said.
"""

from __future__ import annotations

import re

from graphs.plans.month import Month
from ladder.model import MOST_MONTHS

from .sentence import Missing, Sentence

NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_NAME = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
_NAME += r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = rf"(?:(?P<name>{_NAME}) )?(?P<year>(?:19|20|21)\d\d)(?: (?P<number>0[1-9]|1[0-2]))?"
_BY = (
    r"(?:and )?(?P<by>by|before|until|till|no later than|not later than|by latest|at the latest by)"
)

STARTS = rf"(?:and )?(?:starting|start|beginning|begin|from)(?: in| from)? {_DATE}"
SINCE = rf"since (?:{_DATE}|(?P<last>{_NAME}))"
UNTIL = rf"{_BY}(?: the)?(?: (?P<edge>end|start|beginning) of)? {_DATE}(?: at the latest)?"
AMID = rf"(?:in|during) {_DATE}"

_YEARS = r"(?P<age>\d\d)(?: years old| years of age| yo)?"
AGED = rf"(?:(?:and )?(?:im|i am)(?: aged)?|aged) {_YEARS}(?: and(?= an? ))?"
AGED += (
    r"(?= ,|$| (?:and|an?|how|can|could|will|would|should|do|is|now|what|which|where|when|who|i|ive"
    r"|id|but|so|from|currently|working)(?!\S))"
)
UNTIL_AGE = (
    r"(?:by|before|until|till)(?: the time| when)? (?:im|i am|i turn|turning|being|ill be|i reach) "
    rf"{_YEARS}",
    r"by(?: the)? age(?: of)? (?P<age>\d\d)",
    r"before(?: the)? age(?: of)? (?P<age>\d\d)",
)


def dates_taken(sentence: Sentence) -> Sentence:
    """Take the dates out of a question.

    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> read = dates_taken(Sentence.of("pm to spm by 2030", product, Month(2026, 11), {}))
    >>> read.text, read.conditions[0][:2], read.remarks
    ('§r0 to §r1', ('--within', '38'),
     ('"by 2030" is by January 2030: within 38 months, counted from November 2026.',))
    """
    sentence = sentence.take(SINCE, _since, words="since")
    if not sentence.has_number():
        return sentence
    sentence = sentence.take(STARTS, _starts)
    sentence = sentence.take(UNTIL, _until)
    return sentence.take(AMID, _amid)


def ages_taken(sentence: Sentence) -> Sentence:
    """Take the ages out of a question, once names and times are out of it."""
    ages: list[int] = []
    limits: list[re.Match[str]] = []

    def until(sentence: Sentence, found: re.Match[str]) -> Sentence:
        limits.append(found)
        return sentence.cut(found)

    def aged(sentence: Sentence, found: re.Match[str]) -> Sentence:
        ages.append(int(found["age"]))
        return sentence.cut(found, "im")

    if not sentence.has_number():
        return sentence
    for pattern in UNTIL_AGE:
        sentence = sentence.take(pattern, until)
    sentence = sentence.take(AGED, aged)
    if len(set(ages)) > 1:
        return sentence.doubting("the question names two ages; say one")
    age = ages[0] if ages else _number(sentence.answers.get("age", ""))
    if ages and not limits:
        return sentence.remarking("Your age changes nothing in the answer.")
    for found in limits:
        sentence = _until_age(sentence, found, age)
    return sentence


def _until_age(sentence: Sentence, found: re.Match[str], age: int | None) -> Sentence:
    """Who is 35 turns 40 in more than four years and at most five: four are sure."""
    if age is None:
        asked = f"How old are you now? {sentence.told(found)} counts from that."
        hint = f'Say it as "I am {int(found["age"]) - 5}".'
        return sentence.lacking(Missing("age", asked, lambda _, text: int(text), hint))
    years = int(found["age"]) - age
    if years < 1:
        return sentence.doubting(f"{sentence.told(found)} is past for who is {age}")
    months = 12 * (years - 1)
    return sentence.having("--within", str(months), found).remarking(
        f"{sentence.told(found)}: who is {age} now has {months} to {12 * years} months left, by "
        f"their birthday; counted from today, and as {months}, which are sure."
    )


def _starts(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    month = _month(found)
    if month is None:
        return None
    left = sentence.cut(found)
    if not (found["name"] or found["number"]):
        return left.doubting(f"{sentence.told(found)}: in which month? Say such as 2027 01")
    return left.having("--start", str(month), found).counting_from(month)


def _since(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    month = _last(found["last"], sentence.today) if found["last"] else _month(found)
    if month is None:
        return None
    months = sentence.today.since(month)
    left = sentence.cut(found)
    if not 0 <= months <= MOST_MONTHS:
        return left.doubting(f"{sentence.told(found)} is not past")
    return left.having("--months-in-role", str(months), found).remarking(
        f"{sentence.told(found)} is {months} months in the role, from {_told(month)} to "
        f"{_told(sentence.today)}."
    )


def _until(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    month = _month(found)
    if month is None:
        return None
    whole_year = not (found["name"] or found["number"])
    if found["edge"] == "end":
        month = Month(month.year, 12) if whole_year else month
    elif found["by"] == "before":
        month = month.after(-1)
    months = month.since(sentence.today)
    left = sentence.cut(found)
    if not 0 <= months <= MOST_MONTHS:
        return left.doubting(f"{sentence.told(found)} is past")
    return left.having("--within", str(months), found).remarking(
        f"{sentence.told(found)} is by {_told(month)}: within {months} months, counted from "
        f"{_told(sentence.today)}."
    )


def _amid(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    if _month(found) is None:
        return None
    when = sentence.plain(found[0]).split(" ", 1)[1]
    return sentence.cut(found).doubting(
        f'{sentence.told(found)} may be by its beginning or its end; say "by {when}" or "by the '
        f'end of {when}"'
    )


def _month(found: re.Match[str]) -> Month | None:
    """The month of a date, January where only the year is said; None where it says two."""
    if found["name"] and found["number"]:
        return None
    number = _numbered(found["name"]) if found["name"] else int(found["number"] or 1)
    return Month(int(found["year"]), number)


def _numbered(name: str) -> int:
    return 1 + next(n for n, known in enumerate(NAMES) if known.startswith(name[:3]))


def _last(name: str, today: Month) -> Month:
    """The month of that name that was last."""
    month = Month(today.year, _numbered(name))
    return month if month <= today else month.after(-12)


def _told(month: Month) -> str:
    return f"{NAMES[month.month - 1].capitalize()} {month.year}"


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 4 else None
