"""Flowcharts in Mermaid, by themselves or in a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ladder.files.document import At
from ladder.matching import Hints

from .drawing import Arrow, Box, Drawing, Lines, plain_text
from .labels import read_label

OURS = re.compile(r"^\s*%% Drawn by ladder\b", re.MULTILINE)
"""A line in flowcharts of our own, whose arrows tell the kinds of moves."""

HEAD = re.compile(
    r"(?:flowchart(?:-elk)?|graph)(?=[\s;]|$)(?:[^\S\n]+(?:TB|TD|BT|RL|LR|[<>^v])(?!\w))?"
)
_FENCE = re.compile(r"^([`~]{3,})\s*mermaid\b[^\n]*\n(.*?)^\1", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"\A\s*---\s*\n(.*?\n)---\s*\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^[^\S\n]*%%[^\n]*$", re.MULTILINE)
_SKIPPED = re.compile(
    r"(?:classDef|class|style|linkStyle|direction)\s+[\w*\"]|accTitle\s*:|accDescr\s*[:{]"
)
_WORDS = ("subgraph", "end", "direction", "classDef", "class", "style", "linkStyle", "click")
_OTHERS = re.compile(
    r"(?P<sequence>sequenceDiagram)|(?P<class>classDiagram)|(?P<state>stateDiagram)|"
    r"(?P<entity>erDiagram)|(?P<Git>gitGraph)|(?P<quadrant>quadrantChart)|"
    r"(?P<requirement>requirementDiagram)|(?P<C4>C4(?:Context|Container|Component|Dynamic|Deploy))|"
    r"(?P<XY>xychart-beta)|(?P<Sankey>sankey-beta)|(?P<block>block-beta)|"
    r"(?P<Gantt>gantt\s*$)|(?P<mindmap>mindmap\s*$)|(?P<timeline>timeline\s*$)|"
    r"(?P<journey>journey\s*$)|(?P<pie>pie(?: showData)?(?: title .*)?\s*$)|(?P<kanban>kanban\s*$)",
    re.MULTILINE,
)
_CLICK = re.compile(r'click\s+(\S+)\s+(?:href\s+)?"([^"]+)"')
_SUBGRAPH = re.compile(r"subgraph\b\s*(.*)", re.DOTALL)
_ID = re.compile(r"[\w.*#/]+(?:[-+](?=[\w])[\w.*#/]+)*")
_CLASS = re.compile(r":::\w+(?:-\w+)*")
_SHAPES = (
    ("(((", ")))"), ("((", "))"), ("([", "])"), ("(", ")"), ("[[", "]]"), ("[(", ")]"),
    ("[/", "/]", "\\]"), ("[\\", "\\]", "/]"), ("[", "]"), ("{{", "}}"), ("{", "}"), (">", "]"),
)  # fmt: skip
_MORE = re.compile(r'@\{((?:"[^"]*"|[^{}"])*+)\}')
_MORE_LABEL = re.compile(r'label:\s*(?:"([^"]*)"|([^,]*))')
_LINK = re.compile(
    r"(?:(?P<id>\w+)@)?(?P<tail>[<ox](?=[-=]))?"
    r"(?:(?P<line>--+(?P<head1>[->ox])|==+(?P<head2>[=>ox])|-\.+-(?P<head3>[>ox]?)|~~~+)"
    r"(?:\s*\|(?P<label>\"[^\"]*\"|[^|]*)\|)?"
    r"|(?P<open>--|==|-\.)\s*(?P<text>\"[^\"]*\"|[^-=.|\n]{1,300}?(?:[-.][^-=.|\n]{1,300}?)*?)\s*"
    r"(?P<close>--+[->ox]|==+[=>ox]|\.+-[>ox]?))"
)
_OF_SEVERAL = re.compile(r'==>\|"[A-Z](?: [A-Z])*[",]')
_LETTERS = re.compile(r"^[A-Z](?: [A-Z])*(?:: |, |$)")
"""In a picture of several ways, which of them a role or a move is on."""
_ENTITY = re.compile(r"#(\w+);")
_LONGEST_LABEL = 5_000
"""Characters in which the end of a label without quotes is looked for."""
_KINDS = {"-->": "promotion", "o-->": "entry"}
_EXPECTED = "expected a box or an arrow, such as A[Analyst] -->|24 months| B[Lead]"


class _Statement(NamedTuple):
    text: str
    at: At


class _Frame(NamedTuple):
    """A subgraph, and the boxes named in it."""

    key: str
    at: At
    boxes: list[str]


def flowchart_in(text: str) -> str | None:
    r"""The flowchart of a text, with line ends for what stands before it; None if there is none.

    >>> flowchart_in("# Ours\n```mermaid\ngraph TD\n```")
    '\n\ngraph TD\n'
    """
    fences = [found for found in _FENCE.finditer(text) if _begins(found[2])]
    if fences:
        first = fences[0]
        return "\n" * text.count("\n", 0, first.start(2)) + first[2]
    return text if _begins(text) else None


def flowcharts_in(text: str) -> int:
    """How many flowcharts a page of Markdown has."""
    return sum(_begins(found[2]) for found in _FENCE.finditer(text))


def _begins(text: str) -> bool:
    return HEAD.match(_bare(text)) is not None


def _bare(text: str) -> str:
    return _without_comments(_FRONT.sub("", text, count=1)).lstrip()


def other_diagram_in(text: str) -> str | None:
    r"""What a text in Mermaid shows that is no flowchart.

    >>> other_diagram_in("sequenceDiagram\n A->>B: asks"), other_diagram_in("graph TD")
    ('a sequence diagram', None)
    """
    fence = _FENCE.search(text)
    found = _OTHERS.match(_bare(fence[2] if fence else text))
    if found is None:
        return None
    kind = str(found.lastgroup)
    article = "an" if kind[0] in "eX" else "a"
    return f"{article} {kind}{'' if kind in ('mindmap', 'timeline') else ' diagram'}"


def _without_comments(text: str) -> str:
    """Blanks in place of comments and of directives, which may have several lines."""
    parts, at = [], 0
    while (begin := text.find("%%{", at)) >= 0 and (end := text.find("}%%", begin)) >= 0:
        parts += [text[at:begin], re.sub(r"[^\n]", " ", text[begin : end + 3])]
        at = end + 3
    text = "".join(parts) + text[at:]
    return _COMMENT.sub(lambda found: " " * len(found[0]), text)


def read_mermaid(text: str, file: str) -> Drawing:
    """Read a flowchart."""
    drawing = Drawing(file)
    if flowcharts_in(text) > 1:
        drawing.remarks.append("Left out: all flowcharts of the page but the first")
    _Reader(drawing, flowchart_in(text) or text).read()
    return drawing


class _Reader:
    """Goes through the statements of a flowchart."""

    def __init__(self, drawing: Drawing, text: str) -> None:
        self.drawing = drawing
        self.hints = Hints()
        self.is_ours = OURS.search(text) is not None
        if front := _FRONT.match(text):
            if title := _TITLE.search(front[1]):
                drawing.name = title[1].strip().strip("\"'")
            text = "\n" * text.count("\n", 0, front.end()) + text[front.end() :]
        self.text = _without_comments(text)
        self.lines = Lines(self.text)
        self.open: list[_Frame] = []  # around what is being read
        self.labels: dict[str, str] = {}
        self.places: dict[str, At] = {}
        self.frame_of: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.links: set[str] = set()  # names of arrows
        self.unheaded = 0
        self.of_several = self.is_ours and _OF_SEVERAL.search(self.text) is not None

    def read(self) -> None:
        """Read all statements, and hand over what they drew."""
        for place, statement in enumerate(self._statements()):
            head = HEAD.match(statement.text) if place == 0 else None
            if head is None:
                self._take(statement)
            elif (begin := _past_blanks(statement.text, head.end())) < len(statement.text):
                self._take(_later(statement, begin))
        for frame in self.open:
            self.drawing.problem('this subgraph has no "end"', frame.at)
        for key, at in self.places.items():
            if key in self.drawing.frames or key in self.links:
                continue
            data = {"url": self.urls[key]} if key in self.urls else {}
            label = self.labels.get(key, key)
            if self.of_several:
                label = _LETTERS.sub("", label)
            self.drawing.add_box(Box(key, label, at, self.frame_of.get(key), data))
        if self.unheaded:
            self.drawing.remarks.append(
                f"Guessed: lines without a head ({self.unheaded:,}) lead as they are written"
            )

    def _statements(self) -> Iterator[_Statement]:
        """Split at line ends and semicolons, except within quotes and brackets."""
        start, depth, quote, label = 0, 0, False, False
        for at, sign in enumerate(self.text + "\n"):
            if sign == '"':
                quote = not quote
            elif quote:
                continue
            elif sign == "|" and not depth:
                label = not label
            elif sign in "[({" and not label:
                depth += 1
            elif sign in "])}" and not label:
                depth = max(depth - 1, 0)
            elif not depth and (
                sign == "\n" or (sign == ";" and not label and not _is_entity(self.text, at))
            ):
                label = False
                raw = self.text[start:at]
                bare = raw.strip()
                if bare:
                    lead = len(raw) - len(raw.lstrip())
                    yield _Statement(bare, self.lines.at(start + lead))
                start = at + 1
        if quote or depth:
            raw = self.text[start:]
            lead = len(raw) - len(raw.lstrip())
            what = "quotation mark" if quote else "bracket"
            self.drawing.problem(
                f"a {what} that is open here has no end", self.lines.at(start + lead)
            )

    def _take(self, statement: _Statement) -> None:
        text = statement.text
        if text == "end":
            self._end_frame(statement)
        elif found := _SUBGRAPH.fullmatch(text):
            self._begin_frame(found[1].strip(), statement)
        elif found := _CLICK.match(text):
            if found[2].startswith(("http://", "https://")):
                self.urls[found[1]] = found[2]
        elif _SKIPPED.match(text) or text.startswith("click "):
            return
        else:
            self._chain(statement)

    def _begin_frame(self, title: str, statement: _Statement) -> None:
        key = title
        if (found := _ID.match(title)) and (label := self._shape(title, found.end())):
            key, title = found[0], label[0]
        elif title.startswith('"'):
            key = title = title.strip('"')
        self.open.append(_Frame(key, statement.at, []))
        if key:
            self.drawing.frames.setdefault(key, _shown(title) or key)

    def _end_frame(self, statement: _Statement) -> None:
        """Boxes stand in the frame that ends first of those in which they are named."""
        if not self.open:
            self.drawing.problem('there is no subgraph that this "end" could end', statement.at)
            return
        frame = self.open.pop()
        if frame.key:
            for box in frame.boxes:
                self.frame_of.setdefault(box, frame.key)
        elif self.open:
            self.open[-1].boxes.extend(frame.boxes)

    def _chain(self, statement: _Statement) -> None:
        """Boxes, and arrows from each of those on the left to each on the right."""
        text, at, before = statement.text, 0, None
        while True:
            group, at = self._group(statement, at)
            if group is None:
                return
            if before is not None:
                self._connect(*before, group, statement)
            if at >= len(text):
                return
            link = _LINK.match(text, at)
            if link is None:
                self._refuse(statement, at)
                return
            before = (group, link)
            at = _past_blanks(text, link.end())

    def _refuse(self, statement: _Statement, at: int) -> None:
        line, column = statement.at
        before = statement.text[:at]
        place = At(line + before.count("\n"), (0 if "\n" in before else column) + at)
        first = statement.text.split(maxsplit=1)[0]
        hint = self.hints.hint(first, _WORDS)
        self.drawing.problem(f"this is not understood; {_EXPECTED}{hint}", place)

    def _group(self, statement: _Statement, at: int) -> tuple[list[str] | None, int]:
        """Boxes with ``&`` between them."""
        text, boxes = statement.text, []
        while True:
            found = _ID.match(text, at)
            if found is None:
                self._refuse(statement, at)
                return None, at
            key, at = found[0], found.end()
            if shape := self._shape(text, at):
                self.labels[key], at = _shown(shape[0]), shape[1]
            elif more := _MORE.match(text, at):
                at = more.end()
                if label := _MORE_LABEL.search(more[1]):
                    self.labels[key] = _shown((label[1] or label[2] or "").strip())
            if styled := _CLASS.match(text, at):
                at = styled.end()
            self.places.setdefault(key, statement.at)
            if self.open:
                self.open[-1].boxes.append(key)
            boxes.append(key)
            after = _past_blanks(text, at)
            if text[after : after + 1] != "&":
                return boxes, after
            at = _past_blanks(text, after + 1)

    def _shape(self, text: str, at: int) -> tuple[str, int] | None:
        """The text in the shape that begins here, perhaps behind blanks, and where it ends."""
        at = _past_blanks(text, at) if text[at : at + 1] == " " and "[" in text[at : at + 2] else at
        for begin, *ends in _SHAPES:
            if not text.startswith(begin, at):
                continue
            start = at + len(begin)
            inner = _past_blanks(text, start)
            if text[inner : inner + 1] == '"':
                close = text.find('"', inner + 1)
                after = _past_blanks(text, close + 1)
                for end in ends:
                    if close > 0 and text.startswith(end, after):
                        return text[inner + 1 : close], after + len(end)
                continue
            most = start + _LONGEST_LABEL
            found = [(text.find(end, start, most), end) for end in ends]
            reached = [(place, end) for place, end in found if place >= 0]
            if reached:
                place, end = min(reached)
                return text[start:place], place + len(end)
        return None

    def _connect(
        self, sources: list[str], link: re.Match[str], targets: list[str], statement: _Statement
    ) -> None:
        if link["id"]:
            self.links.add(link["id"])
        line = link["line"] or link["open"] + link["close"]
        if line.startswith("~"):  # holds boxes apart, and is not seen
            return
        head = line[-1] if line[-1] in ">ox" else ""
        label = _shown(link["label"] or link["text"] or "")
        data: dict[str, Any] = {}
        if self.is_ours:
            label = _LETTERS.sub("", label) if self.of_several else label
            data = _of_ours((link["tail"] or "") + line, label)
        both = bool(head) and link["tail"] == "<"
        reverse = not head and link["tail"] == "<"
        if not head and not reverse:
            self.unheaded += 1
        for source in sources:
            for target in targets:
                ends = (target, source) if reverse else (source, target)
                self.drawing.add_arrow(Arrow(*ends, statement.at, label, data))
                if both:
                    self.drawing.add_arrow(Arrow(target, source, statement.at, label, data))


def _of_ours(arrow: str, label: str) -> dict[str, Any]:
    """What an arrow of our own says by its form, and by what is not in its label."""
    kind = {"kind": _KINDS[arrow]} if arrow in _KINDS else {}
    return kind if "months" in read_label(label).data else {**kind, "months": 0}


def _later(statement: _Statement, at: int) -> _Statement:
    """A statement without what stands before a place in its first line."""
    line, column = statement.at
    skipped = statement.text[:at]
    new_line = "\n" in skipped
    return _Statement(
        statement.text[at:],
        At(line + skipped.count("\n"), at - skipped.rfind("\n") - 1 if new_line else column + at),
    )


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_entity(text: str, at: int) -> bool:
    """Whether a semicolon ends a character written by its name, such as #quot;."""
    before = text[max(at - 12, 0) : at]
    return re.search(r"[#&]\w+$", before) is not None


def _shown(text: str) -> str:
    """A label's text: without quotes, marks of Markdown, and characters by their names."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = re.sub(r"\*\*|__", "", text[1:-1])
    named = _ENTITY.sub(lambda one: f"&#{one[1]};" if one[1].isdigit() else f"&{one[1]};", text)
    return plain_text(named)
