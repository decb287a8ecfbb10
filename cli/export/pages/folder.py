"""The pages of all roles in a folder, with an index of them by track.

A page is called by its role's id, so that a link template can lead there. Every page begins with a
sign, by which it is known again: other files of the same name are not replaced unasked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from cli.errors import Refused
from cli.export.markdown import plain
from cli.io import write
from cli.output import remark, waiting
from cli.text.prose import in_one_line
from cli.text.tables import by_track
from cli.text.words import count
from ladder import Ladder, Role
from ladder.matching import is_id
from ladder.wording import listed, some

from .blocks import blocks
from .page import INDEX, page_link, role_page

SIGN = (
    "<!-- Written by ladder show --all: what is changed here is lost when that writes it again. -->"
)
MOST_BYTES = 200
"""Of a file's name; most systems take 255, with what is put before and behind it for a while."""

_DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
)


def page_files(ladder: Ladder) -> dict[str, str]:
    """Name a file for each role, by its id.

    An id that Windows keeps for a device, that the index has, that is too long, or that some
    systems take for another one gets a hyphen at its end, as no id has.

    >>> page_files(Ladder("Small", roles={key: Role(key, key) for key in ("cook", "con")}))
    {'cook': 'cook.md', 'con': 'con-.md'}
    """
    taken = {_key(INDEX), *map(_key, _DEVICES)}
    files = {}
    for role in ladder.roles:
        if not is_id(role):
            raise Refused(f"no file can be called by the id {role!r}; give the role another one")
        name = role.encode()[:MOST_BYTES].decode(errors="ignore")
        if name != role:
            name += "-"
        while (key := _key(name)) in taken:
            name += "-"
        taken.add(key)
        files[role] = f"{name}.md"
    return files


def _key(name: str) -> str:
    """What of a name those systems compare that have an eye only for what it means."""
    return unicodedata.normalize("NFKC", name).casefold()


def write_pages(ladder: Ladder, folder: str, *, force: bool) -> None:
    """Write a page for each role, and the index when all are there."""
    files = page_files(ladder)
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise Refused(f"{folder} is a file; name a folder")
    if not place.parent.is_dir():
        raise Refused(f"{folder}: there is no folder {place.parent}; make it first")
    foreign = [name for name in (*files.values(), f"{INDEX}.md") if _is_foreign(place / name)]
    if foreign and not force:
        raise Refused(
            f"{folder} has {some(foreign)} already, not written by ladder show --all; --force "
            f"replaces {'it' if len(foreign) == 1 else 'them'}"
        )
    place.mkdir(exist_ok=True)
    done = 0
    try:
        with waiting("Writing pages") as told:
            for name, text in _pages(ladder, files):
                write(str(place / name), text.encode())
                done += 1
                told(done, len(files) + 1)
    except KeyboardInterrupt:
        remark(f"Interrupted: {done} of {count(len(files), 'page')} written, and no {INDEX}.md")
        raise
    remark(f"Written: {place / INDEX}.md, with {count(len(files), 'page')}")
    if odd := [role for role, name in files.items() if name != f"{role}.md"]:
        named = listed([f"{files[role]} for {role}" for role in odd], "and")
        remark(f"Called otherwise than by their ids, which some systems cannot have: {named}")
    if left := sorted(
        {one.name for one in place.glob("*.md") if _is_page(one)} - {*files.values(), f"{INDEX}.md"}
    ):
        remark(f"Left as they were, of no role of this ladder: {some(left)}")


def _pages(ladder: Ladder, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for role in ladder.roles.values():
        yield files[role.id], f"{SIGN}\n\n{role_page(ladder, role, files)}"
    yield f"{INDEX}.md", f"{SIGN}\n\n{index_page(ladder, files)}"


def index_page(ladder: Ladder, files: Mapping[str, str]) -> str:
    """List the roles by family and track, the lowest rank first."""
    return "\n\n".join(_index(ladder, files)) + "\n"


def _index(ladder: Ladder, files: Mapping[str, str]) -> Iterator[str]:
    yield f"# {plain(ladder.name)}"
    yield from blocks(ladder.about or "")
    open_to_all = {move.to_role for move in ladder.transitions if move.from_any}
    tracks = [
        (_family(ladder, roles), title, roles)
        for title, roles in by_track(ladder, list(ladder.roles.values()))
    ]
    families = list(dict.fromkeys(family for family, _, _ in tracks))
    for family, group in groupby(
        sorted(tracks, key=lambda one: families.index(one[0])), key=lambda one: one[0]
    ):
        if family:
            yield f"## {plain(family)}"
        for _, title, roles in group:
            if title or len(tracks) > 1:
                deeper = "#" if family else ""
                yield f"##{deeper} {plain(title) if title else 'Without a track'}"
            yield "\n".join(_entry(role, files, role.id in open_to_all) for role in roles)
    if ladder.source:
        yield f"Source: {plain(in_one_line(ladder.source))}"


def _family(ladder: Ladder, roles: list[Role]) -> str | None:
    track = roles[0].track
    return ladder.tracks[track].family if track else None


def _entry(role: Role, files: Mapping[str, str], open_to_all: bool) -> str:
    also = f", also {', '.join(map(plain, role.aliases[:3]))}" if role.aliases else ""
    return f"- {page_link(role, files)}{also}{'; open to all' if open_to_all else ''}"


def _is_foreign(file: Path) -> bool:
    return file.exists() and not _is_page(file)


def _is_page(file: Path) -> bool:
    """Whether a file bears the sign."""
    if not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(len(SIGN)) == SIGN.encode()
