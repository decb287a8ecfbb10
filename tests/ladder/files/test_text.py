"""Files that are no readable text."""

import os
import re
import sys
from pathlib import Path

import pytest
from support.effort import within

from ladder import FileProblems, UnreadableFile, load
from ladder.files.text import MOST_BYTES


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_no_file(tmp_path):
    """A file that is not there is named."""
    path = tmp_path / "nowhere.yaml"
    assert refused(path) == f"there is no file {path}"


def test_folder(tmp_path):
    """A folder in place of a file is called one."""
    assert refused(tmp_path) == f"{tmp_path} is a folder; give a file"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="whoever runs this may read everything"
)
def test_not_permitted(tmp_path):
    """A file that may not be read is said to be so."""
    path = tmp_path / "ladder.yaml"
    path.write_text("name: Secret", encoding="utf-8")
    path.chmod(0)
    assert refused(path) == f"{path} may not be read: permission denied"


def test_not_permitted_by_the_system(tmp_path, monkeypatch):
    """Permission denied reads the same whatever the system, and whoever runs this test."""

    def deny(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", deny)
    path = tmp_path / "ladder.yaml"
    assert refused(path) == f"{path} may not be read: permission denied"


def test_impossible_name():
    """A path that no file can have is no traceback."""
    assert refused("a\0b.yaml") == r"'a\x00b.yaml' cannot be the name of a file"


def test_binary(tmp_path):
    """A picture is not taken for text."""
    path = tmp_path / "ladder.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert refused(path) == f"{path} is not a text file"


def test_utf_16(tmp_path):
    """A file that Windows calls Unicode is told from binary."""
    path = tmp_path / "ladder.yaml"
    path.write_bytes("name: X".encode("utf-16"))
    assert refused(path) == f"{path} is in UTF-16; save it as UTF-8"


def test_too_large(tmp_path):
    """A file beyond any ladder's size is not read."""
    path = tmp_path / "ladder.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refused(path) == f"{path} is larger than 40 MB"


def test_byte_order_mark(loaded):
    """A byte order mark, as Windows editors write it, is no part of the text."""
    assert loaded(b"\xef\xbb\xbfname: X\nroles: {a: {}}").name == "X"


def test_other_encoding(problems):
    """A byte that is not UTF-8 is found, and columns count characters, not bytes."""
    content = "name: é\nabout: é ".encode() + b"\xe9\n"
    assert problems(content) == ["2:10: byte 0xE9 is not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x9B, 0x202E, 0x2066, 0xFFFE])
@pytest.mark.parametrize("written", ["raw", "escaped"])
def test_invisible_characters(problems, code, written):
    """Characters that could fool a terminal or a reader are refused, however they are written."""
    character = chr(code) if written == "raw" else f"\\u{code:04x}"
    found = problems(f'name: X\nroles:\n  a: {{name: "{character}"}}')
    place = "3:14" if written == "raw" else "3:13"
    assert found == [f"{place}: invisible character U+{code:04X}; remove it"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks(problems, line_break):
    """Lines are counted the same on every system."""
    content = line_break.join(["name: X", "roles:", "  a: {nam: A}"])
    assert [re.match(r"\d+:\d+", each)[0] for each in problems(content)] == ["3:7"]


def test_heaps_of_accents(problems):
    """A name of 200,000 accents, which takes hours to normalise, is refused at once."""
    with within(5):
        found = problems("name: X\nroles: {a: {name: e" + "\u0301\u0316" * 100_000 + "}}")
    assert found == ["2:20: more than 30 accents on one letter; remove them"]


def test_one_spelling_of_accents(loaded):
    """Two ways to write an accented letter, as different systems use them, are one."""
    move = "{from: caf\u00e9, to: b, months: 1}"
    ladder = loaded(f"name: X\nroles: {{cafe\u0301: {{}}, b: {{}}}}\ntransitions: [{move}]")
    assert list(ladder.roles) == ["caf\u00e9", "b"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", r'{name: "Cafe\u0301", roles: {b: {aliases: ["e\u0301"]}}}'),
        ("a.json", r'{"name": "Cafe\u0301", "roles": {"b": {"aliases": ["e\u0301"]}}}'),
    ],
    ids=["YAML", "JSON"],
)
def test_letters_from_escapes_are_as_usual(name: str, text: str, tmp_path: Path) -> None:
    """An accent that is an escape by itself belongs to its letter, as in the text around."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    ladder = load(tmp_path / name)
    assert ladder.name == "Caf\u00e9"
    assert ladder.roles["b"].aliases == ("\u00e9",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", 'name: X\nroles:\n  caf\u00e9: {}\n  "cafe\\u0301": {name: Other}\n'),
        ("a.json", '{"name": "X", "roles": {\n\n"caf\u00e9": {},\n "cafe\\u0301": {"rank": 1}}}'),
    ],
    ids=["YAML", "JSON"],
)
def test_keys_that_escapes_make_the_same(name: str, text: str, tmp_path: Path) -> None:
    """They are one key, given twice, and the place of the second is told."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FileProblems) as found:
        load(tmp_path / name)
    (problem,) = found.value.problems
    assert problem.line == 4
    assert "was given before, in line 3" in problem.message


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_heaps_of_accents_from_escapes(name: str, tmp_path: Path) -> None:
    """They are refused at once, too, and not put in order first."""
    text = '{"name": "a%s", "roles": {"a": {}}}' % ("\\u0316\\u0301" * 50_000)
    (tmp_path / name).write_text(text, encoding="utf-8")
    with within(20), pytest.raises(FileProblems, match="more than 30 accents on one letter"):
        load(tmp_path / name)
