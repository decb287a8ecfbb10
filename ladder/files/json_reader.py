"""JSON text to plain data; the place of everything in it is looked for only when asked."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any

from ladder.errors import FileProblems, Problem
from ladder.wording import quoted

from .document import MOST_VALUES, START, TOO_MANY_VALUES, At, Document, Entry, Places, Spot
from .text import decimal_number, usual, whole_number

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s{}\[\]:,"]+')
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NOT_JSON = ("NaN", "Infinity", "-Infinity")


def read_json(text: str, file: str) -> Document:
    """Read JSON; what its readers usually let pass (a key given twice, ``NaN``) is a problem."""
    if not text.strip():
        empty = [None]
        return Document(file, empty, lambda: {id(empty): {0: Entry(START, START)}})
    if text.count(",") > MOST_VALUES:  # near enough: they part the values
        raise FileProblems([Problem(file, 1, 1, TOO_MANY_VALUES)])
    doubtful = False

    def first_ones(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubtful
        mapping = dict(pairs)
        if len(mapping) == len(pairs):
            return mapping
        doubtful = True
        return dict(reversed(pairs))

    def constant(word: str) -> str:
        nonlocal doubtful
        doubtful = True
        return word

    try:
        data = [
            json.loads(
                text,
                object_pairs_hook=first_ones,
                parse_constant=constant,
                parse_int=whole_number,
                parse_float=decimal_number,
            )
        ]
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise FileProblems([Problem(file, error.lineno, error.colno, message)]) from None
    except RecursionError:
        raise FileProblems([Problem(file, 1, 1, "nested too deep")]) from None
    if "\\" in text:
        doubtful = _spell(data) or doubtful
    problems = tuple(_scan(text, file, data)[1]) if doubtful else ()
    return Document(file, data, lambda: _scan(text, file, data)[0], problems)


def _spell(data: list[Any]) -> bool:
    """Give texts and keys their usual spelling; whether two keys of a mapping have become one."""
    doubtful = False
    waiting: list[Any] = [data]
    while waiting:
        collection = waiting.pop()
        entries = enumerate(collection) if isinstance(collection, list) else collection.items()
        for step, value in list(entries):
            if isinstance(value, str):
                collection[step] = usual(value)
            elif isinstance(value, dict | list):
                waiting.append(value)
        if isinstance(collection, dict) and any(usual(key) != key for key in collection):
            spelt = [(usual(key), value) for key, value in reversed(collection.items())]
            collection.clear()
            collection.update(reversed(dict(spelt).items()))
            doubtful = doubtful or len(collection) < len(spelt)
    return doubtful


def _scan(text: str, file: str, data: list[Any]) -> tuple[Places, list[Problem]]:
    """Walk over valid JSON and the data that it gave, side by side."""
    line_starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
    entries: dict[str | int, Entry] = {}
    places: Places = {id(data): entries}
    problems: list[Problem] = []
    collection: Any = data
    outer: list[Any] = []
    key: tuple[str, Spot] | None = None
    dropped = 0  # brackets open within the value of a repeated key, which is not in the data
    for token in _TOKEN.finditer(text):
        symbol = token.group()
        if dropped:
            dropped += (symbol in "{[") - (symbol in "}]")
            continue
        if symbol in "}]":
            collection, entries = outer.pop()
            continue
        line = bisect_right(line_starts, token.start()) - 1
        spot = At(line, token.start() - line_starts[line])
        if key is None and type(collection) is dict:
            key = usual(json.loads(symbol)), spot
            continue
        step, place = key or (len(entries), spot)
        key = None
        if symbol in _NOT_JSON:
            problems.append(Problem(file, line + 1, spot.column + 1, f"{symbol} is not a number"))
        if step in entries:
            first = entries[step].key.line + 1
            message = f"the key {quoted(str(step))} was given before, in line {first}"
            problems.append(Problem(file, place.line + 1, place.column + 1, message))
            dropped = int(symbol in "{[")
            continue
        entries[step] = Entry(place, spot)
        if symbol in "{[":
            outer.append((collection, entries))
            collection = collection[step]
            entries = places[id(collection)] = {}
    return places, problems
