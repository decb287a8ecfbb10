"""What a plan's Markdown carries, from whoever's hands."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.odd_names import texts

from graphs import GrowthPath
from graphs.plans.steps import steps_of
from graphs.plans.ticked import TICKS, Mark, as_comment, mark_of, read_ticked
from ladder import FileProblems

json_values = st.recursive(
    texts | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
)


class _Seen(HTMLParser):
    """Tells what a browser takes for a comment and what for anything else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.comments: list[str] = []
        self.others = ""
        self.feed(text)
        self.close()

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.others += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.others += tag


@settings(max_examples=40)
@given(plan=st.dictionaries(texts, json_values, max_size=4))
@example(plan={"-->": "--!><script>alert(1)</script>", "<!-- ladder plan": "--", "-": "->"})
@example(plan={"a" * 200: 'x", "' * 50, "\n": "\\"})
def test_nothing_in_a_plan_ends_its_comment(plan: dict[str, object]) -> None:
    """It is one comment, in short lines where it can be, and comes back as it was."""
    comment = as_comment(plan)
    seen = _Seen(f"before{comment}after")
    assert (len(seen.comments), seen.others) == (1, "beforeafter")
    assert comment.isascii()
    assert "--" not in comment.removeprefix("<!--").removesuffix("-->")
    assert json.loads(read_ticked(f"# Plan\n\n{comment}\n", "plan.md").data) == plan


@given(seed=st.integers())
def test_each_box_is_of_its_step(seed: int) -> None:
    """However they are ticked, bulleted and ordered."""
    rng = Random(seed)
    kinds = ("growth", "learning", "move")
    marks = {Mark(kind, rng.randint(1, 9), 3 if kind == "growth" else None) for kind in kinds * 3}
    ticks = {mark: rng.choice([*TICKS, " ", " ", "-"]) for mark in marks}
    lines = [
        f"{rng.choice(['-', '* ', '  +', '> 1.', '> >  -'])} [{ticks[mark]}] text\n more {mark}"
        for mark in rng.sample(sorted(marks, key=str), len(marks))
    ]
    found = read_ticked("\n".join([*lines, "- [x] mine", as_comment({})]), "plan.md")
    assert {mark: box.ticked for mark, box in found.boxes.items()} == {
        mark: tick in TICKS for mark, tick in ticks.items()
    }
    assert found.others == 1


def test_every_step_has_a_mark_of_its_own(path: GrowthPath) -> None:
    """Of words and numbers alone."""
    marks = [str(mark_of(path, step)) for step in steps_of(path)]
    assert len(set(marks)) == len(marks) == 7
    assert marks[0] == "<!-- learning 1 -->"
    assert "<!-- growth 2 month 20 -->" in marks


@given(
    text=st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "<!-- ladder plan",
                "-->",
                "- [x]",
                "- [ ]",
                "<!-- move 1 -->",
                "<!-- growth 2 month 8 -->",
                "\n",
                "{",
                "}",
                " ",
                "x",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_any_document(text: str) -> None:
    """It is read, or refused with a place in it."""
    try:
        read_ticked(text, "plan.md")
    except FileProblems as error:
        for problem in error.problems:
            assert 1 <= problem.line <= text.count("\n") + 1


@pytest.mark.parametrize("part", ["<!-- ladder plan ", "- [x] ", "> " * 50 + "\n", "<!-- move 1 "])
def test_a_long_document_takes_no_time(part: str) -> None:
    """A million of anything is read once, or this would not end."""
    with pytest.raises(FileProblems):
        read_ticked(part * (3_000_000 // len(part)), "plan.md")
