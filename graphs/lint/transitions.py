"""Transitions that another one beats, and moves in a circle."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphs.search.encoding import encode
from ladder import Ladder, Transition
from ladder.files.document import Fault

from .circles import circular, shortest_circle
from .rivals import Offer, better_than, months_of
from .rule import Rule
from .wording import around, ends_named, ordinal


def _beaten(ladder: Ladder) -> Iterator[Fault]:
    encoded = encode(ladder)
    every = (1 << len(encoded.roles)) - 1
    between: dict[tuple[str | None, str], dict[int, Offer]] = {}
    for place, move in enumerate(ladder.transitions):
        # Not to be in any of the other roles is asked, too.
        others = every - sum(1 << encoded.number[role] for role in set(move.from_roles))
        asked = encoded.mask(move.requires.items()) << len(encoded.roles) | others
        for role in move.from_roles or (None,):
            between.setdefault((role, move.to_role), {})[place] = Offer(months_of(move), asked)
    for place, move in enumerate(ladder.transitions):
        first = next(iter(move.from_roles), None)
        other = better_than(place, between[first, move.to_role])
        if other is not None:
            yield Fault(("transitions", place), _told(ladder, place, other))


def _told(ladder: Ladder, place: int, other: int) -> str:
    one, better = ladder.transitions[place], ladder.transitions[other]
    same = months_of(one) == months_of(better) and one.requires == better.requires
    return (
        f"nobody needs this transition {ends_named(ladder, one)}, as the {ordinal(other + 1)} "
        f"transition of the file, between the same roles, asks for {'the same' if same else 'less'}"
    )


def _timeless(ladder: Ladder) -> Iterator[Fault]:
    for circle, place in _circles(ladder, lambda move: move.months == 0):
        message = f"one can go {around(ladder, circle)}, again and again, in no time"
        yield Fault(("transitions", place, "months"), message)


def _promoted_around(ladder: Ladder) -> Iterator[Fault]:
    for circle, place in _circles(ladder, lambda move: move.kind == "promotion"):
        message = f"promotions lead in a circle, {around(ladder, circle)}"
        yield Fault(("transitions", place, "kind"), message)


def _circles(
    ladder: Ladder, counts: Callable[[Transition], bool]
) -> Iterator[tuple[list[str], int]]:
    """Circles of some transitions, one for all that hang together, what is open to all aside.

    Each with the place of its last transition in the file, which closed it.
    """
    successors: dict[str, list[str]] = {role: [] for role in ladder.roles}
    places: dict[tuple[str, str], int] = {}
    for place, move in enumerate(ladder.transitions):
        for role in move.from_roles if counts(move) else ():
            if (role, move.to_role) not in places:
                places[role, move.to_role] = place
                successors[role].append(move.to_role)
    found = []
    for component in circular(successors):
        circle = shortest_circle(successors, component)
        ends_of_moves = zip(circle, [*circle[1:], circle[0]], strict=True)
        found.append((circle, max(places[ends] for ends in ends_of_moves)))
    yield from sorted(found, key=lambda item: item[1])


RULES: tuple[Rule, ...] = (
    Rule(
        code="L401",
        name="beaten-transition",
        severity="warning",
        why="Two transitions between the same roles are alternatives, and this one is never taken.",
        mend="Remove it, or ask less of it than of the other: fewer months, or lower levels.",
        more="""\
One transition beats another between the same two roles if it asks for no more months and no \
higher level of any skill. Where months have a range, that must hold at the fast end and at the \
slow end too. Of two that ask for the same, the later is reported. One from a list of roles beats \
one from some of these; what is open to all is compared only with what is, too.

Here nobody waits for 24 months, as 12 will do:

    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 1}}
      - {from: cook, to: baker, months: 24, requires: {baking: 1}}

Mended by asking for no baking of who waits:

      - {from: cook, to: baker, months: 24}

Ignore it where two kinds of move, or two sources of a figure, are to be told side by side.""",
        find=_beaten,
    ),
    Rule(
        code="L402",
        name="timeless-circle",
        severity="warning",
        why=(
            "A move usually asks for some months served, and a circle in no time lets people pass "
            "through each of these roles for what it gives on arrival."
        ),
        mend="Give at least one of the moves the months that are to be served before it.",
        more="""\
Circles that share roles are reported once, by a shortest one, at the one of its transitions that \
comes last in the file. Entries without months are usual, but they lead one way.

Here cook and baker are changed between as often as one likes, and in the same month:

    transitions:
      - {from: cook, to: baker, months: 0}
      - {from: baker, to: cook, months: 0}

Mended:

      - {from: baker, to: cook, months: 6}

Ignore it where the roles are two names for one job.""",
        find=_timeless,
    ),
    Rule(
        code="L403",
        name="promotion-circle",
        severity="error",
        why="Which of the roles is the more senior has no answer, as each is above all the others.",
        mend="Make the move that leads down or to the side a `lateral`, or remove it.",
        more="""\
Only transitions of the kind `promotion` count: moves to the side and back are no circle, and \
neither are two ways up that part and meet again. Circles that share roles are reported once, by \
a shortest one, at the one of its transitions that comes last in the file.

Here each is above the other:

    transitions:
      - {from: cook, to: baker, kind: promotion, months: 24}
      - {from: baker, to: cook, kind: promotion, months: 12}

Mended:

      - {from: baker, to: cook, kind: lateral, months: 12}

Ignore it where your organisation calls every move a promotion.""",
        find=_promoted_around,
    ),
)
