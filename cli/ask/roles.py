"""The two roles that a question is about.

Roles are found in the sentence, each with the direction that the words before it give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ladder import Ladder, LadderError, UnknownName, find_role
from ladder.wording import listed

from .vocabulary import BRIDGES, CONNECTIVES, CUES, FILLERS, TIES, Direction, role_names, split


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a role, or might."""

    text: str
    direction: Direction | None
    """What the words before it say; None if they say nothing."""
    role: str | None = None
    """Id of the role that has exactly this name; None if none has."""
    aside: bool = False
    """Whether the words only add to the role before them, as "of marketing" may."""


def mentions(question: str, ladder: Ladder) -> tuple[Mention, ...]:
    """Find what may name a role, in the order of the sentence.

    The longest name wins. A name that goes on in words of its own kind ("chief product manager",
    where only the product manager is known) counts as the unknown name that it is.

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


class NotUnderstood(LadderError):
    """A question that does not say, or says twice, where from or where to."""


class Asked(NamedTuple):
    """The two roles that a question is about."""

    source: str
    target: str
    unused: tuple[str, ...] = ()
    """Words in it that may have been meant to say more, and were not used."""


def understand(question: str, ladder: Ladder, *, standing: str | None = None) -> Asked:
    """Read off from which role to which a question asks.

    >>> from ladder import bundled
    >>> understand("As an analyst, how can I become SPM?", bundled("product-management"))
    Asked(source='business-analyst', target='senior-product-manager', unused=())
    """
    found = mentions(question, ladder)
    sources = _named(ladder, found, "from") or ({standing} if standing else set())
    targets = _named(ladder, found, "to")
    said = _named(ladder, found, None)
    others = said - sources - targets
    if not others and not (sources and targets):
        others = said  # "as a PM, how do I become PM" is a question too
    if len(others) == 1 and bool(sources) != bool(targets):
        sources, targets, others = sources or others, targets or others, set()
    if len(sources) == len(targets) == 1 and not others:
        ends = sources.pop(), targets.pop()
        return Asked(*ends, _unused(ladder, found, ends))
    raise NotUnderstood(_why(ladder, found, sources, targets, others) + _example(ladder))


def _named(ladder: Ladder, found: tuple[Mention, ...], direction: Direction | None) -> set[str]:
    """Roles mentioned in a direction.

    A part of a name will do where the words before it leave no doubt that a role is meant.
    """
    here = [one for one in found if one.direction == direction and not one.aside]
    exact = {mention.role for mention in here if mention.role}
    if exact and not direction:
        return exact
    loose = {_loosely(ladder, mention) for mention in here if not mention.role}
    return exact | {role for role in loose if role}


def _unused(ladder: Ladder, found: tuple[Mention, ...], ends: tuple[str, str]) -> tuple[str, ...]:
    """Words that are neither a role's name nor the part of one that gave an end of the way."""
    left = (one for one in found if not one.role)
    return tuple(one.text for one in left if one.aside or _loosely(ladder, one) not in ends)


def _loosely(ladder: Ladder, mention: Mention) -> str | None:
    """The one role that has these words in its name, if there is such a one."""
    try:
        return find_role(ladder, mention.text).id
    except UnknownName:
        return None


def _why(
    ladder: Ladder,
    found: tuple[Mention, ...],
    sources: set[str],
    targets: set[str],
    others: set[str],
) -> str:
    """What is missing, or there twice."""
    if len(sources) > 1 or len(targets) > 1 or (sources and targets):
        roles = sorted(sources | targets | others, key=list(ladder.roles).index)
        return f"one way at a time, please; these are more than two roles: {_names(ladder, roles)}"
    if len(others) == 2 and not sources and not targets:
        return f"from which to which? Say so with from and to: {_names(ladder, sorted(others))}"
    understood = [f"from {_names(ladder, sources)}"] if sources else []
    understood += [f"to {_names(ladder, targets)}"] if targets else []
    if others and not understood:
        understood = [_names(ladder, others)]
    missing = "the role to start from" if targets else "the role to get to"
    if not sources and not targets:
        missing = "the two roles, from and to" if not others else "the other role"
    unknown = _unknown(ladder, found, bool(sources), bool(targets))
    so_far = f"\nUnderstood so far: {' and '.join(understood)}." if understood else ""
    return f"{unknown or f'the question does not say {missing}'}{so_far}"


def _unknown(
    ladder: Ladder, found: tuple[Mention, ...], sourced: bool, targeted: bool
) -> str | None:
    """What is wrong with the likeliest name that nobody has."""
    wanted = [
        mention
        for mention in found
        if not mention.role
        and not mention.aside
        and not (mention.direction == "from" and sourced)
        and not (mention.direction == "to" and targeted)
    ]
    errors = []
    for mention in wanted[:8]:
        try:
            find_role(ladder, mention.text)
        except UnknownName as error:
            errors.append((not error.suggestions, mention.direction is None, str(error)))
    return min(errors, key=lambda one: one[:2])[2] if errors else None


def _names(ladder: Ladder, roles: Iterable[str]) -> str:
    return listed([ladder.roles[role].name for role in roles], "and")


def _example(ladder: Ladder) -> str:
    """A question that this ladder can answer."""
    move = next(ladder.moves(), None)
    if move is None:
        return ""
    _, start, transition = move
    source, target = ladder.roles[start].name, ladder.roles[transition.to_role].name
    return f'\nAsk like this: ladder ask "how do I get from {source} to {target}"'
