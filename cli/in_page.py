"""What the terminal knows of words, for the page for browsers, in which this runs, too.

A plan as Markdown, and a question in plain words. Both come as text and go as JSON; what is wrong
is told under ``error``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphs.plans.plan_file import read_plan
from graphs.words import words_of
from ladder import Ladder, LadderError, parse_level
from ladder.wording import quoted

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
}
"""Which commands the page answers, and what its address calls that which they are about."""
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


def question_of(ladder: Ladder, sentence: str, today: str) -> str:
    """Turn a question in plain words into the page's address; ``today`` is a month.

    >>> from ladder import bundled
    >>> said = "I have been an analyst for 2 years and want to be SPM, without the PMP"
    >>> json.loads(question_of(bundled("product-management"), said, "2027-01"))["address"]
    '#from=business-analyst&to=senior-product-manager&months=24&without=pmp'
    """
    from graphs import Month

    from .ask.understand import understand

    try:
        understood = understand(sentence, ladder, today=Month.read(today))
        pairs = list(_pairs(understood, ladder))
    except LadderError as error:  # what follows its first line is about the terminal
        return json.dumps({"error": str(error).partition("\n")[0]})
    address = "&".join(f"{key}={value}" for key, value in pairs)
    return json.dumps({"address": f"#{address}", "remarks": list(understood.remarks)})


def _pairs(understood: Understood, ladder: Ladder) -> Iterator[tuple[str, str]]:
    """What stands in the address; an error where that cannot say all of it."""
    command = understood.kind.command
    if command not in ASKED:
        raise LadderError("this page does not answer that; a terminal does: ladder " + command)
    yield from zip(ASKED[command], understood.names, strict=False)
    for option, value, said in understood.conditions:
        if option in SHOWN_ANYWAY:
            continue
        if option not in SAID or command == "show":
            raise LadderError(f"{quoted(said)} cannot be used here")
        if option == "--skill":
            skill, _, level = value.partition("=")
            yield "skill", f"{skill}={parse_level(ladder, level)}"
        else:
            yield SAID[option], value
