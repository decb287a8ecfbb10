"""Texts in cells that a spreadsheet takes for texts."""

from __future__ import annotations

_FORMULA = tuple("=+-@＝＋－＠'\t\r\n")


def harmless(cell: object) -> object:
    """Keep a text from being taken for a formula.

    Parameters
    ----------
    cell : object

    Returns
    -------
    object

    Examples
    --------
    >>> harmless("=1+1"), harmless("'tis"), harmless("Roadmapping"), harmless(-1)
    ("'=1+1", "''tis", 'Roadmapping', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_meant(text: str) -> str:
    """Take the apostrophe off that `harmless` put before a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> as_meant("'=1+1"), as_meant("''tis"), as_meant("'tis")
    ('=1+1', "'tis", "'tis")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
