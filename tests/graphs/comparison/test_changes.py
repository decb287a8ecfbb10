"""Differences between ladders: nothing is left out, nothing is made up, and all can be made."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.ladder_strategies import ladders
from support.version_strategies import versions

from graphs import diff
from graphs.comparison.alignment import Renamed, merged
from graphs.comparison.changes import MoveKey
from graphs.comparison.parts import Part, Span
from ladder import Activity, FrozenDict, Ladder, Role, Skill, Track, Transition, bundled, to_plain

SEEDS = st.integers(0, 2**63 - 1)


def told(ladder: Ladder) -> dict[str, Any]:
    """All that a ladder says, levels by name, whatever the order and the list of them."""
    plain = to_plain(ladder)
    plain.pop("levels", None)
    plain["transitions"] = sorted(map(repr, map(_sorted, plain.get("transitions", ()))))
    return plain


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=str)}
    return value


@settings(max_examples=200)
@given(old=ladders(), new=ladders())
def test_all_changes_to_one_ladder_give_the_other(old, new):
    """However little the two have in common; and a ladder is no different from itself."""
    found = diff(old, new)
    assert told(found.applied(found.changes)) == told(new)
    assert diff(old, old).same
    assert told(found.applied(())) == told(found.aligned.old)
    assert len({(one.what, one.key, one.part) for one in found.changes}) == len(found.changes)
    assert all(one.before != one.after for one in found.changes)


@settings(max_examples=400)
@given(seed=SEEDS)
def test_changes_can_be_made_in_any_order(seed):
    """And what each says was there before is what it finds."""
    old, new = versions(seed)
    found = diff(old, new)
    assert told(found.applied(found.changes)) == told(new)
    assert told(found.applied(reversed(found.changes))) == told(new)
    back = diff(new, old)
    assert told(back.applied(back.changes)) == told(old)


@settings(max_examples=100)
@given(seed=SEEDS)
def test_the_order_of_things_is_no_difference(seed):
    old, _ = versions(seed)
    turned = replace(
        old,
        roles=FrozenDict(reversed(old.roles.items())),
        activities=FrozenDict(reversed(old.activities.items())),
        transitions=old.transitions[::-1],
    )
    assert diff(old, turned).changes == ()
    assert diff(old, turned).same


OLD = Ladder(
    "Craft",
    ("low", "high"),
    FrozenDict(sums=Skill("sums", "Sums"), words=Skill("words", "Words")),
    FrozenDict(shop=Track("shop", "Shop")),
    FrozenDict(
        smith=Role(
            "smith",
            "Smith",
            ("Forger",),
            "shop",
            1,
            FrozenDict(sums=FrozenDict({1: 6})),
            develops_ranges=FrozenDict(sums=FrozenDict({1: (3, 9)})),
        ),
        master=Role("master", "Master", rank=2),
    ),
    (Transition("smith", "master", 24, "promotion", FrozenDict(sums=1, words=2)),),
    FrozenDict(school=Activity("school", "School", 3, cost=10, develops=FrozenDict(words=2))),
    currency="EUR",
)


def changes(new: Ladder) -> list[tuple[Any, ...]]:
    return [(one.what, one.key, one.part, one.before, one.after) for one in diff(OLD, new).changes]


MOVE = MoveKey("smith", "master", 0)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"name": "Crafts"}, ("ladder", "", Part("name"), "Craft", "Crafts")),
        ({"currency": None}, ("ladder", "", Part("currency"), "EUR", None)),
        ({"ignore": ("L101",)}, ("ladder", "", Part("ignore"), None, ("L101",))),
    ],
)
def test_what_a_ladder_says_of_itself(changed, expected):
    assert changes(replace(OLD, **changed)) == [expected]


@pytest.mark.parametrize(
    ("changed", "part", "before", "after"),
    [
        ({"name": "Blacksmith"}, Part("name"), "Smith", "Blacksmith"),
        ({"aliases": ()}, Part("aliases"), ("Forger",), None),
        ({"track": None}, Part("track"), "shop", None),
        ({"rank": 0}, Part("rank"), 1, 0),
        ({"final": True}, Part("final"), False, True),
        ({"source": "a book"}, Part("source"), None, "a book"),
        (
            {"develops": FrozenDict(sums=FrozenDict({1: 6, 2: 18}))},
            Part("develops", "sums"),
            FrozenDict({1: Span(6, (3, 9))}),
            FrozenDict({1: Span(6, (3, 9)), 2: Span(18)}),
        ),
        (
            {"develops_ranges": FrozenDict()},
            Part("develops", "sums"),
            FrozenDict({1: Span(6, (3, 9))}),
            FrozenDict({1: Span(6)}),
        ),
    ],
)
def test_what_is_different_in_a_role(changed, part, before, after):
    role = replace(OLD.roles["smith"], **changed)
    new = replace(OLD, roles=FrozenDict({**OLD.roles, "smith": role}))
    assert changes(new) == [("role", "smith", part, before, after)]


@pytest.mark.parametrize(
    ("changed", "part", "before", "after"),
    [
        ({"months": 18}, Part("months"), Span(24), Span(18)),
        ({"months_range": (18, 30)}, Part("months"), Span(24), Span(24, (18, 30))),
        ({"kind": "lateral"}, Part("kind"), "promotion", "lateral"),
        ({"requires": FrozenDict(sums=2, words=2)}, Part("requires", "sums"), 1, 2),
        ({"requires": FrozenDict(sums=1)}, Part("requires", "words"), 2, None),
        ({"confidence": "low"}, Part("confidence"), None, "low"),
    ],
)
def test_what_is_different_in_a_transition(changed, part, before, after):
    new = replace(OLD, transitions=(replace(OLD.transitions[0], **changed),))
    assert changes(new) == [("transition", MOVE, part, before, after)]


@pytest.mark.parametrize(
    ("changed", "part", "before", "after"),
    [
        ({"months": 4}, Part("months"), Span(3), Span(4)),
        ({"cost": 0}, Part("cost"), 10, 0),
        ({"kind": "mentoring"}, Part("kind"), "course", "mentoring"),
        ({"develops": FrozenDict(words=1)}, Part("develops", "words"), 2, 1),
        ({"requires": FrozenDict(sums=1)}, Part("requires", "sums"), None, 1),
    ],
)
def test_what_is_different_in_an_activity(changed, part, before, after):
    item = replace(OLD.activities["school"], **changed)
    new = replace(OLD, activities=FrozenDict(school=item))
    assert changes(new) == [("activity", "school", part, before, after)]


def test_what_has_come_and_gone():
    """A role with its transition, an activity, a skill."""
    head = Role("head", "Head")
    move = Transition("master", "head", 36)
    new = replace(
        OLD,
        roles=FrozenDict({**OLD.roles, "head": head}),
        transitions=(move, *OLD.transitions),
        activities=FrozenDict(),
    )
    assert changes(new) == [
        ("role", "head", None, None, head),
        ("transition", MoveKey("master", "head", 0), None, None, move),
        ("activity", "school", None, OLD.activities["school"], None),
    ]


def test_alternatives_are_told_apart():
    """Of two transitions between two roles the equal one stays, whichever has gone."""
    other = Transition("smith", "master", 12, "promotion", FrozenDict(words=1))
    both = replace(OLD, transitions=(other, *OLD.transitions))
    (gone,) = diff(both, OLD).changes
    assert (gone.before, gone.after) == (other, None)
    sideways = replace(other, kind="lateral")
    new = replace(OLD, transitions=(sideways, replace(OLD.transitions[0], months=30)))
    (months, come) = diff(OLD, new).changes
    assert (months.part, months.after) == (Part("months"), Span(30))
    assert come.after == sideways


def test_a_name_or_an_alias_gives_a_new_id_away():
    """Once only, and what speaks of the id is then no difference."""
    roles = {
        "blacksmith": replace(OLD.roles["smith"], id="blacksmith"),
        "master": OLD.roles["master"],
    }
    moves = (replace(OLD.transitions[0], from_roles="blacksmith"),)
    new = replace(OLD, roles=FrozenDict(roles), transitions=moves)
    found = diff(OLD, new)
    assert found.renamed == (Renamed("role", "smith", "blacksmith"),)
    assert found.changes == ()
    assert not found.same
    roles["blacksmith"] = replace(roles["blacksmith"], name="Forger", aliases=())
    (name, aliases) = diff(OLD, replace(new, roles=FrozenDict(roles))).changes
    assert (name.key, name.before, name.after) == ("blacksmith", "Smith", "Forger")
    assert (aliases.before, aliases.after) == (("Forger",), None)
    roles["other"] = replace(roles["blacksmith"], id="other")
    unsure = diff(OLD, replace(new, roles=FrozenDict(roles)))
    assert unsure.renamed == (), "two may be meant"


@pytest.mark.parametrize(
    ("old", "new", "levels", "places"),
    [
        ("ab", "ab", "ab", ((1, 2), (1, 2))),
        ("ab", "axb", "axb", ((1, 3), (1, 2, 3))),
        ("axb", "ab", "axb", ((1, 2, 3), (1, 3))),
        ("ab", "abx", "abx", ((1, 2), (1, 2, 3))),
        ("ab", "xb", "xb", ((1, 2), (1, 2))),
        ("ab", "xyb", "axyb", ((1, 4), (2, 3, 4))),
        ("ab", "ba", "ba", ((1, 2), (1, 2))),
        ("abc", "ba", "bac", ((1, 2, 3), (1, 2))),
        ("", "ab", "ab", ((), (1, 2))),
    ],
)
def test_levels_are_counted_on_one_list(old, new, levels, places):
    assert merged(old, new) == (tuple(levels), *places)


def test_a_level_put_in_between_changes_no_gate():
    new = replace(
        OLD,
        levels=("low", "middle", "high"),
        transitions=(replace(OLD.transitions[0], requires=FrozenDict(sums=1, words=3)),),
        activities=FrozenDict(
            school=replace(OLD.activities["school"], develops=FrozenDict(words=3))
        ),
    )
    found = diff(OLD, new)
    assert found.changes == ()
    assert not found.same


def test_differences_as_data():
    """Plain, whatever has changed; what was added or removed is there as a whole."""
    old, new = bundled("product-management"), bundled("uk-digital-and-data")
    plain = json.loads(json.dumps(diff(old, new).to_dict()))
    assert plain["format"] == 1
    assert not plain["same"]
    removed = {one.get("id"): one for one in plain["changes"] if one["how"] == "removed"}
    assert removed["graduate"]["before"]["name"] == "Graduate"
    assert removed["graduate"]["after"] is None
