"""Who does not fit a ladder."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ladder import (
    Activity,
    InvalidPerson,
    Ladder,
    Person,
    Role,
    Skill,
    UnknownName,
    parse_level,
    validate_person,
)

LADDER = Ladder(
    name="X",
    levels=("awareness", "working"),
    skills={"sql": Skill("sql", "SQL")},
    roles={"analyst": Role("analyst", "Business Analyst", aliases=("BA",))},
    activities={"course": Activity("course", "Course", 3), "mba": Activity("mba", "MBA", 1)},
)


@pytest.mark.parametrize(
    "person",
    [
        Person(),
        Person(role="analyst", months_in_role=0, skills={"sql": 0}),
        Person(skills={"sql": 2}, done={"mba"}, learning={"course": 2}),
    ],
)
def test_who_fits(person):
    """Whoever keeps to the ladder's ids and levels fits."""
    validate_person(LADDER, person)


@pytest.mark.parametrize(
    ("person", "message"),
    [
        (Person(role="BA"), 'role: no role has the id "BA"; did you mean analyst?'),
        (
            Person(role="analist"),
            'role: no role "analist"; did you mean analyst (Business Analyst)?',
        ),
        (
            Person(months_in_role=-1),
            "months_in_role: expected a whole number from 0, found the number -1",
        ),
        (Person(months_in_role=True), "months_in_role: expected a whole number from 0, found true"),
        (
            Person(skills={"sql": 3}),
            "skills: sql: no level 3; levels are 1 awareness, 2 working (0 is none)",
        ),
        (
            Person(skills={"sql": 2.5}),
            "skills: sql: expected a level's number, found the number 2.5",
        ),
        (Person(skills={"sqll": 1}), 'skills: no skill "sqll"; did you mean sql?'),
        (Person(done={"mbaa"}), 'done: no activity "mbaa"; did you mean mba?'),
        (
            Person(done={"mba"}, learning={"mba": 0}),
            "learning: mba is done already; leave it out of one of them",
        ),
        (
            Person(learning={"course": -1}),
            "learning: course: expected whole months from 0, found the number -1",
        ),
        (
            Person(learning={"course": 3}),
            "learning: course takes 3 months, and 3 are in; list it under done",
        ),
    ],
)
def test_who_does_not(person, message):
    """Each misfit is told, with what would do."""
    with pytest.raises(InvalidPerson) as caught:
        validate_person(LADDER, person)
    assert str(caught.value) == message


def test_who_is_slow_may_be_longer_at_it_than_is_typical():
    """Months of learning are too many only beyond the slow end of the range."""
    slow = replace(LADDER.activities["course"], months_range=(2, 6))
    ladder = replace(LADDER, activities={"course": slow})
    validate_person(ladder, Person(learning={"course": 5}))
    with pytest.raises(InvalidPerson, match="takes 6 months, and 6 are in"):
        validate_person(ladder, Person(learning={"course": 6}))


def test_everything_at_once():
    """All that does not fit is told together."""
    person = Person(role="x", months_in_role=-1, skills={"y": 9}, done={"z"}, learning={"v": 1})
    with pytest.raises(InvalidPerson) as caught:
        validate_person(LADDER, person)
    parts = [line.split(":")[0] for line in str(caught.value).splitlines()]
    assert parts == ["role", "months_in_role", "skills", "skills", "done", "learning"]


class Count:
    """A whole number that is no int, as those of numpy and pandas are."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


def test_whole_numbers_of_other_packages():
    """Whatever is a whole number counts as one, and is kept as Python's own."""
    person = Person(
        months_in_role=Count(6), skills={"sql": Count(2)}, learning={"course": Count(1)}
    )
    assert person == Person(months_in_role=6, skills={"sql": 2}, learning={"course": 1})
    assert type(person.months_in_role) is int
    assert parse_level(LADDER, Count(2)) == 2
    validate_person(LADDER, person)


@pytest.mark.parametrize(
    ("value", "found"), [(True, "true"), (2.5, "the number 2.5"), (Fraction(1, 2), "Fraction 1/2")]
)
def test_what_is_no_whole_number(value, found):
    """A yes, and a part of a month, are told for what they are."""
    with pytest.raises(InvalidPerson, match=f"expected a whole number from 0, found {found}$"):
        validate_person(LADDER, Person(months_in_role=value))
    with pytest.raises(UnknownName, match="no level"):
        parse_level(LADDER, value)
