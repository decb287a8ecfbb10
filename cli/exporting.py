"""What a ladder can be exported to, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from ladder import Ladder

Writer: TypeAlias = "Callable[[Ladder], str | bytes]"


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
    lacks : str
        What of a ladder it has no place for.
    """

    suffixes: tuple[str, ...]
    write: Writer
    binary: bool = False
    lacks: str = ""


def later(module: str, name: str, **fixed: Any) -> Writer:
    """Writer whose module is imported only when something is written.

    Parameters
    ----------
    module, name : str
        Where the function is.
    **fixed
        Further arguments for it.

    Returns
    -------
    callable
    """

    def write(ladder: Ladder) -> str | bytes:
        written: str | bytes = getattr(import_module(module), name)(ladder, **fixed)
        return written

    return write


EXPORTS: Mapping[str, Export] = {
    "yaml": Export((".yaml", ".yml"), later("ladder.dumping", "dumps")),
    "json": Export((".json",), later("ladder.dumping", "dumps", format="json")),
    "node-link": Export((".json",), later("graphs.exchange.node_link", "node_link")),
    "graphml": Export(
        (".graphml",),
        later("graphs.exchange.graphml", "graphml"),
        lacks="activities, and the explanations of skills and tracks",
    ),
}
"""By the names of the formats. Where two share a suffix, it means the first."""
