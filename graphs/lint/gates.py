"""Gates that nothing opens, and gates that a single thing opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import and_, attrgetter

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
    for place, edges in groupby(flow.moves, key=attrgetter("place")):
        led = _led(flow, edges, ladder.transitions[place].from_any)
        shut = [edge for edge in led if edge not in flow.open]
        if len(shut) == len(led):
            yield from _lacking(flow, shut, "", why)
        elif not ladder.transitions[place].from_any:
            for edge in shut:
                name = short(ladder.roles[flow.encoded.roles[edge.source]].name)
                yield from _lacking(flow, [edge], f"from {name}, ", why)


def _led(flow: Flow, edges: Iterable[Edge], from_any: bool) -> list[Edge]:
    """The moves of one transition; of what is open to all, those from roles that people come to."""
    led = list(edges)
    reached = [edge for edge in led if flow.encoded.roles[edge.source] not in flow.unreached]
    return reached if from_any and reached else led


def _lacking(flow: Flow, edges: Sequence[Edge], whence: str, why: Reasons) -> Iterator[Fault]:
    """What a gate asks that nobody holds before it, from wherever its transition leads."""
    ladder, encoded = flow.ladder, flow.encoded
    edge = edges[0]
    stays = [held for one in edges for held in flow.stays[encoded.roles[one.source]]]
    steps = ("transitions", edge.place, "requires")
    never = encoded.levels(reduce(and_, (edge.gate & ~held for held in stays)))
    for skill, level in never.items():
        best = flow.best(skill, stays)
        message = (
            f"{whence}nobody comes to this gate with {levels_named(ladder, {skill: level})}, at "
            f"best with {short(ladder.level_name(best))}: "
            f"{why(skill, level)}{_so(flow, edges)}"
        )
        yield Fault((*steps, skill), message)
    if not never:
        nearest = min((edge.gate & ~held for held in stays), key=int.bit_count)
        message = (
            f"{whence}each level that this gate asks for can be had before it, but not all on one "
            f"way: who has the others lacks {levels_named(ladder, encoded.levels(nearest))}"
            f"{_so(flow, edges)}"
        )
        yield Fault(steps, message, at_key=True)


def _so(flow: Flow, edges: Sequence[Edge]) -> str:
    """What follows for the role behind a closed gate, as the end of a sentence."""
    target = edges[0].target
    role = flow.encoded.roles[target]
    before = {flow.encoded.roles[edge.source] for edge in edges}
    if role not in flow.unreached or before <= flow.unreached:
        return ""
    leads_on = any(
        flow.encoded.roles[following.target] in flow.unreached
        for following in flow.encoded.edges[target]
    )
    others = ", nor what is behind it" if leads_on else ""
    return f"; so nobody reaches {short(flow.ladder.roles[role].name)}{others}"


def _single(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    encoded = flow.encoded
    givers = Givers(flow)
    levels: dict[Giver, dict[str, int]] = {}
    gates: dict[Giver, dict[int, str]] = {}
    for place, edges in groupby(flow.moves, key=attrgetter("place")):
        led = [
            edge
            for edge in edges
            if edge in flow.open and encoded.roles[edge.source] not in flow.unreached
        ]
        for skill, level in ladder.transitions[place].requires.items() if led else ():
            giver = _only(givers, led, skill, level)
            if giver is not None:
                known = levels.setdefault(giver, {})
                known[skill] = max(level, known.get(skill, 0))
                gates.setdefault(giver, {}).setdefault(place, skill)
    for giver, given in levels.items():
        first, skill = next(iter(gates[giver].items()))
        others = len(gates[giver]) - 1
        stay = f"this gate and {others} more stay" if others else "this gate stays"
        message = (
            f"only {short(givers.name(giver))} gives {levels_named(ladder, given)}: "
            f"without it, {stay} shut"
        )
        yield Fault(("transitions", first, "requires", skill), message)


def _only(givers: Givers, edges: Sequence[Edge], skill: str, level: int) -> Giver | None:
    """Find what alone gives a level before a gate, from whichever role one comes to it."""
    first = givers.only(edges[0], skill, level)
    if first is None or any(givers.only(edge, skill, level) != first for edge in edges[1:]):
        return None
    return first


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
on the way there did, and all that can be learnt with it. Careers begin where L101 says, and who \
begins in a role holds what it expects; in roles that nobody reaches, somebody is taken to be \
there already, so that a closed gate is told once, not at all that follow. A move that is open to \
all is closed where it is from every role; one from a list of roles is told of for each of them. \
Each skill that the gate lacks is reported at its level; where every \
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
there, and activities that somebody can begin and that do not ask for that level already. Of an \
activity of the kind `practice` nothing is said: it is done with what is at hand. Each \
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

Ignore it where an activity stands for all of its kind, such as any course in baking.""",
        find=_single,
    ),
)
