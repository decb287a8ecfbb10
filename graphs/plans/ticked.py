"""A plan inside its own Markdown: what its boxes stand for, and the plan itself as data.

Both stand in comments, which readers do not see and which editing by hand, or ticking on GitHub,
leaves alone. Behind each step stands its place in the plan, in words and numbers alone; at the end
the data, in which no text can end the comment. What is read back may come from anybody: it counts
only after the checks that a plan in JSON goes through.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from ladder.errors import FileProblems, Problem
from ladder.files.text import MOST_ODD, line_and_column

from .schedule import Schedule
from .steps import Step

_OPENS, _CLOSES = "<!-- ladder plan", "-->"
_LINE = 96

# In a box there is a space, or what the person has put there.
_BOX = r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\\?\[(?P<tick>[^\n])\\?\](?!\()"
_MARK = (
    r"<!--\s*(?P<kind>growth|learning|move) (?P<place>\d{1,6})(?: month (?P<month>\d{1,6}))?\s*-->"
)
_BOX_OR_MARK = re.compile(f"{_BOX}|{_MARK}", re.MULTILINE)
TICKS = "xX✓✔☑✅"


class Mark(NamedTuple):
    """Which step of a plan it is, whatever its text is by now.

    By the place, from 1, of the activity among those learnt, or of the stay that a move ends; of
    what a job gives by the stay and by the month.
    """

    kind: Literal["growth", "learning", "move"]
    place: int
    month: int | None = None

    def __str__(self) -> str:
        month = "" if self.month is None else f" month {self.month}"
        return f"<!-- {self.kind} {self.place}{month} -->"


def mark_of(path: Schedule, step: Step) -> Mark:
    """The mark of a step."""
    if step.learning is not None:
        return Mark("learning", path.learning.index(step.learning) + 1)
    if step.move is not None:
        return Mark("move", step.place + 1)
    return Mark("growth", step.place + 1, step.end)


def as_comment(plan: Mapping[str, Any]) -> str:
    r"""Write a plan as a comment that nothing in it can end.

    >>> print(as_comment({"ladder": "--><script>", "months": [1, 2]}))
    <!-- ladder plan
    {"ladder":"-\u002d\u003e\u003cscript\u003e","months":[1,2]}
    -->
    """
    text = json.dumps(plan, separators=(",", ":"))
    for sign, escaped in (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026"), ("--", r"-\u002d")):
        text = text.replace(sign, escaped)  # such signs stand in texts alone
    return "\n".join([_OPENS, *_lines(text), _CLOSES])


def _lines(text: str) -> list[str]:
    """Break JSON where a value or a key begins, outside of texts."""
    lines = [""]
    for part in re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^",])+,?|,', text):
        if lines[-1] and len(lines[-1]) + len(part) > _LINE:
            lines.append("")
        lines[-1] += part
    return lines


class Box(NamedTuple):
    """A box of the plan's, and where its mark stands in the document."""

    ticked: bool
    offset: int


class Ticked(NamedTuple):
    """What a plan's Markdown says."""

    data: str
    """The plan as JSON, each line where it stands in the file."""
    boxes: Mapping[Mark, Box]
    others: int
    """How many boxes are ticked that are not the plan's."""


def is_markdown(text: str, file: str) -> bool:
    """Whether a plan's file is Markdown, by its name, or else by what is in it."""
    suffix = os.path.splitext(file)[1].lower()
    return suffix in (".md", ".markdown") or (suffix != ".json" and _OPENS in text)


def read_ticked(text: str, file: str) -> Ticked:
    """Find in a document the plan and the boxes that are ticked."""
    boxes: dict[Mark, Box] = {}
    twice: list[int] = []
    tick: str | None = None  # of a box whose mark may follow
    others = 0
    for found in _BOX_OR_MARK.finditer(text):
        if found["tick"] is not None:
            others += _is_tick(tick)
            tick = found["tick"]
        elif tick is not None:
            box = Box(_is_tick(tick), found.start())
            tick = None
            if boxes.setdefault(_mark(found), box).ticked != box.ticked:
                twice.append(box.offset)
    others += _is_tick(tick)
    data = _data(text, file)
    refuse(text, file, twice, "this step is there twice, once ticked and once not; remove one")
    return Ticked(data, boxes, others)


def _mark(found: re.Match[str]) -> Mark:
    kind: Any = found["kind"]
    return Mark(kind, int(found["place"]), int(found["month"]) if found["month"] else None)


def refuse(text: str, file: str, offsets: Sequence[int], message: str) -> None:
    """Refuse a document for what is wrong at some places in it."""
    if offsets:
        places = (line_and_column(text, offset) for offset in offsets[:MOST_ODD])
        raise FileProblems([Problem(file, *place, message) for place in places])


def _is_tick(tick: str | None) -> bool:
    return tick is not None and tick in TICKS


def _data(text: str, file: str) -> str:
    """The plan as JSON, after as many lines as stand before it."""
    start = text.find(_OPENS)
    refuse(text, file, [] if start >= 0 else [0], NO_PLAN)
    begins = start + len(_OPENS)
    ends = text.find(_CLOSES, begins)
    refuse(text, file, [] if ends >= 0 else [start], "the comment with the plan has no end, -->")
    second = text.find(_OPENS, ends)
    refuse(text, file, [second] * (second >= 0), "a second plan; keep each in a file of its own")
    line, _ = line_and_column(text, begins)
    return "\n" * (line - 1) + text[begins:ends]


NO_PLAN = (
    "there is no plan in it: what ladder path --format markdown writes ends with a comment that "
    "holds it; where that is lost, keep the plan as JSON"
)
