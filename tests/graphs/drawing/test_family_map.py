"""Large ladders: the map of their families, and a family opened."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.ladder_strategies import ladders
from support.pictures import (
    HOSTILE,
    Picture,
    drawn,
    drawn_twice,
    lines_of,
    overflowing,
    overlapping,
    passed,
)

from graphs import Selection, diagram, render
from graphs.drawing.dot.theme import LIGHT, THEMES
from graphs.drawing.groups import Groups
from graphs.drawing.pictures.family_map import family_map
from graphs.drawing.view import FEW
from ladder import FrozenDict, Ladder, Role, Track, Transition, bundled

GOVERNMENT = bundled("uk-digital-and-data")
FAMILIES = list(dict.fromkeys(track.family for track in GOVERNMENT.tracks.values()))
TITLE = "{http://www.w3.org/2000/svg}title"


def family_of(role):
    return GOVERNMENT.tracks[GOVERNMENT.roles[role].track].family


def counts(picture):
    """What stands in the squares, by the ids of their row and column."""
    found = {}
    for key in picture.named("moves-"):
        assert key not in found
        row, column = map(int, key.split("-"))
        found[row, column] = int("".join(picture.texts(f"moves-{key}")))
    return found


def smallest(picture):
    """Size in points of the smallest letters where the picture is 1280 pixels wide."""
    width = float(picture.root.get("viewBox").split()[2])
    sizes = [float(text.get("font-size")) for text in picture.root.iter() if text.get("font-size")]
    return min(sizes) * 1280 / width * 72 / 96


def test_the_map_counts_every_move_between_families_once():
    """Family by family, both ways, those inside as well."""
    picture = drawn(GOVERNMENT)

    moves = Counter(
        (family_of(source), family_of(item.to_role))
        for source, item in lines_of(GOVERNMENT).values()
        if source is not None
    )
    wanted = {
        (FAMILIES.index(one), FAMILIES.index(two)): number for (one, two), number in moves.items()
    }
    assert counts(picture) == wanted
    assert picture.named("transition-") == []


def test_the_map_shows_every_track_with_its_roles():
    """Each once, with how many roles it has; hovering tells their names."""
    picture = drawn(GOVERNMENT)

    assert sorted(picture.named("track-")) == sorted(GOVERNMENT.tracks)
    for track in GOVERNMENT.tracks.values():
        roles = [role.name for role in GOVERNMENT.roles.values() if role.track == track.id]
        text = "".join(picture.texts(f"track-{track.id}"))
        assert text.endswith(f"· {len(roles)}")
        told = picture.groups[f"track-{track.id}"].find(TITLE).text
        assert all(role in told for role in roles)
    led = [source for source, _ in lines_of(GOVERNMENT).values()]
    said = f"{len(led) - led.count(None):,} moves, {led.count(None)} more open to all"
    assert f"7 families, 48 tracks, 201 roles, {said}" in picture.texts("heading")
    names = [" ".join(picture.texts(f"group-{n}")[:-1]) for n in range(len(FAMILIES))]
    assert names == FAMILIES


def test_the_map_can_be_read_on_a_screen():
    """At 1280 pixels across, no letter is below 8 points, and nothing overlaps."""
    picture = drawn(GOVERNMENT)

    assert smallest(picture) >= 8
    assert overlapping(picture) == []
    assert overflowing(picture) == []


@pytest.mark.parametrize("way", ["right", "down"])
@pytest.mark.parametrize("family", FAMILIES)
def test_an_open_family_shows_its_roles_and_counts_what_it_does_not_draw(family, way):
    """Every move that leaves one of its roles is a line, or in one square."""
    picture = drawn(GOVERNMENT, selection=Selection(family=family), direction=way)

    roles = {id_ for id_ in GOVERNMENT.roles if family_of(id_) == family}
    assert sorted(picture.named("role-")) == sorted(roles)
    moves = lines_of(GOVERNMENT)
    leaving = {name for name, (source, _) in moves.items() if source in roles}
    lines = picture.named("transition-")
    assert len(set(lines)) == len(lines)
    open_ = {name for name, (source, one) in moves.items() if not source and one.to_role in roles}
    inside = {name for name in leaving if moves[name][1].to_role in roles}
    side = {name for name in inside if moves[name][1].kind == "lateral"}
    assert set(lines) == open_ | (inside if len(side) <= FEW else inside - side)
    tracks = [id_ for id_, track in GOVERNMENT.tracks.items() if track.family == family]
    counted = Counter()
    for name in leaving - set(lines):
        source, item = moves[name]
        row = tracks.index(GOVERNMENT.roles[source].track)
        inside = item.to_role in roles
        target = GOVERNMENT.roles[item.to_role].track if inside else family_of(item.to_role)
        counted[row, GOVERNMENT.tracks[target].name if inside else target] += 1
    columns = {
        number: picture.groups[f"column-{number}"].find(TITLE).text
        for number in map(int, picture.named("column-"))
    }
    found = {(row, columns[column]): number for (row, column), number in counts(picture).items()}
    assert found == counted


@pytest.mark.parametrize("gates", ["off", "chip", "table"])
@pytest.mark.parametrize("way", ["right", "down"])
@pytest.mark.parametrize("family", FAMILIES)
def test_an_open_family_is_drawn_clearly(family, way, gates):
    """Nothing overlaps, no text is cut, and no line runs under a box."""
    picture = drawn(GOVERNMENT, selection=Selection(family=family), direction=way, gates=gates)

    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())
    assert not any(passed(picture, "moves-").values())
    gates_passed = passed(picture, "gate-")
    assert all(len(names) <= 1 for names in gates_passed.values())


@pytest.mark.parametrize("family", FAMILIES)
def test_an_open_family_can_be_read_on_a_screen(family):
    """At 1280 pixels across, no letter is below 8 points; only twelve tracks take more room."""
    picture = drawn(GOVERNMENT, selection=Selection(family=family))

    tracks = [track for track in GOVERNMENT.tracks.values() if track.family == family]
    assert smallest(picture) >= (8 if len(tracks) < 10 else 6)


def test_few_side_moves_are_drawn_and_not_counted():
    """Of a small family each move is a line, those that lead out of it in a square."""
    roles = {name: Role(name, name, track=name) for name in "abc"}
    tracks = {name: Track(name, name, family="One" if name < "c" else "Two") for name in "abc"}
    moves = (Transition("a", "b", 1), Transition("b", "a", 1), Transition("b", "c", 2))
    ladder = Ladder("Small", roles=roles, tracks=tracks, transitions=moves)

    picture = drawn(ladder, selection=Selection(family="One"))

    assert sorted(picture.named("transition-")) == ["0", "1"]
    assert picture.groups["moves-1-0"].find(TITLE).text == "b → Two: 1 move (1 lateral)"


def test_a_large_ladder_without_families_is_a_map_of_its_tracks():
    """And each role stands in it, those of no track at the end; many columns bear numbers."""
    tracks = {f"t{n}": Track(f"t{n}", f"Track {n}") for n in range(12)}
    roles = {f"r{n}": Role(f"r{n}", f"Role {n}", track=f"t{n % 12}") for n in range(72)}
    roles["free"] = Role("free", "Free")
    moves = tuple(Transition(f"r{n}", f"r{(n * 5 + 1) % 72}", 1) for n in range(72))
    ladder = Ladder("Large", tracks=tracks, roles=roles, transitions=moves)

    picture = drawn(ladder)

    assert sorted(picture.named("role-")) == sorted(roles)
    assert sum(counts(picture).values()) == len(moves)
    assert [picture.texts(f"column-{n}") for n in range(13)] == [[str(n + 1)] for n in range(13)]
    assert picture.texts("group-12")[0] == "13 Others"
    assert overlapping(picture) == []


def test_a_large_ladder_of_one_group_is_drawn_role_by_role():
    """A map with one place on it would say nothing."""
    roles = {f"r{n}": Role(f"r{n}", f"Role {n}") for n in range(61)}
    picture = drawn(Ladder("Large", roles=roles))
    assert len(picture.named("role-")) == 61
    assert picture.named("group-") == []


def test_a_small_ladder_is_no_map():
    """Sixty roles are drawn one by one, whatever families they have."""
    tracks = {n: Track(n, n, family=n) for n in "ab"}
    roles = {f"r{n}": Role(f"r{n}", f"Role {n}", track="ab"[n % 2]) for n in range(60)}
    assert len(drawn(Ladder("Just", tracks=tracks, roles=roles)).named("role-")) == 60


@settings(max_examples=100)
@given(ladders(), st.sampled_from(list(THEMES.values())))
def test_the_map_of_any_ladder_is_sound(ladder, theme):
    """Odd names, roles of no track, tracks of no family: all are there once, and clear."""
    picture = Picture(render(family_map(ladder, Groups.of(ladder), theme), "svg"))

    families = any(track.family for track in ladder.tracks.values())
    used = {role.track for role in ladder.roles.values()}
    if families:
        assert sorted(picture.named("track-")) == sorted(used - {None})
        assert (None in used) == ("trackless" in picture.ids)
    else:
        assert sorted(picture.named("role-")) == sorted(ladder.roles)
    led = [source for source, _ in lines_of(ladder).values()]
    assert sum(counts(picture).values()) == len(led) - led.count(None)
    assert (f"{led.count(None)} more open to all" in str(picture.texts("heading"))) == (None in led)
    assert overlapping(picture) == []
    assert overflowing(picture) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_families_appear_literally(name):
    """A family's name is neither markup nor an escape, in the map and in its own picture."""
    tracks = {n: Track(n, name, name, family=f"{name} {n}") for n in "ab"}
    roles = {n: Role(n, name, track=n) for n in "ab"}
    ladder = Ladder(name, tracks=tracks, roles=roles, transitions=(Transition("a", "b", 1, name),))
    opened = drawn(ladder, selection=Selection(family=f"{name} a"))
    mapped = Picture(render(family_map(ladder, Groups.of(ladder), LIGHT), "svg"))

    shown = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    for picture, id_ in ((opened, "column-0"), (mapped, "group-0")):
        tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
        assert tags <= {
            "svg",
            "g",
            "title",
            "desc",
            "text",
            "path",
            "polygon",
            "polyline",
            "ellipse",
        }
        assert shown in re.sub(r"\s", "", "".join(picture.texts(id_)))


def test_maps_are_the_same_under_any_hash_seed_and_order_of_roles():
    """Two runs that hash differently write the same bytes, and so do roles in another order."""
    code = (
        "import sys; from graphs import diagram, render, Selection; from ladder import bundled;"
        "ladder = bundled('uk-digital-and-data');"
        "dots = [diagram(ladder), diagram(ladder, selection=Selection(family='Data'))];"
        "sys.stdout.buffer.write(b''.join(dot.encode() + render(dot, 'svg') for dot in dots))"
    )
    one, two = drawn_twice(code)
    assert one == two
    turned = replace(GOVERNMENT, roles=FrozenDict(reversed(GOVERNMENT.roles.items())))
    for chosen in (Selection(), Selection(family="IT operations")):
        assert diagram(turned, selection=chosen) == diagram(GOVERNMENT, selection=chosen)
