"""Ladders as files: the formats that one can be exported to, and what an import writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.errors import Refused
from cli.io import STDOUT, check_new, write
from cli.output import remark
from cli.text.words import count
from ladder import Ladder
from ladder.wording import one_line

if TYPE_CHECKING:
    from ladder.importers.assumptions import Imported


class Export(NamedTuple):
    """A format."""

    suffixes: tuple[str, ...]
    write: Callable[..., str | bytes]
    binary: bool = False
    """Whether it is of no use in a terminal."""
    lacks: Callable[[Ladder], Sequence[str]] = lambda _: ()
    """Names what of a ladder it has no place for."""
    told: bool = False
    """Whether writing takes a while, and tells by ``done`` how far it is."""


def later(module: str, name: str, **fixed: Any) -> Callable[..., Any]:
    """Function whose module is imported only when it is called."""

    def called(ladder: Ladder, **more: Any) -> Any:
        return getattr(import_module(module), name)(ladder, **fixed, **more)

    return called


EXPORTS: Mapping[str, Export] = {
    "yaml": Export((".yaml", ".yml"), later("ladder.files.writer", "dumps")),
    "json": Export((".json",), later("ladder.files.writer", "dumps", format="json")),
    "node-link": Export((".json",), later("graphs.convert", "node_link")),
    "graphml": Export(
        (".graphml",),
        later("graphs.convert", "graphml"),
        lacks=lambda _: ("activities", "groups of skills", "what skills, levels and tracks mean"),
    ),
    "csv": Export(
        (".csv",),
        later("ladder.spreadsheet.matrix", "matrix_csv"),
        lacks=later("ladder.spreadsheet.matrix", "lost"),
    ),
    "xlsx": Export(
        (".xlsx",), later("ladder.spreadsheet.xlsx_writer", "matrix_xlsx"), binary=True, told=True
    ),
}
"""By the names of the formats. Where two share a suffix, it means the first."""


def write_ladder(output: str, content: bytes, ladder: Ladder) -> None:
    """Write a ladder's file, and tell what is in it."""
    write(output, content)
    if output != STDOUT:
        counts = f"{count(len(ladder.roles), 'role')} and {count(len(ladder.skills), 'skill')}"
        remark(f"Written: {output}, with {counts}")


def write_imported(make: Callable[[], Ladder | Imported], output: str, force: bool) -> None:
    """Import a ladder and write it, after what can be refused before has been."""
    from ladder import dumps, to_plain
    from ladder.files.document import MOST_VALUES, values_in
    from ladder.files.text import MOST_BYTES
    from ladder.importers.assumptions import BadAssumptions

    suffix = Path(output).suffix.lower()
    if output != STDOUT and suffix not in (".yaml", ".yml", ".json"):
        raise Refused(f"{one_line(output)}: the suffix should be .yaml, .yml or .json")
    check_new(output, force)
    try:
        made = make()
    except BadAssumptions as wrong:
        faults = (f"--{name.replace('_', '-')} {fault}" for name, fault in wrong.faults.items())
        raise Refused("\n".join(faults)) from wrong
    ladder, remarks = (made, ()) if isinstance(made, Ladder) else made
    as_json = suffix == ".json"
    text = dumps(ladder, format="json" if as_json else "yaml")
    # Of JSON the commas are counted when it is read, those in texts too.
    values = text.count(",") if as_json else values_in(to_plain(ladder))
    if values > MOST_VALUES:
        raise _too_large(f"hold more than {MOST_VALUES:,} values")
    content = text.encode()
    if len(content) > MOST_BYTES:
        raise _too_large(f"take more than {MOST_BYTES // 1_000_000} MB")
    write_ladder(output, content, ladder)
    for sentence in remarks:
        remark(sentence)


def _too_large(what: str) -> Refused:
    return Refused(
        f"the ladder would {what}, which is more than is read from any file; import a part of the "
        "framework, or let less be expected and fewer moves be made: --help lists the options"
    )
