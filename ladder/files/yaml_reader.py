"""YAML text to plain data, with the place of everything in it.

Read from PyYAML's events, one after the other: nothing here recurses, so that no depth can overflow
the stack (its own composer crashes the process on 200,000 open brackets); an alias is the value it
names, never a copy; and no tag is ever acted upon. What PyYAML says about bad syntax is put into
plain words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ladder.errors import FileProblems, Problem
from ladder.wording import quoted, short

from .document import MOST_VALUES, START, TOO_MANY_VALUES, Document, Entry, Places, Spot
from .text import plain_value, usual

MOST_DEPTH = 50
TOO_DEEP = f"nested more than {MOST_DEPTH} deep"

# PyYAML's stubs know events that stand nowhere; those of a reader all have a place.
_Event: TypeAlias = Any
MOST_ALIASED = 100_000
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(text: str, file: str) -> Document:
    """Read YAML, with its surprises off: ``no``, ``on`` and dates stay text."""
    reader = _Reader(text, file)
    try:
        reader.read(text)
    except yaml.YAMLError as error:
        problem = _syntax_problem(error, text, file)
        raise FileProblems([*reader.problems, problem]) from None
    if not reader.data:
        reader.put(None, START)
    return Document(file, reader.data, lambda: reader.places, tuple(reader.problems))


class _Reader:
    """Builds the data, event by event; ``collection`` is the one being filled."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.spelt = usual if "\\" in text else str
        self.data: list[Any] = []
        self.problems: list[Problem] = []
        self.collection: Any = self.data
        self.entries: dict[str | int, Entry] = {}
        self.places: Places = {id(self.data): self.entries}
        self.repeated: list[Any] = []  # kept, so that nothing else gets the identity of its place
        self.key: _Event = None  # waits for its value
        self.outer: list[tuple[Any, dict[str | int, Entry], str | None, int]] = []
        self.values = 0  # so far, each alias counted as all that it stands for
        self.aliased = 0
        self.anchors: dict[str, tuple[Any, int] | None] = {}

    def read(self, text: str) -> None:
        takers: dict[type, Callable[[_Event], None]] = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.open,
            SequenceStartEvent: self.open,
            MappingEndEvent: self.close,
            SequenceEndEvent: self.close,
            AliasEvent: self.alias,
            DocumentStartEvent: self.start,
        }
        next_event = _Loader(text).get_event
        while (event := next_event()) is not None:
            if take := takers.get(type(event)):
                take(event)

    def start(self, event: _Event) -> None:
        if self.data:
            self.stop(
                event.start_mark, "a second document starts here; give each a file of its own"
            )

    def scalar(self, event: _Event) -> None:
        if event.tag is not None:
            self.refuse_tag(event, event.tag)
        value: Any = self.spelt(event.value)
        if self.key is None and type(self.collection) is dict:
            self.key = event
        else:
            if event.implicit[0]:
                value = plain_value(value)
            self.put(value, event.start_mark)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)

    def open(self, event: _Event) -> None:
        if event.tag is not None:
            self.refuse_tag(event, event.tag)
        if self.key is None and type(self.collection) is dict:
            self.stop(event.start_mark, "a key must be text, not a list or a mapping")
        if len(self.outer) >= MOST_DEPTH:
            self.stop(event.start_mark, TOO_DEEP)
        if event.anchor is not None:
            self.anchors[event.anchor] = None  # until it is closed
        value: Any = {} if isinstance(event, MappingStartEvent) else []
        self.put(value, event.start_mark)
        self.outer.append((self.collection, self.entries, event.anchor, self.values))
        self.collection = value
        self.entries = self.places[id(value)] = {}

    def close(self, _: _Event) -> None:
        value = self.collection
        self.collection, self.entries, anchor, before = self.outer.pop()
        if anchor is not None:
            self.anchors[anchor] = (value, self.values - before + 1)

    def alias(self, event: _Event) -> None:
        name = event.anchor
        if name not in self.anchors:
            self.stop(
                event.start_mark,
                f"there is no anchor {quoted('&' + name)} above this alias; a text that begins "
                'with "*" needs quotes',
            )
        if (anchored := self.anchors[name]) is None:
            self.stop(
                event.start_mark, f"the alias {quoted('*' + name)} stands inside what it names"
            )
        if self.key is None and type(self.collection) is dict:
            self.stop(event.start_mark, "a key cannot be an alias; write it out")
        value, size = anchored
        self.values += size - 1
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            self.stop(
                event.start_mark,
                f"aliases stand for more than {MOST_ALIASED:,} values (an alias bomb)",
            )
        self.put(value, event.start_mark)

    def put(self, value: Any, spot: Spot) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop(spot, TOO_MANY_VALUES)
        if type(self.collection) is list:
            self.entries[len(self.collection)] = Entry(spot, spot)
            self.collection.append(value)
            return
        key, place = self.spelt(self.key.value), self.key.start_mark
        self.key = None
        if key in self.collection:
            first = self.entries[key].key
            message = f"the key {quoted(key)} was given before, in line {first.line + 1}"
            self.problem(place, message)
            self.repeated.append(value)
        else:
            self.entries[key] = Entry(place, spot)
            self.collection[key] = value

    def refuse_tag(self, event: _Event, tag: str) -> None:
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        self.problem(event.start_mark, f"the tag {quoted(shown)} is not allowed; remove it")

    def problem(self, spot: Spot, message: str) -> None:
        self.problems.append(Problem(self.file, spot.line + 1, spot.column + 1, message))

    def stop(self, spot: Spot, message: str) -> NoReturn:
        self.problem(spot, message)
        raise FileProblems(self.problems)


# Parts of what PyYAML's two readers (C and Python) say, and what to say instead.
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        'a ":" is not expected here: indent the line like its neighbours, '
        'or quote a text that holds ": "',
    ),
    ("',' or ']'", 'expected "," or "]": a list is not closed'),
    ("',' or '}'", 'expected "," or "}": a mapping is not closed'),
    ("expected ':'", 'expected ":" after the key'),
    ("unexpected end of stream", "the quotes are not closed"),
    ("unknown escape", 'unknown escape: write "\\\\" for a backslash, or use single quotes'),
    ("cannot start any token", "a text cannot start with this character; put it in quotes"),
    ("alphabetic or numeric", 'a text that begins with "&" or "*" needs quotes'),
    ("'-' indicator", 'expected "-" or less indentation'),
    ("expected key", "expected a key here: indent the line like its neighbours"),
    ("expected <block end>", "expected a key or an item: indent the line like its neighbours"),
    # The newer C reader gives up by itself, before it has handed over the first bracket.
    ("maximum nesting depth", TOO_DEEP),
    ("incompatible YAML", "only YAML 1.1 and 1.2 can be read"),
)


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """What PyYAML found wrong, in words for the person who wrote the file."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem(file, 1, 1, "not YAML: " + " ".join(str(error).split()))
    line, column = mark.line + 1, mark.column + 1
    lines = text.splitlines()
    here = lines[mark.line] if mark.line < len(lines) else ""
    indentation = here[: len(here) - len(here.lstrip())]
    if "\t" in indentation:
        return Problem(file, line, indentation.index("\t") + 1, "indented with a tab; use spaces")
    if unquoted := _unquoted(here, mark.column):
        return Problem(file, line, column, unquoted)
    said = getattr(error, "problem", None) or str(error)
    above = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
    if "mapping values" in said and _UNSPACED.match(above, len(indentation)):
        return _without_space(above, line - 1, len(indentation), file)
    plain = next((words for part, words in _PLAIN_WORDS if part in said), f"not YAML: {said}")
    opened = getattr(error, "context_mark", None)
    if "expected ':'" in said and opened is not None:  # told only at the line behind it
        return _without_space(lines[opened.line], opened.line + 1, opened.column, file)
    if "not closed" in plain and opened is not None:
        plain += f" (opened in line {opened.line + 1})"
    return Problem(file, line, column, plain)


_UNSPACED = re.compile(r"([\w-]+):([^\s:/].*)")
"""A key with its value, and nothing between."""


def _without_space(here: str, line: int, column: int, file: str) -> Problem:
    """What a line lacks that should have a key; most often it is the space behind the colon."""
    message = 'expected ":" and a space after the key'
    if found := _UNSPACED.match(here, column):
        message = f'expected a space after ":", as in {short(found[1])}: {short(found[2].strip())}'
    return Problem(file, line, column + 1, message)


MOST_LINE = 1_000
"""Characters of a line that is looked at for missing quotes; that takes time with their square."""

_KEYS = re.compile(
    " (name|about|url|kind|months|cost|requires|develops|expects|track|rank|aliases|from|to|source"
    "|confidence|final|group|family|levels|typical|range)$"
)
"""Before which a comma may have been left out."""

_KEY_AND_TEXT = re.compile(r"""(?:.*[{,] *|[\s-]*)([^\s:{},"'#][^:{},"'#]*): +([^\s"'{\[].*)""")


def _unquoted(line: str, column: int) -> str | None:
    """What to write instead of a text that holds ": ", where that is what stopped the reader.

    >>> print(_unquoted("about: Note: this", 11))
    a text that holds ": " needs quotes: about: "Note: this"
    """
    before, after = line[:column], line[column:]
    found = _KEY_AND_TEXT.fullmatch(before) if len(line) <= MOST_LINE else None
    if found is None or not re.match(":(?: |$)", after):
        return None
    key, begun = found.groups()
    inside = line.lstrip(" -").startswith(("{", "[")) or before.count("{") > before.count("}")
    text = f"{begun}{re.split(r'[],}]', after)[0] if inside else after}".rstrip()
    quotes = "'" if '"' in text or "\\" in text else '"'
    shown = text.replace("'", "''") if quotes == "'" else text
    needed = f'a text that holds ": " needs quotes: {short(key)}: {quotes}{short(shown)}{quotes}'
    if inside and (last := _KEYS.search(begun)):
        return f'expected "," before {last[1]}; or, if it is one text, {needed}'
    return needed
