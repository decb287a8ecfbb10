"""Roles found in a sentence, each with the direction that the words before it give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladder import Ladder

from .cues import BRIDGES, CONNECTIVES, CUES, FILLERS, TIES, Direction
from .question_words import role_names, split


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a role, or might.

    Parameters
    ----------
    text : str
        The words.
    direction : {"from", "to"} or None
        What the words before it say; None if they say nothing.
    role : str or None
        Id of the role that has exactly this name; None if none has.
    aside : bool
        Whether the words only add to the role before them, as "of marketing" may.
    """

    text: str
    direction: Direction | None
    role: str | None = None
    aside: bool = False


def mentions(question: str, ladder: Ladder) -> tuple[Mention, ...]:
    """Find what may name a role, in the order of the sentence.

    The longest name wins. A name that goes on in words of its own kind ("chief product manager",
    where only the product manager is known) counts as the unknown name that it is.

    Parameters
    ----------
    question : str
    ladder : Ladder

    Returns
    -------
    tuple of Mention

    Examples
    --------
    >>> from ladder import bundled
    >>> for mention in mentions("from analyst to chef", bundled("product-management")):
    ...     print(mention)
    Mention(text='analyst', direction='from', role='business-analyst', aside=False)
    Mention(text='chef', direction='to', role=None, aside=False)
    """
    return tuple(_Scan(split(question), role_names(ladder)))


class _Scan:
    """One walk along the words of a sentence."""

    def __init__(
        self, said: list[tuple[str, bool]], names: dict[tuple[str, ...], str | None]
    ) -> None:
        self.said = said
        self.names = names
        self.longest = max(map(len, names), default=0)
        self.parts = {word for name in names for word in name}
        self.direction: Direction | None = None
        self.pending: list[str] = []

    def __iter__(self) -> Iterator[Mention]:
        place = 0
        between = False
        while place < len(self.said):
            word, broken = self.said[place]
            if broken:
                yield from self._loose()
                self.direction = None
            name = self._name_at(place)
            if name:
                place += len(name)
                after = self._name_goes_on(name, place)
                place += len(after)
                yield self._mention(name, after)
                if not after and (aside := self._aside(name, place)):
                    place += len(aside)
                    yield Mention(" ".join(aside), None, aside=True)
                continue
            cue = self._cue_at(place)
            if between and word == "and":
                cue, between = "to", False
            if cue:
                yield from self._loose()
                self.direction = CUES[cue]
                between = between or cue == "between"
                place += len(cue.split())
                continue
            if word in FILLERS:
                yield from self._loose()
                self.direction = self.direction if word in BRIDGES else None
            elif self.pending or word not in CONNECTIVES:
                self.pending.append(word)
            place += 1
        yield from self._loose()

    def _words(self, place: int, count: int) -> tuple[str, ...]:
        return tuple(word for word, _ in self.said[place : place + count])

    def _name_at(self, place: int) -> tuple[str, ...]:
        for count in range(min(self.longest, len(self.said) - place), 0, -1):
            if (name := self._words(place, count)) in self.names:
                return name
        return ()

    def _name_goes_on(self, name: tuple[str, ...], place: int) -> tuple[str, ...]:
        """Words behind a name that make it another one, which nobody has.

        These are such as names of roles are made of, and whatever follows "VP of" where the only
        VP is of something else.
        """
        of_another = self._joins(name, self._words(place, 1))
        end = place
        while end < len(self.said) and not self.said[end][1]:
            word = self.said[end][0]
            if word in FILLERS or self._cue_at(end):
                break
            if not of_another and (word not in self.parts or self._name_at(end)):
                break
            end += 1
        while end > place and self.said[end - 1][0] in CONNECTIVES:
            end -= 1
        return self._words(place, end - place)

    def _joins(self, name: tuple[str, ...], word: tuple[str, ...]) -> bool:
        """Whether a name goes on with "of" in a longer name."""
        begun = (*name, *word)
        return CONNECTIVES.issuperset(word) and any(
            len(known) > len(name) and known[: len(begun)] == begun for known in self.names
        )

    def _aside(self, name: tuple[str, ...], place: int) -> tuple[str, ...]:
        """Another name, tied to the one before and no longer than that: "of marketing"."""
        other = self._name_at(place + 1)
        whole = self._words(place, 1 + len(other))
        broken = any(broken for _, broken in self.said[place : place + 2])
        if broken or not 0 < len(other) <= len(name) or whole[0] not in TIES:
            return ()
        return whole

    def _cue_at(self, place: int) -> str | None:
        for count in (3, 2, 1):
            cue = " ".join(self._words(place, count))
            if cue in CUES:
                return cue
        return None

    def _mention(self, name: tuple[str, ...], after: tuple[str, ...]) -> Mention:
        whole = (*self.pending, *name, *after)
        role = self.names[name] if whole == name else None
        mention = Mention(" ".join(whole), self.direction, role)
        self.pending, self.direction = [], None
        return mention

    def _loose(self) -> Iterable[Mention]:
        """Give up the words that were waiting for a name, as one that nobody has."""
        if not self.pending:
            return
        yield Mention(" ".join(self.pending), self.direction)
        self.pending, self.direction = [], None
