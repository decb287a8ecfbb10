"""What imports and exports share: where the ladder goes, and figures that are told by option."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.errors import Refused
from cli.io import STDOUT, check_new, write
from cli.output import remark
from cli.text.words import count

if TYPE_CHECKING:
    from ladder import Ladder
    from ladder.importers.assumptions import BadAssumptions

FORMATS = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}

C = TypeVar("C", bound=Callable[..., Any])
force_option = click.option(
    "--force", is_flag=True, help="Replace the file if it is there already."
)
_output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    required=True,
    help="The ladder's file, .yaml or .json; - is standard output.",
)


def output_options(command: C) -> C:
    """Add the options that say where the ladder goes."""
    return _output_option(force_option(command))


def whole_numbers(example: str) -> Callable[..., tuple[int, ...] | None]:
    """Make a callback that reads whole numbers with commas between."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> tuple[int, ...] | None:
        if value is None:
            return None
        try:
            return tuple(int(part) for part in value.split(","))
        except ValueError:
            raise click.BadParameter(
                f'"{value}" should be whole numbers with commas between, such as {example}'
            ) from None

    return read


def write_ladder(make: Callable[[], Ladder], output: str, force: bool) -> Ladder:
    """Import a ladder and write it, after what can be refused before has been."""
    from ladder import dumps
    from ladder.importers.assumptions import BadAssumptions

    suffix = Path(output).suffix.lower()
    if output != STDOUT and suffix not in FORMATS:
        raise Refused(f"{output}: the suffix should be .yaml, .yml or .json")
    check_new(output, force)
    try:
        ladder = make()
    except BadAssumptions as wrong:
        raise Refused(_by_option(wrong)) from wrong
    text = dumps(ladder, format="json" if FORMATS.get(suffix) == "json" else "yaml")
    write_told(output, text.encode(), ladder)
    return ladder


def write_told(output: str, content: bytes, ladder: Ladder) -> None:
    """Write a ladder's file, and tell what is in it."""
    write(output, content)
    if output != STDOUT:
        counts = f"{count(len(ladder.roles), 'role')} and {count(len(ladder.skills), 'skill')}"
        remark(f"Written: {output}, with {counts}")


def _by_option(wrong: BadAssumptions) -> str:
    """What is wrong with the figures, by the names of the options that give them."""
    return "\n".join(f"--{name.replace('_', '-')} {fault}" for name, fault in wrong.faults.items())
