"""The command ``ladder``: its commands, and what holds for all of them."""

from __future__ import annotations

from typing import Any

import click

from .errors import end_without_output, told
from .lazy import LazyGroup
from .options.common import ladder_option
from .output import colour, help_width
from .streams import OutputFailed, make_ready

COMMANDS = {
    "ask": "cli.commands.ask",
    "path": "cli.commands.path",
    "next": "cli.commands.next_",
    "gap": "cli.commands.gap",
    "progress": "cli.commands.progress",
    "reach": "cli.commands.reach",
    "into": "cli.commands.into",
    "people": "cli.commands.people",
    "roles": "cli.commands.roles",
    "skills": "cli.commands.skills",
    "activities": "cli.commands.activities",
    "show": "cli.commands.show",
    "analyze": "cli.commands.analyze",
    "draw": "cli.commands.draw",
    "check": "cli.commands.check",
    "init": "cli.commands.init",
    "diff": "cli.commands.diff",
    "schema": "cli.commands.schema",
    "import": "cli.commands.import_",
    "export": "cli.commands.export",
    "site": "cli.commands.site",
}


class Root(LazyGroup):
    """The outermost group, where whatever went wrong is told."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line, and end."""
        make_ready()
        try:
            return super().main(*args, **{"terminal_width": help_width(), **extra})
        except OutputFailed as failed:  # perhaps in what click prints: help, completions
            end_without_output(failed)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command's name."""
        with told():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with told():
            return super().invoke(ctx)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"ladder {version('career-ladder')}")
    except PackageNotFoundError:
        click.echo("ladder, not installed")
    ctx.exit()


@click.group(cls=Root, lazy=COMMANDS)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Say which version this is.",
)
@ladder_option
@click.pass_context
def main(ctx: click.Context) -> None:
    """Find the way from one role to another, from a career framework in a file.

    The ladder is the one that --ladder names, else LADDER_FILE, else ladder.yaml in this folder,
    else the bundled product-management.

    Exit codes: 0 answered, 1 the answer is no, 2 bad input, 3 the time limit came first.

    Completion of commands and role names, for bash (or zsh_source, fish_source):

    \b
      eval "$(_LADDER_COMPLETE=bash_source ladder)"

    \b
    Example:
      ladder ask "how do I get from analyst to SPM"
    """
    ctx.color = colour()
