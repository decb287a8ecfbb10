"""What of a ladder is shown: by track, family, nearness, kind and skill, alone and together."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.ladder_strategies import ladders
from support.pictures import (
    SVG,
    drawn,
    lines_of,
    overflowing,
    overlapping,
    passed,
    path_along,
)

from graphs import NothingSelected, Selection, diagram, mermaid, reach
from ladder import bundled

PRODUCT = bundled("product-management")
GOVERNMENT = bundled("uk-digital-and-data")


def touched(places):
    """The roles at the ends of transitions of the product ladder."""
    moves = [PRODUCT.transitions[place] for place in places]
    return {role for one in moves for role in (*one.from_roles, one.to_role)}


def shown(**chosen):
    """Roles and transitions in the picture of a selection."""
    picture = drawn(PRODUCT, selection=Selection(**chosen))
    return set(picture.named("role-")), set(map(int, picture.named("transition-"))), picture


def test_a_track_is_shown_with_the_moves_inside_it():
    """All its roles, and no move that leads in or out."""
    roles, moves, picture = shown(tracks=("product",))

    assert roles == {role.id for role in PRODUCT.roles.values() if role.track == "product"}
    inside = {p for p, one in enumerate(PRODUCT.transitions) if touched([p]) <= roles}
    assert moves == inside
    assert "Shown: the track Product management (6 of 14 roles)" in picture.texts("heading")


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_around_a_role_is_what_so_many_moves_reach_either_way(steps):
    """Counted on the moves as they are, by walking them."""
    near = {"graduate"}
    for _ in range(steps):
        near |= {role for p in range(len(PRODUCT.transitions)) if touched([p]) & near
                 for role in touched([p])}  # fmt: skip

    roles, moves, picture = shown(around="graduate", steps=steps)

    assert roles == near
    assert moves == {p for p in range(len(PRODUCT.transitions)) if touched([p]) <= near}
    frame = {role: picture.groups[f"role-{role}"].find(f"{SVG}path") for role in near}
    thick = {role for role in near if float(frame[role].get("stroke-width")) > 2}
    assert thick == {"graduate"}
    assert f"within {steps} move{'s' if steps > 1 else ''} of Graduate" in str(
        picture.texts("heading")
    )


def test_kinds_show_the_roles_that_they_join():
    """Promotions and founding moves, and nobody whom none of them touches."""
    roles, moves, _ = shown(kinds=("promotion", "founding"))

    wanted = {
        p for p, one in enumerate(PRODUCT.transitions) if one.kind in ("promotion", "founding")
    }
    assert moves == wanted
    assert roles == touched(wanted)


def test_a_skill_shows_the_moves_that_ask_for_it_and_stands_first_in_their_gates():
    """Even where a gate has no room for all that it asks."""
    roles, moves, picture = shown(gated_by="roadmapping")

    wanted = {p for p, one in enumerate(PRODUCT.transitions) if "roadmapping" in one.requires}
    assert moves == wanted
    assert roles == touched(wanted)
    for gate in picture.named("gate-"):
        assert picture.texts(f"gate-{gate}")[1] == "Roadmapping"


def test_selections_work_together():
    """Each narrows what the others leave."""
    roles, moves, picture = shown(tracks=("product",), around="product-manager", kinds=("entry",),
                                  steps=9)  # fmt: skip
    assert roles == {"product-manager"}
    assert moves == set()
    roles, moves, picture = shown(tracks=("product",), kinds=("promotion",), gated_by="roadmapping")
    assert {PRODUCT.transitions[p].kind for p in moves} == {"promotion"}
    assert all("roadmapping" in PRODUCT.transitions[p].requires for p in moves)
    heading = " ".join(picture.texts("heading"))
    assert "moves of the kind promotion and moves that ask for Roadmapping" in heading


def test_nothing_selected_is_said():
    """A selection that leaves nothing names what was asked for."""
    with pytest.raises(NothingSelected, match="the track Ways in and moves of the kind promotion"):
        diagram(PRODUCT, selection=Selection(tracks=("origins",), kinds=("promotion",)))
    with pytest.raises(NothingSelected, match="of the kind demotion; the ladder has none"):
        diagram(PRODUCT, selection=Selection(kinds=("demotion",)))


def test_a_path_is_shown_whole_whatever_is_selected():
    """Its roles and moves are there once, beside those selected."""
    path = path_along(PRODUCT, "business-analyst", "product-manager", "senior-product-manager")
    picture = drawn(PRODUCT, path, selection=Selection(tracks=("founding",)))

    assert set(picture.named("role-")) == {*path.roles, "product-founder"}
    taken = {stay.move.transition for stay in path.stays if stay.move}
    assert taken <= set(map(int, picture.named("transition-")))
    assert "Shown: the path and the track Founding (4 of 14 roles)." in picture.texts("heading")


def test_a_survey_is_shown_of_what_is_selected():
    """The shades stay, and the roles are those of the track that are within reach."""
    survey = reach(GOVERNMENT, "junior-developer", within=30)
    chosen = Selection(tracks=("software-developer",))

    picture = drawn(GOVERNMENT, survey=survey, selection=chosen)

    inside = {r.id for r in GOVERNMENT.roles.values() if r.track == "software-developer"}
    assert set(picture.named("role-")) == inside - set(survey.unreached)
    assert "the track Software developer and the roles within reach" in " ".join(
        picture.texts("heading")
    )


@settings(max_examples=80)
@given(ladders(), st.data())
def test_any_selection_of_any_ladder_is_drawn_soundly(ladder, data):
    """Whatever is selected is drawn whole and clear, or refused because nothing is left."""
    some = lambda values: data.draw(st.sampled_from([None, *values]))  # noqa: E731
    track, kind = some(ladder.tracks), some({item.kind for item in ladder.transitions})
    chosen = Selection(
        tracks=(track,) if track else (),
        family=some(sorted({t.family for t in ladder.tracks.values() if t.family})),
        around=some(ladder.roles),
        steps=data.draw(st.integers(1, 3)),
        kinds=(kind,) if kind else (),
        gated_by=some(ladder.skills),
    )
    try:
        picture = drawn(
            ladder, selection=chosen, direction=data.draw(st.sampled_from(["right", "down"]))
        )
    except NothingSelected:
        return
    assert mermaid(ladder, selection=chosen)
    drawn_moves = picture.named("transition-")
    assert len(set(drawn_moves)) == len(drawn_moves)
    roles = picture.named("role-")
    assert len(set(roles)) == len(roles)
    passes = {
        name
        for name, (source, item) in lines_of(ladder).items()
        if {source or item.to_role, item.to_role} <= set(roles)
        and (not kind or item.kind == kind)
        and (not chosen.gated_by or chosen.gated_by in item.requires)
    }
    assert set(drawn_moves) == passes
    assert overlapping(picture) == []
    assert overflowing(picture) == []
    assert not any(passed(picture, "role-").values())


def test_every_family_can_be_narrowed_by_kind():
    """With a kind, all its moves inside the family are drawn, side moves as well."""
    families = {track.family for track in GOVERNMENT.tracks.values()}
    for family, kind in product(sorted(families)[:2], ("lateral",)):
        picture = drawn(GOVERNMENT, selection=Selection(family=family, kinds=(kind,)))
        roles = set(picture.named("role-"))
        wanted = {
            name
            for name, (source, item) in lines_of(GOVERNMENT).items()
            if {source or item.to_role, item.to_role} <= roles and item.kind == kind
        }
        assert set(picture.named("transition-")) == wanted
        assert overlapping(picture) == []
        assert not any(passed(picture, "role-").values())


@pytest.mark.parametrize("tracks", [("product",), ("product", "origins")])
def test_moves_that_lead_out_of_what_is_selected_are_left_out_of_mermaid(tracks):
    """Each line joins two boxes that are there."""
    lines = mermaid(bundled("product-management"), selection=Selection(tracks=tracks)).splitlines()
    boxes = {line.split("[")[0].strip() for line in lines if "[" in line}
    ends = {end for line in lines if "|" in line for end in (line.split()[0], line.split()[-1])}
    assert ends
    assert ends <= boxes
