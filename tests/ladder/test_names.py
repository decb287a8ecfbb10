"""Finding what a name means."""

from dataclasses import replace

import pytest

from ladder import (
    Activity,
    FrozenDict,
    Ladder,
    Role,
    Skill,
    Track,
    Transition,
    UnknownName,
    find_activity,
    find_family,
    find_kind,
    find_role,
    find_skill,
    find_track,
)

ROLES = [
    Role("business-analyst", "Business Analyst", aliases=("analyst", "BA")),
    Role("product-manager", "Product Manager", aliases=("PM",)),
    Role("senior-product-manager", "Senior Product Manager", aliases=("SPM", "Senior PM")),
    Role("head-of-product", "Head of Product"),
    Role("lead", "Product Lead"),
    Role("συντάκτης", "Συντάκτης"),
    Role("straße", "Straße"),
    Role("产品经理", "产品经理"),
    Role("twin-a", "Twin"),
    Role("twin-b", "Twin"),
]
LADDER = Ladder(
    name="X",
    roles={role.id: role for role in ROLES},
    skills={"sql": Skill("sql", "SQL"), "road-maps": Skill("road-maps", "Roadmapping")},
    activities={"cspo": Activity("cspo", "Certified Scrum Product Owner", 1)},
)


def unknown(text: str, find=find_role) -> UnknownName:
    with pytest.raises(UnknownName) as caught:
        find(LADDER, text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("product-manager", "product-manager"),
        ("Product Manager", "product-manager"),
        ("PRODUCT_MANAGER", "product-manager"),
        ("productmanager", "product-manager"),
        ("  product   manager ", "product-manager"),
        ("product\u2011manager", "product-manager"),
        ("ｐｍ", "product-manager"),
        ("spm", "senior-product-manager"),
        ("S.P.M.", None),
        ("senior pm", "senior-product-manager"),
        ("senior product", None),
        ("product senior", None),
        ("head", None),
        ("business", None),
        ("heads of product", "head-of-product"),
        ("product managers", "product-manager"),
        ("ProductManagers", "product-manager"),
        ("PMs", "product-manager"),
        ("lead", "lead"),
        ("ΣΥΝΤΆΚΤΗΣ", "συντάκτης"),
        ("STRASSE", "straße"),
        ("产品 经理", "产品经理"),
    ],
)
def test_roles(text, role):
    """A role is found by id, name or alias, however these are written, and by no part of them."""
    if role is None:
        assert f'no role "{text}"' in str(unknown(text))
    else:
        assert find_role(LADDER, text) is LADDER.roles[role]


def test_skills_and_activities():
    """Skills and activities are found in the same way."""
    assert find_skill(LADDER, "roadmapping").id == "road-maps"
    assert find_skill(LADDER, "Sql").id == "sql"
    assert find_activity(LADDER, "certified scrum product owners").id == "cspo"


def test_a_whole_name_wins_over_words():
    """A name that is one role's own is that role's, though others hold the same words."""
    assert find_role(LADDER, "product manager").id == "product-manager"


@pytest.mark.parametrize(
    ("text", "message", "suggestions"),
    [
        (
            "manager",
            'no role "manager"; did you mean product-manager or senior-product-manager?',
            ("product-manager", "senior-product-manager"),
        ),
        ("twin", '"twin" fits 2 roles: twin-a (Twin) and twin-b (Twin)', ("twin-a", "twin-b")),
    ],
)
def test_several(text, message, suggestions):
    """What fits several roles, in part or whole, is not decided, but answered with all of them."""
    assert str(unknown(text)) == message
    assert unknown(text).suggestions == suggestions


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("analist", "business-analyst"),
        ("buisness anlyst", "business-analyst"),
        ("prodct-manager", "product-manager"),
        ("hop", "head-of-product"),
        ("HP", "head-of-product"),
        ("product guru", "product-manager"),
    ],
)
def test_near_misses(text, suggestion):
    """A misspelling or an abbreviation is answered with what it may have meant, never with it."""
    error = unknown(text)
    assert suggestion in error.suggestions
    assert f'no role "{text}"; did you mean ' in str(error)
    assert suggestion in str(error)


def test_suggestions_come_by_likeness():
    """The likeliest is named first."""
    assert unknown("senior prodcut manager").suggestions[0] == "senior-product-manager"


@pytest.mark.parametrize(
    ("find", "message"),
    [
        (find_role, 'no role "xyzzy"; ladder.roles lists them'),
        (find_skill, 'no skill "xyzzy"; ladder.skills lists them'),
        (find_activity, 'no activity "xyzzy"; ladder.activities lists them'),
    ],
)
def test_nothing_near(find, message):
    """Where nothing is near, the answer says where to look."""
    assert str(unknown("xyzzy", find)) == message
    assert unknown("xyzzy", find).suggestions == ()


@pytest.mark.parametrize("text", ["", " ", "-", "\x1b[31m\n", "x" * 100_000, "product " * 20_000])
def test_odd_names(text):
    """A name of nothing, of odd characters or without end is answered on one short line."""
    message = str(unknown(text))
    assert message.isprintable()
    assert len(message) < 300


def test_nothing_to_find():
    """A ladder without skills says so."""
    with pytest.raises(UnknownName, match='no skill "sql"; this ladder has no skills'):
        find_skill(Ladder(name="X", roles=LADDER.roles), "sql")


def test_tracks_families_and_kinds_go_by_their_names():
    """Each by its name; where nothing is near what is asked, all there are are named."""
    tracks = {
        "data-engineer": Track("data-engineer", "Data engineer", family="Data work"),
        "tester": Track("tester", "Tester", family="Quality"),
    }
    roles = {name: Role(name, name) for name in "ab"}
    moves = (Transition("a", "b", 1, "promotion"), Transition("b", "a", 1, "return"))
    ladder = Ladder("Large", tracks=tracks, roles=roles, transitions=moves)

    assert find_track(ladder, "Data Engineers").id == "data-engineer"
    assert find_family(ladder, "data-work") == "Data work"
    assert find_kind(ladder, "Promotion") == "promotion"
    for find, text, message in (
        (find_track, "testr", 'no track "testr"; did you mean tester?'),
        (find_track, "engineer", 'no track "engineer"; did you mean data-engineer?'),
        (find_family, "DATA", 'no family "DATA"; did you mean Data work?'),
        (find_family, "qualiti", 'no family "qualiti"; did you mean Quality?'),
        (find_kind, "xyzzy", 'no kind "xyzzy"; there is promotion, return'),
        (find_family, "xyzzy", 'no family "xyzzy"; there is Data work, Quality'),
    ):
        with pytest.raises(UnknownName) as caught:
            find(ladder, text)
        assert str(caught.value) == message


TRACKS = Ladder(
    name="Tracks",
    tracks=FrozenDict(
        product=Track("product", "Product management"), owning=Track("owning", "Service owning")
    ),
    roles=FrozenDict(
        {
            role.id: role
            for role in (
                Role("director", "Director", ("Head of Product Management",), "product", 3),
                Role("manager", "Manager", (), "product", 2),
                Role("beginner", "Beginner", (), "product", 1),
                Role("owner", "Service owning lead", (), "owning", 1),
                Role("leader", "Product management leader"),
            )
        }
    ),
)


@pytest.mark.parametrize("text", ["product management", "Product-Management", "product"])
def test_a_track_is_no_role(text):
    """Its roles are listed from the lowest rank, even where one role has the same words."""
    with pytest.raises(UnknownName, match="the track Product management; its roles are") as caught:
        find_role(TRACKS, text)
    assert caught.value.suggestions == ("beginner", "manager", "director")


def test_words_of_a_track_suggest_its_roles():
    """No role has the word in its names, so that those come that belong to what has it."""
    few = replace(
        TRACKS,
        roles=FrozenDict({k: v for k, v in TRACKS.roles.items() if k in ("manager", "beginner")}),
    )
    with pytest.raises(UnknownName, match='no role "management"') as caught:
        find_role(few, "management")
    assert caught.value.suggestions == ("beginner", "manager")


def test_a_track_of_one_role_is_not_that_role():
    """It is named, and not answered."""
    with pytest.raises(UnknownName, match="its role is owner") as caught:
        find_role(TRACKS, "service owning")
    assert caught.value.suggestions == ("owner",)


def test_a_role_s_own_name_goes_before_a_track_s():
    """A role may be called as its track is."""
    roles = {**TRACKS.roles, "pm": Role("pm", "Product Management", (), "product", 2)}
    assert find_role(replace(TRACKS, roles=FrozenDict(roles)), "product management").id == "pm"
