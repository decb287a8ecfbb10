"""From the bytes of a file to text that is safe to read and to show, and to what numbers mean."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.wording import quoted

FilePath: TypeAlias = str | os.PathLike[str]
Read: TypeAlias = Callable[[str], bytes]
"""Gives the content of a file, or raises `UnreadableFile`."""

MOST_BYTES = 40_000_000
MOST_MARKS = 30
MOST_ODD = 100

# Control characters, halves of surrogate pairs and non-characters have no place in text; the
# directional overrides (U+202A to U+202E, U+2066 to U+2069) make it read other than it is.
# Arabic and Hebrew need none of these.
_ODD_CHARACTER = (
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FAR_FROM_ASCII = rf"[^\0-\x7f]{{{MOST_MARKS + 1},}}"

MOST_DIGITS = 400
"""Of a number; one of more stays text, and Python refuses those of more than 4,300."""

_LINE_BREAK = re.compile("[\n\r\x85\u2028\u2029]")

# A number is what JSON calls a number: 1:30, 0o17, 1_000 and 007 stay text.
_number = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?").fullmatch
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def read_bytes(path: FilePath, most: int = MOST_BYTES) -> bytes:
    """Content of a file, which may be as many bytes long."""
    refuse_broken(path)
    try:
        if _may_wait(path):
            raise UnreadableFile(f"{path} is a named pipe, which may never end; give a file")
        with open(path, "rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        instead = "; standard input is not read" if os.fspath(path) == "-" else ""
        raise UnreadableFile(f"there is no file {path}{instead}") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(_why_unreadable(path, error)) from None
    if len(content) > most:
        raise UnreadableFile(f"{path} is larger than {most // 1_000_000:,} MB")
    return content


def refuse_broken(path: FilePath) -> None:
    """Refuse a file's name of several lines: in a message it would pass for messages of ours."""
    if _LINE_BREAK.search(os.fspath(path)):
        raise UnreadableFile(f"the name {quoted(os.fspath(path))} has a line break in it")


def _may_wait(path: FilePath) -> bool:
    """Whether nobody may ever write: a pipe in a folder, unlike one that the shell has opened."""
    if os.fspath(path).startswith(("/dev/", "/proc/")) or not os.path.exists(path):
        return False
    return stat.S_ISFIFO(os.stat(path).st_mode)


def _why_unreadable(path: FilePath, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):  # a NUL in the path
        return f"{os.fspath(path)!r} cannot be the name of a file"
    if os.path.isdir(path):  # asked first: Windows calls opening a folder "permission denied"
        return f"{path} is a folder; give a file"
    if isinstance(error, PermissionError):
        return f"{path} may not be read: permission denied"
    return f"{path} cannot be read: {error.strerror or error}"


def decode(content: bytes, file: str) -> str:
    """Text of a file, its accented letters in the one usual (NFC) spelling.

    >>> decode("name: Café".encode(), "ladder.yaml")
    'name: Café'
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(f"{file} is in UTF-16; save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise UnreadableFile(f"{file} is not a text file") from None
        before = content[: error.start].decode("utf-8-sig")
        line, column = line_and_column(before, len(before))
        what = f"byte 0x{content[error.start]:02X} is not UTF-8; save the file as UTF-8"
        raise FileProblems([Problem(file, line, column, what)]) from None
    refuse_odd(text, file)
    return unicodedata.normalize("NFC", text)


def usual(text: str) -> str:
    r"""Text of a value, its accented letters in the one usual (NFC) spelling.

    Those that came in by escapes, such as ``e\u0301`` for é, are not yet so by `decode`. A text
    that will be refused stays as it is: heaps of accents take hours.

    >>> usual("Cafe\u0301") == "Café"
    True
    """
    if text.isascii() or any(True for _ in odd_characters(text)):
        return text
    return unicodedata.normalize("NFC", text)


def refuse_odd(text: str, file: str) -> None:
    """Refuse a text with characters that no text should hold, and point at them."""
    odd = [
        Problem(file, *line_and_column(text, offset), message)
        for offset, message in islice(odd_characters(text), MOST_ODD)
    ]
    if odd:
        raise FileProblems(odd)


def odd_characters(text: str) -> Iterator[tuple[int, str]]:
    """Characters that no text should hold, as offset and message.

    Heaps of combining marks are among them: no script stacks more than a few, and comparing names
    takes time with the square of their number.

    >>> list(odd_characters("a" + chr(0)))
    [(1, 'invisible character U+0000; remove it')]
    """
    for odd in re.finditer(_ODD_CHARACTER, text):
        yield odd.start(), f"invisible character U+{ord(odd.group()):04X}; remove it"
    if text.isascii():
        return
    for run in re.finditer(_FAR_FROM_ASCII, text):
        marks = "".join("m" if unicodedata.combining(c) else "." for c in run.group())
        start = marks.find("m" * (MOST_MARKS + 1))
        if start >= 0:
            yield run.start() + start, f"more than {MOST_MARKS} accents on one letter; remove them"


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""Place of a character, as editors count: both from 1.

    >>> line_and_column("levels:\n- working", 10)
    (2, 3)
    """
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def plain_value(text: str) -> str | int | float | bool | None:
    """Value of a text that stands in YAML without quotes.

    >>> [plain_value(text) for text in ("true", "no", "24", "2.5", "2.0", "1:30", "")]
    [True, 'no', 24, 2.5, 2, '1:30', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789" and len(text) <= MOST_DIGITS and (number := _number(text)):
        return decimal_number(text) if number.lastindex else int(text)
    return text


def whole_number(digits: str) -> int | str:
    """Number that some digits mean; the text itself where it is too long."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits


def decimal_number(text: str) -> int | float:
    """Number that is written with a point, or with an exponent.

    Whole where it is, as for the schemas: 2.0 is a level, and 24.0 are months.

    >>> decimal_number("2.0"), decimal_number("2.5"), decimal_number("1e2")
    (2, 2.5, 100)
    """
    number = float(text)
    return int(number) if number.is_integer() else number
