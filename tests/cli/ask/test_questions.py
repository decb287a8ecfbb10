"""Questions as people type them: what each is answered with, and that no word of one is lost."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import cache

import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st
from support.questions import BY_LADDER, TODAY

from cli.ask.kinds import KINDS, Kind
from cli.ask.understand import NotUnderstood, PartMissing, understand
from graphs.plans.month import Month
from ladder import LadderError, bundled

Run = Callable[..., Result]

loaded = cache(bundled)

TABLE = [
    (name, question, answer)
    for name, questions in BY_LADDER.items()
    for question, answer in questions.items()
]
ANSWERED = [(name, question) for name, question, answer in TABLE if answer[0] not in "?!"]


def asked(name: str, question: str) -> str:
    """The command that answers a question, or what is said instead."""
    try:
        understood = understand(question, loaded(name), today=Month.read(TODAY))
    except PartMissing as missing:
        return f"? {missing}"
    except NotUnderstood as error:
        return f"! {error}"
    return shlex.join(understood.words)


@pytest.mark.parametrize(("name", "question", "answer"), TABLE)
def test_what_answers_a_question(name: str, question: str, answer: str) -> None:
    """The command with all that the question says, or what is asked back, or what is wrong."""
    said = asked(name, question)
    if answer[0] in "?!":
        assert said[0] == answer[0]
        assert answer[2:] in said
    else:
        assert said == answer


def test_there_are_sixty_of_every_kind() -> None:
    """All bundled ladders are asked, every kind of question is, and some are refused."""
    answers = [answer for _, _, answer in TABLE]
    assert len(answers) >= 60
    assert {answer.split()[0] for answer in answers} >= {
        "?",
        "!",
        *(kind.command for kind in KINDS),
    }
    assert all(BY_LADDER.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.example)
@pytest.mark.parametrize("name", BY_LADDER)
def test_the_example_of_a_kind_asks_for_it(name: str, kind: Kind) -> None:
    """What is told as an example is understood, as what it is an example of."""
    ladder = loaded(name)
    move = next(iter(ladder.moves()))
    start, end, skill = ladder.roles[move[1]], ladder.roles[move[2].to_role], "strategic thinking"
    question = kind.example.format(**{"from": start.name, "to": end.name, "skill": skill})
    parts = {"from": start.id, "to": end.id, "role": end.id, "skill": "strategic-thinking"}
    assert asked(name, question) == shlex.join((kind.command, *(parts[one] for one in kind.needs)))


WORDS = "wizardry london dragons visas overseas childcare quietly kubernetes barista 7 99 2x"
UNKNOWN = st.one_of(
    st.sampled_from(WORDS.split()),
    st.text("qxzjkv", min_size=5, max_size=9),
)
CONDITIONS = st.sampled_from(
    (
        *("avoiding {}", "without {}", "without any {}", "via {}", "with {}", "with {} at working"),
        *("in {}", "at {}", "by {}", "before {}", "after {}", "for {}", "within {}", "only {}"),
        *("not via {}", "through the {}", "I know {}", "{}", "{} time", "and no {}", "if I am {}"),
        *("for at most {}", "within {} lunches", "at a {} pace", "as cheap as {}", "until {} ends"),
    )
)


@given(st.sampled_from(ANSWERED), CONDITIONS, UNKNOWN, st.data())
def test_no_condition_is_dropped(
    good: tuple[str, str], condition: str, unknown: str, data: st.DataObject
) -> None:
    """A good question with a condition in it that cannot be used is never answered."""
    name, question = good
    words = question.split()
    place = data.draw(st.integers(0, len(words)))
    spoilt = " ".join((*words[:place], condition.format(unknown), *words[place:]))
    with pytest.raises(LadderError):
        understand(spoilt, loaded(name), today=Month.read(TODAY))


MEANING = "not never without after before except or less than twice no same unless part half"


@given(st.sampled_from(ANSWERED), st.sampled_from(MEANING.split()), st.data())
def test_no_word_with_a_meaning_is_dropped(
    good: tuple[str, str], word: str, data: st.DataObject
) -> None:
    """One more such word changes what is understood, if anything still is."""
    name, question = good
    words = question.split()
    place = data.draw(st.integers(0, len(words)))
    spoilt = " ".join((*words[:place], word, *words[place:]))
    said = asked(name, spoilt)
    assert said[0] in "?!" or said != asked(name, question) or f"without {word}" in spoilt


def test_what_is_not_understood_is_exit_code_two(run: Run) -> None:
    """It is named, with what of the rest could be asked, and what can be said."""
    result = run("ask", "how do I get from analyst to SPM in London")
    assert (result.exit_code, result.stdout) == (2, "")
    assert '"london"' in result.stderr
    assert "ladder path business-analyst senior-product-manager" in result.stderr
    assert "avoiding ROLE" in result.stderr
    assert max(map(len, result.stderr.splitlines())) <= 80, result.stderr
