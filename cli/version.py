"""Which version this is, and what it runs on: what a report of a fault should say."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Any

DISTRIBUTION = "career-ladder"


def described() -> str:
    """The version in a line."""
    own = _version(DISTRIBUTION)
    return f"ladder {own}" if own else "ladder, not installed"


def in_parts() -> dict[str, Any]:
    """The version, those of Python and of what it needs or may use, and the system."""
    return {
        "format": 1,
        "ladder": _version(DISTRIBUTION),
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": {name: _version(name) for name in _used()},
    }


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _used() -> list[str]:
    """Distributions that are needed, or that some commands use where they are there."""
    try:
        lines = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return []
    names = {
        _name(line)
        for line in lines
        if not any(f'extra == "{extra}"' in line.replace("'", '"') for extra in _FOR_DEVELOPERS)
    }
    return sorted(names - {DISTRIBUTION})


_FOR_DEVELOPERS = ("dev", "docs", "release")


def _name(line: str) -> str:
    """The name that a requirement begins with.

    >>> _name("fastjsonschema>=2.22; extra == 'x'")
    'fastjsonschema'
    """
    return re.split(r"[^\w.-]", line, maxsplit=1)[0]
