"""Moves from several roles and from any: which lines there are, and what says who may come."""

import re

import pytest
from support.pictures import SVG, drawn, overflowing, overlapping, passed, path_along

from graphs import Selection, diagram, heat_map, mermaid, reach
from ladder import Ladder, Role, Skill, Track, Transition

SMITHY = Ladder(
    "Smithy",
    ("low", "high"),
    {"fire": Skill("fire", "Fire", group="Craft", levels={2: "Keeps one even"})},
    {key: Track(key, key.upper()) for key in ("forge", "shop")},
    {
        "smith": Role("smith", "Smith", track="forge", rank=1, expects={"fire": 2}),
        "master": Role("master", "Master", track="forge", rank=2),
        "clerk": Role("clerk", "Clerk", track="shop", rank=1),
        "keeper": Role("keeper", "Keeper", track="shop", rank=2),
    },
    (
        Transition("any", "smith", 12, "entry", {"fire": 2}),
        Transition(("smith", "clerk"), "master", 24, "promotion", {"fire": 2}),
        Transition("clerk", "keeper", 6, "promotion"),
    ),
)
COMING = path_along(SMITHY, "clerk", "smith", "master")


def tooltip(picture, name):
    return picture.groups[name].find(f"{SVG}title").text


def test_several_sources_have_a_line_each_and_one_gate():
    picture = drawn(SMITHY)
    assert sorted(picture.named("transition-")) == ["0", "1-clerk", "1-smith", "2"]
    assert picture.named("gate-") == ["0", "1-clerk", "2"]
    assert tooltip(picture, "transition-1-clerk").startswith("Clerk → Master (promotion)")
    assert not any(passed(picture, "role-").values())


@pytest.mark.parametrize("gates", [None, "off", "chip", "table"])
def test_what_is_open_to_all_is_a_mark_and_the_key_explains_it(gates):
    picture = drawn(SMITHY, gates=gates)
    assert picture.texts("gate-0")[0] == "open to all"
    assert ("12 mo" in " ".join(picture.texts("gate-0"))) == (gates != "off")
    told = tooltip(picture, "gate-0").splitlines()
    assert told[0] == "open to all → Smith (entry)"
    assert told[1:] == ["after 12 months", "Fire: high – Keeps one even"]
    assert "Open to all: from every role outside its track" in " ".join(picture.texts("heading"))
    assert overlapping(picture) == overflowing(picture) == []


def test_nothing_is_explained_that_is_not_there():
    shown = drawn(SMITHY, selection=Selection(tracks=("shop",)))
    assert "Open to all" not in " ".join(shown.texts("heading"))


def test_a_path_that_takes_it_has_a_line_through_the_mark():
    picture = drawn(SMITHY, COMING)
    assert sorted(picture.named("transition-")) == ["0-clerk", "1-clerk", "1-smith", "2"]
    assert picture.texts("gate-0")[0] == "open to all"
    assert passed(picture, "gate-")["0-clerk"] == ["gate-0"]
    widths = {
        name: float(picture.groups[f"transition-{name}"].find(f"{SVG}path").get("stroke-width"))
        for name in picture.named("transition-")
    }
    assert {name for name, width in widths.items() if width == 4} == {"0-clerk", "1-smith"}


def test_somebody_of_the_track_itself_finds_it_neither_open_nor_closed():
    inside = drawn(SMITHY, survey=reach(SMITHY, "master"))
    assert inside.texts("gate-0") == ["open to all", "12 mo", "1 skill"]
    outside = drawn(SMITHY, survey=reach(SMITHY, "clerk"))
    assert outside.texts("gate-0") == ["open to all", "× lacks 1 of 1", "12 mo"]
    assert "closed today (3 moves)" in " ".join(outside.texts("heading"))


def test_around_a_role_is_not_everything_that_is_open():
    roles, links = Selection(around="smith").of(SMITHY)
    assert roles == {"smith", "master"}
    assert [link.name for link in links] == ["0", "1-smith"]
    assert Selection(kinds=("entry",)).of(SMITHY)[0] == {"smith"}


def test_mermaid_has_a_box_for_what_is_open_to_all():
    lines = [line.strip() for line in mermaid(SMITHY).splitlines()]
    assert 'a0(["open to all"])' in lines
    assert 'a0 o-->|"12 mo, 1 skill"| r0' in lines
    assert {'r0 -->|"24 mo, 1 skill"| r1', 'r2 -->|"24 mo, 1 skill"| r1'} <= set(lines)
    assert 'r2 ==>|"12 mo, 1 skill"| r0' in mermaid(SMITHY, path=COMING)


def test_what_a_role_expects_is_told():
    assert "expects:\nFire: high – Keeps one even" in tooltip(drawn(SMITHY), "role-smith")
    heat = heat_map(SMITHY)
    assert "What the role expects" in heat
    assert "Fire (Craft)" in heat
    assert re.search(r"\"group \w+ Craft\"", heat)


def test_lists_in_any_order_are_drawn_alike():
    turned = Transition(("clerk", "smith"), "master", 24, "promotion", {"fire": 2})
    moves = (SMITHY.transitions[0], turned, SMITHY.transitions[2])
    other = Ladder(
        "Smithy", SMITHY.levels, SMITHY.skills, SMITHY.tracks, SMITHY.roles, transitions=moves
    )
    assert diagram(other) == diagram(SMITHY)
