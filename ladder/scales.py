"""Words that people use for levels, in four languages, and the order that they are always in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from ladder.matching import fold

# The scales that skill matrices commonly use, the lowest level first; a level that is written in
# several ways has the commonest first.
_SCALES = tuple(
    tuple(level.split("/") for level in line.split(" < "))
    for line in (
        "awareness < working < practitioner < expert",
        "novice < advanced beginner < competent < proficient < expert",
        "beginner < intermediate < advanced < expert",
        "basic/basics < intermediate < advanced < expert",
        "fundamental < novice < intermediate < advanced < expert",
        "foundation < intermediate < advanced < expert",
        "foundational < intermediate < advanced < expert",
        "emerging < developing < proficient < advanced < expert",
        "learning < practising/practicing < mastering < leading",
        "follow < assist < apply < enable < ensure or advise < initiate or influence"
        " < set strategy",
        "low < medium < high",
        "basic < good < very good < expert",
        "poor < fair < good < very good < excellent",
        "beginner < competent < proficient < expert",
        "aware < able < skilled < expert",
        "junior < mid/middle/mid-level < senior",
        "Anfänger/Anfängerin/Einsteiger/Einsteigerin < Fortgeschritten/Fortgeschrittene/"
        "Fortgeschrittener < Experte/Expertin/Profi",
        "Grundkenntnisse/Grundlagen/Basiswissen/Basis < Fortgeschritten/fortgeschrittene Kenntnisse"
        "/erweiterte Kenntnisse/Aufbauwissen < Experte/Expertin/Expertenwissen/Expertenkenntnisse",
        "Grundkenntnisse/Grundlagen < gute Kenntnisse/gut < sehr gute Kenntnisse/sehr gut"
        " < Experte/Expertin/Expertenwissen/Expertenkenntnisse",
        "Neuling < fortgeschrittener Anfänger < kompetent/Kompetenz < gewandt/erfahren < Experte",
        "kennen/Kenner < können/Könner < beherrschen < lehren",
        "gering/niedrig < mittel < hoch",
        "ausreichend < befriedigend < gut < sehr gut",
        "débutant/débutante < intermédiaire < avancé/avancée/confirmé/confirmée"
        " < expert/experte/expertise",
        "notions/notion < pratique < maîtrise < expertise/expert/experte",
        "notions/bases/base < intermédiaire < maîtrise/avancé < expertise/expert/experte",
        "initiation < perfectionnement < maîtrise < expertise/expert/experte",
        "faible < moyen/moyenne < élevé/élevée/fort/forte",
        "básico/básica < intermedio/intermedia < avanzado/avanzada < experto/experta",
        "principiante < intermedio/intermedia < avanzado/avanzada < experto/experta",
        "nociones < intermedio/intermedia < avanzado/avanzada/dominio < experto/experta",
        "bajo/baja < medio/media < alto/alta",
    )
)

SCALES = tuple(tuple(level[0] for level in scale) for scale in _SCALES)
"""Each level by its commonest word."""

NOT_ASKED = (
    "not required", "not applicable", "not needed", "not relevant", "nothing", "n.a.",
    "kein", "keine", "nein", "nicht erforderlich", "nicht relevant", "entfällt", "k.A.",
    "aucun", "aucune", "non", "néant", "sans objet", "s.o.",
    "ninguno", "ninguna", "no aplica", "no requerido",
)  # fmt: skip


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Fold a word so that accents and umlauts do not matter, however they are written.

    >>> plain("Anfänger") == plain("ANFAENGER"), plain("débutant")
    (True, 'debutant')
    """
    folded = without_accents(fold(text))
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        folded = folded.replace(two, one)
    return folded


def without_accents(text: str) -> str:
    """Take off what stands above and below letters."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


@cache
def _plain_scales() -> tuple[Mapping[str, int], ...]:
    """Of each scale, from the folded words to the level's place in it, from 1."""
    return tuple(
        {plain(word): at for at, words in enumerate(scale, start=1) for word in words}
        for scale in _SCALES
    )


@cache
def _order() -> Mapping[frozenset[str], str]:
    """Of two words that stand in one scale, the lower; where scales do not agree, the empty."""
    lower: dict[frozenset[str], str] = {}
    for scale in _plain_scales():
        for one, other in combinations(scale, 2):
            if scale[one] != scale[other]:
                first = min(one, other, key=scale.__getitem__)
                if lower.setdefault(frozenset((one, other)), first) != first:
                    lower[frozenset((one, other))] = ""
    return lower


@cache
def known_words() -> frozenset[str]:
    """All words for levels, folded."""
    return frozenset(word for scale in _plain_scales() for word in scale)


def usual_levels(words: Counter[str], highest: int = 0) -> dict[str, int] | None:
    """Order the levels that words mean: from each name, and other words for it, to its number.

    The whole of a usual scale where only that has all of the words, or most where no order has
    them all. The first word for each level is its name. ``highest`` is the highest number that
    stands beside the words.

    >>> usual_levels(Counter(["Expert", "working"]))
    {'awareness': 1, 'working': 2, 'practitioner': 3, 'expert': 4}
    >>> usual_levels(Counter(["splendid"])) is None
    True
    """
    seen: Counter[str] = Counter()
    for word, often in words.items():
        seen[plain(word)] += often
    fits = [sum(seen[word] for word in scale) for scale in _plain_scales()]
    best = max(fits)
    fitting = [scale for scale, fit in zip(_SCALES, fits, strict=True) if fit == best]
    if best < seen.total() and not highest and (levels := _sorted(words)):
        return levels
    if 2 * best <= seen.total():
        return None
    if best < seen.total() and len({frozenset(_of(scale, seen)) for scale in fitting}) > 1:
        return None
    if highest and len({tuple(_places(scale, seen)) for scale in fitting}) > 1:
        return None  # what a number beside the words means hangs on which scale it is
    first, *others = fitting
    ordered = [
        level
        for level in first
        if not others or highest or any(plain(word) in seen for word in level)
    ]
    return {word: at for at, level in enumerate(ordered, start=1) for word in level}


def _of(scale: Iterable[Iterable[str]], seen: Collection[str]) -> Iterator[str]:
    """Those of the words that are in a scale."""
    return (plain(word) for level in scale for word in level if plain(word) in seen)


def _places(scale: Iterable[Iterable[str]], seen: Collection[str]) -> Iterator[tuple[str, int]]:
    """Numbers of the words, by the word."""
    numbers = ((plain(word), at) for at, level in enumerate(scale) for word in level)
    return iter(sorted((word, at) for word, at in numbers if word in seen))


def _sorted(words: Counter[str]) -> dict[str, int] | None:
    """Put words in order, where for each two of them some scale says which is the lower."""
    spelt: dict[str, str] = {}
    for word in sorted(words, key=lambda word: (-words[word], word)):
        spelt.setdefault(plain(word), word)
    order = _order()
    if not known_words() >= set(spelt) or not all(
        order.get(frozenset(pair)) for pair in combinations(spelt, 2)
    ):
        return None
    above = {
        word: sum(order[frozenset((word, other))] == other for other in spelt if other != word)
        for word in spelt
    }
    ranked = sorted(spelt, key=above.__getitem__)
    if [above[word] for word in ranked] != list(range(len(ranked))):
        return None
    return {spelt[word]: at for at, word in enumerate(ranked, start=1)}
