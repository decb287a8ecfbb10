"""Whole numbers of other libraries, such as numpy's, are taken for months and levels."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from operator import index

import pytest

from graphs import alternatives, growth_path, progress, reach, repairs
from ladder import (
    Activity,
    InvalidPerson,
    Ladder,
    Person,
    Role,
    Transition,
    bundled,
    parse_level,
    to_plain,
    validate_person,
)
from ladder.whole import whole

PRODUCT = bundled("product-management")


@dataclass(frozen=True)
class Int64:
    """Like one of numpy's: whole, and otherwise nothing that Python's own is."""

    value: int

    def __index__(self) -> int:
        return self.value


class Bool:
    """Like one of numpy's: true, and no number."""


def test_a_person():
    """The same as with Python's own, and written as JSON."""
    theirs = Person(
        months_in_role=Int64(6), skills={"roadmapping": Int64(2)}, learning={"mentor": Int64(1)}
    )
    ours = Person(months_in_role=6, skills={"roadmapping": 2}, learning={"mentor": 1})
    validate_person(PRODUCT, theirs)
    assert theirs == ours
    assert json.dumps(theirs.to_dict()) == json.dumps(ours.to_dict())
    assert growth_path(PRODUCT, "pm", "spm", person=theirs) == growth_path(
        PRODUCT, "pm", "spm", person=ours
    )


@pytest.mark.parametrize("no_number", [True, Bool(), 6.5])
def test_what_is_no_whole_number_is_refused(no_number):
    """A truth least of all."""
    for person in (
        Person(months_in_role=no_number),
        Person(skills={"roadmapping": no_number}),
        Person(learning={"mentor": no_number}),
    ):
        with pytest.raises(InvalidPerson, match="expected"):
            validate_person(PRODUCT, person)


def test_a_ladder():
    """One that is made of a table's numbers is the one that is made of Python's."""

    def made(number) -> Ladder:
        return Ladder(
            "Small",
            levels=("low", "high"),
            skills=PRODUCT.skills,
            roles={
                "a": Role(
                    *("a", "A"),
                    rank=number(1),
                    develops={"finance": {number(2): number(9)}},
                    develops_ranges={"finance": {number(2): (number(6), number(12))}},
                ),
                "b": Role("b", "B"),
            },
            transitions=(
                Transition(
                    *("a", "b", number(24)),
                    requires={"finance": number(2)},
                    months_range=(number(20), number(30)),
                ),
            ),
            activities={
                "c": Activity(
                    *("c", "C", number(3)),
                    requires={"finance": number(1)},
                    develops={"finance": number(2)},
                    months_range=(number(2), number(4)),
                )
            },
        )

    assert made(Int64) == made(int)
    assert json.dumps(to_plain(made(Int64))) == json.dumps(to_plain(made(int)))
    assert (
        growth_path(made(Int64), "a", "b").to_dict() == growth_path(made(int), "a", "b").to_dict()
    )


def test_questions():
    """How many, in which month, and within how many."""
    assert alternatives(PRODUCT, "analyst", "pm", Int64(2)) == alternatives(
        PRODUCT, "analyst", "pm", 2
    )
    theirs = reach(PRODUCT, "pm", within=Int64(36), max_cost=Int64(5000))
    ours = reach(PRODUCT, "pm", within=36, max_cost=5000)
    assert json.dumps(theirs.to_dict()) == json.dumps(ours.to_dict())
    path = growth_path(PRODUCT, "analyst", "pm")
    person = Person(role="business-analyst")
    assert progress(path, person, month=Int64(3)) == progress(path, person, month=3)
    alone = replace(PRODUCT, activities={})
    ends = "spm", "director-of-product"
    assert repairs(alone, *ends, most=Int64(1)) == repairs(alone, *ends, most=1)
    assert parse_level(PRODUCT, Int64(2)) == 2


def test_numbers_of_the_libraries_themselves():
    """Where numpy and pandas are there, with theirs."""
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"months": [6, 7]}, dtype="Int64")
    for number in (numpy.int64(6), numpy.uint8(6), table["months"][0]):
        assert type(whole(number)) is int
        assert Person(months_in_role=number) == Person(months_in_role=6)
    assert type(whole(numpy.True_)) is not int
    row = pandas.Series({"months": 6.0, "role": "PM", "finance": pandas.NA})
    person = Person.of(
        PRODUCT, role=row["role"], months_in_role=row["months"], skills=row[["finance"]]
    )
    assert person == Person(role="product-manager", months_in_role=6)


def test_all_else_stays_as_it_is():
    """So that whoever checks it finds what was given."""
    for value in (True, 2.0, "2", None):
        assert whole(value) is value
    assert index(whole(Int64(3))) == 3
