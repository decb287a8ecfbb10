"""Finding what somebody means by a name: never by a guess, always with what may have been meant.

A name is an id, a name or an alias, in the singular or the plural; case, spaces, hyphens and
accents aside. Where two would be found, the one that is spelt as asked; where none is, both are
told. What is only a part of a name finds nothing: what it may have meant is in `likeness`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from .errors import UnknownName
from .grammar import in_singular, unaccented
from .likeness import Candidate, likely
from .matching import fold, words
from .model import Activity, Ladder, Role, Skill, Track
from .wording import MOST_LISTED, listed, quoted, short, some

MOST_SUGGESTED = 5
"""In a message; the error holds them all."""


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
        An id, name or alias, in singular or plural; case, spaces, hyphens and accents aside.

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
    >>> find_role(bundled("product-management"), "senior product managers").id
    'senior-product-manager'
    """
    return _find(
        "role",
        text,
        ladder.roles,
        _role_names,
        lambda: _track_meant(ladder, text),
        lambda role: candidate(ladder, role),
    )


def candidate(ladder: Ladder, role: Role) -> Candidate:
    """A role as one that may have been meant."""
    track = ladder.tracks[role.track].name if role.track else ""
    return Candidate(role.id, _role_names(role), role.rank or 0, track)


def _role_names(role: Role) -> tuple[str, ...]:
    return role.id, role.name, *role.aliases


def find_skill(ladder: Ladder, text: str) -> Skill:
    """Skill that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        An id or name, in singular or plural; case, spaces, hyphens and accents aside.

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
        An id or name, in singular or plural; case, spaces, hyphens and accents aside.

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
        An id or name, in singular or plural; case, spaces, hyphens and accents aside.

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
    >>> find_track(bundled("product-management"), "specialised role").name
    'Specialised roles'
    """
    return _find("track", text, ladder.tracks, lambda track: (track.id, track.name))


def find_family(ladder: Ladder, text: str) -> str:
    """Family of tracks that goes by a name.

    Parameters
    ----------
    ladder : Ladder
    text : str
        Its name, as of a track.

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
        Its name, in singular or plural; case, spaces, hyphens and accents aside.

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
    otherwise: Callable[[], UnknownName | None] = lambda: None,
    as_candidate: Callable[[T], Candidate] | None = None,
) -> T:
    """Find what has the name; failing that, say what else it names, or what may have been meant."""
    if text in known:
        return known[text]
    found = _bearers(text, {key: names_of(value) for key, value in known.items()})
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise _ambiguous(kind, text, found, known)
    if other := otherwise():
        raise other
    candidates = (
        as_candidate(value) if as_candidate else Candidate(key, names_of(value))
        for key, value in known.items()
    )
    raise _unknown(kind, text, likely(text, candidates), known)


def _bearers(text: str, names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Ids of all that have a name: spelt so, or else but for accents, or else but for the number.

    >>> _bearers("Chefs", {"a": ("Chef",), "b": ("Chefs",)}), _bearers("chefs", {"a": ("Chéf",)})
    (['b'], ['a'])
    """
    if not fold(text):
        return []
    for form in FORMS:
        asked = form(text)
        found = [key for key, each in names.items() if any(form(name) == asked for name in each)]
        if found:
            return found
    return []


FORMS: tuple[Callable[[str], str], ...] = (
    fold,
    lambda text: unaccented(fold(text)),
    lambda text: fold(in_singular(" ".join(words(text)))),
)
"""In which names compare: spelt so, or else but for accents, or else but for the number."""
"""Forms that two spellings of one name share, the strictest first."""


def _track_meant(ladder: Ladder, text: str) -> UnknownName | None:
    """Answer to a track in place of a role: its roles, the lowest rank first.

    >>> from ladder import bundled
    >>> _track_meant(bundled("product-management"), "product management").suggestions[:2]
    ('associate-product-manager', 'product-manager')
    """
    named = {key: (key, track.name) for key, track in ladder.tracks.items()}
    meant = _bearers(text, named)
    roles = [role for role in ladder.roles.values() if role.track in meant]
    if len(meant) != 1 or not roles:
        return None
    roles.sort(key=lambda role: (role.rank is None, role.rank or 0))
    its = "its roles are" if len(roles) > 1 else "its role is"
    shown = some([_shown(role) for role in roles])
    return UnknownName(
        f"{quoted(text)} names no role but the track {short(ladder.tracks[meant[0]].name)}; "
        f"{its} {shown}",
        [role.id for role in roles],
    )


def _ambiguous(kind: str, text: str, ids: list[str], known: Mapping[str, Named]) -> UnknownName:
    """Answer to a name that several have."""
    shown = [_shown(known[key]) for key in ids[:MOST_LISTED]]
    if more := len(ids) - len(shown):
        shown.append(f"{more} more")
    message = f"{quoted(text)} fits {len(ids)} {_plural(kind)}: {listed(shown, 'and')}"
    return UnknownName(message, ids)


def _unknown(kind: str, text: str, near: Sequence[str], known: Mapping[str, Named]) -> UnknownName:
    """Answer to a name that nothing has."""
    if near:
        most = MOST_SUGGESTED + (len(near) == MOST_SUGGESTED + 1)  # for "1 more" takes as much room
        shown = [_shown(known[key]) for key in near[:most]]
        if more := len(near) - len(shown):
            shown.append(f"one of {more} more")
        hint = f"did you mean {listed(shown)}?"
    elif not known:
        hint = f"this ladder has no {_plural(kind)}"
    elif kind in ("role", "skill", "activity"):  # of which there may be hundreds
        hint = f"ladder.{_plural(kind)} lists them"
    else:
        hint = f"there is {some([short(each.name) for each in known.values()])}"
    return UnknownName(f"no {kind} {quoted(text)}; {hint}", near)


def _shown(value: Named) -> str:
    return value.id if fold(value.id) == fold(value.name) else f"{value.id} ({short(value.name)})"


def _plural(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
