"""Times that a question names: those spent in the role, and those that the way may take."""

from __future__ import annotations

import re

from ladder.model import MOST_MONTHS

from .sentence import ROLE, Sentence

_UNITS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_UNITS.split(), start=1)}
NUMBERS |= {"fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40}

_AMOUNT = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|half an?|an?|{'|'.join(NUMBERS)})"
_UNIT = r"(?:months?|mos?|years?|yrs?)"
_PART = rf"{_AMOUNT}(?: and a half)? {_UNIT}(?: and a half)?|\d{{1,4}}(?:mo|m|yrs?|y)"
LENGTH = rf"(?:(?:{_PART})(?: (?:and )?(?:{_PART}))?)"
_ONE = rf"(?P<amount>{_AMOUNT})(?P<early> and a half)? ?(?P<unit>m|y)[a-z]*(?P<late> and a half)?"

_ROUGHLY = r"(?:(?:about|around|almost|nearly|over|more than|at least|the past|the last) )*"
_AN = r"(?:an? |the |my )?"
_AS = rf"(?= (?:as|in|at|being) {_AN}{ROLE})"
"""Words between a time and the role in which it was spent."""
_HERE = r"(?: (?:in|into|at) (?:(?:my|the|this|that) )?(?:(?:current|present|new) )?"
_HERE += r"(?:role|job|position|post))"
_NOW = r"(?: (?:now|already|so far))?"
_END = (
    r"(?= ,|$| (?:as|and|how|what|to|from|with|now|already|want|i|which|where|who|until|can)(?!\S))"
)
_BECAME = r"(?:became|become|started as|joined as|been made|(?:been |was |got )?promoted to)"
_AGAIN = rf"(?:^|(?:, )?(?:im|i am|am|as|been|from) )(?P<role>{_AN}{ROLE})(?: ,)?"

NEW = (
    rf"(?:i )?(?:have |ive )?(?:only )?just {_BECAME} (?P<role>{_AN}{ROLE})",
    rf"(?:im|i am|as) (?:a )?(?:brand )?new (?P<role>{ROLE})",
    r"(?:(?:and )?(?:im|i am) )?new (?:in|to) (?:my|the|this) (?:role|job)",
)
"""Who has just come into the role."""

SERVED = (
    rf"(?:for|since) {_ROUGHLY}(?P<length>{LENGTH}){_NOW}"
    rf"(?:{_AS}|{_HERE}(?! (?:in|at) )|(?! (?:as|in|at) ))",
    rf"{_ROUGHLY}(?P<length>{LENGTH})(?:{_HERE}| in(?:to)?){_END}",
    rf"(?:with |after )?{_ROUGHLY}(?<!within )(?P<length>{LENGTH})(?: of experience| experience)?"
    rf"(?:{_AS}|{_HERE}{_END})",
    rf"(?:i )?(?:have |ive )?{_BECAME} (?P<role>{_AN}{ROLE}) (?P<length>{LENGTH}) ago",
    rf"{_AGAIN}(?: with)? (?P<length>{LENGTH})"
    rf"(?! ago| from now| at most| max| tops| or less){_END}",
)
"""How long somebody has been in the role."""

_STILL_TO_COME = r"\b(?:stay|remain|wish|hope|plan|will|next|another)\b[^,]*$"
_TARGET = rf"\b(?:to|into|become|becoming|be|reach|reaching) {_AN}{ROLE} for [^,]*$"
_NAMED = rf"(?:^|(?:i am|im|am|as|been|served|worked|since) .*){ROLE}"
_GOAL = r"\b(?:to|into|become|becoming|becomes|be|reach|reaching|want|get|go|possible|"
_GOAL += r"lead|options)\b"
_OTHERWISE = (
    r"\b(?:stay|remain|leave|leaving|start|starting|retire|quit|finish|learn|study|earn|for|"
    r"promoted)\b(?!.*\b(?:to|become)\b)"
)

_UPPER = r"(?:no more than|not more than|less than|at most|up to|under|max|maximum|a maximum of)"
WITHIN = (
    rf"(?:(?P<lead>in|within|inside|under) )(?:the next |{_UPPER} )?(?P<length>{LENGTH})"
    r"(?: from now| time)?(?: at most| max| maximum| or less| tops)?",
    rf"(?:and )?(?:in )?{_UPPER} (?P<length>{LENGTH})(?: from now)?",
    rf"(?P<length>{LENGTH}) (?:at most|max|maximum|or less|tops)",
    rf"(?:i )?(?:only )?have (?:only )?(?P<length>{LENGTH})(?= to )",
)


def times_taken(sentence: Sentence) -> Sentence:
    """Take the times out of a question.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> said = "pm for two years, how do i get to spm within 3 years"
    >>> read = times_taken(Sentence.of(said, bundled("product-management"), Month(2027, 1), {}))
    >>> read.text, [condition[:2] for condition in read.conditions]
    ('§r0 , how do i get to §r1', [('--months-in-role', '24'), ('--within', '36')])
    """
    for pattern in NEW:
        sentence = sentence.take(pattern, _begun, words="just new")
    if not (sentence.has_number() or sentence.has("month months mo mos year years yr yrs")):
        return sentence
    for pattern in SERVED:
        sentence = sentence.take(pattern, _served)
    for pattern in WITHIN:
        sentence = sentence.take(pattern, _within)
    return sentence


def months_of(length: str) -> int | None:
    """A length in months; None where it is no whole number of them, or too long.

    >>> months_of("1.5 years"), months_of("a year and three months")
    (18, 15)
    >>> months_of("two and a half years")
    30
    >>> months_of("1.3 years")
    """
    months, rest = divmod(sum(map(_hundredths, re.finditer(_ONE, length))), 100)
    return None if rest or months > MOST_MONTHS else months


def _hundredths(part: re.Match[str]) -> int:
    amount = part["amount"]
    if amount.startswith("half"):
        number = 50
    elif amount[0].isdigit():
        whole, _, after = amount.partition(".")
        number = int(whole) * 100 + int(after.ljust(2, "0") or 0)
    else:
        number = 100 * NUMBERS.get(amount, 1)
    number += 50 if part["early"] or part["late"] else 0
    return number * (12 if part["unit"] == "y" else 1)


def _begun(sentence: Sentence, found: re.Match[str]) -> Sentence:
    role = found.groupdict().get("role")
    left = sentence.cut(found, f"im {role}" if role else "")
    return left.having("--months-in-role", "0", found)


def _served(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    months = months_of(found["length"])
    before = found.string[: found.start("length")]
    if months is None or re.search(_STILL_TO_COME, before):
        return None
    role = found.groupdict().get("role")
    left = sentence.cut(found, f"im {role}" if role else "")
    if not role and re.search(_TARGET, before):
        return left.doubting(_either(sentence, found))
    return left.having("--months-in-role", str(months), found)


def _within(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    months = months_of(found["length"])
    before = found.string[: found.start()].rpartition(",")[2].strip()
    if months is None:
        return None
    if re.search(_NAMED, before) and not re.search(_GOAL, before):
        return sentence.cut(found).doubting(_either(sentence, found))
    if before and re.search(_OTHERWISE, before):
        return None
    return sentence.cut(found).having("--within", str(months), found)


def _either(sentence: Sentence, found: re.Match[str]) -> str:
    return (
        f"{sentence.told(found)} may be the time in the role or the time allowed; say it with "
        "--months-in-role or --within"
    )
