"""Looking for what is odd about a ladder: which rules are meant, and what they find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ladder import Ladder, UnknownName
from ladder.matching import nearest
from ladder.wording import listed, quoted, some

from .rule import Finding, Rule
from .rules import RULES, UNSOUND

ALL = "ALL"


def check(
    ladder: Ladder, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Find what is odd about a ladder that is sound as a file.

    Parameters
    ----------
    ladder : Ladder
        What its ``ignore`` names is left out, unless it is selected.
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
    select = tuple(select)
    ignored = () if select else ladder.ignore
    return tuple(
        Finding(rule, fault)
        for rule in selected(select, ignore)
        if rule.code not in ignored
        for fault in rule.find(ladder)
    )


def selected(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Choose rules, in the order of their codes."""
    wanted = {rule.code for text in select for rule in _meant(text)}
    unwanted = {rule.code for text in ignore for rule in _meant(text)}
    return tuple(
        rule
        for rule in RULES
        if (rule.code in wanted if wanted else rule.by_default) and rule.code not in unwanted
    )


def rule_named(text: str) -> Rule:
    """Find a rule by its code or its name."""
    for rule in (UNSOUND, *RULES):
        if text.lower() in (rule.code.lower(), rule.name):
            return rule
    raise _unknown(text, (UNSOUND, *RULES))


MOST_NEAR = 4


def _meant(text: str) -> Sequence[Rule]:
    if text.upper() == ALL:
        return RULES
    found = [
        rule
        for rule in RULES
        if text and (rule.code.startswith(text.upper()) or rule.name == text.lower())
    ]
    if not found:
        raise _unknown(text, RULES)
    return found


def _unknown(text: str, rules: Sequence[Rule]) -> UnknownName:
    near = _neighbours(text.upper(), [rule.code for rule in rules])
    near = near or nearest(text, [rule.name for rule in rules])
    hint = (
        f"; did you mean {listed(near)}?"
        if near
        else f"; codes begin with {some(_families(rules))}"
    )
    return UnknownName(f"no rule {quoted(text)}{hint}", near)


def _neighbours(code: str, codes: Sequence[str]) -> list[str]:
    """Codes that begin as a wrong one does, as far as any does, the family at least."""
    for length in range(len(code), 1, -1):
        if near := [each for each in codes if each.startswith(code[:length])]:
            return near[:MOST_NEAR]
    return []


def _families(rules: Sequence[Rule]) -> list[str]:
    """The beginnings of codes that have rules, such as ``L5``."""
    return list(dict.fromkeys(rule.code[:2] for rule in rules))
