"""What to do next, laid out: what to begin now, what would help most, and what may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.output import Look
from graphs import Lever, NextSteps, Slack
from ladder import Ladder

from .layout import paint, rows, tie, wrap
from .path import headline, in_brackets
from .way.brief import PRACTICE
from .words import DOUBT, When, count, doubt, money, side_by_side

if TYPE_CHECKING:
    from graphs.plans.month import Month

MOST = 8
MOST_SLACK = 16


def describe_next(steps: NextSteps, look: Look, *, begins: Month | None = None) -> str:
    """Lay out what somebody can do next, this month being the first."""
    path, when = steps.path, When(look.glyphs, begins)
    head = headline(path, look, begins)
    if not path.months:
        if path.source == path.target:
            return f"You are there already: {path.ladder.roles[path.target].name}."
        return "\n".join(
            [*headline(path, look, begins), "", *wrap("You can move there now.", look.width)]
        )
    when = When(look.glyphs, begins)
    head = headline(path, look, begins)
    lines = [*head, "", *_this_month(steps, look, when), *_levers(steps, look)]
    if steps.slack:
        lines += ["", *_slack(steps, look, when)]
    if not path.optimal:
        text = (
            "The time limit ended the search: the way is the best found so far, and no figure is "
            "proven. A longer --time-limit may help."
        )
        lines += ["", *wrap(paint(text, fg="yellow"), look.width)]
    text = (
        f"All months are estimates{in_brackets(path)}. "
        f"What is marked {DOUBT} rests on low confidence."
    )
    return "\n".join([*lines, "", *wrap(text, look.width)])


def _this_month(steps: NextSteps, look: Look, when: When) -> list[str]:
    """What the month may be spent on."""
    ladder, now = steps.path.ladder, steps.this_month
    planned = {item.activity: item for item in steps.path.learning}
    first = [name for name in now.activities if name in planned]
    others = [name for name in now.activities if name not in planned]
    title = f"I{when.point(0)[1:]}" if when.begins else "This month"
    lines = [paint(title, bold=True), *_moves(steps, look)]
    if now.idle is None and not now.activities:
        return [*lines, *_indented("The time limit came before anything was proven.", look)]
    if now.idle:
        off = "a month off there" if _entered(steps) else "a month off"
        text = f"Nothing need be learnt: {off} loses none later."
        begun = [name for name in first if planned[name].periods[0][0] == 0]
        if begun:
            text += f" The plan begins with {_named(ladder, begun, look)}."
        return [*lines, *_indented(text, look)]
    one = "one of these, and no month is lost later" if len(now.activities) > 1 else "this"
    lines += _indented(f"Begin {one}:", look)
    if first:
        lines += _indented(_named(ladder, first, look), look, 4)
    if others:
        text = f"{'or, on ' if first else 'on '}other ways as short: {_named(ladder, others, look)}"
        lines += _indented(text, look, 4)
    if now.idle is None:
        text = "Of others, and of a month off, the time limit left it open."
        return [*lines, *_indented(text, look)]
    if not now.complete:
        lines += _indented("Of others the time limit left it open.", look)
    return [*lines, *_indented("A month without any of them is lost.", look)]


def _moves(steps: NextSteps, look: Look) -> list[str]:
    """What the plan moves to at once, and whether that may wait."""
    entered = _entered(steps)
    if not entered:
        return []
    roles = steps.path.ladder.roles
    arrow = f" {look.glyphs.arrow}{tie(' ')}"
    names = arrow.join(paint(roles[role].name, bold=True) for role in entered)
    if steps.this_month.stay is False:
        return _indented(f"Move to {names} now: a month more in your role would be lost.", look)
    wait = "; a month that is spent well before that loses none" if steps.this_month.stay else ""
    return _indented(f"The plan moves to {names} now{wait}.", look)


def _entered(steps: NextSteps) -> list[str]:
    """Roles that the plan moves to at once."""
    return [stay.move.to for stay in steps.path.stays if stay.move and stay.end == 0]


def _levers(steps: NextSteps, look: Look) -> list[str]:
    """What would save months."""
    ladder = steps.path.ladder
    kinds = [
        ("A skill one level up, by itself, would save", False),
        ("An activity done already, by itself, would save", True),
    ]
    lines: list[str] = []
    for title, activity in kinds:
        levers = [
            lever
            for lever in steps.levers
            if (lever.activity is not None) == activity and not _repeated(lever, steps)
        ]
        if levers:
            lines += ["", *wrap(paint(title, bold=True), look.width)]
            pairs = [(f"  {_months(lever)}", _lever(ladder, lever)) for lever in levers[:MOST]]
            lines += rows(pairs, look.width)
        if (more := len(levers) - MOST) > 0:
            lines += _indented(f"and {more} more; --format json names them", look)
    if not lines:
        text = "No skill one level up, and no activity done already, is known to save a month."
        lines += ["", *wrap(text, look.width)]
    if steps.unsettled:
        text = (
            f"The time limit came first: {count(steps.unsettled, 'change')} may save more than "
            "is known. A longer --time-limit may help."
        )
        lines += ["", *wrap(paint(text, fg="yellow"), look.width)]
    return lines


def _repeated(lever: Lever, steps: NextSteps) -> bool:
    """Whether it is a practice done, and the skill that it raises is told to save as much."""
    activity = steps.path.ladder.activities.get(lever.activity or "")
    if activity is None or activity.kind != PRACTICE:
        return False
    raised = {(one.skill, one.level, one.months) for one in steps.levers}
    return {(*gives, lever.months) for gives in activity.develops.items()} <= raised


def _months(lever: Lever) -> str:
    return count(lever.months, "month") if lever.proven else f"{lever.months} or more"


def _lever(ladder: Ladder, lever: Lever) -> str:
    if lever.activity is None:
        name = paint(ladder.skills[lever.skill or ""].name, bold=True)
        return f"{name} to {ladder.level_name(lever.level or 0)}" if ladder.graded else name
    activity = ladder.activities[lever.activity]
    facts = [activity.kind, tie(count(activity.months, "month"))]
    if activity.cost:
        facts.append(tie(money(activity.cost, ladder.currency)))
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    return f"{name} ({', '.join(facts)})"


def _slack(steps: NextSteps, look: Look, when: When) -> list[str]:
    """What may wait."""
    ladder = steps.path.ladder
    title = "How long each may wait by itself, every move staying in its month"
    lines = wrap(paint(title, bold=True), look.width)
    lines += rows([_wait(ladder, item, when) for item in steps.slack[:MOST_SLACK]], look.width)
    if (more := len(steps.slack) - MOST_SLACK) > 0:
        lines += _indented(f"and {more} more, later; --format json names them", look)
    if left := len(steps.path.learning) - len(steps.slack):
        lines += _indented(f"Of {left} more the time limit left it open.", look)
    return lines


def _wait(ladder: Ladder, item: Slack, when: When) -> tuple[str, str]:
    """How long something may wait, and what it is and when it begins."""
    months = count(item.months, "month") if item.months else "not at all"
    activity = ladder.activities[item.activity]
    first, last = (
        tie(when.label([(month, month + 1)])) for month in (item.begins, item.begins + item.months)
    )
    latest = f", {last} at the latest"
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    begins = f"{name}, from {first}"
    return f"  {months}", f"{begins}{latest if item.months else ''}"


def _named(ladder: Ladder, activities: list[str], look: Look) -> str:
    """Activities by name; of many, the first and how many more there are."""
    names = []
    for name in activities[:MOST]:
        activity = ladder.activities[name]
        names.append(tie(activity.name) + doubt(activity.confidence))
    more = len(activities) - MOST
    return side_by_side(names, look.glyphs) + (f" and {more} more" if more > 0 else "")


def _indented(text: str, look: Look, columns: int = 2) -> list[str]:
    return [" " * columns + line for line in wrap(text, look.width - columns)]
