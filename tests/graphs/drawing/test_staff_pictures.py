"""Summaries of people as pictures: bars of a succession, and the map of the skills they hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pyarrow as pa
import pytest
from support.pictures import HOSTILE, SVG, Picture

from graphs import held_skills, people, render, staff_map, succession, succession_bars
from graphs.drawing.dot.theme import THEMES
from graphs.drawing.pictures.succession import BAR
from ladder import LadderError, bundled

PRODUCT = bundled("product-management")
SPM = "senior-product-manager"
ROLES = ["APM", "PM", "SPM", "analyst", "PM"] * 4
STAFF = pa.table({"role": ROLES, "team": [*["a"] * 9, *["b"] * 8, *["c"] * 3]})
FOUND = succession(people(PRODUCT, STAFF, to=SPM), by="team")
HELD = held_skills(PRODUCT, STAFF, by="team")


def drawn(dot: str) -> Picture:
    return Picture(render(dot, "svg"))


def test_each_part_of_a_bar_is_as_long_as_its_share() -> None:
    picture = drawn(succession_bars(FOUND, SPM, PRODUCT))
    parts = picture.boxes("part-")
    assert FOUND.everybody is not None
    for number, group in enumerate((FOUND.everybody, *FOUND.groups)):
        of = [box for name, box in parts.items() if name.startswith(f"part-{number}-")]
        figures = (group.incumbents, *group.within, group.later, group.no_way)
        assert [round((box.right - box.left + 1) / BAR * group.people) for box in of] == [
            one for one in figures if one
        ]
    assert not any(one.overlaps(other) for one, other in combinations(parts.values(), 2))


def test_the_map_has_the_level_that_half_of_a_group_hold() -> None:
    picture = drawn(staff_map(HELD))
    cells = [name for name in picture.ids if name.startswith("cell-")]
    assert sorted(cells) == sorted(
        f"cell-group-{place}-{skill}"
        for place, group in enumerate(HELD.all_groups)
        for skill in group.held
        if group.level(skill)
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_markup(name: str) -> None:
    groups = tuple(replace(group, name=name) for group in FOUND.groups)
    teams = tuple(replace(group, name=name) for group in HELD.groups)
    for dot in (
        succession_bars(replace(FOUND, by=name, groups=groups), SPM, PRODUCT),
        staff_map(replace(HELD, by=name, groups=teams)),
    ):
        tags = {part.tag.removeprefix(SVG) for part in drawn(dot).root.iter()}
        assert tags <= {"svg", "title", "desc", "g", "path", "polygon", "text", "polyline"}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_theme_has_its_bars(theme) -> None:  # type: ignore[no-untyped-def]
    assert render(succession_bars(FOUND, SPM, PRODUCT, theme=theme), "svg")


def test_too_few_people_are_not_drawn() -> None:
    few = STAFF.slice(0, 4)
    with pytest.raises(LadderError, match="too few people"):
        succession_bars(succession(people(PRODUCT, few, to=SPM)), SPM, PRODUCT)
    with pytest.raises(LadderError, match="too few people"):
        staff_map(held_skills(PRODUCT, few))
