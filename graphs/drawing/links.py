"""Where a box of a picture may lead: to pages of the web, and to files beside the picture."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_KEPT = "/:?#@!$&+,=%-._~"  # what addresses have in them and no language of pictures uses


def leads_to_a_page(address: str) -> bool:
    r"""Whether an address has http or https, or is relative; another could run a script.

    Browsers overlook spaces and what cannot be seen in an address, so that none may hold any.

    >>> [leads_to_a_page(one) for one in ("https://example.org/a", "pages/a.md", "../a.md#b:c")]
    [True, True, True]
    >>> [leads_to_a_page(one) for one in ("javascript:x", "java\tscript:x", "//example.org", "")]
    [False, False, False, False]
    >>> [leads_to_a_page(one) for one in ("javascript%3Ax", "javascript&colon;x", "/\\example.org")]
    [False, False, False]
    """
    if not address or " " in address or not address.isprintable():
        return False
    if _WEB.match(address):
        return True
    first = re.split(r"[/?#]", address, maxsplit=1)[0]
    # Browsers take a backslash for a slash, and Mermaid takes quoting off before it looks.
    elsewhere = address.startswith("//") or "\\" in address or "&" in first
    return not elsewhere and ":" not in unquote(unquote(first))


def quoted_address(address: str) -> str:
    """An address of which nothing can leave the quotes around it; where it leads stays the same.

    >>> quoted_address('https://example.org/"a"?b=c;d')
    'https://example.org/%22a%22?b=c%3Bd'
    """
    return quote(address, safe=_KEPT)
