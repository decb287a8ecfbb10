"""A Graphviz of the system's own draws the same pictures, and PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.pictures import Picture

from cli.main import main
from graphs import diagram, growth_path, render, timeline
from ladder import bundled

pytestmark = pytest.mark.outside

PRODUCT = bundled("product-management")


@pytest.fixture
def dot(monkeypatch) -> str:
    """The system's program."""
    found = shutil.which("dot")
    if found is None:
        pytest.skip("there is no Graphviz here")
    return found


def test_a_pdf(dot, tmp_path: Path, monkeypatch):
    """It is a PDF, and the same on every run."""
    monkeypatch.delenv("LADDER_DOT", raising=False)
    target = tmp_path / "a.pdf"
    arguments = ["draw", "--path", "analyst", "spm", "-o", str(target)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.stderr
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    assert render(diagram(PRODUCT), "pdf") == render(diagram(PRODUCT), "pdf")


def test_everything_stands_where_it_was_put(dot, monkeypatch):
    """The places are ours, so that every Graphviz draws the same boxes."""
    path = growth_path(PRODUCT, "analyst", "spm")
    for text in (diagram(PRODUCT), diagram(PRODUCT, path=path), timeline(path)):
        monkeypatch.delenv("LADDER_DOT", raising=False)
        ours = Picture(render(text, "svg")).boxes("role-", "gate-", "job-", "skill-")
        monkeypatch.setenv("LADDER_DOT", dot)
        theirs = Picture(render(text, "svg")).boxes("role-", "gate-", "job-", "skill-")
        assert ours.keys() == theirs.keys()
        for name, box in ours.items():
            assert (theirs[name].left, theirs[name].top) == pytest.approx(
                (box.left, box.top), abs=1.5
            )
