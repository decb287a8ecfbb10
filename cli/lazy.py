"""Command groups that read a command's module only when that command is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from ladder.matching import nearest
from ladder.wording import listed

from .errors import Refused


class LazyGroup(click.Group):
    """A group whose commands wait in modules of their own.

    What a command needs costs time to import, and most calls need one command only. ``lazy`` names
    for each command the module that holds it as ``command``, in the order of the help.
    """

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
            raise Refused(f'there is no command "{name}"; {self._hint(ctx, name)}')
        return super().resolve_command(ctx, args)

    def _hint(self, ctx: click.Context, name: str) -> str:
        if " " in name and "ask" in self._lazy:
            return f'did you mean: {ctx.command_path} ask "{name}"'
        near = nearest(name, self._lazy)
        return f"did you mean {listed(near or list(self._lazy))}?"

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, its module now imported; None if there is no such command."""
        if cmd_name not in self._lazy:
            return None
        command: click.Command = import_module(self._lazy[cmd_name]).command
        return command
