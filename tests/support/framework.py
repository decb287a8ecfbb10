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
RUNGS = ("apprentice", "junior", "associate", "trainee", "senior", "lead", "principal")
ALIASES = {
    "business-analyst": ("BA",),
    "delivery-manager": ("DM", "agile delivery manager"),
    "developer": ("software developer", "software engineer", "programmer", "dev"),
    "devops-engineer": ("devops", "development operations engineer"),
    "end-user-computing-engineer": ("EUC engineer",),
    "enterprise-architect": ("EA",),
    "frontend-developer": ("frontend engineer", "frontend dev"),
    "head-of-agile-delivery-management": ("head of delivery management", "head of delivery"),
    "machine-learning-engineer": ("ML engineer",),
    "programme-delivery-manager": ("programme manager",),
    "quality-assurance-test-analyst": ("QA analyst", "QAT analyst", "QA"),
    "service-desk-analyst": ("help desk analyst",),
    "technical-writer": ("technical author", "tech writer"),
    "user-researcher": ("UX researcher",),
}
"""What people call a role that the framework names otherwise.

They go on its other rungs, too: "senior software developer". What could mean several roles, such as
tester, PM or UX designer, is nobody's.
"""


def with_aliases(ladder: Ladder) -> Ladder:
    """Add what people call the roles."""
    added = {key: list(names) for key, names in ALIASES.items() if key in ladder.roles}
    for key, names in ALIASES.items():
        for rung in RUNGS:
            if f"{rung}-{key}" in ladder.roles:
                added[f"{rung}-{key}"] = [f"{rung} {name}" for name in names]
    roles = {
        key: replace(role, aliases=tuple(added.get(key, ()))) for key, role in ladder.roles.items()
    }
    return replace(ladder, roles=FrozenDict(roles))


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
    text = dumps(with_aliases(facts_only(import_ddat(roles_csv, order_csv).ladder)), format="json")
    file = Path(bundled_file(NAME))
    file.write_text(text, encoding="utf-8", newline="\n")
    print(f"Written: {file}")
