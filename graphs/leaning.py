"""Whether a change can only help, or only hinder, those who are on their way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .ladder_diff import Change
from .parts import Span


def only_helps(change: Change) -> bool:
    """Whether every plan that could be followed before the change can be after it.

    Nothing is unlearned, so who holds more, or the same sooner, can do all that others can.

    Parameters
    ----------
    change : Change
        One that acts.

    Returns
    -------
    bool
    """
    before, after = change.before, change.after
    if change.part is None:
        return before is None
    if change.part.name == "months":
        return bool(after.months <= before.months)
    if change.part.name == "requires":
        return (after or 0) <= (before or 0)
    if change.what == "activity":
        return (after or 0) >= (before or 0)
    return _covered(before or {}, after or {})


def only_hinders(change: Change) -> bool:
    """Whether every plan that can be followed after the change could be before it.

    Parameters
    ----------
    change : Change
        One that acts.

    Returns
    -------
    bool
    """
    return only_helps(replace(change, before=change.after, after=change.before))


def _covered(before: Mapping[int, Span], after: Mapping[int, Span]) -> bool:
    """Whether each level is still given, or a higher one, and as soon."""
    return all(
        any(other >= level and by.months <= span.months for other, by in after.items())
        for level, span in before.items()
    )
