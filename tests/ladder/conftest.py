"""What tests of files share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ladder import FileProblems, Ladder, load

Problems = Callable[..., list[str]]


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., Ladder]:
    """Loads a ladder from the content of its file."""

    def load_content(content: str | bytes, name: str = "ladder.yaml") -> Ladder:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load(path)

    return load_content


@pytest.fixture
def problems(loaded: Callable[..., Ladder]) -> Problems:
    """Tells the problems of a file's content as ``line:column: message``."""

    def problems_of(content: str | bytes, name: str = "ladder.yaml") -> list[str]:
        with pytest.raises(FileProblems) as caught:
            loaded(content, name)
        return [f"{each.line}:{each.column}: {each.message}" for each in caught.value.problems]

    return problems_of
