"""A place in a Markdown file: what stands there is replaced, all else stays to the byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from support.markdown import READER

from cli.errors import Refused
from cli.marked import BEGIN, END, replaced

Run = Callable[..., Result]
FENCED = f"```\n{BEGIN}\n{END}\n```\n"
KEPT = [
    "", "# Title\n", "text\n", "text", FENCED, f"~~~~\n{BEGIN}\n~~~\n~~~~\n", f"    {END}\n",
    f"`{BEGIN}`\n", "\n", "<details>\n", "- item\n\n  more\n", "| a | b |\n", "\u2028\x0c\x85x\n",
    "> quoted\n", "é 产品\n", "<div>\n\ninside\n\n</div>\n", f"\\{BEGIN}\n",
]  # fmt: skip


def fences(text: str) -> list[str]:
    return [
        token.content
        for token in READER.parse(text)
        if token.type == "fence" and token.info == "mermaid"
    ]


@given(
    before=st.lists(st.sampled_from(KEPT), max_size=3).map("\n".join),
    after=st.lists(st.sampled_from(KEPT), max_size=3).map("\n".join),
    inside=st.sampled_from(["", "old\n", "```mermaid\nold\n```\n", "\n\n# Old\n\n"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
def test_only_what_stands_between_is_replaced(
    before: str, after: str, inside: str, end: str, mark: str
) -> None:
    """Whatever stands around it, in whichever line ends; and once more changes nothing."""
    start = mark + f"{before}\n\n{BEGIN}\n".replace("\n", end)
    rest = f"{END}\n\n{after}".replace("\n", end)
    text = start + inside.replace("\n", end) + rest
    block = "```mermaid\nflowchart LR\n  a --> b\n```"
    done = replaced(text, block, "page.md")
    assert done.startswith(start)
    assert done.endswith(rest)
    assert done[len(start) : -len(rest)] == f"\n{block}\n\n".replace("\n", end)
    assert "flowchart LR\n  a --> b\n" in fences(done.removeprefix(mark))
    assert replaced(done, block, "page.md") == done


@pytest.mark.parametrize("indent", ["  ", "> ", "> > "])
def test_a_place_inside_a_list_or_a_quotation_stays_inside(indent: str) -> None:
    """What is put there is indented as the place is."""
    head = "- item\n\n" if indent == "  " else ""
    text = f"{head}{indent}{BEGIN}\n{indent}{END}\n"
    done = replaced(text, "```mermaid\na\n\nb\n```", "page.md")
    assert fences(done) == ["a\n\nb\n"]
    assert replaced(done, "```mermaid\na\n\nb\n```", "page.md") == done


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Title\n", f"where it is to stand, each by itself:\n{BEGIN}\n{END}"),
        (FENCED, "page.md has no place"),
        (f"    {BEGIN}\n    {END}\n", "page.md has no place"),
        (f"a\n\n{BEGIN}\n", f"page.md:3: {BEGIN} has no {END} behind it"),
        (f"{END}\n", f"page.md:1: {END} has no {BEGIN} before it"),
        (f"{BEGIN}\n{BEGIN}\n{END}\n", f"page.md:2: {BEGIN} stands here again, and line 1 is not"),
        (f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n", f"page.md:4: {END} is one too many; line 2 closed"),
        (f"{BEGIN} {END}\n", f"page.md:1: {BEGIN} should stand on a line by itself"),
        (f"{BEGIN}\n```\n{END}\n", f"page.md:1: {BEGIN} has no {END} behind it"),
    ],
)  # fmt: skip
def test_what_is_no_place_is_said(text: str, said: str) -> None:
    """By its line, and what is wrong with it."""
    with pytest.raises(Refused) as raised:
        replaced(text, "x", "page.md")
    assert said in str(raised.value.message)


def test_all_that_is_wrong_is_said_at_once() -> None:
    """Not one after the other."""
    with pytest.raises(Refused) as raised:
        replaced(f"{END}\n{BEGIN}\n{BEGIN}\n", "x", "page.md")
    assert [line.split(":")[1] for line in raised.value.message.splitlines()] == ["1", "3", "2"]


def test_a_drawing_goes_into_a_readme(run: Run, tmp_path: Path) -> None:
    """In Mermaid, the same that ladder draw prints; the rest of the file is as it was."""
    readme = tmp_path / "README.md"
    before, after = f"# Jobs\r\n{BEGIN}\r\n".encode(), f"{END}\r\nno line end, \u00e9".encode()
    readme.write_bytes(before + b"anything\r\n" + after)
    result = run("draw", "--around", "pm", "-o", "README.md")
    assert (result.exit_code, result.stdout) == (0, "")
    content = readme.read_bytes()
    assert content.startswith(before)
    assert content.endswith(after)
    drawn = run("draw", "--around", "pm", "--format", "mermaid").stdout
    assert fences(content.decode()) == [drawn]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# Jobs\n", f"{BEGIN}\n{END}"),
        (
            f"one\ntwo\n{BEGIN}\n".encode() + b"caf\xe9\n" + END.encode(),
            "README.md:4: this is no UTF-8",
        ),
        ("x".encode("utf-16"), "no UTF-8"),
    ],
)
def test_a_file_that_cannot_take_it_is_left_alone(
    run: Run, tmp_path: Path, content: bytes, said: str
) -> None:
    """And that is said before anything is drawn."""
    readme = tmp_path / "README.md"
    readme.write_bytes(content)
    result = run("draw", "-o", "README.md")
    assert result.exit_code == 2
    assert said in result.stderr
    assert readme.read_bytes() == content


def test_a_file_that_is_not_there_is_made_with_a_place(run: Run, tmp_path: Path) -> None:
    """So that it can be drawn into again."""
    for _ in range(2):
        assert run("draw", "-o", "new.md").exit_code == 0
    content = (tmp_path / "new.md").read_text("utf-8")
    assert content.startswith(f"{BEGIN}\n\n```mermaid\nflowchart LR\n")
    assert content.endswith(f"```\n\n{END}\n")


def test_another_format_does_not_go_into_markdown(run: Run, tmp_path: Path) -> None:
    """A picture would take the place of the whole file."""
    (tmp_path / "README.md").write_text(f"{BEGIN}\n{END}\n")
    result = run("draw", "--format", "svg", "-o", "README.md")
    assert result.exit_code == 2
    assert "README.md ends in .md, but --format says svg" in result.stderr
