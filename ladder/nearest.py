"""The nearest valid choices to something misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .folding import fold
from .wording import listed, short

LONGEST = 100


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Choices that a misspelt word may have meant, the likeliest first.

    Parameters
    ----------
    word : str
    choices : iterable of str
    most : int
        How many at most.

    Returns
    -------
    list of str

    Examples
    --------
    >>> nearest("busines analyst", ["business-analyst", "marketing-specialist"])
    ['business-analyst']
    """
    by_fold: dict[str, str] = {}
    for choice in choices:
        by_fold.setdefault(fold(choice), choice)
    return [by_fold[near] for near in close_spellings(fold(word), by_fold, most)]


def close_spellings(folded: str, choices: Iterable[str], most: int) -> list[str]:
    """Choices spelt much like a word, the likest first; the very same, alone.

    Parameters
    ----------
    folded : str
        The word, folded.
    choices : iterable of str
        Folded too.
    most : int
        How many at most.

    Returns
    -------
    list of str

    Examples
    --------
    >>> close_spellings("analist", ["analyst", "engineer"], 3)
    ['analyst']
    """
    from difflib import get_close_matches  # 5 ms to import, and wanted only when something is wrong

    # Comparing takes time with the square of the length, and no misspelt name is longer.
    short = [choice for choice in choices if len(choice) <= LONGEST]
    if folded in short:
        return [folded]
    return get_close_matches(folded[: LONGEST + 1], short, n=most, cutoff=0.65)


class Hints:
    """Hints at the nearest choice, until their effort is spent.

    Comparing takes a while, and a file from a stranger may hold a million misspelt words.

    Parameters
    ----------
    comparisons : int
        How many pairs of words to compare in all, about 50 µs each.
    """

    def __init__(self, comparisons: int = 30_000) -> None:
        self._left = comparisons

    def hint(self, word: str, choices: Collection[str]) -> str:
        """Words that end a message, or none.

        Parameters
        ----------
        word : str
        choices : collection of str

        Returns
        -------
        str

        Examples
        --------
        >>> Hints().hint("rols", ["roles", "skills"])
        '; did you mean roles?'
        """
        self._left -= len(choices)
        near = nearest(word, choices) if self._left >= 0 else []
        return f"; did you mean {listed(map(short, near))}?" if near else ""
