"""Plain data taken apart without trust in its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def mapping_at(value: Any, key: str) -> Mapping[str, Any]:
    """Mapping under a key; an empty one where something else or nothing is there.

    Parameters
    ----------
    value : object
        Plain data.
    key : str

    Returns
    -------
    mapping

    Examples
    --------
    >>> mapping_at({"roles": {"analyst": {}}}, "roles"), mapping_at(["roles"], "roles")
    ({'analyst': {}}, {})
    """
    inner = value.get(key) if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else {}


def list_at(value: Any, key: str) -> list[Any]:
    """List under a key; an empty one where something else or nothing is there.

    Parameters
    ----------
    value : object
        Plain data.
    key : str

    Returns
    -------
    list

    Examples
    --------
    >>> list_at({"levels": ["working"]}, "levels"), list_at({"levels": "working"}, "levels")
    (['working'], [])
    """
    inner = value.get(key) if isinstance(value, dict) else None
    return inner if isinstance(inner, list) else []
