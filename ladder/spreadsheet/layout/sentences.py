"""A grid of sentences, read by the order of its roles: each is a level of every skill."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Cell
from ladder.spreadsheet.scale import Prose, Scale, prose_scale

from .layout import Layout

_SENIORITY = tuple(
    re.compile(rf"\b({words})\b", re.IGNORECASE)
    for words in (
        "intern|trainee|apprentice|graduate|entry", "junior|jr|associate", "mid|middle|medior",
        "senior|sr", "lead|staff", "principal", "head|director", "vp|vice president|chief|c.o",
    )
)  # fmt: skip

Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Which level each cell has, and what it says of the level."""

    scale: Scale
    levels: Mapping[tuple[int, int], int]
    """By row and column in the file."""
    texts: Mapping[int, Mapping[int, str]]
    """By column of the skill, the text of each level."""
    order: str
    """How the roles of the first track stand: rising or falling."""


def read_sentences(layout: Layout, order: str | None) -> Sentences:
    """Read a grid of sentences; the roles of each track stand for levels, the lowest first."""
    found = _tracks(layout)
    tracks = {track: _in_order(rows, layout, order) for track, rows in found.items()}
    falling = any(rows != found[track] for track, rows in tracks.items())
    longest = max(map(len, tracks.values()))
    names = [_name_at(layout, list(tracks.values()), place) for place in range(longest)]
    read: dict[str, Prose] = {}
    levels: dict[tuple[int, int], int] = {}
    for track, rows in tracks.items():
        cells = [[row[at] for row in rows] for at in layout.skills]
        texts = [[cell.text for cell in line] for line in cells]
        read[track] = prose_scale(names, texts)
        for line, held in zip(cells, read[track].levels, strict=True):
            for cell, level in zip(line, held, strict=True):
                levels[cell.row, cell.column] = level
    said = {
        at: _joined({track: prose.texts[place] for track, prose in read.items()})
        for place, at in enumerate(layout.skills)
    }
    scale = next(iter(read.values())).scale
    standing = "falling" if falling else "rising"
    return Sentences(scale, FrozenDict(levels), FrozenDict(said), standing)


def _tracks(layout: Layout) -> dict[str, list[Row]]:
    """The roles by track, as they stand."""
    tracks: dict[str, list[Row]] = {}
    at = layout.facts.get("track")
    for row in layout.body:
        tracks.setdefault(row[at].text if at is not None else "", []).append(row)
    return tracks


def _in_order(rows: list[Row], layout: Layout, order: str | None) -> list[Row]:
    at = layout.facts.get("rank")
    if at is not None:
        ranks = [re.sub(r"\D", "", row[at].text) for row in rows]
        if all(ranks):
            return [row for _, row in sorted(zip(map(int, ranks), rows, strict=True), key=_first)]
    first, last = (_seniority(rows[place][layout.name].text) for place in (0, -1))
    falls = first is not None and last is not None and first > last
    return rows[::-1] if order == "falling" or (not order and falls) else rows


def _first(pair: tuple[int, Row]) -> int:
    return pair[0]


def _seniority(name: str) -> int | None:
    return next((at for at, words in enumerate(_SENIORITY) if words.search(name)), None)


def _name_at(layout: Layout, tracks: Sequence[Sequence[Row]], place: int) -> str:
    """What all tracks call the role at a place; nothing where they differ."""
    names = {rows[place][layout.name].text for rows in tracks if place < len(rows)}
    return names.pop() if len(names) == 1 else ""


def _joined(texts: Mapping[str, Mapping[int, str]]) -> Mapping[int, str]:
    """Put what several tracks say of a level one below the other."""
    said: dict[int, dict[str, str]] = {}
    for track, levels in texts.items():
        for level, text in levels.items():
            there = said.setdefault(level, {})
            if fold(text) not in map(fold, there.values()):
                there[track] = text
    return FrozenDict(
        {
            level: "\n".join(
                f"{track}: {text}" if track and len(texts) > 1 else text
                for track, text in there.items()
            )
            for level, there in sorted(said.items())
        }
    )
