"""Finding what somebody means by a name: never by a guess, always with what may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from .errors import UnknownName
from .folding import fold, words
from .model import Activity, Ladder, Role, Skill
from .nearest import close_spellings
from .wording import MOST_LISTED, listed, quoted, short, some

MOST_SUGGESTED = 5


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=_Named)


def find_role(ladder: Ladder, text: str) -> Role:
    """Role that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        An id, name or alias, case, spaces and hyphens aside; or words that occur in the names of
        one role only.

    Returns
    -------
    Role

    Raises
    ------
    UnknownName
        When it fits no role, or several; it lists those that may have been meant.

    Examples
    --------
    >>> from ladder import bundled
    >>> find_role(bundled("product-management"), "senior product").id
    'senior-product-manager'
    """
    return _find("role", text, ladder.roles, lambda role: (role.id, role.name, *role.aliases))


def find_skill(ladder: Ladder, text: str) -> Skill:
    """Skill that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        An id or name, case, spaces and hyphens aside; or words that occur in the names of one
        skill only.

    Returns
    -------
    Skill

    Raises
    ------
    UnknownName
        When it fits no skill, or several; it lists those that may have been meant.

    Examples
    --------
    >>> from ladder import bundled
    >>> find_skill(bundled("product-management"), "Roadmapping").id
    'roadmapping'
    """
    return _find("skill", text, ladder.skills, lambda skill: (skill.id, skill.name))


def find_activity(ladder: Ladder, text: str) -> Activity:
    """Activity that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        An id or name, case, spaces and hyphens aside; or words that occur in the names of one
        activity only.

    Returns
    -------
    Activity

    Raises
    ------
    UnknownName
        When it fits no activity, or several; it lists those that may have been meant.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> find_activity(product, next(iter(product.activities))).months >= 1
    True
    """
    return _find("activity", text, ladder.activities, lambda each: (each.id, each.name))


def _find(
    kind: str, text: str, known: Mapping[str, T], names_of: Callable[[T], tuple[str, ...]]
) -> T:
    if text in known:
        return known[text]
    names = {key: names_of(value) for key, value in known.items()}
    folded, asked = fold(text), set(words(text))
    exact = [key for key, each in names.items() if any(fold(name) == folded for name in each)]
    fitting = exact or [
        key for key, each in names.items() if any(asked <= set(words(name)) for name in each)
    ]
    if folded and len(fitting) == 1:
        return known[fitting[0]]
    if folded and fitting:
        raise _ambiguous(kind, text, fitting, known)
    raise _unknown(kind, text, names, known)


def _ambiguous(kind: str, text: str, ids: list[str], known: Mapping[str, T]) -> UnknownName:
    shown = [_shown(known[key]) for key in ids[:MOST_LISTED]]
    if more := len(ids) - len(shown):
        shown.append(f"{more} more")
    message = f"{quoted(text)} fits {len(ids)} {_plural(kind)}: {listed(shown, 'and')}"
    return UnknownName(message, ids)


def _unknown(
    kind: str, text: str, names: Mapping[str, tuple[str, ...]], known: Mapping[str, T]
) -> UnknownName:
    near = list(dict.fromkeys(_near(text, names)))[:MOST_SUGGESTED] if fold(text) else []
    if near:
        hint = f"did you mean {listed([_shown(known[key]) for key in near])}?"
    elif not known:
        hint = f"this ladder has no {_plural(kind)}"
    elif kind == "activity":
        hint = f"there are {some(list(known))}"
    else:
        hint = f'"ladder {_plural(kind)}" lists them'
    return UnknownName(f"no {kind} {quoted(text)}; {hint}", near)


def _near(text: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Ids by initials and likeness of spelling; if there are none, by words in common."""
    folded, asked = fold(text), set(words(text))
    owners: dict[str, list[str]] = {}
    for key, each in names.items():
        for name in each:
            owners.setdefault(fold(name), []).append(key)
    near = []
    if len(folded) > 1:
        near = [key for key, each in names.items() if any(folded in _initials(n) for n in each)]
    for close in close_spellings(folded, owners, MOST_SUGGESTED):
        near += owners[close]
    if near:
        return near
    shared = {
        key: max(len(asked & set(words(name))) for name in each) for key, each in names.items()
    }
    return sorted((key for key in names if shared[key]), key=lambda key: -shared[key])


def _initials(name: str) -> tuple[str, str]:
    """Abbreviations of a name, with and without small words such as "of"."""
    each = words(name)
    return "".join(word[0] for word in each), "".join(word[0] for word in each if len(word) > 2)


def _shown(value: _Named) -> str:
    return value.id if fold(value.id) == fold(value.name) else f"{value.id} ({short(value.name)})"


def _plural(kind: str) -> str:
    return "activities" if kind == "activity" else f"{kind}s"
