"""How well one colour can be read on another, by the Web Content Accessibility Guidelines."""

from __future__ import annotations

LETTERS = 4.5
"""The contrast that WCAG 2.1 asks at level AA of small letters."""

SHAPES = 3.0
"""And of lines and shapes that carry meaning."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue in what the eye sees as bright


def luminance(colour: str) -> float:
    """How bright a colour is.

    Parameters
    ----------
    colour : str
        Such as ``#1d4ed8``.

    Returns
    -------
    float
        From 0, black, to 1, white; relative luminance as WCAG 2.1 defines it.

    Examples
    --------
    >>> luminance("#000000"), luminance("#ffffff")
    (0.0, 1.0)
    """
    parts = (part / 255 for part in channels(colour))
    linear = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return sum(weight * one for weight, one in zip(_WEIGHTS, linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast between two colours.

    Parameters
    ----------
    one, other : str

    Returns
    -------
    float
        From 1, none, to 21, black on white.

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def blend(one: str, other: str, share: float) -> str:
    """Mix two colours.

    Parameters
    ----------
    one, other : str
    share : float
        Of the other, from 0 to 1.

    Returns
    -------
    str

    Examples
    --------
    >>> blend("#000000", "#ff8040", 0.5)
    '#804020'
    """
    mixed = (
        round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a colour, each from 0 to 255.

    Parameters
    ----------
    colour : str

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> channels("#ff8000")
    (255, 128, 0)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
