"""The words of what is told in more than one language: the page, its drawings and its plans.

Each language has one file here, with the same keys. What is told is found out elsewhere, as facts,
and only put into words by these; the page's script takes them by the same rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ladder.wording import short

LANGUAGES = ("en", "de")

_HERE = Path(__file__).parent
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language.

    Examples
    --------
    >>> german = words_of("de")
    >>> german("months", n=1), german("months", n=3), german.number(1234.5)
    ('1 Monat', '3 Monate', '1.234,50')
    """

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """What is said by a key, with values in their places; for ``n`` it may be in the plural."""
        form = "one" if values.get("n") == 1 else "other"
        text = self.table.get(f"{key}.{form}") if "n" in values else None
        text = self.table[key] if text is None else text
        return _PLACE.sub(lambda place: self._written(values[place[1]]), text)

    def _written(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else str(value)

    def number(self, value: int | float) -> str:
        """A number as the language writes it; of a fraction, two digits."""
        text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "de" else text

    def listed(self, names: Iterable[str], last: str = "and") -> str:
        """Names as a list that one can read aloud; ``last`` is what stands before the last."""
        *first, final = names
        return f"{', '.join(first)} {self(f'list.{last}')} {final}" if first else final

    def quoted(self, text: str) -> str:
        """Text in quotes, on one line and not too long."""
        return self("quotes", text=short(text))

    def kind(self, kind: str) -> str:
        """The kind of a transition in a picture; one that is not drawn in its own way as it is."""
        return self.table.get(f"map.kind.{kind}", kind)


@cache
def words_of(language: str) -> Words:
    """The words of a language: ``en`` or ``de``."""
    text = (_HERE / f"{language}.json").read_text(encoding="utf-8")
    return Words(language, json.loads(text))


ENGLISH = words_of("en")
"""What is spoken where nobody asks for another language."""
