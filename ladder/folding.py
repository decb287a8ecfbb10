"""Names as they compare: case, spaces and hyphens aside."""

from __future__ import annotations

import re
import unicodedata

_GAPS = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")


def words(text: str) -> tuple[str, ...]:
    """Words of a name, in one case and one spelling of their characters.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> words("Senior Product-Manager")
    ('senior', 'product', 'manager')
    """
    if text.isascii():  # the same, in a tenth of the time
        return tuple(_GAPS.sub(" ", text.lower()).split())
    even = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return tuple(_GAPS.sub(" ", even).split())


def fold(text: str) -> str:
    """Form of a name that two spellings of it share.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> fold("Product Manager") == fold("product-manager") == fold("PRODUCT_MANAGER")
    True
    """
    return "".join(words(text))
