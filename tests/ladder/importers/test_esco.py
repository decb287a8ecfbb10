"""ESCO's files as a ladder, on a small folder of our own in their layout, with all their traps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.replay import replay

from graphs import check, growth_path
from ladder import Ladder, LadderError, Person, dumps, load
from ladder.importers.assumptions import BadAssumptions, Imported
from ladder.importers.esco.importer import import_esco
from ladder.names import find_role

DATA = Path(__file__).parents[2] / "data" / "esco"


@pytest.fixture(scope="module")
def imported() -> Imported:
    return import_esco(DATA, language="en")


@pytest.fixture(scope="module")
def ladder(imported: Imported) -> Ladder:
    return imported.ladder


def test_an_occupation(ladder):
    """Its essential skills are expected, its groups of ISCO are track, family and rank."""
    role = ladder.roles["site-supervisor"]
    assert role.expects == dict.fromkeys(
        ("hand-out-work", "lay-bricks", "read-building-plans", "safety-at-work"), 1
    )
    assert role.develops == {}
    assert role.rank == 3
    assert role.about == "Site supervisors hand out the day's work to a crew, and answer for it."
    assert role.url.startswith("http://data.europa.eu/esco/occupation/")
    track = ladder.tracks[role.track]
    assert (track.name, track.family) == (
        "Supervisors of building", "Technical workers of industry",
    )  # fmt: skip
    assert ladder.levels == ("held",)


def test_aliases_are_nobody_elses(ladder):
    """Neither another's name, nor nearly; nor what two are called; nor a skill's name."""
    aliases = {role.name: role.aliases for role in ladder.roles.values()}
    assert aliases["wall builder"] == ("7112.1", "layer of walls")
    assert aliases["site supervisor"] == ("3123.1", "foreman of a site", "overseer of builders")
    assert aliases["building site manager"] == ("1323.1", "builder in chief")
    assert aliases["program writer"] == ("2512.1",)
    assert aliases["page programmer"] == ("2513.1", "web page coder")
    assert aliases["head of a school"] == ("1345.1", "head teacher")


def test_groups_of_skills(ladder):
    """The widest below the four that divide all skills."""
    groups = {skill.name: skill.group for skill in ladder.skills.values()}
    assert groups["lay bricks"] == "building with hands"
    assert groups["mark-up of pages"] == "computing and its kin"
    assert groups["law of schools"] is None


def test_without_groups_the_type_is_one(tmp_path):
    """As the skills themselves have it."""
    shutil.copytree(DATA, tmp_path / "esco", ignore=shutil.ignore_patterns("skillGroups*"))
    ladder = import_esco(tmp_path / "esco", language="en").ladder
    groups = {skill.name: skill.group for skill in ladder.skills.values()}
    assert groups["lay bricks"] == "Skills and competences"
    assert groups["law of schools"] == "Knowledge"


def test_what_is_left_out_is_told(imported):
    """And counted."""
    _, left_out, regulated = imported.remarks
    assert "1 occupation without an essential skill: machine room watcher" in left_out
    assert "2 skills that no occupation here expects" in left_out
    assert "10 alternative labels" in left_out
    assert "1 relation of skills to occupations that are not in the files" in left_out
    assert regulated.startswith("1 occupation is regulated")


def test_the_source_is_told(ladder):
    """With whose it is, that it was changed, and what is assumed."""
    for words in ("© European Union", "2011/833/EU", "Modified", "assumptions of the import"):
        assert words in ladder.source
    assert {move.confidence for move in ladder.transitions} == {"low"}
    assert {activity.confidence for activity in ladder.activities.values()} == {"low"}


def test_nothing_is_odd_about_it(ladder):
    """Nor in what comes back from a file."""
    assert check(ladder) == ()
    assert load("again.yaml", read=lambda _: dumps(ladder).encode()) == ladder


WAYS = {
    ("wall builder", "building site manager"): ["site-supervisor", "building-site-manager"],
    ("site helper", "building site manager"): ["site-supervisor", "building-site-manager"],
    ("page programmer", "computing project lead"): ["computing-project-lead"],
    ("stone wall builder", "site supervisor"): ["site-supervisor"],
    ("game program writer", "page programmer"): ["page-programmer"],
}


@pytest.mark.parametrize(("ends", "way"), WAYS.items(), ids=map(" to ".join, WAYS))
def test_ways(ladder, ends, way):
    """No level is leapt over, and managers come from those who are near."""
    if ends[0] == "site helper":  # the group of supervisors is entered from any other
        way = way[-2:]
    path = growth_path(ladder, *(find_role(ladder, name).id for name in ends))
    assert [stay.role for stay in path.stays][1:] == way
    replay(ladder, Person(), path)


def test_every_occupation_is_reached(ladder):
    """From each other one."""
    for target in ladder.roles:
        assert growth_path(ladder, "class-teacher", target).optimal


def test_another_language():
    """Its own names, whatever the relations are called after."""
    german = import_esco(DATA, language="DE").ladder
    assert find_role(german, "Polierin").id == "polier-polierin"
    assert {skill.group for skill in german.skills.values()} >= {"Bauen von Hand"}


def test_a_part(ladder):
    """By codes of groups, of any number of digits; others still own their names."""
    part = import_esco(DATA, language="en", isco=("251", "1330")).ladder
    assert set(part.roles) == {
        "program-writer", "game-program-writer", "page-programmer", "computing-project-lead",
    }  # fmt: skip
    for role in part.roles.values():
        assert role.expects == ladder.roles[role.id].expects
        assert role.aliases == ladder.roles[role.id].aliases


def test_optional_skills():
    """They may be expected, or be developed where others expect them."""
    expected = import_esco(DATA, language="en", optional="expect").ladder
    assert "carve-stone" in expected.roles["stone-wall-builder"].expects
    developed = import_esco(DATA, language="en", optional="develop", months=9).ladder
    role = developed.roles["wall-builder"]
    assert role.develops == {"kinds-of-stone": {1: 9}, "read-building-plans": {1: 9}}
    assert "carve-stone" not in developed.skills
    way = growth_path(developed, "wall-builder", "site-supervisor")
    assert all("read-building-plans" not in one.develops for one in way.learning)


def test_months_are_options():
    """All of them."""
    ladder = import_esco(
        DATA, language="en", tenure=1, side_months=2, entry_months=3, learning_months=4
    ).ladder
    months = {(move.kind, move.months) for move in ladder.transitions}
    assert months == {("promotion", 1), ("advancement", 1), ("lateral", 2), ("entry", 3)}
    assert {activity.months for activity in ladder.activities.values()} == {4}


def test_names_without_languages(tmp_path):
    """As the files are called that some release."""
    for file in DATA.glob("*_en.csv"):
        shutil.copy(file, tmp_path / file.name.replace("_en", ""))
    assert import_esco(tmp_path).ladder == import_esco(DATA, language="en").ladder


def test_semicolons_will_do(tmp_path, ladder):
    """What a spreadsheet saved."""
    import csv

    for file in DATA.glob("*_en.csv"):
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened))
        with (tmp_path / file.name).open("w", encoding="utf-8-sig", newline="") as opened:
            csv.writer(opened, delimiter=";").writerows(rows)
    assert import_esco(tmp_path).ladder == ladder


REFUSED = {
    "language": ({}, "must say which is meant: {} holds occupations in de and en"),
    "unknown": ({"language": "dee"}, 'not "dee"; did you mean de?'),
    "isco": ({"language": "en", "isco": ("29",)}, "must be codes of groups that the files have"),
    "empty": ({"language": "en", "isco": ("",)}, "not nothing"),
    "optional": ({"language": "en", "optional": "all"}, "must be one of leave, expect, develop"),
    "near": ({"language": "en", "near": 101}, "must be a whole number from 0 to 100"),
    "share": ({"language": "en", "side_near": 2}, "must be from 0 to 1"),
    "learning": ({"language": "en", "learning_months": 0}, "from 1 to 1200"),
}


@pytest.mark.parametrize(("options", "told"), REFUSED.values(), ids=REFUSED)
def test_options_without_sense(options, told):
    """Are refused, with what they must be."""
    with pytest.raises(BadAssumptions) as refused:
        import_esco(DATA, **options)
    assert told.format(DATA) in str(refused.value)


@pytest.mark.parametrize("folder", ["nowhere", "file", "empty"])
def test_no_folder_of_esco(tmp_path, folder):
    """What was expected is told."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(LadderError, match="expected the folder"):
        import_esco(tmp_path / folder)
