"""A question in German, in the English that is read: of a closed list of words, names apart.

Only the words of ``RULES`` become others. What is in none of them stays as it is, and so is not
understood and told: no condition can get lost here either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ladder import Ladder

from .sentence import ANY_NAME, Sentence, whole
from .words import even

_MONTHS = {
    "januar": "january",
    "jänner": "january",
    "februar": "february",
    "märz": "march",
    "mai": "may",
    "juni": "june",
    "juli": "july",
    "oktober": "october",
    "dezember": "december",
}
_NUMBERS = (
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "two three four five six seven eight nine ten eleven twelve",
)
_A = r"(?:ein|eine|einen|einem|einer|eines)"
_THE = r"(?:der|die|das|den|dem|des)"
_NOW = r"(?:derzeit|zurzeit|zur zeit|aktuell|momentan|gerade|jetzt|heute|im moment)"
_WANT = r"(?:möchte|will|würde|wäre|kann|könnte|soll|sollte)"
_MOST = r"(?:höchstens|maximal|längstens)"

_COUNTED = r"(?:wechseln?|mal|wege?|rolle|stelle|position)\b"
_MONEY = r"(?:euros?|eur|€|dollars?|usd|\$|pfund|gbp|£|franken|chf)(?!\S)"

_DATE = "|".join((*_MONTHS.values(), "april", "august", "september", "november", r"\d{4}"))
_CHEAP = "(?:günstig|billig)"
_LENGTH = r"[\w.]+ (?:months|years)"

RULES: tuple[tuple[str, str], ...] = (
    # Dates and times.
    *((german, english) for german, english in _MONTHS.items()),
    *((one, other) for one, other in zip(*(each.split() for each in _NUMBERS), strict=True)),
    (r"(?:ein|einem|einen) halben|(?:ein )?halbes|(?:einem )?halben", "half a"),
    (r"(?:ein|einem|einen)?(?:einhalb|anderthalb)", "1.5"),
    (r"jahre?n?|jahrs|jahres", "years"),
    (r"monate?n?|monats", "months"),
    (rf"seit(?: etwa| rund)?(?= half a| {_LENGTH})", "for"),
    (r"seit", "since"),
    (r"schon lange|seit langem|für lange", "for long"),
    (
        rf"(?:(?:in|innerhalb|binnen)(?: von)?(?: {_MOST}| weniger als)?|{_MOST})(?= {_LENGTH})",
        "within",
    ),
    (r"bis (?:zum )?ende(?: (?:von|des))?(?: years)?", "by the end of"),
    (r"bis (?:zum )?anfang(?: (?:von|des))?(?: years)?", "by"),
    (
        rf"(?:bis|spätestens)(?: zum| im)?(?= (?:{_DATE}))",
        "by",
    ),
    # What is wished of the way.
    (rf"(?:mit|für)(?: {_A})? budget(?: von)?(?: {_MOST})?", "with a budget of"),
    (rf"für {_MOST}(?= \d+(?! {_COUNTED}))", "with a budget of"),
    (rf"(?:mit )?{_MOST}(?= \d+ {_MONEY})", "with a budget of"),
    (
        rf"am schnellsten|(?:{_THE} )?(?:schnell|kürze)sten? weg|möglichst schnell"
        "|so schnell wie möglich",
        "the quickest way",
    ),
    (
        rf"am {_CHEAP}sten|(?:{_THE} )?{_CHEAP}sten? weg|möglichst {_CHEAP}",
        "the cheapest way",
    ),
    (r"mit (?:möglichst )?(?:wenigen?|wenigsten|den wenigsten) wechseln", "with the fewest moves"),
    (r"kostenlos|kostenfrei|ohne kosten|ohne geld(?: auszugeben)?", "for free"),
    (r"nicht (?:als|über)|ohne (?:umweg über|station als)", "avoiding"),
    (r"ohne", "without"),
    (r"über(?: die (?:rolle|stelle|position))?", "via"),
    # Skills.
    (rf"(?:auf|in)(?: {_THE})?(?: stufe| niveau| level)", "at"),
    (r"(?:und )?(?:ich )?(?:kann|beherrsche|habe)(?= §r?s)", "i have"),
    # What is asked.
    (r"(was (?:kann|könnte)(?: \S+){1,12}?) (?:alles|noch)", r"\1"),
    (r"was (?:kann|könnte) (?:ein(?:e)? )?(§r\w*) werden", r"what can \1 become"),
    (r"was (?:kann|könnte) ich((?: \S+)*?) werden", r"what can i become\1"),
    (r"wohin kann ich(?: (?:wechseln|gehen|kommen))?", "where can i go"),
    (r"was (?:ist|bedeutet|heisst)", "what is"),
    (r"was fehlt(?: mir)?(?: noch)?", "what am i missing"),
    (rf"was (?:macht|tut)(?: {_A})? (§r\w*)", r"what does a \1 do"),
    (rf"wie (?:werde|kann) ich(?: {_A})?(?= §r)", "how do i become"),
    (r"wie (?:komme|gelange|werde|kann|schaffe|wechsle|wechsele)(?: ich)?(?: es)?", "how do i get"),
    (r"wie lange (?:dauert es|brauche ich)(?: bis)?", "how long"),
    # Where one is, and where one wants to go.
    (rf"(?:ich )?(?:bin|arbeite)(?: ich)?(?: {_NOW})?", "i am"),
    (rf"(?:ich )?{_WANT}(?: ich)?(?: {_NOW})?(?: gern| gerne)?", "i want to become"),
    (rf"mein ziel ist(?: {_THE})?", "i want to become"),
    (r"vom|von", "from"),
    (r"zum|zur|zu|nach", "to"),
    (r"als", "as"),
    (r"mit", "with"),
    (r"und", "and"),
    (r"danach|dann", "then"),
    (r"oder", "or"),
    (r"aber", "but"),
    (r"für", "for"),
    (rf"{_A}(?= (?:months|years))", "a"),
    # What says nothing by itself.
    (
        rf"{_A}|{_THE}|{_NOW}|werden|sein|arbeiten|wechseln|gehen|kommen|führt|führen|gibt|tätig"
        "|ich|mir|mich|meine?|meine[rmn]|bitte|gerne?|schon|noch|einmal|mal|bald|es|im|hallo|danke"
        "|wege?|rolle|stelle|position|welche[rs]?",
        "",
    ),
)
"""Patterns of words in the order in which they are tried, each with what stands for it."""


_ENDINGS = r"(?:[:*_/]-?)?in(?:nen)?|en?|n|e?s"
_INFLECTED = re.compile(rf"(?<!\w)(\w{{3,}}?)(?:{_ENDINGS})(?![\w:*_])", re.IGNORECASE)


def names_as_written(question: str, ladder: Ladder) -> str:
    """Words of roles' names as the ladder has them: of a woman, of many, and in every case.

    >>> from ladder import bundled
    >>> names_as_written("Ich bin Business-Analystin, vom Analysten", bundled("product-management"))
    'Ich bin Business-Analyst, vom Analyst'
    """
    stems = _words(name for role in ladder.roles.values() for name in (role.name, *role.aliases))
    kept = stems | _words(one.name for one in ladder.skills.values())
    kept |= _words(one.name for one in ladder.activities.values())

    def written(found: re.Match[str]) -> str:
        said = even(found[0]).split()
        return found[1] if even(found[1]) in stems and not kept.issuperset(said) else found[0]

    return _INFLECTED.sub(written, question)


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in even(name).split()}


def decimals_as_english(question: str) -> str:
    """Numbers as English has them: in German, a comma stands before a fraction.

    >>> decimals_as_english("seit 1,5 Jahren, für höchstens 1.200 Euro")
    'seit 1.5 Jahren, für höchstens 1200 Euro'
    """
    whole_numbers = re.sub(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.])", r"\1\2", question)
    return re.sub(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])", r"\1.\2", whole_numbers)


def in_english(sentence: Sentence) -> Sentence:
    """The sentence with English words for German ones; its names stay.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> said = "Ich bin seit zwei Jahren Analyst und möchte in höchstens 3 Jahren SPM werden"
    >>> read = Sentence.of(said, bundled("product-management"), Month(2027, 1), {})
    >>> in_english(read).text
    'i am for two years §r0 and i want to become within 3 years §r1'
    """
    text = sentence.text
    for pattern, instead in RULES:
        text = re.sub(whole(pattern), instead, text) if instead != "" else _without(text, pattern)
        text = " ".join(text.split())
    return sentence._replace(text=text)


def _without(text: str, pattern: str) -> str:
    compiled = re.compile(pattern)
    return " ".join(
        word
        for word in text.split()
        if re.fullmatch(ANY_NAME, word) or not compiled.fullmatch(word)
    )
