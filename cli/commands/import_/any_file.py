"""``ladder import FILE``: which import takes the files, told by what is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click
from click.core import ParameterSource

from cli.errors import Refused
from cli.output import remark
from ladder.wording import listed

_FILES = "files"


class AnyFile(click.Command):
    """Takes the files and the options of all imports, and hands them to the one that fits."""

    def __init__(self, commands: Mapping[str, click.Command]) -> None:
        self.commands = commands
        self.takers: dict[str, list[str]] = {}  # by an option's name, the commands that have it
        files = click.Argument([_FILES], nargs=-1, metavar="FILE...")
        super().__init__(
            "FILE", params=[files, *self._options()], add_help_option=False, callback=None
        )

    def _options(self) -> Iterator[click.Option]:
        """All options once, each read as text: what may be said, its own command knows."""
        yield click.Option(["--help"], is_flag=True)
        for name, command in self.commands.items():
            for option in command.params:
                if isinstance(option, click.Option):
                    called = option.opts[-1]
                    self.takers.setdefault(called, []).append(name)
                    if len(self.takers[called]) == 1:
                        yield click.Option(
                            option.opts, is_flag=option.is_flag, type=click.UNPROCESSED
                        )

    def get_usage(self, ctx: click.Context) -> str:
        """What one may type: this stands for the group, as long as it does not know more."""
        return ctx.parent.get_usage() if ctx.parent else super().get_usage(ctx)

    def invoke(self, ctx: click.Context) -> Any:
        """Recognise the files, and run the command that is for them."""
        from ladder.recognition.kinds import WORDS, recognise
        from ladder.recognition.no_framework import NoFramework
        from ladder.spreadsheet.mapping import load_mapping

        files: tuple[str, ...] = ctx.params[_FILES]
        if not files:
            raise click.UsageError("Missing argument 'FILE...'.", ctx)
        said: str | None = ctx.params["map"]
        try:
            found = recognise(files, load_mapping(said) if said else None)
        except NoFramework as refused:
            by_name = f"ladder import matrix {files[0]} -o LADDER"
            message = f"{refused}\nIf it is a framework nevertheless, say so: {by_name}"
            raise Refused(message, bare=True) from refused
        name = COMMANDS[found.kind]
        given = dict(self._given(ctx))
        self._check(given, name, found.kind, files)
        words = [*arguments(found.kind, found.files), *(w for one in given.values() for w in one)]
        if "--help" not in given:
            remark(f"Taken for {WORDS[found.kind]} (ladder import {name})")
        with self.commands[name].make_context(name, words, parent=ctx.parent) as inner:
            return self.commands[name].invoke(inner)

    def _given(self, ctx: click.Context) -> Iterator[tuple[str, list[str]]]:
        """The options that were given, each with the words that say so."""
        for option in self.params:
            assert option.name is not None
            there = ctx.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
            if isinstance(option, click.Option) and there:
                called, value = option.opts[-1], ctx.params[option.name]
                yield called, [called] if option.is_flag else [called, value]

    def _check(
        self, given: Mapping[str, Any], name: str, kind: str, files: tuple[str, ...]
    ) -> None:
        """Refuse options that the command does not take, and say which does."""
        from ladder.recognition.kinds import WORDS

        faults = [
            f"{called} is an option of {listed([f'ladder import {one}' for one in takers], 'and')}"
            for called, takers in self.takers.items()
            if called in given and name not in takers
        ]
        if faults:
            taken = f"{files[0]} was taken for {WORDS[kind]}, for which ladder import {name} is"
            raise Refused(f"{'; '.join(faults)}; {taken}")


COMMANDS = {
    "matrix": "matrix",
    "workbook": "matrix",
    "list": "list",
    "node-link": "node-link",
    "drawing": "drawing",
    "ddat": "ddat",
    "onet": "onet",
    "esco": "esco",
}
"""Which command is for each kind of files."""


def arguments(kind: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """The files as the command takes them."""
    if kind == "ddat":
        roles, order = files
        return roles, "--order", order
    return files
