"""What a question wishes of the way: what is to be least, through and without what, for how much.

Only what has one reading is taken. What could mean two things is left, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ladder import Ladder
from ladder.wording import listed, quoted

from .vocabulary import even, role_names

ORDERS = {
    "cost": r"cheapest|least expensive|lowest cost",
    "moves": r"fewest (?:moves|steps|job changes)|least (?:moves|steps)",
    "months": r"fastest|quickest|soonest|fewest months",
}
CURRENCIES = {"USD": ("$", "dollar"), "EUR": ("€", "euro"), "GBP": ("£", "pound")}
_LIMIT = (
    r"(?:(?:for|with|spending|costing|and|on|at) )*(?<!not )(?<!no )"
    r"(?:under|below|less than|at most|no more than|not more than|up to|within|a budget of) "
)
_AMOUNT = r"(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)"
_END = (
    r"(?=$| (?:,|and|but|to|from|into|how|what|which|via|through|by|without|avoiding|avoid|not|i|"
    r"can|do|does|become|reach|please|then)(?!\S))"
)
_ARTICLE = r"(?:(?:an?|the|my|any|being|doing|taking|role|of) )*"


def wishes_said(text: str, ladder: Ladder) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """Take the wishes out of a question, but for that of the months, which goes with its times.

    What is left; the wishes, by the names that `graphs.Wishes` has for them; and sentences on what
    could mean two things.

    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> wishes_said("the cheapest way from analyst via apm to spm without the mba", product)[:2]
    ('the way from analyst to spm',
     {'by': 'cost', 'via': ('associate-product-manager',), 'without': ('mba',)})
    """
    roles = {" ".join(name): role for name, role in role_names(ladder).items() if role}
    activities = _unshared(
        (even(name), one.id) for one in ladder.activities.values() for name in (one.id, one.name)
    )
    doubts: list[str] = []
    text, amount, amounts = _amount(text, ladder)
    text, by, orders = _order(text, roles)
    doubts += amounts + orders
    either = [
        said.strip()
        for said, _ in _phrases(text, r"without", "and|or", activities.keys() & roles.keys())
    ]
    for said in either:
        doubts.append(
            f"{quoted(said)} may mean an activity or a role; say it with --without or --avoid."
        )
        text = " ".join(text.replace(said, "").split())
    text, without = _taken(text, r"without", "and|or", activities)
    text, avoid = _taken(text, r"avoiding|avoid|not via|not through", "and|or", roles)
    text, via = _taken(text, r"(?<!not )(?:via|through|by way of)", "and|then|and then", roles)
    wished = {"max_cost": amount, "by": by, "via": via, "avoid": avoid, "without": without}
    told = {name: value for name, value in wished.items() if value not in (None, ())}
    return " ".join(text.split()), told, tuple(doubts)


def _amount(text: str, ladder: Ladder) -> tuple[str, float | None, list[str]]:
    """The most that may be spent, in the ladder's currency; any other is left where it is."""
    currency = ladder.currency or ""
    if not currency:
        return text, None, []
    sign, word = CURRENCIES.get(currency, (currency.lower(), currency.lower()))
    code, signs = re.escape(even(currency)), re.escape(sign)
    money = rf"(?:(?:{signs}|{code}) ?{_AMOUNT}|{_AMOUNT.replace('amount', 'before')} "
    money += rf"?(?:{signs}|{code}|{re.escape(word)}s?))(?!\S)"
    found = list(re.finditer(rf"(?<!\S){_LIMIT}{money}", text))
    amounts = {float((one["amount"] or one["before"]).replace(",", "")) for one in found}
    if len(amounts) > 1:
        said = listed([quoted(one[0]) for one in found], "and")
        return text, None, [f"{said} allow two amounts; say one with --max-cost."]
    for one in reversed(found):
        text = text[: one.start()] + text[one.end() :]
    return " ".join(text.split()), next(iter(amounts), None), []


def _order(text: str, roles: Iterable[str]) -> tuple[str, str | None, list[str]]:
    """What is to be least; nothing where two things are, or where it is in a role's name."""
    said = {
        by: found[0]
        for by, words in ORDERS.items()
        if (found := re.search(rf"(?<!\S)(?:{words})(?!\S)", text))
        and not any(found[0] in role and role in text for role in roles)
    }
    if len(said) > 1:
        both = listed([quoted(words) for words in said.values()], "and")
        options = listed([f"--by {by}" for by in said])
        return text, None, [f"{both} may not be the same way; say {options}."]
    for words in said.values():
        wish = rf"(?:(?:at|with|in) )?(?:the )?(?<!\S){words}(?!\S)"
        # The article of the word behind it is left.
        text = re.sub(wish, lambda found: "the" if found[0].startswith("the ") else "", text)
    return " ".join(text.split()), next(iter(said), None), []


def _taken(
    text: str, cue: str, joined: str, names: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """Take out names behind a cue, and find what they stand for, each once."""
    ids: list[str] = []
    for said, here in _phrases(text, cue, joined, names):
        ids += [names[name] for name in here]
        text = " ".join(text.replace(said, "", 1).split())
    return text, tuple(dict.fromkeys(ids))


def _phrases(text: str, cue: str, joined: str, names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Find names behind a cue, each phrase with its names; the longest that fit."""
    here = sorted((name for name in names if f" {name} " in f" {text} "), key=len, reverse=True)
    if not here:
        return []
    one = rf"{_ARTICLE}(?:{'|'.join(map(re.escape, here))})(?: role| job| position)?"
    whole = rf"(?<!\S)(?:{cue}) {one}(?: (?:, )?(?:{joined}) {one})*{_END}"
    name = rf"(?<!\S)(?:{'|'.join(map(re.escape, here))})(?!\S)"
    return [(said[0], re.findall(name, said[0])) for said in re.finditer(whole, text)]


def _unshared(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names to what they stand for, without those that stand for two things."""
    known: dict[str, set[str]] = {}
    for name, stands_for in named:
        known.setdefault(name, set()).add(stands_for)
    return {name: next(iter(ids)) for name, ids in known.items() if name and len(ids) == 1}
