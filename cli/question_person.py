"""What a question says of the person who asks, and of what they wish."""

from __future__ import annotations

from typing import NamedTuple

from ladder import Ladder, LadderError
from ladder.wording import quoted

from .question_months import months_said
from .question_skills import Held, skills_said
from .question_wishes import Wished, wishes_said
from .question_words import even, role_names

LONGEST = 1000


class Heard(NamedTuple):
    """What a question says of the person who asks and of the way, and the rest of it.

    Parameters
    ----------
    rest : str
    months_in_role : int or None
    skills : tuple of (str, str)
        Ids of skills, and levels.
    wished : Wished
    unused : tuple of str
        Times and levels that say nothing of the sort.
    doubts : tuple of str
        Sentences on what could mean two things, and is not used.
    """

    rest: str
    months_in_role: int | None
    skills: Held
    wished: Wished = Wished()
    unused: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


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
    >>> heard = listen(
    ...     "I've been a PM for two years; how do I get to SPM within 36 months?",
    ...     bundled("product-management"),
    ... )
    >>> heard.rest, heard.months_in_role, heard.wished.within
    ('ive been a pm , how do i get to spm', 24, 36)
    """
    if len(question) > LONGEST:
        raise LadderError(f"the question is longer than {LONGEST} characters; ask it in one line")
    text, skills, levels = skills_said(even(question), ladder)
    names = [" ".join(name) for name in role_names(ladder)]
    names += [even(one.name) for one in ladder.activities.values()]
    times = months_said(text, names)
    rest, wished, doubts = wishes_said(times.rest, ladder)
    either = [
        f"{quoted(time)} may be the time in the role or the time allowed; say it with "
        "--months-in-role or --within."
        for time in times.doubtful
    ]
    return Heard(
        rest,
        times.served,
        skills,
        wished._replace(within=times.within),
        (*times.others, *levels),
        (*either, *doubts),
    )
