"""What stands in the cells of a matrix, taken apart before it is known what the levels are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ladder.matching import fold
from ladder.scales import NOT_ASKED, known_words, plain

from .parts import POINT, SPACE, STRONG, Part, apart, ends
from .quantities import Quantity, quantity
from .signs import is_sign

EMPTY = ("", "-", "–", "—", ".", "/", "n/a", "na", "none", "nil", "no", "0", "false", *NOT_ASKED)

UNSURE = frozenset(
    map(
        plain,
        (
            "optional", "nice to have", "desirable", "desired", "bonus", "preferred", "tbd", "tbc",
            "?", "if applicable", "wünschenswert", "von Vorteil", "souhaité", "souhaitable",
            "facultatif", "deseable", "opcional",
        ),
    )
)  # fmt: skip
"""What beside a level leaves it open whether that is required at all."""

_EMPTY = {fold(text) for text in EMPTY}


@dataclass(frozen=True, slots=True)
class Census:
    """What stands in the cells, how often each."""

    whole: Counter[str]
    heads: Counter[str]
    """What is likely to be the level."""
    pairs: Counter[tuple[str, str]]
    """Levels with what is written beside them."""

    def numbers(self) -> Counter[Quantity]:
        """Those that are numbers, without dates."""
        return Counter(
            {
                number: often
                for head, often in self._numbers()
                if (number := head) and number.kind != "date"
            }
        )

    def _numbers(self) -> Iterable[tuple[Quantity | None, int]]:
        found: Counter[Quantity | None] = Counter()
        for head, often in self.heads.items():
            found[quantity(head)] += often
        return found.items()

    def named(self) -> Counter[tuple[str, str]]:
        """Numbers with words beside them, other than such as leave the level open."""
        pairs = Counter(
            {
                (head, rest): often
                for (head, rest), often in self.pairs.items()
                if quantity(head) and not (is_zero(head) and is_empty(rest, _EMPTY))
            }
        )
        heads = {head for head, _ in pairs}
        if len(pairs) == len(heads) and pairs.total() == sum(self.heads[head] for head in heads):
            return pairs  # each of them always has the same: its name, whatever that is
        return Counter({pair: n for pair, n in pairs.items() if plain(pair[1]) not in UNSURE})

    def dates(self) -> list[str]:
        """Those that are dates."""
        return [head for head in self.heads if (n := quantity(head)) and n.kind == "date"]

    def words(self) -> Counter[str]:
        """Those that are no numbers."""
        return Counter(
            {
                head: often
                for head, often in self.heads.items()
                if not quantity(head) and plain(head) not in UNSURE
            }
        )


def census(texts: Iterable[str], nothing: Collection[str], synonyms: Mapping[str, str]) -> Census:
    """Take the cells apart that ask for anything."""
    seen = Counter(synonyms.get(fold(text), text) for text in texts if not is_empty(text, nothing))
    heads, pairs = Counter[str](), Counter[tuple[str, str]]()
    for text, often in seen.items():
        if both := word_range(text):
            heads.update(dict.fromkeys(both, often))
            continue
        head, rest = likely(text)
        head = synonyms.get(fold(head), head)
        heads[head] += often
        if rest:
            pairs[head, rest] += often
    return Census(seen, heads, pairs)


def level_in(text: str) -> str:
    """Find what is likely to be the level in a cell.

    >>> level_in("Good: joins"), level_in("★★☆ joins"), level_in("splendid")
    ('Good', '★★☆', 'splendid')
    """
    return likely(text)[0]


def is_level(text: str) -> bool:
    """Tell whether a cell begins with what is a level nearly everywhere."""
    head = level_in(text)
    return bool(quantity(head) or is_sign(head) or plain(head) in known_words())


def likely(text: str) -> tuple[str, str]:
    """Take a cell apart before its scale is known."""
    first = None
    for part in apart(text):
        if quantity(part.head) and part.kind != POINT and _is_pair(text, part):
            return part.head, part.rest
        if fits(part) and part.kind != SPACE and plain(part.head) in known_words():
            return part.head, part.rest
        if fits(part) and part.kind != POINT and is_sign(part.head):
            return part.head, part.rest
        if part.kind == STRONG:
            first = first or part
    return (first.head, first.rest) if first else (text, "")


def _is_pair(text: str, part: Part) -> bool:
    """Tell whether a word after a mere space is a level's name: "2 working", not "2 years"."""
    return part.kind != SPACE or text[0].isalpha() or plain(part.rest) in known_words()


def is_zero(head: str) -> bool:
    """Tell whether a text is the number 0."""
    number = quantity(head)
    return number is not None and not number.value


def word_range(text: str) -> tuple[str, str] | None:
    """Two words for levels, from one to the other."""
    both = ends(text)
    return both if both and {*map(plain, both)} <= known_words() else None


def is_empty(text: str, empty: Collection[str]) -> bool:
    """Tell whether a cell says that a skill is not asked for."""
    return not text or fold(text) in empty or text in EMPTY


def fits(part: Part) -> bool:
    """Tell whether what separates a level from a text is enough for a level of this kind."""
    if part.kind == POINT:
        return plain(part.head) in known_words()
    if part.kind == SPACE:
        return not any(c.isalnum() for c in part.head)
    return True
