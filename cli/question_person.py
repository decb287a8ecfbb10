"""What a question says of the person who asks."""

from __future__ import annotations

from typing import NamedTuple

from ladder import Ladder, LadderError

from .question_months import months_said
from .question_skills import Held, skills_said
from .question_words import even, role_names

LONGEST = 1000


class Heard(NamedTuple):
    """What a question says of the person who asks, and the rest of it.

    Parameters
    ----------
    rest : str
    months_in_role : int or None
    skills : tuple of (str, str)
        Ids of skills, and levels.
    unused : tuple of str
        Times and levels that say nothing of the sort.
    """

    rest: str
    months_in_role: int | None
    skills: Held
    unused: tuple[str, ...]


def listen(question: str, ladder: Ladder) -> Heard:
    """Hear what a question says of the person who asks.

    Parameters
    ----------
    question : str
    ladder : Ladder

    Returns
    -------
    Heard

    Raises
    ------
    LadderError
        If it is too long to be a question.

    Examples
    --------
    >>> from ladder import bundled
    >>> listen("I've been a PM for two years; how do I get to SPM?", bundled("product-management"))
    Heard(rest='ive been a pm , how do i get to spm', months_in_role=24, skills=(), unused=())
    """
    if len(question) > LONGEST:
        raise LadderError(f"the question is longer than {LONGEST} characters; ask it in one line")
    text, skills, levels = skills_said(even(question), ladder)
    roles = [" ".join(name) for name in role_names(ladder)]
    rest, months, times = months_said(text, roles)
    return Heard(rest, months, skills, (*times, *levels))
