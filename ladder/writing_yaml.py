"""Plain data as YAML text that people like to read and to edit.

Written here rather than by PyYAML, whose emitter breaks the lines of ``{...}`` in odd places, takes
20 times as long, and leaves texts such as ``1e5`` without the quotes that the loader needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .yaml_text import plain_value

WIDTH = 100
LONG = 80

_SINGLE_SPACE = re.compile(r"(?<! ) (?! )")


def yaml_text(data: Mapping[str, Any]) -> str:
    """Write a mapping as YAML.

    Parameters
    ----------
    data : mapping of str to object
        Plain data, in the shape of a ladder's file.

    Returns
    -------
    str

    Examples
    --------
    >>> gate = {"sql": "working", "no": "awareness"}
    >>> print(yaml_text({"name": "Craft: no. 1", "transitions": [{"requires": gate}]}), end="")
    name: "Craft: no. 1"
    transitions:
      - {requires: {sql: working, no: awareness}}
    """
    return "".join(f"{line}\n" for line in _top(data))


def _top(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict) and value:
            block = key == "roles" or _has_long_text(value.values())
            yield f"{_text(key)}:"
            for name, item in value.items():
                yield from _entry(f"  {_text(name)}:", item, block)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            block = _has_long_text(value)
            yield f"{_text(key)}:"
            for item in value:
                yield from _entry("  -", item, block)
        else:
            yield from _inline(f"{_text(key)}:", value, 2)


def _has_long_text(entries: Iterable[Any]) -> bool:
    return any(
        isinstance(text, str) and len(text) > LONG
        for entry in entries
        if isinstance(entry, dict)
        for text in entry.values()
    )


def _entry(head: str, value: Any, block: bool) -> Iterator[str]:
    """Write an entry of a section, in a block with a line for each of its keys, or all in one."""
    if not (block and isinstance(value, dict) and value):
        yield from _inline(head, value, 4)
        return
    lines = [line for key, item in value.items() for line in _inline(f"    {_text(key)}:", item, 6)]
    if head.endswith("-"):
        yield f"{head} {lines.pop(0).lstrip()}"
    else:
        yield head
    yield from lines


def _inline(head: str, value: Any, indent: int) -> Iterable[str]:
    if isinstance(value, str):
        return _folded(f"{head} {_text(value, flow=False)}", indent)
    after_bracket = indent + 1 if head.endswith("-") else indent
    return f"{head} {_flow(value, len(head) + 1, after_bracket)}".split("\n")


def _folded(line: str, indent: int) -> Iterator[str]:
    """Break a line at single spaces, which are what YAML reads such a break as."""
    while len(line) > WIDTH:
        places = [space.start() for space in _SINGLE_SPACE.finditer(line, indent)]
        if not places:
            break
        place = max((at for at in places if at <= WIDTH), default=places[0])
        yield line[:place]
        line = " " * indent + line[place + 1 :]
    yield line


def _flow(value: Any, column: int, indent: int, after: int = 0) -> str:
    """Write a value that starts in a column, in lines that leave room for what comes after."""
    on_one_line = _one_line(value)
    if not isinstance(value, dict | list) or column + len(on_one_line) + after <= WIDTH:
        return on_one_line
    after += 1  # the bracket that closes, or a comma
    column += 1
    text = ""
    for head, item in _items(value):
        if text and column + len(f"{head}{_one_line(item)}") + after > WIDTH:
            text = f"{text.rstrip()}\n{' ' * indent}"
            column = indent
        piece = f"{head}{_flow(item, column + len(head), indent + 2, after)}, "
        text += piece
        *above, last = piece.split("\n")
        column = len(last) + (0 if above else column)
    brackets = "{}" if isinstance(value, dict) else "[]"
    return f"{brackets[0]}{text[:-2]}{brackets[1]}"


def _one_line(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, dict | list):
        return json.dumps(value)
    inside = ", ".join(f"{head}{_one_line(item)}" for head, item in _items(value))
    return f"{{{inside}}}" if isinstance(value, dict) else f"[{inside}]"


def _items(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(f"{_text(str(key))}: ", item) for key, item in value.items()]
    return [("", item) for item in value]


def _text(text: str, *, flow: bool = True) -> str:
    """Write a text, in quotes where it could be read as anything else."""
    return text if _is_plain(text, flow) else _quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    if not text[:1].isalnum() or not text.isprintable() or plain_value(text) is not text:
        return False
    if flow and re.search(r"[,\[\]{}:#]", text):
        return False
    return text[-1] not in ": " and ": " not in text and " #" not in text


def _quoted(text: str) -> str:
    """Write a text in double quotes, with an escape for what cannot be seen."""
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08X}"
        for character in json.dumps(text, ensure_ascii=False)
    )
