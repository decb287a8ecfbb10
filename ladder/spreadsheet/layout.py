"""Where in a table of cells the roles, the skills and the facts about roles stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder.errors import FileProblems, Problem
from ladder.matching import Hints, fold
from ladder.wording import quoted, some

from .grid import Cell, Grid
from .mapping import MatrixMapping
from .matrix import fact_meant

ROLE_FACTS = ("id", "track", "rank")
HEADS_TRIED = 20

# Words that occur in the names of jobs, and hardly ever in those of skills.
_JOBS = re.compile(
    r"\b(junior|senior|principal|lead|chief|head|director|vp|vice president|officer|manager|"
    r"engineer|analyst|developer|designer|architect|specialist|associate|assistant|consultant|"
    r"administrator|technician|scientist|graduate|trainee|apprentice|intern|staff|[a-z]\d|ii|iii|iv)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A matrix turned so that each role has a row."""

    grid: Grid
    across: bool
    """Whether roles went across in the file."""
    how: str
    """What that was told by, in a few words."""
    head: list[Cell]
    """The names of the skills, over their columns, and of the facts."""
    body: list[list[Cell]]
    """A row for each role."""
    name: int
    """The column of the roles' names."""
    facts: dict[str, int]
    """The columns of ``id``, ``track`` and ``rank``."""
    skills: list[int]
    """The columns of the skills."""
    ignored: list[str]
    """The headings of what is left out."""


def find_layout(grid: Grid, mapping: MatrixMapping) -> Layout:
    """Find out how a matrix is laid out, as far as the mapping does not say."""
    if not grid.rows:
        raise FileProblems([grid.locate(0, 0, "there are no cells with anything in them")])
    head = _head(grid.rows, mapping)
    side = _head(grid.turned().rows, mapping)
    across, how = _orientation(grid, head, side, mapping)
    if across:
        grid, head, side = grid.turned(), side, head
    meant = _meanings(grid.rows[head], mapping)
    names = [at for at, fact in enumerate(meant) if fact == "role"] or [side]
    labels = _labels(grid, names[0], head, mapping)
    facts = {fact: at for at, fact in enumerate(meant) if fact in ROLE_FACTS and at != names[0]}
    facts = _without_odd_ranks(grid, head, facts, mapping)
    cells = grid.rows[head]
    taken = {names[0], *facts.values()}
    skills = [
        at
        for at, cell in enumerate(cells)
        if at not in taken and cell.text and meant[at] in (None, "skill")
    ]
    used = {*taken, *skills}
    ignored = [cell.text for at, cell in enumerate(cells) if at not in used]
    left_out = sorted({*labels, *range(head)})
    layout = Layout(
        grid,
        across,
        how,
        cells,
        [row for at, row in enumerate(grid.rows) if at > head and at not in labels],
        names[0],
        facts,
        skills,
        [text for text in [*ignored, *(_first_text(grid.rows[at]) for at in left_out)] if text],
    )
    _check(layout, mapping)
    return layout


def _head(rows: Sequence[Sequence[Cell]], mapping: MatrixMapping) -> int:
    """Find the row of headings: one that says what is in it, else the first that is full enough."""
    for at, row in enumerate(rows[:HEADS_TRIED]):
        if any(_meaning(cell.text, mapping) in ("role", "skill") for cell in row[1:] or row):
            return at
        if row and _corner(row[0].text, mapping) and sum(bool(cell.text) for cell in row) > 1:
            return at
    fullest = max(sum(bool(cell.text) for cell in row) for row in rows[:HEADS_TRIED])
    for at, row in enumerate(rows[:HEADS_TRIED]):
        texts = [cell.text for cell in row if cell.text]
        if 2 * len(texts) >= fullest and len(texts) == len(set(texts)):
            return at
    return 0


def _corner(text: str, mapping: MatrixMapping) -> str | None:
    """What goes down, by what stands in the corner: "Skill", or "Skill / Role"."""
    meant = _meaning(text, mapping)
    if meant in ("role", "skill"):
        return meant
    parts = [_meaning(part, mapping) for part in re.split(r"[/\\|×]| vs\.? | by ", text)]
    return parts[0] if sorted(map(str, parts)) == ["role", "skill"] else None


def _meaning(text: str, mapping: MatrixMapping) -> str | None:
    """What a heading means: as the mapping says, else as it is usual."""
    folded = fold(text)
    if folded in mapping.ignore:
        return "ignore"
    for fact, name in mapping.headings.items():
        if folded == name:
            return fact
    meant = fact_meant(text)
    return None if meant in mapping.headings else meant


def _meanings(row: Iterable[Cell], mapping: MatrixMapping) -> list[str | None]:
    """What each heading means; of several that mean the same fact, the first."""
    meanings: list[str | None] = []
    for cell in row:
        meant = _meaning(cell.text, mapping)
        again = meant in (*ROLE_FACTS, "role") and meant in meanings
        meanings.append("ignore" if again else meant)
    return meanings


def _orientation(grid: Grid, head: int, side: int, mapping: MatrixMapping) -> tuple[bool, str]:
    """Tell whether roles go across, and by what."""
    if mapping.roles:
        return mapping.roles == "across", "as the mapping file says"
    top, left = grid.rows[head], [row[side] for row in grid.rows]
    above = {_meaning(cell.text, mapping) for cell in top}
    beside = {_meaning(cell.text, mapping) for cell in left[head:]}
    if {"role", "skill"} <= above and len(top) <= 4:
        message = (
            "this looks like a list, with a row for each skill of each role; expected a matrix, "
            "with roles down and skills across, or the other way, and a level in each cell"
        )
        raise FileProblems([grid.problem(top[0], message)])
    facts_above, facts_beside = above & {*ROLE_FACTS}, beside & {*ROLE_FACTS}
    corner = next((cell.text for cell in top if _corner(cell.text, mapping)), None)
    if corner is not None:
        # "Role" may stand before the names that go across, as "Track" does below it.
        down = _corner(corner, mapping) == "role" and (facts_above or not facts_beside)
        return not down, f"by the heading {quoted(corner)}"
    for facts, across in ((facts_above, False), (facts_beside, True)):
        if facts:
            return across, f"by the heading of the {min(map(str, facts))}"
    jobs_above = sum(bool(_JOBS.search(cell.text)) for cell in top)
    jobs_beside = sum(bool(_JOBS.search(cell.text)) for cell in left)
    if jobs_above != jobs_beside:
        return jobs_above > jobs_beside, "by words such as senior or manager"
    message = (
        "cannot tell whether the roles go across or down; say so in a mapping file, such as "
        "roles: down, or write Role over their names"
    )
    raise FileProblems([grid.problem(top[0], message)])


def _labels(grid: Grid, name: int, head: int, mapping: MatrixMapping) -> set[int]:
    """Rows that say something of the skills: they are no roles."""
    return {
        at
        for at, row in enumerate(grid.rows)
        if at != head and _meaning(row[name].text, mapping) in ("ignore", "skill id", "skill", "id")
    }


def _without_odd_ranks(
    grid: Grid, head: int, facts: dict[str, int], mapping: MatrixMapping
) -> dict[str, int]:
    """Leave out a column that may have ranks, but holds no number at all, only "Senior"."""
    at = facts.get("rank")
    if at is None or "rank" in mapping.headings:
        return facts
    texts = [row[at].text for row in grid.rows[head + 1 :] if row[at].text]
    if not texts or any(re.search(r"\d", text) for text in texts):
        return facts
    return {fact: column for fact, column in facts.items() if fact != "rank"}


def _first_text(row: Iterable[Cell]) -> str:
    return next((cell.text for cell in row if cell.text), "")


def _check(layout: Layout, mapping: MatrixMapping) -> None:
    """Refuse what is no matrix, and a mapping that names what is not there."""
    problems = list(_absent(layout, mapping))
    unheaded = Counter(
        at
        for row in layout.body
        for at, cell in enumerate(row)
        if cell.text and not layout.head[at].text
    )
    for at in sorted(unheaded):
        if at != layout.name:
            message = "there are cells here, but no heading; name the skill or leave them out"
            problems.append(layout.grid.problem(layout.head[at], message))
    if not layout.body:
        message = "there are no roles below the headings"
        problems.append(layout.grid.problem(layout.head[0], message))
    if problems:
        raise FileProblems(problems)


def _absent(layout: Layout, mapping: MatrixMapping) -> Iterable[Problem]:
    texts = [cell.text for row in layout.grid.rows[:HEADS_TRIED] for cell in row if cell.text]
    texts += [row[layout.name].text for row in layout.grid.rows]
    there, hints = {fold(text) for text in texts}, Hints()
    for key, folded in mapping.headings.items():
        if folded not in there and mapping.document is not None:
            named = mapping.document.root[key]
            heads = [cell.text for cell in layout.head if cell.text]
            what = f"no heading {quoted(named)}; there are {some([quoted(text) for text in heads])}"
            yield mapping.problem(what + hints.hint(named, heads), key)
