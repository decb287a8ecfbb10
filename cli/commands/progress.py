"""``ladder progress``: where somebody is, against where a plan said."""

from __future__ import annotations

from typing import NamedTuple

import click

from cli.answers import Question
from cli.errors import Refused
from cli.export.plan_json import dated
from cli.ladders import open_typical, paced
from cli.options.common import format_option, given, ladder_option
from cli.options.path import Asker, person_options
from cli.options.types import CALENDAR_MONTH, MONTHS
from cli.output import look, remark, say, say_json
from cli.text.progress import Replanned, describe_progress
from cli.text.words import When
from graphs import NoGrowthPath, SearchLimit, growth_path
from graphs.plans.month import Month
from graphs.plans.plan_file import Plan, load_plan
from graphs.queries.progress import month_reached, progress
from ladder import Person


def _this_month() -> str:
    from datetime import date

    return date.today().isoformat()[:7]


@click.command("progress")
@click.argument("plan", metavar="PLAN.json", type=click.Path())
@click.option("--month", type=MONTHS, metavar="N", help="Compare with the plan after N months.")
@click.option(
    "--today",
    type=CALENDAR_MONTH,
    default=_this_month,
    metavar="YYYY-MM",
    help="Compare as of this month, where the plan has a --start; left out, the present one.",
)
@person_options
@format_option
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    plan: str,
    month: int | None,
    today: Month,
    asker: Asker,
    form: str,
) -> None:
    """Compare where you are with where a plan said.

    PLAN.json is what ladder path wrote with --format json. Says what is done, what is due and not
    done, and by how much you are late or early; what is next; and how long it takes from here,
    with the options of ladder path, at the plan's pace unless you give another. The month to
    compare with is the one you give, or today's, or the one that your months in your role come to.

    \b
    Example:
      ladder progress plan.json --person me.yaml
    """
    typical = open_typical()
    kept = load_plan(plan, typical)
    ladder = paced(typical) if given(ctx, ["--pace"]) else kept.path.ladder
    asker, _ = asker.settled(ladder)
    person = asker.person(ladder)
    if person.role is None:
        raise Refused("where do you stand? Give --person and a file that names your role")
    asker.check(ladder, source=person.role, target=kept.path.target)
    typed = bool(given(ctx, ["--today"]))
    at = _moment(kept, person, month, today, typed=typed)
    compared = progress(kept.path, person, month=at.month)
    ends = compared.role, kept.path.target
    replanned = _replanned(Question(ladder, *ends, person, asker))
    if form == "json":
        now = kept.begins.after(at.month) if kept.begins else None
        answer = compared.to_dict() | {"month_from": at.source}
        say_json(answer | {"replanned": dated(replanned.to_dict(), now)})
    else:
        text = describe_progress(compared, replanned, look(), since=at.words, begins=kept.begins)
        say(text)


class _Moment(NamedTuple):
    """The month compared with, and where it comes from."""

    month: int
    source: str
    words: str


def _moment(kept: Plan, person: Person, month: int | None, today: Month, *, typed: bool) -> _Moment:
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
    reached = month_reached(kept.path, person)
    if reached is None:
        known = "or say how long you have been in your role"
        if person.months_in_role is not None:
            known = "as your months in the role do not tell"
        raise Refused(
            f"how many months into the plan is it? Give --month, {known}; a plan made with ladder "
            "path --start knows by itself"
        )
    return _Moment(reached, "role", "by your months in the role")


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
