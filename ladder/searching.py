"""Searching: all roles, skills or activities that hold some words, wherever they hold them."""

from __future__ import annotations

from collections.abc import Iterable

from .grammar import all_terms, terms
from .likeness import Candidate, begins_one_of, fitting
from .model import Activity, Ladder, Role, Skill
from .names import Named, candidate


def search_roles(ladder: Ladder, text: str) -> list[Role]:
    """Roles that hold all of some words: in names, aliases, the id, what they are, or the track.

    Parameters
    ----------
    ladder : Ladder
    text : str
        Words, or beginnings of words; in singular or plural, case and accents aside.

    Returns
    -------
    list of Role
        In the ladder's order.

    Examples
    --------
    >>> from ladder import bundled
    >>> [role.id for role in search_roles(bundled("product-management"), "chief officers")]
    ['chief-product-officer']
    """
    named = set(fitting(text, (candidate(ladder, role) for role in ladder.roles.values())))
    return [
        role
        for role in ladder.roles.values()
        if role.id in named or _holds(_of_role(ladder, role), text)
    ]


def search_skills(ladder: Ladder, text: str) -> list[Skill]:
    """Skills that hold all of some words: in name, id or group, in what they are, or at a level.

    Parameters
    ----------
    ladder : Ladder
    text : str
        As for `search_roles`.

    Returns
    -------
    list of Skill
        In the ladder's order.

    Examples
    --------
    >>> from ladder import bundled
    >>> [skill.id for skill in search_skills(bundled("product-management"), "sql")]
    ['data-analysis']
    """
    named = _named(ladder.skills.values(), text)
    return [
        skill
        for skill in ladder.skills.values()
        if skill.id in named or _holds(_of_skill(skill), text)
    ]


def search_activities(ladder: Ladder, text: str) -> list[Activity]:
    """Activities that hold all of some words: in name, id or kind, or in what they are.

    Parameters
    ----------
    ladder : Ladder
    text : str
        As for `search_roles`.

    Returns
    -------
    list of Activity
        In the ladder's order.

    Examples
    --------
    >>> from ladder import bundled
    >>> len(search_activities(bundled("product-management"), "courses")) > 1
    True
    """
    named = _named(ladder.activities.values(), text)
    return [
        activity
        for activity in ladder.activities.values()
        if activity.id in named or _holds(_of_activity(activity), text)
    ]


def _named(known: Iterable[Named], text: str) -> set[str]:
    return set(fitting(text, (Candidate(each.id, (each.id, each.name)) for each in known)))


def _of_role(ladder: Ladder, role: Role) -> tuple[str | None, ...]:
    track = ladder.tracks[role.track].name if role.track else None
    return role.id, role.name, *role.aliases, role.about, track


def _of_skill(skill: Skill) -> tuple[str | None, ...]:
    return skill.id, skill.name, skill.group, skill.about, *skill.levels.values()


def _of_activity(activity: Activity) -> tuple[str | None, ...]:
    return activity.id, activity.name, activity.kind, activity.about


def _holds(texts: Iterable[str | None], text: str) -> bool:
    asked = terms(text)
    held = {term for each in texts if each for term in all_terms(each)}
    return bool(asked) and all(map(begins_one_of(held), asked))
