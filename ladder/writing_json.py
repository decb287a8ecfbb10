"""Plain data as JSON text that is compact and can be compared line by line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_text(data: Mapping[str, Any]) -> str:
    """Write a mapping as JSON: each entry of its entries has a line of its own.

    Parameters
    ----------
    data : mapping of str to object
        Plain data.

    Returns
    -------
    str

    Examples
    --------
    >>> print(json_text({"name": "Craft", "roles": {"smith": {"name": "Smith"}}}), end="")
    {
    "name":"Craft",
    "roles":{
      "smith":{"name":"Smith"}
    }
    }
    """
    entries = [f"{_compact(key)}:{_section(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _section(value: Any) -> str:
    if isinstance(value, dict) and value:
        lines = [f"  {_compact(str(key))}:{_compact(item)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + "\n}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(f"  {_compact(item)}" for item in value) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
