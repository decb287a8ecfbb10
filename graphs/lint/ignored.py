"""Codes in a file's list of what to ignore that no rule has."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder
from ladder.files.document import Fault
from ladder.matching import nearest
from ladder.wording import listed, quoted

from .rule import Rule


def _unknown(ladder: Ladder) -> Iterator[Fault]:
    from .rules import RULES as ALL  # which has this one among them

    codes = [rule.code for rule in ALL]
    for index, code in enumerate(ladder.ignore):
        if code not in codes:
            near = nearest(code, codes)
            hint = f"; did you mean {listed(near)}?" if near else ""
            yield Fault(("ignore", index), f"no rule has the code {quoted(code)}{hint}")


RULES = (
    Rule(
        code="L001",
        name="unknown-ignored",
        severity="warning",
        why="A code that no rule has is ignored in vain; the finding that was meant still comes.",
        mend="Write the code as the finding shows it, or remove it.",
        more="""\
Here the code is mistyped:

    ignore: [L999]

Mended:

    ignore: [L504]

Ignore it where a later version of the program knows the code.""",
        find=_unknown,
    ),
)
