"""Promotions to roles that ask for less, and those that ask for a jump."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ladder import Ladder, Role
from ladder.files.document import Fault
from ladder.person import held_in_role
from ladder.wording import listed, short

from .ranks import PROMOTION, promotions
from .rule import Rule

MOST_NAMED = 4

UPWARDS = ("entry", PROMOTION)


Change = tuple[str, int, int]
"""A skill, the level below and the level above."""


def _expected_falls(ladder: Ladder) -> Iterator[Fault]:
    for _, lower, upper in promotions(ladder):
        if falls := _falls(lower.expects, upper.expects):
            message = (
                f"the promotion from {short(lower.name)} to {short(upper.name)} lowers what is "
                f"expected: {_worded(ladder, falls)}"
            )
            yield Fault(("roles", upper.id, "expects", falls[0][0]), message)


def _profile_falls(ladder: Ladder) -> Iterator[Fault]:
    for _, lower, upper in promotions(ladder):
        if falls := _untold(_developed(lower, upper), _falls(lower.expects, upper.expects)):
            message = (
                f"the promotion from {short(lower.name)} to {short(upper.name)} lowers "
                f"{_worded(ladder, falls)}"
            )
            yield Fault(("roles", upper.id, "develops", falls[0][0]), message)


def _developed(lower: Role, upper: Role) -> list[Change]:
    """What the role above develops less far than whoever is in the one below for long holds it."""
    above = {skill: max(levels) for skill, levels in upper.develops.items()}
    return _falls(held_in_role(lower, None), above)


def _untold(falls: Iterable[Change], *others: Iterable[Change]) -> list[Change]:
    """Falls in skills that another rule does not tell of already."""
    told = {skill for each in others for skill, *_ in each}
    return [fall for fall in falls if fall[0] not in told]


def _gate_falls(ladder: Ladder) -> Iterator[Fault]:
    asked_below = _least_asked(ladder)
    for index, lower, upper in promotions(ladder):
        asked = asked_below.get(lower.id, {})
        below = {
            skill: max(asked.get(skill, 0), lower.expects.get(skill, 0))
            for skill in (*asked, *lower.expects)
        }
        # Where a gate follows from what the roles develop or expect, other rules say it already.
        told = _developed(lower, upper), _falls(lower.expects, upper.expects)
        if falls := _untold(_falls(below, ladder.transitions[index].requires), *told):
            name = short(lower.name)
            by_gates = all(asked.get(skill) == level for skill, level, _ in falls)
            entries = f"every entry and promotion to {name} asks for"
            whose = entries if by_gates else f"{name} expects"
            message = (
                f"the gate from {name} to {short(upper.name)} lowers what {whose}: "
                f"{_worded(ladder, falls)}"
            )
            yield Fault(("transitions", index, "requires", falls[0][0]), message)


Held = Mapping[str, Mapping[str, int]]
"""For each role, the levels that whoever is in it for long holds."""

LEAST_JUMP = 2
"""Levels, of all that a ladder has, that are more than one step of a career."""


def _jumps(ladder: Ladder) -> Iterator[Fault]:
    own = {key: held_in_role(role, None) for key, role in ladder.roles.items()}
    steep = [each for each in promotions(ladder) if _rises(ladder, each, own)]
    rising = {skill for each in steep for skill, *_ in _rises(ladder, each, own)}
    held = _held_on_the_way_up(ladder, own, rising)
    for step in steep:
        if rises := _rises(ladder, step, held):
            index, lower, upper = step
            message = (
                f"the promotion from {short(lower.name)} to {short(upper.name)} asks for a jump: "
                f"{_worded(ladder, rises)}"
            )
            yield Fault(("transitions", index, "requires", rises[0][0]), message)


def _rises(ladder: Ladder, step: tuple[int, Role, Role], held: Held) -> list[Change]:
    """What a promotion asks for that is a jump from what is held in the role below."""
    index, lower, upper = step
    if lower.rank is not None and upper.rank is not None and upper.rank - lower.rank > 1:
        return []  # whoever leaves out a rung has more than one to climb
    below = held[lower.id]
    return [
        (skill, below.get(skill, 0), level)
        for skill, level in ladder.transitions[index].requires.items()
        if level - max(below.get(skill, 0), 1) >= LEAST_JUMP
    ]


MOST_RUNGS = 6
"""That are climbed in looking for what people bring along; a ladder may go in circles."""

MOST_RISING = 50
"""Skills of which that is looked for: a file from a stranger may have thousands."""


def _held_on_the_way_up(ladder: Ladder, own: Held, skills: Collection[str]) -> Held:
    """For each role, the levels held by whoever came by entries and promotions, and has stayed."""
    wanted = frozenset(sorted(skills)[:MOST_RISING])
    surely = own
    for _ in range(MOST_RUNGS if wanted else 0):
        brought: dict[str, Mapping[str, int]] = {}
        for move in ladder.transitions:
            asked = {skill: move.requires[skill] for skill in wanted & move.requires.keys()}
            for role in (move.from_roles or (None,)) if move.kind in UPWARDS else ():
                before = {skill: surely[role].get(skill, 0) for skill in wanted} if role else {}
                held = _higher(asked, before)
                least = brought.get(move.to_role, held)
                brought[move.to_role] = {
                    skill: min(level, held.get(skill, 0)) for skill, level in least.items()
                }
        climbed = {key: _higher(own[key], brought.get(key, {})) for key in own}
        if climbed == surely:
            break
        surely = climbed
    return surely


def _higher(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {skill: max(one.get(skill, 0), other.get(skill, 0)) for skill in (*one, *other)}


def _least_asked(ladder: Ladder) -> Mapping[str, Mapping[str, int]]:
    """For each role, the levels that every entry and promotion into it asks for."""
    least: dict[str, dict[str, int]] = {}
    for move in ladder.transitions:
        if move.kind not in UPWARDS:
            continue
        before = least.get(move.to_role)
        least[move.to_role] = {
            skill: level if before is None else min(level, before[skill])
            for skill, level in move.requires.items()
            if before is None or skill in before
        }
    return least


def _falls(below: Mapping[str, int], above: Mapping[str, int]) -> list[Change]:
    """Skills named at both ends, at a lower level above.

    What the end above does not name has not fallen: nothing is unlearned, so that nobody need
    name a skill again.
    """
    return [
        (skill, below[skill], level)
        for skill, level in above.items()
        if level < below.get(skill, 0)
    ]


def _worded(ladder: Ladder, falls: Iterable[Change]) -> str:
    named = [
        f"{short(ladder.skills[skill].name)} from {ladder.level_name(below)} to "
        f"{ladder.level_name(above)}"
        for skill, below, above in falls
    ]
    more = len(named) - MOST_NAMED
    return listed([*named[:MOST_NAMED], f"{more} more"] if more > 0 else named, "and")


RULES = (
    Rule(
        code="L503",
        name="gate-asks-less",
        severity="warning",
        why="Whoever stands in the role below has passed a stricter gate already, so that this "
        "one never holds anybody back; usually two levels were mixed up.",
        mend="Raise the level in the gate of the promotion, lower it in the gates into the role "
        "below, or leave the skill out of the upper gate.",
        more="""\
The gate is compared with every entry and promotion into the role below, and only in skills that \
all of them name, and with what the role below expects. A skill that the upper gate leaves out is \
no finding: nothing is unlearned, so that it need not be asked for again. Where the role above \
also develops or expects less, L504 or L505 says so instead.

Here the second promotion asks for less cooking than the first:

    transitions:
      - {from: cook, to: sous-chef, kind: promotion, months: 12,
         requires: {cooking: practitioner}}
      - {from: sous-chef, to: head-chef, kind: promotion, months: 24,
         requires: {cooking: working, leading: working}}

Mended:

         requires: {cooking: expert, leading: working}}

Ignore it where a gate repeats, for the reader, what has long been held.""",
        find=_gate_falls,
    ),
    Rule(
        code="L504",
        name="role-develops-less",
        severity="warning",
        why="The role below develops a skill further than the role above, which then teaches "
        "nothing of it; either level may be a slip.",
        mend="Raise the level in the role above, or lower it in the role below; where the role "
        "above is to teach nothing of it, leave the skill out there.",
        more="""\
The highest level that the role above develops is compared with what whoever is in the one below \
for long holds: what that develops, and what it expects. Where the role above also expects less, \
L505 says so instead.

Here a head chef develops less cooking than a cook:

    roles:
      cook: {develops: {cooking: {working: 6, practitioner: 24}}}
      head-chef: {develops: {cooking: {working: 6}}}
    transitions:
      - {from: cook, to: head-chef, kind: promotion, months: 24}

Mended:

      head-chef: {develops: {cooking: {expert: 36}}}

Ignore it where a framework means it so: managers often need less of a craft than those who \
practise it, and occupations from a survey are no rungs of one ladder.""",
        find=_profile_falls,
    ),
    Rule(
        code="L505",
        name="role-expects-less",
        severity="warning",
        why="Whoever comes up from the role below holds the skill at the higher level already, so "
        "that the role above asks nothing of it; either level may be a slip.",
        mend="Raise the level in the role above, or lower it in the role below; where the role "
        "above has no use for the skill, leave it out there.",
        more="""\
What the two roles expect is compared, in the skills that both name: what the one above leaves out \
has not fallen.

Here less cooking is expected of a head chef than of a cook:

    roles:
      cook: {expects: {cooking: practitioner}}
      head-chef: {expects: {cooking: working, leading: working}}
    transitions:
      - {from: cook, to: head-chef, kind: promotion, months: 24}

Mended:

      head-chef: {expects: {cooking: practitioner, leading: working}}

Ignore it where a framework means it so: managers often need less of a craft than those who \
practise it.""",
        find=_expected_falls,
    ),
    Rule(
        code="L506",
        name="promotion-jump",
        severity="warning",
        why="Nothing in the role below leads to the level between, so that people wait for the "
        "promotion until they have learnt two levels besides their job; often one of the levels "
        "is a slip, or a rung is missing.",
        mend="Lower the level that the promotion asks for, let the role below expect or develop "
        "the one between, or put a role between the two.",
        more="""\
The gate is compared with what whoever is in the role below for long holds: what that develops \
and expects, and what the gates on the way up to it asked for. A skill that is new may be asked \
for at the second level. A promotion that leaves out a rank of its track is none of these, as it \
is a jump by itself.

Here cooks are asked for two levels more of what they do:

    levels: [awareness, working, practitioner]
    roles:
      cook: {expects: {cooking: awareness}}
      sous-chef: {expects: {cooking: practitioner}}
    transitions:
      - {from: cook, to: sous-chef, kind: promotion, months: 12}

Mended:

      cook: {expects: {cooking: working}}

Ignore it where a framework means it so, and its levels are near each other.""",
        find=_jumps,
    ),
)
