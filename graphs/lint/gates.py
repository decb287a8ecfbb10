"""Gates that nothing opens, and gates that a single thing opens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import and_

from graphs.search.encoding import Edge
from ladder import Ladder
from ladder.files.document import Fault
from ladder.wording import short

from .flow import Flow, Giver, Givers, Reasons, flow_of, reasons_of
from .rule import Rule
from .wording import levels_named


def _closed(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    why = reasons_of(flow)
    for edge in flow.moves:
        if edge.place not in flow.open:
            yield from _lacking(flow, edge, why)


def _lacking(flow: Flow, edge: Edge, why: Reasons) -> Iterator[Fault]:
    """What a gate asks that nobody holds before it."""
    ladder, encoded = flow.ladder, flow.encoded
    stays = flow.stays[encoded.roles[edge.source]]
    steps = ("transitions", edge.place, "requires")
    never = encoded.levels(reduce(and_, (edge.gate & ~held for held in stays)))
    for skill, level in never.items():
        best = flow.best(skill, stays)
        message = (
            f"nobody comes to this gate with {levels_named(ladder, {skill: level})}, at best with "
            f"{short(ladder.level_name(best))}: "
            f"{why(skill, level)}{_so(flow, edge)}"
        )
        yield Fault((*steps, skill), message)
    if not never:
        nearest = min((edge.gate & ~held for held in stays), key=int.bit_count)
        message = (
            "each level that this gate asks for can be had before it, but not all on one way: "
            f"who has the others lacks {levels_named(ladder, encoded.levels(nearest))}"
            f"{_so(flow, edge)}"
        )
        yield Fault(steps, message, at_key=True)


def _so(flow: Flow, edge: Edge) -> str:
    """What follows for the role behind a closed gate, as the end of a sentence."""
    role, before = (flow.encoded.roles[number] for number in (edge.target, edge.source))
    if role not in flow.unreached or before in flow.unreached:
        return ""
    leads_on = any(
        flow.encoded.roles[following.target] in flow.unreached
        for following in flow.encoded.edges[edge.target]
    )
    others = ", nor what is behind it" if leads_on else ""
    return f"; so nobody reaches {short(flow.ladder.roles[role].name)}{others}"


def _single(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    encoded = flow.encoded
    givers = Givers(flow)
    levels: dict[Giver, dict[str, int]] = {}
    gates: dict[Giver, dict[int, str]] = {}
    for edge in flow.moves:
        if edge.place not in flow.open or encoded.roles[edge.source] in flow.unreached:
            continue
        for skill, level in ladder.transitions[edge.place].requires.items():
            giver = givers.only(edge, skill, level)
            if giver is not None:
                known = levels.setdefault(giver, {})
                known[skill] = max(level, known.get(skill, 0))
                gates.setdefault(giver, {}).setdefault(edge.place, skill)
    for giver, given in levels.items():
        first, skill = next(iter(gates[giver].items()))
        others = len(gates[giver]) - 1
        stay = f"this gate and {others} more stay" if others else "this gate stays"
        message = (
            f"only {short(givers.name(giver))} gives {levels_named(ladder, given)}: "
            f"without it, {stay} shut"
        )
        yield Fault(("transitions", first, "requires", skill), message)


RULES: tuple[Rule, ...] = (
    Rule(
        code="L201",
        name="closed-gate",
        severity="error",
        why="The move is in the ladder, but nobody can ever make it.",
        mend=(
            "Lower the level that the gate asks for, or let a role before it or an activity "
            "develop the skill to that level."
        ),
        more="""\
Everybody is given all the time there is: who is in a role holds what it develops, what the roles \
on the way there did, and all that can be learnt with it. Careers begin where L101 says; in roles \
that nobody reaches, somebody is taken to be there already, so that a closed gate is told once, \
not at all that follow. Each skill that the gate lacks is reported at its level; where every \
level can be had, but never all on one way, the gate as a whole is.

Here nothing develops baking beyond level 1, and the gate asks for level 2:

    roles:
      cook: {develops_after: 12, develops: {baking: 1}}
      baker: {final: true}
    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 2}}

Mended by an activity, or by a gate that asks for less:

    activities:
      evening-school: {months: 6, requires: {baking: 1}, develops: {baking: 2}}

Ignore it where the skill is hired in, and the move is not one that people are to make.""",
        find=_closed,
    ),
    Rule(
        code="L202",
        name="single-way-to-open",
        severity="warning",
        why="If that one falls away, such as a course that is no longer offered, the way is shut.",
        mend="Let another activity, or a role before the gate, develop that level too.",
        more="""\
Counted is what can give the level before a gate that people come to: roles from which one comes \
there, and activities that somebody can begin and that do not ask for that level already. Each \
activity or role is reported once, at the first gate, with all that only it gives. That the only \
role to give a level is the one that the gate leads on from, or one that everybody comes through, \
is how a ladder is meant, and is not reported.

Here all depends on one school:

    roles: {cook: {}, baker: {final: true}}
    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 1}}
    activities:
      evening-school: {months: 6, cost: 500, develops: {baking: 1}}

Mended by a second way to learn it:

      guest-baker: {months: 9, kind: project, develops: {baking: 1}}

Ignore it where an activity stands for all of its kind, such as any course in baking. What \
"ladder import" adds for learning is such: one activity for each level of each skill.""",
        find=_single,
    ),
)
