"""That no alias of a role is a name of another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Fault
from .folding import fold
from .shapes import list_at
from .wording import quoted, short


def alias_faults(roles: Mapping[str, Any]) -> Iterator[Fault]:
    """Aliases by which two roles would be called, case, spaces and hyphens aside.

    Parameters
    ----------
    roles : mapping
        Plain data of the roles; what has a wrong shape is skipped.

    Yields
    ------
    Fault

    Examples
    --------
    >>> roles = {"product-manager": {"aliases": ["PM"]}, "project-manager": {"aliases": ["pm"]}}
    >>> next(alias_faults(roles)).message
    'the alias "pm" is also an alias of product-manager'
    """
    owners: dict[str, tuple[str, str]] = {}
    for role, value in roles.items():
        owners.setdefault(fold(role), (role, "the id"))
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            owners.setdefault(fold(value["name"]), (role, "the name"))
    for role, value in roles.items():
        for index, alias in enumerate(list_at(value, "aliases")):
            if isinstance(alias, str):
                owner, what = owners.setdefault(fold(alias), (role, "an alias"))
                if owner != role:
                    message = f"the alias {quoted(alias)} is also {what} of {short(owner)}"
                    yield Fault(("roles", role, "aliases", index), message)
