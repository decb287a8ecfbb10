"""The names in a question, and what each may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from ladder import (
    Activity,
    Ladder,
    Role,
    Skill,
    UnknownName,
    find_activity,
    find_role,
    find_skill,
)
from ladder.grammar import singular, unaccented

from .words import even

MARK = "§"
"""Begins what stands in the place of a name: then a letter for each kind, and its number."""

LETTERS = {"role": "r", "skill": "s", "activity": "a", "kind": "k"}
"""Kinds of things that have names, in this order in a mark; the last is a kind of activity."""

_WORD = re.compile(r"[^\W_]+")

ARTICLES = frozenset(("a", "an", "the", "i"))


FINDERS: Mapping[str, Callable[[Ladder, str], Role | Skill | Activity]] = {
    "role": find_role,
    "skill": find_skill,
    "activity": find_activity,
}


class Name(NamedTuple):
    """A name as it stands in a question."""

    text: str
    meanings: Mapping[str, tuple[str, ...]]
    """Ids by kind; of a kind of activity, those of the activities of that kind."""


Words = tuple[str, ...]
Known = Mapping[Words, Mapping[str, Mapping[str, Set[Words]]]]
"""Names in the singular and without accents: by kind, ids, each with how its name is spelt."""


def marked(text: str, ladder: Ladder) -> tuple[str, tuple[Name, ...]]:
    """Put a mark in the place of each name; the longest name wins.

    >>> from ladder import bundled
    >>> text, names = marked("from analysts to spm", bundled("product-management"))
    >>> text
    'from §r0 to §r1'
    >>> names[0]
    Name(text='analysts', meanings={'role': ('business-analyst',)})
    """
    tokens = text.replace(MARK, " ").split()
    plain = [_plain(token) for token in tokens]
    known = known_names(ladder, frozenset(plain))
    longest = max(map(len, known), default=0)
    written: list[str] = []
    names: list[Name] = []
    place = 0
    while place < len(tokens):
        count = _name_at(plain, place, known, longest)
        said = tuple(tokens[place : place + count])
        meanings = (
            _meanings(said, known[tuple(plain[place : place + count])], ladder) if count else {}
        )
        if meanings:
            letters = "".join(LETTERS[kind] for kind in LETTERS if kind in meanings)
            written.append(f"{MARK}{letters}{len(names)}")
            names.append(Name(" ".join(said), meanings))
        else:
            count = 1
            written.append(tokens[place])
        place += count
    return " ".join(written), tuple(names)


def _name_at(plain: list[str], place: int, known: Known, longest: int) -> int:
    """How many words belong to the longest name that begins there."""
    for count in range(min(longest, len(plain) - place), 0, -1):
        if tuple(plain[place : place + count]) not in known:
            continue
        if count == 1 and plain[place] in ARTICLES and _name_at(plain, place + 1, known, longest):
            return 0  # an article, though something has it for a name
        return count
    return 0


def _meanings(
    said: Words, kinds: Mapping[str, Mapping[str, Set[Words]]], ladder: Ladder
) -> dict[str, tuple[str, ...]]:
    """What a name stands for: where something is spelt so, that; else what it is found to mean."""
    found = {}
    for kind, spelt in kinds.items():
        exact = [each for each, spellings in spelt.items() if said in spellings]
        ids = exact or (list(spelt) if kind == "kind" else _found(kind, said, spelt, ladder))
        if ids:
            found[kind] = tuple(ids)
    return found


def _found(kind: str, said: Words, among: Iterable[str], ladder: Ladder) -> list[str]:
    try:
        return [FINDERS[kind](ladder, " ".join(said)).id]
    except UnknownName as error:
        return [each for each in among if each in error.suggestions]


def known_names(ladder: Ladder, said: frozenset[str]) -> Known:
    """Names all of whose words were said; with and without an article."""
    found: dict[Words, dict[str, dict[str, set[Words]]]] = {}
    begun = {_plain(word) for each in said for word in _WORD.findall(each)}
    for kind, text, ids in _all_names(ladder):
        if not _may_be_said(text, begun):
            continue
        name = tuple(even(text).split())
        for spelt in {name, name[1:] if len(name) > 1 and name[0] in ARTICLES else name}:
            plain = tuple(map(_plain, spelt))
            if plain and said.issuperset(plain):
                here = found.setdefault(plain, {}).setdefault(kind, {})
                for each in ids:
                    here.setdefault(each, set()).add(spelt)
    return found


def _plain(word: str) -> str:
    return singular(unaccented(word))


def _may_be_said(text: str, begun: set[str]) -> bool:
    """Whether a name may be among words, by its first one; quickly, as a ladder has thousands."""
    if not text.isascii() or "'" in text:
        return True
    first = _WORD.search(text.lower())
    return first is None or first[0] in ARTICLES or _plain(first[0]) in begun


def _all_names(ladder: Ladder) -> Iterator[tuple[str, str, Words]]:
    for role in ladder.roles.values():
        for text in (role.id, role.name, *role.aliases):
            yield "role", text, (role.id,)
    for skill in ladder.skills.values():
        for text in (skill.id, skill.name):
            yield "skill", text, (skill.id,)
    kinds: dict[str, list[str]] = {}
    for activity in ladder.activities.values():
        kinds.setdefault(activity.kind, []).append(activity.id)
        for text in (activity.id, activity.name):
            yield "activity", text, (activity.id,)
    for kind, ids in kinds.items():
        yield "kind", kind, tuple(ids)
