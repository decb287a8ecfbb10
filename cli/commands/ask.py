"""``ladder ask``: a question in plain words, answered by the command that it asks for."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import click

from cli import answers
from cli.ask.kinds import PATH
from cli.ask.sentence import Missing
from cli.ask.understand import SEVERAL, PartMissing, Understood, YearlyBudget, understand
from cli.errors import Refused, of_commands
from cli.ladders import NAMED, open_ladder
from cli.naming import asks, prompted
from cli.options.common import Form, form_options, ladder_option
from cli.options.path import Asker, asker_of, person_options
from cli.output import look, remark
from cli.text.words import count, money
from graphs import NoGrowthPath, SearchLimit, growth_path
from graphs.plans.month import Month
from ladder import Ladder, LadderError, find_role, load_person
from ladder.wording import listed, one_line, quoted

TYPED = "cli.ask.typed"
"""Where a context keeps the options as they were typed."""


class Option(NamedTuple):
    """An option with its value as typed; a flag has none."""

    name: str
    value: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """How it is typed."""
        return (self.name,) if self.value is None else (self.name, self.value)


class _Command(click.Command):
    """A command that remembers its options, to hand them on."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line."""
        values, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        typed: list[Option] = []
        for param in self.params:
            value = values.get(param.name or "")
            if not isinstance(param, click.Option) or value is None or param.is_eager:
                continue
            each = value if isinstance(value, list | tuple) else [value]
            typed += [
                Option(param.opts[0], None if param.is_flag else str(value)) for value in each
            ]
        ctx.meta[TYPED] = tuple(typed)
        return super().parse_args(ctx, args)


def _this_month() -> Month:
    return Month.read(date.today().isoformat()[:7])


@click.command("ask", cls=_Command)
@click.argument("question", nargs=-1, required=True)
@person_options
@form_options
@ladder_option
@click.pass_context
def command(ctx: click.Context, question: tuple[str, ...], asker: Asker, form: Form) -> None:
    """Answer a question in plain words.

    Ask as you would ask a person, with or without quotes: how do I get from one role to another,
    who can become this, what can I become, what does that role do, what am I missing for it, what
    should I learn next. The command that answers is said, and the options are handed on to it.

    The question may say where you stand: "for two years", "since March 2025", "with roadmapping at
    working level". And what you wish: "within 36 months", "by 2030", "I am 35 … before I am 40",
    "the cheapest way", "fewest moves", "for at most USD 500", "for free", "via PM", "avoiding APM",
    "without the MBA", "without any course", "at a slow pace". Whatever of it cannot be used is an
    error. In a terminal, what it leaves out is asked for.

    \b
    Example:
      ladder ask "I am an analyst. How do I become a senior product manager?"
    """
    ladder = open_ladder()
    standing = bool(asker.file and load_person(asker.file, ladder).role)
    today = form.begins or _this_month()
    try:
        understood = _understood(" ".join(question), ladder, today, standing=standing)
    except YearlyBudget as budget:
        raise Refused(f"{budget}{_cost_by_year(ctx, budget.understood, ladder)}") from budget
    answering = _named(ctx, understood.kind.command)
    options = _together(understood, answering, ctx.meta[TYPED], ladder)
    words = [*understood.names, *(word for option in options for word in option.words)]
    for sentence in understood.remarks:
        remark(sentence)
    named = ("--ladder", ctx.meta[NAMED]) if ctx.meta.get(NAMED) else ()
    line = shlex.join(("ladder", understood.kind.command, *words, *named))
    remark(f"{look().glyphs.arrow} {one_line(line)}")
    with answering.make_context(understood.kind.command, words, parent=ctx.parent) as inner:
        answering.invoke(inner)
        _tell_the_other_way(understood, ladder, inner)


def _named(ctx: click.Context, name: str) -> click.Command:
    group = ctx.find_root().command
    found = group.get_command(ctx, name) if isinstance(group, click.Group) else None
    assert found is not None, name
    return found


def _understood(question: str, ladder: Ladder, today: Month, *, standing: bool) -> Understood:
    """Understand a question, and ask for what it leaves out if somebody is there to answer."""
    known: dict[str, str] = {}
    while True:
        try:
            return understand(question, ladder, today=today, standing=standing, answers=known)
        except PartMissing as lacking:
            answer = _asked_back(lacking.missing, ladder) if asks() else None
            if answer is None:
                raise
            known[lacking.missing.part] = answer


def _asked_back(missing: Missing, ladder: Ladder) -> str | None:
    """Ask until the answer is one; none where nothing comes any more."""

    def read(text: str) -> str:
        try:
            missing.read(ladder, text)
        except (LadderError, ValueError) as error:
            raise click.BadParameter(of_commands(str(error))) from error
        return text

    return prompted(missing.question, value_proc=read, prompt_suffix=" ")


def _together(
    understood: Understood, answering: click.Command, typed: Sequence[Option], ladder: Ladder
) -> list[Option]:
    """The options that the question says, and those that were typed beside it."""
    accepted = {name for param in answering.params for name in param.opts}
    command = f"ladder {answering.name}"
    said: list[Option] = []
    for each in understood.conditions:
        if each.option in accepted:
            said.append(Option(each.option, each.value))
        elif (each.option, each.value) != ("--by", "months") or not understood.kind.costs:
            raise Refused(
                f"{quoted(each.said)} cannot be used here: {command} has no {each.option}"
            )
    if understood.costed and not understood.kind.costs:
        raise Refused(f"{command} tells no cost; ask for that by itself")
    for option in typed:
        if option.name not in accepted:
            raise Refused(f"{command}, which answers this, has no {option.name}")
        _refuse_another(option.name, said, typed, ladder)
    names = {each.name for each in said if each.name not in SEVERAL}
    return [*said, *(option for option in typed if option.name not in names)]


def _refuse_another(
    name: str, said: Sequence[Option], typed: Sequence[Option], ladder: Ladder
) -> None:
    """Refuse an option that says otherwise than the question does."""
    own, other = (
        [each.value or "" for each in options if each.name == name] for options in (said, typed)
    )
    if name == "--via":
        other = [find_role(ladder, role).id for role in other]
    if own and name not in SEVERAL and [*map(_even, own)] != [*map(_even, other)]:
        raise Refused(
            f"the question says {name} {', '.join(own)} in other words, and the option says "
            f"{', '.join(other)}; leave one of them out"
        )


def _even(value: str) -> str | float:
    try:
        return float(value)
    except ValueError:
        return value


def _cost_by_year(ctx: click.Context, understood: Understood, ladder: Ladder) -> str:
    """What the plan costs in each year, to compare a budget with; nothing where there is none."""
    path_command = _named(ctx, PATH.command)
    options = _together(understood, path_command, ctx.meta[TYPED], ladder)
    words = [*understood.names, *(word for option in options for word in option.words)]
    if understood.kind is not PATH:
        return ""
    with path_command.make_context(PATH.command, words, parent=ctx.parent) as inner:
        asker = asker_of(dict(inner.params))
        try:
            question = answers.Question.of(ladder, understood.names, asker)
            years = question.put_to(growth_path).cost_by_year()
        except (NoGrowthPath, SearchLimit):
            return ""
    told = [f"{money(cost, ladder.currency)} in year {year}" for year, cost in years]
    return f"\nIts plan costs {listed(told, 'and')}." if told else "\nIts plan costs nothing."


def _tell_the_other_way(understood: Understood, ladder: Ladder, inner: click.Context) -> None:
    """Beside the cheapest way, name the quickest; who asks for the cost hears of the cheapest.

    Only if it is found at once.
    """
    by = inner.params.get("by")
    other = {"cost": "months", "months": "cost" if understood.costed else None}.get(by or "")
    if understood.kind.command != "path" or other is None or inner.params.get("alternatives"):
        return
    asker = asker_of(dict(inner.params))
    wishes = replace(asker.wishes, by=other)
    asker = asker._replace(wishes=wishes, time_limit=min(asker.time_limit, answers.BLINK))
    try:
        path = answers.Question.of(ladder, understood.names, asker).put_to(growth_path)
    except (NoGrowthPath, SearchLimit):
        return
    if path.optimal:
        word = {"months": "quickest", "cost": "cheapest"}[other]
        cost = f"costs {money(path.cost, ladder.currency)}" if path.cost else "costs nothing"
        remark(f"The {word} way takes {count(path.months, 'month')} and {cost}: --by {other}")
