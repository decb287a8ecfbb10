"""Files are written whole or not at all."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli.io import write, write_new
from ladder import LadderError, schema_text

ROOT = Path(__file__).parents[2]


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
    with pytest.raises(LadderError, match=r"a\.svg cannot be written: no space is left there"):
        write(str(file), b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at any step leaves the old file, and nothing beside it."""
    file = tmp_path / "a.svg"
    file.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        assert len(os.listdir(tmp_path)) == 2
        raise KeyboardInterrupt

    monkeypatch.setattr(os if step == "fsync" else Path, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(str(file), b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.svg"]


STOPPED = """
import os, signal, time
from cli.main import main

# What a shell runs in the background ignores Ctrl-C, and so does all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

def stuck(_):
    print("writing", flush=True)
    time.sleep(60)

os.fsync = stuck
main()
"""


@contextmanager
def command(script: str, folder: Path, *args: str) -> Iterator[subprocess.Popen[str]]:
    """A command in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", script, *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("kind", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_signal_leaves_the_old_file(kind: str, tmp_path: Path) -> None:
    """A command that is stopped in the midst of writing leaves the old file; Ctrl-C no trace."""
    file = tmp_path / "big.yaml"
    file.write_bytes(b"old")
    (tmp_path / "ladder.schema.json").write_bytes(schema_text().encode())
    args = ("init", "big.yaml", "--from", "uk-digital-and-data", "--force")
    with command(STOPPED, tmp_path, *args) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        (beside,) = set(os.listdir(tmp_path)) - {"big.yaml", "ladder.schema.json"}
        assert (tmp_path / beside).stat().st_size > 100_000
        process.send_signal(getattr(signal, kind))
        _, told = process.communicate(timeout=30)
    assert file.read_bytes() == b"old"
    assert "Traceback" not in told
    if kind == "SIGINT":
        assert process.returncode == 130
        assert sorted(os.listdir(tmp_path)) == ["big.yaml", "ladder.schema.json"]


LIMITED = """
import resource
from cli.main import main

resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_write_that_the_system_refuses(tmp_path: Path) -> None:
    """A real failure in the midst of a file: the old one stands, and a sentence says why."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    (tmp_path / "ladder.schema.json").write_bytes(schema_text().encode())
    kept = ("init", "a.yaml", "--from", "product-management", "--force")
    with command(LIMITED, tmp_path, *kept) as process:
        _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    reason = "it would be larger than a file may be there; it is as it was"
    assert told == f"Error: a.yaml cannot be written: {reason}\n"
    assert file.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "ladder.schema.json"]


def test_whatever_is_written_is_written_here() -> None:
    """No other code opens a file to write to it, so that all are whole or not there."""
    writing = re.compile(
        r"\.write_(text|bytes)\(|\bopen\([^)]*[\"'][rwax+bt]*[wax+][rwax+bt]*[\"']|\bshutil\.(copy|move)|"
        r"\bos\.(write|rename|replace)\b|\.(render|save|to_csv)\("
    )
    found = {
        str(file.relative_to(ROOT))
        for package in ("ladder", "graphs", "cli")
        for file in (ROOT / package).rglob("*.py")
        if writing.search(file.read_text(encoding="utf-8"))
    }
    # One writes into memory, one lays out help, one only asks to be written, and one adds a line
    # to what the shell starts with, in place.
    others = {
        str(Path("cli", "lazy.py")),
        str(Path("ladder", "spreadsheet", "xlsx_writer.py")),
        str(Path("cli", "commands", "draw.py")),
        str(Path("cli", "commands", "completion.py")),
    }
    # What is asked of many people is written by name, also to remote places, which are no files.
    remote = {str(Path("graphs", "staff", name)) for name in ("places.py", "writers.py")}
    assert found - others == {str(Path("ladder", "files", "atomic.py")), *remote}


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


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    """It leads nowhere, so that nothing is written, and the link stays."""
    (tmp_path / "self.svg").symlink_to("self.svg")
    with pytest.raises(LadderError, match=r"self\.svg is a link that leads back to itself"):
        write(str(tmp_path / "self.svg"), b"new")
    assert (tmp_path / "self.svg").is_symlink()
    assert os.listdir(tmp_path) == ["self.svg"]


@pytest.mark.parametrize("links", [True, False])
def test_of_several_one_writes(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be new is written by whoever comes first, where no file can have two names, too.

    The others have seen nothing there yet, as happens when they are all started at once.
    """
    if not links:

        def refuse(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    place = str(tmp_path / "ladder.yaml")
    assert [write_new(place, b"%d" % number) for number in range(3)] == [True, False, False]
    assert os.listdir(tmp_path) == ["ladder.yaml"]
    assert Path(place).read_bytes() == b"0"
