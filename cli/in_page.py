"""What the terminal knows of words, for the page for browsers, in which this runs, too.

A plan as Markdown, and a question in plain words. Both come as text and go as JSON; what is wrong
is told under ``error``.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from graphs import load_plan
from ladder import Ladder, LadderError, parse_level


def plan_as_markdown(ladder: Ladder, plan: str) -> str:
    """Write a plan, given as JSON, in the same words as ``--format markdown``.

    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> plan = json.dumps(growth_path(product, "PM", "SPM").to_dict())
    >>> json.loads(plan_as_markdown(product, plan))["markdown"][:15]
    '# From Product '
    """
    from .export.plan_markdown import plan_markdown

    try:
        with TemporaryDirectory() as folder:
            file = Path(folder, "plan.json")
            file.write_text(plan, encoding="utf-8")
            path, begins, _ = load_plan(file, ladder)
    except LadderError as error:
        return json.dumps({"error": str(error)})
    return json.dumps({"markdown": plan_markdown(path, by=path.wishes.by, begins=begins)})


def question_of(ladder: Ladder, sentence: str) -> str:
    """Hear what a sentence asks, by ids, and what of it was not used.

    >>> from ladder import bundled
    >>> said = "I have been an analyst for 2 years and want to be SPM, without the PMP"
    >>> heard = json.loads(question_of(bundled("product-management"), said))
    >>> heard["from"], heard["to"], heard["months"], heard["without"], heard["unused"]
    ('business-analyst', 'senior-product-manager', 24, ['pmp'], [])
    """
    from .ask.roles import understand
    from .ask.understand import listen

    try:
        heard = listen(sentence, ladder)
        asked = understand(heard.rest, ladder)
        skills = {skill: parse_level(ladder, level) for skill, level in heard.skills}
    except LadderError as error:  # what follows its first line is about the terminal
        return json.dumps({"error": str(error).partition("\n")[0]})
    told = {
        "from": asked.source,
        "to": asked.target,
        "months": heard.months_in_role,
        "skills": skills,
        "unused": [*heard.unused, *asked.unused],
        "doubts": list(heard.doubts),
    }
    return json.dumps(told | dict(heard.wished))
