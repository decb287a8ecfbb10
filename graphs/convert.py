"""A ladder as a graph of networkx, as GraphML for Gephi and yEd, and as node-link JSON for D3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from ladder import Activity, Ladder, Role, Skill, Track, Transition
from ladder.files.writer import json_text, plain_sources

if TYPE_CHECKING:
    import networkx

T = TypeVar("T")


def to_networkx(ladder: Ladder) -> networkx.MultiDiGraph[str]:
    """Make a graph of a ladder: a node for each role, an edge for each transition.

    Everything of the ladder is in it, as plain data (text, numbers, true, lists and dicts; nothing
    that is absent), so that networkx can write it out, as node-link JSON for instance, and
    ``ladder import node-link`` has the same ladder back. Gates are carried, not obeyed: a shortest
    path by ``months`` ignores what one has to be able to do.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    networkx.MultiDiGraph
        Graph attributes: ``name``, ``levels`` (names, the lowest first), ``skills``, ``tracks``
        (id to name) and, where the ladder has such, ``levels_about`` (level to what it means),
        ``skills_about``, ``tracks_about`` (id to what it means), ``skills_group`` (id to the group
        it stands in), ``skills_levels`` (id to level to what it means to hold the skill at it),
        ``tracks_family`` (id to the family it belongs to), ``currency``, ``about``, ``citation``
        (its source), ``ignore`` (codes), ``activities`` (id to a dict with ``name``, ``months``,
        ``kind``, ``cost``, ``requires``, ``develops`` and, where it has one, ``about``, ``url``,
        ``citation``, ``confidence`` and ``months_range``) and ``edgeless`` (transitions open to
        all, where there is no role that could take them: a list of dicts as edges have them, with
        ``target``).

        Nodes are role ids, with ``name``, ``aliases``, ``develops`` (skill id to level to months)
        and, where the role has one, ``track``, ``rank``, ``about``, ``url``, ``expects`` (skill id
        to level), ``citation`` (its source), ``confidence``, ``develops_ranges`` (skill id to level
        to months at the fast and at the slow end) and ``final`` (true, of a role meant to lead
        nowhere). Levels are text where they are keys.

        Edges are keyed by the transition's place in the file, from 0, with ``transition`` (that
        place again), ``months``, ``kind``, ``requires`` (skill id to level) and, where it has one,
        ``citation``, ``confidence`` and ``months_range`` (months at the fast and at the slow end,
        ``months`` being the typical ones). The source is not called so because networkx's node-link
        format keeps the role that an edge leaves under that name. A transition from several roles
        is an edge from each of them, all under its place and with ``from``: ``"any"``, or the ids.

    Examples
    --------
    >>> from ladder import Ladder, Role, Transition
    >>> roles = {name: Role(name, name.upper()) for name in ("apm", "pm")}
    >>> small = Ladder("Small", roles=roles, transitions=(Transition("apm", "pm", 24),))
    >>> graph = to_networkx(small)
    >>> graph.nodes["pm"]["name"]
    'PM'
    >>> graph.edges["apm", "pm", 0]["months"]
    24
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(**_of_ladder(ladder))
    for role in ladder.roles.values():
        graph.add_node(role.id, **_of_role(role))
    for place, source, item in ladder.moves():
        graph.add_edge(source, item.to_role, key=place, **_of_transition(place, item))
    return graph


build = to_networkx
"""The name that it had before."""


def _of_ladder(ladder: Ladder) -> dict[str, Any]:
    return _present(
        name=ladder.name,
        levels=list(ladder.levels),
        levels_about=_by_text(ladder.levels_about),
        skills={skill.id: skill.name for skill in ladder.skills.values()},
        skills_about=_abouts(ladder.skills),
        skills_group=_told_of({key: item.group for key, item in ladder.skills.items()}),
        skills_levels=_told_of({key: _by_text(item.levels) for key, item in ladder.skills.items()}),
        tracks={track.id: track.name for track in ladder.tracks.values()},
        tracks_about=_abouts(ladder.tracks),
        tracks_family=_told_of({key: item.family for key, item in ladder.tracks.items()}),
        activities={key: _of_activity(item) for key, item in ladder.activities.items()} or None,
        currency=ladder.currency,
        about=ladder.about,
        citation=ladder.source,
        ignore=list(ladder.ignore) or None,
        edgeless=[
            {"target": item.to_role, **_of_transition(place, item)}
            for place, item in enumerate(ladder.transitions)
            if not ladder.sources(item)
        ]
        or None,
    )


def _abouts(named: Mapping[str, Skill] | Mapping[str, Track]) -> dict[str, str] | None:
    return _told_of({key: item.about for key, item in named.items()})


def _told_of(by_id: Mapping[str, T | None]) -> dict[str, T] | None:
    return {key: value for key, value in by_id.items() if value is not None} or None


def _by_text(levels: Mapping[int, T]) -> dict[str, T] | None:
    """By levels as text, which keys of JSON have to be."""
    return {str(level): value for level, value in levels.items()} or None


def _of_role(role: Role) -> dict[str, Any]:
    return _present(
        name=role.name,
        aliases=list(role.aliases),
        track=role.track,
        rank=role.rank,
        develops={
            skill: {str(level): months for level, months in levels.items()}
            for skill, levels in role.develops.items()
        },
        about=role.about,
        url=role.url,
        expects=dict(role.expects) or None,
        citation=role.source,
        confidence=role.confidence,
        develops_ranges={
            skill: {str(level): list(ends) for level, ends in levels.items()}
            for skill, levels in role.develops_ranges.items()
        }
        or None,
        final=role.final or None,
    )


def _of_transition(place: int, item: Transition) -> dict[str, Any]:
    several = {} if len(item.from_roles) == 1 else {"from": plain_sources(item)}
    return several | _present(
        transition=place,
        months=item.months,
        kind=item.kind,
        requires=dict(item.requires),
        citation=item.source,
        confidence=item.confidence,
        months_range=item.months_range and list(item.months_range),
    )


def _of_activity(item: Activity) -> dict[str, Any]:
    return _present(
        name=item.name,
        months=item.months,
        kind=item.kind,
        cost=item.cost,
        requires=dict(item.requires),
        develops=dict(item.develops),
        about=item.about,
        url=item.url,
        citation=item.source,
        confidence=item.confidence,
        months_range=item.months_range and list(item.months_range),
    )


def _present(**attributes: Any) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value is not None}


# What no XML may hold, however it is escaped.
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n?")


def graphml(ladder: Ladder) -> bytes:
    """Write the roles and transitions of a ladder as GraphML.

    GraphML has no lists and no mappings: gates, and what roles expect and develop, are sentences
    there, by the names of skills and levels. Activities, and groups and meanings of skills, are
    left out; node-link JSON holds the whole.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    bytes
        Graph attributes: ``name`` and, where the ladder has such, ``levels`` (the lowest first),
        ``about`` and ``citation``.

        Nodes are role ids, with ``label`` (its name) and, where the role has such, ``aliases``,
        ``track`` (its name), ``rank``, ``expects``, ``develops``, ``about``, ``url``, ``citation``,
        ``confidence`` and ``final``.

        Edges have ``transition``, its place in the file, ``label``, ``kind``, ``months`` and, where
        the transition has such, ``months_fast``, ``months_slow``, ``requires``, ``citation`` and
        ``confidence``. The place is also the edge's id; where the transition leads from several
        roles, an edge from each, it is followed by the role's, as in ``12-analyst``. Edges of one
        that leads from any have ``open_to_all``, which is true.

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
        **_told(
            name=ladder.name,
            levels="; ".join(ladder.levels),
            about=ladder.about,
            citation=ladder.source,
        )
    )
    for role in ladder.roles.values():
        graph.add_node(_written(role.id), **_graphml_of_role(ladder, role))
    for place, source, item in ladder.moves():
        ends = _written(source), _written(item.to_role)
        key = place if len(item.from_roles) == 1 else f"{place}-{ends[0]}"
        graph.add_edge(*ends, key=key, **_graphml_of_transition(ladder, place, item))
    content = BytesIO()
    # Its other writer is taken where lxml happens to be there, and writes other bytes.
    networkx.write_graphml_xml(graph, content)
    return content.getvalue()


def _graphml_of_role(ladder: Ladder, role: Role) -> dict[str, Any]:
    return _told(
        label=role.name,
        aliases="; ".join(role.aliases),
        track=ladder.tracks[role.track].name if role.track else None,
        rank=role.rank,
        expects=_graphml_levels(ladder, role.expects),
        develops="; ".join(
            f"{ladder.skills[skill].name}: {_gained(ladder, levels)}"
            for skill, levels in role.develops.items()
        ),
        about=role.about,
        url=role.url,
        citation=role.source,
        confidence=role.confidence,
        final=role.final or None,
    )


def _graphml_levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    return "; ".join(
        f"{ladder.skills[skill].name}: {ladder.level_name(level)}"
        for skill, level in levels.items()
    )


def _gained(ladder: Ladder, levels: Mapping[int, int]) -> str:
    return ", ".join(
        f"{ladder.level_name(level)} after {_months(months)}" for level, months in levels.items()
    )


def _graphml_of_transition(ladder: Ladder, place: int, item: Transition) -> dict[str, Any]:
    fast, slow = item.months_range or (None, None)
    return _told(
        transition=place,
        open_to_all=item.from_any or None,
        label=f"{item.kind}, {_months(item.months)}",
        kind=item.kind,
        months=item.months,
        months_fast=fast,
        months_slow=slow,
        requires=_graphml_levels(ladder, item.requires),
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


def node_link(ladder: Ladder) -> str:
    """Write a ladder as networkx's node-link JSON.

    Parameters
    ----------
    ladder : Ladder
        At its typical pace, as it was loaded.

    Returns
    -------
    str
        The whole ladder, with the attributes that `graphs.to_networkx` tells of; each node and each
        edge has a line of its own. ``networkx.node_link_graph`` reads it, and so does
        `ladder.importers.node_link.import_node_link`.

    Examples
    --------
    >>> from ladder import Role
    >>> print(node_link(Ladder("Craft", roles={"smith": Role("smith", "Smith")})), end="")
    {
    "directed":true,
    "multigraph":true,
    "graph":{
      "name":"Craft",
      "levels":[],
      "skills":{},
      "tracks":{}
    },
    "nodes":[
      {"name":"Smith","aliases":[],"develops":{},"id":"smith"}
    ],
    "edges":[]
    }
    """
    import networkx

    return json_text(networkx.node_link_data(to_networkx(ladder), edges="edges"))
