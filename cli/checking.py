"""Checking ladder files: what is wrong or odd in each, and where.

Nobody can mend in their own file what a bundled ladder that it extends has by itself: that is
counted and not shown. What comes of extending it, such as a role that leads nowhere since another
one was removed, is told where the file says `extends`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from graphs import Finding, Rule, check
from graphs.lint.rules import UNSOUND
from ladder import FileProblems, Ladder, Problem, bundled_names
from ladder.files.builder import build_ladder
from ladder.files.catalogue import bundled_file
from ladder.files.document import Document, Fault
from ladder.files.extends import bundled_document
from ladder.files.loader import sound_document
from ladder.files.reader import read_document
from ladder.files.text import FilePath, read_bytes

from .ladders import file_of
from .output import printable

Located: TypeAlias = tuple[Finding, Problem]


class Base(NamedTuple):
    """A bundled ladder that a file extends."""

    name: str
    document: Document
    ladder: Ladder
    files: frozenset[str]
    """Its own, and those of the bundled ladders that it extends itself."""


def base_of(document: Document) -> Base | None:
    """Find the bundled ladder that a document extends, be it through others."""
    names = {bundled_file(name): name for name in bundled_names()}
    found = document.files().intersection(names) - {document.file}
    if not found:
        return None
    bases = {file: bundled_document(file) for file in sorted(found)}
    file = max(bases, key=lambda each: len(bases[each].files()))  # the one that has all the others
    base = bases[file]
    return Base(names[file], base, build_ladder(base.root), base.files())


def sorted_out(
    located: Sequence[Located], base: Base, extends: Problem, ignored: Collection[str]
) -> tuple[list[Located], int]:
    """Leave out what the base has by itself, and bring the rest to a place that can be mended.

    Of what the base ignores, nothing is looked for in it.
    """
    codes = {finding.rule.code for finding, problem in located if problem.file in base.files}
    codes.difference_update(ignored)
    by_itself = _places(base, codes) if codes else frozenset()
    kept, left_out = [], 0
    for finding, problem in located:
        if problem.file not in base.files:
            kept.append((finding, problem))
        elif (finding.rule.code, *_place(problem)) in by_itself:
            left_out += 1
        elif finding.rule.code not in ignored:
            message = f"{problem.message} (in {base.name}, as it is changed here)"
            kept.append((finding, replace(extends, message=message)))
    return kept, left_out


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def _places(base: Base, codes: Collection[str]) -> frozenset[tuple[str, str, int, int]]:
    """Where the base itself has findings of these codes: messages may count differently there."""
    findings = check(base.ladder, select=codes)
    problems = base.document.locate(finding.fault for finding in findings)
    return frozenset(
        (finding.rule.code, *_place(problem))
        for finding, problem in zip(findings, problems, strict=True)
    )


class Note(NamedTuple):
    """A place in a file, and the rule that it breaks."""

    rule: Rule
    problem: Problem


class Checked(NamedTuple):
    """What was found in a file."""

    name: str
    ladder: Ladder | None
    """None where the file describes none."""
    notes: list[Note]
    """In the order of their places."""
    borrowed: str | None = None
    """Name of the bundled ladder that it extends."""
    ignored: tuple[str, ...] = ()
    """Codes that it says to ignore."""
    left_out: int = 0
    """How many findings that one has by itself, which are not among the notes."""


def check_file(name: str, select: Sequence[str], ignore: Sequence[str]) -> Checked:
    """Check a ladder's file."""
    file, contents = file_of(name), list[bytes]()

    def read(path: FilePath) -> bytes:
        contents.append(read_bytes(path))
        return contents[-1]

    try:
        document = sound_document(file, read=read)
    except FileProblems as wrong:
        return Checked(name, None, [Note(UNSOUND, problem) for problem in wrong.problems])
    ladder = build_ladder(document.root)
    if b"extends" in contents[0]:  # not parsed again for nothing
        own = read_document(contents[0], file)
        if "extends" in own.root and (base := base_of(document)):
            (extends,) = own.locate([Fault(("extends",), "")])
            ignored = document.locate([Fault(("ignore",), "")] if ladder.ignore else [])
            if base.files.issuperset(place.file for place in ignored):  # it speaks of the base
                ladder = replace(ladder, ignore=())
            located = _located(ladder, document, select, ignore)
            of_base = () if select else base.ladder.ignore
            located, left_out = sorted_out(located, base, extends, of_base)
            codes = () if select else ladder.ignore
            return Checked(name, ladder, _notes(located), base.name, codes, left_out)
    located = _located(ladder, document, select, ignore)
    codes = () if select else ladder.ignore  # what is selected is looked for all the same
    return Checked(name, ladder, _notes(located), ignored=codes)


def _located(
    ladder: Ladder, document: Document, select: Sequence[str], ignore: Sequence[str]
) -> list[Located]:
    findings = check(ladder, select=select, ignore=ignore)
    problems = document.locate(finding.fault for finding in findings) if findings else []
    return list(zip(findings, problems, strict=True))


def _notes(located: Sequence[Located]) -> list[Note]:
    notes = [Note(finding.rule, problem) for finding, problem in located]
    return sorted(notes, key=lambda note: (note.problem, note.rule.code))


def plain(note: Note) -> dict[str, object]:
    """Write a note as plain data."""
    rule, problem = note
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": rule.code,
        "severity": rule.severity,
        "message": problem.message,
    }


def annotation(note: Note) -> str:
    r"""Write a note as the command by which GitHub shows it beside the line of a pull request.

    >>> from graphs.lint.engine import rule_named
    >>> note = Note(rule_named("L501"), Problem("a,b.yaml", 3, 5, "100% odd"))
    >>> annotation(note).partition("%0A")[0]
    '::warning file=a%2Cb.yaml,line=3,col=5,title=L501 promotion-down::100%25 odd'
    """
    rule, problem = note
    properties = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "title": f"{rule.code} {rule.name}",
    }
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = problem.message if rule is UNSOUND else f"{problem.message}\n{rule.mend}"
    return f"::{rule.severity} {told}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
