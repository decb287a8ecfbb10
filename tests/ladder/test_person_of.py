"""A person made of what a table holds."""

import math

import pytest

from ladder import InvalidPerson, Person, bundled

PRODUCT = bundled("product-management")


def test_names_and_words_are_resolved():
    """Of roles, skills, levels and activities, whichever of their names is used."""
    person = Person.of(
        PRODUCT,
        role="PM",
        months_in_role=6,
        skills={"Roadmapping": "working", "finance": 1},
        done=["Master of Business Administration", "cspo"],
        learning={"A mentor": 2},
    )
    assert person == Person(
        role="product-manager",
        months_in_role=6,
        skills={"roadmapping": 2, "finance": 1},
        done={"mba", "cspo"},
        learning={"mentor": 2},
    )


def test_empty_cells_say_nothing():
    """None and NaN, as tables have them; months beside a NaN come as 6.0."""
    nothing = math.nan
    person = Person.of(
        PRODUCT,
        role=nothing,
        months_in_role=6.0,
        skills={"finance": None, "roadmapping": nothing},
        done=[None, "mba"],
        learning={"mentor": nothing},
    )
    assert person == Person(months_in_role=6, done={"mba"})
    assert Person.of(PRODUCT) == Person()


def test_everything_wrong_is_told_at_once():
    """Each problem with what it is about, in words that are not those of a file."""
    with pytest.raises(InvalidPerson) as told:
        Person.of(
            PRODUCT,
            role="Analist",
            months_in_role=6.5,
            skills={"Roadmaping": "working", "finance": 9, "empathy": True},
            done=["cspoo"],
            learning={"mentor": 99},
        )
    assert str(told.value).splitlines() == [
        "months_in_role: expected a whole number from 0 to 1,200, found the number 6.5",
        "skills: empathy: expected a level, by name or number, found true",
        'no role "Analist"; did you mean business-analyst?',
        'skills: no skill "Roadmaping"; did you mean roadmapping?',
        "skills: finance: no level 9; levels are 1 awareness, 2 working, 3 practitioner, 4 expert "
        "(0 is none)",
        'done: no activity "cspoo"; did you mean cspo (Certified Scrum Product Owner)?',
        "learning: mentor takes 3 months, and 99 are in; list it under done",
    ]


def test_one_name_by_itself_is_refused():
    """It would be taken letter by letter."""
    with pytest.raises(TypeError, match=r"as in done=\['mba'\]"):
        Person.of(PRODUCT, done="mba")
