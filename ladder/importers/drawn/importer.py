"""From a drawing to a ladder: names become ids, frames tracks, labels months and gates."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from statistics import median
from typing import Any

from ladder.errors import FileProblems
from ladder.files.document import START, Document, Entry, Places
from ladder.files.text import FilePath, read_bytes
from ladder.importers.assumptions import BadAssumptions, Imported, whole_number_faults
from ladder.importers.growth import months_a_level, practices
from ladder.importers.lanes import title_in_track
from ladder.importers.node_link import ladder_of
from ladder.matching import Hints, fold, is_id, unique_ids
from ladder.model import MOST_MONTHS, FrozenDict, Ladder
from ladder.wording import counted, quoted, some

from .dialects import read_drawing
from .drawing import HINTED, Arrow, Box, Drawing, tidy
from .labels import meant, months_in, read_label

_FROM_ANY = ("anyrole", "any", "allroles", "everyrole", "opentoall")
"""What a box is called that stands for all roles, folded."""


def import_drawing(
    path: FilePath,
    *,
    months: int | None = None,
    levels: Sequence[str] | None = None,
    learning_months: int | None = None,
    lead: str | None = None,
) -> Imported:
    """Turn a drawn ladder into one: its boxes are roles, its arrows moves, its frames tracks.

    Read are flowcharts in Mermaid (in Markdown, too), DOT, GraphML, GEXF, canvases of Obsidian, and
    the JSON of React Flow, Cytoscape, vis.js, JSON Graph and nested ``children``. Names are taken
    from labels; of an arrow's label the months ("2 years"), the kind ("promotion") and the gate
    ("SQL: working"). What was guessed, and what was not understood, is told.

    Parameters
    ----------
    path : str or os.PathLike
    months : int, optional
        Months to be served before moves whose arrows do not say.
    levels : sequence of str, optional
        Levels of skills, the lowest first, where their words do not tell their order.
    learning_months : int, optional
        Months to learn a level of a skill that a gate asks for, from the one below, where nothing
        in the drawing says how. Left out: so that a typical move is learnt while one serves.
    lead : {"down", "up"}, optional
        Whether careers in a tree lead from its root to its branches, or up to the root.

    Returns
    -------
    Imported
        The ladder, and sentences on what was guessed and left out.

    Raises
    ------
    FileProblems
        With the place of each thing that is wrong in the drawing, or missing.

    Examples
    --------
    >>> import_drawing("nowhere.mmd")
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.mmd
    """
    file = os.fspath(path)
    drawing = read_drawing(read_bytes(path), file, lead)
    document, remarks = _as_node_link(drawing, levels or ())
    made = ladder_of(document, months=months, levels=levels)
    ladder, learning = _with_practice(made.ladder, learning_months)
    return Imported(ladder, (*made.remarks, *drawing.remarks, *remarks, *learning))


def _with_practice(ladder: Ladder, months: int | None) -> tuple[Ladder, list[str]]:
    """Have what gates ask for learnt by practice, as a drawing says nothing of learning."""
    if faults := whole_number_faults({"learning_months": (months, MOST_MONTHS)} if months else {}):
        raise BadAssumptions(faults)
    gates = [move.requires for move in ladder.transitions]
    if not any(gates) or any(role.develops for role in ladder.roles.values()):
        return ladder, []
    served = [move.months for move in ladder.transitions if move.requires and move.months] or [12]
    each = months or months_a_level(round(median(served)), [sum(gate.values()) for gate in gates])
    practice = practices(ladder.skills.values(), ladder.levels, (each,) * len(ladder.levels), gates)
    return replace(ladder, activities=FrozenDict(practice)), [
        "A drawing says nothing of learning. Assumed: a level that a gate asks for is learnt from "
        f"the one below by {counted(each, 'month')} of practice"
    ]


def _as_node_link(drawing: Drawing, levels: Sequence[str]) -> tuple[Document, list[str]]:
    """The drawing as node-link data, whose places are those of boxes and arrows."""
    remarks: list[str] = []
    open_boxes = {box.id for box in drawing.boxes.values() if fold(tidy(box.label)) in _FROM_ANY}
    _check_frames(drawing)
    names = _names(drawing, open_boxes, remarks)
    _check_ends(drawing)
    if not names:
        drawing.problem("there are no boxes that could be roles; expected some, and arrows")
    if drawing.problems:
        raise FileProblems(sorted(drawing.problems, key=lambda one: (one.line, one.column)))
    made = {} if drawing.keeps_ids and all(map(is_id, names)) else unique_ids(names.values())
    ids = {key: made.get(name, key) for key, name in names.items()}
    boxes = [drawing.boxes[key] for key in names]
    nodes = [_node(drawing, box, ids[box.id], names[box.id]) for box in boxes]
    arrows, edges, edgeless = _edges(drawing, open_boxes, ids, levels, remarks)
    graph: dict[str, Any] = {**drawing.graph, **({"edgeless": edgeless} if edgeless else {})}
    if drawing.name:
        graph.setdefault("name", tidy(drawing.name))
    root = {"directed": True, "graph": graph, "nodes": nodes, "edges": edges}
    held = [(node, box.at) for node, box in zip(nodes, boxes, strict=True)]
    held += [(edge, arrow.at) for edge, arrow in zip(edges, arrows, strict=True)]

    def places() -> Places:
        found: Places = {id(item): dict.fromkeys(item, Entry(at, at)) for item, at in held}
        found[id(nodes)] = {at: Entry(box.at, box.at) for at, box in enumerate(boxes)}
        found[id(edges)] = {at: Entry(arrow.at, arrow.at) for at, arrow in enumerate(arrows)}
        found[id(root)] = dict.fromkeys(root, Entry(START, START))
        found[id(graph)] = {}
        found[id(data)] = {0: Entry(START, START)}
        return found

    data: list[Any] = [root]
    return Document(drawing.file, data, places), remarks


def _names(drawing: Drawing, left: set[str], remarks: list[str]) -> dict[str, str]:
    """Names of roles by their boxes' ids: of two that are alike, with the frames they stand in."""
    shown = {
        box.id: " ".join(tidy(box.label).split("\n"))
        for box in drawing.boxes.values()
        if box.id not in left
    }
    seen: dict[str, list[str]] = {}
    for key, name in shown.items():
        if not name:
            drawing.problem("this box has no name", drawing.boxes[key].at)
        else:
            seen.setdefault(fold(name), []).append(key)
    told = []
    for keys in seen.values():
        frames = [drawing.boxes[key].frame for key in keys]
        if len(keys) == 1:
            continue
        if None not in frames and len(set(frames)) == len(keys):
            told.append(shown[keys[0]])
            for key, frame in zip(keys, frames, strict=True):
                shown[key] = title_in_track(shown[key], tidy(drawing.frames[frame or ""]))
            continue
        first = drawing.boxes[keys[0]].at
        for key in keys[1:]:
            drawing.problem(
                f"{quoted(shown[key])} is the name of the box in line {first.line + 1}, too; name "
                "one of them otherwise, or draw one box",
                drawing.boxes[key].at,
            )
    if told:
        remarks.append(f"A title in several frames is a role in each of them: {some(told)}")
    return {key: name for key, name in shown.items() if name}


def _check_frames(drawing: Drawing) -> None:
    """Tell boxes within a frame that is not there, and go on as if it were."""
    hints, frames = Hints(), {**drawing.frames}
    for box in drawing.boxes.values():
        if box.frame is not None and box.frame not in frames:
            message = f"the box {quoted(box.id)} is in {quoted(box.frame)}, which is not there"
            drawing.problem(message + hints.hint(box.frame, frames), box.at)
            drawing.frames.setdefault(box.frame, box.frame)


def _check_ends(drawing: Drawing) -> None:
    hints = Hints()
    for arrow in drawing.arrows:
        for end in (arrow.source, arrow.target):
            if end in drawing.frames and end not in drawing.boxes:
                drawing.problem(
                    f"the arrow has an end at the frame {quoted(drawing.frames[end])}; a move "
                    "leads from one role to another: draw an arrow for each that it is for",
                    arrow.at,
                )
            elif end not in drawing.boxes:
                message = f"the arrow has an end at {quoted(end)}, which is no box"
                drawing.problem(message + hints.hint(end, drawing.boxes), arrow.at)


def _node(drawing: Drawing, box: Box, role: str, name: str) -> dict[str, Any]:
    node = {**box.data, "id": role, "name": name}
    if box.frame is not None and "track" not in node:
        node["track"] = tidy(drawing.frames[box.frame])
    return node


def _edges(
    drawing: Drawing,
    open_boxes: set[str],
    ids: dict[str, str],
    levels: Sequence[str],
    remarks: list[str],
) -> tuple[list[Arrow], list[dict[str, Any]], list[dict[str, Any]]]:
    """Moves from roles with their arrows, and those that are open to all."""
    arrows: list[Arrow] = []
    edges: list[dict[str, Any]] = []
    edgeless: list[dict[str, Any]] = []
    not_read: dict[str, list[Arrow]] = {}
    ranges = 0
    for arrow in drawing.arrows:
        said = read_label(tidy(arrow.label), levels)
        for part in said.rest:
            not_read.setdefault(part, []).append(arrow)
        data = {**said.data, **_read_months(arrow.data)}
        for key, value in said.data.items():
            if data[key] != value:
                drawing.problem(
                    f"the label says {_shown(value)} of {key}, and the attribute {key} "
                    f"{_shown(data[key])}",
                    arrow.at,
                )
        ranges += "months_range" in said.data and "months_range" not in arrow.data
        if arrow.target in open_boxes:
            drawing.remarks.append("Left out: an arrow that leads to the box for all roles")
        elif arrow.source in open_boxes:
            edgeless.append({**data, "target": ids[arrow.target]})
        else:
            arrows.append(arrow)
            edges.append({**data, "source": ids[arrow.source], "target": ids[arrow.target]})
    if drawing.problems:
        raise FileProblems(drawing.problems)
    if ranges:
        remarks.append(
            f"Guessed: the middle of the range as what is typical, for {counted(ranges, 'arrow')}"
        )
    if edgeless:
        remarks.append("Moves from a box for all roles are open to all")
    remarks += _not_read(not_read)
    return arrows, edges, edgeless


def _read_months(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Months that an attribute has in another form: "24", "2 years" or 24.0.

    >>> _read_months({"months": "2y"}), _read_months({"months": 24.0})
    ({'months': 24}, {'months': 24})
    """
    months = data.get("months")
    if isinstance(months, str):
        if re.fullmatch(r"\s*\d{1,4}\s*", months):
            return {**data, "months": int(months)}
        return {**data, **(months_in(months) or {})}
    if isinstance(months, float) and months.is_integer():
        return {**data, "months": int(months)}
    return data


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return quoted("; ".join(f"{key}: {at}" if at else key for key, at in value.items()))
    return quoted(str(value))


def _not_read(parts: dict[str, list[Arrow]]) -> Iterator[str]:
    """Tell what of labels was not understood, which may have been a condition."""
    if parts:
        first = min(arrow.at.line for arrows in parts.values() for arrow in arrows) + 1
        hints = [meant(part) for part in list(parts)[:HINTED]]
        told = some([quoted(part) + hint for part, hint in zip_longest(parts, hints, fillvalue="")])
        yield (
            f"Left out, as no months, kind or level of a skill is in it: {told} on "
            f"{counted(len({id(a) for arrows in parts.values() for a in arrows}), 'arrow')} (the "
            f'first in line {first}); a skill is read where it has a level, "SQL: working", or '
            'stands behind "requires"'
        )
