"""The short phrases of a picture."""

from __future__ import annotations

from graphs.answer import GrowthPath, Stay
from graphs.pace import pace_in_words
from ladder import Role

from .text import clean

LONGEST_ABBREVIATION = 5
OPEN = "open"  # what a gate is that asks nothing


def abbreviation(role: Role) -> str | None:
    """The shortest alias in capitals, such as ``PM``.

    Parameters
    ----------
    role : Role

    Returns
    -------
    str or None

    Examples
    --------
    >>> abbreviation(Role("senior-pm", "Senior PM", aliases=("Senior", "SPM")))
    'SPM'
    """
    capitals = (clean(alias) for alias in role.aliases if alias.isupper())
    short = (alias for alias in capitals if len(alias) <= LONGEST_ABBREVIATION)
    return min(short, key=lambda alias: (len(alias), alias), default=None)


def gate_head(months: int, *, asks: bool) -> str:
    """What stands above the skills of a gate.

    Parameters
    ----------
    months : int
        To be served.
    asks : bool
        Whether there are skills.

    Returns
    -------
    str

    Examples
    --------
    >>> gate_head(24, asks=True), gate_head(0, asks=True), gate_head(24, asks=False)
    ('24 mo, and hold', 'when you hold', '24 mo')
    """
    if not asks:
        return f"{months} mo" if months else OPEN
    return f"{months} mo, and hold" if months else "when you hold"


def gate_in_short(months: int, skills: int) -> list[str]:
    """What a gate asks, in one line or two.

    Parameters
    ----------
    months : int
        To be served.
    skills : int
        How many are asked.

    Returns
    -------
    list of str

    Examples
    --------
    >>> gate_in_short(24, 5), gate_in_short(0, 1), gate_in_short(0, 0)
    (['24 mo', '5 skills'], ['1 skill'], ['open'])
    """
    lines = [f"{months} mo"] if months else []
    lines += [f"{skills} skill{'s' if skills > 1 else ''}"] if skills else []
    return lines or [OPEN]


def when(stay: Stay) -> str:
    """The months of a stay, the first month being 1, as the text of an answer has them.

    Parameters
    ----------
    stay : Stay

    Returns
    -------
    str

    Examples
    --------
    >>> from graphs.answer import Move
    >>> move = Move(0, "senior-pm", "promotion", 36, {})
    >>> when(Stay("pm", 12, 48, {}, move)), when(Stay("senior-pm", 48, 48, {}, None))
    ('months 13–48', 'after month 48')
    """
    if stay.move is None:
        return f"after month {stay.start}"
    if stay.end - stay.start > 1:
        return f"months {stay.start + 1}–{stay.end}"
    return f"month {stay.end}" if stay.end > stay.start else "left at once"


def counted(number: int, noun: str) -> str:
    """A number of things.

    Parameters
    ----------
    number : int
    noun : str

    Returns
    -------
    str

    Examples
    --------
    >>> counted(1, "move"), counted(2, "move")
    ('1 move', '2 moves')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def totals(path: GrowthPath) -> list[str]:
    """What a path takes: months with their range, moves, and the cost where there is one.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    list of str
    """
    months = counted(path.months, "month")
    if path.range and path.range[0] < path.range[1]:
        months += f" ({path.range[0]}–{path.range[1]})"
    parts = [months + pace_in_words(path.ladder), counted(path.moves, "move")]
    if path.cost:
        parts.append(f"{path.ladder.currency or 'cost'} {path.cost:,}")
    return parts
