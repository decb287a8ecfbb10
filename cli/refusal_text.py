"""Why there is no growth path, laid out."""

from __future__ import annotations

from graphs import Blocker, NoGrowthPath, SearchLimit

from .layout import paint, rows, tie, wrap
from .look import Look
from .words import duration


def describe_no(no: NoGrowthPath, look: Look) -> str:
    """Say that there is no way, and what stands in it.

    Parameters
    ----------
    no : NoGrowthPath
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    source, target = no.ladder.roles[no.source].name, no.ladder.roles[no.target].name
    head = f"No way leads from {source} to {target}, however long one takes."
    lines = [paint(line, bold=True) for line in wrap(head, look.width)]
    cross = paint(look.glyphs.cross, fg="red")
    for blocker in no.blockers:
        lines += ["", *rows([(cross, _sentence(no, blocker, look))], look.width, column=2)]
    return "\n".join(lines)


def describe_limit(limit: SearchLimit, look: Look) -> str:
    """Say that the search did not come to an end.

    Parameters
    ----------
    limit : SearchLimit
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    source, target = limit.ladder.roles[limit.source].name, limit.ladder.roles[limit.target].name
    text = (
        f"No way from {source} to {target} was found within the time limit, which does not mean "
        f"that there is none. Proven is only that none takes less than {duration(limit.bound)}. "
        "A longer --time-limit may help."
    )
    return "\n".join(wrap(text, look.width))


def _sentence(no: NoGrowthPath, blocker: Blocker, look: Look) -> str:
    """Which gate, which skill, how far short, and why."""
    if blocker.transition is None:
        return blocker.why
    move = no.ladder.transitions[blocker.transition]
    ends = (tie(no.ladder.roles[role].name) for role in (move.from_role, move.to_role))
    way = f" {look.glyphs.arrow} ".join(ends)
    if blocker.skill is None:
        return f"{way}: {blocker.why}"
    skill = no.ladder.skills[blocker.skill].name
    needed, best = no.ladder.level_name(blocker.needed), no.ladder.level_name(blocker.best)
    return f"{way} asks {tie(f'{skill}: {needed}')}; the best there is: {best}. {blocker.why}"
