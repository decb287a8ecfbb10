"""Names, texts and addresses in Markdown, in which nobody finds any markup."""

from __future__ import annotations

import re
from urllib.parse import quote

JOINER = "\N{WORD JOINER}"
"""Unseen, and keeps what stands on its two sides from being read as one."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|(?<!\S)#")
# What GitHub turns into links, mentions and pictures, backslashes or not.
_LINKED = re.compile(r"(?<=@)|(?<=#)(?=\d)|(?<=:)(?=[/\w+-])|(?<=www)(?=\.)", re.IGNORECASE)


def plain(name: str) -> str:
    r"""Write a name so that Markdown and HTML find no markup in it.

    It is to stand behind other text on its line: what counts only at the beginning of a line, such
    as a number with a full stop, is left as it is.

    >>> print(plain("R&D [C#, A/B tests]"))
    R&D \[C#, A/B tests\]
    >>> print(plain("<b>*bold*</b>"))
    \<b\>\*bold\*\</b\>
    """
    one_line = " ".join(name.split()) or "?"
    return _MARKUP.sub(r"\\\g<0>", _LINKED.sub(JOINER, one_line))


_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


def linked(text: str, url: str | None) -> str:
    """Make a link of a text that is Markdown already; only to a page on the web.

    >>> linked("**Fire**", "https://example.org/fire(1)?a=<b>&copy")
    '[**Fire**](https://example.org/fire%281%29?a=%3Cb%3E&amp;copy)'
    >>> linked("**Fire**", "javascript:alert(1)")
    '**Fire**'
    """
    if url is None or not _ADDRESS.fullmatch(url):
        return text
    address = quote(url, safe="/:?#@!$&+,;=%-._~").replace("&", "&amp;")
    return f"[{text}]({address})"
