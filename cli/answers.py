"""Questions put to the graphs; what comes of them printed, drawn, and said by the exit code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

import click

from graphs import GrowthPath, NoGrowthPath, SearchLimit, growth_path
from ladder import Ladder, Person, find_role

from .errors import LIMIT, NO, Refused
from .io import STDOUT, write
from .options.common import DOCUMENTS
from .output import look, remark, say, say_json, waiting

if TYPE_CHECKING:
    from graphs import Choices, Into, Reach

    from .options.common import Form
    from .options.path import Asker
    from .options.picture import PictureFile
    from .options.selection import Style


R = TypeVar("R")


class Question(NamedTuple):
    """From which role to which, for whom, and what is wished of the way."""

    ladder: Ladder
    source: str
    target: str
    person: Person
    asker: Asker

    @classmethod
    def of(cls, ladder: Ladder, roles: Sequence[str], asker: Asker) -> Question:
        """Make a question of the roles and wishes as typed."""
        _refuse_more_than_two(roles)
        asker, roles = asker.settled(ladder, *roles)
        person = asker.person(ladder)
        source, target = _ends(ladder, roles, person)
        asker.check(ladder, source=source, target=target)
        return cls(ladder, source, target, person, asker)

    def put_to(self, function: Callable[..., R], *more: Any, **others: Any) -> R:
        """Ask one of the functions of `graphs`, with those of the wishes that it takes."""
        ends = self.ladder, self.source, self.target
        wishes = self.asker.wishes_for(function)
        return function(*ends, *more, person=self.person, **wishes, **others)


def _refuse_more_than_two(roles: Sequence[str]) -> None:
    if len(roles) > 2:
        raise Refused(
            f"give two roles, FROM and TO, not {len(roles)}; "
            'a name with spaces goes into quotes: "product manager"'
        )


def _ends(ladder: Ladder, roles: Sequence[str], person: Person) -> tuple[str, str]:
    """Ids of the two roles that were named, the first one perhaps by the person's file."""
    *given, target = (find_role(ladder, role).id for role in roles)
    source = given[0] if given else person.role
    if source is None:
        raise Refused(
            f"from which role to {ladder.roles[target].name}? "
            "Give FROM and TO, or with --person a file that names your role"
        )
    return source, target


def answer(question: Question, form: Form, picture: PictureFile | None = None) -> None:
    """Print the path, and draw it; where there is none, say why and exit with the code for it."""
    theme = picture.theme() if picture else None
    began = monotonic()
    try:
        path = question.put_to(growth_path)
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    if picture and theme:
        from graphs import timeline

        drawn = timeline(path, begins=form.begins, theme=theme, width=picture.width)
        picture.write(drawn, theme)
    print_path(path, form, by=question.asker.wishes.by, newcomer=_newcomer(question, path, began))


BLINK = 0.5
"""Seconds that an answer may wait for what is told beside it."""


def _newcomer(question: Question, path: GrowthPath, began: float) -> GrowthPath | None:
    """Find the path of somebody new in the role, where months in it were not told.

    Only if it is proven at once, and within the time limit.
    """
    if question.person.months_in_role is not None or not path.moves:
        return None
    left = question.asker.time_limit - (monotonic() - began)
    new = replace(question.person, months_in_role=0)
    asker = question.asker._replace(time_limit=max(0.0, min(left, BLINK)))
    try:
        found = question._replace(person=new, asker=asker).put_to(growth_path)
    except (NoGrowthPath, SearchLimit):
        return None
    return found if found.optimal else None


def answer_several(question: Question, count: int | None, form: Form) -> None:
    """Print the best paths along different roles, or all that no path beats in months and cost."""
    from graphs import alternatives, frontier

    asked = (frontier,) if count is None else (alternatives, count)
    try:
        choices = question.put_to(*asked)
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, form)
    print_choices(choices, form)


def answer_survey(
    survey: Reach | Into, form: str, picture: PictureFile | None, style: Style, table: str | None
) -> None:
    """Print a survey, draw it or write it as a table; exit with its code where it has no way."""
    from .text.survey import describe_survey, rows_of

    if picture is not None:
        from graphs import diagram

        theme = picture.theme()
        drawn = diagram(
            survey.ladder, survey=survey, theme=theme, width=picture.width, **style._asdict()
        )
        picture.write(drawn, theme, less=("--gates off", "--within MONTHS"))
    if table or form in DOCUMENTS:
        from .export.tables.surveys import survey_report
        from .export.tables.writers import give_report

        give_report(survey_report(survey), form, table)
    if form == "json":
        say_json(survey.to_dict())
    elif form == "text":
        say(describe_survey(survey, look()))
    if not rows_of(survey):
        raise click.exceptions.Exit(LIMIT if survey.undecided else NO)


def paths_or_exit(question: Question, count: int) -> tuple[GrowthPath, ...]:
    """Find paths that are needed for something else; where there is none, say why and exit."""
    from graphs import alternatives

    try:
        choices = question.put_to(alternatives, count)
    except (NoGrowthPath, SearchLimit) as refusal:
        say(_described(refusal), aside=True)
        raise _exit(refusal) from None
    if not choices.complete:
        from .text.choices import unproven

        remark(unproven(choices))
    return choices.found


def refuse(question: Question, refusal: NoGrowthPath | SearchLimit, form: Form) -> NoReturn:
    """Print why there is no path, and what would open one; then exit with the code for it."""
    from graphs import repairs

    from .export.plan_json import dated
    from .text.refusal import describe_repairs

    mending = None
    if isinstance(refusal, NoGrowthPath) and refusal.blockers:
        with waiting("Trying changes") as told:
            mending = question.put_to(repairs, progress=told)
    if form.kind == "json":
        plain = refusal.to_dict() | (mending.to_dict() if mending else {})
        say_json(dated(plain, form.begins))
        raise _exit(refusal) from None
    text = _described(refusal)
    if isinstance(refusal, NoGrowthPath) and mending:
        text += describe_repairs(refusal, mending, look())
    # Not where a document is expected, which has no place for it.
    say(text, aside=form.kind != "text")
    raise _exit(refusal) from None


def _described(refusal: NoGrowthPath | SearchLimit) -> str:
    from .text.refusal import describe_limit, describe_no

    if isinstance(refusal, NoGrowthPath):
        return describe_no(refusal, look())
    return describe_limit(refusal, look())


def _exit(refusal: NoGrowthPath | SearchLimit) -> click.exceptions.Exit:
    return click.exceptions.Exit(NO if isinstance(refusal, NoGrowthPath) else LIMIT)


def print_path(
    path: GrowthPath, form: Form, *, by: str = "months", newcomer: GrowthPath | None = None
) -> None:
    """Print a path in the form that is wanted; what only that one needs is imported for it."""
    if form.kind == "json":
        _print_json(path, form, **({"newcomer": _totals(newcomer)} if newcomer else {}))
    elif form.kind == "markdown":
        from .export.plan_markdown import plan_markdown

        _print_file(plan_markdown(path, by=by, begins=form.begins))
    elif form.kind == "csv":
        from .export.plan_csv import plan_csv

        _print_file(plan_csv(path, begins=form.begins))
    else:
        from .text.path import describe_path

        told = describe_path(
            path, look(), by=by, begins=form.begins, newcomer=newcomer, detailed=form.detailed
        )
        say(told)


def _totals(path: GrowthPath) -> dict[str, Any]:
    """What a path takes and where it leads through."""
    between = {"range": list(path.range)} if path.range else {}
    figures = {"moves": path.moves, "cost": path.cost, "roles": list(path.roles)}
    return {"months": path.months, **between, **figures}


def print_choices(choices: Choices, form: Form) -> None:
    """Print several paths side by side, likewise."""
    if form.kind == "json":
        _print_json(choices, form)
    elif form.kind == "markdown":
        from .export.plan_markdown import plans_markdown

        _print_file(plans_markdown(choices, begins=form.begins))
    elif form.kind == "csv":
        from .export.plan_csv import plans_csv
        from .text.choices import unproven

        _print_file(plans_csv(choices.found, begins=form.begins))
        if not choices.complete:
            remark(unproven(choices))
    else:
        from .text.choices import describe_paths

        say(describe_paths(choices, look(), begins=form.begins))


def _print_json(answer: GrowthPath | Choices, form: Form, **beside: Any) -> None:
    from .export.plan_json import dated

    say_json(dated(answer.to_dict(), form.begins) | beside)


def _print_file(text: str) -> None:
    """Print what is to become a file: in UTF-8 everywhere, its line ends as they are."""
    write(STDOUT, text.encode())
