"""Make the bundled ladder of the British framework anew of its two tables, without its texts.

Its names, levels and what each role expects are facts; the sentences of its authors are left out,
and what the four levels mean in general is said in words of our own.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from ladder import FrozenDict, Ladder, dumps
from ladder.files.catalogue import bundled_file
from ladder.importers.ddat import import_ddat
from ladder.model import NO_TEXTS

NAME = "uk-digital-and-data"
LEVELS_ABOUT = {
    1: "Knows what it is for and how it is done, but needs help to do it.",
    2: "Does everyday work of this kind without help, and asks where it gets difficult.",
    3: "Does what is difficult without help, too, and helps others with it.",
    4: "Sets how many others do it, and solves what nobody has solved before.",
}
MODIFIED = "Modified: the framework's descriptions are left out, and the levels are explained anew."


def facts_only(ladder: Ladder) -> Ladder:
    """Leave out what others wrote in sentences."""
    before, mark, assumed = (ladder.source or "").partition("All months, gates")
    return replace(
        ladder,
        skills=FrozenDict(
            {
                key: replace(skill, about=None, levels=NO_TEXTS)
                for key, skill in ladder.skills.items()
            }
        ),
        tracks=FrozenDict(
            {key: replace(track, about=None) for key, track in ladder.tracks.items()}
        ),
        roles=FrozenDict({key: replace(role, about=None) for key, role in ladder.roles.items()}),
        levels_about=FrozenDict(LEVELS_ABOUT),
        source=f"{before}{MODIFIED} {mark}{assumed}",
    )


if __name__ == "__main__":
    roles_csv, order_csv = sys.argv[1:]
    text = dumps(facts_only(import_ddat(roles_csv, order_csv).ladder), format="json")
    file = Path(bundled_file(NAME))
    file.write_text(text, encoding="utf-8", newline="\n")
    print(f"Written: {file}")
