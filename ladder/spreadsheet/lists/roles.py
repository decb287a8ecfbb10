"""The roles of a list: which rows are of the same one, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.importers.lanes import title_in_track, titles_told
from ladder.importers.moves import RoleLevel
from ladder.matching import fold, to_id, unique_ids
from ladder.model import ANY, FrozenDict, Track
from ladder.wording import quoted, some

from .faults import Faults, in_yaml, place
from .rows import Row

Key = tuple[str, str, str]
"""The id or name of a role, its track where it is in several, and its rank where it has several."""

MISSING = {
    "track": "this role is in several tracks; say in which one it is here",
    "rank": "this role has several ranks; say which one it has here",
    "grade": "this role has several grades; say which one it has here",
}
_RANK = re.compile(r"(?:[^\W\d]++[.\s]*+)*+(-?\d{1,6})(?:[.,]0+)?").fullmatch


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles, in the order of the list."""

    of_rows: Sequence[str]
    """The id of the role of each row."""
    levels: Mapping[str, RoleLevel]
    """By id, without what they expect."""
    tracks: Mapping[str, Track]
    called: Mapping[str, tuple[str, ...]]
    """Ids by what a role may be called, folded; several where a title is in two tracks."""
    remarks: tuple[str, ...]


def read_roles(rows: Sequence[Row], faults: Faults) -> Roles:
    """Tell roles apart: by their id, or else by name, and by track and rank where those differ."""
    by_key = _with_full_names(_grouped(rows, faults))
    ranks = {key: _rank(of_one, faults) for key, of_one in by_key.items()}
    names = {key: _name(key, of_one) for key, of_one in by_key.items()}
    _check_names(by_key, names, faults)
    ids = _ids(by_key, names)
    tracks = _tracks(by_key, faults)
    track_ids = unique_ids(tracks.values())
    levels: dict[str, RoleLevel] = {}
    called: dict[str, tuple[str, ...]] = {}
    for key, of_one in by_key.items():
        track = tracks.get(_track(of_one) or _own_lane(key))
        levels[ids[key]] = RoleLevel(
            ids[key], names[key], track_ids[track] if track else None, ranks[key], False, {}
        )
        for word in {fold(names[key]), of_one[0].key("role"), fold(ids[key]), key[0]}:
            called[word] = (*called.get(word, ()), ids[key])
    key_of = {id(row): ids[key] for key, of_one in by_key.items() for row in of_one}
    return Roles(
        [key_of[id(row)] for row in rows],
        levels,
        FrozenDict({key: Track(key, name) for name, key in track_ids.items()}),
        called,
        tuple(_remarks(names)),
    )


def _grouped(rows: Iterable[Row], faults: Faults) -> dict[Key, list[Row]]:
    """Put the rows of each role together."""
    grouped: dict[Key, list[Row]] = {}
    for base, of_base in _split(rows, lambda row: row.key("id") or row.key("role")).items():
        by_id = bool(of_base[0].text("id"))
        if by_id:
            _same(of_base, "role", faults)
            _same(of_base, "track", faults)
        for track, of_track in _parted(of_base, "track", not by_id, faults).items():
            rung = "grade" if any(row.text("grade") for row in of_track) else "rank"
            several = not by_id and _again_by(rung, of_track)
            if not several:
                _same(of_track, rung, faults)
            for rank, of_rank in _parted(of_track, rung, several, faults).items():
                grouped[base, track, rank] = of_rank
    return grouped


def _split(rows: Iterable[Row], by: Callable[[Row], str]) -> dict[str, list[Row]]:
    """Part rows by a text."""
    split: dict[str, list[Row]] = {}
    for row in rows:
        split.setdefault(by(row), []).append(row)
    return split


def _parted(rows: list[Row], what: str, several: bool, faults: Faults) -> dict[str, list[Row]]:
    """Part the rows of a role where they say several tracks, or ranks, and may do so."""
    said = {row.key(what) for row in rows} - {""}
    if len(said) < 2 or not several:
        return {"": rows}
    for row in rows:
        if not row.text(what):
            faults.add(row.columns.grid, row.cell("role"), MISSING[what])
    return _split(rows, lambda row: row.key(what))


def _again_by(rung: str, rows: Iterable[Row]) -> bool:
    """Whether a role has the same skill at several ranks: each rank is a role of its own then."""
    ranks: dict[str, set[str]] = {}
    for row in rows:
        if row.text("skill") and row.text(rung):
            ranks.setdefault(row.key("skill"), set()).add(row.key(rung))
    return any(len(several) > 1 for several in ranks.values())


def _same(rows: Iterable[Row], what: str, faults: Faults) -> None:
    """Refuse a role of which the list says two things."""
    first = None
    for row in rows:
        if not row.text(what):
            continue
        first = first or row
        if row.key(what) != first.key(what):
            here = row.columns.grid.problem(row.cell(what), "")
            there = first.columns.grid.problem(first.cell(what), "")
            message = (
                f"the {what} of {quoted(first.text('role'))} is {quoted(row.text(what))} here, but "
                f"{quoted(first.text(what))} in {place(there, here)}; it can have one only"
            )
            faults.add(row.columns.grid, row.cell(what), message)
            return


def _rank(rows: Sequence[Row], faults: Faults) -> int | None:
    row = next((row for row in rows if row.text("rank")), None)
    if row is None:
        return None
    if found := _RANK(row.text("rank")):
        return int(found[1])
    head = row.columns.head[row.columns.at["rank"]].text
    message = (
        f"{quoted(row.text('rank'))} should be a rank, a whole number such as 3 or L3; or "
        f"leave the column out by a line in a mapping file: ignore: [{in_yaml(head)}]"
    )
    faults.add(row.columns.grid, row.cell("rank"), message)
    return None


def _name(key: Key, rows: Sequence[Row]) -> str:
    """What a role is called: with its rank or its track, where its title alone is several roles."""
    title = _title(rows[0]) if key[2] else rows[0].text("role")
    return title_in_track(title, rows[0].text("track")) if key[1] else title


def _with_full_names(by_key: Mapping[Key, list[Row]]) -> dict[Key, list[Row]]:
    """Add the rows that name a role with its rank or track to those that have these apart."""
    full = {fold(_name(key, rows)): key for key, rows in by_key.items() if any(key[1:])}
    joined: dict[Key, list[Row]] = {}
    for key, rows in by_key.items():
        joined.setdefault(key if any(key[1:]) else full.get(key[0], key), []).extend(rows)
    for key in full.values():  # what a role is called is told by the first row
        joined[key].sort(key=lambda row: fold(row.text("role")) != key[0])
    return joined


def _check_names(
    by_key: Mapping[Key, Sequence[Row]], names: Mapping[Key, str], faults: Faults
) -> None:
    """Refuse names that are none, and two roles of one name."""
    first: dict[str, Row] = {}
    for key, name in names.items():
        row = by_key[key][0]
        other = first.setdefault(fold(name), row)
        if not to_id(name):
            wrong = "it has no letter or digit"
        elif to_id(name) == ANY:
            wrong = 'it means every role in "from: any"'
        elif other is not row:
            here = row.columns.grid.problem(row.cell("role"), "")
            there = other.columns.grid.problem(other.cell("role"), "")
            wrong = f"another role, in {place(there, here)}, has it already"
        else:
            continue
        message = f"{quoted(name)} cannot be the name of a role: {wrong}"
        faults.add(row.columns.grid, row.cell("role"), message)


def _title(row: Row) -> str:
    """The title of a role with its rank, such as "Tester L2" or "Senior tester"."""
    role, grade = row.text("role"), row.text("grade")
    if not grade:
        return f"{role} {row.text('rank')}"
    return grade if row.key("role") in row.key("grade") else f"{grade} {role}"


def _ids(by_key: Mapping[Key, Sequence[Row]], names: Mapping[Key, str]) -> dict[Key, str]:
    """Give each role an id: its own, or one of its name, with the track before it if need be."""
    wanted = {}
    for key, rows in by_key.items():
        own, track = rows[0].text("id"), rows[0].text("track")
        title = names[key].removesuffix(title_in_track("", track)) if key[1] else names[key]
        wanted[key] = own if to_id(own) else f"{track} {title}" if key[1] else title
    made = unique_ids(wanted.values())
    return {key: made[words] for key, words in wanted.items()}


def _track(rows: Iterable[Row]) -> str:
    return next((row.key("track") for row in rows if row.text("track")), "")


def _own_lane(key: Key) -> str:
    """A role of several ranks is a track, where the list says no other."""
    return f"\0{key[0]}" if key[2] else ""


def _tracks(by_key: Mapping[Key, Sequence[Row]], faults: Faults) -> dict[str, str]:
    """The names of the tracks, by what the rows of a role say."""
    tracks: dict[str, str] = {}
    for key, rows in by_key.items():
        for row in rows:
            if track := row.text("track"):
                tracks.setdefault(row.key("track"), track)
                if not to_id(track):
                    message = f"{quoted(track)} names no track: it has no letter or digit"
                    faults.add(row.columns.grid, row.cell("track"), message)
        if _own_lane(key) and not _track(rows):
            tracks.setdefault(_own_lane(key), rows[0].text("role"))
    return tracks


def _remarks(names: Mapping[Key, str]) -> Iterable[str]:
    ranked = [names[key] for key in names if key[2]]
    if ranked:
        yield f"A role with several ranks is a role for each of them: {some(ranked)}."
    yield from titles_told([names[key] for key in names if key[1]])
