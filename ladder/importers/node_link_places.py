"""Where in a node-link file a fault of the ladder made of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ladder.document import Fault, Steps
from ladder.shapes import mapping_at

from .node_link_attributes import OF_ACTIVITY, OF_EDGE, OF_GRAPH, OF_NODE
from .node_link_parts import Converter


def in_node_link(fault: Fault, root: Mapping[str, Any], made: Converter) -> Fault:
    """Move a fault from the data of a ladder file to the graph that the data were made of.

    Parameters
    ----------
    fault : Fault
    root : mapping
        The graph's plain data.
    made : Converter
        What made the other data.

    Returns
    -------
    Fault
        At the nearest that the graph has.
    """
    steps = _origin(fault.steps, root, made)
    if not _leads_somewhere(root, steps):
        steps = _range_apart(steps)
    whole = steps
    while not _leads_somewhere(root, steps):
        steps = steps[:-1]
    message = fault.message
    if fault.steps and message.startswith(f"{fault.steps[-1]}: "):
        message = f"{whole[-1]}{message.removeprefix(str(fault.steps[-1]))}"
    return Fault(steps, message, fault.at_key and steps == whole)


def _origin(steps: Steps, root: Mapping[str, Any], made: Converter) -> Steps:
    match steps:
        case ("roles", str(role)):
            return ("nodes", made.node_of[role], "id")
        case ("roles", str(role), key, *rest):
            return ("nodes", made.node_of[role], _attribute(OF_NODE, key), *rest)
        case ("transitions", int(place), *rest):
            return (made.edge_key, made.edge_of[place], *_renamed(OF_EDGE, rest))
        case ("activities", key, *rest):
            return ("graph", "activities", key, *_renamed(OF_ACTIVITY, rest))
        case ("skills" | "tracks" as group, key, "about" | "family" as part, *_):
            if key in mapping_at(made.graph, f"{group}_{part}"):
                return ("graph", f"{group}_{part}", key)
    return ("graph", *_renamed(OF_GRAPH, steps))


def _renamed(names: Mapping[str, str], steps: list[str | int] | Steps) -> Steps:
    return (_attribute(names, steps[0]), *steps[1:]) if steps else ()


def _attribute(names: Mapping[str, str], key: str | int) -> str | int:
    return next((name for name, theirs in names.items() if theirs == key), key)


def _range_apart(steps: Steps) -> Steps:
    """The same where typical months and their range stand side by side, in two attributes."""
    *before, last = steps or ("",)
    if last == "typical":
        return tuple(before)
    if "range" not in steps[-2:]:  # the range itself, or one of its ends
        return steps
    end = max(place for place, step in enumerate(steps) if step == "range")
    item = 3 if steps[0] == "graph" else 2  # ("graph", "activities", id) or ("nodes", place)
    apart = "develops_ranges" if steps[item] == "develops" else "months_range"
    return (*steps[:item], apart, *steps[item + 1 : end], *steps[end + 1 :])


def _leads_somewhere(value: Any, steps: Steps) -> bool:
    for step in steps:
        if isinstance(value, dict):
            if step not in value:
                return False
        elif not isinstance(value, list) or not isinstance(step, int) or step >= len(value):
            return False
        value = value[step]
    return True
