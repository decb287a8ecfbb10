"""What a page asks: a question as JSON text, and the answer as JSON text.

This is all that the page's script calls; it runs in the browser, and the same here. What is asked
is data from a stranger's address bar, so that whatever is wrong with it is told, never raised.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from graphs.plans.path import NoGrowthPath, SearchLimit
from graphs.queries.alternatives import alternatives
from graphs.queries.gap import gap
from graphs.queries.next_steps import next_steps
from graphs.queries.path import growth_path
from graphs.queries.reach import reach
from graphs.queries.repairs import repairs
from graphs.wishes import Wishes
from ladder.errors import LadderError
from ladder.files.builder import build_ladder
from ladder.model import Ladder
from ladder.person import person_of

SECONDS = 10.0
"""For a question; whoever waits may end it sooner."""

MOST_WAYS = 3


class Planner:
    """A ladder that answers in text.

    Examples
    --------
    >>> from ladder import bundled, to_plain
    >>> planner = Planner(json.dumps(to_plain(bundled("product-management"))))
    >>> asked = {"ask": "path", "from": "product-manager", "to": "senior-product-manager"}
    >>> json.loads(planner.answer(json.dumps(asked)))["months"]
    4
    """

    def __init__(self, ladder: str) -> None:
        self.ladder = build_ladder(json.loads(ladder))

    def answer(self, question: str) -> str:
        """Answer one question; what is wrong with it is under ``error``."""
        asked = json.loads(question)
        try:
            told = _ANSWERS[asked["ask"]](self.ladder, asked)
        except (NoGrowthPath, SearchLimit) as none:
            told = none.to_dict()
        except (LadderError, KeyError, TypeError, ValueError) as error:
            told = {"status": "error", "error": str(error)}
        return json.dumps(told, ensure_ascii=False)


Asked = Mapping[str, Any]


def _common(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    """The person and the wishes of a question."""
    person, faults = person_of(dict(asked.get("person") or {}), ladder)
    if faults:
        raise LadderError("; ".join(fault.message for fault in faults))
    return {"person": person, "time_limit": SECONDS}


def _wishes(asked: Asked, function: Callable[..., object]) -> dict[str, Any]:
    return Wishes(**dict(asked.get("wishes") or {})).taken_by(function)


def _path(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    common, wishes = _common(ladder, asked), _wishes(asked, growth_path)
    return growth_path(ladder, asked["from"], asked["to"], **common, **wishes).to_dict()


def _ways(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    common, wishes = _common(ladder, asked), _wishes(asked, alternatives)
    found = alternatives(ladder, asked["from"], asked["to"], MOST_WAYS, **common, **wishes)
    return found.to_dict()


def _reach(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    return reach(ladder, asked["from"], **_common(ladder, asked), **_wishes(asked, reach)).to_dict()


def _gap(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    return gap(ladder, asked["from"], asked["to"], **_common(ladder, asked)).to_dict()


def _next(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    common, wishes = _common(ladder, asked), _wishes(asked, next_steps)
    return next_steps(ladder, asked["from"], asked["to"], **common, **wishes).to_dict()


def _repairs(ladder: Ladder, asked: Asked) -> dict[str, Any]:
    common, wishes = _common(ladder, asked), _wishes(asked, repairs)
    return repairs(ladder, asked["from"], asked["to"], **common, **wishes).to_dict()


_ANSWERS: dict[str, Callable[[Ladder, Asked], dict[str, Any]]] = {
    "path": _path,
    "ways": _ways,
    "reach": _reach,
    "gap": _gap,
    "next": _next,
    "repairs": _repairs,
}
