"""Figures as tables for people, each limit beside its figure."""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    r"""Align rows below their headings, which may have two lines; what begins with "<" to the left.

    Examples
    --------
    >>> print(table(["<ladder", "median\nms"], [["DDaT", "0.7"], ["O*NET", "12.0"]]))
            median
    ladder      ms
    DDaT       0.7
    O*NET     12.0
    """
    left = [heading.startswith("<") for heading in headings]
    split = [heading.lstrip("<").rpartition("\n")[::2] for heading in headings]
    lines = [[above.lstrip("\n") for above, _ in split], [below for _, below in split], *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    aligned = (
        GAP.join(
            cell.ljust(width) if is_left else cell.rjust(width)
            for cell, width, is_left in zip(line, widths, left, strict=True)
        )
        for line in lines
    )
    return "\n".join(line.rstrip() for line in aligned if line.strip())


def number(value: float) -> str:
    """Round a figure to what is worth reading.

    Examples
    --------
    >>> number(0.0314), number(3.14), number(31.4), number(31415.9)
    ('0.031', '3.14', '31.4', '31,416')
    """
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def limited(value: float, most: float | None) -> str:
    """Set a limit beside its figure, and show whether it is kept.

    Examples
    --------
    >>> limited(3.14, 5), limited(7.5, 5), limited(7.5, None)
    ('3.14 <= 5', '7.50 > 5 !', '7.50')
    """
    if most is None:
        return number(value)
    if value <= most:
        return f"{number(value)} <= {most:g}"
    return f"{number(value)} > {most:g} !"


def at_least(value: float, least: float | None) -> str:
    """Set beside a figure what it should come to, and show whether it does.

    Examples
    --------
    >>> at_least(72.4, 50), at_least(31.4, 50), at_least(31.4, None)
    ('72.4 >= 50', '31.4 < 50 !', '31.4')
    """
    if least is None:
        return number(value)
    sign, mark = (">=", "") if value >= least else ("<", " !")
    return f"{number(value)} {sign} {least:g}{mark}"
