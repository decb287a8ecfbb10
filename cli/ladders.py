"""Which ladder answers: the one that is named, a bundled one, or a file as git had it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from ladder import (
    FileProblems,
    Ladder,
    Pace,
    UnknownName,
    UnreadableFile,
    bundled,
    bundled_names,
    load,
)
from ladder.files.catalogue import bundled_file
from ladder.files.text import MOST_BYTES, FilePath, refuse_broken
from ladder.matching import nearest
from ladder.wording import listed, one_line, quoted, short, some

from .output import remark

DEFAULT = "product-management"
HERE = "ladder.yaml"
NAMED = "cli.ladder"
"""Where a context keeps the value of ``--ladder``."""
OPENED = "cli.ladder.opened"
"""Where it keeps the ladder."""
PACED = "cli.pace"
"""Where a context keeps the value of ``--pace``."""


def open_ladder() -> Ladder:
    """Read the ladder that the present command is about, and say which, if nobody named it.

    At the pace asked for, where the command asks for one.
    """
    return paced(open_typical())


def open_typical() -> Ladder:
    """Do the same, and leave it at its typical pace; once for a command that calls another."""
    known = click.get_current_context().meta
    if OPENED not in known:
        name, reason = chosen(known.get(NAMED), os.environ)
        known[OPENED] = read(name)
        if reason:
            remark(f"Ladder: {one_line(known[OPENED].name)} ({one_line(reason)})")
    ladder: Ladder = known[OPENED]
    return ladder


def paced(ladder: Ladder) -> Ladder:
    """Put a ladder at the pace that the present command asks for."""
    pace: Pace = click.get_current_context().meta.get(PACED, "typical")
    if pace == "typical":
        return ladder
    from graphs.pace import at_pace, has_ranges

    if not has_ranges(ladder):
        remark("None of this ladder's months has a range, so that each pace is the same.")
    return at_pace(ladder, pace)


def chosen(named: str | None, environment: Mapping[str, str]) -> tuple[str, str | None]:
    """Decide on a ladder; the working folder may hold one.

    >>> chosen(None, {"LADDER_FILE": "ours.yaml"})
    ('ours.yaml', 'LADDER_FILE is ours.yaml')
    """
    if named:
        return named, None
    if file := environment.get("LADDER_FILE"):
        return file, f"LADDER_FILE is {file}"
    if os.path.exists(HERE):
        return HERE, f"{HERE} in this folder"
    return DEFAULT, "bundled; --ladder names another"


def read(name: str) -> Ladder:
    """Read a ladder."""
    file = file_of(name)
    return load(file) if file == name else bundled(name)


def file_of(name: str) -> str:
    """Find the file of a ladder.

    `name` itself, unless it is that of a bundled ladder.
    """
    if name not in bundled_names() and (
        os.path.splitext(name)[1] or os.path.basename(name) != name or os.path.exists(name)
    ):
        return name
    if not name.strip():
        choices = listed(bundled_names())
        raise UnreadableFile(f"no ladder is named; give a file, or a bundled ladder: {choices}")
    try:
        return bundled_file(name)
    except UnknownName as error:
        raise UnreadableFile(f"there is no file {one_line(name)}, and {error}") from None


def quietly(ctx: click.Context) -> Ladder:
    """Read the ladder that a command being completed is about, and print nothing."""
    return read(chosen(ctx.meta.get(NAMED), os.environ)[0])


MARK = "git:"
SUFFIXES = (".yaml", ".yml", ".json")

_QUIETLY = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""Nothing is asked, nothing is fetched, and nothing is written."""


def of_revision(name: str) -> Ladder:
    """Read a ladder from a revision."""
    refuse_broken(name)
    revision, _, file = name.removeprefix(MARK).partition(":")
    if not revision or not file:
        raise UnreadableFile(
            f"{short(name)} should read git:REV:FILE, such as git:HEAD:ladder.yaml"
        )
    if revision.startswith("-") or "\0" in name:
        raise UnreadableFile(f"{quoted(revision)} cannot be the name of a revision")
    # By its path alone: a slash in the revision's name must not count as a folder where the file
    # extends another one beside it.
    try:
        return load(os.path.normpath(file), read=_Revision(revision))
    except FileProblems as wrong:
        problems = [
            problem
            if os.path.isabs(problem.file)  # a bundled ladder's, which is in no revision
            else replace(problem, file=f"{MARK}{revision}:{problem.file}")
            for problem in wrong.problems
        ]
        raise FileProblems(problems) from None


class _Revision:
    """Reads files of one revision: the named one, and what that may refer to beside it."""

    def __init__(self, revision: str) -> None:
        self.revision = revision

    def __call__(self, path: FilePath) -> bytes:
        file = os.fspath(path)
        if os.path.isabs(file):
            file = os.path.relpath(file)
        place = f"{self.revision}:./{file.replace(os.sep, '/')}"
        size = _git("cat-file", "-s", place)
        if size is None or _git("cat-file", "-t", place) != b"blob\n":
            raise UnreadableFile(self._why(file, place))
        if int(size) > MOST_BYTES:
            raise UnreadableFile(
                f"{MARK}{self.revision}:{file} is larger than {MOST_BYTES // 1_000_000} MB"
            )
        content = _git("cat-file", "blob", place)
        if content is None:
            raise UnreadableFile(f"{MARK}{self.revision}:{file} cannot be read from git")
        return content

    def _why(self, file: str, place: str) -> str:
        """Say what is missing, and what there is."""
        if _git("rev-parse", "--git-dir") is None:
            return f"{MARK}{self.revision}:{file} asks for git, which finds no repository here"
        if _git("rev-parse", "--verify", "--quiet", f"{self.revision}^{{tree}}") is None:
            refs = ["HEAD", *_lines(_git("for-each-ref", "--format=%(refname:short)"))]
            near = _hint(self.revision, refs) or f"; there are {some(refs)}, and commits"
            return f"there is no revision {quoted(self.revision)} in this repository{near}"
        if _git("cat-file", "-t", place) == b"tree\n":
            return f"{short(file)} is a folder in {self.revision}; give a file"
        if _git("cat-file", "-t", f"{self.revision}:{file}") == b"blob\n":
            folder = (_git("rev-parse", "--show-prefix") or b"").decode(errors="replace")
            here = os.path.relpath(file, folder.rstrip("\n"))
            return f"files are named as seen from this folder; {short(file)} is {short(here)} here"
        names = _lines(_git("ls-tree", "-r", "-z", "--name-only", self.revision), "\0")
        near = _hint(file, [name for name in names if name.endswith(SUFFIXES)])
        return f"there is no file {short(file)} in {self.revision}{near}"


def _hint(name: str, choices: Sequence[str]) -> str:
    near = nearest(name, choices)
    return f"; did you mean {listed(map(short, near))}?" if near else ""


def _lines(output: bytes | None, end: str = "\n") -> list[str]:
    text = (output or b"").decode(errors="replace")
    return [line for line in text.split(end) if line]


def _git(*args: str) -> bytes | None:
    """What git prints; None where it fails."""
    import subprocess  # here, as it takes 10 ms to import

    try:
        done = subprocess.run(
            ["git", *args],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **_QUIETLY},
            check=False,
        )
    except FileNotFoundError:
        raise UnreadableFile("there is no git on this machine, and git: asks for it") from None
    return done.stdout if done.returncode == 0 else None
