"""The content of a file as a document, read as JSON or as YAML."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import Any

from .document import Document, Fault, Steps
from .text import MOST_ODD, decode, odd_characters


def read_document(content: bytes, file: str, *, json: bool | None = None) -> Document:
    """Read a file's content, as JSON or as YAML."""
    text = decode(content, file)
    # One of the two is imported: json and yaml both count at start-up.
    if json is None:
        json = os.path.splitext(file)[1].lower() == ".json"
    if json:
        from .json_reader import read_json

        document = read_json(text, file)
    else:
        from .yaml_reader import read_yaml

        document = read_yaml(text, file)
    if "\\" in text:
        document.check(islice(_odd_escapes(document.data), MOST_ODD))
    return document


def _odd_escapes(data: list[Any]) -> Iterable[Fault]:
    r"""Characters that came in by escapes such as ``\u0000``, unseen in the text itself."""
    waiting: list[tuple[Steps, Any]] = [((), data[0])]
    while waiting:
        steps, value = waiting.pop()
        if isinstance(value, str):
            yield from (Fault(steps, message) for _, message in odd_characters(value))
        elif isinstance(value, list):
            waiting += [((*steps, index), item) for index, item in enumerate(value)]
        elif isinstance(value, dict):
            waiting += [((*steps, key), item) for key, item in value.items()]
            for key in value:
                yield from (
                    Fault((*steps, key), message, at_key=True) for _, message in odd_characters(key)
                )
