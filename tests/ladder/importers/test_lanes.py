"""Which roles follow on one another, by tracks, ranks and the order in which they stand."""

from __future__ import annotations

from ladder import FrozenDict
from ladder.importers.lanes import line_up
from ladder.importers.moves import RoleLevel, Rungs


def promotions(
    *roles: tuple[str, str | None, int | None, int], order: str | None = None
) -> tuple[set[str], str]:
    """Promotions of roles that ask for one skill, given as name, track, rank and level."""
    levels = [
        RoleLevel(name, name, track, rank, fork=False, profile=FrozenDict(sql=level))
        for name, track, rank, level in roles
    ]
    lined, how = line_up(levels, order)
    moves = Rungs(lined).promoted
    return {f"{low} > {high}" for low, highs in moves.items() for high in highs}, how


def test_ranks_of_a_track_are_sorted() -> None:
    """Ranks that are all different are an order, however they stand in the file."""
    found, how = promotions(("b", "t", 2, 2), ("a", "t", 1, 1), ("c", "t", 3, 3))
    assert found == {"a > b", "b > c"}
    assert how == "Each role is promoted to the next rank of its track"


def test_ranks_that_fall_begin_a_chain() -> None:
    """In a track, or where there are none; a rank that comes again at once does not."""
    for track in ("t", None):
        found, how = promotions(
            ("a", track, 1, 1), ("b", track, 2, 2), ("x", track, 1, 1), ("y", track, 2, 3)
        )
        assert found == {"a > b", "x > y"}
        assert "a new chain begins (2 in all)" in how
    found, _ = promotions(("a", "t", 1, 1), ("b", "t", 2, 2), ("c", "t", 2, 2), ("d", "t", 3, 3))
    assert found == {"a > b", "a > c", "b > d", "c > d"}


def test_a_chain_that_begins_above_joins_another() -> None:
    """Staff and manager both follow on senior."""
    found, _ = promotions(
        ("engineer", "e", 1, 1), ("senior", "e", 2, 2), ("staff", "s", 3, 3), ("manager", "m", 3, 4)
    )
    assert found == {"engineer > senior", "senior > staff", "senior > manager"}


def test_levels_that_fall_begin_a_chain() -> None:
    """The most senior first, too; but not if some role would then be alone."""
    found, how = promotions(("a", None, None, 1), ("b", None, None, 3), ("x", None, None, 1),
                            ("y", None, None, 2))  # fmt: skip
    assert found == {"a > b", "x > y"}
    found, _ = promotions(("b", None, None, 4), ("a", None, None, 1), ("y", None, None, 3),
                          ("x", None, None, 1))  # fmt: skip
    assert found == {"a > b", "x > y"}
    found, how = promotions(("a", None, None, 2), ("b", None, None, 1), ("c", None, None, 3))
    assert found == set()
    assert "give each a rank in a column Rank" in how


def test_a_long_list_has_no_promotions() -> None:
    """Unless somebody says that it stands in order."""
    roles = [(f"r{at:02}", None, None, at) for at in range(1, 15)]
    found, how = promotions(*roles)
    assert found == set()
    assert "give each a rank in a column Rank" in how
    assert len(promotions(*roles, order="rising")[0]) == 13
