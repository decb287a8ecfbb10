"""Pictures can be read where they are shown: letters have 11 pixels there, or it is said."""

from functools import cache
from xml.etree import ElementTree

import pyarrow.csv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.gallery import PAGE as GALLERY
from support.ladder_strategies import ladders
from support.organisations import organisation
from support.pictures import SVG, Picture, overflowing, overlapping, passed

from graphs import (
    NothingSelected,
    Selection,
    alternatives,
    analyze,
    diagram,
    gap,
    growth_path,
    heat_map,
    held_skills,
    into,
    people,
    profiles,
    reach,
    render,
    staff_map,
    succession,
    succession_bars,
    timeline,
)
from graphs.drawing.dot.legible import EASY, LEAST, PAGE, SLIDE, seen
from graphs.drawing.layout.parts import breaks_into, broken
from ladder import Ladder, bundled
from ladder.spreadsheet.importer import import_matrix

WIDTHS = (PAGE, SLIDE)
PRODUCT = [
    bundled(name)
    for name in (
        "product-management",
        "product-management-start-up",
        "product-management-large-company",
    )
]
GOVERNMENT = bundled("uk-digital-and-data")
SIGNS = "○ \xa0"  # no letters: the sign for entries in the legend, and spaces


def smallest(picture: Picture, width: int) -> float:
    """Pixels of the smallest letters in a picture that is shown so wide."""
    across = float(picture.root.get("viewBox").split()[2])
    own = float(picture.root.get("width").removesuffix("pt"))
    assert own <= width * 0.75 + 0.01  # it asks for no more pixels than there are
    texts = picture.root.iter(f"{SVG}text")
    sizes = [float(text.get("font-size")) for text in texts if (text.text or "").strip(SIGNS)]
    assert "scale(1 1)" in picture.root.find(f"{SVG}g").get("transform")
    return min(sizes) * own / across * 4 / 3


def judged(dot: str, width: int) -> Picture:
    """A picture of which what is said of its letters is true."""
    picture = Picture(render(dot, "svg"))
    letters, told = smallest(picture, width), seen(dot)
    assert told.easy == (letters >= EASY - 0.01)
    assert letters == pytest.approx(told.letters, rel=0.01)
    return picture


@cache
def path_of(ladder: Ladder):
    return growth_path(ladder, "analyst", "spm")


@cache
def reach_of(ladder: Ladder):
    return reach(ladder, "analyst")


@cache
def ways_of(ladder: Ladder):
    return alternatives(ladder, "analyst", "spm", count=3).found


@cache
def walls_of(ladder: Ladder):
    return analyze(ladder, to=["spm"])


@cache
def staff():
    return pyarrow.csv.read_csv(GALLERY.parent / "staff.csv")


KINDS = {
    "whole": diagram,
    "path": lambda ladder, **how: diagram(ladder, path=path_of(ladder), **how),
    "ways": lambda ladder, **how: diagram(ladder, path=ways_of(ladder), **how),
    "reach": lambda ladder, **how: diagram(ladder, survey=reach_of(ladder), **how),
    "into": lambda ladder, **how: diagram(ladder, survey=into(ladder, "spm"), **how),
    "walls": lambda ladder, **how: diagram(ladder, analysis=walls_of(ladder), **how),
    "plan": lambda ladder, **how: timeline(path_of(ladder), **how),
    "skills": heat_map,
    "gap": lambda ladder, **how: profiles(gap(ladder, "analyst", "spm"), **how),
    "held": lambda ladder, **how: staff_map(held_skills(ladder, staff(), by="team"), **how),
    "bars": lambda ladder, **how: succession_bars(
        succession(people(ladder, staff(), to="spm"), by="team"),
        "senior-product-manager",
        ladder,
        **how,
    ),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ladder", PRODUCT, ids=lambda ladder: ladder.name)
def test_what_is_drawn_by_default_can_be_read(ladder, kind, width):
    """Every kind of picture of the bundled ladders, on a slide and in a Markdown file."""
    picture = judged(dot := KINDS[kind](ladder, width=width), width)
    assert seen(dot).easy
    assert overlapping(picture) == []
    assert overflowing(picture) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("gates", ["off", "chip", "table"])
@pytest.mark.parametrize("direction", ["right", "down"])
def test_any_form_that_is_asked_for_can_be_read(gates, direction, width):
    """A picture that may not choose its form is broken into as many parts as it takes."""
    dot = diagram(
        PRODUCT[0], path=path_of(PRODUCT[0]), gates=gates, direction=direction, width=width
    )
    picture = judged(dot, width)
    assert seen(dot).easy
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())
    assert all(len(names) <= 1 for names in passed(picture, "gate-").values())


@pytest.mark.parametrize("width", WIDTHS)
def test_a_large_ladder_is_a_map_that_can_be_read(width):
    """Its families, what each of them has in it, and a way through it."""
    path = growth_path(GOVERNMENT, "business-analyst", "product-manager")
    families = dict.fromkeys(track.family for track in GOVERNMENT.tracks.values())
    dots = [diagram(GOVERNMENT, width=width), diagram(GOVERNMENT, path=path, width=width)]
    dots += [diagram(GOVERNMENT, selection=Selection(family=one), width=width) for one in families]
    dots += [heat_map(GOVERNMENT, width=width), timeline(path, width=width)]
    for dot in dots:
        picture = judged(dot, width)
        assert seen(dot).easy
        assert overlapping(picture) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_part_of_a_ladder_can_be_read(width):
    """Each track of it, and what is around each role."""
    for ladder in PRODUCT:
        chosen = [Selection(tracks=(track,)) for track in ladder.tracks]
        chosen += [Selection(around=role) for role in list(ladder.roles)[::3]]
        for selection in chosen:
            assert seen(diagram(ladder, selection=selection, width=width)).easy


def test_a_framework_from_a_workbook_can_be_read(tmp_path):
    """A matrix of six roles in two tracks, and twelve skills with long names."""
    skills = ["Stakeholder management across departments", "Data", "Discovery", "Roadmapping"]
    skills += [f"{name} for customers" for name in skills] + [f"Advanced {name}" for name in skills]
    roles = ["Associate Product Manager", "Product Manager", "Senior Product Manager"]
    roles += ["Associate Product Designer", "Product Designer", "Principal Product Designer"]
    rows = [["Skill", *roles]]
    rows += [
        [skill, *(str(1 + (place + number) % 4) for place in range(len(roles)))]
        for number, skill in enumerate(skills)
    ]
    text = "\n".join(",".join(row) for row in rows)
    (tmp_path / "skills.csv").write_text(text, encoding="utf-8")
    ladder = import_matrix(tmp_path / "skills.csv").ladder
    for width in WIDTHS:
        for dot in (diagram(ladder, width=width), heat_map(ladder, width=width)):
            assert overlapping(judged(dot, width)) == []
            assert seen(dot).easy


@settings(max_examples=15)
@given(st.data())
def test_any_ladder_can_be_read_or_it_is_said(data):
    """Random ladders, at any width: what is said of letters is true, and nothing lies on a box."""
    ladder = data.draw(ladders())
    width = data.draw(st.integers(LEAST, SLIDE))
    try:
        dot = diagram(ladder, width=width)
    except NothingSelected:
        return
    picture = judged(dot, width)
    assert overlapping(picture) == []
    assert not any(passed(picture, "role-").values())


@pytest.mark.parametrize("roles", [20, 60])
def test_an_organisation_can_be_read_or_it_is_said(roles):
    """Tracks of seats like those of a company, too many for a narrow picture or not."""
    ladder = organisation(roles, roles)
    for width in WIDTHS:
        picture = judged(diagram(ladder, width=width), width)
        assert overlapping(picture) == []


def test_parts_lie_below_one_another():
    """A lane that is too long goes on below, under its name again, with all roles and moves."""
    ladder = PRODUCT[0]
    wide, narrow = (
        Picture(render(diagram(ladder, gates="chip", direction="right", width=width), "svg"))
        for width in (None, PAGE)
    )
    assert sorted(narrow.named("role-")) == sorted(wide.named("role-"))
    assert sorted(narrow.named("transition-")) == sorted(wide.named("transition-"))
    assert "product.2" not in wide.named("lane-")
    assert "product.2" in narrow.named("lane-")
    assert narrow.texts("lane-product") == narrow.texts("lane-product.2")
    boxes = narrow.boxes("role-")
    assert boxes["role-director-of-product"].top > boxes["role-senior-product-manager"].bottom
    assert boxes["role-director-of-product"].right < boxes["role-senior-product-manager"].left


def test_families_of_many_tracks_stand_in_parts():
    """Their tracks stand below one another, each part with its own squares."""
    selection = Selection(family="IT operations")
    narrow = Picture(render(diagram(GOVERNMENT, selection=selection, width=PAGE), "svg"))
    names = narrow.letters("lane-")
    assert len({round(place.top) for place in names.values()}) > 1
    assert len(names) == sum(t.family == "IT operations" for t in GOVERNMENT.tracks.values())
    assert overlapping(narrow) == []


def test_what_cannot_be_read_is_measured():
    """A picture with more columns than parts can make narrow says how small its letters are."""
    ladder = organisation(60, 1)
    kinds = tuple({item.kind for item in ladder.transitions})
    dot = diagram(ladder, selection=Selection(kinds=kinds), gates="table", width=LEAST)
    judged(dot, LEAST)
    found = seen(dot)
    again = diagram(ladder, selection=Selection(kinds=kinds), gates="table", width=found.enough)
    assert seen(again).easy


def test_a_notebook_shows_what_can_be_read_in_a_cell():
    """Where a value shows itself, it is laid out for a cell."""
    for value in (PRODUCT[0], path_of(PRODUCT[0]), reach_of(PRODUCT[0])):
        root = ElementTree.fromstring(value._repr_svg_())
        assert float(root.get("width").removesuffix("pt")) <= PAGE * 0.75
        assert float(root.get("viewBox").split()[2]) <= PAGE


def test_a_picture_for_no_width_tells_nothing_of_it():
    """Nor does other DOT, whatever stands in its texts."""
    assert seen(diagram(PRODUCT[0], width=None)) is None
    assert seen('digraph { a [label="graph [shown=1 across=2]"] }') is None


@given(st.lists(st.floats(1, 100), min_size=2, max_size=9), st.data())
def test_breaks_make_the_narrowest_parts(sizes, data):
    """No other breaks into as many parts are narrower."""
    parts = data.draw(st.integers(2, len(sizes)))
    breaks = breaks_into(parts, sizes)
    assert len(breaks) == parts - 1
    others = st.lists(
        st.integers(1, len(sizes) - 1), min_size=parts - 1, max_size=parts - 1, unique=True
    )
    other = tuple(sorted(data.draw(others)))
    assert broken(sizes, breaks) <= broken(sizes, other) + 1e-9
