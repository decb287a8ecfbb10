"""Figures that do not say where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder
from ladder.document import Fault
from ladder.wording import short

from .rule import Rule


def _missing(ladder: Ladder) -> Iterator[Fault]:
    for key, role in ladder.roles.items():
        if role.develops and not role.source:
            message = f"nothing says where the months of {short(role.name)} come from"
            yield Fault(("roles", key), message, at_key=True)
    for index, move in enumerate(ladder.transitions):
        if not move.source:
            message = (
                f"nothing says where the months from {short(ladder.roles[move.from_role].name)} to "
                f"{short(ladder.roles[move.to_role].name)} come from"
            )
            yield Fault(("transitions", index), message)
    for key, activity in ladder.activities.items():
        if not activity.source:
            message = (
                f"nothing says where the months and the cost of {short(activity.name)} come from"
            )
            yield Fault(("activities", key), message, at_key=True)


RULES = (
    Rule(
        code="L804",
        name="missing-source",
        severity="warning",
        why="A figure without a source cannot be questioned, and is believed more or less than it "
        "deserves.",
        mend="Add a source, be it that it is an estimate, and a confidence.",
        more="""\
It is looked for only when it is selected. Roles that develop something, transitions and \
activities need a source each: that of the whole file cannot say which figure it is for.

Here nothing says where the months come from:

    - {from: cook, to: sous-chef, months: 12}

Mended:

    - {from: cook, to: sous-chef, months: 12,
       source: three kitchens in Lyon, confidence: low}

Ignore it where one source at the top of the file covers every figure.""",
        find=_missing,
        by_default=False,
    ),
)
