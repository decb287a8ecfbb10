"""Gates as somebody finds them: which are open today, which are not, and what is lacking."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import looks
from support.colours import contrast
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

from graphs import Reach, diagram, into, reach, render
from graphs.drawing.dot.theme import THEMES
from graphs.drawing.standing import CLOSED, OPEN, WRITTEN
from ladder import FrozenDict, Ladder, Person, Role, Skill, Track, Transition, bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")
MANAGER = reach(PRODUCT, "pm", person=Person(skills=FrozenDict(roadmapping=2, mentoring=1)))
ANALYST = reach(GOVERNMENT, "business-analyst", within=24)
each = pytest.mark.parametrize("survey", [MANAGER, ANALYST], ids=["manager", "government"])


def shown(survey: Reach, **rest) -> Picture:
    return Picture(render(diagram(survey.ladder, survey=survey, **rest), "svg"))


def texts_of(picture: Picture, gate: int) -> list[str]:
    return [text.strip() for text in picture.texts(f"gate-{gate}")]


def words_of(picture: Picture, gate: int) -> str:
    """What is written on a gate, but for the levels, which stand beside names of several lines."""
    words = [text for text in texts_of(picture, gate) if not text.isdecimal()]
    return " ".join(words).replace("\xa0", " ")


def dashes(picture: Picture, id_: str) -> str | None:
    shape = picture.groups[id_].find(f"{SVG}path")
    return (shape if shape is not None else picture.groups[id_].find(f"{SVG}polygon")).get(
        "stroke-dasharray"
    )


def theirs(survey: Reach, place: int) -> bool:
    """Whether it is no move that is open to all but to those of this track."""
    item = survey.ladder.transitions[place]
    return not item.from_any or survey.source in survey.ladder.sources(item)


@each
def test_gates_are_open_where_all_is_held(survey):
    """By mark, word, shape and dashes; a gate that is closed says how many skills are lacking."""
    picture = shown(survey)
    held = survey.skills
    for place in filter(lambda one: theirs(survey, one), map(int, picture.named("gate-"))):
        item = survey.ladder.transitions[place]
        short = {k: v for k, v in item.requires.items() if v > held.get(k, 0)}
        texts = texts_of(picture, place)
        assert (texts[0] == "open to all") == item.from_any
        texts = texts[item.from_any :]
        assert (f"{item.months} mo" in texts) == bool(item.months)
        group = picture.groups[f"gate-{place}"]
        if short:
            assert texts[0] == f"{CLOSED} lacks {len(short)} of {len(item.requires)}"
            assert dashes(picture, f"gate-{place}")
            assert group.find(f"{SVG}polygon") is not None, "sharp corners"
        else:
            assert texts[0] == f"{OPEN} open"
            assert dashes(picture, f"gate-{place}") is None
            assert group.find(f"{SVG}path") is not None, "round corners"


@each
def test_what_the_moves_out_of_ones_role_lack_is_written_out(survey):
    """Each skill with the level asked, at these gates and at no others."""
    picture = shown(survey)
    ladder, held = survey.ladder, survey.skills
    for place in map(int, picture.named("gate-")):
        item = ladder.transitions[place]
        short = {k: v for k, v in item.requires.items() if v > held.get(k, 0)}
        written = words_of(picture, place)
        for skill in item.requires:
            name = ladder.skills[skill].name
            own = survey.source in item.from_roles
            assert (name in written) == (own and skill in short)
        if survey.source in item.from_roles:
            numbers = [text for text in texts_of(picture, place) if text.isdecimal()]
            assert sorted(numbers) == sorted(str(level) for level in short.values())


@each
def test_every_move_says_in_words_what_it_lacks(survey):
    """In its tooltip, with the level asked and the one held."""
    picture = shown(survey)
    ladder = survey.ladder
    for place in map(int, picture.named("transition-")):
        told = picture.groups[f"transition-{place}"].find(f"{SVG}title").text
        short = survey.lacks(place)
        if not theirs(survey, place):
            assert "not from a role of the same track" in told
            continue
        assert ("open today" in told) == (not short)
        assert ("closed today:" in told) == bool(short)
        for skill, level in short.items():
            had = ladder.level_name(survey.skills.get(skill, 0))
            name = ladder.skills[skill].name
            assert f"lacks {name} at {ladder.level_name(level)}, held at {had}" in told


@each
def test_the_key_counts_the_moves(survey):
    """As many open and closed ones as are drawn."""
    picture = shown(survey)
    places = map(int, picture.named("transition-"))
    drawn = [place for place in places if theirs(survey, place)]
    closed = sum(bool(survey.lacks(place)) for place in drawn)
    words = " ".join(picture.texts("heading"))
    for mark, word, number in ((OPEN, "open", len(drawn) - closed), (CLOSED, "closed", closed)):
        assert (f"{mark} {word} today ({number} moves)" in words) == bool(number)
    own = [place for place in drawn if survey.source in survey.ladder.transitions[place].from_roles]
    name = survey.ladder.roles[survey.source].name
    assert (f"Out of {name}: which ones" in words) == any(map(survey.lacks, own))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_gates_and_lines_have_the_colours_of_the_theme(theme):
    """Frames and letters of open and closed gates, and the lines out of one's own role."""
    picture = shown(MANAGER, theme=theme)
    for place in map(int, picture.named("gate-")):
        colour = theme.closed if MANAGER.lacks(place) else theme.open
        texts = picture.groups[f"gate-{place}"].iter(f"{SVG}text")
        assert {text.get("fill", "black").replace("black", "#000000") for text in texts} == {colour}
        assert contrast(colour, theme.paper) >= 4.5
    for place in map(int, picture.named("transition-")):
        line = picture.groups[f"transition-{place}"].find(f"{SVG}path")
        own = MANAGER.source in PRODUCT.transitions[place].from_roles
        if own:
            assert float(line.get("stroke-width")) == 2.2
            colour = theme.closed if MANAGER.lacks(place) else theme.open
            assert line.get("stroke").replace("black", "#000000") == colour


def test_a_way_into_a_role_has_no_person():
    """Where the question is from where one gets in, gates are shown as ever."""
    survey = into(PRODUCT, "spm")
    picture = Picture(render(diagram(PRODUCT, survey=survey), "svg"))
    every = [text.text or "" for text in picture.root.iter(f"{SVG}text")]
    assert not any(OPEN in text or CLOSED in text for text in every)
    assert any("skills" in text for text in every)


def test_of_many_moves_what_they_lack_is_counted():
    """Where more moves lead out of one's role than can be read, it is in the tooltips alone."""
    ids = [f"r{number}" for number in range(WRITTEN + 2)]
    moves = [Transition("r0", id_, 1, "lateral", FrozenDict(s=1)) for id_ in ids[1:]]
    for count, written in ((WRITTEN, True), (WRITTEN + 1, False)):
        ladder = Ladder(
            "Wide",
            levels=("low",),
            skills=FrozenDict(s=Skill("s", "Sailing")),
            roles=FrozenDict({id_: Role(id_, id_) for id_ in ids}),
            transitions=tuple(moves[:count]),
        )
        picture = shown(reach(ladder, "r0"))
        assert ("Sailing" in texts_of(picture, 0)) == written
        assert ("Out of r0" in " ".join(picture.texts("heading"))) == written
        title = picture.groups["transition-0"].find(f"{SVG}title").text
        assert "lacks Sailing at low, held at none" in title


def test_moves_share_a_gate_only_where_they_lack_the_same():
    """One box never speaks for a move that is open and for one that is not, nor for one's own."""
    ladder = Ladder(
        "Small",
        levels=("low", "high"),
        skills=FrozenDict(s=Skill("s", "Sailing"), t=Skill("t", "Tying knots")),
        roles=FrozenDict({id_: Role(id_, id_) for id_ in "abcdet"}),
        transitions=(
            Transition("b", "t", 3, "lateral", FrozenDict(s=1)),
            Transition("c", "t", 3, "lateral", FrozenDict(t=1)),
            Transition("a", "t", 3, "lateral", FrozenDict(t=1)),
            Transition("d", "t", 3, "lateral", FrozenDict(t=2)),
            Transition("a", "t", 3, "lateral", FrozenDict(t=2)),
        ),
    )
    picture = shown(reach(ladder, "a", person=Person(skills=FrozenDict(s=1))))
    assert sorted(picture.named("gate-")) == ["0", "1", "2", "4"]
    assert texts_of(picture, 0)[0] == f"{OPEN} open"
    assert texts_of(picture, 1) == [f"{CLOSED} lacks 1 of 1", "3 mo"]
    assert texts_of(picture, 2) == [f"{CLOSED} lacks 1 of 1", "3 mo", "Tying knots", "1"]
    assert texts_of(picture, 4) == [f"{CLOSED} lacks 1 of 1", "3 mo", "Tying knots", "2"]


def test_gates_can_be_left_out():
    """Without gates the roles are shaded, and the key speaks of none."""
    picture = shown(MANAGER, gates="off")
    assert picture.named("gate-") == []
    assert OPEN not in " ".join(picture.texts("heading"))
    strokes = [line.get("stroke") for line in picture.root.iter(f"{SVG}path")]
    assert not {THEMES["light"].open, THEMES["light"].closed} & set(strokes)


def test_months_are_served_apart():
    """A gate is open whose skills are held, however long one still has to serve."""
    roles = FrozenDict({id_: Role(id_, id_) for id_ in "ab"})
    ladder = Ladder("Small", roles=roles, transitions=(Transition("a", "b", 6),))
    picture = shown(reach(ladder, "a", person=Person(months_in_role=0)))
    assert texts_of(picture, 0) == [f"{OPEN} open", "6 mo"]
    title = picture.groups["transition-0"].find(f"{SVG}title").text
    assert "open today, but for the months" in title
    assert picture.texts("role-b")[0].strip() == "6"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_appear_literally(name):
    """Names of skills and levels are neither markup nor an escape, at gates and in tooltips."""
    ladder = Ladder(
        name,
        levels=(name,),
        skills=FrozenDict(s=Skill("s", name)),
        tracks=FrozenDict(t=Track("t", name)),
        roles=FrozenDict({id_: Role(id_, name, track="t") for id_ in "ab"}),
        transitions=(Transition("a", "b", 1, name, FrozenDict(s=1)),),
    )
    picture = shown(reach(ladder, "a"))
    expected = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    letters = "".join(words_of(picture, 0).split())
    assert expected.replace("-", "") in letters.replace("-", "")
    title = picture.groups["transition-0"].find(f"{SVG}title").text
    assert f"lacks{expected}at{expected}" in "".join(title.split())
    tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}


@settings(max_examples=100)
@given(ladders(), st.data())
def test_open_gates_are_those_that_can_be_passed_today(ladder, data):
    """Who has long been in a role moves at once wherever it says so, and only there."""
    source = data.draw(st.sampled_from(sorted(ladder.roles)))
    survey = reach(ladder, source)
    today = {way.role: way.moves for way in survey.ways if way.months == 0}
    doors = {
        item.to_role
        for place, left, item in ladder.moves()
        if left == source and not survey.lacks(place)
    }
    assert doors <= today.keys()
    assert {role for role, moves in today.items() if moves == 1} <= doors


@settings(max_examples=60)
@given(ladders(), st.data())
def test_any_standing_makes_a_sound_picture(ladder, data):
    """Whatever is held, nothing overlaps, and every role and move is there."""
    source = data.draw(st.sampled_from(sorted(ladder.roles)))
    levels = st.integers(0, len(ladder.levels))
    held = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(ladder.skills, levels)))
    survey = reach(ladder, source, person=Person(skills=FrozenDict(held)), time_limit=looks(10_000))
    picture = shown(survey)
    assert sorted(picture.named("role-")) == sorted(ladder.roles)
    assert sorted(picture.named("transition-")) == sorted(lines_of(ladder))
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())


def test_the_same_standing_is_the_same_bytes():
    """Two runs of Python that hash differently draw the same."""
    code = (
        "import sys; from graphs import diagram, reach, render; from ladder import bundled, Person;"
        "person = Person(skills={'roadmapping': 2, 'mentoring': 1});"
        "survey = reach(bundled('product-management'), 'pm', person=person);"
        "dot = diagram(survey.ladder, survey=survey);"
        "sys.stdout.buffer.write(dot.encode() + render(dot, 'svg'))"
    )
    runs = drawn_twice(code)
    dot = diagram(PRODUCT, survey=MANAGER)
    assert runs[0] == runs[1] == dot.encode() + render(dot, "svg")
