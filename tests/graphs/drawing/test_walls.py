"""An analysis in a picture: every wall with its months, and what much hangs on."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from support.clocks import looks
from support.ladder_strategies import ladders
from support.pictures import HOSTILE, Picture, drawn_twice, overflowing, overlapping, passed

from graphs import Analysis, NothingSelected, analyze, diagram, render
from graphs.drawing.dot.theme import THEMES
from graphs.drawing.view import WHOLE
from graphs.drawing.walls import MARKED, THICK
from ladder import FrozenDict, Ladder, Person, Role, Skill, Track, Transition, bundled


@cache
def product(to: str | None) -> Analysis:
    return analyze(bundled("product-management"), to=to, time_limit=1000)


def shown(found: Analysis, **rest) -> Picture:
    return Picture(render(diagram(found.ladder, analysis=found, **rest), "svg"))


def words(picture: Picture, id_: str) -> str:
    return " ".join(text.strip() for text in picture.texts(id_)).replace("\xa0", " ")


def width(picture: Picture, id_: str) -> float:
    shapes = (one.get("stroke-width") for one in picture.groups[id_].iter() if one.get("stroke"))
    return max(float(one or 1) for one in shapes)


def gates(picture: Picture) -> set[int]:
    """Places of the transitions whose gates are drawn."""
    return {int(name.partition("-")[0]) for name in picture.named("gate-")}


@pytest.mark.parametrize("to", ["spm", "cpo", None])
def test_every_wall_says_its_months_and_how_many_wait(to):
    """Each has a gate of its own, and nobody else has one but moves that much hangs on."""
    found = product(to)
    picture = shown(found)
    for wall in found.walls:
        told = words(picture, f"gate-{wall.transition}")
        assert told.startswith(f"{wall.months:,} mo {wall.people:,} of {wall.passing:,} wait")
    points = {one.key for one in found.single_points if one.closes * MARKED >= one.of}
    assert gates(picture) <= {wall.transition for wall in found.walls} | points


@pytest.mark.parametrize("to", ["spm", None])
def test_what_much_hangs_on_has_a_thick_frame(to):
    """Roles and moves, and only those; and it is said how many need them."""
    found = product(to)
    picture = shown(found)
    points = {
        ("gate-" if one.kind == "transition" else "role-") + str(one.key): one
        for one in found.single_points
        if one.kind != "activity" and one.closes * MARKED >= one.of
    }
    assert points
    for id_ in picture.boxes("gate-", "role-"):
        if id_ in points:
            told = f"{points[id_].closes:,} of {points[id_].of:,} need it"
            assert words(picture, id_).endswith(told)
            assert width(picture, id_) == THICK
        else:
            assert width(picture, id_) < THICK


@pytest.mark.parametrize("theme", THEMES)
def test_who_waits_longer_has_the_darker_gate(theme):
    """The shades run from the shortest to the longest wait, in grey as well."""
    found = product("spm")
    picture = shown(found, theme=THEMES[theme])
    shades = THEMES[theme].shades
    fills = {}
    for wall in found.walls:
        group = picture.groups[f"gate-{wall.transition}"]
        fill = next(one.get("fill") for one in group.iter() if one.get("fill") in shades)
        fills[wall.months] = shades.index(fill)
    longest_first = [fills[months] for months in sorted(fills, reverse=True)]
    assert longest_first == sorted(longest_first)
    assert longest_first[0] == 0
    assert len(set(longest_first)) > 2


def test_only_the_ways_are_drawn():
    """Whatever somebody goes through is there, with its line, and nothing else."""
    found = product("spm")
    picture = shown(found)
    moves = found.ladder.transitions
    ends = {end for at in found.passing for end in (*moves[at].from_roles, moves[at].to_role)}
    assert set(picture.named("role-")) == ends
    assert {int(name.partition("-")[0]) for name in picture.named("transition-")} == set(
        found.passing
    )
    most = max(found.passing, key=lambda at: found.passing[at])
    lines = [picture.groups[id_] for id_ in picture.groups if id_.startswith("transition-")]
    assert width(picture, f"transition-{most}") == max(
        float(one.get("stroke-width") or 1) for line in lines for one in line.iter()
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_appear_literally(name):
    """Names are neither markup nor an escape, in boxes and in tooltips."""
    ladder = Ladder(
        name,
        levels=(name,),
        skills=FrozenDict(s=Skill("s", name)),
        tracks=FrozenDict(t=Track("t", name)),
        roles=FrozenDict(
            a=Role("a", name, track="t", develops=FrozenDict(s=FrozenDict({1: 9}))),
            b=Role("b", name, track="t"),
        ),
        transitions=(Transition("a", "b", 1, name, FrozenDict(s=1)),),
    )
    crowd = [Person(role="a", months_in_role=0)] * 5
    found = analyze(ladder, to="b", people=crowd, time_limit=1000)
    assert [wall.months for wall in found.walls] == [40]
    picture = shown(found)
    title = picture.groups["transition-0"].find("{http://www.w3.org/2000/svg}title").text
    expected = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    assert f"{expected}:5" in re.sub(r"[\s\u2068\u2069]", "", title)
    tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}


@settings(max_examples=25)
@given(ladders())
def test_any_analysis_makes_a_sound_picture(ladder):
    """Nothing overlaps, and nothing that is written runs out of its box."""
    found = analyze(ladder, time_limit=looks(20_000))
    if not found.passing:
        with pytest.raises(NothingSelected, match="no ways"):
            shown(found)
        return
    picture = shown(found)
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())


def test_ways_through_too_many_roles_are_refused():
    """A picture of more than there is room for is not drawn."""
    names = [f"r{number}" for number in range(WHOLE + 1)]
    ladder = Ladder(
        "Wide",
        roles=FrozenDict({one: Role(one, one) for one in [*names, "goal"]}),
        transitions=tuple(Transition(one, "goal", 1) for one in names),
    )
    found = analyze(ladder, to="goal", time_limit=1000)
    with pytest.raises(NothingSelected, match=f"through {WHOLE + 2} roles"):
        diagram(ladder, analysis=found)


def test_the_same_analysis_is_the_same_bytes():
    """Two runs of Python that hash differently draw the same."""
    code = (
        "import sys; from graphs import analyze, diagram; from ladder import bundled;"
        "found = analyze(bundled('product-management'), to='spm', time_limit=1000);"
        "sys.stdout.buffer.write(diagram(found.ladder, analysis=found).encode())"
    )
    runs = drawn_twice(code)
    found = product("spm")
    assert runs[0] == runs[1] == diagram(found.ladder, analysis=replace(found)).encode()
