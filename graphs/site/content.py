"""What a page shows of a ladder: plain data, with nothing left to be worked out in the page."""

from __future__ import annotations

from typing import Any

from graphs.deadline import Telling, nobody
from graphs.drawing.view import in_order
from graphs.plans.path import NoGrowthPath, SearchLimit, plain
from graphs.queries.gap import gap
from graphs.queries.path import growth_path
from graphs.queries.reach import reach
from graphs.queries.repairs import repairs
from ladder import Ladder, Role
from ladder.model import MOST_MONTHS

MOST_ROLES = 60
"""Up to which the answers for established holders are worked out beforehand."""


def content_of(ladder: Ladder) -> dict[str, Any]:
    """All that the page says of a ladder."""
    return {
        "name": ladder.name,
        "about": ladder.about,
        "source": ladder.source,
        "currency": ladder.currency,
        "mostMonths": MOST_MONTHS,
        "levels": list(ladder.levels),
        "levelsAbout": plain(ladder.levels_about),
        "tracks": plain(tuple(ladder.tracks.values())),
        "skills": plain(tuple(ladder.skills.values())),
        "activities": plain(tuple(ladder.activities.values())),
        "roles": [_role(ladder, role) for role in in_order(ladder, ladder.roles)],
        "transitions": [
            {
                "from": list(transition.from_roles),
                "to": transition.to_role,
                "months": transition.months,
                "range": transition.months_range,
                "kind": transition.kind,
                "requires": dict(transition.requires),
                "source": transition.source,
            }
            for transition in ladder.transitions
        ],
    }


def _role(ladder: Ladder, role: Role) -> dict[str, Any]:
    """A role, with the levels of whoever has been in it for long."""
    profile = dict(gap(ladder, role.id, role.id).profile)
    gives = {skill: max(levels) for skill, levels in role.develops.items() if levels}
    told = plain(role)
    del told["develops"], told["develops_ranges"]
    return {**told, "profile": profile, "gives": gives}


def answers_of(ladder: Ladder, done: Telling = nobody) -> dict[str, Any]:
    """The answers for established holders, by what is asked; none where there are many roles."""
    roles = list(ladder.roles)
    paths: dict[str, Any] = {}
    reached: dict[str, Any] = {}
    if len(roles) > MOST_ROLES:
        return {"path": paths, "reach": reached}
    for place, source in enumerate(roles):
        done(place, len(roles))
        reached[source] = reach(ladder, source).to_dict()
        for target in roles:
            paths[f"{source} {target}"] = _path(ladder, source, target)
    return {"path": paths, "reach": reached}


def _path(ladder: Ladder, source: str, target: str) -> dict[str, Any]:
    try:
        return growth_path(ladder, source, target).to_dict()
    except NoGrowthPath as no:
        return no.to_dict() | repairs(ladder, source, target).to_dict()
    except SearchLimit as limit:
        return limit.to_dict()
