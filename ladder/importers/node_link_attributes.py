"""What the attributes of a node-link graph are called in a ladder file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# From an attribute to a key of the ladder file.
OF_GRAPH = {
    **{key: key for key in ("name", "about", "levels", "currency", "skills", "tracks", "ignore")},
    "citation": "source",
}
OF_NODE = {
    **{key: key for key in ("name", "about", "aliases", "track", "rank", "final")},
    **{key: key for key in ("develops", "develops_after", "confidence")},
    "citation": "source",
}
OF_EDGE = {
    **{key: key for key in ("months", "kind", "requires", "confidence")},
    "source": "from",
    "target": "to",
    "citation": "source",
}
OF_ACTIVITY = {
    **{key: key for key in ("name", "about", "kind", "months", "cost", "requires", "develops")},
    "confidence": "confidence",
    "citation": "source",
}
MORE = {"skills": ("about",), "tracks": ("about", "family")}
"""What is said of skills and of tracks beside their names, each in an attribute of its own."""

ALSO_READ = {
    "nodes": {"id", "label", "develops_ranges"},
    "edges": {"key", "transition", "months_range"},
    "the graph": {"skills_about", "tracks_about", "tracks_family", "activities"},
    "the file": {"directed", "multigraph", "graph", "nodes"},
    "activities": {"months_range"},
}


def renamed(item: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """What a ladder file has a key for.

    Parameters
    ----------
    item : mapping
        Attributes; in JSON, one that is absent may read null.
    names : mapping of str to str
        One of the tables above.

    Returns
    -------
    dict

    Examples
    --------
    >>> renamed({"citation": "a book", "colour": "red", "rank": None}, OF_NODE)
    {'source': 'a book'}
    """
    return {names[key]: value for key, value in item.items() if key in names and value is not None}
