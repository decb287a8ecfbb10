"""Names as they are typed: what is doubtful is asked for in a terminal, or told, all at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias, TypeVar, cast

import click

from ladder import Activity, Ladder, LadderError, Role, Skill, Track, UnknownName
from ladder.wording import quoted, short

from .errors import of_commands
from .output import remark

Find: TypeAlias = Callable[[Ladder, str], Role | Skill | Activity | Track]
MOST_OFFERED = 9

T = TypeVar("T", Role, Skill, Activity)


def settled(ladder: Ladder, typed: Iterable[tuple[Find, str]]) -> dict[tuple[Find, str], str]:
    """Names that are found for certain: as they are typed, or what was chosen instead.

    Parameters
    ----------
    ladder : Ladder
    typed : iterable of (function, str)
        What finds each, such as `find_role`, and its name.

    Returns
    -------
    dict of (function, str) to str
        A name or an id for each.

    Raises
    ------
    LadderError
        When nobody is there to be asked, or gives no answer; it tells of all doubtful names.
    """
    names: dict[tuple[Find, str], str] = {}
    doubts: dict[tuple[Find, str], UnknownName] = {}
    for find, name in typed:
        names[find, name] = name
        try:
            find(ladder, name)
        except UnknownName as error:
            doubts[find, name] = error
    if doubts and not (asks() and all(doubt.suggestions for doubt in doubts.values())):
        raise LadderError("\n".join(dict.fromkeys(map(str, doubts.values()))))
    for (find, name), doubt in doubts.items():
        found = _choose(ladder, find, name, doubt.suggestions)
        if found is None:
            raise doubt
        names[find, name] = found
    return names


def searched(
    ladder: Ladder, words: Sequence[str], search: Callable[[Ladder, str], list[T]], find: Find
) -> list[T]:
    """Find all that hold some words, or that bear them as a name; where nothing does, say so."""
    text = " ".join(words)
    try:
        return search(ladder, text) or [cast(T, find(ladder, text))]
    except UnknownName as error:
        remark(f"There is {of_commands(str(error))}")
        return []


def asks() -> bool:
    """Whether somebody is there to be asked, and no program reads what is printed."""
    return _is_terminal() and _form() in ("text", "markdown")


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _form() -> str:
    """The value of --format; text where the command has none."""
    ctx = click.get_current_context()
    named = (param.name for param in ctx.command.params if "--format" in param.opts)
    return str(ctx.params.get(next(named, None) or "", "text"))


def _choose(ladder: Ladder, find: Find, name: str, suggestions: tuple[str, ...]) -> str | None:
    """Ask which one is meant; none where the answer is nothing."""
    offered = suggestions[:MOST_OFFERED]
    click.echo(f"Which one is meant by {quoted(name)}?", err=True)
    for number, found in enumerate(offered, 1):
        click.echo(f"  {number}  {short(find(ladder, found).name)}", err=True)
    if more := len(suggestions) - len(offered):
        click.echo(f"     ({more} more fit)", err=True)
    numbers = {str(number): found for number, found in enumerate(offered, 1)}
    text = f"Number from 1 to {len(offered)}, or Enter for none"
    while True:
        answer = (prompted(text, default="", show_default=False) or "").strip()
        if not answer or answer in numbers:
            return numbers.get(answer)


def prompted(text: str, **how: Any) -> str | None:
    """Ask for a line in the terminal; none where nothing comes any more."""
    try:
        return str(click.prompt(text, err=True, **how))
    except click.Abort as abort:
        if isinstance(abort.__context__, EOFError):
            return None
        raise KeyboardInterrupt from None
