"""Whether a ladder file makes sense: its ids, its levels, and what refers to what.

Everything here looks only at what has its right shape and skips the rest, which the check of the
shape reports; so both can be told at once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple

from ladder.levels import NONE, level_numbers, no_such_level, number_of
from ladder.matching import Hints, fold, is_id, to_id
from ladder.model import ANY, EXPECTED, MOST_MONTHS
from ladder.wording import quoted, short

from .document import Fault, Steps

WORDS = {"skills": "skill", "tracks": "track", "roles": "role", "activities": "activity"}
"""What one of each group is called."""
GROUPS = tuple(WORDS)

_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?").fullmatch


def sense_faults(data: Any) -> list[Fault]:
    """Everything in a ladder file that makes no sense.

    >>> move = {"from": "analyst", "to": "manger", "months": 6}
    >>> sense_faults({"roles": {"analyst": {}, "manager": {}}, "transitions": [move]})[0].message
    'no role "manger"; did you mean manager?'
    """
    sense = _Sense(data if isinstance(data, dict) else {})
    sense.check_levels()
    sense.check_ids()
    sense.check_skills()
    sense.check_roles()
    sense.check_transitions()
    sense.check_activities()
    sense.check_extending()
    for reference in dangling(data):
        sense.check_reference(reference)
    return sense.faults


class _Sense:
    """Goes through a ladder's data, and gathers its faults."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.faults: list[Fault] = []
        self.hints = Hints()
        self.levels = [name for _, name in _level_names(data)]
        self.numbers = level_numbers(self.levels)
        self.ids_by_name: dict[str, Mapping[str, str]] = {}  # filled when something is misspelt
        self.levels_wanted = "levels" not in data
        self.empty: set[str] = set()  # groups without anything in them, of which it is said

    def fault(self, steps: Steps, message: str, at_key: bool = False) -> None:
        self.faults.append(Fault(steps, message, at_key))

    def check_levels(self) -> None:
        seen: dict[str, str] = {}
        for steps, name in _level_names(self.data):
            if _NUMBER(name.strip()):
                self.fault(steps, f"a level's name cannot be a number: {quoted(name)}")
            elif fold(name) == NONE:
                self.fault(steps, f"{quoted(name)} is level 0 already; leave it out")
            elif fold(name) in seen:
                self.fault(steps, f"the level {quoted(name)} was named before")
            seen[fold(name)] = name

    def check_ids(self) -> None:
        for group in GROUPS:
            for key in mapping_at(self.data, group):
                if not is_id(key):
                    good = f", such as {short(to_id(key))}" if to_id(key) else ""
                    rule = f'must be lower-case words joined by "-"{good}'
                    self.fault((group, key), f"the id {quoted(key)} {rule}", at_key=True)
        if ANY in mapping_at(self.data, "roles"):
            message = f'no role can have the id "{ANY}", as "from: {ANY}" means every role'
            self.fault(("roles", ANY), message, at_key=True)

    def check_skills(self) -> None:
        for key, skill in mapping_at(self.data, "skills").items():
            self.check_each_level(mapping_at(skill, "levels"), ("skills", key, "levels"))

    def check_roles(self) -> None:
        roles = mapping_at(self.data, "roles")
        self.faults += _alias_faults(roles)
        for key, role in roles.items():
            if isinstance(role, dict):
                self.check_skill_levels(role, "expects", ("roles", key))
                self.check_develops(role, ("roles", key))

    def check_develops(self, role: Mapping[str, Any], steps: Steps) -> None:
        """What a role develops, by levels with months of their own or without."""
        expects = mapping_at(role, "expects")
        needs_months = role.get("develops") == EXPECTED and bool(expects)
        self.check_months(role.get("develops_after"), (*steps, "develops_after"))
        for skill, given in mapping_at(role, "develops").items():
            place = (*steps, "develops", skill)
            if not isinstance(given, dict):
                self.check_level(given, place)
                if isinstance(given, str | int) and number_of(given, self.numbers) != 0:
                    needs_months = True
                continue
            self.check_each_level(given, place)
            for level, months in given.items():
                self.check_months(months, (*place, level))
        if needs_months and "develops_after" not in role:
            message = (
                "develops_after is missing: after how many months in the role are these levels "
                "held? Or give a level its own, as in {working: 18}"
            )
            self.fault((*steps, "develops"), message, at_key=True)

    def check_each_level(self, by_level: Mapping[Any, Any], steps: Steps) -> None:
        """Levels that are keys, each of which may be given once."""
        seen = set()
        for level in by_level:
            self.check_level(level, (*steps, level), at_key=True)
            number = number_of(level, self.numbers)
            if number in seen:
                self.fault((*steps, level), f"level {number} was given before", at_key=True)
            seen.add(number or level)

    def check_transitions(self) -> None:
        for index, move in enumerate(list_at(self.data, "transitions")):
            if not isinstance(move, dict):
                continue
            steps: Steps = ("transitions", index)
            self.check_sources(move, steps)
            self.check_months(move.get("months"), (*steps, "months"))
            self.check_skill_levels(move, "requires", steps)

    def check_sources(self, move: Mapping[str, Any], steps: Steps) -> None:
        """Whether a move leads from other roles than its own target, from each of them once."""
        seen = set()
        for place, source in sources_at(move):
            if source == move.get("to"):
                message = f"a transition cannot lead from {quoted(source)} to itself"
                self.fault((*steps, "to"), message)
            elif source in seen:
                self.fault((*steps, *place), f"{quoted(source)} was listed before")
            seen.add(source)

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
        if not choices and key != ANY:
            if group not in self.empty:  # once is enough
                self.empty.add(group)
                message = f"no {WORDS[group]} {quoted(key)}: the file has no {group}"
                self.fault(steps, message, at_key)
            return
        if group not in self.ids_by_name:
            self.ids_by_name[group] = _ids_by_name(choices)
        meant = self.ids_by_name[group].get(fold(key))
        if meant and not is_id(meant) and to_id(meant) == key:
            return  # what is wrong is that id, and told there
        hint = f"; did you mean {short(meant)}?" if meant else self.hints.hint(key, choices)
        message = f"no {WORDS[group]} {quoted(key)}{hint}"
        if key == ANY and "from" in steps:
            message = f'"{ANY}" stands alone, as in "from: {ANY}"; it is no role'
            choices = {ANY: None}
        self.fault(steps, message, at_key)


def _level_names(data: Any) -> Iterator[tuple[Steps, str]]:
    """Names of the levels, each with where it stands."""
    for index, level in enumerate(list_at(data, "levels")):
        if isinstance(level, str):
            yield ("levels", index), level
        elif isinstance(level, dict) and isinstance(level.get("name"), str):
            yield ("levels", index, "name"), level["name"]


def _ids_by_name(named: Mapping[str, Any]) -> Mapping[str, str]:
    """Ids by the folded names for which somebody may have written them."""
    ids: dict[str, str] = {}
    for key, value in named.items():
        name = value.get("name") if isinstance(value, dict) else value
        for each in (key, name, *list_at(value, "aliases")):
            if isinstance(each, str):
                ids.setdefault(fold(each), key)
    return ids


def _alias_faults(roles: Mapping[str, Any]) -> Iterator[Fault]:
    """Aliases by which two roles would be called, case, spaces and hyphens aside.

    >>> roles = {"product-manager": {"aliases": ["PM"]}, "project-manager": {"aliases": ["pm"]}}
    >>> next(_alias_faults(roles)).message
    'the alias "pm" is also an alias of product-manager'
    """
    owners: dict[str, tuple[str, str]] = {}
    for role, value in roles.items():
        owners.setdefault(fold(role), (role, "the id"))
        if isinstance(value, dict) and isinstance(name := value.get("name"), str):
            owner, _ = owners.get(fold(name), (role, ""))
            if owner == role:  # its name, which people know, before its id
                owners[fold(name)] = role, "the name"
    for role, value in roles.items():
        for index, alias in enumerate(list_at(value, "aliases")):
            if isinstance(alias, str):
                owner, what = owners.setdefault(fold(alias), (role, "an alias"))
                if owner != role:
                    message = f"the alias {quoted(alias)} is also {what} of {short(owner)}"
                    if what == "the id" and alias != owner:
                        message += ", as case, spaces and hyphens do not count"
                    yield Fault(("roles", role, "aliases", index), message)


class Reference(NamedTuple):
    """An id where something of a group is meant."""

    group: str
    id: str
    steps: Steps
    at_key: bool = False


def dangling(data: Any) -> Iterator[Reference]:
    """References to what a ladder's data does not hold.

    >>> move = {"from": "analyst", "to": "manger"}
    >>> [each.id for each in dangling({"roles": {"analyst": {}}, "transitions": [move]})]
    ['manger']
    """
    skills, tracks, roles = (_held(data, group) for group in ("skills", "tracks", "roles"))
    for key, role in mapping_at(data, "roles").items():
        track = role.get("track") if isinstance(role, dict) else None
        if isinstance(track, str) and track not in tracks:
            yield Reference("tracks", track, ("roles", key, "track"))
        for part in ("expects", "develops"):
            yield from _skills(role, part, ("roles", key), skills)
    for index, move in enumerate(list_at(data, "transitions")):
        for place, role in (*sources_at(move), *_target_at(move)):
            if role not in roles and (place, role) != (("from",), ANY):
                yield Reference("roles", role, ("transitions", index, *place))
        yield from _skills(move, "requires", ("transitions", index), skills)
    for key, activity in mapping_at(data, "activities").items():
        for part in ("requires", "develops"):
            yield from _skills(activity, part, ("activities", key), skills)


class _Anything:
    """What a group of a wrong shape may have been meant to hold."""

    def __contains__(self, _: object) -> bool:
        return True


def _held(data: Any, group: str) -> Container[Any]:
    held = data.get(group, {}) if isinstance(data, dict) else {}
    return held if isinstance(held, dict) else _Anything()


def _skills(owner: Any, part: str, steps: Steps, skills: Container[Any]) -> Iterator[Reference]:
    for skill in mapping_at(owner, part):
        if skill not in skills:
            yield Reference("skills", skill, (*steps, part, skill), at_key=True)


def sources_at(move: Any) -> Iterator[tuple[Steps, str]]:
    """What a transition says that it leads from, each with where it stands.

    >>> list(sources_at({"from": ["analyst", "engineer"]}))
    [(('from', 0), 'analyst'), (('from', 1), 'engineer')]
    """
    given = move.get("from") if isinstance(move, dict) else None
    if isinstance(given, str):
        yield ("from",), given
    for index, source in enumerate(list_at(move, "from")):
        if isinstance(source, str):
            yield ("from", index), source


def _target_at(move: Any) -> Iterator[tuple[Steps, str]]:
    if isinstance(move, dict) and isinstance(move.get("to"), str):
        yield ("to",), move["to"]


def mapping_at(value: Any, key: str) -> Mapping[str, Any]:
    """Mapping under a key; an empty one where something else or nothing is there.

    >>> mapping_at({"roles": {"analyst": {}}}, "roles"), mapping_at(["roles"], "roles")
    ({'analyst': {}}, {})
    """
    inner = value.get(key) if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else {}


def list_at(value: Any, key: str) -> list[Any]:
    """List under a key; an empty one where something else or nothing is there.

    >>> list_at({"levels": ["working"]}, "levels"), list_at({"levels": "working"}, "levels")
    (['working'], [])
    """
    inner = value.get(key) if isinstance(value, dict) else None
    return inner if isinstance(inner, list) else []


def whole_months(value: Any) -> int | None:
    """Number of months, if the schemas take it as one; 3.0 they do.

    >>> whole_months(3.0), whole_months(-1), whole_months("3")
    (3, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if 0 <= value <= MOST_MONTHS and value == int(value) else None


def range_at(months: Any) -> tuple[int, int, int] | None:
    """Typical, fast and slow months, where the three are there.

    >>> range_at({"typical": 24, "range": [18, 30]}), range_at(24)
    ((24, 18, 30), None)
    """
    between = list_at(months, "range")
    if len(between) != 2:
        return None
    typical, fast, slow = map(whole_months, (months.get("typical"), *between))
    if typical is None or fast is None or slow is None:
        return None
    return typical, fast, slow
