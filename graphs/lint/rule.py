"""What a rule of the check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from ladder import Ladder
from ladder.files.document import Fault
from ladder.wording import told

Severity: TypeAlias = Literal["error", "warning"]
Find: TypeAlias = Callable[[Ladder], Iterable[Fault]]
"""Goes through a ladder and yields each place that breaks the rule.

A fault's steps lead through the data of the file, as in ``("transitions", 3, "requires",
"roadmapping")``; its message is one sentence that names what is odd there, in the ladder's names.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of oddity.

    Parameters
    ----------
    code : str
        A capital and three digits, such as ``L101``; it never changes its meaning.
    name : str
        In lower-case words joined by ``-``.
    severity : {"error", "warning"}
        An error makes some question unanswerable as the ladder means it.
    why : str
        Why it matters, in a sentence.
    mend : str
        How to mend it, in a sentence.
    more : str
        What is told beyond that: when it is right to ignore it, and an example.
    find : callable
    by_default : bool
        Whether it is looked for when nobody selects it.
    """

    code: str
    name: str
    severity: Severity
    why: str
    mend: str
    more: str
    find: Find
    by_default: bool = True

    def __repr__(self) -> str:
        return told("Rule", f"{self.code} {self.name}", self.severity)


class Finding(NamedTuple):
    """A rule broken at a place."""

    rule: Rule
    fault: Fault
