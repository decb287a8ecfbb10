"""``ladder import``: published frameworks, skill matrices and graphs, turned into ladders.

One importer a file. Each says which figures it assumes, and hands what it made to
`cli.export.ladder.write_imported`. Where the first word is none of them, all words are files and
options, and `any_file` finds out which importer takes them.
"""

from __future__ import annotations

import os

import click
from click.shell_completion import CompletionItem

from cli.lazy import LazyGroup

IMPORTS = {
    "matrix": "cli.commands.import_.matrix",
    "list": "cli.commands.import_.list",
    "node-link": "cli.commands.import_.node_link",
    "drawing": "cli.commands.import_.drawing",
    "ddat": "cli.commands.import_.ddat",
    "onet": "cli.commands.import_.onet",
    "esco": "cli.commands.import_.esco",
}
_ANY_FILE = "FILE"


class Importers(LazyGroup):
    """A group that takes files, too, and finds the command for them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put a name before what is to be recognised, as options of the group would come first."""
        files = args and args[0] not in self._lazy and args[0] != "--help"
        if files and not ctx.resilient_parsing and _may_be_files(args):
            args = [_ANY_FILE, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with, or the one that recognises files."""
        if args[0] == _ANY_FILE:
            from .any_file import AnyFile

            return _ANY_FILE, AnyFile(self.commands_of(ctx)), args[1:]
        return super().resolve_command(ctx, args)

    def commands_of(self, ctx: click.Context) -> dict[str, click.Command]:
        """All commands by name."""
        found = {name: self.get_command(ctx, name) for name in self._lazy}
        return {name: command for name, command in found.items() if command}

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete names of commands, and of files."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def _may_be_files(args: list[str]) -> bool:
    """Whether the first word is an option, a path, or called like a file: no command misspelt."""
    first = args[0]
    return (
        first.startswith("-")
        or os.path.exists(first)
        or bool(os.path.splitext(first)[1])
        or (os.sep in first)
    )


@click.group(
    "import",
    cls=Importers,
    lazy=IMPORTS,
    options_metavar="",
    subcommand_metavar="FILE... -o LADDER [OPTIONS]",
)
def command() -> None:
    """Turn a framework, a skill matrix or a graph into a ladder file.

    FILE may be a workbook (.xlsx, .xlsm), a text with commas, semicolons, tabs or bars (.csv, .tsv,
    .txt), tables in Markdown (.md) or in a web page (.html), a graph (.json), or a ladder that was
    drawn (Mermaid, DOT, GraphML, React Flow, Obsidian and others). What it holds is found out, and
    said: a matrix of roles and skills, a list of them with what stands beside it, a workbook that
    "ladder export" wrote, the two tables of the UK Government Digital and Data framework, the
    folder of O*NET's tables, or that of ESCO's. What looks like anything else is refused.

    Where that comes out wrong, name what it is by one of the commands below. Each has options of
    its own, which may be given after FILE, too; ladder import FILE --help shows those for it.

    \b
    Example:
      ladder import skills.csv -o our-ladder.yaml
    """
