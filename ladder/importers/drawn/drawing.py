"""What was drawn: boxes, arrows between them, and frames around some, each with its place."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ladder.errors import FileProblems, Problem
from ladder.files.document import START, At, Spot
from ladder.importers.node_link import OF_EDGE, OF_NODE
from ladder.matching import close_spellings, fold
from ladder.wording import quoted, some

MOST_ITEMS = 200_000
"""Boxes and arrows together; nobody draws more, and a hostile file may."""

_ENDS_AND_NAMES = {"name", "label", "source", "target", "from", "to"}
OF_BOX = OF_NODE.keys() - _ENDS_AND_NAMES
"""What boxes may say by the names that node-link JSON has for it."""
OF_ARROW = OF_EDGE.keys() - _ENDS_AND_NAMES


@dataclass(frozen=True, slots=True)
class Box:
    """A role, if it does not stand for all of them."""

    id: str
    label: str
    """As it is read, without markup."""
    at: Spot
    frame: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    """Attributes by the names that node-link JSON gives them; what else there is, is told."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A move from one box to another."""

    source: str
    target: str
    at: Spot
    label: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Drawing:
    """A drawing while it is read."""

    file: str
    name: str | None = None
    boxes: dict[str, Box] = field(default_factory=dict)
    frames: dict[str, str] = field(default_factory=dict)
    """Names of frames by their ids."""
    arrows: list[Arrow] = field(default_factory=list)
    graph: dict[str, Any] = field(default_factory=dict)
    """Attributes of the whole, by the names that node-link JSON gives them."""
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keeps_ids: bool = False
    """Whether ids of boxes are those of roles, as in what a ladder was exported to."""

    def add_box(self, box: Box) -> None:
        """Add a box; one that was there before is a problem."""
        if box.id in self.boxes:
            self.problem(f'the box "{box.id[:40]}" was there before', box.at)
        else:
            self.boxes[box.id] = box
            self._check_size(box.at)

    def add_arrow(self, arrow: Arrow) -> None:
        """Add an arrow."""
        self.arrows.append(arrow)
        self._check_size(arrow.at)

    def tell_unread(self, names: Iterable[str]) -> None:
        """Tell what boxes and arrows say that is not read, and may have been a condition."""
        unread = list(dict.fromkeys(names))
        told = [f"{quoted(name)}{_meant(name)}" for name in unread[:HINTED]]
        told += map(quoted, unread[HINTED:])
        if told:
            self.remarks.append(f"Left out, as a ladder has no place for it: {some(told)}")

    def _check_size(self, at: Spot) -> None:
        if len(self.boxes) + len(self.arrows) > MOST_ITEMS:
            self.refuse(f"there are more than {MOST_ITEMS:,} boxes and arrows", at)

    def problem(self, message: str, at: Spot = START) -> None:
        """Note what is wrong; all of it is told at the end."""
        self.problems.append(Problem(self.file, at.line + 1, at.column + 1, message))

    def refuse(self, message: str, at: Spot = START) -> NoReturn:
        """Tell at once what makes going on useless."""
        self.problem(message, at)
        raise FileProblems(self.problems)


_READ = sorted({*OF_BOX, *OF_ARROW, "label", "name", "children"})
HINTED = 20
"""No more names are compared; a remark shows fewer."""


def _meant(name: str) -> str:
    """What a name that is not read may be a slip of.

    >>> _meant("childern"), _meant("salary")
    (' (did you mean children?)', '')
    """
    near = close_spellings(fold(name), _READ, 1, 0.8)
    return f" (did you mean {near[0]}?)" if near else ""


_BREAK = re.compile(r"<br\s*/?>|</(?:div|p|li|tr|td)>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def plain_text(markup: str) -> str:
    r"""What a label shows: without tags, its lines apart.

    >>> plain_text("<b>Senior</b> Analyst<br/>24&nbsp;months")
    'Senior Analyst\n24 months'
    """
    return tidy(html.unescape(_TAG.sub("", _BREAK.sub("\n", markup))))


def tidy(text: str) -> str:
    """The same without blanks that show nothing, and without empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


class Lines:
    """Where in a text its characters stand."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> At:
        """Line and column of a character."""
        line = bisect_right(self._starts, offset) - 1
        return At(line, offset - self._starts[line])
