"""Why a gate stays closed, as facts, and the sentence that these are in any language.

A sentence stands in the words under ``why.KIND``; the page says it by the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graphs.words import ENGLISH, Words
from ladder import FrozenDict, Ladder

Kind = Literal[
    "no-entry",
    "elsewhere",
    "not-that-way",
    "not-together",
    "not-developed",
    "roles-out-of-reach",
    "activity-asks",
    "activity-ruled-out",
]

NAMED = 3
"""Names in a sentence; of more, how many there are is said."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why something cannot be had.

    Parameters
    ----------
    kind : str
        ``no-entry``: no transition leads into ``role``. ``elsewhere``: it is entered from ``roles``
        alone, and nothing leads there from ``start``. ``not-that-way``: no transitions lead from
        ``start`` to ``role`` through ``roles``, in that order, and around those ``avoided``.
        ``not-together``: ``levels`` can be had, but not on a way to this gate with all else that it
        asks. ``not-developed``: nothing develops ``levels``. ``roles-out-of-reach``: ``roles``
        would, and cannot be reached first. ``activity-asks``: ``activity`` would, and asks for
        ``levels`` first, which cannot be had. ``activity-ruled-out``: it would, and may not be.
    role, start, activity : str or None
        Ids; None where the kind has no use for them.
    roles, avoided : tuple of str
        Ids of roles.
    levels : mapping of str to int
        Levels by the ids of skills.
    """

    kind: Kind
    role: str | None = None
    start: str | None = None
    roles: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    activity: str | None = None
    levels: Mapping[str, int] = field(default_factory=FrozenDict)


def sentence(ladder: Ladder, reasons: Iterable[Reason], words: Words = ENGLISH) -> str:
    """What reasons say together, as the inside of a sentence.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> reasons = [Reason("no-entry", role="graduate")]
    >>> sentence(product, reasons)
    'no transition leads into Graduate'
    """
    return "; ".join(_said(ladder, reason, words) for reason in reasons)


def _said(ladder: Ladder, reason: Reason, words: Words) -> str:
    def named(role: str | None) -> str:
        return ladder.roles[role].name if role else ""

    levels = [
        words("why.level", skill=ladder.skills[skill].name, level=ladder.level_name(level))
        for skill, level in reason.levels.items()
    ]
    values: dict[str, object] = {"role": named(reason.role), "start": named(reason.start)}
    if reason.kind == "not-that-way":
        values["how"] = words.listed(_how(ladder, reason, words))
    if reason.roles:
        values |= {"n": len(reason.roles), "roles": _some(map(named, reason.roles), words)}
    if reason.levels:
        skill, level = next(iter(reason.levels.items()))
        values |= {"skill": ladder.skills[skill].name, "level": ladder.level_name(level)}
        values["levels"] = _some(levels, words)
    if reason.activity:
        values["activity"] = ladder.activities[reason.activity].name
    return words(f"why.{reason.kind}", **values)


def _how(ladder: Ladder, reason: Reason, words: Words) -> Iterator[str]:
    """Through which roles, and around which."""
    through, around = (
        [ladder.roles[role].name for role in some] for some in (reason.roles, reason.avoided)
    )
    if through:
        yield words("why.through", roles=words("why.then").join(through))
    if around:
        yield words("why.around", roles=words.listed(around))


def _some(names: Iterable[str], words: Words) -> str:
    ordered: Sequence[str] = sorted(names)
    shown, more = ", ".join(ordered[:NAMED]), len(ordered) - NAMED
    return words("why.some", names=shown, more=more) if more > 0 else shown
