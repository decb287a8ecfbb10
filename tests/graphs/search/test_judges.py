"""The judges themselves: a wrong plan and a wrong search must be noticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.graph_strategies import GOAL, START
from support.growth_cases import CASES
from support.replay import replay

from graphs import GrowthPath, growth_path
from graphs.search import astar, labels, planner
from graphs.search.dominance import Dominance
from graphs.search.encoding import Encoded
from graphs.search.labels import Label
from graphs.search.learning.bank import opens_after
from graphs.search.learning.partial import by_number
from graphs.search.learning.ways import Ways
from ladder import Ladder, Person, bundled


@pytest.fixture(scope="module")
def path() -> GrowthPath:
    return growth_path(bundled("product-management"), "business-analyst", "senior-product-manager")


def shorter(path: GrowthPath) -> GrowthPath:
    """Leave the first role a month early."""
    first, second, *rest = path.stays
    return replace(path, stays=(replace(first, end=first.end - 1), second, *rest))


def hurried(path: GrowthPath) -> GrowthPath:
    """Arrive a month early, and so serve a month less in the role before."""
    *others, before, last = path.stays
    end = path.months - 1
    stays = (*others, replace(before, end=end), replace(last, start=end, end=end))
    return replace(path, months=end, stays=stays)


WRONG: dict[str, Callable[[GrowthPath], GrowthPath]] = {
    "a gap between stays": shorter,
    "months not served": hurried,
    "a month too many in the total": lambda path: replace(path, months=path.months + 1),
    "a cost that is not the activities'": lambda path: replace(path, cost=path.cost - 1),
    "a gate opened by nothing": lambda path: replace(path, learning=path.learning[1:]),
    "learning in another order": lambda path: replace(path, learning=path.learning[::-1]),
    "learning before it is open": lambda path: replace(
        path, learning=(*path.learning[:-1], replace(path.learning[-1], periods=((12, 16),)))
    ),
    "two activities in one month": lambda path: replace(
        path,
        learning=(replace(path.learning[0], periods=path.learning[1].periods), *path.learning[1:]),
    ),
    "skills that nobody held": lambda path: replace(path, skills={**path.skills, "finance": 4}),
}


def test_the_replay_accepts_the_plan(path):
    """What the replay refuses below, it accepts as it was."""
    replay(path.ladder, Person(), path)


@pytest.mark.parametrize("name", WRONG)
def test_the_replay_refuses_a_wrong_plan(path, name):
    """A plan with one fault in it is noticed."""
    with pytest.raises(AssertionError):
        replay(path.ladder, Person(), WRONG[name](path))


def never_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for what the role gives, rather than learn it early."""

    def lay_late(ways, partial):
        for course in sorted(partial.chosen, key=by_number):
            if not course.requires & ~partial.held:
                later = partial.choosing(partial.chosen, partial.barred)
                opens = opens_after(partial.late, course.requires)
                later.lay_late(course, opens, ways._teach.asked)
                ways._push(later)
                break

    monkeypatch.setattr(Ways, "_lay_late", lay_late)


def never_stay_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave as soon as a transition allows, whatever the role would still give."""
    monkeypatch.setattr(Label, "milestones", property(lambda _: (), lambda *_: None))


def forget_the_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drop a label where another is earlier and holds as much, whatever is banked."""

    def holds(dominance, one, other):
        return (
            one.now <= other.now
            and (one.moves, one.cost) <= (other.moves, other.cost)
            and not other.wanted & ~one.held
        )

    monkeypatch.setattr(Dominance, "holds", holds)
    monkeypatch.setattr(Label, "learnt", property(lambda _: 0, lambda *_: None))


def learn_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay learning into months before its requirements were held."""
    for module in (astar, labels):
        monkeypatch.setattr(module, "with_new", lambda late, _new, _bank: late)


def learn_what_roles_give(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count all that the last gate asks as what must be learnt."""
    monkeypatch.setattr(Encoded, "ever_given", 0)


def give_nothing_that_a_gate_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a role give nothing that some gate into it asks for, though another does not."""

    def given(encoded):
        asked = [0] * len(encoded.roles)
        for edges in encoded.leaving:
            for edge in edges:
                asked[edge.target] |= edge.gate
        return tuple(
            tuple((months, bits & ~asked[role]) for months, bits in milestones)
            for role, milestones in enumerate(encoded.milestones)
        )

    monkeypatch.setattr(Encoded, "given", property(given))


def enter_the_first_role_by_a_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first role, too, give nothing that the gates into it ask for."""
    start_of = planner.start_of

    def start(ladder, encoded, source, person):
        start = start_of(ladder, encoded, source, person)
        asked = encoded.asked_into[start.role]
        return replace(start, milestones=tuple((at, b & ~asked) for at, b in start.milestones))

    monkeypatch.setattr(planner, "start_of", start)


@pytest.mark.parametrize(
    "broken",
    [
        never_early,
        never_stay_on,
        forget_the_bank,
        learn_at_any_time,
        learn_what_roles_give,
        give_nothing_that_a_gate_asks,
        enter_the_first_role_by_a_gate,
    ],
)
def test_the_cases_notice_a_broken_search(monkeypatch, broken):
    """Each fault that such a search could have shows on one of the cases at least."""
    assert all(holds(*case) for case in CASES.values())
    broken(monkeypatch)
    assert not all(holds(*case) for case in CASES.values())


def holds(ladder: Ladder, person: Person, months: int) -> bool:
    """Tell whether the search answers as the rules do."""
    try:
        return growth_path(ladder, START, GOAL, person=person).months == months
    except Exception:
        return False
