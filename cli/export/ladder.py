"""What a ladder can be exported to, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from ladder import Ladder

Writer: TypeAlias = "Callable[..., str | bytes]"
Lacks: TypeAlias = "Callable[[Ladder], Sequence[str]]"


def _nothing(_: Ladder) -> Sequence[str]:
    return ()


class Export(NamedTuple):
    """A format.

    Parameters
    ----------
    suffixes : tuple of str
        Of its files.
    write : callable
        Makes a whole file of a ladder.
    binary : bool
        Whether it is of no use in a terminal.
    lacks : callable
        Names what of a ladder it has no place for.
    told : bool
        Whether writing takes a while, and tells by ``done`` how far it is.
    """

    suffixes: tuple[str, ...]
    write: Writer
    binary: bool = False
    lacks: Lacks = _nothing
    told: bool = False


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
        lacks=lambda _: ("activities", "the explanations of skills and tracks"),
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
