"""Small random ladders in which everything that has ever misled a search is common."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import strategies as st

from ladder import (
    Activity,
    FrozenDict,
    Ladder,
    Person,
    Range,
    Role,
    Skill,
    Track,
    Transition,
)
from ladder.model import ANY, NO_LEVELS

START, GOAL = "r0", "r1"


@st.composite
def questions(draw: st.DrawFn) -> tuple[Ladder, Person]:
    """Draw a ladder and a person who asks how to get from ``START`` to ``GOAL`` in it."""
    top = draw(st.integers(1, 3))
    skills = [f"s{place}" for place in range(draw(st.integers(1, 3)))]
    others = [f"r{place}" for place in range(2, draw(st.integers(2, 5)))]
    roles = [START, GOAL, *others]
    level = st.integers(1, top)
    months = st.sampled_from([0, 1, 1, 2, 3, 4, 5])
    few_levels = st.dictionaries(st.sampled_from(skills), level, max_size=2).map(FrozenDict)
    given = st.dictionaries(level, months, min_size=1, max_size=2).map(FrozenDict)
    develops = st.dictionaries(st.sampled_from(skills), given, max_size=2).map(FrozenDict)

    expects = {role: draw(few_levels) for role in roles}

    def transition(sources: str | tuple[str, ...], target: str) -> Transition:
        gate = draw(st.just(expects[target]) | few_levels)
        return Transition(sources, target, draw(st.integers(0, 4)), requires=gate)

    # One way through all the other roles, so that most questions have an answer; then any others.
    along = [START, *others, GOAL]
    transitions = [transition(*pair) for pair in pairwise(along)]
    for _ in range(draw(st.integers(0, 5))):
        target = draw(st.sampled_from(roles))
        elsewhere = st.sampled_from([role for role in roles if role != target])
        some = st.lists(elsewhere, min_size=1, max_size=2, unique=True).map(tuple)
        transitions.append(transition(draw(st.just(ANY) | some | some), target))
    activities = {}
    for place in range(draw(st.integers(0, 6))):
        name = f"a{place}"
        activities[name] = Activity(
            name,
            name,
            draw(st.integers(1, 3)),
            cost=draw(st.sampled_from([0, 0, 1, 2, 2.5])),
            requires=draw(few_levels),
            develops=draw(few_levels),
        )
    ladder = Ladder(
        "Random",
        tuple("abc"[:top]),
        FrozenDict({skill: Skill(skill, skill) for skill in skills}),
        tracks=FrozenDict({"t": Track("t", "t")}),
        roles=FrozenDict(
            {
                role: Role(
                    role,
                    role,
                    track=draw(st.sampled_from([None, "t"])),
                    develops=draw(develops),
                    expects=expects[role],
                )
                for role in roles
            }
        ),
        transitions=tuple(draw(st.permutations(transitions))),
        activities=FrozenDict(activities),
    )
    return ladder, draw(persons(ladder))


@st.composite
def persons(draw: st.DrawFn, ladder: Ladder) -> Person:
    """Draw where somebody stands; most often an established holder of whom no more is known."""
    if draw(st.booleans()):
        return Person()
    activities = sorted(ladder.activities)
    done = draw(st.frozensets(st.sampled_from(activities), max_size=1)) if activities else set()
    begun = draw(st.frozensets(st.sampled_from(activities), max_size=2)) if activities else set()
    return Person(
        months_in_role=draw(st.none() | st.integers(0, 4)),
        skills=draw(
            st.dictionaries(
                st.sampled_from(sorted(ladder.skills)),
                st.integers(0, len(ladder.levels)),
                max_size=2,
            )
        ),
        done=frozenset(done),
        learning={
            name: draw(st.integers(0, ladder.activities[name].months - 1))
            for name in sorted(begun - done)
        },
    )


def tangled(seed: int) -> tuple[Ladder, Person]:
    """Make a question with an answer that has to be looked for, most of the time.

    Gates ask for what comes late, so that staying, learning early and the order of learning
    matter; drawn evenly, which hypothesis does not do by itself.
    """
    rng = Random(seed)
    top = rng.randint(1, 3)
    skills = [f"s{place}" for place in range(rng.randint(2, 3))]
    others = [f"r{place}" for place in range(2, rng.randint(2, 4))]
    roles = [START, GOAL, *others]

    def levels(least: int, most: int) -> FrozenDict[str, int]:
        some = rng.sample(skills, rng.randint(least, most))
        return FrozenDict({skill: rng.randint(1, top) for skill in some})

    def develops() -> FrozenDict[str, FrozenDict[int, int]]:
        return FrozenDict(
            {
                skill: FrozenDict(
                    {
                        level: rng.randint(0, 7)
                        for level in rng.sample(range(1, top + 1), rng.randint(1, min(2, top)))
                    }
                )
                for skill in rng.sample(skills, rng.randint(0, 2))
            }
        )

    pairs: list[tuple[Any, str]] = [*pairwise([START, *others, GOAL])]
    least = [1] * len(pairs)
    for _ in range(rng.randint(0, 3)):
        target, *sources = rng.sample(roles, rng.randint(2, min(3, len(roles))))
        pairs.append((rng.choice([ANY, tuple(sources), tuple(sources)]), target))
        least.append(0)
    expects = {role: levels(0, 2) if rng.random() < 0.3 else NO_LEVELS for role in roles}
    transitions = [
        Transition(
            sources,
            target,
            rng.randint(0, 6),
            requires=expects[target] if rng.random() < 0.3 else levels(fewest, 2),
        )
        for (sources, target), fewest in zip(pairs, least, strict=True)
    ]
    rng.shuffle(transitions)
    activities = {
        name: Activity(
            name,
            name,
            rng.randint(1, 4),
            cost=rng.choice([0, 0, 1, 2, 2.5]),
            requires=levels(0, 1),
            develops=levels(1, 2),
        )
        for name in (f"a{place}" for place in range(rng.randint(2, 6)))
    }
    ladder = Ladder(
        "Tangled",
        tuple("abc"[:top]),
        FrozenDict({skill: Skill(skill, skill) for skill in skills}),
        tracks=FrozenDict({"t": Track("t", "t")}),
        roles=FrozenDict(
            {
                role: Role(
                    role,
                    role,
                    track=rng.choice([None, "t"]),
                    develops=develops(),
                    expects=expects[role],
                )
                for role in roles
            }
        ),
        transitions=tuple(transitions),
        activities=FrozenDict(activities),
    )
    person = Person(
        months_in_role=rng.choice([None, 0, 0, 0, 2]),
        skills={skill: rng.randint(0, 1) for skill in skills if rng.random() < 0.2},
        done=frozenset(name for name in activities if rng.random() < 0.05),
    )
    begun = {
        name: rng.randint(0, activities[name].months - 1)
        for name in sorted(set(activities) - person.done)
        if rng.random() < 0.08
    }
    return ladder, replace(person, learning=begun)


def expecting(seed: int) -> tuple[Ladder, Person]:
    """Make a question where learning decides: gates ask what roles expect, and few roles teach.

    Every level that is asked can be practised; doors lead into some roles, and holders are odd.
    """
    rng = Random(seed)
    top = rng.randint(1, 3)
    skills = [f"s{place}" for place in range(rng.randint(2, 4))]
    others = [f"r{place}" for place in range(2, rng.randint(3, 6))]
    roles = [START, GOAL, *others]
    teaching = rng.choice([0, 0, 0.2, 0.5])

    def levels(most: int) -> FrozenDict[str, int]:
        some = rng.sample(skills, rng.randint(0, min(most, len(skills))))
        return FrozenDict({skill: rng.randint(1, top) for skill in some})

    def develops() -> FrozenDict[str, FrozenDict[int, int]]:
        return FrozenDict(
            {
                skill: FrozenDict({rng.randint(1, top): rng.randint(0, 6)})
                for skill in skills
                if rng.random() < teaching
            }
        )

    expects = {role: levels(3) for role in roles}
    pairs: list[tuple[Any, str]] = [*pairwise([START, *others, GOAL])]
    for _ in range(rng.randint(0, 4)):
        target, *sources = rng.sample(roles, rng.randint(2, min(3, len(roles))))
        pairs.append((rng.choice([ANY, tuple(sources), tuple(sources)]), target))
    transitions = [
        Transition(
            sources,
            target,
            rng.randint(0, 6),
            requires=expects[target] if rng.random() < 0.9 else levels(2),
        )
        for sources, target in pairs
    ]
    rng.shuffle(transitions)
    practices = [(skill, level) for skill in skills for level in range(1, top + 1)]
    activities = {
        name: Activity(
            name,
            name,
            rng.randint(1, 3),
            cost=rng.choice([0, 0, 0, 1, 2.5]),
            requires={skill: level - 1} if level > 1 else {},
            develops={skill: level},
        )
        for name, (skill, level) in ((f"a{place}", each) for place, each in enumerate(practices))
    }
    for place in range(rng.choice([0, 0, 1, 2])):
        name = f"b{place}"
        activities[name] = Activity(
            name, name, rng.randint(1, 4), cost=1, requires=levels(1), develops=levels(2)
        )
    ladder = Ladder(
        "Expecting",
        tuple("abc"[:top]),
        FrozenDict({skill: Skill(skill, skill) for skill in skills}),
        tracks=FrozenDict({"t": Track("t", "t")}),
        roles=FrozenDict(
            {
                role: Role(
                    role,
                    role,
                    track=rng.choice([None, "t"]),
                    develops=develops(),
                    expects=expects[role],
                )
                for role in roles
            }
        ),
        transitions=tuple(transitions),
        activities=FrozenDict(activities),
    )
    stated = {skill: rng.randint(0, top) for skill in skills if rng.random() < 0.3}
    return ladder, Person(months_in_role=rng.choice([None, 0, 2, 5]), skills=stated)


def wishes_for(ladder: Ladder, seed: int) -> dict[str, Any]:
    """Draw what somebody might wish of the way through such a ladder.

    Returns
    -------
    dict
        Arguments of ``growth_path``.
    """
    rng = Random(seed)
    return {
        "within": rng.choice([None, None, rng.randint(0, 20)]),
        "max_cost": rng.choice([None, None, 0, 1, 2.5, 4]),
        "avoid": [role for role in sorted(ladder.roles) if role == "r2" and rng.random() < 0.3],
        "without": [name for name in sorted(ladder.activities) if rng.random() < 0.1],
    }


def ranged(seed: int) -> tuple[Ladder, Person]:
    """A tangled question with ranges; of what is begun, more months may be in than are typical."""
    rng = Random(seed)
    ladder, person = tangled(seed)
    ladder = with_ranges(ladder, rng)
    begun = {
        name: rng.randrange((ladder.activities[name].months_range or (1, 1))[1])
        for name in person.learning
    }
    return ladder, replace(person, learning=begun)


def with_ranges(ladder: Ladder, rng: Random) -> Ladder:
    """Give a range to about half of a ladder's months."""

    def around(months: int, least: int) -> Range | None:
        if rng.random() < 0.5:
            return None
        return rng.randint(least, months), months + rng.choice([0, 1, 2, 5, 9])

    def ranges(role: Role) -> FrozenDict[str, FrozenDict[int, Range]]:
        found = {
            skill: {level: around(months, 0) for level, months in levels.items()}
            for skill, levels in role.develops.items()
        }
        return FrozenDict(
            (skill, FrozenDict((level, ends) for level, ends in levels.items() if ends))
            for skill, levels in found.items()
            if any(levels.values())
        )

    return replace(
        ladder,
        roles=FrozenDict(
            (key, replace(role, develops_ranges=ranges(role))) for key, role in ladder.roles.items()
        ),
        transitions=tuple(
            replace(item, months_range=around(item.months, 0)) for item in ladder.transitions
        ),
        activities=FrozenDict(
            (key, replace(item, months_range=around(item.months, 1)))
            for key, item in ladder.activities.items()
        ),
    )
