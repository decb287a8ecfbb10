"""What a question wishes of the way: what is to be least, via and without what, for how much."""

from __future__ import annotations

import re

from ladder.wording import listed, quoted

from .sentence import ACTIVITY, ANY_NAME, ROLE, Sentence
from .words import even

ORDERS = {
    "cost": r"cheapest|cheaply|cheap|least expensive|lowest cost|least costly|most affordable|"
    r"for the least money|with the least money",
    "moves": r"fewest (?:moves|steps|job changes|jobs|changes)|least (?:moves|steps)|"
    r"smallest number of (?:moves|steps)",
    "months": r"fastest|quickest|soonest|shortest|fewest months|least time|asap|quickly|fast|soon|"
    r"as (?:soon|fast|quickly|quick) as (?:possible|i can|one can)",
}
_ORDER_WORDS = (
    "cheapest cheaply cheap least lowest affordable fewest smallest fastest quickest soonest "
    "shortest asap quickly quick fast soon"
)
COSTED = (
    r"(?:and )?(?:how (?:much|expensive)(?: money)?|what)(?: (?:would|will|does|do|is|it|that|this|"
    r"the|way|path|have|i|to))* (?:costs?|pay|spend|expensive)",
    r"(?:and )?how (?:much money|expensive)",
    r"(?:what is |whats |what are )?the (?:costs?|price)(?: of)?",
)

CURRENCIES = {
    "USD": ("$", "dollar", "usd"),
    "EUR": ("€", "euro", "eur"),
    "GBP": ("£", "pound", "gbp"),
}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?"
_LIMIT = (
    r"(?:(?:and|for|with|on|at|spending|costing|spend|have|only|max|maximum|my|an?|the|total|of|is|"
    r"budget|under|below|less than|at most|no more than|not more than|up to|within|"
    r"without spending more than)(?: |$))*"
)
_RATE = (
    r"(?P<rate> (?:per|an?|each|every) (?:year|yr|annum|month|quarter|week|course)| yearly"
    r"| annually| monthly| pa)?"
)
_AT_MOST = r"(?: at most| max| maximum| or less| tops| in total| in all| altogether)?"
FREE = (
    r"(?:without (?:spending|paying)(?: any| a)?(?: money| thing| anything| cent| penny)?(?! more)"
    r"|for free|free of charge|at no cost|without (?:any )?(?:money|costs?)|for nothing"
    r"|(?:with |i have )?no (?:money|budget))"
)

_ARTICLE = r"(?:(?:an?|the|my|any|being|becoming|doing|taking|going through|role of) )*"
_JOB = r"(?: role| job| position)?"
_WITHOUT = (
    r"(?:avoiding|avoid|skipping|skip|bypassing|without(?: going| passing)?(?: via| through)?|"
    r"(?:but )?not (?:going )?(?:via|through|by way of|over))"
)
_WITHOUT_DOING = r"without \w+ing(?: back)?(?: to| into| in| at)?(?: an?| the| my| any)? [^\s,§]+"
_VIA = r"(?:(?:going|passing|by going) )?(?:via|through|by way of|over)"
PACE = (
    r"(?:at|in|with) (?:an? |the |my )?(?P<pace>slow|fast|typical|slower|faster)(?:er)? pace",
    r"(?P<pace>typical)ly|(?P<usual>on average|usually|normally)",
)
ALTERNATIVES = (
    r"(?:the )?(?:best )?(?P<count>\d{1,2}|two|three|four|five) (?:best |different |other |"
    r"shortest |possible )?(?:ways|paths|routes|alternatives)"
)


def wishes_taken(sentence: Sentence) -> Sentence:
    """Take the wishes out of a question, but for that of the months, which goes with its times.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> said = "the cheapest way from analyst via apm to spm without the mba"
    >>> read = wishes_taken(Sentence.of(said, bundled("product-management"), Month(2027, 1), {}))
    >>> read.text, [condition[:2] for condition in read.conditions]
    ('the way from §r0 , to §r2 ,',
     [('--without', 'mba'), ('--via', 'associate-product-manager'), ('--by', 'cost')])
    """
    sentence = _money_taken(sentence)
    one = rf"{_ARTICLE}{ANY_NAME}{_JOB}"
    sentence = sentence.take(
        rf"(?:and |but )?{_WITHOUT} (?P<all>{one}(?: (?:, )?(?:and|or|nor|,) {one})*)",
        _without,
        words="avoiding avoid skipping skip bypassing without not",
    )
    sentence = sentence.take(
        r"(?:and )?(?<!have )(?<!with )no "
        rf"(?P<all>{ACTIVITY}(?: (?:, )?(?:and|or|nor) {ACTIVITY})*)",
        _without,
        words="no",
    )
    sentence = sentence.take(_WITHOUT_DOING, _without_doing, words="without")
    one = rf"{_ARTICLE}{ROLE}{_JOB}"
    sentence = sentence.take(
        rf"(?:and )?(?<!not )(?<!only ){_VIA} (?P<all>{one}"
        rf"(?: (?:, )?(?:and then|and|then|,) {one})*)(?! (?:or|of|in) )",
        _via,
        words="via through way over",
    )
    for pattern in COSTED:
        sentence = sentence.take(
            pattern,
            lambda sentence, found: sentence.cut(found)._replace(costed=True),
            words="cost costs pay spend expensive money price",
        )
    for pattern in PACE:
        sentence = sentence.take(pattern, _pace, words="pace typically average usually normally")
    words = "ways paths routes alternatives"
    sentence = sentence.take(ALTERNATIVES, _alternatives, words=words)
    return _order_taken(sentence)


def _money_taken(sentence: Sentence) -> Sentence:
    sentence = sentence.take(
        FREE,
        lambda sentence, found: sentence.cut(found).having("--max-cost", "0", found),
        words="free without no nothing",
    )
    if not sentence.has_number():
        return sentence
    currency = (sentence.ladder.currency or "").upper()
    own = CURRENCIES.get(currency, (even(currency),) if currency else ())
    units = "|".join(rf"{re.escape(each)}s?" for each in own) or "(?!)"
    money = (
        rf"(?:(?:{units}) ?(?P<amount>{_NUMBER})(?P<thousand>k)?|"
        rf"(?P<before>{_NUMBER})(?P<thousands>k)? ?(?:{units}))"
    )
    bare = rf"(?P<bare>(?:(?:my|an?|the|with|of|is) )*budget(?: of| is)? (?P<plain>{_NUMBER}))"
    return sentence.take(
        rf"(?<!than )(?<!least )(?<!about )(?<!around )(?<!over )(?<!above )(?<!not )"
        rf"(?:{_LIMIT}{money}|{bare}){_RATE}{_AT_MOST}(?: budget)?",
        _amount,
    )


def _amount(sentence: Sentence, found: re.Match[str]) -> Sentence:
    left = sentence.cut(found, ",")
    if found["rate"]:
        return left._replace(
            yearly=f"{sentence.told(found)}: a budget for each{_each(found['rate'])} cannot be "
            'kept, only one for the whole way, such as "with a budget of 3,000"'
        )
    number = (found["amount"] or found["before"] or found["plain"]).replace(",", "")
    amount = float(number) * (1000 if found["thousand"] or found["thousands"] else 1)
    return left.having("--max-cost", f"{amount:.2f}".removesuffix(".00"), found)


def _each(rate: str) -> str:
    words = rate.split()
    return f" {words[-1]}" if len(words) > 1 else {"monthly": " month"}.get(words[0], " year")


def _without(sentence: Sentence, found: re.Match[str]) -> Sentence | None:
    """Do without activities, and around roles; what could be either is not guessed."""
    left = sentence.cut(found, ",")
    for mark in re.findall(ANY_NAME, found["all"]):
        name = sentence.name(mark)
        kinds = [kind for kind in ("role", "activity", "kind") if kind in name.meanings]
        if "role" in kinds and len(kinds) > 1:
            left = left.doubting(
                f"{quoted(name.text)} may mean an activity or a role; say it with --without or "
                "--avoid"
            )
        elif not kinds:
            left = left.doubting(
                f"{sentence.told(found)}: {name.text} is a skill, which no way can be asked to do "
                "without; activities and roles are what it can"
            )
        elif len(name.meanings[kinds[0]]) > 1 and kinds[0] != "kind":
            left = left.doubting(left.ambiguous(mark, kinds[0]) or "")
        else:
            option = "--avoid" if kinds[0] == "role" else "--without"
            left = left.having_all(option, kinds[0], mark, found)
    return left


def _without_doing(sentence: Sentence, found: re.Match[str]) -> Sentence:
    """What is not to be done is told whole, with what of the ladder can be left out."""
    kinds = sorted({activity.kind for activity in sentence.ladder.activities.values()})
    any_of = f' or "without any KIND", the kinds being {listed(kinds)}' if kinds else ""
    return sentence.cut(found, ",").doubting(
        f"not understood: {sentence.told(found)}; what is to be left out is said as "
        f'"without ACTIVITY"{any_of}'
    )


def _via(sentence: Sentence, found: re.Match[str]) -> Sentence:
    left = sentence.cut(found, ",")
    for mark in re.findall(ROLE, found["all"]):
        if len(left.ids(mark, "role")) > 1:
            left = left.doubting(left.ambiguous(mark, "role") or "")
        else:
            left = left.having_all("--via", "role", mark, found)
    return left


def _pace(sentence: Sentence, found: re.Match[str]) -> Sentence:
    said = found.groupdict()
    pace = (said["pace"] or "typical").removesuffix("er")
    return sentence.cut(found).having("--pace", pace, found)


def _alternatives(sentence: Sentence, found: re.Match[str]) -> Sentence:
    words = {"two": "2", "three": "3", "four": "4", "five": "5"}
    count = words.get(found["count"], found["count"])
    return sentence.cut(found).having("--alternatives", count, found)


def _order_taken(sentence: Sentence) -> Sentence:
    """What is to be least."""
    either = "|".join(f"(?P<{by}>{words})" for by, words in ORDERS.items())
    return sentence.take(
        rf"(?<!not )(?<!not the )(?:(?:at|with|in|by) )?(?P<the>the )?(?:{either})",
        _order,
        words=_ORDER_WORDS,
    )


def _order(sentence: Sentence, found: re.Match[str]) -> Sentence:
    by = next(by for by in ORDERS if found[by])
    return sentence.cut(found, found["the"] or "").having("--by", by, found)
