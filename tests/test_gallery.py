"""The gallery shows what its commands draw."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.gallery import PAGE, commands, draw, picture_of
from support.pictures import SVG, Picture

FOLDER = PAGE.parent / "gallery"
SHOWN = 660  # points: 880 pixels, the width at which GitHub shows a picture
LETTERS = 8.25  # points that letters have at least, 11 pixels, at the size at which it is shown
PICTURES = sorted({*PAGE.parent.rglob("*.svg")} - {*(PAGE.parent / "_static").iterdir()})
MARKS = "○ \xa0"  # no letters: the sign for entries in the legend, and spaces


@pytest.mark.parametrize("command", commands(), ids=picture_of)
def test_a_picture_is_what_its_command_draws(command, tmp_path: Path, monkeypatch):
    """Byte for byte, so that the page never shows what the program no longer draws."""
    monkeypatch.chdir(PAGE.parents[1])
    assert draw(command, tmp_path).read_bytes() == (FOLDER / picture_of(command)).read_bytes()


def test_the_readmes_picture_is_what_make_draws(tmp_path: Path):
    """By the command that `make picture` runs."""
    text = (PAGE.parents[1] / "Makefile").read_text(encoding="utf-8")
    (command,) = re.findall(r"ladder (draw .*-o docs/ladder\.svg)$", text, re.MULTILINE)
    drawn = draw(command.replace("docs/", "").split(), tmp_path)
    assert drawn.read_bytes() == (PAGE.parent / "ladder.svg").read_bytes()


def test_every_picture_is_on_the_page_once():
    """No picture is left over, and none is missing."""
    page = PAGE.read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(gallery/([^)]+)\)", page)
    assert sorted(shown) == sorted(map(picture_of, commands()))
    assert sorted(shown) == sorted(file.name for file in FOLDER.iterdir())


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.name)
def test_letters_are_large_enough(file):
    """At the width of a page, to which a wider picture shrinks, no letter is below 11 pixels."""
    picture = Picture(file.read_bytes())
    width = float(picture.root.get("width").removesuffix("pt"))
    across = float(picture.root.get("viewBox").split()[2])
    texts = picture.root.iter(f"{SVG}text")
    sizes = [float(text.get("font-size")) for text in texts if (text.text or "").strip(MARKS)]
    assert min(sizes) * min(width, SHOWN) / across >= LETTERS - 0.01
