"""A ladder shaded by time: what stands in the boxes, how they look, and that all can be read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from support.colours import contrast, luminance
from support.ladder_strategies import ladders
from support.pictures import (
    HOSTILE,
    SVG,
    Picture,
    drawn_twice,
    lines_of,
    overflowing,
    overlapping,
    passed,
)

from graphs import Into, Reach, Undecided, Way, diagram, into, reach, render
from graphs.drawing.dot.style import Style
from graphs.drawing.dot.theme import LIGHT
from graphs.drawing.shading import STEPS, Scale
from ladder import FrozenDict, Ladder, Role, Skill, Track, Transition, bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")
FROM_ANALYST = reach(PRODUCT, "analyst")
INTO_CPO = into(PRODUCT, "CPO")
LOOK = Style(LIGHT)
SHADES, PAPER = LIGHT.shades, LIGHT.paper


def shaded(survey: Reach | Into) -> Picture:
    return Picture(render(diagram(survey.ladder, survey=survey), "svg"))


def fill(picture: Picture, role: str) -> str:
    return picture.groups[f"role-{role}"].find(f"{SVG}path").get("fill")


def survey_of(ladder: Ladder, source: str, *ways: Way, **rest) -> Reach:
    """A survey that need not be true."""
    known = {way.role for way in ways} | {one.role for one in rest.get("undecided", ())}
    return Reach(
        **{
            "ladder": ladder,
            "source": source,
            "ways": (Way(source, 0, 0, 0), *ways),
            "unreached": tuple(sorted(ladder.roles.keys() - known - {source})),
            "undecided": (),
        }
        | rest
    )


@pytest.mark.parametrize("survey", [FROM_ANALYST, INTO_CPO], ids=["reach", "into"])
def test_each_box_has_its_months(survey):
    """The months are written in the box, in large figures, and with the moves in its tooltip."""
    picture = shaded(survey)
    for way in survey.ways:
        assert picture.texts(f"role-{way.role}")[0].strip() == str(way.months)
        title = picture.groups[f"role-{way.role}"].find(f"{SVG}title").text
        assert f"{way.moves} move" in title
    for role in survey.unreached:
        assert not any(text.strip().isdecimal() for text in picture.texts(f"role-{role}"))
        path = picture.groups[f"role-{role}"].find(f"{SVG}path")
        assert path.get("stroke-dasharray")
        assert path.get("fill") == PAPER
    assert sorted(picture.named("role-")) == sorted(PRODUCT.roles)
    assert len(picture.named("transition-")) == len(PRODUCT.transitions)


@pytest.mark.parametrize("survey", [FROM_ANALYST, INTO_CPO], ids=["reach", "into"])
def test_the_sooner_the_darker(survey):
    """A role that is reached later is never darker."""
    picture = shaded(survey)
    assert fill(picture, survey.about) == LOOK.asked_about["fillcolor"]
    fills = [fill(picture, way.role) for way in survey.ways if way.role != survey.about]
    brightness = [luminance(colour) for colour in fills]
    assert brightness == sorted(brightness)
    assert len(set(fills)) > 2


def test_shades_keep_their_order_in_grey():
    """Each is visibly brighter than the one before, the role asked about being the darkest."""
    steps = [luminance(colour) for colour in (LOOK.asked_about["fillcolor"], *SHADES)]
    for dark, bright in pairwise(steps):
        assert (bright + 0.05) / (dark + 0.05) >= 1.25
    blues = [(int(colour[1:3], 16), int(colour[5:7], 16)) for colour in SHADES]
    assert all(red < blue for red, blue in blues), "one hue, so that no two colours can be confused"


def test_letters_can_be_read_on_every_shade():
    """At least the contrast that WCAG AA asks of small letters."""
    looks = [LOOK.shade(place) for place in range(len(SHADES))]
    for look in (LOOK.asked_about, LOOK.unknown, *looks):
        assert contrast(look["fillcolor"], look["fontcolor"]) >= 4.5
    assert contrast(PAPER, LOOK.unreached["fontcolor"]) >= 4.5
    assert contrast(LIGHT.hue(0).tint, LOOK.unreached["color"]) >= 3


def test_letters_in_the_drawn_picture_can_be_read():
    """What is drawn keeps the contrast, too, in every box."""
    for survey in (FROM_ANALYST, INTO_CPO):
        picture = shaded(survey)
        for role in PRODUCT.roles:
            ground = fill(picture, role)
            for text in picture.groups[f"role-{role}"].iter(f"{SVG}text"):
                assert contrast(ground, text.get("fill", "#000000")) >= 4.5


@pytest.mark.parametrize("longest", [0, 1, 5, 6, 12, 60, 61, 156, 600, 601, 1200, 9999])
def test_a_scale_reaches_as_far_as_it_must(longest):
    """All months have a shade, in order, and no shade is left over."""
    scale = Scale.up_to(longest)
    assert scale.used <= len(SHADES)
    assert scale.step * scale.used >= longest
    assert scale.step * (scale.used - 1) < max(longest, 1)
    if scale.step in STEPS and scale.step > 1:
        finer = STEPS[STEPS.index(scale.step) - 1]
        assert finer * len(SHADES) < longest
    for place in range(scale.used):
        first, last = scale.step * place + 1, scale.step * (place + 1)
        assert scale.place(first) == scale.place(last) == place
    assert scale.place(0) == 0


def test_the_key_says_what_is_there_and_no_more():
    """As many shades as are used, the role asked about, and dashes only where some are."""
    words = " ".join(shaded(FROM_ANALYST).texts("heading"))
    for text in ("from here", "up to 3 years", "up to 15 years", "out of reach"):
        assert text in words
    assert "From Business Analyst: 10 of 13 other roles" in words
    words = " ".join(shaded(INTO_CPO).texts("heading"))
    assert "no way from there" in words
    assert "Into Chief Product Officer: from 12 of 13 other roles" in words
    words = " ".join(shaded(reach(PRODUCT, "analyst", within=24)).texts("heading"))
    assert "not within that" in words
    assert "within 24 months" in words
    assert "up to 24 months" in words
    assert "up to 30 months" not in words
    all_in_reach = shaded(
        survey_of(
            PRODUCT,
            "graduate",
            *(Way(role, 1, 1, 0) for role in PRODUCT.roles if role != "graduate"),
        )
    )
    assert "out of reach" not in " ".join(all_in_reach.texts("heading"))


def test_what_is_not_proven_is_seen_to_be_so():
    """A range from what is proven to what was found; or at least what is proven."""
    roles = {name: Role(name, name) for name in "abcd"}
    ladder = Ladder("Small", roles=roles, transitions=(Transition("a", "b", 1),))
    undecided = (
        Undecided("b", 4, Way("b", 9, 1, 0)),
        Undecided("c", 7),
        Undecided("d", 8, Way("d", 8, 2, 0)),
    )
    picture = shaded(survey_of(ladder, "a", undecided=undecided))
    assert picture.texts("role-b")[0].strip() == "4–9"
    assert picture.texts("role-c")[0].strip() == "≥ 7"
    assert picture.texts("role-d")[0].strip() == "8"
    assert "From a: at least 2 of 3 other roles" in " ".join(picture.texts("heading"))
    nothing = shaded(survey_of(ladder, "a", undecided=(Undecided("c", 7),)))
    assert "From a: none so far of 3 other roles" in " ".join(nothing.texts("heading"))
    assert fill(picture, "c") == PAPER
    assert picture.groups["role-c"].find(f"{SVG}path").get("stroke-dasharray") is None
    assert "time limit" in " ".join(picture.texts("heading"))
    assert "time limit" not in " ".join(shaded(survey_of(ladder, "a")).texts("heading"))


def test_of_a_large_ladder_only_what_is_in_reach_is_drawn():
    """With --within, a picture of 201 roles is one that can be looked at."""
    survey = reach(GOVERNMENT, "business-analyst", within=24)
    picture = shaded(survey)
    reached = set(GOVERNMENT.roles) - set(survey.unreached)
    assert set(picture.named("role-")) == reached
    inside = [
        name
        for name, (source, item) in lines_of(GOVERNMENT).items()
        if {source or item.to_role, item.to_role} <= reached
    ]
    assert sorted(picture.named("transition-")) == sorted(inside)
    words = " ".join(picture.texts("heading"))
    assert f"{len(reached)} of 201 roles" in words
    assert "not within that" not in words
    assert overlapping(picture) == []
    assert overflowing(picture) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_appear_literally(name):
    """Names are neither markup nor an escape in a shaded box, in the key, or above the picture."""
    roles = {id_: Role(id_, name, track="t") for id_ in "abc"}
    ladder = Ladder(
        name,
        skills={"s": Skill("s", name)},
        tracks={"t": Track("t", name)},
        roles=FrozenDict(roles),
        transitions=(Transition("a", "b", 1, name),),
    )
    picture = shaded(survey_of(ladder, "a", Way("b", 1, 1, 0)))
    expected = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    for role in "abc":
        texts = "".join(picture.texts(f"role-{role}")).replace("\xa0", "")
        assert expected.replace("-", "") in "".join(texts.split()).replace("-", "")
    tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}


@settings(max_examples=100)
@given(ladders())
def test_any_ladder_can_be_shaded(ladder):
    """Whatever its names and its shape, nothing overlaps, and every role is there."""
    source = min(ladder.roles)
    for survey in (reach(ladder, source), into(ladder, source)):
        picture = shaded(survey)
        assert sorted(picture.named("role-")) == sorted(ladder.roles)
        assert overlapping(picture) == []
        assert overflowing(picture) == []
        assert not any(passed(picture, "role-").values())


def test_boxes_of_the_key_stand_beside_their_words():
    """The boxes of the key do not overlap, and each has the fill of its shade."""
    picture = shaded(FROM_ANALYST)
    heading = picture.groups["heading"]
    boxes = [one for one in heading.iter(f"{SVG}polygon") if one.get("fill") in SHADES]
    assert [one.get("fill") for one in boxes] == list(SHADES)
    spans = []
    for box in boxes:
        across = [float(pair.split(",")[0]) for pair in box.get("points").split()]
        spans.append((min(across), max(across)))
    assert all(one[1] < two[0] or two[1] < one[0] for one, two in combinations(spans, 2))


def test_the_same_survey_is_the_same_bytes():
    """Two runs of Python that hash differently draw the same."""
    code = (
        "import sys; from graphs import diagram, reach, render; from ladder import bundled;"
        "survey = reach(bundled('product-management'), 'analyst');"
        "dot = diagram(survey.ladder, survey=survey);"
        "sys.stdout.buffer.write(dot.encode() + render(dot, 'svg'))"
    )
    runs = drawn_twice(code)
    dot = diagram(PRODUCT, survey=FROM_ANALYST)
    assert runs[0] == runs[1] == dot.encode() + render(dot, "svg")
