"""A ladder as a picture: what is in it, where it stands, and that nothing lies on top of it."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.ladder_strategies import ladders
from support.pictures import (
    HOSTILE,
    drawn,
    drawn_twice,
    lines_of,
    overflowing,
    overlapping,
    passed,
    path_along,
)

from graphs import Learning, Selection, diagram, growth_path, render
from graphs.drawing.dot.theme import LIGHT
from ladder import FrozenDict, Ladder, Person, Role, Skill, Track, Transition, bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")
ROUTE = ("business-analyst", "associate-product-manager", "product-manager")
ROUTE += ("senior-product-manager",)
TO_SENIOR = path_along(
    PRODUCT, *ROUTE, learning=(Learning("product-course", ((0, 2),), {"roadmapping": 1}),)
)
THROUGH_GOVERNMENT = path_along(
    GOVERNMENT, "business-analyst", "associate-product-manager", "product-manager"
)

ROLE_BY_ROLE = Selection(kinds=("promotion", "lateral", "entry"))  # all of the government's
OPEN = "open to all"
LOOKS = [(gates, way) for gates in (None, "off", "chip", "table") for way in ("right", "down")]

pictures = pytest.mark.parametrize(
    "picture",
    [
        pytest.param(lambda: drawn(PRODUCT), id="product"),
        pytest.param(lambda: drawn(PRODUCT, TO_SENIOR), id="product with a path"),
        pytest.param(lambda: drawn(GOVERNMENT, selection=ROLE_BY_ROLE), id="government"),
        pytest.param(lambda: drawn(GOVERNMENT, THROUGH_GOVERNMENT), id="government with a path"),
        pytest.param(
            lambda: drawn(GOVERNMENT, THROUGH_GOVERNMENT, direction="down"),
            id="government with a path down",
        ),
        *(
            pytest.param(
                lambda gates=gates, way=way, path=path: drawn(
                    PRODUCT, path, gates=gates, direction=way
                ),
                id=f"product {gates} {way}{' with a path' if path else ''}",
            )
            for gates, way in LOOKS
            for path in (None, TO_SENIOR)
        ),
    ],
)


@pytest.mark.parametrize(
    ("ladder", "options"),
    [
        *((PRODUCT, {"gates": gates, "direction": way}) for gates, way in LOOKS),
        (GOVERNMENT, {"selection": ROLE_BY_ROLE}),
    ],
    ids=lambda one: one.name if isinstance(one, Ladder) else " ".join(map(str, one.values()))[:9],
)
def test_every_role_and_transition_is_drawn_once(ladder, options):
    """Nothing of a ladder is missing from its picture, and nothing is there twice."""
    picture = drawn(ladder, **options)

    assert sorted(picture.named("role-")) == sorted(ladder.roles)
    assert sorted(picture.named("transition-")) == sorted(lines_of(ladder))


def tooltip(picture, name):
    """What is told of the part of a picture that is pointed at."""
    return picture.groups[name].find("{http://www.w3.org/2000/svg}title").text


@pictures
def test_no_boxes_overlap(picture):
    """Roles and gates stand clear of one another."""
    assert overlapping(picture()) == []


@pictures
def test_lines_run_between_the_boxes(picture):
    """No line runs behind a role, and the only gate on a line is its own."""
    picture = picture()

    assert not any(passed(picture, "role-").values())
    gates = passed(picture, "gate-")
    assert all(len(names) <= 1 for names in gates.values())
    led = {name for names in gates.values() for name in names}
    for gate in picture.named("gate-"):  # a mark of what is open to all has its line behind it
        assert gates.get(gate) in ([f"gate-{gate}"], [], None)
        assert gates.get(gate) or f"gate-{gate}" in led or picture.texts(f"gate-{gate}")[0] == OPEN


@pictures
def test_no_text_overflows_its_box(picture):
    """Every line of text fits the box that it stands in."""
    assert overflowing(picture()) == []


def test_tracks_are_lanes_and_ranks_are_columns():
    """Roles of one track share a lane, roles of one rank begin at one distance, in order."""
    picture = drawn(PRODUCT)
    boxes = picture.boxes("role-")

    lefts = {}
    for role in PRODUCT.roles.values():
        lefts.setdefault(role.rank, set()).add(boxes[f"role-{role.id}"].left)
    assert all(len(places) == 1 for places in lefts.values())
    columns = [lefts[rank].pop() for rank in sorted(lefts)]
    assert columns == sorted(set(columns))
    lanes = [
        (
            min(boxes[f"role-{role.id}"].top for role in PRODUCT.roles.values() if role.track == t),
            max(
                boxes[f"role-{role.id}"].bottom
                for role in PRODUCT.roles.values()
                if role.track == t
            ),
        )
        for t in PRODUCT.tracks
    ]
    assert all(upper[1] < lower[0] for upper, lower in pairwise(lanes))


def test_a_picture_that_goes_down_has_tracks_for_columns():
    """Roles of one track stand below one another, and those of one rank begin at one height."""
    picture = drawn(PRODUCT, direction="down")
    boxes = picture.boxes("role-")

    tops, edges = {}, {}
    for role in PRODUCT.roles.values():
        box = boxes[f"role-{role.id}"]
        tops.setdefault(role.rank, set()).add(box.top)
        left, right = edges.get(role.track, (box.left, box.right))
        edges[role.track] = min(left, box.left), max(right, box.right)
    assert all(len(places) == 1 for places in tops.values())
    rows = [tops[rank].pop() for rank in sorted(tops)]
    assert rows == sorted(set(rows))
    columns = [edges[track] for track in PRODUCT.tracks]
    assert all(before[1] < after[0] for before, after in pairwise(columns))
    names = picture.letters("lane-")
    assert all(names[f"lane-{track}"].bottom < min(rows) for track in PRODUCT.tracks)


def test_gates_are_shown_as_asked():
    """Not at all, by the number of their skills, or written out, beside a path as well."""
    for path in (None, TO_SENIOR):
        assert drawn(PRODUCT, path, gates="off").named("gate-") == []
        chips = drawn(PRODUCT, path, gates="chip")
        tables = drawn(PRODUCT, path, gates="table")
        for gate in map(int, chips.named("gate-")):
            asked = len(PRODUCT.transitions[gate].requires)
            assert f"{asked} skills" in chips.texts(f"gate-{gate}")
        assert not any(
            "skills" in " ".join(tables.texts(f"gate-{g}")) for g in tables.named("gate-")
        )


def test_roles_of_no_track_stand_outside_of_all_lanes():
    """A ladder with neither tracks nor ranks is drawn in the order of its transitions."""
    roles = {name: Role(name, name.title()) for name in ("third", "first", "second")}
    ways = (Transition("first", "second", 1, "promotion"), Transition("second", "third", 2, "step"))

    picture = drawn(Ladder("Small", roles=roles, transitions=ways))

    boxes = picture.boxes("role-")
    assert boxes["role-first"].right < boxes["role-second"].left
    assert boxes["role-second"].right < boxes["role-third"].left
    assert not picture.root.findall(".//*[@class='cluster']")


def test_a_circle_of_roles_without_ranks_is_drawn():
    """Roles that lead to one another have no natural order, and still find a place."""
    roles = {name: Role(name, name) for name in "abc"}
    ways = tuple(Transition(a, b, 1, "promotion") for a, b in ("ab", "bc", "ca", "aa"))

    picture = drawn(Ladder("Round", roles=roles, transitions=ways))

    assert sorted(picture.named("role-")) == ["a", "b", "c"]
    assert len(picture.named("transition-")) == 4
    assert overlapping(picture) == []


def test_gates_show_months_skills_and_levels():
    """A gate is written out: how long to serve, and how far to have come in each skill."""
    ladder = Ladder(
        "Small",
        levels=("low", "high"),
        skills={"sql": Skill("sql", "SQL"), "talk": Skill("talk", "Talking")},
        roles={name: Role(name, name) for name in ("apm", "pm")},
        transitions=(Transition("apm", "pm", 24, "promotion", {"talk": 1, "sql": 2}),),
    )

    picture = drawn(ladder)

    texts = [text.strip() for text in picture.texts("gate-0")]
    assert texts == ["24 mo, and hold", "SQL", "2", "Talking", "1"]
    title = picture.groups["transition-0"].find("{http://www.w3.org/2000/svg}title")
    assert title.text.splitlines() == [
        "apm → pm (promotion)",
        "after 24 months",
        "SQL: high",
        "Talking: low",
    ]
    assert tooltip(picture, "gate-0") == title.text


@pictures
def test_every_gate_tells_all_that_is_asked(picture):
    """Where a gate has no room for its skills, pointing at it shows them, of each who passes it."""
    picture = picture()

    told = "\n".join(tooltip(picture, f"gate-{gate}") for gate in picture.named("gate-"))
    if picture.named("gate-"):
        for move in picture.named("transition-"):
            assert set(tooltip(picture, f"transition-{move}").splitlines()) <= set(
                told.splitlines()
            )


def test_a_gate_without_months_promises_no_time():
    """Where no months are to be served, a gate speaks of skills; having them may take long."""
    ladder = Ladder(
        "Small",
        levels=("low",),
        skills={"sql": Skill("sql", "SQL")},
        roles={name: Role(name, name) for name in ("graduate", "apm", "pm")},
        transitions=(
            Transition("graduate", "apm", 0, "entry", {"sql": 1}),
            Transition("graduate", "pm", 0, "entry"),
        ),
    )

    written, short = drawn(ladder), drawn(ladder, path_along(ladder, "graduate", "pm"))

    assert [text.strip() for text in written.texts("gate-0")] == ["when you hold", "SQL", "1"]
    assert short.texts("gate-0") == ["1 skill"]
    assert written.texts("gate-1") == short.texts("gate-1") == ["open"]


def test_gates_in_short_count_their_skills():
    """Beside a path, transitions that ask for different numbers of skills keep their own gates."""
    ladder = Ladder(
        "Small",
        levels=("low",),
        skills={name: Skill(name, name) for name in ("sql", "talk")},
        roles={name: Role(name, name) for name in ("a", "b", "c", "pm")},
        transitions=(
            Transition("a", "b", 1, "entry"),
            Transition("a", "pm", 6, "entry", {"sql": 1}),
            Transition("b", "pm", 6, "entry", {"talk": 1}),
            Transition("c", "pm", 6, "entry", {"sql": 1, "talk": 1}),
        ),
    )

    picture = drawn(ladder, path_along(ladder, "a", "b"))

    assert sorted(picture.named("gate-")) == ["0", "1", "3"]
    assert picture.texts("gate-1") == ["6 mo", "1 skill"]
    assert picture.texts("gate-3") == ["6 mo", "2 skills"]
    assert tooltip(picture, "gate-1").splitlines() == [
        "a → pm (entry)",
        "after 6 months",
        "sql: low",
        "b → pm (entry)",
        "after 6 months",
        "talk: low",
    ]


def test_transitions_that_ask_the_same_share_a_gate():
    """One gate for two ways in that ask the same, another for one that asks more."""
    ladder = Ladder(
        "Small",
        levels=("low",),
        skills={"sql": Skill("sql", "SQL")},
        roles={name: Role(name, name) for name in ("a", "b", "c", "pm")},
        transitions=(
            Transition("a", "pm", 6, "entry", {"sql": 1}),
            Transition("b", "pm", 6, "entry", {"sql": 1}),
            Transition("c", "pm", 12, "entry", {"sql": 1}),
        ),
    )

    picture = drawn(ladder)

    assert sorted(picture.named("gate-")) == ["0", "2"]
    assert sorted(picture.named("transition-")) == ["0", "1", "2"]
    assert tooltip(picture, "gate-0").splitlines() == [
        "a → pm (entry)",
        "b → pm (entry)",
        "after 6 months",
        "SQL: low",
    ]


def test_kinds_differ_in_their_lines():
    """A promotion, a sideways move, an entry and a kind of one's own look different in grey."""
    roles = {name: Role(name, name) for name in "abcde"}
    kinds = ("promotion", "lateral", "entry", "return")
    ways = tuple(Transition("a", to, 1, kind) for to, kind in zip("bcde", kinds, strict=True))

    picture = drawn(Ladder("Small", roles=roles, transitions=ways))

    looks = set()
    for place in range(4):
        group = picture.groups[f"transition-{place}"]
        dashes = group.find("{http://www.w3.org/2000/svg}path").get("stroke-dasharray")
        looks.add((dashes, len(group)))
    assert len(looks) == 4


def test_the_path_stands_out_without_colour():
    """Its lines are thicker, its boxes dark and numbered, and the other gates are short."""
    picture = drawn(PRODUCT, TO_SENIOR)
    svg = "{http://www.w3.org/2000/svg}"
    taken = {stay.move.transition for stay in TO_SENIOR.stays if stay.move}

    for place in range(len(PRODUCT.transitions)):
        width = float(picture.groups[f"transition-{place}"].find(f"{svg}path").get("stroke-width"))
        assert width >= 4 if place in taken else width < 2.5
    for number, role in enumerate(ROUTE, 1):
        assert picture.texts(f"role-{role}")[0].strip() == str(number)
        assert picture.groups[f"role-{role}"].find(f"{svg}path").get("fill") == LIGHT.accent
    fills = {
        picture.groups[f"role-{role}"].find(f"{svg}path").get("fill")
        for role in PRODUCT.roles.keys() - set(ROUTE)
    }
    assert fills == {"#ffffff"}
    for gate in map(int, picture.named("gate-")):
        asked = PRODUCT.transitions[gate].requires
        assert (f"{len(asked)} skills" in picture.texts(f"gate-{gate}")) == (gate not in taken)
        assert (len(picture.texts(f"gate-{gate}")) > len(asked)) == (gate in taken)


def test_the_path_says_when_and_what_to_learn():
    """Each stay on the path gives its months, and the activities that fall into it."""
    learning = (Learning("product-course", ((0, 2),), {}),)
    path = path_along(PRODUCT, *ROUTE[1:], learning=learning)

    picture = drawn(PRODUCT, path)

    first = " ".join(picture.texts("role-associate-product-manager"))
    assert "months 1–24" in first
    assert PRODUCT.activities["product-course"].name[:20] in first
    assert "Online" not in " ".join(picture.texts("role-product-manager"))
    assert "60 months, 2 moves" in " ".join(picture.texts("heading"))


def test_the_path_has_its_range():
    """Months from fast to slow stand beside the typical ones, where the ladder has them."""
    move = Transition("a", "b", 6, months_range=(4, 9))
    ladder = Ladder("Craft", roles={"a": Role("a", "A"), "b": Role("b", "B")}, transitions=(move,))
    path = growth_path(ladder, "a", "b", person=Person(months_in_role=0))
    assert "6 months (4–9), 1 move" in " ".join(drawn(ladder, path).texts("heading"))


def test_a_role_held_twice_bears_both_numbers():
    """A path that comes back to a role says so at that role."""
    roles = {name: Role(name, name) for name in ("a", "b")}
    ladder = Ladder(
        "Small", roles=roles, transitions=(Transition("a", "b", 1), Transition("b", "a", 2))
    )

    picture = drawn(ladder, path_along(ladder, "a", "b", "a", "b"))

    assert picture.texts("role-a")[0].strip() == "1, 3"
    assert picture.texts("role-b")[0].strip() == "2, 4"


def test_of_a_large_ladder_only_what_lies_around_the_path_is_drawn():
    """A path among 201 roles is drawn with the roles one move ahead of it."""
    picture = drawn(GOVERNMENT, THROUGH_GOVERNMENT)

    route = set(THROUGH_GOVERNMENT.roles)
    ahead = {item.to_role for item in GOVERNMENT.transitions if route & set(item.from_roles)}
    assert set(picture.named("role-")) == route | ahead
    assert f"{len(route | ahead)} of 201 roles" in " ".join(picture.texts("heading"))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_appear_literally(name):
    """Whatever a name holds, it is shown as it is, and is neither markup nor an escape."""
    ladder = Ladder(
        name,
        levels=(name,),
        skills={"s": Skill("s", name)},
        tracks={"t": Track("t", name, name)},
        roles={
            "a": Role("a", name, aliases=(name.upper(),), track="t", about=name),
            "b": Role("b", name, track="t"),
        },
        transitions=(Transition("a", "b", 1, name, {"s": 1}),),
        currency=name,
    )

    picture = drawn(ladder, path_along(ladder, "a", "b"))

    shown = "".join(name.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd").split())
    texts = "".join(picture.texts("role-b")).replace("\xa0", "")
    # A name that is a single long word is broken with hyphens.
    assert shown.replace("-", "") in "".join(texts.split()).replace("-", "")
    tags = {element.tag.rpartition("}")[2] for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"}
    about = picture.groups["role-a"].find("{http://www.w3.org/2000/svg}title").text
    assert shown in "".join(about.split())


@pytest.mark.parametrize(
    "name",
    [
        "Διευθυντής προϊόντος και υπηρεσιών",
        "高级产品经理兼用户体验负责人",
        "مدير المنتج الأول",
        "Head of the department of product management, user research and service design",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "W" * 90,
    ],
)
def test_long_and_foreign_names_wrap_within_their_box(name):
    """A name may be long, without spaces, or in any script."""
    roles = {"a": Role("a", name, track="t", rank=1), "b": Role("b", name, track="t", rank=2)}
    ladder = Ladder(
        name,
        levels=("low",),
        skills={"s": Skill("s", name)},
        tracks={"t": Track("t", name)},
        roles=roles,
        transitions=(Transition("a", "b", 1, "promotion", {"s": 1}),),
    )

    for path in (None, path_along(ladder, "a", "b")):
        picture = drawn(ladder, path)
        assert overflowing(picture) == []
        assert overlapping(picture) == []
        letters = "".join("".join(picture.texts("role-b")).split())
        # Between the pieces of a long word stands a hyphen.
        assert "".join(name.split()) in letters.replace("-", "")


@pytest.mark.parametrize("name", ["Product Manager", "Διευθυντής", "产品经理", "مدير", "é́́é 😀"])
def test_names_are_centred_however_graphviz_measures_them(name):
    """A role's name is drawn around the middle of its box, in letters that Graphviz misjudges."""
    roles = {"a": Role("a", f"{name} iiiiiiiii {name}"), "b": Role("b", "W" * 20)}
    picture = drawn(Ladder("Small", roles=roles))

    box = picture.boxes()["role-a"]
    texts = list(picture.groups["role-a"].iter("{http://www.w3.org/2000/svg}text"))
    assert texts
    for text in texts:
        assert text.get("text-anchor") == "middle"
        assert float(text.get("x")) == pytest.approx((box.left + box.right) / 2, abs=0.02)


def test_names_on_the_path_begin_at_one_line_however_graphviz_measures_them():
    """Lines in Greek and in Latin letters stand below one another, the same way into their box."""
    names = {"a": "truetruetrueΔιευθυντήςaaaaaaaaaaaaaaaaaaa", "b": "Latin letters of some length"}
    roles = {id_: Role(id_, name) for id_, name in names.items()}
    move = Transition("a", "b", 1, "promotion")
    ladder = Ladder("Small", roles=roles, transitions=(move,))

    picture = drawn(ladder, path_along(ladder, "a", "b"))

    insets = set()
    for id_ in names:
        box = picture.boxes()[f"role-{id_}"]
        texts = list(picture.groups[f"role-{id_}"].iter("{http://www.w3.org/2000/svg}text"))[1:]
        places = {float(text.get("x")) for text in texts}
        assert len(places) == 1
        insets.add(round(places.pop() - box.left))
    assert len(insets) == 1
    assert overflowing(picture) == []


def test_names_from_right_to_left_leave_the_figures_where_they_are():
    """A name in Arabic is shut off from the sentence around it, which runs from left to right."""
    roles = {"a": Role("a", "Μάγειρας"), "b": Role("b", "طاهٍ")}
    ladder = Ladder("Small", roles=roles, transitions=(Transition("a", "b", 6),))

    picture = drawn(ladder, path_along(ladder, "a", "b"))

    assert "Μάγειρας → \u2068طاهٍ\u2069: 6 months, 1 move" in picture.texts("heading")
    title = picture.groups["transition-0"].find("{http://www.w3.org/2000/svg}title").text
    assert title.startswith("Μάγειρας → \u2068طاهٍ\u2069 (lateral)")


@pytest.mark.parametrize(
    ("ladder", "path"),
    [
        pytest.param(
            PRODUCT,
            path_along(PRODUCT, "business-analyst", "product-manager", "senior-product-manager"),
            id="product",
        ),
        pytest.param(GOVERNMENT, THROUGH_GOVERNMENT, id="government"),
    ],
)
def test_a_path_can_be_read_on_a_slide(ladder, path):
    """On a slide of 1280 by 720 pixels, what the path asks is nine pixels high or more."""
    picture = drawn(ladder, path, width=1280)

    width, height = map(float, picture.root.get("viewBox").split()[2:])
    scale = min(1280 / width, 720 / height)
    for stay in path.stays[:-1]:
        gate = picture.groups[f"gate-{stay.move.transition}"]
        for text in gate.iter("{http://www.w3.org/2000/svg}text"):
            assert float(text.get("font-size")) * scale >= 9


def test_the_order_of_roles_in_the_file_does_not_matter():
    """Ladders that differ in the order of their roles' keys alone give the same text."""
    roles = list(PRODUCT.roles.items())
    random.Random(7).shuffle(roles)
    assert [id_ for id_, _ in roles] != list(PRODUCT.roles)
    shuffled = replace(PRODUCT, roles=FrozenDict(roles))

    assert diagram(shuffled) == diagram(PRODUCT)
    assert diagram(shuffled, path=replace(TO_SENIOR, ladder=shuffled)) == diagram(
        PRODUCT, path=TO_SENIOR
    )


def test_text_and_picture_are_the_same_under_any_hash_seed():
    """Two runs of Python that hash differently write the same bytes."""
    code = (
        "import sys; from graphs import diagram, render; from ladder import bundled;"
        "dot = diagram(bundled('product-management'));"
        "sys.stdout.buffer.write(dot.encode() + render(dot, 'svg'))"
    )
    runs = drawn_twice(code)
    assert runs[0] == runs[1]
    dot = diagram(PRODUCT)
    assert runs[0] == dot.encode() + render(dot, "svg")


@settings(max_examples=200)
@given(ladders(), st.sampled_from(LOOKS))
def test_any_ladder_makes_a_sound_picture(ladder, look):
    """Random ladders with odd names, circles and gaps are drawn whole, with nothing overlapping."""
    picture = drawn(ladder, gates=look[0], direction=look[1])

    assert sorted(picture.named("role-")) == sorted(ladder.roles)
    assert sorted(picture.named("transition-")) == sorted(lines_of(ladder))
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())
