"""Boxes lead to pages, and nowhere else."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.pictures import HOSTILE

from graphs import mermaid, render
from graphs.drawing.links import leads_to_a_page, quoted_address
from ladder import FrozenDict, Ladder, Role

SMALL = Ladder("Small", roles=FrozenDict(cook=Role("cook", "Cook"), chef=Role("chef", "Chef")))
BOX = 'digraph { node [shape=box] cook [pos="0,0", id="role-cook", label="Cook"] }'

GOOD = [
    "https://e.org", "http://e.org/a?b=c&d#e", "HTTPS://E.ORG/x", "pages/cook.md", "cook.md",
    "../pages/cook.md", "/pages/cook.md", "#cook", "?role=cook", "./a:b.md", "pages/%E4%BA%A7.md",
    "产品.md", "R%26D.md",
]  # fmt: skip
BAD = [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "java\tscript:alert(1)", "\x01javascript:alert(1)", "javascript%3Aalert(1)",
    "javascript%253Aalert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "vbscript:x", "data:text/html,x", "file:///etc/passwd", "mailto:a@e.org", "//e.org",
    "\\\\e.org",
    "/\\e.org", "https:e.org", "https:///e.org", "http://", "", "a b", "1a:b", ":x",
]  # fmt: skip


@pytest.mark.parametrize("address", GOOD)
def test_a_page_of_the_web_or_beside_the_picture_is_led_to(address: str) -> None:
    """In Mermaid and in SVG."""
    assert leads_to_a_page(address)
    lines = mermaid(SMALL, links={"cook": address}).splitlines()
    assert lines[-1] == f'  click r0 href "{quoted_address(address)}"'
    assert unquote(quoted_address(address)) == unquote(address)
    assert b'<a href="' in render(BOX, "svg", links={"role-cook": address})


@pytest.mark.parametrize("address", BAD)
def test_whatever_could_run_a_script_is_left_out(address: str) -> None:
    """Also where the ladder was made in Python, whose addresses nobody has looked at."""
    assert not leads_to_a_page(address)
    assert mermaid(SMALL, links={"cook": address}) == mermaid(SMALL)
    assert b"<a" not in render(BOX, "svg", links={"role-cook": address})


@given(
    st.one_of(st.text(), st.sampled_from(HOSTILE), st.sampled_from(["%%{init}%%", "a;b#c;", '"']))
)
def test_nothing_in_an_address_leaves_its_quotes(rest: str) -> None:
    """Nor is it a comment, a directive or an entity of Mermaid's."""
    lines = mermaid(SMALL, links={"cook": f"https://e.org/{rest}"}).splitlines()
    plain = mermaid(SMALL).splitlines()
    assert lines[: len(plain)] == plain
    for line in lines[len(plain) :]:
        assert re.fullmatch(r'  click r0 href "https://e\.org/[!#$%&+,\-./0-9:=?@A-Z_a-z~]*"', line)
