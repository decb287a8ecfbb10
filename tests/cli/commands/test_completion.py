"""``ladder completion``: one command, and the shell completes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

STARTS = {"bash": ".bashrc", "zsh": ".zshrc"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("shell", STARTS)
def test_it_adds_one_line_however_often_it_is_called(shell: str, run: Run, home: Path) -> None:
    start = home / STARTS[shell]
    start.write_bytes(b"alias caf\xe9=true")  # in an encoding of old, and without a last line end
    assert run("completion", shell).exit_code == 0
    once = start.read_bytes()
    assert once.startswith(b"alias caf\xe9=true\n")
    assert len(once.splitlines()) == 2
    assert run("completion", shell).exit_code == 0
    assert start.read_bytes() == once


def test_a_link_stays_a_link(run: Run, home: Path) -> None:
    kept = home / "dotfiles"
    kept.write_text("")
    (home / ".bashrc").symlink_to(kept)
    run("completion", "bash")
    assert (home / ".bashrc").is_symlink()
    assert "completion.bash" in kept.read_text()


def test_fish_finds_it_by_itself(run: Run, home: Path) -> None:
    run("completion", "fish")
    assert [file for file in home.rglob("*") if file.is_file()] == [
        home / ".config/fish/completions/ladder.fish"
    ]


def test_print_writes_nothing(run: Run, home: Path) -> None:
    printed = run("completion", "zsh", "--print").stdout
    assert printed.startswith("#compdef ladder\n")
    assert not [*home.iterdir()]


def test_another_shell_is_told_which_there_are(run: Run) -> None:
    result = run("completion", "csh")
    assert result.exit_code == 2
    assert "bash" in result.output


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_a_command(run: Run, home: Path) -> None:
    run("completion", "bash")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    asked = """
        . ~/.bashrc && complete -p ladder >/dev/null || exit 1
        COMP_WORDS=(ladder analy); COMP_CWORD=1; _ladder_completion ladder; echo "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", asked],
        env={"HOME": str(home), "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "analyze"
