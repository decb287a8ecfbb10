"""Whether a ladder file makes sense: its ids, its levels, and what refers to what.

Everything here looks only at what has its right shape and skips the rest, which the check of the
shape reports; so both can be told at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .document import Fault, Steps
from .folding import fold
from .ids import is_id, to_id
from .levels import NONE, level_numbers, no_such_level, number_of
from .nearest import Hints
from .references import GROUPS, WORDS, Reference, dangling
from .role_names import alias_faults
from .shapes import list_at, mapping_at, range_at
from .wording import quoted, short

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?").fullmatch


def sense_faults(data: Any) -> list[Fault]:
    """Everything in a ladder file that makes no sense.

    Parameters
    ----------
    data : object
        Plain data of any shape.

    Returns
    -------
    list of Fault

    Examples
    --------
    >>> move = {"from": "analyst", "to": "manger", "months": 6}
    >>> sense_faults({"roles": {"analyst": {}, "manager": {}}, "transitions": [move]})[0].message
    'no role "manger"; did you mean manager?'
    """
    sense = _Sense(data if isinstance(data, dict) else {})
    sense.check_levels()
    sense.check_ids()
    sense.check_roles()
    sense.check_transitions()
    sense.check_activities()
    sense.check_extending()
    for reference in dangling(data):
        sense.check_reference(reference)
    return sense.faults


def _ids_by_name(named: Mapping[str, Any]) -> Mapping[str, str]:
    """Ids by the folded names for which somebody may have written them."""
    ids: dict[str, str] = {}
    for key, value in named.items():
        name = value.get("name") if isinstance(value, dict) else value
        for each in (key, name, *list_at(value, "aliases")):
            if isinstance(each, str):
                ids.setdefault(fold(each), key)
    return ids


class _Sense:
    """Goes through a ladder's data, and gathers its faults."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.faults: list[Fault] = []
        self.hints = Hints()
        self.levels = [name for name in list_at(data, "levels") if isinstance(name, str)]
        self.numbers = level_numbers(self.levels)
        self.ids_by_name: dict[str, Mapping[str, str]] = {}  # filled when something is misspelt
        self.levels_wanted = "levels" not in data

    def fault(self, steps: Steps, message: str, at_key: bool = False) -> None:
        self.faults.append(Fault(steps, message, at_key))

    def check_levels(self) -> None:
        seen: dict[str, str] = {}
        for index, name in enumerate(list_at(self.data, "levels")):
            if not isinstance(name, str):
                continue
            if _NUMBER(name.strip()):
                self.fault(("levels", index), f"a level's name cannot be a number: {quoted(name)}")
            elif fold(name) == NONE:
                self.fault(("levels", index), f"{quoted(name)} is level 0 already; leave it out")
            elif fold(name) in seen:
                self.fault(("levels", index), f"the level {quoted(name)} was named before")
            seen[fold(name)] = name

    def check_ids(self) -> None:
        for group in GROUPS:
            for key in mapping_at(self.data, group):
                if not is_id(key):
                    good = f", such as {short(to_id(key))}" if to_id(key) else ""
                    rule = f'must be lower-case words joined by "-"{good}'
                    self.fault((group, key), f"the id {quoted(key)} {rule}", at_key=True)

    def check_roles(self) -> None:
        roles = mapping_at(self.data, "roles")
        self.faults += alias_faults(roles)
        for key, role in roles.items():
            if isinstance(role, dict):
                self.check_develops(role, ("roles", key))

    def check_develops(self, role: Mapping[str, Any], steps: Steps) -> None:
        """What a role develops, by levels with months of their own or without."""
        needs_months = False
        self.check_months(role.get("develops_after"), (*steps, "develops_after"))
        for skill, given in mapping_at(role, "develops").items():
            place = (*steps, "develops", skill)
            if not isinstance(given, dict):
                self.check_level(given, place)
                if isinstance(given, str | int) and number_of(given, self.numbers) != 0:
                    needs_months = True
                continue
            seen = set()
            for level, months in given.items():
                self.check_level(level, (*place, level), at_key=True)
                self.check_months(months, (*place, level))
                number = number_of(level, self.numbers)
                if number in seen:
                    self.fault((*place, level), f"level {number} was given before", at_key=True)
                seen.add(number or level)
        if needs_months and "develops_after" not in role:
            message = (
                "develops_after is missing: after how many months in the role are these levels "
                "held? Or give a level its own, as in {working: 18}"
            )
            self.fault((*steps, "develops"), message, at_key=True)

    def check_transitions(self) -> None:
        for index, move in enumerate(list_at(self.data, "transitions")):
            if not isinstance(move, dict):
                continue
            steps: Steps = ("transitions", index)
            if "to" in move and isinstance(move["to"], str) and move.get("from") == move["to"]:
                message = f"a transition cannot lead from {quoted(move['to'])} to itself"
                self.fault((*steps, "to"), message)
            self.check_months(move.get("months"), (*steps, "months"))
            self.check_skill_levels(move, "requires", steps)

    def check_activities(self) -> None:
        for key, activity in mapping_at(self.data, "activities").items():
            if isinstance(activity, dict):
                self.check_months(activity.get("months"), ("activities", key, "months"))
            for part in ("requires", "develops"):
                self.check_skill_levels(activity, part, ("activities", key))

    def check_skill_levels(self, owner: Any, part: str, steps: Steps) -> None:
        for skill, level in mapping_at(owner, part).items():
            self.check_level(level, (*steps, part, skill))

    def check_months(self, months: Any, steps: Steps) -> None:
        """Whether typical months lie in their range, and the range begins with its fast end."""
        if (found := range_at(months)) is None:
            return
        typical, fast, slow = found
        if fast > slow:
            message = f"the fast end comes first: expected [{slow}, {fast}], found [{fast}, {slow}]"
            self.fault((*steps, "range"), message)
        elif not fast <= typical <= slow:
            message = f"typical is {typical}, which is outside of the range from {fast} to {slow}"
            self.fault((*steps, "typical"), message)

    def check_level(self, level: Any, steps: Steps, at_key: bool = False) -> None:
        if self.levels_wanted:
            self.levels_wanted = False  # once is enough
            message = "levels is missing: list the names of the levels, the lowest first"
            self.fault((), f"{message}, as skills are used")
        if not isinstance(level, str | int) or not self.levels:
            return
        if number_of(level, self.numbers) is None:
            hint = self.hints.hint(level, self.levels) if isinstance(level, str) else ""
            self.fault(steps, no_such_level(level, self.levels, hint), at_key)

    def check_extending(self) -> None:
        """Whether keys stand here that say something only about a ladder that is extended."""
        if "remove" in self.data:
            message = (
                "remove leaves out parts of the ladder that this one extends; extends is missing"
            )
            self.fault(("remove",), message, at_key=True)
        for index, move in enumerate(list_at(self.data, "transitions")):
            if isinstance(move, dict) and "alternative" in move:
                message = (
                    "alternative has a meaning only where a ladder extends another; here all moves "
                    "between the same two roles are alternatives"
                )
                self.fault(("transitions", index, "alternative"), message, at_key=True)

    def check_reference(self, reference: Reference) -> None:
        group, key, steps, at_key = reference
        choices = mapping_at(self.data, group)
        if group not in self.ids_by_name:
            self.ids_by_name[group] = _ids_by_name(choices)
        meant = self.ids_by_name[group].get(fold(key))
        hint = f"; did you mean {short(meant)}?" if meant else self.hints.hint(key, choices)
        message = f"no {WORDS[group]} {quoted(key)}{hint}"
        self.fault(steps, message if choices else f"{message}: the file has no {group}", at_key)
