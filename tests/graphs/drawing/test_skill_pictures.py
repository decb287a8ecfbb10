"""Skills as pictures: the map of roles and skills, and two profiles side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from support.colours import contrast
from support.ladder_strategies import ladders
from support.pictures import HOSTILE, SVG, Picture, drawn_twice, frame_of

from graphs import gap, heat_map, profiles, render
from graphs.drawing.dot.theme import THEMES
from graphs.drawing.pictures.heat_map import MOST_ROLES, MOST_TRACKS, NOTES_EXPECTED
from ladder import FrozenDict, Ladder, LadderError, Role, bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")
TO_SENIOR = gap(PRODUCT, "analyst", "spm")
TAGS = {"svg", "title", "desc", "g", "path", "polygon", "text", "polyline"}


def drawn(dot: str) -> Picture:
    return Picture(render(dot, "svg"))


def held_for_long(ladder: Ladder, role: str) -> dict[str, int]:
    """What one holds in a role: what it expects and gives, and the least that its gates ask."""
    gates = [item.requires for item in ladder.transitions if item.to_role == role]
    levels = {skill: min(gate.get(skill, 0) for gate in gates) for gate in gates for skill in gate}
    for skill, given_ in ladder.roles[role].develops.items():
        levels[skill] = max(levels.get(skill, 0), *given_)
    for skill, level in ladder.roles[role].expects.items():
        levels[skill] = max(levels.get(skill, 0), level)
    return {skill: level for skill, level in levels.items() if level}


@pytest.mark.parametrize("tracks", [(), ("product",), ("ways-in", "founding")])
def test_every_level_has_its_cell(tracks):
    """A cell for each level that is held for long in a role shown, with its number, no other."""
    tracks = [track for track in tracks if track in PRODUCT.tracks]
    picture = drawn(heat_map(PRODUCT, tracks=tracks))
    expected = {
        f"cell-{role.id}-{skill}": str(level)
        for role in PRODUCT.roles.values()
        if not tracks or role.track in tracks
        for skill, level in held_for_long(PRODUCT, role.id).items()
    }
    found = {
        name: picture.texts(name)[0].strip() for name in picture.groups if name.startswith("cell-")
    }
    assert found == expected


def highest(ladder: Ladder, key: Callable[[Role], str | None]) -> dict[tuple[str | None, str], int]:
    """The highest level of each skill that is held for long among the roles that share a key."""
    best: dict[tuple[str | None, str], int] = {}
    for role in ladder.roles.values():
        for skill, level in held_for_long(ladder, role.id).items():
            best[key(role), skill] = max(level, best.get((key(role), skill), 0))
    return best


def family_of(role: Role) -> str | None:
    return None if role.track is None else GOVERNMENT.tracks[role.track].family


def cells_of(picture: Picture) -> dict[str, str]:
    """The number in each cell."""
    names = (name for name in picture.groups if name.startswith("cell-"))
    return {name: picture.texts(name)[0].strip() for name in names}


@pytest.mark.parametrize("family", sorted({one.family for one in GOVERNMENT.tracks.values()}))
def test_a_family_has_its_tracks_or_roles(family):
    """A family of few roles has a column for each; of many, each track, with its highest levels."""
    roles = {role.id for role in GOVERNMENT.roles.values() if family_of(role) == family}
    large = len(roles) > MOST_ROLES
    key = (lambda role: role.track) if large else (lambda role: role.id)
    own = replace(
        GOVERNMENT,
        roles=FrozenDict(
            {role: GOVERNMENT.roles[role] for role in GOVERNMENT.roles if role in roles}
        ),
    )
    expected = {f"cell-{one}-{skill}": str(n) for (one, skill), n in highest(own, key).items()}
    picture = drawn(heat_map(GOVERNMENT, family=family))
    assert cells_of(picture) == expected
    texts = {text.text for text in picture.root.iter(f"{SVG}text")}
    assert {family, NOTES_EXPECTED["track" if large else "role"]} <= texts


def test_a_large_ladder_has_its_families():
    """Of many tracks, each family is one column, with the highest level in it."""
    assert len(GOVERNMENT.tracks) > MOST_TRACKS
    families = list(dict.fromkeys(one.family for one in GOVERNMENT.tracks.values()))
    picture = drawn(heat_map(GOVERNMENT))
    assert cells_of(picture) == {
        f"cell-family-{families.index(family)}-{skill}": str(level)
        for (family, skill), level in highest(GOVERNMENT, family_of).items()
    }


def test_names_of_skills_are_whole():
    """Long names have room, so that those which begin alike can be told apart."""
    texts = {text.text for text in drawn(heat_map(GOVERNMENT)).root.iter(f"{SVG}text")}
    held = {skill for role in GOVERNMENT.roles for skill in held_for_long(GOVERNMENT, role)}
    assert {GOVERNMENT.skills[skill].name for skill in held} <= texts


def test_a_large_ladder_without_families_has_its_tracks():
    """Where no track has a family, there is nothing larger to show."""
    bare = {key: replace(one, family=None) for key, one in GOVERNMENT.tracks.items()}
    picture = drawn(heat_map(replace(GOVERNMENT, tracks=FrozenDict(bare))))
    best = highest(GOVERNMENT, lambda role: role.track)
    assert cells_of(picture) == {f"cell-{t}-{skill}": str(n) for (t, skill), n in best.items()}


def test_a_role_named_like_a_track_is_a_role():
    """What the columns stand for is told rightly where ids of tracks and roles are the same."""
    track = "data-architect"
    first = min(
        (role for role in GOVERNMENT.roles.values() if role.track == track),
        key=lambda role: role.rank or 0,
    )
    assert first.id == track
    picture = drawn(heat_map(GOVERNMENT, tracks=[track]))
    assert NOTES_EXPECTED["role"] in {text.text for text in picture.root.iter(f"{SVG}text")}


def test_profiles_have_what_is_held_and_what_is_asked():
    """On each side, as many cells are filled as there are levels held."""
    picture = drawn(profiles(TO_SENIOR))
    empty = THEMES["light"].paper
    for side, levels in (("held", TO_SENIOR.held), ("asked", TO_SENIOR.profile)):
        for skill in {*TO_SENIOR.held, *TO_SENIOR.profile}:
            cells = [picture.groups[f"{side}-{skill}-{level}"] for level in range(1, 5)]
            filled = [cell.find(f"{SVG}polygon").get("fill") != empty for cell in cells]
            assert filled == [level <= levels.get(skill, 0) for level in range(1, 5)]


def test_profiles_name_what_to_do():
    """Each skill stands in the group that it belongs to."""
    texts = [text.text for text in drawn(profiles(TO_SENIOR)).root.iter(f"{SVG}text")]
    places = {title: texts.index(title) for title in ("To gain", "To raise", "Not asked for there")}
    for title, skills in (("To gain", TO_SENIOR.gained), ("Not asked for there", TO_SENIOR.lost)):
        after = [place for place in places.values() if place > places[title]]
        for skill in skills:
            place = texts.index(PRODUCT.skills[skill].name)
            assert places[title] < place < min(after, default=len(texts))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("which", ["heat", "profiles"])
def test_all_can_be_read(theme, which):
    """No text overlaps another or is cut, and letters stand out from their cells."""
    dot = heat_map(PRODUCT, theme=theme) if which == "heat" else profiles(TO_SENIOR, theme=theme)
    picture = drawn(dot)
    width = float(picture.root.get("viewBox").split()[2])
    frames = [frame_of(text) for text in picture.root.iter(f"{SVG}text")]
    assert all(frame.left >= 0 and frame.right <= width for frame in frames)
    assert [pair for pair in combinations(frames, 2) if pair[0].overlaps(pair[1], 1)] == []
    for name, group in picture.groups.items():
        if name.startswith("cell-"):
            ground = group.find(f"{SVG}polygon").get("fill")
            for text in group.iter(f"{SVG}text"):
                assert contrast(ground, text.get("fill", "#000000")) >= 4.5


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_markup(name):
    """Whatever roles, skills and levels are called, the pictures hold nothing but shapes."""
    hostile = replace(
        PRODUCT,
        name=name,
        levels=tuple(f"{name}{level}" for level in range(4)),
        roles=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.roles.items()}),
        skills=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.skills.items()}),
        tracks=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.tracks.items()}),
    )
    for dot in (heat_map(hostile), profiles(replace(TO_SENIOR, ladder=hostile))):
        picture = drawn(dot)
        assert {part.tag.removeprefix(SVG) for part in picture.root.iter()} <= TAGS
        keys = {key for part in picture.root.iter() for key in part.attrib}
        assert not any(key.startswith("on") for key in keys)


@settings(max_examples=40)
@given(ladders())
def test_any_ladder_has_a_map(ladder):
    """Every ladder in which somebody holds a skill is drawn, cells clear of one another."""
    if not any(held_for_long(ladder, role) for role in ladder.roles):
        with pytest.raises(LadderError):
            heat_map(ladder)
        return
    picture = drawn(heat_map(ladder))
    cells = [name for name in picture.ids if name.startswith("cell-")]
    assert len(cells) == sum(len(held_for_long(ladder, role)) for role in ladder.roles)
    boxes = picture.boxes("cell-").values()
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_without_skills_there_is_no_map():
    """A ladder of roles alone is refused in words."""
    with pytest.raises(LadderError, match="no role shown holds any skill"):
        heat_map(Ladder("Bare", roles={"pm": Role("pm", "PM")}))


def test_they_are_the_same_on_every_run():
    """Neither the run nor the hash seed changes a byte."""
    code = (
        "import sys; from graphs import gap, heat_map, profiles, render;"
        "from ladder import bundled; ladder = bundled('product-management');"
        "dots = heat_map(ladder), profiles(gap(ladder, 'analyst', 'spm'));"
        "sys.stdout.buffer.write(b''.join(render(dot, 'svg') for dot in dots))"
    )
    one, other = drawn_twice(code)
    assert one == other
