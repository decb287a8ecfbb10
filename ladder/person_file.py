"""Loading a person's file, with every name in it resolved."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from .document import Fault, Steps, read_document
from .errors import UnknownName
from .levels import parse_level
from .model import Activity, Ladder, Role, Skill
from .names import find_activity, find_role, find_skill
from .person import Person
from .person_rules import person_problems
from .schema import shape_faults
from .shapes import list_at, mapping_at, whole_months
from .text import FilePath, read_bytes


def load_person(path: FilePath, ladder: Ladder) -> Person:
    """Load where somebody stands, or tell everything that is wrong with the file.

    Parameters
    ----------
    path : str or path-like
        Of a YAML file, or of a JSON file where its name ends in ``.json``. Roles, skills,
        activities and levels may go by any of their names.
    ladder : Ladder
        What the names mean.

    Returns
    -------
    Person

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When something in it is wrong or not in the ladder; holds all problems with their places.

    Examples
    --------
    >>> from ladder import bundled
    >>> load_person("nowhere.yaml", bundled("product-management"))
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.yaml
    """
    document = read_document(read_bytes(path), os.fspath(path))
    person, faults = person_of(document.root, ladder)
    document.check(faults)
    return person


def person_of(data: Any, ladder: Ladder) -> tuple[Person, list[Fault]]:
    """Where somebody stands, of plain data.

    Parameters
    ----------
    data : object
        As a person's file holds it.
    ladder : Ladder
        What the names mean.

    Returns
    -------
    Person
        Without what is wrong.
    list of Fault
        Everything that is.
    """
    resolving = _Resolving(ladder)
    person = resolving.person(data)
    return person, [*shape_faults("person", data), *resolving.faults]


class _Resolving:
    """Turns names into ids; what fits nothing is left out and told in ``faults``."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.faults: list[Fault] = []
        self.written: dict[tuple[str, str], Steps] = {}  # where parts of the person stand

    def person(self, data: Any) -> Person:
        months = data.get("months_in_role") if isinstance(data, dict) else None
        person = Person(
            role=self.role(data),
            months_in_role=whole_months(months),
            skills=self.skills(data),
            done=frozenset(self.done(data)),
            learning=self.learning(data),
        )
        for part, identifier, message in person_problems(self.ladder, person):
            self.faults.append(Fault(self.written[part, identifier], message, part == "learning"))
        return person

    def role(self, data: Any) -> str | None:
        written = data.get("role") if isinstance(data, dict) else None
        if not isinstance(written, str):
            return None
        return self.id_of(find_role, written, ("role",), at_key=False)

    def skills(self, data: Any) -> dict[str, int]:
        levels = {}
        for written, level in mapping_at(data, "skills").items():
            steps = ("skills", written)
            skill = self.id_of(find_skill, written, steps, at_key=True)
            if isinstance(level, bool) or not isinstance(level, str | int):
                continue
            try:
                number = parse_level(self.ladder, level)
            except UnknownName as error:
                self.faults.append(Fault(steps, str(error)))
                continue
            if skill is not None:
                levels[skill] = number
        return levels

    def done(self, data: Any) -> list[str]:
        ids = []
        for index, written in enumerate(list_at(data, "done")):
            if isinstance(written, str):
                ids.append(self.id_of(find_activity, written, ("done", index), at_key=False))
        return [activity for activity in ids if activity is not None]

    def learning(self, data: Any) -> dict[str, int]:
        months_in = {}
        for written, months in mapping_at(data, "learning").items():
            activity = self.id_of(find_activity, written, ("learning", written), at_key=True)
            if activity is not None and (whole := whole_months(months)) is not None:
                months_in[activity] = whole
        return months_in

    def id_of(
        self,
        find: Callable[[Ladder, str], Role | Skill | Activity],
        written: str,
        steps: Steps,
        at_key: bool,
    ) -> str | None:
        try:
            found = find(self.ladder, written).id
        except UnknownName as error:
            self.faults.append(Fault(steps, str(error), at_key))
            return None
        part = str(steps[0])
        if (part, found) in self.written and part != "done":
            self.faults.append(Fault(steps, f"{found} was given before, by another name", at_key))
        self.written.setdefault((part, found), steps)
        return found
