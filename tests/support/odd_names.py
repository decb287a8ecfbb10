"""The small path with whatever names, and everything else as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from graphs import GrowthPath
from ladder import FrozenDict

TRICKY = [
    "# x", "#", "C #", "x ##", "#1", "- x", "+ x", "1. x", "> x", "---", "===", "```", "~~~",
    "~~x~~", "~x~", "*x*", "**", "_x_", "__", "`x`", "[x](http://e.org)", "[x]", "![x](y)",
    "<b>", "</li>", "<!--", "<x@y.z>", "http://e.org", "https://e.org/?a=b&c", "HTTP://E.ORG",
    "www.e.org", "a@e.org", "@octocat", "&lt;", "&#64;x", "&amp", "|", "\\", "\\\\", "x\\",
    "\n", "\n\n", "\n# x", "\n- [ ] x", "\r", "\u2028", "$x$", ":+1:", ":x_y:", "- [x] y", "(",
    ")", "!", ":", "'", '"', "=1+1", "@SUM(1)", "\t=1", "{{x}}", "<script>alert(1)</script>",
    "\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}", "产品经理", "مدير", "Café", "A & B", "R&D; x", "C++",
    "x" * 200,
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(TRICKY),
    st.lists(st.sampled_from([*TRICKY, " ", "a"]), max_size=5).map("".join),
    st.text(max_size=12),
)


def one_line(name: str) -> str:
    return " ".join(name.split()) or "?"


def names(least: int) -> st.SearchStrategy[list[str]]:
    """Names that stay different on one line."""
    return st.lists(texts, min_size=least, max_size=least, unique_by=one_line)


NEEDED = 24


def renamed(path: GrowthPath, given: list[str]) -> GrowthPath:
    """Give everything in the path's ladder that has a name one of these, in turn."""
    fresh: Iterator[str] = iter(given)
    ladder = path.ladder
    parts = {
        part: FrozenDict(
            {key: replace(value, name=next(fresh)) for key, value in getattr(ladder, part).items()}
        )
        for part in ("skills", "roles", "activities")
    }
    activities = {
        key: replace(value, kind=next(fresh), source=one_line(next(fresh)))
        for key, value in parts["activities"].items()
    }
    transitions = tuple(replace(move, source=one_line(next(fresh))) for move in ladder.transitions)
    changed = replace(
        ladder,
        **parts | {"activities": FrozenDict(activities)},
        transitions=transitions,
        levels=tuple(next(fresh) for _ in ladder.levels),
        currency=next(fresh),
    )
    stays = tuple(
        replace(stay, move=stay.move and replace(stay.move, kind=next(fresh)))
        for stay in path.stays
    )
    return replace(path, ladder=changed, stays=stays)


def ordinary(path: GrowthPath) -> GrowthPath:
    """Give everything a name of letters."""
    numbers = count(1)
    return renamed(path, [f"name{'i' * next(numbers)}" for _ in range(NEEDED)])
