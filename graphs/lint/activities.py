"""Activities that nobody can begin, that nobody needs, or that another one beats."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from graphs.search.encoding import Course, bits_of
from ladder import Activity, Ladder
from ladder.files.document import Fault
from ladder.wording import listed, short

from .flow import Flow, Reasons, flow_of, reasons_of
from .rivals import Offer, better_than, months_of
from .rule import Rule
from .wording import levels_named

MOST_TOLD = 10
"""Needless activities that are told one by one. More are seldom oversights: somebody made them
all alike, a course for each level of each skill, and one sentence tells of them."""

MOST_NAMED = 3


def _never_begun(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    why = reasons_of(flow)
    for activity, course in _in_order(flow):
        if not flow.begins(course):
            yield from _lacking(flow, activity, course, why)


def _lacking(flow: Flow, activity: Activity, course: Course, why: Reasons) -> Iterator[Fault]:
    """What an activity asks that nobody ever holds."""
    ladder, encoded = flow.ladder, flow.encoded
    steps = ("activities", activity.id, "requires")
    name = short(activity.name)
    never = encoded.levels(course.requires & ~flow.together)
    for skill, level in never.items():
        best = flow.best(skill, [flow.together])
        message = (
            f"nobody can ever begin {name}, which asks for {levels_named(ladder, {skill: level})}; "
            f"at best, one can hold {short(ladder.level_name(best))}: "
            f"{why(skill, level)}"
        )
        yield Fault((*steps, skill), message)
    if not never:
        message = (
            f"nobody can ever begin {name}, as no way brings all together that it asks for: "
            f"{levels_named(ladder, activity.requires)}"
        )
        yield Fault(steps, message, at_key=True)


def _unneeded(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    needed = _needed(flow)
    unneeded = [activity for activity, course in _in_order(flow) if course not in needed]
    if len(unneeded) > MOST_TOLD:
        names = ", ".join(short(activity.name) for activity in unneeded[:MOST_NAMED])
        message = (
            f"nobody needs {len(unneeded)} of the {len(ladder.activities)} activities, such as "
            f"{names}: no gate asks for what they would newly give, nor does an activity that "
            "leads to a gate"
        )
        yield Fault(("activities", unneeded[0].id), message, at_key=True)
        return
    for activity in unneeded:
        message = f"nobody needs {short(activity.name)}: {_why_unneeded(flow, activity)}"
        yield Fault(("activities", activity.id), message, at_key=True)


def _needed(flow: Flow) -> set[Course]:
    """Activities that give what a gate, or one of them, asks for."""
    by_bit: dict[int, list[Course]] = {}
    for course in flow.encoded.courses:
        for bit in bits_of(course.gives & ~course.requires):
            by_bit.setdefault(bit, []).append(course)
    waiting = asked = reduce(or_, flow.encoded.gates, 0)
    needed: set[Course] = set()
    while waiting:
        new = 0
        for bit in bits_of(waiting):
            for course in by_bit.get(bit, ()):
                if course not in needed:
                    needed.add(course)
                    new |= course.requires
        waiting = new & ~asked
        asked |= waiting
    return needed


def _why_unneeded(flow: Flow, activity: Activity) -> str:
    new = {
        skill: level
        for skill, level in activity.develops.items()
        if level > activity.requires.get(skill, 0)
    }
    if not activity.develops:
        return "it develops nothing"
    if not new:
        return "it gives no more than it asks for"
    given = levels_named(flow.ladder, new, "or")
    return f"no gate asks for {given}, nor does an activity that leads to a gate"


def _beaten(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    offers: dict[str, Offer] = {}
    rivals: dict[int, dict[str, Offer]] = {}
    for activity, course in _in_order(flow):
        offer = Offer((*months_of(activity), course.cost), course.requires, course.gives)
        offers[activity.id] = offer
        for bit in bits_of(course.gives):
            rivals.setdefault(bit, {})[activity.id] = offer
    for activity, course in _in_order(flow):
        new = course.gives & ~course.requires
        if not new:
            continue
        # Whatever beats it gives all of that, so each of the bits leads to it; take the rarest.
        few = min((rivals[bit] for bit in bits_of(new)), key=len)
        better = better_than(activity.id, few)
        if better is not None:
            yield Fault(
                ("activities", activity.id),
                _told(activity, ladder.activities[better], offers),
                at_key=True,
            )


def _same_gain(ladder: Ladder) -> Iterator[Fault]:
    offers = {
        activity.id: Offer((*months_of(activity), course.cost), course.requires, course.gives)
        for activity, course in _in_order(flow_of(ladder))
    }
    first: dict[tuple[str, int, int], Activity] = {}
    for activity in ladder.activities.values():
        offer = offers[activity.id]
        if not offer.gives & ~offer.requires:
            continue
        other = first.setdefault((activity.kind, offer.requires, offer.gives), activity)
        # Where one beats the other, that rule says more.
        pair: dict[object, Offer] = {each: offers[each] for each in (other.id, activity.id)}
        if other is not activity and not any(better_than(each, pair) for each in pair):
            message = (
                f"{short(activity.name)} gives the same as {short(other.name)}, "
                f"{levels_named(ladder, activity.develops)}, and asks for the same"
            )
            yield Fault(("activities", activity.id), message, at_key=True)


def _told(activity: Activity, better: Activity, offers: dict[str, Offer]) -> str:
    one, other = offers[activity.id], offers[better.id]
    names = f"{short(better.name)} beats {short(activity.name)}"
    if one.serves_for(other):
        return f"{names} only by coming first: they take, cost, ask and give the same"
    advantages = [
        words
        for holds, words in (
            (other.figures[:3] != one.figures[:3], "takes less time"),
            (other.figures[3] < one.figures[3], "costs less"),
            (other.requires != one.requires, "asks for less"),
            (one.gives & ~one.requires != other.gives & ~one.requires, "gives more"),
        )
        if holds
    ]
    return f"{names} in everything: it {listed(advantages, 'and')}, and is no worse otherwise"


def _in_order(flow: Flow) -> Iterator[tuple[Activity, Course]]:
    """Activities as they stand in the file."""
    courses = {flow.encoded.activities[each.number]: each for each in flow.encoded.courses}
    for activity in flow.ladder.activities.values():
        yield activity, courses[activity.id]


RULES: tuple[Rule, ...] = (
    Rule(
        code="L301",
        name="closed-activity",
        severity="warning",
        why="The activity stands in the ladder as a way to grow, but is one for nobody.",
        mend="Lower what it requires, or let a role or another activity develop that level.",
        more="""\
Everybody is given all the time there is, wherever in the ladder they are. Two activities that \
each ask for what only the other gives are closed too.

Here the course asks for the very level that only it gives:

    activities:
      evening-school: {months: 6, requires: {baking: 2}, develops: {baking: 2}}

Mended by asking for the level below, if a role develops that:

      evening-school: {months: 6, requires: {baking: 1}, develops: {baking: 2}}

Ignore it where newcomers are to bring that level along.""",
        find=_never_begun,
    ),
    Rule(
        code="L302",
        name="needless-activity",
        severity="warning",
        why="No plan will ever contain it, as it opens no gate.",
        mend="Let a gate ask for what it develops, let it develop more, or remove it.",
        more="""\
An activity is needed if a gate asks for a level that it newly gives, or if a needed activity \
does. What it requires already, it does not newly give. More than ten such activities are \
reported as one, at the first: as a rule they were made all alike, one for each level of each \
skill, as "ladder import" does, and those of the highest levels are beyond every gate.

Here no gate asks for more than level 1:

    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 1}}
    activities:
      evening-school: {months: 6, develops: {baking: 1}}
      master-class: {months: 12, requires: {baking: 1}, develops: {baking: 2}}

Mended by a gate that asks for the level, or by leaving the class out.

Ignore it for activities that are worth it for their own sake.""",
        find=_unneeded,
    ),
    Rule(
        code="L303",
        name="beaten-activity",
        severity="warning",
        why="The other one serves for it in every plan, so no plan needs it.",
        mend="Remove it, or let it give more, take less time, cost less or ask for less.",
        more="""\
One activity beats another if it gives no less, asks for no more, takes no longer and costs no \
more. Where months have a range, that must hold at the fast end and at the slow end too. Of two \
that are alike in all of this, the later is reported.

Here the school is beaten by the course:

    activities:
      evening-school: {months: 6, cost: 500, develops: {baking: 1}}
      baking-course: {months: 3, cost: 500, develops: {baking: 1}}

Mended by what the school is better at:

      evening-school: {months: 6, cost: 500, develops: {baking: 2}}

Ignore it where people are to have a choice, as between two providers.""",
        find=_beaten,
    ),
    Rule(
        code="L304",
        name="same-gain",
        severity="warning",
        by_default=False,
        why="Two of a kind that give the same and ask for the same may be one, written twice.",
        mend="Make one of the two, or let each give what the other does not.",
        more="""\
One of these is quicker and the other costs less, so that neither beats the other; where one does, \
L303 says so instead. Of more than two, each is compared with the first.

Here the two may be one course:

    activities:
      baking-course: {months: 3, cost: 500, develops: {baking: 1}}
      course-in-baking: {months: 2, cost: 600, develops: {baking: 1}}

Mended:

      baking-course: {months: 3, cost: 500, develops: {baking: 1}}

Ignore it where people are to have a choice, as most such pairs are meant; so it is looked for \
only when it is selected.""",
        find=_same_gain,
    ),
)
