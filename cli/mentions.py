"""Roles found in a sentence, each with the direction that the words before it give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladder import Ladder
from ladder.folding import words

from .cues import BRIDGES, CONNECTIVES, CUES, FILLERS, Direction

ARROWS = re.compile(r"[-=–—]+>|(?<=\s)>(?=\s)|[→⇒➔➜]")
BREAKS = ",.;!?-–—"
PUNCTUATION = BREAKS + ":()\"“”„«»'‘’…[]{}"


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
    """

    text: str
    direction: Direction | None
    role: str | None = None


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
    Mention(text='analyst', direction='from', role='business-analyst')
    Mention(text='chef', direction='to', role=None)
    """
    return tuple(_Scan(_split(question), _names(ladder)))


def _split(question: str) -> list[tuple[str, bool]]:
    """Words, each with whether the sentence breaks off before it."""
    found = []
    broken = False
    for chunk in ARROWS.sub(" to ", question).split():
        broken = broken or chunk[0] in BREAKS
        for word in _bare(chunk):
            found.append((word, broken))
            broken = False
        broken = broken or chunk[-1] in BREAKS
    return found


def _bare(text: str) -> Iterator[str]:
    """Words as they compare, without punctuation: "I'm" is "im", and "analyst's" is "analyst"."""
    for word in words(re.sub(r"['’]s\b", "", text)):
        bare = word.strip(PUNCTUATION).replace("'", "").replace("’", "")
        if bare:
            yield bare


def _names(ladder: Ladder) -> dict[tuple[str, ...], str | None]:
    """Every name of every role, as words, to its id; to None where several roles share the name.

    Plurals count too, where they are not the names of something else.
    """
    names: dict[tuple[str, ...], str | None] = {}
    for role in ladder.roles.values():
        for called in {tuple(_bare(name)) for name in (role.id, role.name, *role.aliases)}:
            names[called] = None if called in names else role.id
    names.pop((), None)
    for called, owner in tuple(names.items()):
        names.setdefault((*called[:-1], called[-1] + "s"), owner)
    return names


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
                after = self._name_goes_on(place)
                place += len(after)
                yield self._mention(name, after)
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

    def _name_goes_on(self, place: int) -> tuple[str, ...]:
        """Words behind a name that names of roles are made of, and that nothing sets apart."""
        end = place
        while end < len(self.said) and not self.said[end][1]:
            word = self.said[end][0]
            if word not in self.parts or word in FILLERS:
                break
            if self._cue_at(end) or self._name_at(end):
                break
            end += 1
        return self._words(place, end - place)

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
