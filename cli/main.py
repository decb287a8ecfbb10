"""The command ``ladder``: its commands, and what holds for all of them."""

from __future__ import annotations

from typing import Any

import click

from .errors import Refused, end_without_output, told
from .lazy import LazyGroup
from .options.common import ladder_option
from .options.types import OneOf
from .output import colour, help_width, say, say_json
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
    "completion": "cli.commands.completion",
    "help": "cli.commands.help_",
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


_FORM = "cli.version.form"


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from .version import described, in_parts

    if ctx.meta.get(_FORM) == "json":
        say_json(in_parts())
    else:
        say(described())
    ctx.exit()


def _form(ctx: click.Context, _: click.Parameter, form: str | None) -> None:
    if form is not None:
        ctx.meta[_FORM] = form


@click.group(cls=Root, lazy=COMMANDS)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=_version,
    help="Say which version this is.",
)
@click.option(
    "--format",
    type=OneOf(("text", "json")),
    is_eager=True,  # so that --version knows it, wherever it stands
    expose_value=False,
    callback=_form,
    help="With --version: json tells of Python, the system and the libraries, too.",
)
@ladder_option
@click.pass_context
def main(ctx: click.Context) -> None:
    """Find the way from one role to another, from a career framework in a file.

    The ladder is the one that --ladder names, else LADDER_FILE, else ladder.yaml in this folder,
    else the bundled product-management.

    Exit codes: 0 answered, 1 the answer is no, 2 bad input, 3 the time limit came first.

    "ladder completion bash" (or zsh, fish) has the shell complete commands and names.

    \b
    Example:
      ladder ask "how do I get from analyst to SPM"
    """
    if _FORM in ctx.meta:
        raise Refused(
            f"--format belongs behind the command: ladder {ctx.invoked_subcommand} ... "
            f"--format {ctx.meta[_FORM]}"
        )
    ctx.color = colour()
