"""What a change of the ladder does to people: each row is asked in both versions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pyarrow as pa
import pytest
from support.crowds import alone, crowd
from support.staff import rows_of

from graphs import ChangedPeople, changed_people
from graphs.staff.summary.changes import TURNS, Group
from ladder import Ladder, LadderError, Person, Role, bundled

SPM = "senior-product-manager"


@pytest.fixture(scope="module")
def old() -> Ladder:
    return bundled("product-management")


@pytest.fixture(scope="module")
def new(old: Ladder) -> Ladder:
    """A promotion takes longer, all activities a month, and one way in is closed."""
    moves = [
        replace(move, months=move.months + 2) if move.to_role == SPM else move
        for move in old.transitions
        if (move.from_roles, move.to_role) != (("graduate",), "associate-product-manager")
    ]
    activities = {
        name: replace(one, months=1, months_range=None) for name, one in old.activities.items()
    }
    return replace(old, transitions=tuple(moves), activities=activities)


@pytest.fixture(scope="module")
def staff(old: Ladder) -> list[Person]:
    people = crowd(old, 60, Random(6), longest=30)
    return [one for one in people if not one.learning]


@pytest.fixture(scope="module")
def found(old: Ladder, new: Ladder, staff: list[Person]) -> ChangedPeople:
    return changed_people(old, new, rows_of(old, staff), to="SPM", by="Team")


def test_each_row_is_that_person_in_both_versions(
    old: Ladder, new: Ladder, staff: list[Person], found: ChangedPeople
) -> None:
    for person, row in zip(staff, found.rows.to_pylist(), strict=True):
        before, after = alone(old, SPM, person), alone(new, SPM, person)
        assert (row["months_before"], row["next_before"]) == (before.months, before.next)
        assert (row["months_after"], row["next_after"]) == (after.months, after.next)
        if before.months is None or after.months is None:
            assert row["months_more"] is None
            words = {(True, True): "no way", (True, False): "opened", (False, True): "closed"}
            assert row["turn"] == words[before.months is None, after.months is None]
        else:
            more = after.months - before.months
            assert row["months_more"] == more
            assert row["turn"] == ("sooner" if more < 0 else "later" if more else "same")
    assert {"sooner", "later", "same"} <= {*found.rows["turn"].to_pylist()}


def test_counts_are_those_of_the_rows(found: ChangedPeople) -> None:
    rows = found.rows.to_pylist()
    assert found.everybody is not None
    for group in (found.everybody, *found.groups):
        of = [row for row in rows if group is found.everybody or row["Team"] == group.name]
        more = [row["months_more"] for row in of if row["months_more"] is not None]
        assert group.people == len(of)
        assert sum(turn_months(group, "later")) == sum(one > 0 for one in more)
        assert turn_months(group, "later")[0] == sum(0 < one <= 6 for one in more)
        assert turn_months(group, "later")[1] == sum(6 < one <= 12 for one in more)
        assert turn_months(group, "sooner")[2] == sum(one < -12 for one in more)
        assert group.turns["same"] == sum(one == 0 for one in more)
        turns = Counter(row["turn"] for row in of)
        assert group.no_way == turns["no way"]
        assert [group.turns[turn] for turn in ("opened", "closed")] == [
            turns["opened"],
            turns["closed"],
        ]


def turn_months(group: Group, turn: str) -> list[int]:
    """Those for whom it is sooner or later, by few months, by some, and by many."""
    return [group.turns[f"{turn}_{months}"] for months in ("6", "12", "most")]


def test_the_other_way_round_what_was_lost_is_gained(
    old: Ladder, new: Ladder, staff: list[Person], found: ChangedPeople
) -> None:
    back = changed_people(new, old, rows_of(old, staff), to="SPM").everybody
    assert back is not None
    assert found.everybody is not None
    opposite = dict(zip(TURNS, reversed(TURNS), strict=True))
    assert {opposite[turn]: number for turn, number in back.turns.items()} == dict(
        found.everybody.turns
    )


def test_nobody_is_named_in_the_counts_and_groups_are_not_small(old: Ladder, new: Ladder) -> None:
    teams = [*["large"] * 7, *["tiny"] * 2]
    staff = pa.table({"id": [f"who{n}" for n in range(9)], "role": ["APM"] * 9, "team": teams})
    told = changed_people(old, new, staff, to="SPM", by="team")
    assert [(group.name, group.people) for group in told.groups] == [(None, 9)]
    assert not any(word in str(told.to_dict()) for word in ("who", "tiny"))
    few = changed_people(old, new, staff.slice(0, 4), to="SPM", by="team")
    assert (few.everybody, few.groups) == (None, ())


def test_a_role_that_one_version_lacks_is_told_with_that_version(old: Ladder, new: Ladder) -> None:
    more = replace(new, roles={**new.roles, "sage": Role("sage", "Sage")})
    staff = pa.table({"role": ["Sage", "APM"]})
    told = changed_people(old, more, staff, to="SPM")
    assert told.unread == 1
    assert told.rows["problem"][0].as_py().startswith("in the old version: no role")
    with pytest.raises(LadderError, match="in the old version: no role"):
        changed_people(old, more, staff, to="Sage")
