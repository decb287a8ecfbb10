"""Asking for a growth path, and printing whatever comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from graphs import (
    GrowthPath,
    NoGrowthPath,
    SearchLimit,
    alternatives,
    frontier,
    growth_path,
)
from ladder import Ladder, Person

from .errors import LIMIT, NO
from .path_text import describe_path
from .progress import progress
from .terminal import look, say, say_json
from .wishes import Wishes

if TYPE_CHECKING:
    from graphs import Repairs


class Question(NamedTuple):
    """From which role to which, for whom.

    Parameters
    ----------
    ladder : Ladder
    source, target : str
        Ids of the two roles.
    person : Person
    wishes : Wishes
    """

    ladder: Ladder
    source: str
    target: str
    person: Person
    wishes: Wishes

    def path(self) -> GrowthPath:
        """Search.

        Raises
        ------
        NoGrowthPath, SearchLimit, InvalidPerson
        """
        return growth_path(
            self.ladder,
            self.source,
            self.target,
            person=self.person,
            **self.wishes._asdict(),
        )

    def repairs(self) -> Repairs:
        """Look for changes to the ladder that would open a way."""
        from graphs import repairs

        wishes = self.wishes
        with progress("Trying changes") as told:
            return repairs(
                self.ladder,
                self.source,
                self.target,
                person=self.person,
                via=wishes.via,
                avoid=wishes.avoid,
                without=wishes.without,
                time_limit=wishes.time_limit,
                progress=told,
            )


def answer(question: Question, form: str) -> None:
    """Print the path; where there is none, say why and exit with the code for it.

    Parameters
    ----------
    question : Question
    form : {"text", "json"}
    """
    try:
        path = question.path()
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    if form == "json":
        say_json(path.to_dict())
    else:
        say(describe_path(path, look(), by=question.wishes.by))


def answer_several(question: Question, count: int | None, form: str) -> None:
    """Print the best paths along different roles, or all that no path beats in months and cost.

    Parameters
    ----------
    question : Question
    count : int or None
        How many; None for those that no path beats.
    form : {"text", "json"}
    """
    ends = (question.ladder, question.source, question.target)
    wishes = question.wishes._asdict()
    try:
        if count is None:
            kept = {name: wishes[name] for name in ("via", "avoid", "without", "time_limit")}
            paths = frontier(*ends, person=question.person, **kept)
        else:
            paths = alternatives(*ends, count, person=question.person, **wishes)
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    if form == "json":
        say_json({"format": 1, "paths": [path.to_dict() for path in paths]})
    else:
        from .paths_text import describe_paths

        say(describe_paths(paths, look()))


def refuse(question: Question, refusal: NoGrowthPath | SearchLimit, form: str) -> NoReturn:
    """Print why there is no path, and what would open one; then exit with the code for it.

    Parameters
    ----------
    question : Question
    refusal : NoGrowthPath or SearchLimit
    form : {"text", "json"}
    """
    from .repair_text import describe_repairs, plain_repairs

    mending = None
    if isinstance(refusal, NoGrowthPath) and not refusal.least:
        mending = question.repairs()
    if form == "json":
        say_json(refusal.to_dict() | (plain_repairs(mending) if mending else {}))
    elif isinstance(refusal, NoGrowthPath) and mending:
        say(_refused(refusal) + describe_repairs(refusal, mending, look()))
    else:
        say(_refused(refusal))
    raise _exit(refusal) from None


def path_or_exit(question: Question) -> GrowthPath:
    """Find a path that is needed for something else; where there is none, say why and exit.

    Parameters
    ----------
    question : Question

    Returns
    -------
    GrowthPath
    """
    try:
        return question.path()
    except (NoGrowthPath, SearchLimit) as refusal:
        click.echo(_refused(refusal), err=True)
        raise _exit(refusal) from None


def _refused(refusal: NoGrowthPath | SearchLimit) -> str:
    from .refusal_text import describe_limit, describe_no

    if isinstance(refusal, NoGrowthPath):
        return describe_no(refusal, look())
    return describe_limit(refusal, look())


def _exit(refusal: NoGrowthPath | SearchLimit) -> click.exceptions.Exit:
    return click.exceptions.Exit(NO if isinstance(refusal, NoGrowthPath) else LIMIT)
