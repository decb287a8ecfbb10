"""Names in the cells of a matrix, which carry an id where the name alone would give another."""

from __future__ import annotations

import re
from collections import Counter

from ladder.folding import fold
from ladder.ids import is_id, to_id
from ladder.model import Ladder

FACTS = {
    "role": ("role", "roles", "role name", "job", "job title", "job role", "position", "title"),
    "id": ("id", "role id", "key", "code"),
    "track": ("track", "family", "job family", "role family", "department", "team", "stream",
              "discipline", "function"),
    "rank": ("rank", "level", "role level", "grade", "band", "seniority"),
    "skill": ("skill", "skills", "skill name", "competency", "competencies", "competence",
              "capability", "capabilities"),
    "skill id": ("skill id",),
    "ignore": ("category", "skill category", "skill group", "group", "area", "domain", "notes",
               "note", "comment", "comments", "description", "definition", "about", "total",
               "average"),
}  # fmt: skip
"""From what a heading means to the words for it."""

_MEANS = {fold(word): fact for fact, words in FACTS.items() for word in words}
_WITH_ID = re.compile(r"(.+) \[([^\[\]]+)\]", re.DOTALL).fullmatch


def fact_meant(text: str) -> str | None:
    """Find what a heading means, if it is no name of a role or a skill.

    Examples
    --------
    >>> fact_meant("Job family"), fact_meant("Roadmapping")
    ('track', None)
    """
    return _MEANS.get(fold(text))


def heading(name: str, identifier: str) -> str:
    """Write a name, with its id where one could not tell it from the name.

    Parameters
    ----------
    name, identifier : str

    Returns
    -------
    str

    Examples
    --------
    >>> heading("Data and SQL", "data-and-sql"), heading("Data and SQL", "data")
    ('Data and SQL', 'Data and SQL [data]')
    >>> heading("Rank", "rank")
    'Rank [rank]'
    """
    plain = to_id(name) == identifier and not _WITH_ID(name) and fact_meant(name) is None
    return name if plain else f"{name} [{identifier}]"


def read_heading(text: str) -> tuple[str, str | None]:
    """Read a name, and the id that goes with it if there is one.

    Parameters
    ----------
    text : str

    Returns
    -------
    name : str
        On one line.
    identifier : str or None

    Examples
    --------
    >>> read_heading("Data and SQL [data]"), read_heading("Data [and SQL]")
    (('Data and SQL', 'data'), ('Data [and SQL]', None))
    """
    line = " ".join(text.split())
    found = _WITH_ID(line)
    return (found[1], found[2]) if found and is_id(found[2]) else (line, None)


def skill_headings(ladder: Ladder) -> dict[str, str]:
    """Head the column of each skill where all ids are known: the name alone, unless two share it.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    dict of str to str
        From heading to id.
    """
    shared = Counter(skill.name for skill in ladder.skills.values())
    headings = {}
    for skill in ladder.skills.values():
        plain = shared[skill.name] == 1 and heading(skill.name, to_id(skill.name)) == skill.name
        headings[skill.name if plain else heading(skill.name, skill.id)] = skill.id
    return headings
