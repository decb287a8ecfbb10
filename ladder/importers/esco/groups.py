"""Groups of skills, by what is broader than each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def group_of(
    skill: str, broader: Mapping[str, Iterable[str]], labels: Mapping[str, str]
) -> str | None:
    """Label of the widest group that a skill stands in below the four which divide all of them.

    Of several that are broader the first counts, in the order of their addresses. A group without
    anything broader counts where the skill stands in no other; None where it stands in none.

    >>> broader = {"draw": ["s1.2"], "s1.2": ["s1"], "s1": ["s"], "sing": ["s"]}
    >>> labels = {"s1.2": "drawing by hand", "s1": "drawing", "s": "skills"}
    >>> group_of("draw", broader, labels), group_of("sing", broader, labels)
    ('drawing', 'skills')
    """
    way = [skill]
    while above := sorted(set(broader.get(way[-1], ())).difference(way)):
        way.append(above[0])
    groups = [labels[one] for one in way[1:] if one in labels]
    return groups[-2] if len(groups) > 1 else groups[0] if groups else None
