"""Small ladders, worked out by hand, on each of which some search has gone wrong."""

from __future__ import annotations

from support.graph_strategies import GOAL, START

from ladder import Activity, FrozenDict, Ladder, Person, Role, Skill, Transition


def tiny(
    *transitions: Transition,
    roles: dict[str, dict[str, dict[int, int]]] | None = None,
    activities: tuple[Activity, ...] = (),
    expects: dict[str, dict[str, int]] | None = None,
) -> Ladder:
    """Make a ladder of the roles and skills that its parts name."""
    developing, expecting = roles or {}, expects or {}
    names = {START, GOAL, *developing, *expecting}
    names |= {role for move in transitions for role in (*move.from_roles, move.to_role)}
    parts = [*(move.requires for move in transitions), *developing.values(), *expecting.values()]
    for activity in activities:
        parts += [activity.requires, activity.develops]
    return Ladder(
        "Tiny",
        ("low", "middle", "high"),
        FrozenDict({skill: Skill(skill, skill) for part in parts for skill in part}),
        roles=FrozenDict(
            {
                name: Role(
                    name, name, develops=developing.get(name, {}), expects=expecting.get(name, {})
                )
                for name in names
            }
        ),
        transitions=transitions,
        activities=FrozenDict({activity.id: activity for activity in activities}),
    )


def course(name: str, months: int, requires=None, develops=None, cost=0) -> Activity:
    return Activity(name, name, months, cost=cost, requires=requires or {}, develops=develops or {})


def move(
    source: str | tuple[str, ...], target: str, months: int = 0, **requires: int
) -> Transition:
    return Transition(source, target, months, requires=requires)


CASES = {
    "activities that need each other": (
        tiny(
            move(START, GOAL, x=1, y=1),
            activities=(
                course("a", 1, {"y": 1}, {"x": 1}),
                course("b", 1, {"x": 1}, {"y": 1}),
                course("c", 2, {}, {"x": 1}),
            ),
        ),
        Person(),
        3,
    ),
    "an activity that needs the very level it gives": (
        tiny(
            move(START, GOAL, x=2),
            activities=(course("a", 2, {"x": 1}, {"x": 2}), course("b", 3, {}, {"x": 1})),
        ),
        Person(),
        5,
    ),
    "staying on, because the role develops a missing skill later": (
        tiny(
            move(START, "r2", 1),
            move("r2", GOAL, x=1),
            roles={START: {"x": {1: 4}}},
        ),
        Person(months_in_role=0),
        4,
    ),
    "learning early what the role would give later": (
        tiny(
            move(START, GOAL, y=1),
            roles={START: {"x": {1: 6}}},
            activities=(course("a", 1, {}, {"x": 1}), course("b", 3, {"x": 1}, {"y": 1})),
        ),
        Person(months_in_role=0),
        4,
    ),
    "learning early for the sake of a later gate": (
        tiny(
            move(START, "r2", 8, y=1),
            move("r2", GOAL, 1, z=1),
            roles={START: {"x": {1: 4}}},
            activities=(
                course("a", 2, {}, {"x": 1}),
                course("b", 1, {"x": 1}, {"y": 1}),
                course("c", 5, {"y": 1}, {"z": 1}),
            ),
        ),
        Person(months_in_role=0),
        9,
    ),
    "a skill that comes a month after the gate opens": (
        tiny(
            move(START, "r2", 3),
            move("r2", GOAL, 5, x=1),
            move(START, GOAL, 3, x=1),
            roles={START: {"x": {1: 4}}},
        ),
        Person(months_in_role=0),
        4,
    ),
    "moves that take no time, one after another": (
        tiny(
            move(START, "r2"),
            move("r2", "r3", x=1),
            move("r3", GOAL, y=1),
            roles={"r2": {"x": {1: 0}}, "r3": {"y": {1: 0}}},
        ),
        Person(),
        0,
    ),
    "a second stay in one role": (
        tiny(
            move(START, "r2", 2),
            move("r2", START, 1),
            move(START, GOAL, 2, x=1),
            roles={"r2": {"x": {1: 1}}},
        ),
        Person(months_in_role=0),
        5,
    ),
    "months already served": (
        tiny(move(START, GOAL, 5, x=2), roles={START: {"x": {1: 2, 2: 9}}}),
        Person(months_in_role=3),
        6,
    ),
    "a level stated lower is developed anew, from today": (
        tiny(move(START, GOAL, x=1), roles={START: {"x": {1: 6}}}),
        Person(skills={"x": 0}),
        6,
    ),
    "learning that was begun goes on without its requirements": (
        tiny(
            move(START, GOAL, x=1),
            activities=(course("a", 5, {"y": 1}, {"x": 1}, cost=9),),
        ),
        Person(learning={"a": 3}),
        2,
    ),
    "learning pauses across a move until there is time": (
        tiny(
            move(START, "r2", 2, x=1),
            move("r2", GOAL, 2, y=1),
            activities=(course("a", 2, {}, {"x": 1}), course("b", 2, {}, {"y": 1})),
        ),
        Person(months_in_role=0),
        4,
    ),
    "a bootcamp against a ladder of courses": (
        tiny(
            move(START, GOAL, x=3),
            activities=(
                course("a", 1, {}, {"x": 1}),
                course("b", 2, {"x": 1}, {"x": 2}),
                course("c", 3, {"x": 2}, {"x": 3}),
                course("d", 5, {}, {"x": 3}),
            ),
        ),
        Person(),
        5,
    ),
    "learning cannot begin before its requirement is held": (
        tiny(
            move(START, GOAL, 5, y=1),
            roles={START: {"x": {1: 5}}},
            activities=(course("a", 2, {"x": 1}, {"y": 1}),),
        ),
        Person(months_in_role=0),
        7,
    ),
    "two skills that come in one month, from two roles": (
        tiny(
            move(START, "r2", 4),
            move("r2", GOAL, w=1, z=1),
            roles={START: {"x": {1: 4}}, "r2": {"y": {1: 0}}},
            activities=(
                course("a", 1, {"y": 1}, {"w": 1}),
                course("b", 2, {"x": 1}, {"z": 1}),
            ),
        ),
        Person(months_in_role=0),
        7,
    ),
    "an activity that is not worth doing again": (
        tiny(
            move(START, "r2", x=1),
            move("r2", GOAL, 4, y=1),
            roles={START: {"w": {1: 1}}},
            activities=(course("a", 1, {"w": 1}, {"x": 1}), course("b", 1, {"x": 1}, {"y": 1})),
        ),
        Person(months_in_role=0),
        6,
    ),
    "idle months kept by letting a role teach": (
        tiny(
            move(START, "r2", 4, x=1),
            move(START, "r3"),
            move("r3", "r2", 4, x=1),
            move("r2", GOAL, y=1),
            roles={"r3": {"x": {1: 4}}},
            activities=(course("a", 3, {}, {"x": 1}), course("b", 4, {}, {"y": 1})),
        ),
        Person(months_in_role=0),
        4,
    ),
    "idle months kept by letting a role teach, for what a role far off gives as well": (
        tiny(
            move(START, "r2", 4, x=1),
            move(START, "r3"),
            move("r3", "r2", 4, x=1),
            move("r2", "r4", 9),
            move("r2", GOAL, y=1),
            roles={"r3": {"x": {1: 4}}, "r4": {"y": {1: 9}}},
            activities=(course("a", 3, {}, {"x": 1}), course("b", 4, {}, {"y": 1})),
        ),
        Person(months_in_role=0),
        4,
    ),
    "what the last gate asks, which only the first role gives": (
        tiny(
            move(START, "r2", x=1),
            move("r2", GOAL, 1, y=1),
            roles={START: {"y": {1: 5}}},
            activities=(course("a", 2, {}, {"x": 1}), course("b", 9, {}, {"y": 1})),
        ),
        Person(months_in_role=0),
        6,
    ),
    "what a gate asks comes anew to who has less than the first role gives": (
        tiny(
            move(START, "r2", x=1),
            move("r2", START, x=1),
            move(START, GOAL, x=1),
            roles={START: {"x": {1: 3}}},
            activities=(course("a", 5, {}, {"x": 1}),),
        ),
        Person(skills={"x": 0}),
        3,
    ),
    "a role that an open gate leads to gives what its other gates ask": (
        tiny(
            move(START, "r2", 2),
            move(START, "r2", x=1),
            move("r2", GOAL, x=1),
            roles={"r2": {"x": {1: 2}}},
            activities=(course("a", 5, {}, {"x": 1}),),
        ),
        Person(months_in_role=0),
        4,
    ),
    "an activity taken up for one skill, which comes too late for another": (
        tiny(
            move(START, GOAL, x=1, y=1),
            roles={START: {"z": {1: 5}}},
            activities=(
                course("a", 4, {"z": 1}, {"x": 1, "y": 1}),
                course("b", 1, {"y": 1}, {"z": 1}),
                course("c", 2, {}, {"y": 1}),
            ),
        ),
        Person(months_in_role=0),
        7,
    ),
    "a level by itself, though another activity gives it with the next": (
        tiny(
            move(START, "r2", 5, x=2),
            move("r2", GOAL, 6),
            roles={START: {"y": {1: 5}}},
            activities=(
                course("a", 4, {"y": 3}, {"x": 2, "y": 1}),
                course("b", 2, {}, {"x": 1}),
                course("c", 1, {"x": 1}, {"y": 1}),
                course("d", 1, {"y": 1}, {"y": 3}),
            ),
        ),
        Person(months_in_role=0),
        14,
    ),
    "what a role expects and never develops is held from the first day": (
        tiny(move(START, GOAL, 3, x=2), expects={START: {"x": 2}}),
        Person(months_in_role=0),
        3,
    ),
    "what a role expects higher than it ever develops is held from the first day": (
        tiny(
            move(START, GOAL, 1, x=2),
            roles={START: {"x": {1: 8}}},
            expects={START: {"x": 2}},
        ),
        Person(months_in_role=0),
        1,
    ),
    "what a role expects and develops comes by its months": (
        tiny(
            move(START, GOAL, 1, x=1),
            roles={START: {"x": {2: 8}}},
            expects={START: {"x": 1}},
        ),
        Person(months_in_role=2),
        6,
    ),
    "moving into a role does not give what it expects": (
        tiny(
            move(START, "r2"),
            move("r2", GOAL, x=1),
            activities=(course("a", 4, {}, {"x": 1}),),
            expects={"r2": {"x": 1}},
        ),
        Person(),
        4,
    ),
    "an expected level stated lower has to be learnt": (
        tiny(
            move(START, GOAL, x=2),
            activities=(course("a", 3, {"x": 1}, {"x": 2}),),
            expects={START: {"x": 2}},
        ),
        Person(skills={"x": 1}),
        3,
    ),
    "an expected level stated lower, which the role develops anew": (
        tiny(
            move(START, GOAL, x=1),
            roles={START: {"x": {1: 5}}},
            expects={START: {"x": 2}},
        ),
        Person(months_in_role=9, skills={"x": 0}),
        5,
    ),
    "a way in that is open to all saves a promotion": (
        tiny(
            move(START, "r2", 9),
            move("r2", "r3", 9),
            move("any", "r3", 6),
            move(("r2", "r3"), GOAL, 2),
        ),
        Person(months_in_role=5),
        3,
    ),
}
"""Ladder, person, and the months that the rules give."""
