"""A ladder whose file extends another: found, merged, and checked with all that it builds on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.matching import Hints, nearest
from ladder.wording import listed, quoted, some

from .catalogue import bundled_file, bundled_names
from .document import MOST_FAULTS, MOST_VALUES, Document, Fault, Steps, values_in
from .merge import merge
from .reader import read_document
from .schema import keys_of, shape_faults
from .text import Read, read_bytes
from .validation import GROUPS, WORDS, Reference, dangling, list_at, mapping_at, sense_faults

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|//|\\\\").match
_SUFFIXES = (".yaml", ".yml", ".json")

Removed: TypeAlias = Mapping[tuple[str, str], Steps]
"""Where each thing is removed, by group and id."""

MOST_SHOWN = 3
MOST_BASES = 10
MOST_BESIDE = 1_000
"""Files that are looked through for one that may have been meant."""


class _Examined(NamedTuple):
    """A ladder with all that it builds on, and what is wrong with it."""

    whole: Document | None
    """None where it has not the shape on which another one could build."""
    problems: list[Problem]


def whole_document(document: Document, read: Read) -> Document:
    """Put together a ladder that extends another; entries know in which file they stand."""
    whole, problems = _examined(document, read, (os.path.normpath(document.file),), 0)
    if problems or whole is None:
        raise FileProblems(problems)
    return whole


def _examined(document: Document, read: Read, chain: tuple[str, ...], before: int) -> _Examined:
    """Examine a file to which others led, that have so many values."""
    root = document.root
    shape = list(shape_faults("ladder", root))
    if not isinstance(root, dict) or "extends" not in root:
        problems = document.refused([*shape, *sense_faults(root)])
        return _Examined(None if shape else document, problems)
    own = document.refused(shape)
    if not isinstance(root["extends"], str) or not root["extends"].strip():
        return _Examined(None, own)  # the shape has told it
    base = _base(document, read, chain, before + values_in(root))
    if base.whole is None:
        return _Examined(None, own + base.problems)
    merged = merge(base.whole, document)
    missing = list(shape_faults("ladder", merged.document.root))
    faults = [*missing, *sense_faults(merged.document.root)]
    between = [
        *document.refused([*shape, *merged.faults]),
        *_misfits(document, merged.document, faults, sound=not base.problems),
    ]
    whole = None if shape or missing else merged.document
    return _Examined(whole, [*dict.fromkeys(between), *base.problems])


def _base(document: Document, read: Read, chain: tuple[str, ...], before: int) -> _Examined:
    """Ladder that a file extends, the files in the chain being those that led to it."""
    name: str = document.root["extends"].strip()
    file = _base_file(name, document.file)

    def refused(message: str) -> _Examined:
        return _Examined(None, document.locate([Fault(("extends",), message)]))

    if reason := _in_a_row(file, chain) or _why_not(name, file):
        return refused(reason)
    try:
        if name in bundled_names():
            return _Examined(bundled_document(file), [])
        base = _read_base(file, read)
    except UnreadableFile as error:
        hint = "" if os.path.exists(file) else _hint_at_base(name, document.file)
        return refused(f"{error}{hint}")
    if base is None:
        return refused(f"{file} is no ladder; check it by itself to see why")
    if before + values_in(base.root) > MOST_VALUES:
        return refused(f"with what it extends, the ladder has more than {MOST_VALUES:,} values")
    return _examined(base, read, (*chain, file), before)


def _read_base(file: str, read: Read) -> Document | None:
    """Read a base; None where it is none, of which no more is told.

    It may be anybody's file, and hold what a stranger, whose ladder extends it, is not to see.
    """
    try:
        base = read_document(read(file), file)
    except FileProblems:
        return None
    return base if _is_like_ladder(base.root) else None


def _is_like_ladder(root: Any) -> bool:
    """Whether a file is meant to be a ladder, whose mistakes may be told.

    >>> _is_like_ladder({"name": "X", "roles": {}, "trcks": {}})
    True
    >>> _is_like_ladder({"name": "X", "password": "Y"})
    False
    """
    if not isinstance(root, dict):
        return False
    if root.get("extends") in bundled_names():
        return True
    known = keys_of("ladder").intersection(root)
    return len(known) > len(root) / 2 and not known.isdisjoint(("extends", *GROUPS, "transitions"))


def bundled_document(file: str) -> Document:
    """Read a bundled ladder, with all that it extends; the package's own tests check them."""
    document = read_document(read_bytes(file), file)
    return whole_document(document, read_bytes) if "extends" in document.root else document


def _base_file(name: str, of: str) -> str:
    """File that a ladder's `extends` means.

    >>> _base_file("../company.yaml", of="teams/payments.yaml")
    'company.yaml'
    """
    if name in bundled_names():
        return bundled_file(name)
    return os.path.normpath(os.path.join(os.path.dirname(of), name))


def _why_not(name: str, file: str) -> str | None:
    """Reason for not even looking at a file: ladders come from strangers.

    >>> _why_not("https://example.org/ladder.yaml", "https:/example.org/ladder.yaml")
    'a ladder extends a file or a bundled ladder, not an address; save it beside this one first'
    """
    if _ADDRESS(name):
        return (
            "a ladder extends a file or a bundled ladder, not an address; save it beside this one "
            "first"
        )
    if not name.isprintable():
        return f"{quoted(name)} has characters in it that cannot be shown, such as a tab"
    if os.path.realpath(file).startswith(("/dev/", "/proc/")):
        return f"{file} is a device, which may never end; give a file"
    return None


def _near_files(name: str, files: Sequence[str]) -> list[str]:
    """Files that may be meant by another name: what all ladders end in makes none alike."""
    stems = {os.path.splitext(file)[0]: file for file in files[:MOST_BESIDE]}
    return [stems[near] for near in nearest(os.path.splitext(os.path.basename(name))[0], stems)]


def _hint_at_base(name: str, of: str) -> str:
    """Words that end a message about a base that is not there: what may have been meant."""
    folder = os.path.dirname(name)
    try:
        beside = sorted(os.listdir(os.path.join(os.path.dirname(of), folder) or "."))
    except (OSError, ValueError):
        beside = []
    itself = os.path.basename(of)
    ladders = [file for file in beside if file.endswith(_SUFFIXES) and file != itself]
    near = _near_files(name, ladders)
    if folder:
        return Hints().hint(name, [f"{folder}/{file}" for file in near])
    hint = Hints().hint(name, [*bundled_names(), *near])
    if os.path.splitext(name)[1]:
        return hint
    return f", nor a bundled ladder of that name; there are {some(bundled_names())}{hint}"


def _in_a_row(file: str, chain: tuple[str, ...]) -> str | None:
    """What is wrong with one more file to extend, after those in the chain."""
    if file in chain:
        circle = " → ".join([*chain[chain.index(file) :], file])
        return f"these extend each other in a circle: {circle}"
    if len(chain) > MOST_BASES:
        return f"more than {MOST_BASES} ladders extend one another in a row"
    return None


def _misfits(
    given: Document, whole: Document, faults: list[Fault], *, sound: bool
) -> list[Problem]:
    """Tell what is wrong with the whole, of the file that extends."""
    removed = _removed(given.root)
    used = [each for each in dangling(whole.root) if (each.group, each.id) in removed]
    told = {(each.steps, each.at_key) for each in used}
    problems = [*_still_used(given, whole, used, removed)]
    unfit: dict[str, list[Problem]] = {}
    for problem in whole.locate(
        each for each in faults[:MOST_FAULTS] if (each.steps, each.at_key) not in told
    ):
        if problem.file == given.file:
            problems.append(problem)
        elif sound:
            unfit.setdefault(problem.message, []).append(problem)
    for message, found in unfit.items():
        text = f"what is changed here does not fit {_places(found)}: {message}"
        problems += given.locate([Fault(("extends",), text)])
    return problems


def _removed(root: Any) -> Removed:
    """Things that a file removes, and does not give anew."""
    remove = mapping_at(root, "remove")
    return {
        (group, key): ("remove", group, index)
        for group in GROUPS
        for index, key in enumerate(list_at(remove, group))
        if isinstance(key, str) and key not in mapping_at(root, group)
    }


def _still_used(
    given: Document, whole: Document, used: list[Reference], removed: Removed
) -> Iterator[Problem]:
    """References to what is removed: those of the file itself, and, in one, those to its base's."""
    places = whole.locate(Fault(each.steps, "", each.at_key) for each in used)
    in_base: dict[tuple[str, str], list[Problem]] = {}
    for reference, place in zip(used, places, strict=True):
        thing = reference.group, reference.id
        if place.file != given.file:
            in_base.setdefault(thing, []).append(place)
            continue
        (removal,) = given.locate([Fault(removed[thing], "")])
        message = f"no {_named(thing)}: it is removed in line {removal.line}"
        yield replace(place, message=message)
    for thing, uses in in_base.items():
        message = (
            f"the {_named(thing)} is still used, in {_places(uses)}; change or remove that too"
        )
        yield from given.locate([Fault(removed[thing], message)])


def _places(problems: list[Problem]) -> str:
    shown = [f"{each.file}:{each.line}:{each.column}" for each in problems[:MOST_SHOWN]]
    more = len(problems) - len(shown)
    return f"{', '.join(shown)} and {more} more" if more else listed(shown, "and")


def _named(thing: tuple[str, str]) -> str:
    return f"{WORDS[thing[0]]} {quoted(thing[1])}"
