"""A plan over time: what lies where, and that all can be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from support.colours import contrast
from support.graph_strategies import GOAL, START, questions
from support.pictures import HOSTILE, SVG, Picture, Rectangle, drawn_twice, frame_of
from support.replay import follow

from graphs import GrowthPath, NoGrowthPath, growth_path, render, timeline
from graphs.drawing.dot.theme import LIGHT, THEMES
from graphs.plans.month import Month
from ladder import FrozenDict, Person, bundled

PRODUCT = bundled("product-management")
TO_SENIOR = growth_path(PRODUCT, "business-analyst", "senior-product-manager")
LETTERS = 8  # points that letters have at least, where the picture is shown 1280 pixels wide


def drawn(path: GrowthPath, **wishes) -> Picture:
    return Picture(render(timeline(path, **wishes), "svg"))


def month_at(picture: Picture, path: GrowthPath, x: float) -> float:
    """The month that a place stands for, by the first job's and the last gate's places."""
    boxes = picture.boxes("job-", "gate-")
    left = boxes["job-0-0"].left
    last = boxes[f"gate-{len(path.stays) - 2}"]
    return (x - left) * path.months / ((last.left + last.right) / 2 - left)


def bars(picture: Picture, prefix: str) -> list[tuple[str, Rectangle]]:
    return [(name, box) for name, box in picture.boxes(prefix).items()]


def test_jobs_and_learning_lie_in_their_months():
    """Each bar begins and ends where its months do."""
    picture = drawn(TO_SENIOR)
    boxes = picture.boxes("job-", "learning-")
    for place, stay in enumerate(TO_SENIOR.stays[:-1]):
        box = boxes[f"job-{place}-0"]
        assert month_at(picture, TO_SENIOR, box.left) == pytest.approx(stay.start, abs=0.2)
        assert month_at(picture, TO_SENIOR, box.right) == pytest.approx(stay.end, abs=0.2)
    for item in TO_SENIOR.learning:
        for number, (start, end) in enumerate(item.periods):
            box = boxes[f"learning-{item.activity}-{number}"]
            assert month_at(picture, TO_SENIOR, box.left) == pytest.approx(start, abs=0.2)
            assert month_at(picture, TO_SENIOR, box.right) == pytest.approx(end, abs=0.2)


@settings(max_examples=60)
@given(questions())
def test_skills_grow_as_they_do(question):
    """In each month, a skill's bar has the level that the person then holds, by the judge."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    picture = drawn(path)
    boxes = picture.boxes("job-", "gate-", "skill-")
    if path.months < 1:
        return
    left = boxes["job-0-0"].left
    gates = [box for name, box in boxes.items() if name.startswith("gate-")]
    width = max((box.left + box.right) / 2 for box in gates) - left
    held = {month: now.skills for month, now in follow(ladder, person, path)}
    for skill in {name.split("-")[1] for name in boxes if name.startswith("skill-")}:
        for month in range(path.months):
            x = left + width * (month + 0.5) / path.months
            found = [
                name
                for name, box in boxes.items()
                if name.startswith(f"skill-{skill}-") and box.left <= x <= box.right
            ]
            # What comes at a month's end is held in the next.
            level = held[month].get(skill, 0)
            assert len(found) == (1 if level else 0)
            if level:
                title = picture.groups[found[0]].find(f"{SVG}title").text
                assert title.strip() == ladder.level_name(level)


def test_gates_say_what_they_ask():
    """Each move is a diamond, with one more at each skill that it asks for."""
    picture = drawn(TO_SENIOR)
    for place, stay in enumerate(TO_SENIOR.stays):
        if stay.move:
            title = picture.groups[f"gate-{place}"].find(f"{SVG}title").text
            assert title.splitlines()[0].endswith(PRODUCT.roles[stay.move.to].name)
            assert (f"after {stay.move.months} months" in title) == bool(stay.move.months)
            for skill, level in stay.move.requires.items():
                assert f"{PRODUCT.skills[skill].name}: {PRODUCT.level_name(level)}" in title
                assert f"asks-{place}-{skill}" in picture.groups


def test_pauses_are_drawn():
    """Learning that pauses has a bar for each of its periods, and a line between them."""
    first = TO_SENIOR.learning[0]
    pausing = replace(first, periods=((0, 1), (3, 4)))
    path = replace(TO_SENIOR, learning=(pausing, *TO_SENIOR.learning[1:]))
    picture = drawn(path)
    assert len(bars(picture, f"learning-{first.activity}-")) == 2
    assert "pause" in timeline(path)


def test_months_become_dates():
    """With a beginning, the line of months has dates."""
    texts = [text.text for text in drawn(TO_SENIOR, begins=Month(2027, 3)).root.iter(f"{SVG}text")]
    assert "Mar 2027" in texts
    assert not {"now", "month"} & set(texts)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_all_can_be_read(theme):
    """Nothing overlaps or is cut, letters are large enough, and stand out from their ground."""
    picture = drawn(TO_SENIOR, begins=Month(2027, 1), theme=theme)
    width = float(picture.root.get("width").removesuffix("pt"))
    texts = list(picture.root.iter(f"{SVG}text"))
    assert min(float(text.get("font-size")) for text in texts) * min(1, 960 / width) >= LETTERS
    frames = [frame_of(text) for text in texts]
    assert all(frame.left >= 0 and frame.right <= width for frame in frames)
    assert [pair for pair in combinations(frames, 2) if pair[0].overlaps(pair[1], 1)] == []
    for name in picture.groups:
        if name.startswith(("job-", "learning-", "skill-")):
            ground = picture.groups[name].find(f"{SVG}polygon").get("fill")
            for text in picture.groups[name].iter(f"{SVG}text"):
                assert contrast(ground, text.get("fill", "#000000")) >= 4.5


@pytest.mark.parametrize(
    ("ladder", "ends"),
    [
        (PRODUCT, ("business-analyst", "chief-product-officer")),
        (bundled("uk-digital-and-data"), ("data-engineer", "head-of-data-engineering")),
    ],
    ids=["product", "government"],
)
def test_levels_lie_beside_the_diamonds(ladder, ends):
    """No diamond hides a level's number, also where it lies in the middle of a bar."""
    picture = drawn(growth_path(ladder, *ends))
    levels = [text for text in picture.root.iter(f"{SVG}text") if text.text in {*"1234"}]
    bars = picture.boxes("skill-")
    assert len(levels) == len(bars)
    diamonds = picture.boxes("asks-").values()
    for frame in map(frame_of, levels):
        assert not any(frame.overlaps(diamond) for diamond in diamonds)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_markup(name):
    """Whatever a role, a skill or an activity is called, the picture is the same kind of thing."""
    item = TO_SENIOR.learning[0].activity
    hostile = replace(
        PRODUCT,
        name=name,
        currency=name,
        levels=tuple(f"{name}{level}" for level in range(4)),
        roles=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.roles.items()}),
        skills=FrozenDict({key: replace(one, name=name) for key, one in PRODUCT.skills.items()}),
        activities=FrozenDict(
            {key: replace(one, name=name, about=name) for key, one in PRODUCT.activities.items()}
        ),
    )
    picture = drawn(replace(TO_SENIOR, ladder=hostile))
    tags = {part.tag.removeprefix(SVG) for part in picture.root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "polygon", "text", "polyline"}
    assert f"learning-{item}-0" in picture.groups
    keys = {key for part in picture.root.iter() for key in part.attrib}
    assert not any(key.startswith("on") for key in keys)


def test_it_is_the_same_on_every_run():
    """Neither the run nor the hash seed changes a byte."""
    code = (
        "import sys; from graphs import growth_path, render, timeline; from ladder import bundled;"
        "path = growth_path(bundled('product-management'), 'analyst', 'spm');"
        "sys.stdout.buffer.write(render(timeline(path), 'svg'))"
    )
    one, other = drawn_twice(code)
    assert one == other == render(timeline(TO_SENIOR), "svg")


def test_a_path_of_no_months():
    """From a role to itself there is nothing to wait for, and still a picture."""
    path = growth_path(PRODUCT, "spm", "spm", person=Person())
    assert path.months == 0
    assert "job-0-0" in drawn(path, theme=LIGHT).groups
