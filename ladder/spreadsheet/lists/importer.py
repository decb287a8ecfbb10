"""A list of roles and skills, with what may come with it, turned into a ladder.

It says which levels a role asks for, and perhaps which moves there are and what can be learnt;
everything else is assumed as for a matrix, and told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ladder.files.text import FilePath
from ladder.importers.assumptions import Assumptions, Imported
from ladder.importers.growth import grow
from ladder.importers.moves import RoleLevel
from ladder.importers.told import assumed_words, promotions_told
from ladder.matching import in_words
from ladder.model import FrozenDict, Ladder
from ladder.spreadsheet.again import with_before
from ladder.spreadsheet.layout.legend import Legend
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.matrix_reader import with_legend
from ladder.spreadsheet.words import ACTIVITIES, LIST, MOVES, ROLES, SKILLS
from ladder.wording import listed

from .activities import read_activities
from .contents import Listed, read_lists
from .faults import Faults
from .moves import read_moves
from .tables import Tables, find_tables
from .told import Made, order_told, reading_told


def import_list(
    paths: Sequence[FilePath],
    mapping: MatrixMapping | None = None,
    *,
    name: str | None = None,
    before: Ladder | None = None,
    months: int = 18,
    tenure: int = 24,
    side_months: int = 12,
    side_moves: int = 2,
    side_near: float = 0.1,
    side_rise: float = 0.25,
    entry_months: int = 12,
    gate_below: int = 0,
    learning_months: Sequence[int] | None = None,
) -> Imported:
    """Turn lists into a ladder: one at least, and tables of roles, moves and activities beside it.

    Each is found by its headings, in a file or a sheet of its own. A role leads to the next rank of
    its track, unless there is a table of moves: then there are those and no others. What else is
    assumed of moves and learning is in `ladder.importers.growth`.
    """
    mapping = mapping or MatrixMapping()
    tables = find_tables(paths, mapping)
    contents = read_lists(
        [*tables.known[LIST], *tables.known[ROLES]],
        with_legend(mapping, tables.legend),
        tables.known[SKILLS],
    )
    assumed = Assumptions(
        levels=len(contents.scale.levels),
        months=months,
        tenure=tenure,
        side_months=side_months,
        side_moves=side_moves,
        side_near=side_near,
        side_rise=side_rise,
        entry_months=entry_months,
        gate_below=gate_below,
        learning_months=learning_months,
    )
    made = _make(tables, contents, assumed, mapping)
    called = name or in_words(Path(paths[0]).stem.replace("_", " "))
    ladder = _ladder(made, contents, tables.legend, " ".join(called.split()) or "List")
    words = assumed_words(assumed, made.grown, "role", moves_given=made.moves is not None)
    if before is not None and made.moves is None:
        ladder, kept = with_before(ladder, before)
        words = f"{words} {kept}"
    elif before is not None:
        words = f"{words} Nothing is taken of the ladder before, as all moves are given."
    order = order_told(contents.levels, made)
    ladder = replace(ladder, source=_source(tables, order, words))
    silent = "moves and learning" if made.moves is None else "learning"
    assumptions = f"{order} A list says nothing of {silent}. Assumed: {words}"
    return Imported(
        ladder,
        (reading_told(tables, contents, made), f"{assumptions} {promotions_told(ladder)}".rstrip()),
    )


def _make(tables: Tables, contents: Listed, assumed: Assumptions, mapping: MatrixMapping) -> Made:
    """Read the moves and the ways to learn, if there are any, and assume the rest."""
    faults = Faults()
    moves = None
    if tables.known[MOVES]:
        moves = read_moves(tables.known[MOVES], contents.roles, contents.levels, assumed, faults)
    levels = _in_order(contents.levels, mapping.order)
    grown = grow(
        levels,
        contents.skills.values(),
        contents.scale.levels,
        assumed,
        None if moves is None else moves.transitions,
    )
    activities = read_activities(
        tables.known[ACTIVITIES], contents.skills, contents.scale, grown.activities, faults
    )
    faults.check()
    return Made(grown, moves, activities)


def _in_order(levels: Sequence[RoleLevel], order: str | None) -> list[RoleLevel]:
    """Rank the roles of tracks without any ranks as they stand, where the mapping file says so."""
    if order not in ("rising", "falling"):
        return list(levels)
    ranked = {level.track for level in levels if level.rank is not None}
    places = {level.id: place for place, level in enumerate(levels)}
    sign = 1 if order == "rising" else -1
    return [
        level if level.track in ranked else replace(level, rank=sign * places[level.id])
        for level in levels
    ]


def _ladder(made: Made, contents: Listed, legend: Legend, name: str) -> Ladder:
    numbers = {contents.scale.meant(entry.name): entry.text for entry in legend.entries}
    own = {activity.id: activity for activity in made.activities.activities}
    stated = {level.id: level.rank for level in contents.levels}
    roles = {key: replace(role, rank=stated[key]) for key, role in made.grown.roles.items()}
    return Ladder(
        name=name,
        levels=contents.scale.levels,
        levels_about=FrozenDict({at: text for at, text in numbers.items() if at and text}),
        skills=contents.skills,
        tracks=contents.roles.tracks,
        roles=FrozenDict(roles),
        transitions=made.grown.transitions,
        activities=FrozenDict({**own, **made.grown.activities}),
        currency=made.activities.currency,
    )


def _source(tables: Tables, order: str, words: str) -> str:
    moves = ", moves" if tables.known[MOVES] else ""
    activities = ", courses and the like" if tables.known[ACTIVITIES] else ""
    rest = "ways to learn" if moves else "months, moves between roles and ways to learn"
    return (
        f"Roles, skills, levels{moves}{activities}: {listed(tables.files, 'and')}. All other "
        f"{rest} and all gates are assumptions of the import. {order} Assumed: {words}"
    )
