"""The shape of the files: their JSON Schemas, and checking data against them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

from .document import Fault

Kind: TypeAlias = Literal["ladder", "person"]

# Beside the modules, not through importlib.resources: that takes 50 ms to import.
_HERE = os.path.dirname(__file__)
_quick_checks: dict[Kind, Callable[[Any], Any]] = {}


def schema_text(kind: Kind = "ladder") -> str:
    """JSON Schema (draft-07) that a file is checked against, for editors and other programs.

    Parameters
    ----------
    kind : {"ladder", "person"}
        Which file's.

    Returns
    -------
    str

    Examples
    --------
    >>> import json
    >>> json.loads(schema_text())["required"]
    ['name', 'roles']
    """
    with open(os.path.join(_HERE, f"{kind}.schema.json"), encoding="utf-8") as file:
        return file.read()


def shape_faults(kind: Kind, data: Any) -> Iterator[Fault]:
    """Everything that the schema forbids in the data's shape.

    Parameters
    ----------
    kind : {"ladder", "person"}
    data : object
        Plain data.

    Yields
    ------
    Fault
    """
    import fastjsonschema  # here, as `import ladder` need not wait for it

    schema = json.loads(schema_text(kind))
    # Without details the check compiles three times as fast; most files are right.
    if kind not in _quick_checks:
        _quick_checks[kind] = fastjsonschema.compile(
            schema, use_default=False, detailed_exceptions=False
        )
    try:
        _quick_checks[kind](data)
    except fastjsonschema.JsonSchemaException:
        thorough_check = fastjsonschema.compile(schema, use_default=False, fast_fail=False)
        try:
            thorough_check(data)
        except fastjsonschema.JsonSchemaValuesException as failed:
            from .shape_wording import worded

            for error in failed.errors:
                yield from worded(error, data)
