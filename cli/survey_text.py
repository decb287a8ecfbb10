"""Every role at once, laid out: how soon it is reached, or how soon one gets there from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphs import Into, Reach, Undecided
from graphs.pace import pace_in_words

from .layout import paint, wrap
from .look import Look
from .survey_table import Figures, Row, figures_of, table
from .words import IN_BRACKETS, count, duration, money, some


def describe_survey(survey: Reach | Into, look: Look) -> str:
    """Lay a survey out as a table, with a word on what is not in it.

    Parameters
    ----------
    survey : Reach or Into
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    rows = rows_of(survey)
    figures = figures_of(survey.ladder, rows, look)
    lines = wrap(paint(_headline(survey, len(rows)), bold=True), look.width)
    if rows:
        lines += ["", *table(survey.ladder, rows, figures, look)]
    for remark in _remarks(survey, figures, look):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def rows_of(survey: Reach | Into) -> list[Row]:
    """Roles for which a way is known, the soonest first, without the one that was asked about.

    Parameters
    ----------
    survey : Reach or Into

    Returns
    -------
    list of Row
    """
    rows = [Row(way) for way in survey.ways if way.role != survey.about]
    for one in survey.undecided:
        if one.best:
            rows.append(Row(one.best, one.bound if one.bound < one.best.months else None))
    return sorted(rows, key=lambda row: row.way.key)


def _headline(survey: Reach | Into, found: int) -> str:
    name = survey.ladder.roles[survey.about].name
    others = count(len(survey.ladder.roles) - 1, "other role")
    allowed = _allowed(survey)
    number = str(found or "none")
    if any(one.best is None for one in survey.undecided):
        if not found:
            ends = f"from {name} to any" if isinstance(survey, Reach) else f"into {name} from any"
            return f"No way {ends} of {others}{allowed} has been found so far."
        number = f"at least {found}"
    if isinstance(survey, Reach):
        return f"From {name}, {number} of {others} can be reached{allowed}."
    return f"From {number} of {others} one gets into {name}{allowed}."


def _allowed(survey: Reach | Into) -> str:
    """The pace and the limits, as the end of a sentence."""
    months = pace_in_words(survey.ladder)
    if survey.within is not None:
        months += f" within {duration(survey.within)}"
    if survey.max_cost is None:
        return months
    return f"{months} for {money(survey.max_cost, survey.ladder.currency)}" + (
        " at most" if survey.max_cost else ""
    )


def _remarks(survey: Reach | Into, figures: Figures, look: Look) -> Iterator[str]:
    """What is not in the table, and what the figures are worth."""
    names = {role.id: role.name for role in survey.ladder.roles.values()}
    if survey.unreached:
        listed = some((names[role] for role in survey.unreached), look.glyphs)
        yield f"{_outside(survey)}: {listed}."
    if survey.undecided:
        yield paint(_unproven(survey.undecided), fg="yellow")
        lost = [one for one in survey.undecided if one.best is None]
        if lost:
            listed = some((f"{names[one.role]} (from {one.bound})" for one in lost), look.glyphs)
            yield f"No way found so far, and from how many months on one is possible: {listed}."
    parts = []
    if isinstance(survey, Into):
        parts.append("In each role stands somebody who has been in it for long.")
    if any(way.role != survey.about for way in survey.ways):
        whole = not any(one.best for one in survey.undecided)
        proven = "Proven" if whole else "Where one figure stands, it is proven"
        parts.append(f"{proven} under the rules of growth: no way there is shorter.")
        parts.append(f"Months are estimates{IN_BRACKETS if figures.ranged else ''}.")
    if parts:
        yield " ".join(parts)


def _outside(survey: Reach | Into) -> str:
    """How the roles are introduced that no plan reaches, or leads from."""
    if survey.within is not None or survey.max_cost is not None:
        return f"Not within that, or not at all ({len(survey.unreached)})"
    if isinstance(survey, Reach):
        return f"Out of reach, however long one takes ({len(survey.unreached)})"
    return f"No way leads there, however long one takes, from ({len(survey.unreached)})"


def _unproven(undecided: Sequence[Undecided]) -> str:
    text = f"The time limit came before the proof for {count(len(undecided), 'role')}"
    if any(one.best for one in undecided):
        text += "; two months stand where the least lies between what is proven and what was found"
    return f"{text}. A longer --time-limit may help."
