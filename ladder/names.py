"""Finding what somebody means by a name: never by a guess, always with what may have been meant.

An id or a name is found first, then words that only one name holds; case, spaces and hyphens aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from .errors import UnknownName
from .matching import close_spellings, fold, words
from .model import Activity, Ladder, Role, Skill, Track
from .wording import MOST_LISTED, listed, quoted, short, some

MOST_SUGGESTED = 5


class Named(Protocol):
    """What has a name."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


T = TypeVar("T", bound=Named)


class _Word(NamedTuple):
    """What has no id beside its name."""

    id: str
    name: str


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
        "role",
        text,
        ladder.roles,
        lambda role: (role.id, role.name, *role.aliases),
        lambda fitting: _track_meant(ladder, text, fitting),
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


def _find_word(kind: str, text: str, names: Iterable[str | None]) -> str:
    known = {name: _Word(name, name) for name in names if name is not None}
    return _find(kind, text, known, lambda each: (each.name,)).name


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
        raise _ambiguous(kind, text, fitting, known)
    raise _unknown(kind, text, names, known)


def _track_meant(ladder: Ladder, text: str, fitting: Sequence[str]) -> UnknownName | None:
    """Answer to a track in place of a role: its roles, the lowest rank first.

    None where no track is meant, or one of a single role.

    >>> from ladder import bundled
    >>> _track_meant(bundled("product-management"), "product management", ()).suggestions[:2]
    ('associate-product-manager', 'product-manager')
    """
    folded, asked = fold(text), set(words(text))
    named = {key: (key, track.name) for key, track in ladder.tracks.items()}
    meant = [key for key, names in named.items() if any(fold(name) == folded for name in names)]
    if not meant and len(fitting) <= 1:
        meant = [key for key, names in named.items() if any(asked <= set(words(n)) for n in names)]
    roles = [role for role in ladder.roles.values() if role.track in meant]
    if len(meant) != 1 or not asked or [role.id for role in roles] in ([], list(fitting)):
        return None
    roles.sort(key=lambda role: (role.rank is None, role.rank or 0))
    track = ladder.tracks[meant[0]]
    shown = some([_shown(role) for role in roles])
    return UnknownName(
        f"{quoted(text)} names no role but the track {short(track.name)}; its roles are {shown}",
        [role.id for role in roles],
    )


def _ambiguous(kind: str, text: str, ids: list[str], known: Mapping[str, Named]) -> UnknownName:
    """Answer to words that fit several."""
    shown = [_shown(known[key]) for key in ids[:MOST_LISTED]]
    if more := len(ids) - len(shown):
        shown.append(f"{more} more")
    message = f"{quoted(text)} fits {len(ids)} {_plural(kind)}: {listed(shown, 'and')}"
    return UnknownName(message, ids)


def _unknown(
    kind: str, text: str, names: Mapping[str, tuple[str, ...]], known: Mapping[str, Named]
) -> UnknownName:
    """Answer to a name that nothing has."""
    near = list(dict.fromkeys(_near(text, names)))[:MOST_SUGGESTED] if fold(text) else []
    if near:
        hint = f"did you mean {listed([_shown(known[key]) for key in near])}?"
    elif not known:
        hint = f"this ladder has no {_plural(kind)}"
    elif kind in ("role", "skill", "activity"):  # of which there may be hundreds
        hint = f"ladder.{_plural(kind)} lists them"
    else:
        hint = f"there is {some([short(each.name) for each in known.values()])}"
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


def _shown(value: Named) -> str:
    return value.id if fold(value.id) == fold(value.name) else f"{value.id} ({short(value.name)})"


def _plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
