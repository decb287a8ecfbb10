"""The parts that a command is about, found among the roles and skills of a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ladder import Ladder, find_role
from ladder.wording import listed, quoted

from .ends import Mention
from .kinds import KINDS, PATH, Kind
from .sentence import SKILL, Missing, Sentence
from .vocabulary import Direction


class Parts(NamedTuple):
    """What a command is about, and what of it is missing or doubtful."""

    kind: Kind | None
    names: tuple[str, ...] = ()
    """Ids, in the command's order."""
    missing: tuple[Missing, ...] = ()
    doubts: tuple[str, ...] = ()
    so_far: str = ""
    """What was understood, where something is missing."""


class _Said(NamedTuple):
    """Ids of the roles in a question, by the directions that they have."""

    start: tuple[str, ...]
    end: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.start, *self.end, *self.other)))


def parts_of(
    sentence: Sentence, found: Iterable[Mention], kind: Kind | None, *, standing: bool
) -> Parts:
    """Find the parts; whoever's role is known otherwise need not say it."""
    ladder = sentence.ladder
    roles = [each for each in found if each.is_role]
    shared = [
        error
        for each in roles
        if len(sentence.ids(each.text, "role")) > 1
        and (error := sentence.ambiguous(each.text, "role"))
    ]
    if shared:
        return Parts(kind, doubts=tuple(shared))
    said = _Said(*(_ids(sentence, roles, way) for way in ("from", "to", None)))
    said = _answered(sentence, said)
    if kind is None and (answer := sentence.answers.get("kind")):
        kind = _about_one(answer)
    if kind is None and len(said.other) == len(said.all) == 1 and not standing:
        return _which_question(ladder, said.other[0])
    kind = kind or PATH
    if kind.needs == ("skill",):
        return _skill(sentence, kind, said)
    if kind.needs == ("from", "to"):
        parts = _between(ladder, kind, said, standing=standing)
    elif kind.needs:
        skilled = any(each.option == "--skill" for each in sentence.conditions)
        parts = _one(ladder, kind, said, optional=standing or skilled)
    else:
        parts = Parts(kind)
        if kind.option and len(said.all) == 1:
            parts = Parts(kind, (kind.option, said.all[0]))
        elif said.all:
            doubt = f"{_names(ladder, said.all)}: ladder {kind.command} is about no single role"
            parts = Parts(kind, doubts=(doubt,))
    return parts._replace(so_far=_so_far(ladder, said))


def is_part(mention: Mention, kind: Kind | None) -> bool:
    """Whether a mention is such as the command is about."""
    if kind and kind.needs == ("skill",) and re.fullmatch(SKILL, mention.text):
        return not mention.joint
    return mention.is_role


def _ids(sentence: Sentence, roles: list[Mention], way: Direction | None) -> tuple[str, ...]:
    here = [sentence.ids(each.text, "role")[0] for each in roles if each.direction == way]
    return tuple(dict.fromkeys(here))


def _answered(sentence: Sentence, said: _Said) -> _Said:
    """Put in what was asked back."""
    for part, field in (("from", "start"), ("to", "end")):
        if answer := sentence.answers.get(part):
            said = said._replace(**{field: (find_role(sentence.ladder, answer).id,)})
    return said


def _between(ladder: Ladder, kind: Kind, said: _Said, *, standing: bool) -> Parts:
    """Two roles, of which one direction may tell the other."""
    start, end = said.start, said.end
    other = tuple(each for each in said.other if each not in (*start, *end))
    if not other and not (start and end):
        other = said.other  # "as a PM, how do I become PM" is a question too
    if len(other) == 1 and bool(start) != bool(end):
        start, end, other = start or other, end or other, ()
    elif len(other) == 1 and not start and not end and (standing or kind.command == "gap"):
        end, other = other, ()
    if len(start) > 1 or len(end) > 1 or other:
        return Parts(kind, doubts=(_too_many(ladder, kind, (*start, *end, *other), other),))
    if not (start or end or standing):
        both = Missing("from", "From which role?"), Missing("to", "To which role?")
        return Parts(kind, missing=both)
    if not end:
        asked = f"From {_names(ladder, start)} to which role?" if start else "To which role?"
        return Parts(kind, start, (Missing("to", asked),))
    if not start and not standing:
        asked = f"From which role to {_names(ladder, end)}?"
        return Parts(kind, end, (Missing("from", asked),))
    return Parts(kind, (*start, *end))


def _too_many(ladder: Ladder, kind: Kind, roles: tuple[str, ...], other: tuple[str, ...]) -> str:
    names = _names(ladder, dict.fromkeys(roles))
    if len(set(roles)) > 2:
        return (
            f"one at a time, please: {names} are more than the two roles of one question; those "
            'on the way are said as "via ROLE"'
        )
    if len(other) == 1:
        return (
            f'is {names} where it begins or where it leads? Say "as {names}" or "to become {names}"'
        )
    return f"from which to which? Say so with from and to: {names}"


def _one(ladder: Ladder, kind: Kind, said: _Said, *, optional: bool) -> Parts:
    """One role; for who asks where to go, their own, or none where skills will do."""
    part = kind.needs[0]
    wrong = {"from": said.end, "to": said.start}.get(part, ())
    if len(said.all) > 1 or wrong:
        names = _names(ladder, said.all)
        return Parts(
            kind,
            doubts=(
                f"ladder {kind.command} is about one role, {_DIRECTION[part]}; the question names "
                f"{names}",
            ),
        )
    if not said.all and not (optional and part == "from"):
        asked = {"from": "From which role?", "to": "Into which role?"}.get(part, "Which role?")
        return Parts(kind, (), (Missing("from" if part == "from" else "to", asked),))
    return Parts(kind, said.all)


_DIRECTION = {"from": "where it begins", "to": "where it leads", "role": "the one to show"}


def _skill(sentence: Sentence, kind: Kind, said: _Said) -> Parts:
    marks = re.findall(rf"(?<!\S){SKILL}(?!\S)", sentence.text)
    ids = tuple(dict.fromkeys(each for mark in marks for each in sentence.ids(mark, "skill")))
    if len(ids) != 1:
        shared = [sentence.ambiguous(mark, "skill") or "one skill at a time" for mark in marks]
        return Parts(kind, doubts=tuple(shared))
    return Parts(kind, ids)


def _which_question(ladder: Ladder, role: str) -> Parts:
    asked = f"What about {ladder.roles[role].name}?"
    return Parts(None, (role,), (Missing("kind", asked, lambda _, text: _about_one(text)),))


def _about_one(command: str) -> Kind:
    """The kind of a question about one role, by its command."""
    kinds = {kind.command: kind for kind in KINDS if len(kind.needs) == 1}
    del kinds["skills"]
    if command not in kinds:
        raise ValueError(f"say {listed(kinds)}")
    return kinds[command]


def _so_far(ladder: Ladder, said: _Said) -> str:
    start = f"from {_names(ladder, said.start)}" if said.start else ""
    end = f"to {_names(ladder, said.end)}" if said.end else ""
    other = _names(ladder, said.other) if said.other and not (start or end) else ""
    return " ".join(filter(None, (other, start, end)))


def _names(ladder: Ladder, roles: Iterable[str]) -> str:
    names = [ladder.roles[role].name for role in roles]
    return listed(names, "and") if names else quoted("")
