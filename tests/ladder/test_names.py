"""Finding what a name means."""

from dataclasses import replace

import pytest
from support.occupations import SINGULARS

from ladder import (
    Activity,
    FrozenDict,
    Ladder,
    Role,
    Skill,
    Track,
    Transition,
    UnknownName,
    bundled,
    bundled_names,
    find_activity,
    find_family,
    find_kind,
    find_role,
    find_skill,
    find_track,
)
from ladder.matching import to_id, words

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


OCCUPATIONS = Ladder(
    name="Occupations",
    roles=FrozenDict({to_id(title): Role(to_id(title), title) for title in SINGULARS}),
)


@pytest.mark.parametrize(("title", "one"), SINGULARS.items())
def test_every_occupation_is_found_in_the_singular(title, one):
    """By its title, by how one says it of one person, and by the id made of either."""
    for text in (title, one, one.upper(), to_id(one), f" {one.lower()} "):
        assert find_role(OCCUPATIONS, text).name == title


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("Head of User Research", "heads of user research"),
        ("Salesperson", "salespeople"),
        ("Salesperson", "salespersons"),
        ("Chief of Staff", "chiefs of staff"),
        ("Secretary", "SECRETARIES"),
        ("Foreman", "foremen"),
        ("Analysis Lead", "analysis leads"),
        ("Développeur", "developpeurs"),
        ("Developpeuse", "développeuse"),
        ("Łódź Lead", "lodz-leads"),
        ("Shoe Maker", "shoemakers"),
    ],
)
def test_both_numbers_mean_a_role(title, many):
    """What is called in the singular is found in the plural, too, and with or without accents."""
    ladder = Ladder("X", roles=FrozenDict(one=Role("one", title), other=Role("other", "Other")))
    assert find_role(ladder, many).id == "one"
    plural = Ladder("X", roles=FrozenDict(one=Role("one", many), other=Role("other", "Other")))
    assert find_role(plural, title).id == "one"


def test_number_and_accents_never_make_one_of_two():
    """Where names differ by these alone, each is found as it is spelt, and else both are told."""
    names = ("chef", "chefs", "maître", "maitre", "Résumé Lead", "Resumé Lead")
    ladder = Ladder("X", roles=FrozenDict({f"r{i}": Role(f"r{i}", n) for i, n in enumerate(names)}))
    for place, name in enumerate(names):
        assert find_role(ladder, name.upper()).id == f"r{place}"
    for text, both in (("resume leads", ("r4", "r5")), ("maitres", ("r2", "r3"))):
        with pytest.raises(UnknownName, match="fits 2 roles") as caught:
            find_role(ladder, text)
        assert caught.value.suggestions == both


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("News Analysts, Reporters, and Journalists", "new analyst, reporter, and journalist"),
        ("Art Directors", "arts director"),
        ("Nurses", "nurs"),
        ("CMS Managers", "CM manager"),
        ("Customs Officers", "custom officer"),
        ("Bus Drivers", "bu drivers"),
        ("Boss", "bos"),
        ("Acumen Lead", "acuman leads"),
    ],
)
def test_a_letter_more_or_less_is_another_word(name, text):
    """Not every s makes a plural."""
    ladder = Ladder("X", roles=FrozenDict(one=Role("one", name), other=Role("other", "Other")))
    with pytest.raises(UnknownName, match="no role"):
        find_role(ladder, text)


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("physician", ["Physicians, All Other", "Physician Assistants"]),
        ("nurse", ["Registered Nurses", "Acute Care Nurses"]),
        ("nurses", ["Registered Nurses", "Acute Care Nurses"]),
        ("secretary", ["Legal Secretaries and Administrative Assistants"]),
        ("tester", ["Software Quality Assurance Analysts and Testers"]),
        ("head cook", ["Chefs and Head Cooks"]),
        ("registerd nurse", ["Registered Nurses"]),
        ("phyisicist", ["Physicists"]),
        ("LPN", []),
        ("RN", ["Registered Nurses"]),
        ("DBA", []),
        ("qa tester", ["Software Quality Assurance Analysts and Testers"]),
        ("dentist", []),
        ("doctor", []),
    ],
)
def test_the_likeliest_comes_first(text, likeliest):
    """What is named before of what kind it is, and the short names before the long ones."""
    with pytest.raises(UnknownName) as caught:
        find_role(OCCUPATIONS, text)
    found = [OCCUPATIONS.roles[key].name for key in caught.value.suggestions]
    assert found[: len(likeliest)] == likeliest
    assert bool(found) == bool(likeliest)


def test_all_that_fit_are_suggested():
    """What is named before of what kind it is; the error has them all."""
    with pytest.raises(UnknownName, match=r"anesthetists\?$") as caught:
        find_role(OCCUPATIONS, "nurse")
    found = [OCCUPATIONS.roles[key].name for key in caught.value.suggestions]
    assert sorted(found) == [title for title in sorted(SINGULARS) if "Nurse" in title]
    assert found.index("Registered Nurses") < found.index("Nurse Midwives")


def test_many_are_counted():
    """The message names a few of them, and says how many more there are."""
    with pytest.raises(UnknownName, match=r" or one of \d+ more\?$") as caught:
        find_role(bundled("uk-digital-and-data"), "senior")
    assert len(caught.value.suggestions) == int(str(caught.value).split()[-2]) + 5


@pytest.mark.parametrize("name", bundled_names())
def test_no_part_of_a_name_is_taken_for_the_whole(name):
    """Over each bundled ladder, what is no name of its own gets suggestions, its own name too."""
    ladder = bundled(name)
    for find, known in (
        (find_role, ladder.roles),
        (find_skill, ladder.skills),
        (find_activity, ladder.activities),
    ):
        _check_parts(ladder, find, known)


def test_no_part_of_an_occupation_is_taken_for_the_whole():
    """Nor over occupations, whose titles are long."""
    _check_parts(OCCUPATIONS, find_role, OCCUPATIONS.roles)


MOST_PARTS = 60
"""Of each kind in a ladder; all of them, some thousands, take too long."""


def _check_parts(ladder, find, known):
    """Find what is asked by words in a row of a name, and nothing that does not bear them."""
    names = {
        key: {words(name) for name in (key, each.name, *getattr(each, "aliases", ()))}
        for key, each in known.items()
    }
    whole = {name for each in names.values() for name in each}
    singulars = {_bare(name) for name in whole}
    parts = {}
    for key, each in names.items():
        for name in each:
            for start in range(len(name)):
                for end in range(start + 1, len(name) + 1):
                    part = name[start:end]
                    if part != name and _bare(part) not in singulars:
                        parts[part] = key
    chosen = list(parts.items())
    for part, key in chosen[:: max(1, len(chosen) // MOST_PARTS)]:
        with pytest.raises(UnknownName) as caught:
            find(ladder, " ".join(part))
        assert key in caught.value.suggestions or "the track" in str(caught.value), part


def _bare(name):
    """A name in one word without any s, by which more count as one than should."""
    return "".join(name).replace("ies", "y").replace("s", "").replace("e", "")
