"""``ladder completion``: the shell completes commands, options, and names of the ladder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import click

from cli.errors import Refused
from cli.io import write
from cli.options.types import OneOf
from cli.output import remark, say

if TYPE_CHECKING:
    from click.shell_completion import ShellComplete

Shell = Literal["bash", "zsh", "fish"]
VARIABLE = "_LADDER_COMPLETE"
PROGRAM = "ladder"

# In a zsh whose owner has set nothing up, nothing completes at all.
_ZSH_READY = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"


class Places(NamedTuple):
    """Where the script goes, and the file that has the shell read it, if it must be told."""

    script: Path
    start: Path | None


@click.command("completion")
@click.argument("shell", type=OneOf(("bash", "zsh", "fish")))
@click.option("--print", "prints", is_flag=True, help="Print the script, and write nothing.")
def command(shell: Shell, prints: bool) -> None:
    """Have the shell complete commands, options, and the names in your ladder.

    SHELL is bash, zsh or fish. The script goes where fish looks for it; bash and zsh get a line
    in ~/.bashrc or ~/.zshrc that reads it, once. It works in terminals opened from then on. To
    be rid of it, remove the script.

    \b
    Example:
      ladder completion bash
    """
    script = _script(shell)
    if prints:
        say(script.rstrip("\n"))
        return
    places = _places(shell)
    line = _line(places.script)
    places.script.parent.mkdir(parents=True, exist_ok=True)
    write(str(places.script), script.encode())
    if places.start is not None:
        _add(line, places.start)
    remark(f"Written: {places.script}{_and_where(places.start)}; open a new terminal to use it")


def _and_where(start: Path | None) -> str:
    return f", which {start} reads" if start else ""


def _script(shell: Shell) -> str:
    from click.shell_completion import BashComplete, FishComplete, ZshComplete

    kinds: dict[Shell, type[ShellComplete]] = {
        "bash": BashComplete,
        "zsh": ZshComplete,
        "fish": FishComplete,
    }
    root = click.get_current_context().find_root()
    kind = kinds[shell](root.command, {}, PROGRAM, VARIABLE)
    # Not source(), which asks the bash on this machine for its version, if there is one.
    text = kind.source_template % kind.source_vars()
    head, *rest = text.strip().splitlines(keepends=True)
    if shell == "zsh":  # its first line has to stay the first
        return "".join([head, _ZSH_READY, *rest]) + "\n"
    return text.strip() + "\n"


def _places(shell: Shell) -> Places:
    home = Path.home()
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return Places(config / "fish" / "completions" / f"{PROGRAM}.fish", None)
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    start = Path(os.environ.get("ZDOTDIR") or home) if shell == "zsh" else home
    return Places(data / PROGRAM / f"completion.{shell}", start / f".{shell}rc")


def _line(script: Path) -> str:
    """What has a shell read the script, and does nothing once that is gone."""
    if any(sign in str(script) for sign in "'\n"):
        raise Refused(f"the path {script} cannot stand in a line for the shell; use --print")
    return f"test -f '{script}' && . '{script}'  # completion of {PROGRAM}"


def _add(line: str, start: Path) -> None:
    """Add a line to the file that the shell starts with, unless it is there.

    The file is added to in place: it may be a link into a folder that is kept elsewhere.
    """
    there = start.read_bytes() if start.exists() else b""
    wanted = os.fsencode(line)
    if wanted in there.splitlines():
        return
    with start.open("ab") as file:
        file.write((b"" if not there or there.endswith(b"\n") else b"\n") + wanted + b"\n")
