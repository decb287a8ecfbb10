"""The README and the pages of the documentation show what one gets.

How a page is written so that it can be played is told in tests/support/pages.py.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from support.pages import blocks, play

from .conftest import Run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
APART = "gallery.md"  # whose pictures tests/test_gallery.py draws
PAGES = [
    ROOT / "README.md",
    *sorted(page for page in DOCS.rglob("*.md") if page.name != APART),
]
TUTORIAL = DOCS / "tutorial.md"


def has_examples(page: Path) -> bool:
    return any(block.language in {"console", "python"} for block in blocks(page))


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if has_examples(page)],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_a_page_shows_what_one_gets(
    page: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All its commands, one after the other in one folder, with the files that it has one write.

    The tutorial begins with nothing at all, and shows all that stands in the terminal.
    """

    def say(arguments: list[str]) -> tuple[str, str]:
        result = run(*arguments)
        return result.stdout, result.output

    is_tutorial = page == TUTORIAL
    is_guide = is_tutorial or not {"how-to", "reference"}.isdisjoint(page.parts)
    if not is_tutorial:
        for table in DOCS.glob("*.csv"):
            shutil.copy(table, tmp_path)
    assert not [*play(page, say, guide=is_guide, strict=is_tutorial)]


def test_the_readme_leads_somewhere() -> None:
    """On the page of the repository, where no builder of documentation checks its links."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    places = [place for place in re.findall(r"\]\(([^)]+)\)", text) if "://" not in place]
    assert "docs/tutorial.md" in places
    assert [place for place in places if not (ROOT / place.partition("#")[0]).exists()] == []


WRONG = """
```console
$ ladder init
…
$ ladder check ladder.yaml
ladder.yaml: no problems in 5 roles
```

In `ladder.yaml` there is:

```yaml
roles: {}
```

Below the line `role:` in `ladder.yaml` put:

```yaml
  other: Other
```

```console
$ cat ladder.yaml
```
"""


def test_what_is_not_as_shown_is_noticed(run: Run, tmp_path: Path) -> None:
    """An output, a part of a file, a place in it, and a program."""
    page = tmp_path / "page.md"
    page.write_text(WRONG, encoding="utf-8")
    told = [*play(page, lambda words: (run(*words).output,) * 2, guide=True, strict=False)]
    assert [one.partition(": ")[0] for one in told] == [f"page.md:{n}" for n in (2, 11, 17, 21)]


def test_the_tour_answers_what_the_program_is_for() -> None:
    commands = [command for block in blocks(PAGES[0]) for command, _ in block.commands()]
    assert any("from analyst to SPM" in command for command in commands)
