"""What a change of the ladder does to people, counted."""

from __future__ import annotations

from cli.output import Glyphs, Look
from cli.text.layout import paint, wrap
from cli.text.words import USUAL
from graphs.staff.summary.changes import ChangedPeople, Group
from ladder import Ladder

from .figures import TOO_FEW, group_name, people, table, together, totals


def describe_changes(found: ChangedPeople, new: Ladder, look: Look) -> str:
    """Lay out for how many people the way is how much longer or shorter, by group if asked."""
    name = new.roles[found.to].name
    head = f"{people(found.people)} and the way to {name}"
    lines = ["", *wrap(paint(head, bold=True), look.width), ""]
    if found.everybody is None:
        return "\n".join([*lines, *wrap(TOO_FEW, look.width)])
    told = counted(found.everybody, look.glyphs).items()
    lines += totals({head: number for head, number in told if number})
    if found.by is not None:
        lines += ["", *table(_groups(found), look.width)]
        for remark in together([group.name for group in found.groups]):
            lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def counted(group: Group, glyphs: Glyphs = USUAL) -> dict[str, int]:
    """What is told of everybody."""
    few, some = f"1{glyphs.dash}6 months", f"7{glyphs.dash}12 months"
    words = {
        "opened": "A way opened",
        "sooner_most": "More than 12 months sooner",
        "sooner_12": f"{some} sooner",
        "sooner_6": f"{few} sooner",
        "same": "As before",
        "later_6": f"{few} later",
        "later_12": f"{some} later",
        "later_most": "More than 12 months later",
        "closed": "No way any more",
    }
    told = {words[turn]: number for turn, number in group.turns.items()}
    told["No way, as before"] = group.no_way
    return told | ({"Not decided in time": group.undecided} if group.undecided else {})


def in_short(group: Group) -> dict[str, int]:
    """The same in fewer figures."""
    turns = group.turns
    told = {
        "Opened": turns["opened"],
        "Sooner": sum(number for turn, number in turns.items() if turn.startswith("sooner")),
        "As before": turns["same"] + group.no_way,
        "Later": sum(number for turn, number in turns.items() if turn.startswith("later")),
        "Closed": turns["closed"],
    }
    return told | ({"Not decided": group.undecided} if group.undecided else {})


def _groups(found: ChangedPeople) -> list[list[str]]:
    odd = any(group.undecided for group in found.groups)
    rows: list[list[str]] = []
    for group in found.groups:
        told = in_short(group) | ({"Not decided": group.undecided} if odd else {})
        rows = rows or [[group_name(found.by), "People", *told]]
        figures = [group.people, *told.values()]
        rows.append([group_name(group.name, group.groups), *(f"{one:,}" for one in figures)])
    return rows
