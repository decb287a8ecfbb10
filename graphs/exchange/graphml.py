"""A ladder as GraphML, for programs that draw and measure graphs, such as Gephi and yEd."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from ladder import Ladder, Role, Transition

# What no XML may hold, however it is escaped.
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n?")


def graphml(ladder: Ladder) -> bytes:
    """Write the roles and transitions of a ladder as GraphML.

    GraphML has no lists and no mappings: gates and what roles develop are sentences there, by the
    names of skills and levels. Activities, and what the skills mean, are left out; node-link JSON
    holds the whole.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    bytes
        Graph attributes: ``name`` and, where the ladder has such, ``about`` and ``citation``.

        Nodes are role ids, with ``label`` (its name) and, where the role has such, ``aliases``,
        ``track`` (its name), ``rank``, ``develops``, ``about``, ``citation``, ``confidence`` and
        ``final``.

        Edges have their transition's place in the file as their id, with ``label``, ``kind``,
        ``months`` and, where the transition has such, ``months_fast``, ``months_slow``,
        ``requires``, ``citation`` and ``confidence``.

    Examples
    --------
    >>> import networkx
    >>> from ladder import bundled
    >>> text = graphml(bundled("product-management")).decode()
    >>> graph = networkx.parse_graphml(text, force_multigraph=True)
    >>> graph.nodes["product-manager"]["aliases"]
    'PM'
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        **_told(name=ladder.name, about=ladder.about, citation=ladder.source)
    )
    for role in ladder.roles.values():
        graph.add_node(_written(role.id), **_of_role(ladder, role))
    for place, item in enumerate(ladder.transitions):
        ends = _written(item.from_role), _written(item.to_role)
        graph.add_edge(*ends, key=place, **_of_transition(ladder, item))
    content = BytesIO()
    # Its other writer is taken where lxml happens to be there, and writes other bytes.
    networkx.write_graphml_xml(graph, content)
    return content.getvalue()


def _of_role(ladder: Ladder, role: Role) -> dict[str, Any]:
    return _told(
        label=role.name,
        aliases="; ".join(role.aliases),
        track=ladder.tracks[role.track].name if role.track else None,
        rank=role.rank,
        develops="; ".join(
            f"{ladder.skills[skill].name}: {_gained(ladder, levels)}"
            for skill, levels in role.develops.items()
        ),
        about=role.about,
        citation=role.source,
        confidence=role.confidence,
        final=role.final or None,
    )


def _gained(ladder: Ladder, levels: Mapping[int, int]) -> str:
    return ", ".join(
        f"{ladder.level_name(level)} after {_months(months)}" for level, months in levels.items()
    )


def _of_transition(ladder: Ladder, item: Transition) -> dict[str, Any]:
    fast, slow = item.months_range or (None, None)
    return _told(
        label=f"{item.kind}, {_months(item.months)}",
        kind=item.kind,
        months=item.months,
        months_fast=fast,
        months_slow=slow,
        requires="; ".join(
            f"{ladder.skills[skill].name}: {ladder.level_name(level)}"
            for skill, level in item.requires.items()
        ),
        citation=item.source,
        confidence=item.confidence,
    )


def _months(months: int) -> str:
    return "1 month" if months == 1 else f"{months} months"


def _told(**attributes: Any) -> dict[str, Any]:
    """Keep what says something, as XML can hold it."""
    return {
        key: _written(value) if isinstance(value, str) else value
        for key, value in attributes.items()
        if value is not None and value != ""
    }


def _written(text: str) -> str:
    """Text that an XML reader gives back as it is: such readers make all line breaks one kind."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", _LINE_BREAK.sub("\n", text))
