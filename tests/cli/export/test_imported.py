"""What an import writes can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.errors import Refused
from cli.export.ladder import write_imported
from ladder import bundled
from ladder.files import document


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_nothing_is_written_that_the_loader_refuses(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_VALUES", 400)
    output = tmp_path / f"ladder.{suffix}"
    with pytest.raises(Refused, match="more than 400 values"):
        write_imported(lambda: bundled("product-management"), str(output), force=False)
    assert not output.exists()
    monkeypatch.undo()
    write_imported(lambda: bundled("product-management"), str(output), force=False)
    assert output.exists()
