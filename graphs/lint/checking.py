"""Looking for what is odd about a ladder."""

from __future__ import annotations

from collections.abc import Iterable

from ladder import Ladder

from .rule import Finding
from .selection import selected


def check(
    ladder: Ladder, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Find what is odd about a ladder that is sound as a file.

    Parameters
    ----------
    ladder : Ladder
        What its ``ignore`` names is left out.
    select : iterable of str
        Codes of rules, beginnings of codes such as ``L5``, names of rules, or ``ALL``; without
        any, those that are looked for by default.
    ignore : iterable of str
        What to leave out, in the same words.

    Returns
    -------
    tuple of Finding
        In the order of the rules' codes; of one rule, as it goes through the ladder.

    Raises
    ------
    UnknownName
        When something fits no rule; it names the nearest codes and names.

    Examples
    --------
    >>> from ladder import Ladder, Role, Transition
    >>> roles = {"cook": Role("cook", "Cook", rank=2), "chef": Role("chef", "Chef", rank=1)}
    >>> moves = (Transition("cook", "chef", 12, "promotion"),)
    >>> for finding in check(Ladder("Kitchen", roles=roles, transitions=moves), select=["L5"]):
    ...     print(finding.rule.code, finding.fault.message)
    L501 Cook is promoted to Chef, from rank 2 down to rank 1
    """
    return tuple(
        Finding(rule, fault)
        for rule in selected(select, ignore)
        if rule.code not in ladder.ignore
        for fault in rule.find(ladder)
    )
