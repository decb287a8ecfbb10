"""The words of a question, as they compare with the names of roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladder import Ladder
from ladder.folding import words

ARROWS = re.compile(r"[-=–—]+>|(?<=\s)>(?=\s)|[→⇒➔➜]")
BREAKS = ",.;!?-–—"
PUNCTUATION = BREAKS + ":()\"“”„«»'‘’…[]{}"


def even(text: str) -> str:
    """Text as it compares: its words, with commas where it breaks off.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> even("I'm a Product-Manager (6 months in); what now?")
    'im a product manager 6 months in , what now'
    """
    return " ".join(f", {word}" if broken else word for word, broken in split(text)).lstrip(", ")


def split(question: str) -> list[tuple[str, bool]]:
    """Words, each with whether the sentence breaks off before it."""
    found = []
    broken = False
    for chunk in ARROWS.sub(" to ", question).split():
        broken = broken or chunk[0] in BREAKS
        for word in _bare(chunk):
            found.append((word, broken))
            broken = False
        broken = broken or chunk[-1] in BREAKS
    return found


def _bare(text: str) -> Iterator[str]:
    """Words as they compare, without punctuation: "I'm" is "im", and "analyst's" is "analyst"."""
    for word in words(re.sub(r"['’]s\b", "", text)):
        bare = word.strip(PUNCTUATION).replace("'", "").replace("’", "")
        if bare:
            yield bare


def role_names(ladder: Ladder) -> dict[tuple[str, ...], str | None]:
    """Every name of every role, as words, to its id; to None where several roles share the name.

    Plurals count too, where they are not the names of something else.
    """
    names: dict[tuple[str, ...], str | None] = {}
    for role in ladder.roles.values():
        for called in {tuple(_bare(name)) for name in (role.id, role.name, *role.aliases)}:
            names[called] = None if called in names else role.id
    names.pop((), None)
    for called, owner in tuple(names.items()):
        names.setdefault((*called[:-1], called[-1] + "s"), owner)
    return names
