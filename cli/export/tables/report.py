"""What a table is, before it is written: columns, and rows of values as the answer has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ladder.model import Pace

Row = tuple[Any, ...]
"""A value for each column; None where there is nothing to say."""


class Column(NamedTuple):
    """A column for people, which may be several for programs: an id and a name, three months."""

    heading: str
    """For people, with the unit where the cells do not say it."""
    heads: tuple[str, ...]
    """For programs."""
    values: Callable[[Any], tuple[object, ...]]
    """A cell for programs, a value for each head."""
    words: Callable[[Any], str] | None
    """A cell for people, in Markdown; None where the column is for programs alone."""
    right: bool = False
    """Whether people find it at the right, as numbers stand."""
    idle: str = ""
    """What a cell says for people where it says nothing; a column of such cells is left out."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of a report that is one.

    Parameters
    ----------
    name : str
        What programs call the part, where there are several.
    title : str
        What people call it.
    columns : tuple of Column
    rows : tuple of tuple
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that an answer has to say.

    Parameters
    ----------
    title : str
    tables : tuple of Table
    notes : tuple of str
        Sentences on what the figures are worth, and on what is in no table; none begins with a
        name.
    pace : {"typical", "fast", "slow"}
        At which the months are; the title says it where it is not the typical one.
    """

    title: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    pace: Pace = "typical"
