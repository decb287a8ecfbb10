"""The names in a question, and what each may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ladder import Ladder

from .words import even

MARK = "§"
"""Begins what stands in the place of a name: then a letter for each kind, and its number."""

LETTERS = {"role": "r", "skill": "s", "activity": "a", "kind": "k"}
"""Kinds of things that have names, in this order in a mark; the last is a kind of activity."""

_WORD = re.compile(r"[^\W_]+")

ARTICLES = frozenset(("a", "an", "the", "i"))


class Name(NamedTuple):
    """A name as it stands in a question."""

    text: str
    meanings: Mapping[str, tuple[str, ...]]
    """Ids by kind; of a kind of activity, those of the activities of that kind."""


Known = Mapping[tuple[str, ...], Mapping[str, tuple[str, ...]]]


def marked(text: str, ladder: Ladder) -> tuple[str, tuple[Name, ...]]:
    """Put a mark in the place of each name; the longest name wins.

    >>> from ladder import bundled
    >>> text, names = marked("from analyst to spm", bundled("product-management"))
    >>> text
    'from §r0 to §r1'
    >>> names[1]
    Name(text='spm', meanings={'role': ('senior-product-manager',)})
    """
    tokens = text.replace(MARK, " ").split()
    known = known_names(ladder, frozenset(tokens))
    longest = max(map(len, known), default=0)
    written: list[str] = []
    names: list[Name] = []
    place = 0
    while place < len(tokens):
        name = _name_at(tokens, place, known, longest)
        if name:
            letters = "".join(LETTERS[kind] for kind in LETTERS if kind in known[name])
            written.append(f"{MARK}{letters}{len(names)}")
            names.append(Name(" ".join(name), known[name]))
        else:
            written.append(tokens[place])
        place += len(name) or 1
    return " ".join(written), tuple(names)


def _name_at(tokens: list[str], place: int, known: Known, longest: int) -> tuple[str, ...]:
    for count in range(min(longest, len(tokens) - place), 0, -1):
        name = tuple(tokens[place : place + count])
        if name not in known:
            continue
        if count == 1 and name[0] in ARTICLES and _name_at(tokens, place + 1, known, longest):
            return ()  # an article, though something has it for a name
        return name
    return ()


def known_names(ladder: Ladder, said: frozenset[str]) -> Known:
    """Names made of words that were said, each with what has it.

    In the singular and in the plural, and without an article.
    """
    found: dict[tuple[str, ...], dict[str, dict[str, None]]] = {}
    begun = {word for each in said for word in _WORD.findall(each)}
    for kind, text, ids in _all_names(ladder):
        if not _may_be_said(text, begun):
            continue
        for name in _forms(tuple(even(text).split())):
            if said.issuperset(name):
                found.setdefault(name, {}).setdefault(kind, {}).update(dict.fromkeys(ids))
    return {
        name: {kind: tuple(ids) for kind, ids in kinds.items()} for name, kinds in found.items()
    }


def _may_be_said(text: str, begun: set[str]) -> bool:
    """Whether a name may be among words, by its first one; quickly, as a ladder has thousands."""
    if not text.isascii() or "'" in text:
        return True
    first = _WORD.search(text.lower())
    return (
        first is None
        or first[0] in ARTICLES
        or not begun.isdisjoint((first[0], f"{first[0]}s", f"{first[0][:-1]}ies"))
    )


def _all_names(ladder: Ladder) -> Iterator[tuple[str, str, tuple[str, ...]]]:
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


def _forms(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A name, its plurals, and both without an article; the plural of "head of test", too."""
    if len(name) > 1 and name[0] in ARTICLES:
        name = name[1:]
    if not name:
        return
    yield name
    ends = {len(name) - 1}
    if "of" in name[1:]:
        ends.add(name.index("of", 1) - 1)
    for end in ends:
        yield (*name[:end], _plural(name[end]), *name[end + 1 :])


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") and len(word) > 2 else f"{word}s"
