"""A ladder as node-link JSON, the form in which networkx and D3 exchange graphs."""

from __future__ import annotations

from graphs.build import build
from ladder import Ladder
from ladder.writing_json import json_text


def node_link(ladder: Ladder) -> str:
    """Write a ladder as networkx's node-link JSON.

    Parameters
    ----------
    ladder : Ladder
        At its typical pace, as it was loaded.

    Returns
    -------
    str
        The whole ladder, with the attributes that `graphs.build` tells of; each node and each edge
        has a line of its own. ``networkx.node_link_graph`` reads it, and so does
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

    return json_text(networkx.node_link_data(build(ladder), edges="edges"))
