"""What to do next as tables: what to begin now, what would save months, and what may wait."""

from __future__ import annotations

from collections.abc import Iterator

from cli.text.words import count, is_wide
from graphs import NextSteps
from graphs.pace import pace_in_words
from graphs.plans.month import Month

from .columns import DOUBTS, Columns, moment, number, yes_or_no
from .report import Report, Table


def next_report(steps: NextSteps, *, begins: Month | None = None) -> Report:
    """Tell all of it, also what the text leaves out for its length; this month is the first."""
    path = steps.path
    of = Columns(path.ladder)
    planned = {item.activity for item in path.learning}
    begin = Table(
        "begin",
        "Begin one of these this month, and no month is lost later",
        (of.activity(), yes_or_no("In the plan", "planned")),
        tuple((name, name in planned) for name in steps.this_month.activities),
    )
    save = Table(
        "save",
        "What would save months, each by itself: a skill one level up, an activity done already",
        (
            of.skill(),
            of.level(),
            of.activity(),
            number("Saves, months", "saves_months"),
            yes_or_no("Proven", "proven", idle="yes"),
        ),
        tuple((one.skill, one.level, one.activity, one.months, one.proven) for one in steps.levers),
    )
    wait = Table(
        "wait",
        "How long each may wait by itself, every move staying in its month",
        (
            of.activity(),
            moment("From", "begins", begins),
            number("May wait, months", "may_wait_months"),
            moment("At the latest", "latest", begins),
        ),
        tuple(
            (one.activity, one.begins, one.months, one.begins + one.months) for one in steps.slack
        ),
    )
    roles = path.ladder.roles
    ends = f"{roles[path.source].name} to {roles[path.target].name}"
    title = f"Next steps from {ends}{pace_in_words(path.ladder)}"
    return Report(title, (begin, save, wait), tuple(_notes(steps)), path.ladder.pace)


def _notes(steps: NextSteps) -> Iterator[str]:
    path, now = steps.path, steps.this_month
    if not path.months:
        yield "You are there already." if path.source == path.target else "You can move there now."
        return
    between = f" ({path.range[0]}–{path.range[1]})" if path.range and is_wide(path.range) else ""
    yield f"The whole way takes {count(path.months, 'month')}{between}, as ladder path tells it."
    entered = [stay.move.to for stay in path.stays if stay.move and stay.end == 0]
    if entered:
        wait = {
            True: "; a month that is spent well before that loses none",
            False: "; a month more in your role would be lost",
            None: "; whether that may wait, the time limit left open",
        }[now.stay]
        names = ", then ".join(path.ladder.roles[role].name for role in entered)
        yield f"The plan moves now, to {names}{wait}."
    yield {
        True: "Nothing need be learnt this month: a month off loses none later.",
        False: "A month without any of what may be begun now is lost.",
        None: "Whether a month off loses one later, the time limit left open.",
    }[now.idle]
    if not now.complete:
        yield "Of other activities to begin this month the time limit left it open."
    if steps.unsettled:
        yield (
            f"The time limit came first: {count(steps.unsettled, 'change')} may save more than "
            "is known. A longer --time-limit may help."
        )
    if left := len(path.learning) - len(steps.slack):
        yield f"The time limit left open how long {count(left, 'more activity')} may wait."
    if not path.optimal:
        yield (
            "The time limit ended the search: the way is the best found so far, and no figure is "
            "proven."
        )
    yield f"All months are estimates. {DOUBTS}"
