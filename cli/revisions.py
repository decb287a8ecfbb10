"""Ladders as they were in a revision of a git repository, read from git and never checked out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from ladder import FileProblems, Ladder, UnreadableFile, load
from ladder.nearest import nearest
from ladder.text import MOST_BYTES, FilePath
from ladder.wording import listed, quoted, short, some

MARK = "git:"
SUFFIXES = (".yaml", ".yml", ".json")

_QUIETLY = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""Nothing is asked, nothing is fetched, and nothing is written."""


def of_revision(name: str) -> Ladder:
    """Read a ladder from a revision.

    Parameters
    ----------
    name : str
        ``git:REV:FILE``, the file as seen from the working folder.

    Returns
    -------
    Ladder

    Raises
    ------
    UnreadableFile
        When there is no git, no repository, no such revision or no such file in it.
    FileProblems
        As ``load`` does.
    """
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
