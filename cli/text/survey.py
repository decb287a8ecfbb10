"""Every role at once, laid out: how soon it is reached or led from, or what skills alone open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cli.output import Look
from graphs import Into, Openings, Reach, Undecided
from graphs.pace import pace_in_words
from graphs.queries.openings import Closed, Near, Open
from ladder import Ladder

from .layout import hang, paint, tie, wrap
from .tables import Row, survey_table
from .words import IN_BRACKETS, count, duration, levels, money, side_by_side, some, sources

MOST = 10
"""Roles listed of those that are not open."""


def describe_survey(survey: Reach | Into, look: Look) -> str:
    """Lay a survey out as a table, with a word on what is not in it."""
    rows = rows_of(survey)
    ranged = False
    lines = wrap(paint(headline(survey, len(rows)), bold=True), look.width)
    if rows:
        table, ranged = survey_table(survey.ladder, rows, look)
        lines += ["", *table]
    for remark in _remarks(survey, ranged, look):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def rows_of(survey: Reach | Into) -> list[Row]:
    """Roles for which a way is known, the soonest first, without the one that was asked about."""
    rows = [Row(way) for way in survey.ways if way.role != survey.about]
    for one in survey.undecided:
        if one.best:
            rows.append(Row(one.best, one.bound if one.bound < one.best.months else None))
    return sorted(rows, key=lambda row: row.way.key)


def headline(survey: Reach | Into, found: int) -> str:
    """How many roles are reached, or lead there, and within which limits."""
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


def _remarks(survey: Reach | Into, ranged: bool, look: Look) -> Iterator[str]:
    """What is not in the table, and what the figures are worth."""
    names = {role.id: role.name for role in survey.ladder.roles.values()}
    if survey.unreached:
        listed = some((names[role] for role in survey.unreached), look.glyphs)
        yield f"{_outside(survey)}: {listed}."
    if survey.undecided:
        yield paint(unproven(survey.undecided), fg="yellow")
        lost = [one for one in survey.undecided if one.best is None]
        if lost:
            listed = some((f"{names[one.role]} (from {one.bound})" for one in lost), look.glyphs)
            yield f"No way found so far, and from how many months on one is possible: {listed}."
    if told := worth(survey, ranged):
        yield told


def worth(survey: Reach | Into, ranged: bool) -> str:
    """What the figures are worth, and for whom they hold."""
    parts = []
    if isinstance(survey, Into):
        parts.append("In each role stands somebody who has been in it for long.")
    if any(way.role != survey.about for way in survey.ways):
        whole = not any(one.best for one in survey.undecided)
        proven = "Proven" if whole else "Where one figure stands, it is proven"
        parts.append(f"{proven} under the rules of growth: no way there is shorter.")
        parts.append(f"Months are estimates{IN_BRACKETS if ranged else ''}.")
    return " ".join(parts)


def _outside(survey: Reach | Into) -> str:
    """How the roles are introduced that no plan reaches, or leads from."""
    if survey.within is not None or survey.max_cost is not None:
        return f"Not within that, or not at all ({len(survey.unreached)})"
    if isinstance(survey, Reach):
        return f"Out of reach, however long one takes ({len(survey.unreached)})"
    return f"No way leads there, however long one takes, from ({len(survey.unreached)})"


def unproven(undecided: Sequence[Undecided]) -> str:
    """Say that the time limit came before the proof."""
    text = f"The time limit came before the proof for {count(len(undecided), 'role')}"
    if any(one.best for one in undecided):
        text += "; two months stand where the least lies between what is proven and what was found"
    return f"{text}. A longer --time-limit may help."


def describe_openings(found: Openings, look: Look) -> str:
    """Lay out which roles are open, which are nearest, and which need more than learning."""
    ladder = found.ladder
    held = levels(ladder, found.skills, look.glyphs) if found.skills else "nothing"
    lines = hang(paint("You hold", bold=True) + " ", held, look.width)
    parts = [
        (f"Open to you now ({len(found.open)})", list(_open(ladder, found.open, look))),
        (
            f"Open after learning{pace_in_words(ladder)} ({len(found.near)})",
            list(_near(ladder, found.near, look)),
        ),
        (
            f"Not by learning alone ({len(found.closed)})",
            list(_closed(ladder, found.closed, look)),
        ),
    ]
    for title, body in parts:
        if body:
            lines += ["", paint(title, bold=True), *(f"  {line}" for line in body)]
    for remark in _remarks_on_openings(found, look):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


GATES_HELD, GATES_FREE, NO_GATES = (
    "Gates that you hold",
    "Gates that ask for no skill",
    "No transition leads there; careers begin there",
)


def why_open(ladder: Ladder, one: Open) -> str:
    """Why a role is open."""
    asked = [any(ladder.transitions[place].requires.values()) for place in one.transitions]
    return NO_GATES if not asked else GATES_HELD if all(asked) else GATES_FREE


def _open(ladder: Ladder, roles: Sequence[Open], look: Look) -> Iterator[str]:
    """Open roles, those with a gate that is held before those that have none."""
    for title in (GATES_HELD, GATES_FREE, NO_GATES):
        names = [
            tie(ladder.roles[one.role].name) for one in roles if why_open(ladder, one) == title
        ]
        if names:
            yield from wrap(f"{title}: {side_by_side(names, look.glyphs)}", look.width - 2)


def _near(ladder: Ladder, roles: Sequence[Near], look: Look) -> Iterator[str]:
    for one in roles[:MOST]:
        takes = f"after {duration(one.months)}"
        if one.cost:
            takes += f" and {money(one.cost, ladder.currency)}"
        yield from _gate(ladder, one, takes, look)
        yield from hang("  lacks ", levels(ladder, one.lacks, look.glyphs), look.width - 2)
    yield from _more(len(roles))


def _closed(ladder: Ladder, roles: Sequence[Closed], look: Look) -> Iterator[str]:
    for one in roles[:MOST]:
        yield from _gate(ladder, one, "", look)
        taught, never, learnt = lacking(one)
        for title, skills in (
            ("  only a role gives ", taught),
            ("  nothing gives ", never),
            ("  learning gives ", learnt),
        ):
            if skills:
                yield from hang(title, levels(ladder, skills, look.glyphs), look.width - 2)
    yield from _more(len(roles))


def lacking(one: Closed) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Part what a gate lacks: what only roles give, what nothing gives, and what learning does."""
    taught: dict[str, int] = {}
    never: dict[str, int] = {}
    learnt: dict[str, int] = {}
    for skill, level in one.lacks.items():
        part = learnt if skill not in one.beyond else taught if one.beyond[skill] else never
        part[skill] = level
    return taught, never, learnt


def _gate(ladder: Ladder, one: Near | Closed, takes: str, look: Look) -> Iterator[str]:
    """The role, what it takes, and where its gate stands."""
    move = ladder.transitions[one.transition]
    gate = "open to all" if move.from_any else f"from {sources(ladder, move)}"
    text = paint(ladder.roles[one.role].name, bold=True) + (f" {takes}" if takes else "")
    return iter(wrap(f"{text}, by the gate {gate}", look.width - 2))


def _more(number: int) -> Iterator[str]:
    if number > MOST:
        yield f"and {number - MOST} more, which --format json names"


EXPECT_MORE = "These expect more than their gate asks, and more than you hold"
COUNTS_ON = "Such a gate counts on what those bring along who come from the role before it."


def expect_more(found: Openings) -> list[str]:
    """Roles within learning that expect what is not held and what no gate shown of them asks for.

    Most often their gates are for those who come from a like role, and hold it.
    """
    gates = {one.role: one.transitions for one in found.open}
    gates |= {one.role: (one.transition,) for one in found.near}
    roles, moves = found.ladder.roles, found.ladder.transitions
    return [
        roles[role].name
        for role, places in gates.items()
        if places
        and all(
            any(
                level > max(found.skills.get(skill, 0), moves[place].requires.get(skill, 0))
                for skill, level in roles[role].expects.items()
            )
            for place in places
        )
    ]


def _remarks_on_openings(found: Openings, look: Look) -> Iterator[str]:
    if found.undecided:
        text = f"The time limit came before the proof for {count(len(found.undecided), 'role')}"
        names = some((found.ladder.roles[one.role].name for one in found.undecided), look.glyphs)
        yield paint(f"{text}. A longer --time-limit may help:", fg="yellow") + f" {names}."
    if expecting := expect_more(found):
        yield f"{EXPECT_MORE}: {some(expecting, look.glyphs)}. {COUNTS_ON}"
    yield (
        "A gate is looked at alone: the months that it asks to be served in the role before are "
        "left aside. ladder reach FROM counts them. Months are estimates."
    )
