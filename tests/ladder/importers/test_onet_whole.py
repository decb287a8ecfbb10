"""A database of O*NET as large as the whole: it is imported, loaded, checked and asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.onet_whole import OCCUPATIONS, write_whole
from support.replay import replay

from graphs import check, growth_path
from ladder import Ladder, Person, dumps, load
from ladder.importers.assumptions import Imported
from ladder.importers.onet import import_onet
from ladder.names import find_role

DATA = Path(__file__).parents[2] / "data" / "onet"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("onet")
    write_whole(DATA, folder)
    return import_onet(folder)


@pytest.fixture(scope="module")
def ladder(imported: Imported) -> Ladder:
    return imported.ladder


def test_every_occupation_stays_or_is_named(imported):
    """None is lost, and the list of those left out is whole."""
    *_, left_out = imported.remarks
    named = left_out.removesuffix(".").rpartition(": ")[2].split("; ")
    assert len(imported.ladder.roles) + len(named) == OCCUPATIONS


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_it_can_be_saved_and_loaded(ladder, tmp_path, form):
    """The file is no larger than what the loader takes."""
    file = tmp_path / f"onet.{form}"
    file.write_text(dumps(ladder, format=form), encoding="utf-8", newline="\n")
    assert load(file) == ladder


def test_nothing_is_odd_about_it(ladder):
    """Not one of its tens of thousands of names and gates."""
    assert sum(len(role.aliases) for role in ladder.roles.values()) > 10_000
    assert check(ladder) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Computer User Support Specialists", "Computer Programmers"),
        ("Marketing Managers", "Chief Executives"),
        ("Web Developers 3", "Statisticians 3"),
        ("Food Service Managers", "Gambling Managers 2"),
    ],
)
def test_it_answers(ladder, source, target):
    """Within a copy and from one into the next."""
    path = growth_path(ladder, *(find_role(ladder, name).id for name in (source, target)))
    assert path.optimal
    replay(ladder, Person(), path)
