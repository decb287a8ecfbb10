"""Plain data taken apart without trust in its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOST_MONTHS = 1200  # as in the schemas


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


def whole_months(value: Any) -> int | None:
    """Number of months, if the schemas take it as one; 3.0 they do.

    Parameters
    ----------
    value : object
        Plain data.

    Returns
    -------
    int or None

    Examples
    --------
    >>> whole_months(3.0), whole_months(-1), whole_months("3")
    (3, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value <= MOST_MONTHS and value == int(value) else None


def range_at(months: Any) -> tuple[int, int, int] | None:
    """Typical, fast and slow months, where the three are there.

    Parameters
    ----------
    months : object
        Plain data.

    Returns
    -------
    (int, int, int) or None

    Examples
    --------
    >>> range_at({"typical": 24, "range": [18, 30]}), range_at(24)
    ((24, 18, 30), None)
    """
    between = list_at(months, "range")
    if len(between) != 2:
        return None
    typical, fast, slow = map(whole_months, (months.get("typical"), *between))
    if typical is None or fast is None or slow is None:
        return None
    return typical, fast, slow
