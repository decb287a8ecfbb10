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
    turned = (replace(one, from_roles=tuple(sorted(one.from_roles))) for one in ladder.transitions)
    plain = to_plain(replace(ladder, transitions=tuple(turned)))
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


MOVE = MoveKey(("smith",), "master", 0)


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


SMITHS = replace(
    OLD,
    roles=FrozenDict(
        {
            "smith": replace(OLD.roles["smith"], expects=FrozenDict(sums=1)),
            "clerk": Role("clerk", "Clerk"),
            "master": replace(OLD.roles["master"], expects=FrozenDict(sums=1, words=2)),
        }
    ),
    transitions=(
        Transition(("smith", "clerk"), "master", 24, "promotion", FrozenDict(sums=1, words=2)),
        Transition("any", "smith", 12, "entry", FrozenDict(sums=1)),
        Transition("smith", "clerk", 1),
    ),
)


def between(old: Ladder, new: Ladder) -> list[tuple[Any, ...]]:
    return [(one.what, one.key, one.part, one.before, one.after) for one in diff(old, new).changes]


def expecting(ladder: Ladder, key: str, *, follow: bool, **expects: int) -> Ladder:
    """The ladder in which a role expects something else, and its gates with it, or not."""
    role = replace(ladder.roles[key], expects=FrozenDict(expects))
    moves = [
        replace(one, requires=role.expects) if follow and one.to_role == key else one
        for one in ladder.transitions
    ]
    roles = FrozenDict({**ladder.roles, key: role})
    return replace(ladder, roles=roles, transitions=tuple(moves))


def test_a_gate_that_follows_its_role_is_told_with_it():
    """And one that does not by itself, too."""
    with_gates = expecting(SMITHS, "master", follow=True, sums=2, words=2)
    role = ("role", "master", Part("expects", "sums"), 1, 2)
    assert between(SMITHS, with_gates) == [role]
    alone = expecting(SMITHS, "master", follow=False, sums=2, words=2)
    assert between(SMITHS, alone) == [role]
    key = MoveKey(("clerk", "smith"), "master", 0)
    assert between(alone, with_gates) == [("transition", key, Part("requires", "sums"), 1, 2)]


def test_one_change_for_one_transition_of_several_or_all():
    moves = list(SMITHS.transitions)
    moves[0] = replace(moves[0], from_roles=("clerk", "smith"), months=18)
    moves[1] = replace(moves[1], months=6)
    assert between(SMITHS, replace(SMITHS, transitions=tuple(moves))) == [
        (
            "transition",
            MoveKey(("clerk", "smith"), "master", 0),
            Part("months"),
            Span(24),
            Span(18),
        ),
        ("transition", MoveKey((), "smith", 0), Part("months"), Span(12), Span(6)),
    ]


def test_other_sources_are_one_change():
    """Of a list, or from a list to all; other sources altogether are another transition."""
    moves = list(SMITHS.transitions)
    moves[0] = replace(moves[0], from_roles=("smith",))
    moves[1] = replace(moves[1], from_roles=("clerk",))
    moves[2] = replace(moves[2], from_roles=("master",))
    new = replace(SMITHS, transitions=tuple(moves))
    part = Part("from_roles")
    gone, come = SMITHS.transitions[2], moves[2]
    assert between(SMITHS, new) == [
        ("transition", MoveKey(("smith",), "master", 0), part, ("clerk", "smith"), ("smith",)),
        ("transition", MoveKey(("clerk",), "smith", 0), part, (), ("clerk",)),
        ("transition", MoveKey(("smith",), "clerk", 0), None, gone, None),
        ("transition", MoveKey(("master",), "clerk", 0), None, None, come),
    ]
    plain = diff(SMITHS, new).to_dict()["changes"]
    assert [(one["from"], one["part"]) for one in plain[:2]] == [
        ("smith", "from"),
        ("clerk", "from"),
    ]
    back = diff(new, SMITHS).to_dict()["changes"]
    assert [one["from"] for one in back[:2]] == [["clerk", "smith"], "any"]


def test_texts_and_groups():
    words = replace(OLD.skills["words"], group="Talk", levels=FrozenDict({1: "Says hello"}))
    new = replace(
        OLD,
        skills=FrozenDict({**OLD.skills, "words": words}),
        levels_about=FrozenDict({2: "Helps others"}),
        roles=FrozenDict(
            {**OLD.roles, "master": replace(OLD.roles["master"], url="https://x.org")}
        ),
    )
    assert changes(new) == [
        ("ladder", "", Part("levels_about"), None, {2: "Helps others"}),
        ("skill", "words", Part("group"), None, "Talk"),
        ("skill", "words", Part("levels"), None, {1: "Says hello"}),
        ("role", "master", Part("url"), None, "https://x.org"),
    ]
    assert not any(change.acts for change in diff(OLD, new).changes)


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
        ("transition", MoveKey(("master",), "head", 0), None, None, move),
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
