"""Node-link JSON, as networkx writes graphs, turned into a ladder."""

from __future__ import annotations

import os
from typing import NamedTuple

from ladder.building import build_ladder
from ladder.document import Fault, read_document
from ladder.model import Ladder
from ladder.schema import shape_faults
from ladder.sense import sense_faults
from ladder.shapes import MOST_MONTHS
from ladder.text import FilePath, read_bytes

from .assumptions import BadAssumptions, whole_number_faults
from .node_link_parts import Converter
from .node_link_places import in_node_link
from .node_link_told import guesses


class Imported(NamedTuple):
    """A ladder made of what was not one.

    Parameters
    ----------
    ladder : Ladder
    guessed : tuple of str
        Sentences on what was guessed and on what was left out.
    """

    ladder: Ladder
    guessed: tuple[str, ...]


def import_node_link(path: FilePath, *, months: int | None = None) -> Imported:
    """Turn a graph in node-link JSON into a ladder: its nodes are roles, its edges transitions.

    Of what ``ladder export`` has written it makes the same ladder, and guesses nothing. Of other
    graphs it takes the attributes that `graphs.build` tells of, makes ids of nodes that have other
    texts or numbers for theirs, and reads ``links`` for ``edges``, as older versions of networkx
    and D3 call them. Edges of an undirected graph lead both ways; where a file does not say what
    it is, as D3's do not, they lead from ``source`` to ``target``.

    Parameters
    ----------
    path : str or path-like
    months : int, optional
        Months to be served before the moves of edges that do not say. Left out: each edge has to.

    Returns
    -------
    Imported

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When something in it is wrong; holds all problems with their places in it.
    BadAssumptions
        When the months make no sense.

    Examples
    --------
    >>> import_node_link("nowhere.json")
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.json
    """
    figures = {} if months is None else {"months": (months, MOST_MONTHS)}
    if faults := whole_number_faults(figures):
        raise BadAssumptions(faults)
    file = os.fspath(path)
    document = read_document(read_bytes(path), file, json=True)
    root = document.root
    document.check(shape_faults("node-link", root))
    if "edges" not in root and "links" not in root:
        document.check([Fault((), "edges is missing: a node-link graph needs nodes and edges")])
    made = Converter(root, os.path.basename(file), months)
    data = made.ladder()
    found = [*shape_faults("ladder", data), *sense_faults(data)]
    document.check([*made.faults, *(in_node_link(fault, root, made) for fault in found)])
    return Imported(build_ladder(data), tuple(guesses(made)))
