"""One list of levels for two versions of a ladder."""

from __future__ import annotations

from collections.abc import Sequence


def merged(
    old: Sequence[str], new: Sequence[str]
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    """Put two lists of levels into one.

    Parameters
    ----------
    old, new : sequence of str

    Returns
    -------
    tuple of str
        The levels of both, under their new names.
    tuple of int, tuple of int
        For each old level and for each new one its number in that list. Where the two have names
        in common in another order, levels stand for each other by number.

    Examples
    --------
    >>> merged(["low", "high"], ["low", "middle", "high"])
    (('low', 'middle', 'high'), (1, 3), (1, 2, 3))
    >>> merged(["low", "high"], ["low", "top"])
    (('low', 'top'), (1, 2), (1, 2))
    """
    common = [name for name in old if name in new]
    if common != [name for name in new if name in old]:
        longer = (*new, *old[len(new) :])
        return longer, tuple(range(1, len(old) + 1)), tuple(range(1, len(new) + 1))
    levels: list[str] = []
    places: tuple[list[int], list[int]] = ([], [])
    done = [0, 0]
    for name in [*common, None]:
        ends = [len(old), len(new)] if name is None else [old.index(name), new.index(name)]
        gone, come = old[done[0] : ends[0]], new[done[1] : ends[1]]
        first = len(levels) + 1
        # As many levels between the same two: they are called otherwise, no more.
        begin = first if len(gone) == len(come) else first + len(gone)
        levels += [*([] if begin == first else gone), *come]
        places[0].extend(range(first, first + len(gone)))
        places[1].extend(range(begin, begin + len(come)))
        if name is not None:
            levels.append(name)
            for numbers in places:
                numbers.append(len(levels))
        done = [ends[0] + 1, ends[1] + 1]
    return tuple(levels), tuple(places[0]), tuple(places[1])
