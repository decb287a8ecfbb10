"""What is left when somebody leaves."""

from __future__ import annotations

from random import Random

import pyarrow as pa
import pytest
from support.crowds import crowd
from support.staff import rows_of

from graphs import leaving, people, succession
from graphs.staff.summary.held import levels_held
from graphs.staff.summary.leaving import Gone
from graphs.staff.summary.roster import roster
from ladder import Ladder, LadderError, bundled


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


@pytest.fixture(scope="module")
def staff(product_management: Ladder) -> pa.Table:
    return rows_of(product_management, crowd(product_management, 27, Random(5), longest=40))


def test_whoever_follows_is_one_of_the_others(product_management: Ladder, staff: pa.Table) -> None:
    found = leaving(product_management, staff, ["e3", "e7", "e3"], to="SPM", by="Team")
    ids = staff["Employee ID"].to_pylist()
    rest = staff.take([place for place, one in enumerate(ids) if one not in ("e3", "e7")])
    assert found.ids == ("e3", "e7")
    (followers,) = found.followers
    answers = people(product_management, rest, to="SPM")
    assert followers.answers.equals(answers)
    assert followers.counted == succession(answers, by="Team")


def test_each_role_that_is_left_is_asked_about_once(
    product_management: Ladder, staff: pa.Table
) -> None:
    ids = [f"e{place}" for place in range(6)]
    roles = staff["Job title"].to_pylist()[:6]
    found = leaving(product_management, staff, ids)
    names = [product_management.roles[one.role].name for one in found.followers]
    assert names == list(dict.fromkeys(roles))


def test_what_goes_is_what_nobody_who_is_left_holds(
    product_management: Ladder, staff: pa.Table
) -> None:
    teams = staff["Team"].to_pylist()
    levels = levels_held(product_management, roster(product_management, staff))
    seen: set[str] = set()
    for going in ([3], [7, 12], [0, 1, 2, 8]):
        found = leaving(product_management, staff, [f"e{place}" for place in going], by="Team")
        assert found.everybody is not None
        assert {group.name for group in found.groups} == {teams[place] for place in going}
        for gone in (found.everybody, *found.groups):
            rows = [row for row, team in enumerate(teams) if gone.name in (None, team)]
            before = [dict(levels[row]) for row in rows]
            after = [dict(levels[row]) for row in rows if row not in going]
            _judge(gone, before, after, product_management)
            seen |= {"lost"} if gone.lost else set()
            seen |= {"alone"} if gone.alone else set()
    assert seen == {"lost", "alone"}


def _judge(
    gone: Gone, before: list[dict[str, int]], after: list[dict[str, int]], ladder: Ladder
) -> None:
    """Count for each level who holds it before and after."""
    assert gone.people == len(after)
    for skill in ladder.skills:
        told = [
            tuple(sum(one.get(skill, 0) >= level for one in some) for some in (before, after))
            for level in range(1, len(ladder.levels) + 1)
        ]
        lost = [place for place, (had, has) in enumerate(told, 1) if had and not has]
        best = max(one.get(skill, 0) for one in after)
        assert gone.lost.get(skill) == ((lost[-1], best) if lost else None)
        alone = [place for place, (had, has) in enumerate(told, 1) if has == 1 < had]
        assert gone.alone.get(skill) == ((alone[0], best) if alone else None)


def test_of_a_group_with_too_few_left_nothing_is_told(product_management: Ladder) -> None:
    teams = [*"aaaaa", *"bbbbbb"]
    staff = pa.table({"id": [str(n) for n in range(11)], "role": ["PM"] * 11, "team": teams})
    found = leaving(product_management, staff, ["0", "6"], by="team")
    assert [group.name for group in found.groups] == ["b"]
    assert found.small == ("a",)
    told = leaving(product_management, staff, ["0", "6"], by="team", small_groups=True)
    assert [group.name for group in told.groups] == ["a", "b"]


def test_an_id_that_nobody_has_is_refused_and_no_other_is_named(
    product_management: Ladder, staff: pa.Table
) -> None:
    with pytest.raises(LadderError, match='no row has the id "E3"') as refused:
        leaving(product_management, staff, ["E3"])
    assert "e3" not in str(refused.value)


def test_a_row_that_cannot_be_read_is_told(product_management: Ladder) -> None:
    staff = pa.table({"id": ["a", "b"], "role": ["Nobody knows", "PM"]})
    with pytest.raises(LadderError, match="row 1 cannot be read: no role"):
        leaving(product_management, staff, ["a"])
    with pytest.raises(LadderError, match="nobody else is in it"):
        leaving(product_management, staff.slice(1), ["b"])


def test_without_ids_rows_go_by_their_numbers(product_management: Ladder) -> None:
    found = leaving(product_management, pa.table({"role": ["SPM", "PM"]}), ["1"])
    assert found.followers[0].counted.people == 1
