"""All rules of the check, in the order of their codes, and those about the check itself.

The first digit says what a rule is about: 0 the check itself, 1 reach and dead ends, 2 gates,
3 activities, 4 transitions and circles, 5 promotions and ranks, 6 names, 7 figures, 8 what is
unused or missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder
from ladder.files.document import Fault
from ladder.matching import nearest
from ladder.wording import listed, quoted

from . import activities, figures, gates, names, promotions, ranks, reach, transitions, unused
from .rule import Rule


def _unknown(ladder: Ladder) -> Iterator[Fault]:
    codes = [rule.code for rule in RULES]
    for index, code in enumerate(ladder.ignore):
        if code not in codes:
            near = nearest(code, codes)
            hint = f"; did you mean {listed(near)}?" if near else ""
            yield Fault(("ignore", index), f"no rule has the code {quoted(code)}{hint}")


UNKNOWN_IGNORED = Rule(
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
)

UNSOUND = Rule(
    code="E001",
    name="unsound-file",
    severity="error",
    why="The file does not describe a ladder, so that nothing can be answered from it, and the "
    "rules have nothing to look at yet.",
    mend="Mend each place as its message says, and check again.",
    more="""\
This is what every command says of such a file: text that is no YAML, keys that are unknown or \
missing, references to what is not there, levels without a name.

Here the gate leads to a role that is not there:

    - {from: cook, to: sous-cheff, months: 12}

Mended:

    - {from: cook, to: sous-chef, months: 12}

It cannot be ignored.""",
    find=lambda ladder: (),
)
"""Not looked for by a rule: it comes of loading a file that is no ladder."""

# One line for each module of rules.
_MODULES = (
    reach,
    gates,
    activities,
    transitions,
    ranks,
    promotions,
    names,
    figures,
    unused,
)

RULES: tuple[Rule, ...] = (
    UNKNOWN_IGNORED,
    *sorted((rule for module in _MODULES for rule in module.RULES), key=lambda rule: rule.code),
)
