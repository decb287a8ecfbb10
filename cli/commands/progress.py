"""``ladder progress``: where somebody is, against where a plan said."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import NamedTuple

import click

from cli.answers import Question
from cli.errors import Refused
from cli.export.person_file import person_text
from cli.export.plan_json import dated
from cli.io import STDOUT, check_new, write
from cli.ladders import open_typical, paced
from cli.options.common import format_option, given, ladder_option
from cli.options.path import Asker, person_options
from cli.options.types import CALENDAR_MONTH, MONTHS
from cli.output import look, remark, say, say_json
from cli.text.progress import Replanned, describe_progress, told_of
from cli.text.words import When
from graphs import NoGrowthPath, SearchLimit, Wishes, growth_path, standing, wishes_left
from graphs.plans.month import Month
from graphs.plans.plan_file import Plan, load_plan
from graphs.queries.progress import month_reached, progress
from ladder import Person, validate_person


def _this_month() -> str:
    from datetime import date

    return date.today().isoformat()[:7]


@click.command("progress")
@click.argument("plan", metavar="PLAN", type=click.Path())
@click.option("--month", type=MONTHS, metavar="N", help="Compare with the plan after N months.")
@click.option(
    "--today",
    type=CALENDAR_MONTH,
    default=_this_month,
    metavar="YYYY-MM",
    help="Compare as of this month, where the plan has a --start; left out, the present one.",
)
@click.option(
    "--write",
    "target",
    metavar="FILE",
    type=click.Path(),
    help="Write where you stand into a file for --person.",
)
@click.option("--force", is_flag=True, help="Let --write replace a file that is there already.")
@person_options
@format_option
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    month: int | None,
    today: Month,
    target: str | None,
    force: bool,
    asker: Asker,
    form: str,
) -> None:
    """Compare where you are with where a plan said.

    PLAN is what ladder path wrote with --format json or markdown. Says what is done, what is due
    and not done, and by how much you are late or early; what is next; and how long it takes from
    here, with the options that the plan was made with, less the money and the months that are gone.
    An option that you give here counts instead, from here on.

    Where you stand is told by --person and the other options; what they leave out, by the boxes
    that are ticked in Markdown, and by what was said when the plan was made. The month to compare
    with is the one you give, or today's, or the one that your months in your role come to.

    \b
    Example:
      ladder progress plan.json --person me.yaml
    """
    if target is not None:
        _check_target(target, force)
    typical = open_typical()
    kept = load_plan(plan, typical)
    ladder = paced(typical) if given(ctx, ["--pace"]) else kept.path.ladder
    asker, _ = asker.settled(ladder)
    said = asker.person(ladder)
    source = said.role or kept.path.stays[kept.place].role
    asker.check(ladder, source=source, target=kept.path.target)
    at = _moment(kept, said, month, today, typed=bool(given(ctx, ["--today"])))
    person = _person(kept, said, at.month, filed=asker.file is not None)
    validate_person(ladder, person)
    for line in told_of(kept, said, person, at.month):
        remark(line)
    compared = progress(kept.path, person, month=at.month)
    wishes = wishes_left(kept.path, person, month=at.month)
    typed = asker.wishes.by_ids(ladder)
    wishes = replace(wishes, **{name: getattr(typed, name) for name in _typed(ctx)})
    asked = asker._replace(wishes=wishes)
    asked.check(ladder, target=kept.path.target)
    replanned = _replanned(Question(ladder, compared.role, kept.path.target, person, asked))
    if target is not None:
        write(target, person_text(person, ladder, target).encode())
        remark(f"Written: {target}")
    if form == "json":
        now = kept.begins.after(at.month) if kept.begins else None
        answer = compared.to_dict() | {"month_from": at.source, "person": person.to_dict()}
        say_json(answer | {"replanned": dated(replanned.to_dict(), now)})
    else:
        text = describe_progress(
            *(compared, replanned, look()), since=at.words, begins=kept.begins, wishes=wishes
        )
        say(text)


def _check_target(target: str, force: bool) -> None:
    if target == STDOUT:
        raise Refused("--write needs the name of a file, as the comparison is printed")
    check_new(target, force)


WISHES = {f"--{field.name.replace('_', '-')}": field.name for field in fields(Wishes)}


def _typed(ctx: click.Context) -> list[str]:
    """Wishes that were typed, which count instead of the plan's."""
    return [WISHES[option] for option in given(ctx, WISHES)]


def _person(kept: Plan, said: Person, month: int, *, filed: bool) -> Person:
    """Where somebody stands: as they say, and what they leave out as the plan and its boxes say.

    In another role than that, all is as they say. Of what they are learning, whoever has a file has
    said it there.
    """
    known = standing(kept, month=month, months_in_role=said.months_in_role, under_way=not filed)
    if said.role not in (None, known.role):
        return said
    begun = {name: at for name, at in known.learning.items() if name not in said.done}
    return Person(
        role=known.role,
        months_in_role=known.months_in_role,
        skills={**known.skills, **said.skills},
        done=said.done | (known.done - said.learning.keys()),
        learning={**begun, **said.learning},
    )


class _Moment(NamedTuple):
    """The month compared with, and where it comes from."""

    month: int
    source: str
    words: str


def _moment(kept: Plan, said: Person, month: int | None, today: Month, *, typed: bool) -> _Moment:
    """Decide on the month: as it is given, by the calendar, or by the months in the role."""
    if month is not None:
        if typed:
            raise Refused("--month and --today say two things; leave one of them out")
        return _Moment(month, "month", "by --month")
    if kept.begins is not None:
        return _by_calendar(kept.begins, today)
    if typed:
        raise Refused(
            "the plan has no dates to compare --today with; give --month, or make the plan with "
            "ladder path --start"
        )
    reached = _month_reached(kept, said)
    if reached is None:
        known = "or say how long you have been in your role"
        if said.months_in_role is not None:
            known = "as your months in the role do not tell"
        raise Refused(
            f"how many months into the plan is it? Give --month, {known}; a plan made with ladder "
            "path --start knows by itself"
        )
    return _Moment(reached, "role", "by your months in the role")


def _month_reached(kept: Plan, said: Person) -> int | None:
    """By the months in the role that somebody names, or that is ticked to be reached."""
    if said.role is not None or said.months_in_role is None:
        return month_reached(kept.path, said)
    if kept.place:
        return kept.path.stays[kept.place].start + said.months_in_role
    return month_reached(kept.path, replace(said, role=kept.path.source))


def _by_calendar(begins: Month, today: Month) -> _Moment:
    months = today.since(begins)
    if months < 0:
        remark(
            f"The plan begins {When(begins=begins).point(0)}; it is compared with its beginning."
        )
    return _Moment(max(months, 0), "today", "by the calendar")


def _replanned(question: Question) -> Replanned:
    try:
        return question.put_to(growth_path)
    except (NoGrowthPath, SearchLimit) as refusal:
        return refusal
