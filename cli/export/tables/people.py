"""What is told of many people as tables: counts by group, and levels by id where that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cli.export.markdown import plain
from cli.text.staff.changes import counted
from cli.text.staff.figures import TOO_FEW, group_name, people, together
from cli.text.staff.held import how_to_read, next_steps
from cli.text.staff.leaving import ENOUGH, parts_of, title_of, told_of, too_small
from cli.text.staff.people import horizons
from graphs.staff.summary import changes, held, succession
from graphs.staff.summary.changes import TURNS, ChangedPeople
from graphs.staff.summary.held import HeldSkills
from graphs.staff.summary.leaving import Gone, Leaving
from graphs.staff.summary.succession import HORIZONS, Succession
from ladder import Ladder

from .columns import Columns, number, one_of, text
from .report import Column, Report, Row, Table

PROVEN = "Proven under the rules of growth, for each person; months are estimates."

_AnyGroup = succession.Group | changes.Group | held.Group


def _group(heading: str) -> Column:
    """A column of groups by what their column says, and of how many groups they are."""
    return Column(
        plain(heading or "Group"),
        ("group", "groups"),
        lambda group: (group.name or "", group.groups),
        lambda group: plain(group_name(group.name, group.groups)),
    )


def _tables(
    whole: _AnyGroup | None,
    by: str | None,
    groups: Sequence[_AnyGroup],
    columns: tuple[Column, ...],
    figures: Callable[[Any], Row],
) -> Iterator[Table]:
    """The figures of everybody, and those of the groups under them."""
    if whole is not None:
        yield Table("everybody", "", columns, ((None, *figures(whole)),))
    if by is not None:
        rows = tuple((group, *figures(group)) for group in groups)
        yield Table("group", f"By {by}", (_group(by), *columns[1:]), rows)


def _notes(whole: _AnyGroup | None, groups: Sequence[_AnyGroup], unread: int) -> tuple[str, ...]:
    if whole is None:
        return (TOO_FEW,)
    return (*_unread(unread), *together([group.name for group in groups]), PROVEN)


def _unread(number: int) -> list[str]:
    """Say how many rows are in no figure."""
    rows = "1 row" if number == 1 else f"{number:,} rows"
    return [f"{rows} could not be read."] if number else []


def succession_report(found: Succession, role: str, ladder: Ladder) -> Report:
    """Count how soon people are in a role, in all and by group; nobody is named."""
    return Report(
        f"{people(found.people)} and the way to {ladder.roles[role].name}",
        tuple(_succession(found)),
        _notes(found.everybody, found.groups, found.unread),
    )


def _succession(found: Succession) -> Iterator[Table]:
    heads = zip(horizons(), HORIZONS[1:], strict=True)
    columns = (
        _group(""),
        number("People", "people"),
        number("In the role", "incumbents"),
        number("At once", "now"),
        *(number(f"In {months} months", f"within_{most}") for months, most in heads),
        number("Later", "later"),
        number("No way", "no_way"),
        number("Not decided in time", "undecided")._replace(idle="0"),
    )

    def figures(group: succession.Group) -> Row:
        rest = group.later, group.no_way, group.undecided
        return group.people, group.incumbents, *group.within, *rest

    return _tables(found.everybody, found.by, found.groups, columns, figures)


def changes_report(found: ChangedPeople, new: Ladder) -> Report:
    """Count for how many people the way is how much longer or shorter; nobody is named."""
    heads = counted(changes.Group("", dict.fromkeys(TURNS, 0), undecided=1))
    names = (*TURNS, "no_way", "undecided")
    numbers = (number(head, name) for head, name in zip(heads, names, strict=True))
    columns = (
        _group(""),
        number("People", "people"),
        *(one._replace(idle="0") for one in numbers),
    )

    def figures(group: changes.Group) -> Row:
        return group.people, *group.turns.values(), group.no_way, group.undecided

    return Report(
        f"{people(found.people)} and the way to {new.roles[found.to].name}",
        tuple(_tables(found.everybody, found.by, found.groups, columns, figures)),
        _notes(found.everybody, found.groups, found.unread),
    )


def leaving_report(found: Leaving, ladder: Ladder) -> Report:
    """Tell who could follow, counted, and which skills go."""
    tables = [
        _followers(table, one.role, ladder)
        for one in found.followers
        for table in _succession(one.counted)
    ]
    tables += [_skills_gone(gone, title_of(gone), ladder) for gone in told_of(found)]
    notes = [*too_small(found), PROVEN]
    verb = "leaves" if len(found.ids) == 1 else "leave"
    return Report(f"If {', '.join(found.ids)} {verb}", tuple(tables), tuple(notes))


def _followers(table: Table, role: str, ladder: Ladder) -> Table:
    """Say of a table of a succession which role it is about: for programs in a column."""
    title = f"Who could follow as {ladder.roles[role].name}"
    if table.title:
        title += f", {table.title[:1].lower()}{table.title[1:]}"
    to = Columns(ladder).role("", "to")._replace(words=None)
    rows = tuple((role, *row) for row in table.rows)
    return replace(table, title=title, columns=(to, *table.columns), rows=rows)


def _skills_gone(gone: Gone, title: str, ladder: Ladder) -> Table:
    of = Columns(ladder)
    parts = parts_of(gone)
    columns = (
        text("Group", "group", for_programs=True),
        number("People left", "people", for_programs=True),
        one_of("", "what", {part.name: part.title for part in parts} | {"none": ENOUGH}),
        of.skill(),
        of.level(),
        of.level("Highest left", "left"),
    )
    rows = tuple(
        (gone.name, gone.people, part.name, skill, level, left or None)
        for part in parts
        for skill, (level, left) in part.skills.items()
    )
    none = gone.name, gone.people, "none", None, None, None
    name = "skills" if gone.name is None else "group skills"
    return Table(name, title, columns, rows or (none,))


def held_report(found: HeldSkills) -> Report:
    """Tell of each group and skill how many hold and lack it, for programs."""
    of, ladder = Columns(found.ladder), found.ladder
    at = range(1, len(ladder.levels) + 1)
    columns = (
        _group(found.by or ""),
        number("People", "people"),
        of.skill(),
        of.level("Half hold", "half"),
        *(number(f"At {ladder.level_name(level)}", f"at_{level}") for level in at),
        of.level("One alone holds", "alone"),
        number("With a next step", "stepping"),
        number("Lack it", "lacking"),
        number("Levels lacking", "levels_lacking"),
    )
    whole = found.everybody
    rows = tuple(
        _held_row(group if group is not whole else None, group, skill, len(ladder.levels))
        for group in found.all_groups
        for skill in found.skills
    )
    notes = [TOO_FEW] if whole is None else together([group.name for group in found.groups])
    return Report(_held_title(found), (Table("skills", "", columns, rows),), tuple(notes))


def _held_row(told: held.Group | None, group: held.Group, skill: str, most: int) -> Row:
    lack = group.lacking.get(skill)
    return (
        told,
        group.people,
        skill,
        group.level(skill) or None,
        *group.held.get(skill, (0,) * most),
        group.alone.get(skill),
        group.stepping,
        lack.people if lack else 0,
        lack.levels if lack else 0,
    )


def held_document(found: HeldSkills) -> Report:
    """Tell it for people: the map, who alone holds a skill, and what is lacking."""
    of, ladder = Columns(found.ladder), found.ladder
    whole = found.everybody
    if whole is None:
        return Report(_held_title(found), (), (TOO_FEW,))
    groups = found.all_groups
    names = ["Everybody" if one is whole else group_name(one.name, one.groups) for one in groups]
    heads = [f"{name} ({people(one.people)})" for name, one in zip(names, groups, strict=True)]

    def matrix(name: str, title: str, value: Callable[[held.Group, str], int]) -> Table:
        rows = tuple(
            (skill, *(value(group, skill) or None for group in groups)) for skill in found.skills
        )
        kept = tuple(row for row in rows if any(row[1:]))
        columns = (number(plain(head), "count") for head in heads)
        return Table(name, title, (of.skill(), *columns), kept)

    def lacks(group: held.Group, skill: str) -> int:
        return group.lacking[skill].people if skill in group.lacking else 0

    def alone(group: held.Group, skill: str) -> int:
        return group.alone.get(skill, 0)

    notes = [how_to_read(ladder).replace("\N{NO-BREAK SPACE}", " ")]
    notes += _unread(found.unread) + together([group.name for group in found.groups])
    steps = ", ".join(f"{name}: {one.stepping:,}" for name, one in zip(names, groups, strict=True))
    notes.append(f"People with a next step: {steps}.")
    tables = (
        matrix("levels", "Levels", lambda group, skill: group.level(skill)),
        matrix("alone", "One person alone holds, from this level on", alone),
        matrix("lacking", f"{next_steps(found)}: so many people", lacks),
    )
    return Report(_held_title(found), tables, tuple(notes))


def _held_title(found: HeldSkills) -> str:
    return f"Skills of {people(found.people)}"


def levels_report(ladder: Ladder, rows: Sequence[tuple[str, Mapping[str, int]]]) -> Report:
    """List which skills each person holds, by id."""
    of = Columns(ladder)
    columns = text("Id", "id"), of.skill(), of.level()
    told = tuple((who, skill, level) for who, levels in rows for skill, level in levels.items())
    return Report("Skills by person", (Table("people", "", columns, told),))
