"""Which level each cell of a matrix or a list means, and what it says of that level.

`find` takes the texts of all cells together, as a `census` of heads and of what stands beside them
(`parts`), and tells what they are: `signs`, numbers (`quantities`, which `numbered` makes levels
of) or `words`; what cannot be told is a `Doubt`, with what to write (`doubts`). It gives a `Scale`
(`scale`), which reads each cell. `reader` does it for the cells of a table, with their places;
`texts` gathers what cells say of levels, skill by skill; `prose` reads tables of sentences, whose
levels are their columns.
"""

from .census import EMPTY, is_empty, is_level
from .find import find_scale
from .prose import Prose, is_prose, prose_scale
from .reader import level_faults, read_scale
from .scale import Scale, marked
from .texts import LevelTexts, level_texts

__all__ = [
    "EMPTY",
    "LevelTexts",
    "Prose",
    "Scale",
    "find_scale",
    "is_empty",
    "is_level",
    "is_prose",
    "level_faults",
    "level_texts",
    "marked",
    "prose_scale",
    "read_scale",
]
