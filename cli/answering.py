"""Asking for a growth path, and printing whatever comes of it."""

from __future__ import annotations

from dataclasses import dataclass

import click

from graphs import GrowthPath, NoGrowthPath, SearchLimit, growth_path
from ladder import Ladder, Person

from .errors import LIMIT, NO
from .path_text import describe_path
from .refusal_text import describe_limit, describe_no
from .terminal import look, say, say_json


@dataclass(frozen=True, slots=True)
class Question:
    """From which role to which, for whom.

    Parameters
    ----------
    ladder : Ladder
    source, target : str
        Ids of the two roles.
    person : Person
    time_limit : float
        Seconds.
    """

    ladder: Ladder
    source: str
    target: str
    person: Person
    time_limit: float

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
            time_limit=self.time_limit,
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
    except NoGrowthPath as no:
        say_json(no.to_dict()) if form == "json" else say(describe_no(no, look()))
        raise click.exceptions.Exit(NO) from None
    except SearchLimit as limit:
        say_json(limit.to_dict()) if form == "json" else say(describe_limit(limit, look()))
        raise click.exceptions.Exit(LIMIT) from None
    say_json(path.to_dict()) if form == "json" else say(describe_path(path, look()))


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
    except NoGrowthPath as no:
        click.echo(describe_no(no, look()), err=True)
        raise click.exceptions.Exit(NO) from None
    except SearchLimit as limit:
        click.echo(describe_limit(limit, look()), err=True)
        raise click.exceptions.Exit(LIMIT) from None
