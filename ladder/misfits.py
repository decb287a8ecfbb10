"""What goes wrong between a ladder and the file that extends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from .document import MOST_FAULTS, Document, Fault, Steps
from .errors import Problem
from .references import GROUPS, WORDS, Reference, dangling
from .shapes import list_at, mapping_at
from .wording import listed, quoted

Removed: TypeAlias = Mapping[tuple[str, str], Steps]
"""Where each thing is removed, by group and id."""
MOST_SHOWN = 3


def misfits(given: Document, whole: Document, faults: list[Fault], *, sound: bool) -> list[Problem]:
    """Tell what is wrong with the whole, of the file that extends.

    Parameters
    ----------
    given : Document
        The file that extends.
    whole : Document
        What it makes of the ladder that it extends.
    faults : list of Fault
        Everything wrong with the whole.
    sound : bool
        Whether the ladder that it extends is right by itself: then a fault that stands in it comes
        from what was laid over it; else it has been told already.

    Returns
    -------
    list of Problem
    """
    removed = _removed(given.root)
    used = [each for each in dangling(whole.root) if (each.group, each.id) in removed]
    told = {(each.steps, each.at_key) for each in used}
    problems = [*_still_used(given, whole, used, removed)]
    unfit: dict[str, list[Problem]] = {}
    for problem in whole.locate(
        each for each in faults[:MOST_FAULTS] if (each.steps, each.at_key) not in told
    ):
        if problem.file == given.file:
            problems.append(problem)
        elif sound:
            unfit.setdefault(problem.message, []).append(problem)
    for message, found in unfit.items():
        text = f"what is changed here does not fit {_places(found)}: {message}"
        problems += given.locate([Fault(("extends",), text)])
    return problems


def _removed(root: Any) -> Removed:
    """Things that a file removes, and does not give anew."""
    remove = mapping_at(root, "remove")
    return {
        (group, key): ("remove", group, index)
        for group in GROUPS
        for index, key in enumerate(list_at(remove, group))
        if isinstance(key, str) and key not in mapping_at(root, group)
    }


def _still_used(
    given: Document, whole: Document, used: list[Reference], removed: Removed
) -> Iterator[Problem]:
    """References to what is removed: those of the file itself, and, in one, those to its base's."""
    places = whole.locate(Fault(each.steps, "", each.at_key) for each in used)
    in_base: dict[tuple[str, str], list[Problem]] = {}
    for reference, place in zip(used, places, strict=True):
        thing = reference.group, reference.id
        if place.file != given.file:
            in_base.setdefault(thing, []).append(place)
            continue
        (removal,) = given.locate([Fault(removed[thing], "")])
        message = f"no {_named(thing)}: it is removed in line {removal.line}"
        yield replace(place, message=message)
    for thing, uses in in_base.items():
        message = (
            f"the {_named(thing)} is still used, in {_places(uses)}; change or remove that too"
        )
        yield from given.locate([Fault(removed[thing], message)])


def _places(problems: list[Problem]) -> str:
    shown = [f"{each.file}:{each.line}:{each.column}" for each in problems[:MOST_SHOWN]]
    more = len(problems) - len(shown)
    return f"{', '.join(shown)} and {more} more" if more else listed(shown, "and")


def _named(thing: tuple[str, str]) -> str:
    return f"{WORDS[thing[0]]} {quoted(thing[1])}"
