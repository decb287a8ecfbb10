"""Names in both numbers, and what parts of names may have meant."""

import pytest
from support.occupations import SINGULARS

from ladder import (
    FrozenDict,
    Ladder,
    Role,
    UnknownName,
    bundled,
    bundled_names,
    find_activity,
    find_role,
    find_skill,
)
from ladder.matching import to_id, words

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
