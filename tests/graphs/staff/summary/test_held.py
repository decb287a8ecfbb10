"""Which skills people hold: as a search begins with them, counted in groups."""

from __future__ import annotations

from random import Random

import pyarrow as pa
import pytest
from support.crowds import crowd
from support.staff import rows_of

from graphs import growth_path, held_skills, people
from graphs.staff.summary.held import Group, levels_held, missing
from graphs.staff.summary.roster import roster
from ladder import Ladder, Person, bundled


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


@pytest.fixture(scope="module")
def staff(product_management: Ladder) -> list[Person]:
    return crowd(product_management, 48, Random(21), longest=40)


def holds(ladder: Ladder, person: Person) -> dict[str, int]:
    """What the way from a role to itself begins with."""
    role = person.role or ""
    return dict(growth_path(ladder, role, role, person=person).skills)


def test_somebody_holds_what_their_way_begins_with(
    product_management: Ladder, staff: list[Person]
) -> None:
    read = roster(product_management, rows_of(product_management, staff))
    levels = [dict(one) for one in levels_held(product_management, read)]
    assert levels == [holds(product_management, one) for one in staff]


def test_each_figure_is_a_count_of_those_levels(
    product_management: Ladder, staff: list[Person]
) -> None:
    table = rows_of(product_management, staff)
    found = held_skills(product_management, table, by="Team")
    assert found.everybody is not None
    for group in found.all_groups:
        held = [
            holds(product_management, one)
            for one, team in zip(staff, table["Team"].to_pylist(), strict=True)
            if group is found.everybody or team == group.name
        ]
        _judge(group, held, product_management)


def _judge(group: Group, held: list[dict[str, int]], ladder: Ladder) -> None:
    assert group.people == len(held)
    for skill in ladder.skills:
        levels = sorted((one.get(skill, 0) for one in held), reverse=True)
        for place, number in enumerate(group.held.get(skill, ()), 1):
            assert number == sum(level >= place for level in levels)
        assert group.level(skill) == levels[(len(levels) + 1) // 2 - 1]
        if skill in group.alone:
            assert sum(level >= group.alone[skill] for level in levels) == 1
            assert group.alone[skill] == levels[1] + 1
        else:
            assert levels[0] == levels[1]


def test_a_promotion_lacks_what_its_gate_asks_beyond_what_is_held(
    product_management: Ladder, staff: list[Person]
) -> None:
    group = held_skills(product_management, rows_of(product_management, staff)).everybody
    assert group is not None
    lacks = []
    for person in staff:
        gates = [
            move.requires
            for _, source, move in product_management.moves()
            if source == person.role and move.kind == "promotion"
        ]
        held = holds(product_management, person)
        if gates:
            lacks.append(min((missing(held, gate) for gate in gates), key=_size))
    assert group.stepping == len(lacks)
    for skill in product_management.skills:
        short = [one[skill] for one in lacks if skill in one]
        lack = group.lacking.get(skill)
        assert (lack.people, lack.levels) == (len(short), sum(short)) if lack else not short


def _size(lacks: dict[str, int]) -> int:
    return sum(lacks.values())


def test_on_the_way_to_a_role_it_lacks_what_the_rows_say(
    product_management: Ladder, staff: list[Person]
) -> None:
    table = rows_of(product_management, staff)
    group = held_skills(product_management, table, to="SPM").everybody
    rows = people(product_management, table, to="SPM").to_pylist()
    assert group is not None
    assert group.stepping == sum(row["next"] is not None for row in rows)
    for skill in product_management.skills:
        lacking = sum(
            f"{skill}=" in (row["lacking"] or "") for row in rows if row["next"] is not None
        )
        assert (group.lacking[skill].people if skill in group.lacking else 0) == lacking


def test_too_few_people_are_not_told_of(product_management: Ladder) -> None:
    staff = pa.table({"role": ["PM"] * 4})
    found = held_skills(product_management, staff)
    assert (found.people, found.everybody, found.skills) == (4, None, [])
    assert held_skills(product_management, staff, small_groups=True).everybody is not None
