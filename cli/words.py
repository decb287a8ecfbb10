"""Months, money and levels as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ladder import Ladder
from ladder.wording import listed

from .layout import tie
from .look import Glyphs


def count(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one.

    Examples
    --------
    >>> count(1, "move"), count(2, "move")
    ('1 move', '2 moves')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun.removesuffix('y')}ies" if noun.endswith("y") else f"{number} {noun}s"


def duration(months: int) -> str:
    """Months, and from a year on also years.

    Examples
    --------
    >>> duration(9), duration(24), duration(26)
    ('9 months', '24 months (2 years)', '26 months (2 years 2 months)')
    """
    years, rest = divmod(months, 12)
    if not years:
        return count(months, "month")
    long = count(years, "year") + (f" {count(rest, 'month')}" if rest else "")
    return f"{count(months, 'month')} ({long})"


def money(amount: int | float, currency: str | None) -> str:
    """A cost in the ladder's currency.

    Examples
    --------
    >>> money(1500, "USD"), money(99.5, None), money(0, "USD")
    ('USD 1,500', '99.50', 'no cost')
    """
    if not amount:
        return "no cost"
    figure = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    return f"{currency} {figure}" if currency else figure


def span(periods: Iterable[tuple[int, int]], glyphs: Glyphs) -> str:
    """Periods as the months that they cover, the first month being month 1.

    Examples
    --------
    >>> span([(0, 2), (4, 5)], Glyphs()), span([(3, 4)], Glyphs())
    ('months 1–2 and 5', 'month 4')
    """
    parts = [
        str(end) if end - start == 1 else f"{start + 1}{glyphs.dash}{end}" for start, end in periods
    ]
    plural = len(parts) > 1 or not parts[0].isdigit()
    return f"{'months' if plural else 'month'} {listed(parts, 'and')}"


def point(month: int) -> str:
    """A moment as the months that have passed.

    Examples
    --------
    >>> point(0), point(6)
    ('now', 'after month 6')
    """
    return f"after month {month}" if month else "now"


def level(ladder: Ladder, skill: str, held: int) -> str:
    r"""A skill at a level, not to be broken at the end of a line.

    Examples
    --------
    >>> from ladder import Skill
    >>> sums = Ladder("School", levels=("working",), skills={"sums": Skill("sums", "Sums")})
    >>> level(sums, "sums", 1).replace("\N{NO-BREAK SPACE}", " ")
    'Sums: working'
    """
    return tie(f"{ladder.skills[skill].name}: {ladder.level_name(held)}")


def levels(ladder: Ladder, held: Mapping[str, int], glyphs: Glyphs) -> str:
    """Several skills, each at its level, in the order given.

    Parameters
    ----------
    ladder : Ladder
    held : mapping of str to int
        Levels by skill id.
    glyphs : Glyphs

    Returns
    -------
    str
        As `cli.layout.wrap` takes it.
    """
    return side_by_side((level(ladder, skill, at) for skill, at in held.items()), glyphs)


def side_by_side(parts: Iterable[str], glyphs: Glyphs) -> str:
    """Things in a row, each of which stays with the sign behind it.

    Parameters
    ----------
    parts : iterable of str
    glyphs : Glyphs

    Returns
    -------
    str
        As `cli.layout.wrap` takes it.
    """
    return f"{glyphs.between} ".join(parts)
