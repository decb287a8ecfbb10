"""The shape of the files: their JSON Schemas, and checking data against them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal, TypeAlias

from .document import Fault

Kind: TypeAlias = Literal["ladder", "person", "plan", "mapping", "node-link", "theme"]

# Beside the modules, not through importlib.resources: that takes 50 ms to import.
_HERE = os.path.dirname(__file__)


def schema_text(kind: Kind = "ladder") -> str:
    """JSON Schema (draft-07) that a file is checked against, for editors and other programs.

    Parameters
    ----------
    kind : {"ladder", "person", "plan", "mapping", "node-link", "theme"}
        Which file's.

    Returns
    -------
    str

    Examples
    --------
    >>> import json
    >>> json.loads(schema_text())["title"]
    'Career ladder'
    """
    with open(os.path.join(_HERE, f"{kind}.schema.json"), encoding="utf-8") as file:
        return file.read()


def starter_text() -> str:
    """Ladder file to start from, small, with comments that say what everything in it means.

    Returns
    -------
    str
        YAML.

    Examples
    --------
    >>> starter_text().splitlines()[0]
    '# A first ladder: four jobs in a support team. Change the names and figures to your own;'
    """
    with open(os.path.join(_HERE, "starter.yaml"), encoding="utf-8") as file:
        return file.read()


def shape_faults(kind: Kind, data: Any) -> Iterator[Fault]:
    """Everything that the schema forbids in the data's shape.

    Parameters
    ----------
    kind : {"ladder", "person", "plan", "mapping", "node-link", "theme"}
    data : object
        Plain data.

    Yields
    ------
    Fault
    """
    import fastjsonschema  # here, as `import ladder` need not wait for it

    try:
        _check(kind, thorough=False)(data)
    except fastjsonschema.JsonSchemaException:
        try:
            _check(kind, thorough=True)(data)
        except fastjsonschema.JsonSchemaValuesException as failed:
            from .nearest import Hints
            from .shape_wording import worded

            yield from worded(failed.errors, data, Hints())


@cache
def _check(kind: Kind, thorough: bool) -> Callable[[Any], Any]:
    """Check that raises; without details it is compiled in a third of the time."""
    from fastjsonschema import compile as compile_schema

    schema = json.loads(schema_text(kind))
    return compile_schema(
        schema, use_default=False, detailed_exceptions=thorough, fast_fail=not thorough
    )
