"""The roles that a question is about: what is left of it when all else is understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .names import MARK
from .sentence import ROLE, Sentence
from .vocabulary import BRIDGES, CUES, FILLERS, JOINTS, PHRASES, Direction

_TIES = frozenset(("of", "&"))
"""What joins to a role words that make it another: "VP of marketing"; "in" does before a name."""
_LONGEST_CUE = max(len(cue.split()) for cue in (*CUES, *PHRASES))


class Mention(NamedTuple):
    """A name, or words that nobody knows, with what the words before them say."""

    text: str
    """With marks."""
    direction: Direction | None = None
    joint: str = ""
    """The word by which it joins as a condition, and those between."""

    @property
    def is_role(self) -> bool:
        """Whether it is the name of a role at an end of the way, and nothing more."""
        return not self.joint and bool(re.fullmatch(ROLE, self.text))


def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """Find what is neither cue nor filling, in the order of the sentence.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> said = "how does a chief analyst become SPM without a wizard"
    >>> for each in mentions(Sentence.of(said, bundled("product-management"), Month(2027, 1), {})):
    ...     print(each)
    Mention(text='chief §r0', direction=None, joint='')
    Mention(text='§r1', direction='to', joint='')
    Mention(text='wizard', direction=None, joint='without a')
    """
    return tuple(_Walk(sentence.text.split()))


class _Walk:
    """One walk along the words of a sentence."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.place = 0
        self.direction: Direction | None = None
        self.between = False

    def __iter__(self) -> Iterator[Mention]:
        while self.place < len(self.words):
            word = self.words[self.place]
            if self.between and word == "and":
                self.direction, self.between = "to", False
                self.place += 1
            elif cue := self._cue_at(self.place):
                self._turn(cue)
            elif word in FILLERS or word == ",":
                self.direction = self.direction if word in BRIDGES else None
                self.place += 1
            else:
                yield self._mention()
                self.direction = None

    def _turn(self, cue: str) -> None:
        """Change the direction; "as" does not, in "to a job as an analyst", phrases end it."""
        if cue != "as" or self.direction is None:
            self.direction = CUES.get(cue)
        self.between = self.between or cue == "between"
        self.place += len(cue.split())

    def _mention(self) -> Mention:
        begun = self.place
        joint = self._joint()
        end = self.place = max(self._end_of_name(), begun + 1)
        start = begun + len(joint.split())
        text = " ".join(self.words[start:end])
        if joint:
            return Mention(text, None, joint)
        return Mention(text, self.direction)

    def _joint(self) -> str:
        """A word that begins a condition, and what stands between it and a name."""
        if self.words[self.place] not in JOINTS:
            return ""
        end = self.place + 1
        while end < len(self.words) and self.words[end] in BRIDGES and not self._cue_at(end):
            end += 1
        joint = " ".join(self.words[self.place : end])
        self.place = end
        return joint

    def _cue_at(self, place: int) -> str | None:
        """Words that give a direction, or say nothing together."""
        for count in range(_LONGEST_CUE, 0, -1):
            cue = " ".join(self.words[place : place + count])
            if cue in CUES or cue in PHRASES:
                return cue
        return None

    def _end_of_name(self) -> int:
        """Where words end that belong to one name, be it one that nobody has.

        Two roles side by side are two, but a role "of" another is somebody else.
        """
        end = self.place
        while end < len(self.words):
            if end > self.place and self._is_tie(end) and self._is_content(end + 1):
                end += 2
            elif self._is_content(end) and not (self._is_role(end) and self._is_role(end - 1)):
                end += 1
            else:
                break
        return end

    def _is_tie(self, place: int) -> bool:
        behind = self.words[place + 1 : place + 2]
        return self.words[place] in _TIES or (
            self.words[place] == "in" and any(word.startswith(MARK) for word in behind)
        )

    def _is_role(self, place: int) -> bool:
        return place >= self.place and bool(re.fullmatch(ROLE, self.words[place]))

    def _is_content(self, place: int) -> bool:
        return place < len(self.words) and not (
            self.words[place] in FILLERS
            or self.words[place] in JOINTS
            or self.words[place] == ","
            or self._cue_at(place)
        )
