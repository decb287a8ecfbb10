"""Every role at once as a table: how soon it is reached or led from, or what skills alone open."""

from __future__ import annotations

from collections.abc import Iterator

from cli.text.survey import (
    COUNTS_ON,
    EXPECT_MORE,
    expect_more,
    headline,
    lacking,
    rows_of,
    unproven,
    why_open,
    worth,
)
from cli.text.words import count, is_wide
from graphs import Into, Openings, Reach
from graphs.pace import pace_in_words
from ladder import Transition

from .columns import Columns, Months, months, number, one_of, text
from .report import Report, Row, Table


def survey_report(survey: Reach | Into) -> Report:
    """Tell of every role but the one that was asked about, those not reached at the end."""
    rows = tuple(_survey_rows(survey))
    reached = rows_of(survey)
    of = Columns(survey.ladder)
    not_there = "out of reach" if isinstance(survey, Reach) else "no way"
    if survey.within is not None or survey.max_cost is not None:
        not_there = "not within that, or not at all"
    columns = (
        of.role(),
        of.track(),
        one_of("Status", "status", {"found": "", "undecided": "not proven", "none": not_there}),
        months("Months"),
        number("At least", "at_least", for_programs=True),
        number("Moves", "moves"),
        of.cost(),
    )
    notes = [unproven(survey.undecided)] if survey.undecided else []
    if told := worth(survey, any(is_wide(row.way.range) for row in reached)):
        notes.append(told)
    title = headline(survey, len(reached)).rstrip(".")
    table = Table("roles", "", columns, rows)
    return Report(title, (table,), tuple(notes), survey.ladder.pace)


def _survey_rows(survey: Reach | Into) -> Iterator[Row]:
    roles = survey.ladder.roles
    for way, bound in rows_of(survey):
        status = "found" if bound is None else "undecided"
        takes = Months(way.months, way.range, bound)
        least = way.months if bound is None else bound
        yield way.role, roles[way.role].track, status, takes, least, way.moves, way.cost
    for one in survey.undecided:
        if one.best is None:
            takes = Months(None, None, one.bound)
            yield one.role, roles[one.role].track, "undecided", takes, one.bound, None, None
    for role in survey.unreached:
        if role != survey.about:
            yield role, roles[role].track, "none", None, None, None, None


def openings_report(found: Openings) -> Report:
    """Tell of every role whether skills alone open it, and by which gate."""
    of = Columns(found.ladder)
    status = {"open": "open now", "near": "after learning", "closed": "not by learning alone"}
    columns = (
        of.role(),
        of.track(),
        one_of("Status", "status", status | {"undecided": "not proven"}),
        months("Months"),
        of.cost(),
        of.sources(),
        number("Transition", "transition", for_programs=True),
        of.levels("Lacks", "lacks"),
        of.levels("Only a role gives", "only_a_role_gives"),
        of.levels("Nothing gives", "nothing_gives"),
        text("Why", "why"),
    )
    notes = []
    if found.undecided:
        notes.append(
            f"The time limit came before the proof for {count(len(found.undecided), 'role')}. "
            "A longer --time-limit may help."
        )
    if expecting := expect_more(found):
        notes.append(f"{EXPECT_MORE}: {', '.join(expecting)}. {COUNTS_ON}")
    notes.append(
        "A gate is looked at alone: the months that it asks to be served in the role before are "
        "left aside. Months are estimates."
    )
    rows = tuple((role, found.ladder.roles[role].track, *rest) for role, *rest in _doors(found))
    table = Table("roles", "", columns, rows)
    title = f"Which roles are open to skills alone{pace_in_words(found.ladder)}"
    return Report(title, (table,), tuple(notes), found.ladder.pace)


def _doors(found: Openings) -> Iterator[Row]:
    """A row for each role, without its track."""
    moves: tuple[Transition, ...] = found.ladder.transitions
    nothing = (None,) * 8
    for opened in found.open:
        yield opened.role, "open", Months(0), 0, *nothing[:5], why_open(found.ladder, opened)
    for near in found.near:
        gate = moves[near.transition], near.transition, near.lacks
        yield near.role, "near", Months(near.months), near.cost, *gate, *nothing[:3]
    for closed in found.closed:
        gate = moves[closed.transition], closed.transition, closed.lacks
        taught, never, _ = lacking(closed)
        parts = (levels or None for levels in (taught, never))
        yield closed.role, "closed", None, None, *gate, *parts, None
    for one in found.undecided:
        yield one.role, "undecided", Months(None, None, one.bound), *nothing[:7]
