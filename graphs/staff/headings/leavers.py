"""Rows of people who seem to have left, which nobody takes out but whoever knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ladder.matching import fold, words

from .words import said

if TYPE_CHECKING:
    import pyarrow as pa

_ENDS = frozenset(
    words(
        "termination terminated leaving leaver left exit resignation resigned separation "
        "austritt austrittsdatum ausgeschieden ausscheiden kündigung kündigungsdatum "
        "vertragsende départ sortie baja salida"
    )
)
_STATUSES = frozenset(
    map(
        fold,
        (
            *("status", "employee status", "worker status", "employment status", "active"),
            *("beschäftigungsstatus", "mitarbeiterstatus", "aktiv", "statut", "estado"),
        ),
    )
)
_GONE = frozenset(
    map(
        fold,
        (
            *(
                "terminated",
                "inactive",
                "left",
                "leaver",
                "resigned",
                "retired",
                "exited",
                "former",
            ),
            *("ausgeschieden", "inaktiv", "ehemalig", "gekündigt", "parti", "inactif", "inactivo"),
        ),
    )
)
_REASON = frozenset(words("reason grund type art motif notice by"))


class Leavers(NamedTuple):
    """The column that says so, and the places of their rows."""

    heading: str
    places: Sequence[int]


def leavers(rows: pa.Table, carried: Sequence[str]) -> Leavers | None:
    """Find people who seem to have left, by the first column that is not used and says so.

    >>> import pyarrow as pa
    >>> leavers(pa.table({"Status": ["Active", "Terminated"]}), ["Status"])
    Leavers(heading='Status', places=[1])
    """
    for heading in carried:
        ending = said(heading) & _ENDS and not said(heading) & _REASON
        if not ending and fold(heading) not in _STATUSES:
            continue
        cells = rows[heading].to_pylist()
        known = {cell: _says_gone(cell, dated=bool(ending)) for cell in {*map(str, cells)}}
        if places := [place for place, cell in enumerate(cells) if known[str(cell)]]:
            return Leavers(heading, places)
    return None


def _says_gone(cell: str, *, dated: bool) -> bool:
    """Whether a cell says that somebody has left; beside a heading that does, a date, too."""
    if fold(cell) in _GONE:
        return True
    return dated and (any(sign.isdigit() and sign != "0" for sign in cell) or fold(cell) in _YES)


_YES = frozenset(("yes", "true", "ja", "oui", "sí", "x"))
