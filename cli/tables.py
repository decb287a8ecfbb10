"""Roles and skills as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ladder import Ladder, Role

from .look import Look

ROOMY = 72
LEAST_BESIDE = 32
"""Columns that names need beside ids."""

TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
"""Spaces that fill the last column of a table, perhaps in colour."""


def role_table(ladder: Ladder, look: Look) -> str:
    """The roles by track, the lowest rank first.

    Parameters
    ----------
    ladder : Ladder
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    rows: list[tuple[RenderableType, ...]] = []
    for title, roles in by_track(ladder):
        if title:
            rows += [(), (Text(title, style="bold"),)]
        rows += [
            (Padding(role.name, (0, 0, 0, 2 if title else 0)), role.id, ", ".join(role.aliases))
            for role in roles
        ]
    return _table(("Role", "Id", "Also"), rows, look)


def skill_table(ladder: Ladder, look: Look) -> str:
    """The skills, and how many roles and activities develop each and gates ask for it.

    Parameters
    ----------
    ladder : Ladder
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    rows = [
        (skill.name, skill.id, *(str(use or "") for use in skill_uses(ladder, skill.id).values()))
        for skill in ladder.skills.values()
    ]
    return _table(("Skill", "Id", *map(str.capitalize, USES)), rows, look)


USES = ("roles", "activities", "gates")


def skill_uses(ladder: Ladder, skill: str) -> dict[str, int]:
    """How many roles and activities develop a skill, and how many gates ask for it.

    Parameters
    ----------
    ladder : Ladder
    skill : str
        Its id.

    Returns
    -------
    dict of str to int
    """
    places = (ladder.roles.values(), ladder.activities.values())
    developed = [sum(skill in one.develops for one in place) for place in places]
    asked = sum(skill in transition.requires for transition in ladder.transitions)
    return dict(zip(USES, (*developed, asked), strict=True))


def by_track(ladder: Ladder) -> Iterator[tuple[str | None, list[Role]]]:
    """Roles with the name of their track, those without one at the end.

    Parameters
    ----------
    ladder : Ladder

    Yields
    ------
    (str or None, list of Role)
    """
    titles = chain(((track.id, track.name) for track in ladder.tracks.values()), [(None, None)])
    for track, title in titles:
        roles = [role for role in ladder.roles.values() if role.track == track]
        if roles:
            yield title, sorted(roles, key=lambda role: (role.rank is None, role.rank or 0))


def _table(headings: Sequence[str], rows: Sequence[Sequence[RenderableType]], look: Look) -> str:
    """Lay a table out, without columns that say nothing.

    Ids, which names can stand for, are left out where they would leave little room for the rest.
    """
    longest = max((len(str(row[1])) for row in rows if len(row) > 1), default=0)
    room_for_ids = look.width >= max(ROOMY, longest + LEAST_BESIDE)
    shown = [
        place
        for place, heading in enumerate(headings)
        if any(len(row) > place and row[place] for row in rows)
        and (heading != "Id" or room_for_ids)
    ]
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
        expand="Also" in (headings[place] for place in shown),
    )
    for place in shown:
        _add_column(table, headings[place])
    for row in rows:
        table.add_row(*(row[place] for place in shown if place < len(row)))
    return _rendered(table, look)


def _add_column(table: Table, heading: str) -> None:
    """Numbers stand to the right, ids stay whole, and other names take the room that is left."""
    table.add_column(
        heading,
        overflow="fold",
        no_wrap=heading == "Id",
        justify="right" if heading.lower() in USES else "left",
        ratio=1 if heading == "Also" else None,
        min_width=12 if heading == "Also" else None,
    )


def _rendered(table: Table, look: Look) -> str:
    page = StringIO()
    console = Console(
        file=page,
        width=look.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(table)
    return "\n".join(TRAILING.sub(_reset, line) for line in page.getvalue().splitlines())


def _reset(filling: re.Match[str]) -> str:
    return "\x1b[0m" if "\x1b" in filling[0] else ""
