"""Names by which two things in a ladder would be called, and names and kinds that are nearly one.

Nearly: in the plural, misspelt, or with their words turned round. No two names are compared with
each other for that. The words of all names are brought together first, the plural with the singular
and a slip with its neighbour; then names with the same words share a key, so that the time is about
that of reading the names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ladder import Activity, Ladder, Role, Skill, Track
from ladder.files.document import Fault, Steps
from ladder.grammar import singular
from ladder.matching import fold, words
from ladder.wording import quoted, short

from .rule import Rule

# By the group in which the file lists them.
SINGULAR = {"skills": "skill", "tracks": "track", "roles": "role", "activities": "activity"}


def _same(ladder: Ladder) -> Iterator[Fault]:
    for group, kind in SINGULAR.items():
        things: Mapping[str, Skill | Track | Role | Activity] = getattr(ladder, group)
        owners: dict[str, str] = {}
        for key, thing in things.items():
            for name in (thing.name, key):
                owner = owners.setdefault(fold(name), key)
                if owner != key:
                    message = f"the {kind} {short(owner)} is called {quoted(name)}, too"
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


FILLING = frozenset(("of", "the", "and", "a", "an"))

ORDERING = frozenset(("to", "from", "for", "by", "with", "in", "on", "into", "over"))
"""Words that say something else when what stands around them changes places."""

LEAST_LETTERS = 7
"""Shorter words that differ by a letter are mostly different words: lead and head."""

LEAST_OF_ING = 9
"""So are cooking and cooling, coaching and caching; modelling and modeling are one."""

LONGEST = 100
"""Characters of a name that are looked at."""

LONGEST_WORD = 30

MOST_WORDS = 20_000
"""Slips are not looked for in longer words or among more of them: a file from a stranger may hold
both, and each letter of each word takes its time and its memory."""

_WORD = re.compile(r"[^\s,.;:()\[\]{}/&|'’\"!?]+")

Key = tuple[str, ...]

Place = tuple[str, str, Fault]
"""A name, the id of what bears it, and where the file gives it; the fault has no message yet."""


def _near(ladder: Ladder) -> Iterator[Fault]:
    for group, places in _places(ladder).items():
        written = {name: _written(name) for name, *_ in places}
        same = alike(word for each in written.values() for word in each)
        first: dict[Key, tuple[str, str]] = {}
        for name, owner, place in places:
            key = _key(same[word] for word in written[name])
            other, other_owner = first.setdefault(key, (name, owner))
            if key and other_owner != owner and fold(other) != fold(name):
                message = (
                    f"the {SINGULAR[group]} {quoted(name)} is called nearly as "
                    f"{short(other_owner)} is: {quoted(other)}"
                )
                yield place._replace(message=message)


def _places(ladder: Ladder) -> Mapping[str, list[Place]]:
    def at(*steps: str | int) -> Fault:
        return Fault(steps, "", at_key=len(steps) == 2)

    return {
        "skills": [(one.name, key, at("skills", key)) for key, one in ladder.skills.items()],
        "roles": [
            (name, key, at(*steps))
            for key, role in ladder.roles.items()
            for name, steps in _role_names(role.name, role.aliases, ("roles", key))
        ],
        "activities": [
            (one.name, key, at("activities", key)) for key, one in ladder.activities.items()
        ],
    }


def _role_names(name: str, aliases: Iterable[str], steps: Steps) -> Iterator[tuple[str, Steps]]:
    yield name, steps
    for index, alias in enumerate(aliases):
        yield alias, (*steps, "aliases", index)


def _written(name: str) -> Key:
    """The words of a name, without signs and without those that only fill."""
    found = _WORD.findall(" ".join(words(name[:LONGEST])))
    return tuple(word for word in found if word not in FILLING)


def _key(name: Iterable[str]) -> Key:
    """What names share that are nearly the same: their words, in any order if that says nothing."""
    key = tuple(name)
    ordered = any(word in ORDERING or len(word) == 1 or not word.isalpha() for word in key)
    return key if ordered else tuple(sorted(key))


def alike(vocabulary: Iterable[str]) -> dict[str, str]:
    """Find for each word the one that stands for all that are spelt nearly as it is."""
    singulars = {word: singular(word) for word in vocabulary}
    stands: dict[str, str] = {}
    known = set(singulars.values())
    with_gap: dict[str, str] = {}
    for word in sorted(known):
        stands.setdefault(word, word)
        for slip, gap in _slips(word) if len(known) <= MOST_WORDS else ():
            near = with_gap.setdefault(slip, word) if gap else slip
            if near != word and (gap or near in known):
                _unite(stands, word, near)
    return {word: _chief(stands, single) for word, single in singulars.items()}


def _slips(word: str) -> Iterator[tuple[str, bool]]:
    """Spellings one slip away, and whether they have a gap that any letter may fill.

    The first letter is seldom wrong, and the last often tells words apart: trainer and trainee,
    policy and police. Scripts without capitals write whole words in a sign or two.
    """
    least = LEAST_OF_ING if word.endswith("ing") else LEAST_LETTERS
    if not least <= len(word) <= LONGEST_WORD or not all(
        letter.upper() != letter for letter in word
    ):
        return
    for place in range(1, len(word) - 1):
        head, tail = word[:place], word[place + 1 :]
        yield f"{head} {tail}", True
        yield head + tail, False
        yield f"{head}{tail[0]}{word[place]}{tail[1:]}", False


def _unite(stands: dict[str, str], one: str, other: str) -> None:
    stands[_chief(stands, one)] = _chief(stands, other)


def _chief(stands: dict[str, str], word: str) -> str:
    while (above := stands.setdefault(word, word)) != word:
        stands[word] = stands.setdefault(above, above)  # halves the way for the next
        word = above
    return word


MOVES = ("entry", "promotion", "lateral")
WAYS = ("course", "certification", "mentoring", "project", "practice")
"""Kinds that need no other like them to be meant."""

LEAST_OF_KIND = 5
"""Letters of a kind that may be a slip for another."""

MOST_KINDS = 200
"""Each is compared with each; of more, those are that most things of the ladder have."""


def _near_kind(ladder: Ladder) -> Iterator[Fault]:
    moves = [(index, move.kind) for index, move in enumerate(ladder.transitions)]
    ways = [(key, activity.kind) for key, activity in ladder.activities.items()]
    yield from _near_kinds("transitions", moves, MOVES)
    yield from _near_kinds("activities", ways, WAYS)


def _near_kinds(
    group: str, things: Sequence[tuple[str | int, str]], usual: Sequence[str]
) -> Iterator[Fault]:
    """Kinds like a usual one, or like one that more things of the ladder have."""
    number = Counter(kind for _, kind in things)
    kinds = [*usual, *sorted(number, key=lambda kind: -number[kind])[:MOST_KINDS]]
    meant: dict[str, str] = {}
    for place, kind in enumerate(kinds):
        near = (other for other in kinds[:place] if kind not in usual and _is_slip(kind, other))
        if other := next(near, None):
            meant[kind] = other
    for key, kind in things:
        if kind in meant:
            message = f"the kind {quoted(kind)} is spelt nearly as {quoted(meant[kind])}"
            yield Fault((group, key, "kind"), message)


def _is_slip(kind: str, other: str) -> bool:
    """Whether two kinds are a letter apart, or spelt otherwise alone.

    >>> [_is_slip(kind, "promotion") for kind in ("promtion", "Promotion", "promotoin", "demotion")]
    [True, True, True, False]
    """
    less, more = sorted((fold(kind), fold(other)), key=len)
    if kind == other or len(more) < LEAST_OF_KIND or len(more) - len(less) > 1:
        return False
    pairs = enumerate(zip(less, more, strict=False))
    start = next((place for place, (a, b) in pairs if a != b), len(less))
    less, more = less[start:], more[start:]
    swapped = more[1:2] + more[:1] + more[2:]
    return less in (more, more[1:], swapped) or less[1:] == more[1:]


NEAR_KIND = Rule(
    code="L605",
    name="near-kind",
    severity="warning",
    why="A kind that is misspelt is one of its own: such a promotion is not drawn as one, and no "
    "rule about promotions looks at it.",
    mend="Write the kind as the others have it, or give it a name that tells the difference.",
    more="""\
Kinds are compared with those that are usual (entry, promotion and lateral; course, certification, \
mentoring, project and practice) and with those that the ladder has more often. They are nearly \
the same if they are a letter apart, or two letters have changed places, or only case, spaces and \
hyphens tell them apart.

Here the promotion is none:

    - {from: cook, to: sous-chef, kind: promtion, months: 12}

Mended:

    - {from: cook, to: sous-chef, kind: promotion, months: 12}

Ignore it where two kinds of your field look alike.""",
    find=_near_kind,
)

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

NEAR = Rule(
    code="L602",
    name="near-name",
    severity="warning",
    why="Two names that differ by a plural, a slip of the pen or the order of their words "
    "mostly mean one thing, which the ladder then counts as two.",
    mend="Make one of the two, or give them names that tell the difference.",
    more="""\
Skills are compared with skills, activities with activities, and roles with roles by their names \
and aliases. One letter counts only inside words of seven letters and more, so that Lead and Head, \
or Developer I and Developer II, are never taken for one.

Here two skills are one:

    skills:
      stakeholder-management: Stakeholder management
      managing: Management of stakeholders

Mended:

    skills:
      stakeholder-management: Stakeholder management

Ignore it where your field has two terms that look alike.""",
    find=_near,
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

RULES = (SAME, NEAR, ROLE_LIKE_SKILL, IDLE_ALIAS, NEAR_KIND)
