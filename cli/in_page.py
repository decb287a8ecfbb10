"""What the terminal knows of words, for the page for browsers, in which this runs, too.

A plan as Markdown, and a question in plain words. Both come as text and go as JSON; what is wrong
is told under ``error``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graphs.plans.plan_file import read_plan
from graphs.words import Words, words_of
from ladder import Ladder, LadderError, parse_level

if TYPE_CHECKING:
    from .ask.understand import Understood


def plan_as_markdown(ladder: Ladder, plan: str, language: str = "en") -> str:
    """Write a plan, given as JSON, in the same words as ``--format markdown``; or in German.

    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> plan = json.dumps(growth_path(product, "PM", "SPM").to_dict())
    >>> json.loads(plan_as_markdown(product, plan))["markdown"][:15]
    '# From Product '
    """
    from .export.plan_markdown import plan_markdown

    try:
        path, begins, _ = read_plan(plan, "plan.json", ladder)
    except LadderError as error:
        return json.dumps({"error": str(error)})
    text = plan_markdown(path, by=path.wishes.by, begins=begins, words=words_of(language))
    return json.dumps({"markdown": text})


ASKED = {
    "path": ("from", "to"),
    "gap": ("from", "to"),
    "next": ("from", "to"),
    "reach": ("from",),
    "show": ("role",),
    "roles": (),
}
"""Which commands the page answers, and what its address calls that which they are about."""
BEGUN = {"to": ("from",), "from": ("to",), "kind": ("role",)}
"""What the address has where a question leaves out such a part: the page asks for the rest."""
SAID = {
    "--months-in-role": "months",
    "--skill": "skill",
    "--via": "via",
    "--avoid": "avoid",
    "--without": "without",
    "--max-cost": "budget",
    "--within": "within",
    "--by": "by",
}
"""What the address calls that which options say."""
SHOWN_ANYWAY = ("--alternatives",)
COUNTED = {"--within": "heard.within", "--months-in-role": "heard.served"}
"""Months that dates may have been turned into."""


def question_of(ladder: Ladder, sentence: str, today: str, language: str = "en") -> str:
    """Turn a question in plain words into the page's address; ``today`` is a month.

    >>> from ladder import bundled
    >>> said = "I have been an analyst for 2 years and want to be SPM, without the PMP"
    >>> json.loads(question_of(bundled("product-management"), said, "2027-01"))["address"]
    '#from=business-analyst&to=senior-product-manager&months=24&without=pmp'

    With one end alone, the page asks for the other.

    >>> said = "how do I become a PM within 3 years"
    >>> json.loads(question_of(bundled("product-management"), said, "2027-01"))["address"]
    '#to=product-manager&within=36'
    """
    from graphs import Month

    from .ask.understand import PartMissing, understand

    words = words_of(language)
    missing = None
    try:
        try:
            understood = understand(sentence, ladder, today=Month.read(today), language=language)
        except PartMissing as lacking:
            missing = lacking.missing.part
            if missing not in BEGUN or not lacking.begun or not lacking.begun.names:
                raise
            understood = lacking.begun
        pairs = list(_pairs(understood, missing, ladder, words))
    except LadderError as error:
        return json.dumps({"error": _misheard(error, sentence, ladder, words)})
    address = "&".join(f"{key}={value}" if value else key for key, value in pairs)
    remarks = [words("heard.noGoal")] if missing == "to" else []
    remarks += _remarks(understood, words)
    return json.dumps({"address": f"#{address}", "remarks": remarks})


class _Unsaid(LadderError):
    """What the page cannot be asked, told in its language."""


def _misheard(error: LadderError, said: str, ladder: Ladder, words: Words) -> str:
    """What is wrong with a question, in the page's language."""
    from .ask.understand import NotUnderstood, PartMissing
    from .ask.words import even

    if words.language == "en" or isinstance(error, _Unsaid):
        return str(error).partition("\n")[0]  # what follows is about the terminal
    if isinstance(error, PartMissing):
        return words("heard.noStart" if error.missing.part == "from" else "heard.unclear")
    left = error.left if isinstance(error, NotUnderstood) else ()
    # What was put into English on the way is not what was said.
    spoken = even(said).split()
    own = [_as_said([word for word in each.split() if word in spoken], said) for each in left]
    if not any(own) or not isinstance(error, NotUnderstood):
        return words("heard.unclear")
    told = words("heard.unknown", words=words.listed(map(words.quoted, filter(None, own))))
    meant = [ladder.roles[role].name for role in error.meant]
    return f"{told} {words('heard.meant', roles=words.listed(meant, 'or'))}" if meant else told


def _as_said(heard: Sequence[str], said: str) -> str:
    """Words as they were written, capital letters and all."""
    found = re.search(r"\W+".join(map(re.escape, heard)), said, re.IGNORECASE)
    return found[0] if found else " ".join(heard)


def _remarks(understood: Understood, words: Words) -> Iterator[str]:
    """How something was understood; of dates, the months that they are."""
    if words.language == "en":
        yield from understood.remarks
        return
    for option, value, _ in understood.conditions if understood.remarks else ():
        if option in COUNTED:
            yield words(COUNTED[option], n=int(value))


def _pairs(
    understood: Understood, missing: str | None, ladder: Ladder, words: Words
) -> Iterator[tuple[str, str]]:
    """What stands in the address; an error where that cannot say all of it."""
    command = understood.kind.command
    if command not in ASKED:
        raise _Unsaid(words("heard.elsewhere", command=command))
    keys = BEGUN[missing] if missing else ASKED[command]
    if command == "roles":
        yield "roles", ""
    yield from zip(keys, understood.names, strict=False)
    for option, value, said in understood.conditions:
        if option in SHOWN_ANYWAY:
            continue
        if option not in SAID or not {"from", "to"} & set(keys):
            raise _Unsaid(words("heard.unusable", words=words.quoted(said)))
        if option == "--skill":
            skill, _, level = value.partition("=")
            yield "skill", f"{skill}={parse_level(ladder, level)}"
        else:
            yield SAID[option], value
