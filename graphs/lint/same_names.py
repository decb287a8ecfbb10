"""Names by which two things in a ladder would be called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ladder import Ladder
from ladder.document import Fault
from ladder.folding import fold
from ladder.wording import quoted, short

from .rule import Rule


class Named(Protocol):
    """A skill, a track, a role or an activity."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


def named_things(ladder: Ladder) -> dict[str, Mapping[str, Named]]:
    """What has a name, by the group in which the file lists it."""
    return {
        "skills": ladder.skills,
        "tracks": ladder.tracks,
        "roles": ladder.roles,
        "activities": ladder.activities,
    }


SINGULAR = {"skills": "skill", "tracks": "track", "roles": "role", "activities": "activity"}


def _same(ladder: Ladder) -> Iterator[Fault]:
    for group, things in named_things(ladder).items():
        owners: dict[str, str] = {}
        for key, thing in things.items():
            for name in (thing.name, key):
                owner = owners.setdefault(fold(name), key)
                if owner != key:
                    message = f"the {SINGULAR[group]} {short(owner)} is called {quoted(name)}, too"
                    yield Fault((group, key), message, at_key=True)
                    break


def _role_like_skill(ladder: Ladder) -> Iterator[Fault]:
    skills = {fold(name): key for key, skill in ladder.skills.items() for name in (key, skill.name)}
    for key, role in ladder.roles.items():
        if skill := skills.get(fold(role.name)) or skills.get(fold(key)):
            message = f"the role {quoted(role.name)} has the name of the skill {short(skill)}"
            yield Fault(("roles", key), message, at_key=True)
        for index, alias in enumerate(role.aliases):
            if skill := skills.get(fold(alias)):
                message = (
                    f"the alias {quoted(alias)} of {short(role.name)} is also the name of the "
                    f"skill {short(skill)}"
                )
                yield Fault(("roles", key, "aliases", index), message)


def _idle_alias(ladder: Ladder) -> Iterator[Fault]:
    for key, role in ladder.roles.items():
        seen = {fold(role.name): "name"}
        for index, alias in enumerate(role.aliases):
            if what := seen.get(fold(alias)):
                message = (
                    f"{short(role.name)} goes by {quoted(alias)} already: it is its {what}, "
                    "as case, spaces and hyphens do not count"
                )
                yield Fault(("roles", key, "aliases", index), message)
            seen.setdefault(fold(alias), "alias before")


SAME = Rule(
    code="L601",
    name="same-name",
    severity="error",
    why="Two of a kind have one name, case, spaces and hyphens aside, so that whoever asks by "
    "that name gets no answer.",
    mend="Rename one of them, or make one of the two.",
    more="""\
Skills are compared with skills, roles with roles, and so on, each by its name and by its id.

Here two roles are called alike:

    roles:
      sous-chef: {name: Sous-chef}
      second: {name: Sous chef}

Mended:

    roles:
      sous-chef: {name: Sous-chef}
      second: {name: Second chef}

Ignore it where people always ask by id.""",
    find=_same,
)

ROLE_LIKE_SKILL = Rule(
    code="L603",
    name="role-named-as-skill",
    severity="warning",
    why="One word stands for a role and for a skill, so that a question in plain words and a "
    "reader of the picture may take one for the other.",
    mend="Name the role after the person who does it, and the skill after what is done.",
    more="""\
Names, ids and a role's aliases are compared.

Here "cooking" is both:

    skills: {cooking: Cooking}
    roles:
      cook: {name: Cook, aliases: [cooking]}

Mended:

      cook: {name: Cook, aliases: [line cook]}

Ignore it where the context always tells which of the two is meant.""",
    find=_role_like_skill,
)

IDLE_ALIAS = Rule(
    code="L604",
    name="idle-alias",
    severity="warning",
    why="The role is found by that name without the alias, so that perhaps another one was meant.",
    mend="Remove the alias, or write the name that was meant.",
    more="""\
Case, spaces and hyphens do not count when a role is looked for. An alias that is the id, written \
for people, is no finding.

Here the alias adds nothing:

    head-chef: {name: Head Chef, aliases: [Head-chef]}

Mended:

    head-chef: {name: Head Chef, aliases: [chef]}

Ignore it where the list of aliases is kept by another program.""",
    find=_idle_alias,
)

RULES = (SAME, ROLE_LIKE_SKILL, IDLE_ALIAS)
