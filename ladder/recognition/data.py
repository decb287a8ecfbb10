"""What JSON and YAML hold, by the keys that they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ladder.errors import FileProblems, Problem
from ladder.files.document import Document
from ladder.importers.drawn.dialects import dialect_of_data
from ladder.wording import quoted, some

NODE_LINK, DRAWING = "node-link", "drawing"
_TABLE = "expected a table of roles and skills, such as a workbook or CSV, or a graph"
_IS_LADDER = "this is a ladder file already, and needs no import; name it with --ladder"

Root = Mapping[str, Any]
Sign = Callable[[Root], bool]


def _has(*keys: str) -> Sign:
    return lambda root: all(key in root for key in keys)


def _any(*signs: Sign) -> Sign:
    return lambda root: any(sign(root) for sign in signs)


def _is_ladder(root: Root) -> bool:
    return isinstance(root.get("roles"), dict) or isinstance(root.get("extends"), str)


SHAPES: tuple[tuple[Sign, str], ...] = (
    (_is_ladder, _IS_LADDER),
    (_has("stays", "status"), "this is a plan of this program's, not a framework; ladder progress "
     "reads it"),
    (_any(_has("openapi"), _has("swagger")), f"this describes an interface (OpenAPI); {_TABLE}"),
    (_any(_has("name", "version", "dependencies"), _has("name", "version", "scripts"),
          _has("name", "version", "devDependencies")),
     f"this describes a package of programs (package.json); {_TABLE}"),
    (_has("nbformat"), f"this is a notebook of Jupyter; {_TABLE}"),
    (_any(_has("$schema", "properties"), _has("$schema", "$defs")),
     f"this is a JSON Schema; {_TABLE}"),
    (_has("apiVersion", "kind"), f"this sets up Kubernetes; {_TABLE}"),
    (_has("services"), f"this sets up containers (Compose); {_TABLE}"),
    (_has("jobs", "on"), f"this sets up GitHub Actions; {_TABLE}"),
)  # fmt: skip


def kind_of_data(document: Document) -> str:
    """Tell graphs and drawings from all else, which is refused for what it is."""
    root = document.root
    if not isinstance(root, dict):
        raise _refused(document, _of_no_mapping(root))
    for sign, message in SHAPES:
        if sign(root):
            raise _refused(document, message)
    if dialect_of_data(root):
        return DRAWING
    if isinstance(root.get("nodes"), list):
        return NODE_LINK
    keys = some([quoted(key) for key in root])
    raise _refused(
        document, f"this has the keys {keys or 'none'}, which no framework has; {_TABLE}"
    )


def _of_no_mapping(root: Any) -> str:
    if isinstance(root, list) and root and isinstance(root[0], dict):
        keys = some([quoted(key) for key in root[0]])
        return f"this is a list of records with {keys}; write it as CSV, and import that"
    if isinstance(root, list):
        return f"this is a bare list; {_TABLE}"
    return f"there are no keys and no records in it; {_TABLE}"


def _refused(document: Document, message: str) -> FileProblems:
    return FileProblems([Problem(document.file, 1, 1, message)])
