"""docs/architecture.md is true: its picture is what the code imports, its files are there."""

import re
from pathlib import Path

import pytest
from support.house import PACKAGES, PICTURE, ROOT, drawn, rooms

PAGE = ROOT / "docs" / "architecture.md"
MOST_SIDE_BY_SIDE = 16


def test_the_picture_is_of_this_house():
    """Whoever moves a module draws it anew, with ``make architecture``."""
    assert PICTURE.read_bytes() == drawn()


def test_every_file_that_the_page_names_is_there():
    """In the table and in the text alike."""
    named = re.findall(r"`((?:ladder|graphs|cli|tests)/[\w./]*)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 40
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_folder_is_crowded(package):
    """What is looked for can be found by its name; the commands are as many as there are."""
    folders = {file.parent for file in (ROOT / package).rglob("*.py")}
    crowded = {
        folder: count
        for folder in folders - {Path(ROOT, "cli", "commands")}
        if (count := len([*folder.glob("*.py")]) - 1) > MOST_SIDE_BY_SIDE
    }
    assert crowded == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_hides_a_function(package):
    """A module that is imported takes the place of a public function with its name."""
    public = set(__import__(package).__all__) if package != "cli" else set()
    assert {name.rpartition(".")[2] for name in rooms(package)} & public == set()
