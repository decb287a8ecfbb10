"""Several ways in one picture: each to be told from the others, in grey and by every eye."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.colours import EYES, contrast, difference
from support.ladder_strategies import ladders
from support.pictures import (
    HOSTILE,
    SVG,
    Picture,
    drawn_twice,
    frame_of,
    lines_of,
    overflowing,
    overlapping,
    passed,
    path_along,
)

from graphs import GrowthPath, Selection, alternatives, diagram, mermaid, render
from graphs.drawing.dot.style import Style
from graphs.drawing.dot.theme import THEMES
from graphs.drawing.labels import when
from graphs.drawing.view import view_of
from graphs.drawing.ways import LETTERS, Ways
from ladder import FrozenDict, Ladder, Role, Skill, Track, Transition, bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")
FOUR = alternatives(PRODUCT, "analyst", "spm", 4).found
VIEW = view_of(PRODUCT, FOUR[0], others=FOUR[1:])
THREE = alternatives(GOVERNMENT, "business analyst", "product manager", 3).found
KINDS = ("transition", "core")
several = pytest.mark.parametrize(
    "paths", [FOUR, FOUR[:2], THREE], ids=["four", "two", "government"]
)


def shown(paths: Sequence[GrowthPath], **rest) -> Picture:
    return Picture(render(diagram(paths[0].ladder, path=paths, **{"width": None} | rest), "svg"))


def letters_in(texts: list[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip() in LETTERS]


def line(picture: Picture, id_: str) -> dict[str, str | None]:
    """How a line is drawn, and what lies on it."""
    look = {}
    for part in ("", "core-"):
        group = picture.groups.get(f"{part}{id_}")
        drawn = None if group is None else group.find(f"{SVG}path")
        for key in ("stroke", "stroke-width", "stroke-dasharray"):
            look[part + key] = None if drawn is None else drawn.get(key)
    return look


def in_grey(look: dict[str, str | None]) -> tuple[str | None, ...]:
    return tuple(value for key, value in sorted(look.items()) if not key.endswith("stroke"))


@several
def test_roles_bear_the_letters_of_their_ways_and_when(paths):
    """Each way that leads over a role is there, once for each stay, with its months."""
    picture = shown(paths)
    stays = defaultdict(list)
    for letter, path in zip(LETTERS, paths, strict=False):
        for stay in path.stays:
            stays[stay.role].append((letter, when(stay)))
    assert set(stays) <= set(picture.named("role-"))
    for role in picture.named("role-"):
        texts = [text.strip() for text in picture.texts(f"role-{role}")]
        pairs = [(a, b) for a, b in pairwise(texts) if a in LETTERS]
        assert pairs == stays[role]


@several
def test_gates_bear_the_letters_of_the_ways_that_pass_them(paths):
    """Of every gate, those ways are named whose moves pass it, and its skills are written out."""
    picture = shown(paths)
    passing = defaultdict(list)
    for letter, path in zip(LETTERS, paths, strict=False):
        for stay in path.stays:
            if stay.move and letter not in passing[stay.move.transition]:
                passing[stay.move.transition].append(letter)
    gates = {int(gate): picture.texts(f"gate-{gate}") for gate in picture.named("gate-")}
    assert set(passing) <= set(gates)
    for place, texts in gates.items():
        assert letters_in(texts) == passing[place]
        asked = paths[0].ladder.transitions[place].requires
        if passing[place]:
            assert sum(text.strip().isdecimal() for text in texts) == len(asked)


@several
def test_the_key_has_what_each_way_takes(paths):
    """Letter, months, moves, cost and roles, the best first."""
    picture = shown(paths)
    texts = [text.strip() for text in picture.texts("heading")]
    assert letters_in(texts) == list(LETTERS[: len(paths)])
    for letter, path in zip(LETTERS, paths, strict=False):
        lines = texts[texts.index(letter) + 1 :]
        ends = [place for place, text in enumerate(lines) if text in LETTERS]
        told = " ".join(lines[: ends[0]] if ends else lines)
        assert told.startswith(f"{path.months} month")
        assert (f"USD {path.cost:,}" if path.cost else "no cost") in told
        assert f"{path.moves} move" in told
        assert path.ladder.roles[path.target].name in told
        for role in path.roles:
            assert path.ladder.roles[role].name in told
    assert f"{len(paths)} ways" in picture.root.find(f"{SVG}desc").text


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ways_are_told_apart_in_grey(theme):
    """No two lines of the key look alike without their colours; the best one has most ink."""
    picture = shown(FOUR, theme=theme)
    looks = [line(picture, f"way-{letter}") for letter in LETTERS]
    assert len(set(map(in_grey, looks))) == len(LETTERS)
    inks = [
        float(look["stroke-width"])
        - float(look["core-stroke-width"] or 0) * bool(look["core-stroke"])
        for look in looks
    ]
    assert inks[0] == max(inks)
    assert inks.count(inks[0]) == 1


@several
def test_lines_look_as_the_key_says(paths):
    """A move that is taken is drawn as its best way, and all others are thinner than any way."""
    picture = shown(paths)
    best = {}
    for letter, path in zip(LETTERS, paths, strict=False):
        for stay in path.stays:
            if stay.move:
                place = stay.move.transition
                alone = len(path.ladder.transitions[place].from_roles) == 1
                best.setdefault(str(place) if alone else f"{place}-{stay.role}", letter)
    keys = {letter: line(picture, f"way-{letter}") for letter in set(best.values())}
    for place in picture.named("transition-"):
        core = picture.groups.get(f"core-{place}")
        mine = picture.groups[f"transition-{place}"].find(f"{SVG}path")
        if place not in best:
            assert core is None
            assert float(mine.get("stroke-width")) < 2.4
            continue
        key = keys[best[place]]
        assert mine.get("stroke") == key["stroke"]
        assert mine.get("stroke-width") == key["stroke-width"]
        assert (core is not None) == (key["core-stroke"] is not None)
        if core is not None:
            upper = core.find(f"{SVG}path")
            assert upper.get("stroke-width") == key["core-stroke-width"]
            told = (picture.groups[f"{one}-{place}"].find(f"{SVG}title") for one in KINDS)
            assert len({title.text for title in told}) == 1
            order = picture.ids
            assert order.index(f"core-{place}") > order.index(f"transition-{place}")


@pytest.mark.parametrize("theme", [THEMES["light"], THEMES["dark"]], ids=["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_colours_of_ways_are_told_apart_by_every_eye(theme, eye):
    """At least three times the difference that can just be seen."""
    ways = Ways(VIEW, Style(theme))
    colours = [ways.colour(way) for way in range(4)]
    for one, other in combinations(colours, 2):
        assert difference(one, other, eye) >= 3 * 2.3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_badges_can_be_read(theme):
    """Letters on their squares, and squares and lines on whatever they lie on."""
    ways = Ways(VIEW, Style(theme))
    for badge in ways.badges(range(4)).badges:
        assert contrast(badge.ink, badge.ground) >= 4.5
        for ground in (theme.paper, *(hue.tint for hue in theme.hues)):
            assert contrast(badge.ground, ground) >= 3
    assert contrast(theme.paper, theme.accent) >= 3, "the frame of a badge on the best way's roles"


def test_letters_stand_on_their_squares():
    """Each lies within a square of its way's colour, and has the colour that can be read on it."""
    picture, ways = shown(FOUR), Ways(VIEW, Style(THEMES["light"]))
    found = 0
    for name in picture.ids:
        if not name.startswith(("role-", "gate-", "heading")):
            continue
        squares = list(picture.groups[name].iter(f"{SVG}polygon"))
        for text in picture.groups[name].iter(f"{SVG}text"):
            if (letter := (text.text or "").strip()) not in LETTERS or not letter:
                continue
            colour, room = ways.colour(LETTERS.index(letter)), frame_of(text)
            around = [one for one in squares if one.get("fill") == colour]
            points = [
                [tuple(map(float, p.split(","))) for p in s.get("points").split()] for s in around
            ]
            assert any(
                min(x for x, _ in one) <= room.left
                and room.right <= max(x for x, _ in one)
                and min(y for _, y in one) <= room.top
                and room.bottom <= max(y for _, y in one)
                for one in points
            )
            assert text.get("fill").replace("white", "#ffffff") == THEMES["light"].on(colour)
            found += 1
    assert found == 4 + sum(len(path.stays) for path in FOUR) + sum(path.moves for path in FOUR)


@several
@pytest.mark.parametrize("gates", [None, "off", "chip", "table"])
@pytest.mark.parametrize("direction", ["right", "down"])
def test_nothing_overlaps(paths, gates, direction):
    """However gates are shown, and wherever careers go; letters are there even without gates."""
    picture = shown(paths, gates=gates, direction=direction)
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())
    places = picture.named("transition-")
    assert len(places) == len(set(places))
    taken = {stay.move.transition for path in paths for stay in path.stays if stay.move}
    assert all(letters_in(picture.texts(f"gate-{place}")) for place in taken)


def test_the_best_way_comes_in_straight():
    """Where several ways lead into a role, the gate of the best one stands level with it."""
    picture = shown(FOUR)
    boxes = picture.boxes()
    middle = {name: box.top + box.bottom for name, box in boxes.items()}
    for stay in FOUR[0].stays[:-1]:
        gate = f"gate-{stay.move.transition}"
        assert middle[gate] == pytest.approx(middle[f"role-{stay.move.to}"], abs=0.1)


def test_of_a_large_ladder_the_ways_and_what_is_ahead_are_drawn():
    """Among 201 roles, those on any way and those one move ahead of them."""
    picture = shown(THREE)
    route = {role for path in THREE for role in path.roles}
    ahead = {item.to_role for item in GOVERNMENT.transitions if route & set(item.from_roles)}
    assert set(picture.named("role-")) == route | ahead
    assert "the ways, and the roles one move ahead" in " ".join(picture.texts("heading"))
    chosen = shown(THREE, selection=Selection(around="business-analyst"))
    assert route <= set(chosen.named("role-"))


def test_one_way_is_drawn_as_ever():
    """A sequence of one is that one, and an empty one is none; more than four are refused."""
    assert diagram(PRODUCT, path=FOUR[:1]) == diagram(PRODUCT, path=FOUR[0])
    assert diagram(PRODUCT, path=()) == diagram(PRODUCT)
    other = path_along(PRODUCT, "graduate", "associate-product-manager")
    assert "2 ways, the best one strongest" in shown([FOUR[0], other]).texts("heading")
    assert mermaid(PRODUCT, path=FOUR[:1]) == mermaid(PRODUCT, path=FOUR[0])
    with pytest.raises(ValueError, match="at most 4 paths, not 5"):
        diagram(PRODUCT, path=[*FOUR, FOUR[0]])


def test_what_is_not_proven_is_said():
    """The key says of which way it is not known that it is the best there is."""
    unproven = replace(FOUR[1], optimal=False, bound=50)
    texts = shown([FOUR[0], unproven]).texts("heading")
    assert [("not proven" in text) for text in texts if " months" in text and "→" in text] == [
        False,
        True,
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_appear_literally(name):
    """Names are neither markup nor an escape, in boxes, in the key and in Mermaid."""
    ladder = Ladder(
        name,
        levels=(name,),
        skills={"s": Skill("s", name)},
        tracks={"t": Track("t", name)},
        roles=FrozenDict({id_: Role(id_, name, track="t") for id_ in "abc"}),
        transitions=tuple(
            Transition(a, b, 1, name, FrozenDict(s=1)) for a, b in ("ab", "bc", "ac")
        ),
        currency=name,
    )
    paths = [path_along(ladder, *"ac"), path_along(ladder, *"abc")]
    picture = shown(paths)
    expected = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    for role in "abc":
        texts = "".join(picture.texts(f"role-{role}")).replace("\xa0", "")
        assert expected.replace("-", "") in "".join(texts.split()).replace("-", "")
    tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}
    assert len(mermaid(ladder, path=paths).splitlines()) == 2 + 3 + 2 + 3 + 2


def test_mermaid_names_the_ways():
    """Letters stand on boxes and arrows, all arrows of ways are thick, the best way's are dark."""
    lines = mermaid(PRODUCT, path=FOUR[:2]).splitlines()
    taken = {stay.move.transition for path in FOUR[:2] for stay in path.stays if stay.move}
    assert sum("==>" in text for text in lines) == len(taken)
    assert any('["A B#58; Business Analyst"]' in text for text in lines)
    assert any('["B#58; Associate Product Manager"]' in text for text in lines)
    assert any('==>|"A B, 36 mo, 8 skills"|' in text for text in lines)
    dark = lines[-1].split()[1]
    assert len(dark.split(",")) == len(FOUR[0].roles)


@st.composite
def walks(draw: st.DrawFn) -> tuple[Ladder, list[GrowthPath]]:
    """A random ladder, and several walks along its moves, of whatever length."""
    ladder = draw(ladders())
    found = []
    for _ in range(draw(st.integers(2, 4))):
        route = [draw(st.sampled_from(sorted(ladder.roles)))]
        for _ in range(draw(st.integers(0, 4))):
            ahead = [item.to_role for _, source, item in ladder.moves() if source == route[-1]]
            route += [draw(st.sampled_from(ahead))] if ahead else []
        found.append(path_along(ladder, *route))
    return ladder, found


@settings(max_examples=150)
@given(walks(), st.sampled_from([None, "off", "chip"]))
def test_any_ways_make_a_sound_picture(subject, gates):
    """In random ladders with odd names, all ways are drawn, and nothing overlaps."""
    ladder, paths = subject
    picture = shown(paths, gates=gates)
    assert sorted(picture.named("role-")) == sorted(ladder.roles)
    assert sorted(picture.named("transition-")) == sorted(lines_of(ladder, *paths))
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())
    for letter, path in zip(LETTERS, paths, strict=False):
        for role in path.roles:
            assert letter in letters_in(picture.texts(f"role-{role}"))


def test_the_same_ways_are_the_same_bytes():
    """Two runs of Python that hash differently draw the same."""
    code = (
        "import sys; from graphs import alternatives, diagram, mermaid, render;"
        "from ladder import bundled; ladder = bundled('product-management');"
        "paths = alternatives(ladder, 'analyst', 'spm', 4).found;"
        "dot = diagram(ladder, path=paths) + mermaid(ladder, path=paths);"
        "sys.stdout.buffer.write(dot.encode() + render(diagram(ladder, path=paths), 'svg'))"
    )
    runs = drawn_twice(code)
    dot = diagram(PRODUCT, path=FOUR)
    assert runs[0] == runs[1]
    assert runs[0] == (dot + mermaid(PRODUCT, path=FOUR)).encode() + render(dot, "svg")
