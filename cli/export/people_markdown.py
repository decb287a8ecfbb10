"""How many people are how far from a role, as a document."""

from __future__ import annotations

from collections.abc import Sequence

from cli.text.people import counted, group_table
from graphs.staff.succession import SMALLEST, Succession
from ladder import Ladder

from .markdown import plain


def people_markdown(found: Succession, target: str, ladder: Ladder) -> str:
    """Write the counts down, of everybody and by group; nobody is named."""
    name = plain(ladder.roles[target].name)
    totals = [["", "People"], *([head, f"{n:,}"] for head, n in counted(found.everybody).items())]
    parts = [f"# On the way to {name}", _table(totals)]
    if found.by is not None:
        parts += [f"## By {plain(found.by)}", _table(group_table(found))]
        if any(group.name is None for group in found.groups):
            parts.append(f"Groups of fewer than {SMALLEST} people stand together.")
    parts.append("Proven under the rules of growth, for each person; months are estimates.")
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = ([plain(cell) if cell else "" for cell in row] for row in rows)
    sides = [":-", *["-:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *rest))
