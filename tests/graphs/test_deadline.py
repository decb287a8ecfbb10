"""Time limits, and shares of them."""

from __future__ import annotations

from math import inf

import pytest
from support.clocks import Clock, looks
from support.growth_cases import move, tiny

from graphs import Deadline, growth_path
from graphs.deadline import TimeUp


def test_it_passes_when_nothing_is_left():
    clock = Clock()
    deadline = clock.limit(10)
    clock.now = 9
    assert (deadline.left, deadline.passed) == (1, False)
    deadline.check()
    clock.now = 10
    assert (deadline.left, deadline.passed) == (0, True)
    with pytest.raises(TimeUp):
        deadline.check()


def test_a_share_is_of_what_is_left():
    """And of a whole that has passed there is no share."""
    clock = Clock()
    deadline = clock.limit(10)
    clock.now = 2
    half = deadline.share(1 / 2)
    assert half.left == 4
    clock.now = 5
    assert (half.left, half.share(1).left, deadline.left) == (1, 1, 5)
    clock.now = 11
    assert deadline.share(1).passed


def test_a_share_may_be_no_less_than_some_seconds():
    """But never more than the whole."""
    clock = Clock()
    deadline = clock.limit(10)
    assert deadline.share(1 / 100, 3).left == 3
    assert deadline.share(1 / 2, 3).left == 5
    clock.now = 8
    assert deadline.share(1 / 100, 3).left == 2
    clock.now = 12
    assert deadline.share(1 / 100, 3).passed


def test_it_can_begin_again():
    """With all the seconds that there were."""
    clock = Clock()
    deadline = clock.limit(10)
    clock.now = 7
    assert deadline.again().left == 10
    assert deadline.share(1 / 3).again().left == 1


def test_no_limit_never_passes():
    assert not Deadline(inf).passed
    assert Deadline(inf).share(1 / 2).left == inf


def test_a_question_looks_at_the_clock_that_it_is_given():
    """And at no other: where that stands still, however short the limit, it is answered."""
    ladder = tiny(move("a", "b"))
    assert growth_path(ladder, "a", "b", time_limit=Clock().limit(1e-9)).optimal
    deadline = looks(5)
    growth_path(ladder, "a", "b", time_limit=deadline)
    assert deadline.left < 4
