"""Files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cli.writing import write
from ladder import LadderError


def test_a_file_is_written(tmp_path: Path) -> None:
    """The content arrives byte for byte, and nothing else is left in the folder."""
    write(str(tmp_path / "a.svg"), b"one\r\ntwo")
    assert (tmp_path / "a.svg").read_bytes() == b"one\r\ntwo"
    assert os.listdir(tmp_path) == ["a.svg"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step fails, the old content stands and the half-made file is gone."""
    file = tmp_path / "a.svg"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write(str(file), b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_are_kept(tmp_path: Path) -> None:
    """A new file has the usual permissions, a replaced one its own."""
    usual, kept = tmp_path / "usual", tmp_path / "kept"
    (tmp_path / "by hand").touch()
    kept.touch(mode=0o600)
    for file in (usual, kept):
        write(str(file), b"")
    assert usual.stat().st_mode == (tmp_path / "by hand").stat().st_mode
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link points to is replaced, not the link."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="devices have other names on Windows")
def test_a_device_stays_a_device() -> None:
    """Writing to the null device does not put a file in its place."""
    write("/dev/null", b"gone")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(("target", "message"), [(".", "is a folder"), ("no/a.svg", "folder no")])
def test_impossible_places_are_named(
    target: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder, and a file in a folder that is not there, are refused in words."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LadderError, match=message):
        write(target, b"")
    assert not os.listdir(tmp_path)
