"""Command groups that read a command's module only when that command is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

import click

from ladder.matching import nearest
from ladder.wording import listed, one_line, quoted

from .errors import Refused

NARROW = 60
"""Columns below which help has no room for long options beside what they mean."""


class Help(click.HelpFormatter):
    """Lays help out; on a narrow screen a long term has a line of its own."""

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms, each with what it means."""
        super().write_dl(rows, 10 if self.width < NARROW else col_max, col_spacing)

    def write_text(self, text: str) -> None:
        """Write paragraphs; on a narrow screen tables in them are broken, too."""
        if self.width >= NARROW:
            super().write_text(text)
            return
        wide = type(self)(width=self.width)
        wide.current_indent = self.current_indent
        super(Help, wide).write_text(text)
        for line in wide.getvalue().splitlines():
            self.write("\n".join(_broken(line, self.width)) + "\n")


_TWO_CELLS = re.compile(r"( *)(\S+(?: \S+)*) {2,}(# )?(.*)").fullmatch
_COMMANDS = ("    ladder ", "    eval ")


def _broken(line: str, width: int) -> list[str]:
    r"""Break a line that is too long, of two cells between them; a command is copied whole.

    >>> _broken("  levels: [basic, good]  # the lowest first", 24)
    ['  levels: [basic, good]', '      # the lowest first']
    """
    if len(line) <= width or line.startswith(_COMMANDS):
        return [line]
    from .text.layout import wrap  # rarely needed

    if cells := _TWO_CELLS(line):
        indent, first, mark, text = cells.groups()
        head, rest = [indent + first], f"{indent}    {mark or ''}"
    else:
        text = line.lstrip()
        head, rest = [], " " * min(len(line) - len(text), 6)
    return [*head, *(rest + each for each in wrap(text, width - len(rest)))]


class HelpfulContext(click.Context):
    """The context of each command."""

    formatter_class = Help


class LazyGroup(click.Group):
    """A group whose commands wait in modules of their own.

    What a command needs costs time to import, and most calls need one command only. ``lazy`` names
    for each command the module that holds it as ``command``, in the order of the help.
    """

    context_class = HelpfulContext

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order given."""
        return list(self._lazy)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with; suggest the nearest if there is none."""
        name = args[0]
        if name not in self._lazy and not name.startswith("-") and not ctx.resilient_parsing:
            raise Refused(f"there is no command {quoted(name)}; {self._hint(ctx, name)}")
        return super().resolve_command(ctx, args)

    def _hint(self, ctx: click.Context, name: str) -> str:
        if " " in name and "ask" in self._lazy:
            return f'did you mean: {ctx.command_path} ask "{one_line(name)}"'
        near = nearest(name, self._lazy)
        return f"did you mean {listed(near or list(self._lazy))}?"

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, its module now imported; None if there is no such command."""
        if cmd_name not in self._lazy:
            return None
        command: click.Command = import_module(self._lazy[cmd_name]).command
        command.context_class = HelpfulContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its first sentence, which is never cut off."""
        commands = [(name, self.get_command(ctx, name)) for name in self._lazy]
        with formatter.section("Commands"):
            formatter.write_dl([(n, each.get_short_help_str(500)) for n, each in commands if each])
