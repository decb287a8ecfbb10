"""Printing what is known of every role, and drawing it.

Asking for a growth path, and printing whatever comes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from graphs import (
    GrowthPath,
    Into,
    NoGrowthPath,
    Reach,
    SearchLimit,
    alternatives,
    frontier,
    growth_path,
)
from ladder import Ladder, Person

from .errors import LIMIT, NO
from .options.forms import Form, print_choices, print_path
from .options.path import Wishes
from .options.picture import PictureFile
from .options.selection import Looks
from .output import look, remark, say, say_json, waiting
from .text.survey import describe_survey, rows_of

if TYPE_CHECKING:
    from graphs import Choices, Repairs


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
        """Search."""
        return growth_path(
            self.ladder,
            self.source,
            self.target,
            person=self.person,
            **self.wishes._asdict(),
        )

    def paths(self, count: int) -> Choices:
        """Search for the best paths along different roles."""
        return alternatives(
            self.ladder,
            self.source,
            self.target,
            count,
            person=self.person,
            **self.wishes._asdict(),
        )

    def repairs(self) -> Repairs:
        """Look for changes to the ladder that would open a way."""
        from graphs import repairs

        wishes = self.wishes
        with waiting("Trying changes") as told:
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


def answer(question: Question, form: Form, picture: PictureFile | None = None) -> None:
    """Print the path, and draw it; where there is none, say why and exit with the code for it."""
    theme = picture.theme() if picture else None
    try:
        path = question.path()
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    if picture and theme:
        from graphs import timeline

        picture.write(timeline(path, begins=form.begins, theme=theme), theme)
    print_path(path, form, by=question.wishes.by)


def answer_several(question: Question, count: int | None, form: Form) -> None:
    """Print the best paths along different roles, or all that no path beats in months and cost."""
    ends = (question.ladder, question.source, question.target)
    wishes = question.wishes._asdict()
    try:
        if count is None:
            kept = {name: wishes[name] for name in ("via", "avoid", "without", "time_limit")}
            choices = frontier(*ends, person=question.person, **kept)
        else:
            choices = question.paths(count)
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    print_choices(choices, form)


def refuse(question: Question, refusal: NoGrowthPath | SearchLimit, form: Form) -> NoReturn:
    """Print why there is no path, and what would open one; then exit with the code for it.

    Not where a document is expected, which has no place for it.
    """
    from .export.plan_json import dated
    from .text.refusal import describe_repairs, plain_repairs

    mending = None
    if isinstance(refusal, NoGrowthPath) and refusal.blockers:
        mending = question.repairs()
    if form.kind == "json":
        answer = refusal.to_dict() | (plain_repairs(mending) if mending else {})
        say_json(dated(answer, form.begins))
        raise _exit(refusal) from None
    text = _refused(refusal)
    if isinstance(refusal, NoGrowthPath) and mending:
        text += describe_repairs(refusal, mending, look())
    say(text) if form.kind == "text" else click.echo(text, err=True)
    raise _exit(refusal) from None


def paths_or_exit(question: Question, count: int) -> tuple[GrowthPath, ...]:
    """Find paths that are needed for something else; where there is none, say why and exit."""
    try:
        choices = question.paths(count)
    except (NoGrowthPath, SearchLimit) as refusal:
        click.echo(_refused(refusal), err=True)
        raise _exit(refusal) from None
    if not choices.complete:
        from .text.path import unproven

        remark(unproven(choices))
    return choices.found


def _refused(refusal: NoGrowthPath | SearchLimit) -> str:
    from .text.refusal import describe_limit, describe_no

    if isinstance(refusal, NoGrowthPath):
        return describe_no(refusal, look())
    return describe_limit(refusal, look())


def _exit(refusal: NoGrowthPath | SearchLimit) -> click.exceptions.Exit:
    return click.exceptions.Exit(NO if isinstance(refusal, NoGrowthPath) else LIMIT)


def answer_survey(
    survey: Reach | Into, form: str, picture: PictureFile | None, looks: Looks
) -> None:
    """Print a survey, and draw it; exit with the code for it where it has no way."""
    if picture is not None:
        from graphs import diagram

        theme = picture.theme()
        picture.write(diagram(survey.ladder, survey=survey, theme=theme, **looks._asdict()), theme)
    say_json(survey.to_dict()) if form == "json" else say(describe_survey(survey, look()))
    if not rows_of(survey):
        raise click.exceptions.Exit(LIMIT if survey.undecided else NO)
