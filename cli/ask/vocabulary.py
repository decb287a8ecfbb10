"""The words of a question: which say something, which do not, and how they compare with names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ladder import Ladder
from ladder.matching import words

Direction = Literal["from", "to"]

_FROM = ("from", "i am", "im", "i work as", "i started as", "out of", "leave", "leaving", "between")
_TO = (
    *("to", "into", "become", "becoming", "becomes", "be", "reach", "reaching"),
    *("toward", "towards", "land", "end up as", "get promoted to"),
)
_BRIDGES = """
    a an the my your our some any as in at being current currently now just still only role job
    position post title level work working works
"""
_FILLERS = """
    this that i you we he she they me us it one is are was am do does did can could would should
    may might must will shall id have has had need needs want wants wish hope like try how what
    which when where why who long far much many fast soon quickly time month months year years
    take takes taking get gets getting go goes going move moves moving grow growing make makes
    making switch transition change progress step steps way ways path paths route routes road
    roads career careers plan jobs roles positions worked employed today already please tell show
    give find help explain know learn start starting started for if then so on with within without
    by via through and or but not no there here best shortest quickest fastest possible
    up next promoted ive been id ill since also then really hello hi hey thanks thank
"""

CUES: dict[str, Direction] = {**dict.fromkeys(_FROM, "from"), **dict.fromkeys(_TO, "to")}
"""What says where the way leads, and in which direction."""

BRIDGES = frozenset(_BRIDGES.split())
"""What may stand between a cue and its role: "from my present job as an analyst"."""

FILLERS = BRIDGES | frozenset(_FILLERS.split())
"""What is no part of a name, unless the ladder has a name with it."""

CONNECTIVES = frozenset(("of", "&"))
"""What joins the words of a name, and does not begin one."""

TIES = CONNECTIVES | {"in"}
"""What joins to the name of a role words that only say more of it."""


ARROWS = re.compile(r"[-=–—]+>|(?<=\s)>(?=\s)|[→⇒➔➜]")
BREAKS = ",.;!?-–—"
PUNCTUATION = BREAKS + ":()\"“”„«»'‘’…[]{}"


@lru_cache(10_000)  # for each question, every name in the ladder is looked for
def even(text: str) -> str:
    """Text as it compares: its words, with commas where it breaks off.

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
