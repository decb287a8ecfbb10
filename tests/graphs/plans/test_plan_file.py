"""Loading a plan that was kept, from whoever's hands."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, ranged, tangled

from graphs import (
    GrowthPath,
    Month,
    NoGrowthPath,
    Plan,
    Wishes,
    at_pace,
    growth_path,
    load_plan,
    progress,
    standing,
    wishes_left,
)
from ladder import (
    FileProblems,
    FrozenDict,
    Ladder,
    LadderError,
    Pace,
    Person,
    UnreadableFile,
    bundled,
    schema_text,
)

fuzz = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
Kept = Callable[[Any], Path]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Writes an answer into a file."""

    def write(answer: Any) -> Path:
        file = tmp_path / "plan.json"
        content = answer if isinstance(answer, bytes) else json.dumps(answer, indent=1).encode()
        file.write_bytes(content)
        return file

    return write


def problems(file: Path, ladder: Ladder) -> str:
    """What is wrong with it."""
    with pytest.raises(FileProblems) as error:
        load_plan(file, ladder)
    return str(error.value)


@fuzz
@given(question=questions() | st.integers(0, 10_000).map(tangled))
def test_a_plan_comes_back_as_it_was(kept: Kept, question: tuple[Ladder, Person]) -> None:
    """Whatever the ladder, what the answer writes is read as the same path."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    assert load_plan(kept(path.to_dict()), ladder) == Plan(path, None)


@fuzz
@given(seed=st.integers(0, 10_000), pace=st.sampled_from(["fast", "typical", "slow"]))
def test_a_plan_comes_back_at_its_pace(kept: Kept, seed: int, pace: Pace) -> None:
    """And for whom it was made, so that its ranges are the same, too."""
    ladder, person = ranged(seed)
    try:
        path = growth_path(at_pace(ladder, pace), START, GOAL, person=person)
    except NoGrowthPath:
        return
    found = load_plan(kept(path.to_dict()), ladder).path
    assert found == path
    assert found.ranges == path.ranges


def test_a_plan_for_nobody_in_particular(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """Its start says how long they have been in their role."""
    answer = path.to_dict()
    answer["start"]["months_in_role"] = 8
    assert load_plan(kept(answer), product).path.person == Person(months_in_role=8)


def test_a_plan_that_cannot_be_followed_has_no_range(
    kept: Kept, product: Ladder, path: GrowthPath
) -> None:
    """Somebody has taken the learning out that its gate needs."""
    entry, promotion = product.transitions
    ladder = replace(product, transitions=(replace(entry, months_range=(3, 9)), promotion))
    assert load_plan(kept(path.to_dict()), ladder).path.range == (26, 26)
    changed = load_plan(kept(path.to_dict() | {"learning": []}), ladder).path
    assert (changed.range, changed.to_dict()["months"]) == (None, 26)


def test_a_plan_knows_when_it_begins(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """And more or less in it than is needed makes no difference."""
    answer = path.to_dict() | {"begins": "2027-01", "more": [1]}
    for key in ("moves", "status", "optimal"):
        del answer[key]
    assert load_plan(kept(answer), product) == Plan(path, Month(2027, 1))


def test_a_plan_whose_search_did_not_end(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """It is as good a plan."""
    answer = replace(path, optimal=False, bound=3).to_dict()
    assert not load_plan(kept(answer), product).path.optimal


def test_a_transition_may_have_moved_in_the_file(
    kept: Kept, product: Ladder, path: GrowthPath
) -> None:
    """Its gate tells which it is."""
    turned = replace(product, transitions=product.transitions[::-1])
    found = load_plan(kept(path.to_dict()), turned).path
    assert [stay.move and stay.move.transition for stay in found.stays] == [1, 0, None]


def changed(product: Ladder, part: str, key: str, **values: Any) -> Ladder:
    """Ladder of which one role or activity is different, or gone."""
    known = dict(getattr(product, part))
    one = known.pop(key)
    return replace(
        product, **{part: FrozenDict(known | ({key: replace(one, **values)} if values else {}))}
    )


def test_everything_that_does_not_fit_is_told_at_once(
    kept: Kept, product: Ladder, path: GrowthPath
) -> None:
    """Roles, skills and activities that are gone, each with its place and the nearest name."""
    ladder = changed(product, "activities", "course")
    ladder = changed(ladder, "skills", "research")
    answer = path.to_dict()
    answer["stays"][0]["role"] = answer["from"] = "analist"
    told = problems(kept(answer), ladder)
    assert 'the ladder has no role "analist"; did you mean analyst?' in told
    assert 'the ladder has no activity "course"' in told
    assert 'the ladder has no skill "research"' in told
    for line in told.splitlines():
        _, row, column, _ = line.split(":", 3)
        assert int(row) > 1
        assert int(column) >= 1


def test_another_ladder_is_told_alone(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """All the rest would follow from it."""
    told = problems(kept(path.to_dict()), bundled("product-management"))
    assert 'made with the ladder "Product", and this one is "Product management"' in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("months", "requires", "said"),
    [
        (30, None, "it asks for 30 months in the job, not 24"),
        (24, {"analysis": 3}, "it asks for Analysis at practitioner, not working"),
        (24, {"analysis": 0}, "it does not ask for Analysis"),
    ],
)
def test_a_gate_that_has_changed(
    kept: Kept,
    product: Ladder,
    path: GrowthPath,
    months: int,
    requires: dict[str, int] | None,
    said: str,
) -> None:
    """What it asks for now, and what the plan says it does."""
    entry, promotion = product.transitions
    asked = {k: v for k, v in (promotion.requires | (requires or {})).items() if v}
    now = replace(promotion, months=months, requires=FrozenDict(asked))
    told = problems(kept(path.to_dict()), replace(product, transitions=(entry, now)))
    head = "the gate from Associate Product Manager to Product Manager is another by now: "
    assert told.endswith(head + said)


def test_a_transition_that_is_gone(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """No way leads between the two any more."""
    told = problems(kept(path.to_dict()), replace(product, transitions=product.transitions[:1]))
    assert "no transition leads from Associate Product Manager to Product Manager any more" in told


@pytest.mark.parametrize(
    ("part", "key", "values", "said"),
    [
        (
            "roles",
            "apm",
            {"develops": FrozenDict(communication=FrozenDict({3: 30}))},
            "Associate Product Manager does not develop Communication at practitioner by then",
        ),
        ("activities", "course", {"months": 1}, "Online course takes 1 months, and the plan has 2"),
        (
            "activities",
            "course",
            {"develops": FrozenDict(analysis=1)},
            "Online course does not give Roadmapping at awareness",
        ),
    ],
)
def test_what_is_no_longer_given(
    kept: Kept, product: Ladder, path: GrowthPath, part: str, key: str, values: Any, said: str
) -> None:
    """A job or an activity that has changed."""
    assert said in problems(kept(path.to_dict()), changed(product, part, key, **values))


def put(*steps: str | int) -> Callable[[Any, Any], None]:
    """Sets what is at the end of some steps."""

    def change(answer: Any, value: Any) -> None:
        for step in steps[:-1]:
            answer = answer[step]
        answer[steps[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "value", "said"),
    [
        (put("format"), 2, "format: expected 1, found the number 2"),
        (put("stays"), [], "expected at least one entry, found none"),
        (put("stays"), {}, "stays: expected a list, found a mapping"),
        (put("months"), -1, "months: expected a whole number from 0 to 100,000"),
        (put("months"), 10**300, "months: expected a whole number from 0 to 100,000"),
        (put("cost"), "much", "cost: expected a number from 0 to"),
        (put("months"), 27, "months: the last stay ends after 26"),
        (put("stays", 1, "start"), 3, "start: expected 2, where the stay before ends"),
        (put("stays", 1, "end"), 1, "end: a stay does not end before its start"),
        (put("stays", 0, "start"), 1, "start: the first stay starts at 0"),
        (put("stays", 0, "move"), None, "move: only the last stay is without one"),
        (put("stays", 0, "move", "to"), "pm", "to: the next stay is in another role"),
        (put("stays", 0, "move"), [], "move: expected move or null, found a list"),
        (put("stays", 0, "move"), {}, "to, months and requires are missing: expected move or null"),
        (put("stays", 0, "develops"), {"analysis": 9}, "analysis: the ladder's highest level is 3"),
        (put("start", "skills"), {"analysis": True}, "expected a whole number from 0 to 1,000"),
        (put("from"), "apm", "from: the plan's stays say otherwise"),
        (put("pace"), "quick", "pace: expected fast, typical or slow"),
        (put("person"), [], "person: expected a mapping"),
        (put("person"), {"roles": 1}, 'unknown key "roles"; did you mean role?'),
        (put("person"), {"role": "apm"}, "role: the plan's start says otherwise"),
        (put("person"), {"months_in_role": 3}, "months_in_role: the plan's start says otherwise"),
        (put("person"), {"skills": {"analisis": 1}}, "did you mean analysis?"),
        (put("person"), {"learning": {"course": 2}}, "list it under done"),
        (put("wishes"), {"via": ["nobody"]}, 'the ladder has no role "nobody"'),
        (put("wishes"), {"avoid": ["analist"]}, "did you mean analyst?"),
        (put("wishes"), {"without": ["cours"]}, "did you mean course?"),
        (put("wishes"), {"without": "course"}, "without: expected a list"),
        (put("wishes"), {"by": "luck"}, "by: expected months, moves or cost"),
        (put("wishes"), {"max_cost": -1}, "max_cost: expected a number from 0"),
        (put("wishes"), {"within": 2.5}, "within: expected a whole number from 0"),
        (put("wishes"), {"maxcost": 1}, 'unknown key "maxcost"; did you mean max_cost?'),
        (put("begins"), "soon", "begins: expected a month such as 2027-01"),
        (put("begins"), 2027, "begins: expected text, found the number 2027"),
        (put("status"), "unreachable", "there is no way, which is no plan"),
        (put("paths"), [{}], "several ways side by side"),
        (put("learning", 0, "periods"), [[2]], "expected two months from 0 to 26"),
        (put("learning", 0, "periods"), [[]], "expected two months from 0 to 26"),
        (put("learning", 0, "periods"), [[1, 1]], "expected two months from 0 to 26"),
        (put("learning", 0, "periods"), [[0, 1], [0, 1]], "expected two months from 1 to 26"),
        (put("learning", 0, "periods"), [[0, 1, 2]], "expected at most 2 entries, found 3"),
        (put("learning", 1, "activity"), "course", "course is in the plan twice"),
    ],
)
def test_what_is_no_plan(
    kept: Kept, product: Ladder, path: GrowthPath, change: Any, value: Any, said: str
) -> None:
    """Wrong types, wrong numbers and what contradicts itself, in words."""
    answer = path.to_dict()
    change(answer, value)
    assert said in problems(kept(answer), product)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b"\xff", b"[1]", b"null", b"NaN"])
def test_what_is_no_json(kept: Kept, product: Ladder, content: bytes) -> None:
    """One message, and never a traceback."""
    with pytest.raises(LadderError) as error:
        load_plan(kept(content), product)
    assert "plan.json" in str(error.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_not_waited_for(product: Ladder, tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(UnreadableFile, match="named pipe"):
        load_plan(tmp_path / "pipe.json", product)


def end(kept: Kept, content: Any, ladder: Ladder) -> None:
    """Load; what comes of it is a plan that one can be compared with, or a message."""
    file = kept(content)
    try:
        plan = load_plan(file, ladder)
    except FileProblems as error:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines) + 1
            assert problem.message.isprintable()
        return
    except LadderError:
        return
    plan.path.to_dict()
    standing(plan, month=3)
    for role in ladder.roles:
        for month in (0, 5, plan.path.months + 3):
            person = Person(role, months_in_role=1)
            progress(plan.path, person, month=month).to_dict()
            wishes_left(plan.path, person, month=month).to_dict()


@fuzz
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(kept: Kept, product: Ladder, content: bytes) -> None:
    """Whatever they are."""
    end(kept, content, product)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-1, 30)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["analyst", "apm", "pm", "course", "mentor", "roadmapping", "slow", 2.0])
    | st.just(10**400),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["analysis", "research", "to", "months", "requires", "a\n"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


@settings(fuzz, max_examples=600)
@given(seed=st.integers(0, 10**6), values=st.lists(VALUES, min_size=1, max_size=3))
def test_plans_with_anything_in_them(
    kept: Kept, product: Ladder, path: GrowthPath, seed: int, values: list[Any]
) -> None:
    """A part of a plan is gone, given twice, or is something else."""
    rng = random.Random(seed)
    entry, promotion = product.transitions
    product = replace(product, transitions=(replace(entry, months_range=(3, 9)), promotion))
    person = Person("analyst", skills={"analysis": 1}, learning={"mentor": 1})
    wishes = Wishes(by="cost", via=["apm"], without=["mentor"], max_cost=9.5, within=30)
    whole = replace(path, person=person, wishes=wishes)
    answer = deepcopy(whole.to_dict()) | {"begins": "2027-01"}
    for value in values:
        place = answer
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = rng.choice(keys)
            if isinstance(place[key], dict | list) and place[key] and rng.random() < 0.85:
                place = place[key]
                continue
            change = rng.randrange(3)
            if change == 0:
                del place[key]
            elif change == 1 and isinstance(place, list):
                place.insert(rng.randrange(len(place) + 1), deepcopy(place[key]))
            else:
                place[key] = value
            break
    end(kept, answer, product)


def test_many_faults_take_no_time(kept: Kept, product: Ladder, path: GrowthPath) -> None:
    """A plan of twenty thousand unknown skills is answered within seconds."""
    answer = path.to_dict()
    answer["start"]["skills"] = {f"roadmappin{number}": 1 for number in range(20_000)}
    assert "did you mean roadmapping?" in problems(kept(answer), product)


def test_the_schema_is_one() -> None:
    """It ships with the package, and says what it is of."""
    assert json.loads(schema_text("plan"))["title"] == "Plan"
