"""Whole numbers of any library, such as numpy's and pandas', as Python's own.

Months and levels are added, packed and written as JSON, none of which others can be relied on for.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import index
from typing import Any, TypeVar

T = TypeVar("T")


def whole(value: T) -> T:
    """A whole number as one of Python's; all else, true and false among it, as it is."""
    if type(value) is int or isinstance(value, bool):
        return value
    try:
        return index(value)  # type: ignore[arg-type, return-value]
    except TypeError:
        return value


def make_whole(thing: object, *fields: str) -> None:
    """Make whole numbers in fields of a frozen value Python's own, in mappings and pairs, too."""
    for field in fields:
        value = getattr(thing, field)
        if not _is_whole(value):
            object.__setattr__(thing, field, _throughout(value))


def _is_whole(value: Any) -> bool:
    if isinstance(value, dict):
        return _NAMES.issuperset(map(type, value)) and (
            _NUMBER.issuperset(map(type, value.values())) or all(map(_is_whole, value.values()))
        )
    return type(value) is int or value is None


_NAMES, _NUMBER = frozenset((str, int)), frozenset((int,))


def _throughout(value: Any) -> Any:
    if isinstance(value, Mapping):
        made = {whole(key): _throughout(one) for key, one in value.items()}
        return type(value)(made)  # type: ignore[call-arg]
    if isinstance(value, tuple):
        return tuple(map(whole, value))
    return whole(value)
