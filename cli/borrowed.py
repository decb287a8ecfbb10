"""Findings in a bundled ladder that a checked file extends: nobody can mend them in its own file.

What the bundled ladder has by itself is counted and not shown. What comes of extending it, such as
a role that leads nowhere since another one was removed, is told where the file says `extends`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from graphs import Finding, check
from ladder import Ladder, Problem, bundled_names
from ladder.building import build_ladder
from ladder.bundles import bundled_file
from ladder.document import Document, Fault, read_document
from ladder.text import read_bytes

Located: TypeAlias = tuple[Finding, Problem]


class Base(NamedTuple):
    """A bundled ladder that a file extends."""

    name: str
    document: Document
    ladder: Ladder


def base_of(document: Document) -> Base | None:
    """Find the bundled ladder that a document extends, be it through others.

    Parameters
    ----------
    document : Document
        A sound one that extends another.

    Returns
    -------
    Base or None
    """
    names = {bundled_file(name): name for name in bundled_names()}
    for entries in document.places().values():
        for entry in entries.values():
            if entry.file in names:
                base = read_document(read_bytes(entry.file), entry.file)
                return Base(names[entry.file], base, build_ladder(base.root))
    return None


def without_inherited(ladder: Ladder, document: Document, base: Base) -> Ladder:
    """Leave out what the base says to ignore: it speaks of the base alone.

    Parameters
    ----------
    ladder : Ladder
        That the document makes.
    document : Document
    base : Base

    Returns
    -------
    Ladder
    """
    if ladder.ignore and document.locate([Fault(("ignore",), "")])[0].file == base.document.file:
        return replace(ladder, ignore=())
    return ladder


def sorted_out(
    located: Sequence[Located], base: Base, extends: Problem
) -> tuple[list[Located], int]:
    """Leave out what the base has by itself, and bring the rest to a place that can be mended.

    Parameters
    ----------
    located : sequence of (Finding, Problem)
    base : Base
    extends : Problem
        Its place is where the file says what it extends.

    Returns
    -------
    list of (Finding, Problem)
    int
        How many were left out, apart from what the base says to ignore.
    """
    file = base.document.file
    codes = {finding.rule.code for finding, problem in located if problem.file == file}
    by_itself = _places(base, codes) if codes else frozenset()
    kept, left_out = [], 0
    for finding, problem in located:
        if problem.file != file:
            kept.append((finding, problem))
        elif (finding.rule.code, problem.line, problem.column) in by_itself:
            left_out += 1
        elif finding.rule.code not in base.ladder.ignore:
            message = f"{problem.message} (in {base.name}, as it is changed here)"
            kept.append((finding, replace(extends, message=message)))
    return kept, left_out


def _places(base: Base, codes: Collection[str]) -> frozenset[tuple[str, int, int]]:
    """Where the base itself has findings of these codes: messages may count differently there."""
    findings = check(base.ladder, select=codes)
    problems = base.document.locate(finding.fault for finding in findings)
    return frozenset(
        (finding.rule.code, problem.line, problem.column)
        for finding, problem in zip(findings, problems, strict=True)
    )
