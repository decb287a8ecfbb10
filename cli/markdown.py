"""Names as Markdown shows them: as they are, whatever is in them."""

from __future__ import annotations

import re

JOINER = "\N{WORD JOINER}"
"""Unseen, and keeps what stands on its two sides from being read as one."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|(?<!\S)#")
# What GitHub turns into links, mentions and pictures, backslashes or not.
_LINKED = re.compile(r"(?<=@)|(?<=#)(?=\d)|(?<=:)(?=[/\w+-])|(?<=www)", re.IGNORECASE)


def plain(name: str) -> str:
    r"""Write a name so that Markdown and HTML find no markup in it.

    It is to stand behind other text on its line: what counts only at the beginning of a line, such
    as a number with a full stop, is left as it is.

    Parameters
    ----------
    name : str

    Returns
    -------
    str
        On one line.

    Examples
    --------
    >>> print(plain("R&D [C#, A/B tests]"))
    R&D \[C#, A/B tests\]
    >>> print(plain("<b>*bold*</b>"))
    \<b\>\*bold\*\</b\>
    """
    one_line = " ".join(name.split()) or "?"
    return _MARKUP.sub(r"\\\g<0>", _LINKED.sub(JOINER, one_line))
