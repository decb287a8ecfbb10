"""The UK Government Digital and Data Profession Capability Framework, turned into a ladder.

The framework says what each level of each role asks for. It gives no months, no gates and no ways
to learn; what is assumed instead is in `growth`, can be changed by options, is marked with low
confidence, and is told in the ladder's ``source``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from ladder.errors import UnreadableFile
from ladder.frozen import FrozenDict
from ladder.model import Ladder

from .assumptions import Assumptions
from .ddat_levels import make_role_levels, make_skills, make_tracks
from .ddat_rows import LEVELS, read_tables
from .growth import grow_activities, grow_role, grow_transitions
from .moves import MOST_ROLES


def import_ddat(
    roles_csv: str | os.PathLike[str],
    order_csv: str | os.PathLike[str],
    *,
    months: int = 18,
    tenure: int = 24,
    side_months: int = 12,
    side_moves: int = 4,
    gate_below: int = 1,
    learning_months: Sequence[int] = (1, 3, 6, 12),
) -> Ladder:
    """Turn the framework's tables into a ladder.

    Each level of each role is a role of the ladder, and each role of the framework is a track: the
    place in a role is a rank that can be compared, and a place in one of the seven role families,
    the families of the tracks, is not. A level named "... - management" is a fork beside its
    namesake: it has its namesake's rank, is reached from the rung below, and leads to the next
    management level.

    Side moves go both ways between role levels that have many skill levels in common; see
    `ladder.importers.moves.side_moves` for the rule.

    Parameters
    ----------
    roles_csv : str or os.PathLike
        The framework's role content: a row for each skill that a role level asks for.
    order_csv : str or os.PathLike
        The order of the levels within each role.
    months : int
        Months in a role level after which the skills that it asks for are held.
    tenure, side_months : int
        Months to be served before a promotion, and before a side move.
    side_moves : int
        Side moves from a role level, on average, at least; 0 for none.
    gate_below : int
        How many levels below the profile of a role level its gate asks for; 0 for all of it.
    learning_months : sequence of int
        Months to learn awareness from nothing, working from awareness, and so on.

    Returns
    -------
    Ladder
        The same for any order of the rows.

    Raises
    ------
    FileProblems
        With every fault in both tables.
    UnreadableFile
        If one of them cannot be opened.
    BadAssumptions
        If an option makes no sense.
    """
    assumed = Assumptions(
        levels=len(LEVELS),
        months=months,
        tenure=tenure,
        side_months=side_months,
        side_moves=side_moves,
        gate_below=gate_below,
        learning_months=tuple(learning_months),
    )
    tables = read_tables(roles_csv, order_csv)
    tracks = make_tracks(tables)
    skills = make_skills(tables)
    levels = make_role_levels(tables, tracks, skills)
    if len(levels) > MOST_ROLES:
        raise UnreadableFile(
            f"{os.fsdecode(roles_csv)} has {len(levels):,} role levels, more than {MOST_ROLES:,}"
        )
    activities = grow_activities(skills.values(), LEVELS, assumed.learning_months)
    return Ladder(
        name="UK Government Digital and Data",
        levels=LEVELS,
        skills=FrozenDict({skill.id: skill for skill in skills.values()}),
        tracks=FrozenDict({track.id: track for track in tracks.values()}),
        roles=FrozenDict({level.id: grow_role(level, assumed) for level in levels}),
        transitions=grow_transitions(levels, assumed),
        activities=FrozenDict({activity.id: activity for activity in activities}),
        source=_source(assumed),
        about="Every level of every role in the UK Government Digital and Data Profession "
        "Capability Framework, with the skills that it asks for.",
    )


def _source(assumed: Assumptions) -> str:
    learning = ", ".join(map(str, assumed.learning_months))
    return (
        "Roles, skills and skill levels: UK Government Digital and Data Profession Capability "
        "Framework, https://ddat-capability-framework.service.gov.uk. © Crown copyright. Contains "
        "public sector information licensed under the Open Government Licence v3.0, "
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/. "
        "All months, gates, moves between roles and ways to learn are assumptions of the import, "
        "not of the framework: what a role level asks for is held after "
        f"{assumed.months} months in it; {assumed.tenure} months before a promotion and "
        f"{assumed.side_months} before a side move; gates {assumed.gate_below} below what is "
        f"asked for; {learning} months to learn each level from the one below. Side moves join, "
        "both ways, each role level with those that have the largest share of skill levels in "
        "common with it, at least "
        f"{assumed.side_moves} a role level on average."
    )
