"""The command as a process: its output's encoding, colours, pipes, and time to start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.main import main
from ladder import LadderError

ROOT = Path(__file__).parents[2]
CALL = "from cli.main import main; main(prog_name='ladder')"
GREEK = """\
name: Ταβέρνα
roles: {cook: {name: Μάγειρας}, chef: {name: Αρχιμάγειρας}}
transitions: [{from: cook, to: chef, months: 3}]
"""
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Run a command line as a process of its own, in an empty folder."""

    def process(*args: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"NO_COLOR", "FORCE_COLOR", "LADDER_FILE", "COLUMNS"}
        }
        environment = kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"} | settings
        return subprocess.run(
            [sys.executable, "-c", CALL, *args],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
            timeout=60,
        )

    return process


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_old_encoding_is_no_trouble(process: Process, tmp_path: Path, encoding: str) -> None:
    """Signs become ASCII, letters that cannot be shown question marks, and nothing breaks."""
    (tmp_path / "ladder.yaml").write_text(GREEK, encoding="utf-8")
    for command in (("path", "cook", "chef"), ("roles",), ("show", "cook")):
        done = process(*command, PYTHONIOENCODING=encoding)
        assert done.returncode == 0, done.stderr
        assert "????????".encode(encoding) in done.stdout
        assert b"Traceback" not in done.stderr
    assert b" -> " in process("path", "cook", "chef", PYTHONIOENCODING=encoding).stdout


def test_json_loses_nothing_in_an_old_encoding(process: Process, tmp_path: Path) -> None:
    """What the output cannot carry is escaped, so that programs read the same."""
    (tmp_path / "ladder.yaml").write_text(GREEK, encoding="utf-8")
    done = process("path", "cook", "chef", "--format", "json", PYTHONIOENCODING="cp1252")
    assert json.loads(done.stdout.decode("cp1252"))["ladder"] == "Ταβέρνα"


def test_signs_and_letters_in_utf_8(process: Process, tmp_path: Path) -> None:
    """Where the output can, it shows every sign, and JSON keeps letters as they are."""
    (tmp_path / "ladder.yaml").write_text(GREEK, encoding="utf-8")
    text = process("path", "cook", "chef", PYTHONIOENCODING="utf-8").stdout.decode()
    assert "Μάγειρας → Αρχιμάγειρας" in text
    plain = process("roles", "--format", "json", PYTHONIOENCODING="utf-8").stdout.decode()
    assert "Μάγειρας" in plain


def test_a_pipe_gets_no_colours(process: Process) -> None:
    """Unless FORCE_COLOR asks for them, and NO_COLOR does not forbid it."""
    assert b"\x1b[" not in process("show", "spm").stdout
    assert b"\x1b[" in process("show", "spm", FORCE_COLOR="1").stdout
    assert b"\x1b[" not in process("show", "spm", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_errors_are_coloured_as_answers_are(process: Process) -> None:
    """The colour of an error, too, goes by FORCE_COLOR and NO_COLOR."""
    wrong = ("path", "analyst", "nix")
    assert b"\x1b[31m" in process(*wrong, FORCE_COLOR="1").stderr
    assert b"\x1b[" not in process(*wrong, FORCE_COLOR="1", NO_COLOR="1").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("set_to", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_on_a_terminal(set_to: dict[str, str], tmp_path: Path) -> None:
    """Where colours would be shown, NO_COLOR keeps them out of what is said, and so may TERM."""
    import pty

    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | set_to
    done = subprocess.run(
        [sys.executable, "-c", CALL, "path", "analyst", "nix"],
        cwd=tmp_path,
        env=environment,
        stdout=theirs,
        stderr=theirs,
        check=False,
    )
    printed = os.read(ours, 10_000)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert b"Error: no role" in printed
    assert b"\x1b[" not in printed


def test_colours_only_colour(process: Process) -> None:
    """Without its colours, the answer is the same text."""
    tables = (("roles",), ("skills",), ("activities",))
    for command in (("path", "analyst", "spm"), ("show", "spm"), *tables):
        bare = process(*command, PYTHONIOENCODING="utf-8").stdout.decode()
        coloured = process(*command, PYTHONIOENCODING="utf-8", FORCE_COLOR="1").stdout.decode()
        assert "\x1b[" in coloured
        assert click.unstyle(coloured) == bare


@pytest.mark.parametrize("columns", ["1", "60", "80", "1000"])
def test_lines_fit(process: Process, columns: str) -> None:
    """Lines are as wide as the terminal, between 40 and 100 columns."""
    widest = min(max(int(columns), 40), 100)
    for command in (("path", "analyst", "spm"), ("show", "spm"), ("activities",)):
        done = process(*command, COLUMNS=columns, PYTHONIOENCODING="utf-8")
        lines = done.stdout.decode().splitlines()
        assert max(map(len, lines)) <= widest


@pytest.mark.skipif(sys.platform == "win32", reason="a shell with pipes")
def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """With the pipe closed, the command stops without a word."""
    pipe = subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.stdin.read(); {CALL}", "roles"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert pipe.stdin
    assert pipe.stdout
    assert pipe.stderr
    pipe.stdout.close()
    pipe.stdin.close()  # only now it begins
    errors = pipe.stderr.read()
    pipe.stderr.close()
    assert pipe.wait() == 141
    assert b"Traceback" not in errors
    assert b"BrokenPipe" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
@pytest.mark.parametrize(
    ("streams", "code", "told"),
    [
        (">&-", 2, "Error: standard output cannot be written to: it is closed\n"),
        (">/dev/full", 2, "Error: standard output cannot be written to: no space left on device\n"),
        (">&- 2>&-", 2, ""),
        ("2>/dev/full", 0, ""),
        ("<&- 2>&-", 0, ""),
    ],
)
@pytest.mark.parametrize("line", ["schema", "--version"])
def test_streams_that_a_shell_has_spoilt(line: str, streams: str, code: int, told: str) -> None:
    """A process of its own, from its first to its last breath; `test_streams` has the others."""
    if "full" in streams and not os.path.exists("/dev/full"):
        pytest.skip("needs a full device")
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m cli {line} {streams}', sys.executable],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, told)
    assert bool(done.stdout) is (code == 0)


INTERRUPTED = """
import sys

class Interrupted:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
from cli.__main__ import main
main()
"""


def test_an_interruption_while_starting(tmp_path: Path) -> None:
    """Ctrl-C before anything is loaded ends the command without a word, too."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interruption_while_reading_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one like any other, and nothing is said to be aborted."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.main.colour", interrupted)
    monkeypatch.setattr("cli.lazy.LazyGroup.parse_args", interrupted)
    result = CliRunner().invoke(main, ["roles"])
    assert (result.exit_code, result.output) == (130, "\n")


@pytest.mark.parametrize(
    ("raised", "code"), [(KeyboardInterrupt(), 130), (LadderError("not so"), 2)]
)
def test_what_is_raised_becomes_an_exit_code(
    raised: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interruption and a person's mistake end the command without a traceback."""

    def fail() -> None:
        raise raised

    monkeypatch.setattr("cli.commands.roles.open_ladder", fail)
    result = CliRunner().invoke(main, ["roles"])
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_a_fault_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what a person can mend is worded; a bug stays visible."""

    def fail() -> None:
        raise AssertionError

    monkeypatch.setattr("cli.commands.roles.open_ladder", fail)
    assert isinstance(CliRunner().invoke(main, ["roles"]).exception, AssertionError)


def test_a_question_imports_nothing_heavy(process: Process) -> None:
    """To answer a question takes neither the graph library nor what draws and tabulates."""
    done = process("path", "analyst", "spm", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    imported = {line.rpartition(b"|")[2].strip() for line in done.stderr.splitlines()}
    assert not imported & {b"networkx", b"graphviz", b"rich.console", b"fastjsonschema", b"difflib"}


def test_the_version_is_told(process: Process) -> None:
    """One line, on standard output."""
    done = process("--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"ladder")
