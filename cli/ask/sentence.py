"""A question while it is read: what is left of it, and what was understood so far.

The names in it are marked first, so that no name is taken for anything else. Each reader then cuts
out what it understands. What is left at the end was not understood; so nothing can get lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from graphs.plans.month import Month
from ladder import Ladder, LadderError, UnknownName, find_role
from ladder.wording import quoted

from .names import FINDERS, MARK, Name, marked
from .words import even

LONGEST = 1000

ROLE = rf"{MARK}r\w*"
SKILL = rf"{MARK}r?s\w*"
ACTIVITY = rf"{MARK}s?(?:a|k)\w*"
ANY_NAME = rf"{MARK}\w+"
"""Patterns of a marked name that may mean such a thing."""


def whole(pattern: str) -> str:
    """Pattern that matches whole words only."""
    return rf"(?<!\S)(?:{pattern})(?!\S)"


class Condition(NamedTuple):
    """What a question asks beside its roles, as an option says it."""

    option: str
    value: str
    said: str
    """The words of the question."""


class Missing(NamedTuple):
    """A part that the question leaves out, to be asked for."""

    part: str
    question: str
    read: Callable[[Ladder, str], object] = find_role
    """Raises what is wrong with an answer."""
    hint: str = ""
    """How the question could have said it."""


class Sentence(NamedTuple):
    """What is left of a question, and what was understood."""

    text: str
    names: tuple[Name, ...]
    ladder: Ladder
    today: Month
    answers: Mapping[str, str]
    """What was asked back and answered, by the part that was missing."""
    conditions: tuple[Condition, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences on how something was understood."""
    doubts: tuple[str, ...] = ()
    """Sentences on what cannot be used."""
    missing: tuple[Missing, ...] = ()
    costed: bool = False
    """Whether it asks what a way costs."""
    yearly: str = ""
    """A sentence on a budget for each year, which no plan keeps."""

    @classmethod
    def of(
        cls, question: str, ladder: Ladder, today: Month, answers: Mapping[str, str]
    ) -> Sentence:
        """Begin to read a question."""
        if len(question) > LONGEST:
            raise LadderError(
                f"the question is longer than {LONGEST} characters; ask it in one line"
            )
        return cls(*marked(even(question), ladder), ladder, today, answers)

    def has(self, words: str) -> bool:
        """Whether it has one of some words: where not, a pattern need not be compiled."""
        return not set(words.split()).isdisjoint(self.text.split())

    def has_number(self) -> bool:
        """Whether it has digits, those of marks apart."""
        return any(word[0] != MARK and re.search(r"\d", word) for word in self.text.split())

    def take(
        self,
        pattern: str,
        read: Callable[[Sentence, re.Match[str]], Sentence | None],
        *,
        words: str = "",
    ) -> Sentence:
        """Cut out each match of a pattern, and read it; it stays where reading it gives None.

        A match is of whole words. Where words are given, each match has one of them.
        """
        if words and not self.has(words):
            return self
        sentence, place = self, 0
        compiled = re.compile(whole(pattern))
        while found := compiled.search(sentence.text, place):
            understood = read(sentence, found)
            place = found.end() if understood is None else 0
            sentence = understood or sentence
        return sentence

    def cut(self, found: re.Match[str], instead: str = "") -> Sentence:
        """Leave out a match, or put something in its place."""
        before, after = found.string[: found.start()], found.string[found.end() :]
        return self._replace(text=" ".join(f"{before} {instead} {after}".split()))

    def without_kinds(self) -> Sentence:
        """Give up the marks of mere kinds of activities: "which courses are there"."""
        plain = re.sub(rf"{MARK}k\d+", lambda mark: self.name(mark[0]).text, self.text)
        return self._replace(text=plain)

    def told(self, found: re.Match[str] | str) -> str:
        """Words of the question, in quotes."""
        return quoted(self.plain(found if isinstance(found, str) else found[0]))

    def plain(self, text: str) -> str:
        """Words of the question, with the names as they were typed."""
        said = re.sub(ANY_NAME, lambda mark: self.name(mark[0]).text, text)
        return said.replace(" ,", ",").strip(" ,")

    def name(self, mark: str) -> Name:
        """The name behind a mark."""
        return self.names[int(re.sub(r"\D", "", mark))]

    def having(self, option: str, value: str, found: re.Match[str] | str) -> Sentence:
        """Understand a condition."""
        said = self.plain(found if isinstance(found, str) else found[0])
        return self._replace(conditions=(*self.conditions, Condition(option, value, said)))

    def having_all(self, option: str, kind: str, marks: str, found: re.Match[str]) -> Sentence:
        """Understand a condition for each of the marked names."""
        sentence = self
        for mark in re.findall(ANY_NAME, marks):
            for each in sentence.ids(mark, kind):
                sentence = sentence.having(option, each, found)
        return sentence

    def ids(self, mark: str, kind: str) -> tuple[str, ...]:
        """What of a kind a name stands for."""
        return self.name(mark).meanings.get(kind, ())

    def ambiguous(self, mark: str, kind: str) -> str | None:
        """What is wrong with a name that several things of a kind share."""
        try:
            FINDERS[kind](self.ladder, self.name(mark).text)
        except UnknownName as error:
            return str(error)
        return None

    def doubting(self, sentence: str) -> Sentence:
        """Say that something cannot be used, and why."""
        return self._replace(doubts=(*self.doubts, sentence))

    def remarking(self, sentence: str) -> Sentence:
        """Say how something was understood."""
        return self._replace(remarks=(*self.remarks, sentence))

    def counting_from(self, month: Month) -> Sentence:
        """Count dates from another month than today's."""
        return self._replace(today=month)

    def lacking(self, missing: Missing) -> Sentence:
        """Ask for a part."""
        return self._replace(missing=(*self.missing, missing))
