"""``ladder site`` writes one page, and says what is not in it."""

import pytest

from graphs.site import engine


def test_a_light_page_is_written(run, tmp_path):
    """And said so."""
    file = tmp_path / "career.html"
    result = run("--ladder", "product-management", "site", "--light", "-o", str(file))
    assert result.exit_code == 0
    assert result.stderr.startswith(f"Written: {file}")
    assert "planner" not in result.stderr
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("state", ["missing", "outdated"])
def test_without_the_planner_the_page_is_light_and_says_so(run, tmp_path, monkeypatch, state):
    """With what brings it."""
    monkeypatch.setattr(engine, "lacking", lambda: state)
    monkeypatch.setattr("graphs.site.page.lacking", lambda: state)
    file = tmp_path / "career.html"
    result = run("--ladder", "product-management", "site", "-o", str(file))
    assert result.exit_code == 0
    assert "no planner" in result.stderr
    assert "make planner" in result.stderr
    assert 'id="part-wasm"' not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "career.svg"], ".html"),
        (["-o", "nowhere/career.html"], "nowhere"),
        (["-o", "career.html", "--theme", "drak"], "dark"),
        ([], "--output"),
    ],
)
def test_what_cannot_be_is_refused(run, tmp_path, monkeypatch, arguments, told):
    """Before any work is done."""
    monkeypatch.chdir(tmp_path)
    result = run("--ladder", "product-management", "site", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [*tmp_path.iterdir()] == []
