"""Finding what somebody means by a name: never by a guess, always with what may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from .errors import UnknownName
from .folding import fold, words
from .model import Activity, Ladder, Role, Skill, Track
from .names_refused import Named, ambiguous, track_meant, unknown

T = TypeVar("T", bound=Named)


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
        When it fits no role, or several, or a track; it lists those that may have been meant.

    Examples
    --------
    >>> from ladder import bundled
    >>> find_role(bundled("product-management"), "senior product").id
    'senior-product-manager'
    """
    return _find(
        "role", text, ladder.roles, _role_names, lambda fitting: track_meant(ladder, text, fitting)
    )


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


def find_track(ladder: Ladder, text: str) -> Track:
    """Track that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        An id or name, case, spaces and hyphens aside; or words that occur in the names of one
        track only.

    Returns
    -------
    Track

    Raises
    ------
    UnknownName
        When it fits no track, or several; it lists those that may have been meant.

    Examples
    --------
    >>> from ladder import bundled
    >>> find_track(bundled("product-management"), "specialised").name
    'Specialised roles'
    """
    return _find("track", text, ladder.tracks, lambda track: (track.id, track.name))


def find_family(ladder: Ladder, text: str) -> str:
    """Family of tracks that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        Its name, or words that occur in it alone, as of a track.

    Returns
    -------
    str
        Its name as the ladder has it.

    Raises
    ------
    UnknownName

    Examples
    --------
    >>> from ladder import bundled
    >>> find_family(bundled("uk-digital-and-data"), "it operations")
    'IT operations'
    """
    return _find_word("family", text, (track.family for track in ladder.tracks.values()))


def find_kind(ladder: Ladder, text: str) -> str:
    """Kind of transition that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        Its name, or words that occur in it alone.

    Returns
    -------
    str
        The kind as the ladder has it.

    Raises
    ------
    UnknownName

    Examples
    --------
    >>> from ladder import bundled
    >>> find_kind(bundled("product-management"), "Promotion")
    'promotion'
    """
    return _find_word("kind", text, (item.kind for item in ladder.transitions))


class _Word(NamedTuple):
    """What has no id beside its name."""

    id: str
    name: str


def _find_word(kind: str, text: str, names: Iterable[str | None]) -> str:
    known = {name: _Word(name, name) for name in names if name is not None}
    return _find(kind, text, known, lambda each: (each.name,)).name


def _role_names(role: Role) -> tuple[str, ...]:
    return role.id, role.name, *role.aliases


def _find(
    kind: str,
    text: str,
    known: Mapping[str, T],
    names_of: Callable[[T], tuple[str, ...]],
    otherwise: Callable[[list[str]], UnknownName | None] = lambda fitting: None,
) -> T:
    """Find what has the name; failing that, say what else it names, before words of it will do."""
    if text in known:
        return known[text]
    names = {key: names_of(value) for key, value in known.items()}
    folded, asked = fold(text), set(words(text))
    exact = [key for key, each in names.items() if any(fold(name) == folded for name in each)]
    fitting = exact or [
        key for key, each in names.items() if any(asked <= set(words(name)) for name in each)
    ]
    if not exact and (other := otherwise(fitting)):
        raise other
    if folded and len(fitting) == 1:
        return known[fitting[0]]
    if folded and fitting:
        raise ambiguous(kind, text, fitting, known)
    raise unknown(kind, text, names, known)
