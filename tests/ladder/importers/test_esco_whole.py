"""An ESCO as large as the whole: it is imported, loaded, checked, drawn and asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.esco_whole import OCCUPATIONS, write_whole
from support.replay import replay

from graphs import NoGrowthPath, check, diagram, growth_path, reach
from ladder import Ladder, Person, dumps, load, to_plain
from ladder.files.document import MOST_VALUES, values_in
from ladder.files.text import MOST_BYTES
from ladder.importers.esco.importer import import_esco

DATA = Path(__file__).parents[2] / "data" / "esco"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ladder(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    """Made of our small folder, whose occupations have few skills each."""
    part, whole = tmp_path_factory.mktemp("part"), tmp_path_factory.mktemp("whole")
    for file in DATA.glob("*_en.csv"):
        shutil.copy(file, part / file.name)
    shutil.move(part / "occupationSkillRelations_en.csv", part / "occupationSkillRelations.csv")
    write_whole(part, whole)
    return import_esco(whole).ladder


def test_it_can_be_saved_and_loaded(ladder, tmp_path):
    """Within what a file may hold."""
    file = tmp_path / "esco.json"
    file.write_text(dumps(ladder, format="json"), encoding="utf-8", newline="\n")
    assert OCCUPATIONS * 13 // 14 <= len(ladder.roles) <= OCCUPATIONS
    assert file.stat().st_size < MOST_BYTES
    assert values_in(to_plain(ladder)) < MOST_VALUES
    assert load(file) == ladder


def test_nothing_is_wrong_with_it(ladder):
    """Of thousands of names, moves and gates."""
    assert not [one for one in check(ladder) if one.rule.severity == "error"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("wall-builder", "building-site-manager-2"), ("class-teacher-3", "page-programmer-90")],
)
def test_it_answers(ladder, source, target):
    """Within a copy and from one into another."""
    path = growth_path(ladder, source, target, time_limit=60)
    assert path.optimal
    replay(ladder, Person(), path)


def test_it_tells_all_that_is_within_reach(ladder):
    """No role is left open, and some asked one by one say the same."""
    found = reach(ladder, "wall-builder", within=48, time_limit=60)
    assert not found.undecided
    ways = {way.role: way for way in found.ways}
    for role in [*list(ways)[::40], *found.unreached[::400]]:
        try:
            path = growth_path(ladder, "wall-builder", role, within=48, time_limit=60)
        except NoGrowthPath:
            assert role not in ways
        else:
            way = ways[role]
            assert (path.months, path.moves, path.cost) == (way.months, way.moves, way.cost)


def test_it_is_drawn_as_a_map(ladder):
    """Of its families."""
    picture = diagram(ladder)
    families = {track.family for track in ladder.tracks.values()}
    assert all(family in picture for family in families if family)
