"""A question as people type it, understood as the two roles that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ladder import Ladder, LadderError, UnknownName, find_role
from ladder.wording import listed

from .cues import Direction
from .mentions import Mention, mentions


class NotUnderstood(LadderError):
    """A question that does not say, or says twice, where from or where to."""


class Asked(NamedTuple):
    """The two roles that a question is about.

    Parameters
    ----------
    source, target : str
        Ids of the two roles.
    unused : tuple of str
        Words in it that may have been meant to say more, and were not used.
    """

    source: str
    target: str
    unused: tuple[str, ...] = ()


def understand(question: str, ladder: Ladder, *, standing: str | None = None) -> Asked:
    """Read off from which role to which a question asks.

    Parameters
    ----------
    question : str
        Such as "I am an analyst. How do I become SPM?"
    ladder : Ladder
    standing : str, optional
        Id of the role that the person is known to hold, for a question that does not say.

    Returns
    -------
    Asked

    Raises
    ------
    NotUnderstood, UnknownName
        Rather than a guess.

    Examples
    --------
    >>> from ladder import bundled
    >>> understand("As an analyst, how can I become SPM?", bundled("product-management"))
    Asked(source='business-analyst', target='senior-product-manager', unused=())
    """
    found = mentions(question, ladder)
    sources = _named(ladder, found, "from") or ({standing} if standing else set())
    targets = _named(ladder, found, "to")
    said = _named(ladder, found, None)
    others = said - sources - targets
    if not others and not (sources and targets):
        others = said  # "as a PM, how do I become PM" is a question too
    if len(others) == 1 and bool(sources) != bool(targets):
        sources, targets, others = sources or others, targets or others, set()
    if len(sources) == len(targets) == 1 and not others:
        ends = sources.pop(), targets.pop()
        return Asked(*ends, _unused(ladder, found, ends))
    raise NotUnderstood(_why(ladder, found, sources, targets, others) + _example(ladder))


def _named(ladder: Ladder, found: tuple[Mention, ...], direction: Direction | None) -> set[str]:
    """Roles mentioned in a direction.

    A part of a name will do where the words before it leave no doubt that a role is meant.
    """
    here = [one for one in found if one.direction == direction and not one.aside]
    exact = {mention.role for mention in here if mention.role}
    if exact and not direction:
        return exact
    loose = {_loosely(ladder, mention) for mention in here if not mention.role}
    return exact | {role for role in loose if role}


def _unused(ladder: Ladder, found: tuple[Mention, ...], ends: tuple[str, str]) -> tuple[str, ...]:
    """Words that are neither a role's name nor the part of one that gave an end of the way."""
    left = (one for one in found if not one.role)
    return tuple(one.text for one in left if one.aside or _loosely(ladder, one) not in ends)


def _loosely(ladder: Ladder, mention: Mention) -> str | None:
    """The one role that has these words in its name, if there is such a one."""
    try:
        return find_role(ladder, mention.text).id
    except UnknownName:
        return None


def _why(
    ladder: Ladder,
    found: tuple[Mention, ...],
    sources: set[str],
    targets: set[str],
    others: set[str],
) -> str:
    """What is missing, or there twice."""
    if len(sources) > 1 or len(targets) > 1 or (sources and targets):
        roles = sorted(sources | targets | others, key=list(ladder.roles).index)
        return f"one way at a time, please; these are more than two roles: {_names(ladder, roles)}"
    if len(others) == 2 and not sources and not targets:
        return f"from which to which? Say so with from and to: {_names(ladder, sorted(others))}"
    understood = [f"from {_names(ladder, sources)}"] if sources else []
    understood += [f"to {_names(ladder, targets)}"] if targets else []
    if others and not understood:
        understood = [_names(ladder, others)]
    missing = "the role to start from" if targets else "the role to get to"
    if not sources and not targets:
        missing = "the two roles, from and to" if not others else "the other role"
    unknown = _unknown(ladder, found, bool(sources), bool(targets))
    so_far = f"\nUnderstood so far: {' and '.join(understood)}." if understood else ""
    return f"{unknown or f'the question does not say {missing}'}{so_far}"


def _unknown(
    ladder: Ladder, found: tuple[Mention, ...], sourced: bool, targeted: bool
) -> str | None:
    """What is wrong with the likeliest name that nobody has."""
    wanted = [
        mention
        for mention in found
        if not mention.role
        and not mention.aside
        and not (mention.direction == "from" and sourced)
        and not (mention.direction == "to" and targeted)
    ]
    errors = []
    for mention in wanted[:8]:
        try:
            find_role(ladder, mention.text)
        except UnknownName as error:
            errors.append((not error.suggestions, mention.direction is None, str(error)))
    return min(errors, key=lambda one: one[:2])[2] if errors else None


def _names(ladder: Ladder, roles: Iterable[str]) -> str:
    return listed([ladder.roles[role].name for role in roles], "and")


def _example(ladder: Ladder) -> str:
    """A question that this ladder can answer."""
    if not ladder.transitions:
        return ""
    move = ladder.transitions[0]
    source, target = ladder.roles[move.from_role].name, ladder.roles[move.to_role].name
    return f'\nAsk like this: ladder ask "how do I get from {source} to {target}"'
