"""The shape of the files: their JSON Schemas, and what in a file they forbid, in plain words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ladder.matching import Hints
from ladder.wording import described, listed, quoted, short

from .document import MOST_FAULTS, Fault, Steps

if TYPE_CHECKING:
    from fastjsonschema import JsonSchemaValueException

Kind: TypeAlias = Literal["ladder", "person", "plan", "mapping", "node-link", "theme"]

# Beside the modules, not through importlib.resources: that takes 50 ms to import.
_HERE = os.path.dirname(__file__)

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "object": "a mapping",
    "array": "a list",
    "boolean": "true or false",
}

_SOMETHING = r"\S"  # the pattern of a text that is not empty

_INDEX = re.compile(r"\[(\d+)\]")
_KEY_END = re.compile(r"(?=[.\[]|\Z)")
MOST_ENDS = 100  # of a key that is nothing but full stops


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


def keys_of(kind: Kind) -> frozenset[str]:
    """Keys that a file may have, on its own level."""
    import json

    return frozenset(json.loads(schema_text(kind))["properties"])


def shape_faults(kind: Kind, data: Any) -> Iterator[Fault]:
    """Everything that the schema forbids in the data's shape."""
    import fastjsonschema  # here, as the bundled ladders need no check

    try:
        _check(kind, thorough=False)(data)
    except fastjsonschema.JsonSchemaException:
        try:
            _check(kind, thorough=True)(data)
        except fastjsonschema.JsonSchemaValuesException as failed:
            yield from _worded(failed.errors, data, Hints())


@cache
def _check(kind: Kind, thorough: bool) -> Callable[[Any], Any]:
    """Check that raises; without details it is compiled in a third of the time."""
    import json

    import fastjsonschema

    schema = json.loads(schema_text(kind))
    return fastjsonschema.compile(
        schema, use_default=False, detailed_exceptions=thorough, fast_fail=not thorough
    )


def _worded(errors: Sequence[JsonSchemaValueException], data: Any, hints: Hints) -> Iterator[Fault]:
    """One fault for all that a mapping lacks, one for each unknown key, else one for each rule."""
    if len(errors) > MOST_FAULTS:  # those of a mapping come in no order
        errors = sorted(errors, key=lambda error: error.name or "")
    # Several rules may say what one mapping needs.
    needed: dict[int, list[str]] = {}
    for error in errors:
        if error.rule == "required":
            needed.setdefault(id(error.value), []).extend(error.definition["required"])
    for error in errors[:MOST_FAULTS]:
        if error.rule != "required":
            yield from _of_one(error, data, hints)
        elif keys := needed.pop(id(error.value), None):
            missing = [key for key in keys if key not in error.value]
            definition = {**error.definition, "required": keys}
            yield Fault(_steps(error, data), _missing(missing, definition))
    for error in errors[MOST_FAULTS:]:  # to be counted; so many are never told
        if error.rule != "required" or needed.pop(id(error.value), []):
            yield Fault((), "")


def _of_one(error: JsonSchemaValueException, data: Any, hints: Hints) -> Iterator[Fault]:
    steps = _steps(error, data)
    definition: Mapping[str, Any] = error.definition
    if error.rule == "additionalProperties":
        known = list(definition["properties"])
        for key in error.value:
            if key not in known:
                yield Fault(
                    (*steps, key), f"unknown key {quoted(key)}{_instead(key, known, hints)}", True
                )
    elif data is None:
        yield Fault((), f"the file is empty; expected {_one(definition)}")
    else:
        where = next((f"{short(step)}: " for step in reversed(steps) if isinstance(step, str)), "")
        yield Fault(steps, where + _mismatch(error.rule, definition, error.value))


def _one(definition: Mapping[str, Any]) -> str:
    what: str = definition["title"].lower()
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"


def _missing(keys: Sequence[str], definition: Mapping[str, Any]) -> str:
    """What a mapping lacks, and what it has to have; a longer form of a value is shown whole."""
    are = f"{listed(keys, 'and')} {'is' if len(keys) == 1 else 'are'} missing"
    if isinstance(definition["type"], list):
        return f"{are}: expected {_expected(definition)}"
    if 1 < len(keys) == len(definition["required"]):
        return f"{are}: {_one(definition)} needs them"
    return f"{are}: {_one(definition)} needs {listed(definition['required'], 'and')}"


_OTHER_WORDS = {
    "name": "title label heading",
    "about": "description desc summary details text",
    "aliases": "synonyms aka alias titles abbreviations",
    "track": "stream department job_family discipline",
    "family": "department area",
    "rank": "level grade seniority order",
    "group": "category area",
    "expects": "skills competencies competences needs requires",
    "develops": "teaches gives gains outcomes learns skills",
    "requires": "prerequisites prerequisite requirements needs gate gates skills expects",
    "months": "duration time length tenure after",
    "cost": "price costs fee",
    "kind": "type category",
    "url": "link href website page",
    "from": "from_role source_role",
    "to": "to_role target goal",
    "roles": "jobs positions titles",
    "skills": "competencies competences capabilities",
    "levels": "scale proficiency",
    "tracks": "families streams departments",
    "transitions": "moves promotions edges steps",
    "activities": "courses trainings learning",
}
"""By key, what people write for it; of several keys that a word stands for, the first counts."""

_MOVES = ("next", "next_roles", "leads_to", "promotes_to", "promotion")


def _meant(key: str, known: Sequence[str]) -> str | None:
    """Key for which another word stands.

    >>> _meant("title", ["about", "name"]), _meant("Skills", ["kind", "requires"])
    ('name', 'requires')
    """
    word = key.lower().replace("-", "_")
    keys = (each for each, words in _OTHER_WORDS.items() if word in words.split())
    return next((each for each in keys if each in known), None)


def _instead(key: str, known: Sequence[str], hints: Hints) -> str:
    if key == "<<":
        return "; merging mappings is not possible here, write the keys out"
    if meant := _meant(key, known):
        return f"; did you mean {meant}?"
    if key in _MOVES and "expects" in known:  # of a role
        return '; moves stand under "transitions", each with from, to and months'
    if re.fullmatch(r"\d{3}", key):
        return "; a number is written without commas"
    if found := re.fullmatch(r"([^\s:]+):(\S+)", key):
        return f'; expected a space after ":", as in {short(found[1])}: {short(found[2])}'
    return hints.hint(key, known) or f"; expected {listed(known)}"


def _mismatch(rule: str | None, definition: Mapping[str, Any], value: Any) -> str:
    if rule in ("minItems", "maxItems") and _is_of_fixed_length(definition):
        return f"expected {_expected(definition)}, found {len(value)}"
    if rule in ("minItems", "minProperties"):
        return "expected at least one entry, found none"
    if rule == "maxItems":
        return f"expected at most {definition['maxItems']} entries, found {len(value)}"
    if rule == "pattern" and definition["pattern"] == _SOMETHING:
        return "expected some text, found none"
    return f"expected {_expected(definition)}, found {described(value)}{_advice(definition, value)}"


def _expected(definition: Mapping[str, Any]) -> str:
    """What a value should be, as the schema has it."""
    if "enum" in definition:
        return listed(definition["enum"])
    kind = definition["type"]
    if isinstance(kind, list):
        return _titled(definition)
    if _is_of_fixed_length(definition):
        return f"{definition['minItems']} entries, such as {definition['examples'][0]}"
    if definition.get("pattern", _SOMETHING) != _SOMETHING:
        return _titled(definition)
    if "maximum" in definition:
        return f"{_TYPES[kind]} from {definition['minimum']:,} to {definition['maximum']:,}"
    shown = kind == "object" and "examples" in definition
    return _TYPES[kind] + (f" such as {_shown(definition['examples'][0])}" if shown else "")


def _shown(mapping: Mapping[str, Any]) -> str:
    """A mapping as people write it.

    >>> _shown({"sql": "working", "excel": 2})
    '{sql: working, excel: 2}'
    """
    return f"{{{', '.join(f'{key}: {value}' for key, value in mapping.items())}}}"


def _titled(definition: Mapping[str, Any]) -> str:
    title: str = definition["title"]
    return title[:1].lower() + title[1:]


def _is_of_fixed_length(definition: Mapping[str, Any]) -> bool:
    return "minItems" in definition and definition["minItems"] == definition.get("maxItems")


def _advice(definition: Mapping[str, Any], value: Any) -> str:
    kind = definition.get("type")
    text = kind == "string" or (isinstance(kind, list) and definition.get("pattern") == _SOMETHING)
    if text and isinstance(value, bool | int | float):
        return "; put it in quotes"
    if kind == "array" and isinstance(value, str):
        return "; put it in [brackets]"
    return ""


def _steps(error: JsonSchemaValueException, data: Any) -> Steps:
    """Path to the value.

    The error has it only as text such as ``data.roles.analyst.aliases[0]``, in which a key with a
    full stop cannot be told from two keys; so it is followed through the data.
    """
    matches = list(_followed(data, (error.name or "").removeprefix("data")))
    exact = (steps for steps, value in matches if value is error.value)
    return next(exact, matches[0][0] if matches else ())


def _followed(value: Any, name: str) -> Iterator[tuple[Steps, Any]]:
    """Paths from a value that read like the name, each with what is at its end."""
    if not name:
        yield (), value
    elif isinstance(value, list) and (index := _INDEX.match(name)):
        step = int(index[1])
        for steps, found in _followed(value[step], name[index.end() :]):
            yield (step, *steps), found
    elif isinstance(value, dict):
        ends = [mark.start() for mark in islice(_KEY_END.finditer(name, 1), MOST_ENDS)]
        for end in ends:
            if (key := name[1:end]) in value:
                for steps, found in _followed(value[key], name[end:]):
                    yield (key, *steps), found
