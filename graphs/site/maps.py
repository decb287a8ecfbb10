"""The drawings of a page: the ladder, and parts of it, each as a tree that its script builds.

A tree is a list: the name of an element, its attributes, and what is in it, which is trees and
texts. So nothing of a drawing has to be parsed as markup in the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphs.deadline import Telling, nobody
from graphs.drawing.dot.render import NAMESPACE, render
from graphs.drawing.gates import gates_of
from graphs.drawing.pictures.diagram import diagram, map_of
from graphs.drawing.view import NothingSelected, Selection, view_of
from graphs.words import Words
from ladder import Ladder

from .looks import DRAWN_IN, by_variables

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Tree = list[Any]

COLOURED = ("fill", "stroke")
LEFT_OUT = {"style", "width", "height"}
"""Attributes that the page's own style takes care of."""


class Map(NamedTuple):
    """A drawing, and what of the ladder it shows."""

    kind: str
    """``whole``, ``family`` or ``track``."""
    name: str
    selection: Selection


def maps_of(ladder: Ladder, words: Words, done: Telling = nobody) -> list[dict[str, Any]]:
    """Draw a ladder whole and in its parts: by tracks, or by families where it is large."""
    shown = _shown(ladder)
    drawn = []
    for place, one in enumerate(shown):
        done(place, len(shown))
        try:
            # The page shows it at any size, and folds its lanes itself.
            dot = diagram(
                ladder,
                theme=DRAWN_IN,
                selection=one.selection,
                gates="chip",
                width=None,
                words=words,
            )
        except NothingSelected:
            continue
        links = {f"role-{role}": f"#role={role}" for role in ladder.roles}
        svg = render(dot, "svg", links=links).decode()
        about = {"kind": one.kind, "name": one.name, "tree": tree_of(svg)}
        drawn.append(about | _boxes(ladder, one.selection))
    return drawn


def _boxes(ladder: Ladder, selection: Selection) -> dict[str, Any]:
    """The roles that have a box, and the ids of the gates that moves pass, by the moves' names."""
    if map_of(ladder, selection):
        return {"roles": [], "gates": {}}
    view = view_of(ladder, selection=selection, gates="chip")
    passed = ((link.name, gate) for gate in gates_of(view) for link in gate.links)
    gates = {move: gate.name.replace(" ", "-") for move, gate in passed}
    return {"roles": [role.id for role in view.roles], "gates": gates}


def _shown(ladder: Ladder) -> list[Map]:
    shown = [Map("whole", ladder.name, Selection())]
    large = map_of(ladder, Selection())
    if large and large.families:
        names = dict.fromkeys(track.family for track in ladder.tracks.values() if track.family)
        return shown + [Map("family", name, Selection(family=name)) for name in names]
    if len(ladder.tracks) > 1:
        shown += [
            Map("track", track.name, Selection(tracks=(track.id,)))
            for track in ladder.tracks.values()
        ]
    return shown


def tree_of(svg: str) -> Tree:
    """The elements of a drawing of ours.

    >>> tree_of('<svg xmlns="http://www.w3.org/2000/svg"><text fill="#111827">a</text></svg>')
    ['svg', {}, ['text', {'fill': 'var(--ink)'}, 'a']]
    """
    from xml.etree import ElementTree

    return _tree(ElementTree.fromstring(svg))


def _tree(element: Element) -> Tree:
    attributes = {
        name.rpartition("}")[2]: by_variables(value) if name in COLOURED else value
        for name, value in element.items()
        if name not in LEFT_OUT
    }
    tree: Tree = [element.tag.removeprefix(f"{{{NAMESPACE}}}"), attributes]
    if element.text and element.text.strip():
        tree.append(element.text)
    tree += [_tree(child) for child in element]
    return tree
