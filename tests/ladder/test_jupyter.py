"""A ladder in a notebook, where nothing draws: a table in which names are text and nothing else."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser

from hypothesis import given, settings
from support.ladder_strategies import ladders

from ladder import Ladder, bundled
from ladder.model import roles_table

PRODUCT = bundled("product-management")
TAGS = {"div", "p", "strong", "bdi", "table", "tr", "th", "td"}


class Page(HTMLParser):
    """What a browser makes of a piece of HTML: its elements, and the rows of its table."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.keys: set[str] = set()
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        self.keys |= {key for key, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)
        if self.open[-1:] == ["bdi"] and "td" in self.open:
            self.rows[-1][-1] += data


def roles_in(page: Page) -> list[tuple[str, str, str]]:
    """Rank, name and aliases of every row."""
    return [(rank, name, also) for _, rank, name, also in page.rows[1:]]


def test_a_table_has_every_role_in_order():
    """By track, then rank; the track is named once."""
    page = Page(roles_table(PRODUCT))
    tracks = [row[0] for row in page.rows[1:] if row[0]]
    assert tracks == [track.name for track in PRODUCT.tracks.values()]
    assert len(page.rows) == 1 + len(PRODUCT.roles)
    senior = PRODUCT.roles["senior-product-manager"]
    assert ("3", senior.name, ", ".join(senior.aliases)) in roles_in(page)
    assert "14 roles, 24 transitions" in "".join(page.words)


@settings(max_examples=200)
@given(ladders())
def test_names_are_text(ladder: Ladder):
    """No name opens an element, adds an attribute, or is lost; styles stay on their elements."""
    page = Page(roles_table(ladder))
    assert page.open == []
    assert page.tags <= TAGS
    assert page.keys <= {"class", "style"}
    assert sorted(roles_in(page)) == sorted(
        ("" if role.rank is None else str(role.rank), role.name, ", ".join(role.aliases))
        for role in ladder.roles.values()
    )
    assert ladder.name in "".join(page.words)


def test_a_ladder_alone_is_a_table():
    """Where only this package is imported, nothing draws, and the notebook shows the table."""
    code = (
        "import sys; from ladder import bundled; ladder = bundled('product-management');"
        "assert ladder._repr_svg_() is None; assert 'graphs' not in sys.modules;"
        "assert 'html' not in sys.modules;"
        "assert ladder._repr_html_().count('<tr ') == 15"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_ladder_alone_cannot_be_saved():
    """What draws has to be imported, which the error says."""
    code = "from ladder import bundled; bundled('product-management').save('a.svg')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.stderr.decode().strip().endswith("nothing draws pictures yet; import graphs first")
