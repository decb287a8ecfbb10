"""What a list, or a table of skills beside it, says of the skills: groups, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ladder.model import FrozenDict, Skill
from ladder.spreadsheet.scale import Scale
from ladder.wording import short, some

from .columns import Columns, is_note
from .rows import Row

Said = dict[str, dict[str, None]]
"""What is said of each skill, by its folded name: each text once, in the order of the rows."""


class Meanings:
    """Gathers groups and texts of skills, and keeps to what is said in one way only."""

    def __init__(self, scale: Scale, meant: Callable[[str], int | None]) -> None:
        self.scale = scale
        self.meant = meant
        self.groups: Said = {}
        self.about: Said = {}
        self.texts: dict[str, dict[int, dict[str, None]]] = {}
        self.unexpected: dict[str, None] = {}
        """Skills of a library that no role expects."""

    def add(self, rows: Iterable[Row]) -> None:
        """Take what rows say of their skills, be these required or not."""
        for row in rows:
            key = row.key("skill")
            if group := row.text("group"):
                self.groups.setdefault(key, {})[group] = None
            if about := row.fields.get("about"):
                self.about.setdefault(key, {})[about.text] = None
            level = self.meant(row.text("level")) if "level" in row.columns.at else 1
            if level and (words := self._text(row)):
                self.texts.setdefault(key, {}).setdefault(level, {})[words] = None

    def _text(self, row: Row) -> str | None:
        """What a row says of the level: in a column for it, or beside the level."""
        if "text" in row.fields:
            return row.fields["text"].text
        return self.scale.text_of(row.fields["level"].text) if "level" in row.fields else None

    def add_library(self, columns: Columns, skills: Mapping[str, Skill]) -> Iterator[str]:
        """Take what a table of skills says, and name what stands around it."""
        above = ""
        for cells in columns.body:
            row = Row(columns, cells, columns.fields(cells))
            if is_note(cells):
                yield next(cell.text for cell in cells if cell.text)
                continue
            if "skill" not in row.fields and above:
                row.fields["skill"] = row.cells[columns.at["skill"]]._replace(text=above)
            above = row.text("skill")
            if row.key("skill") not in skills:
                self.unexpected[above] = None
            elif "text" in row.fields and "level" not in columns.at:
                self.about.setdefault(row.key("skill"), {})[row.fields["text"].text] = None
                self.add(
                    [Row(columns, cells, {k: v for k, v in row.fields.items() if k != "text"})]
                )
            else:
                self.add([row])

    def told(self, key: str, skill: Skill) -> Skill:
        """Say of a skill what is said of it in one way only; of its groups, the first."""
        about = list(self.about.get(key, {}))
        texts = self._clear_texts(key)
        if self._texts_are_of_skills():
            about, texts = list(texts.values())[:1], {}
        return replace(
            skill,
            group=next(iter(self.groups.get(key, {})), None),
            about=about[0] if len(about) == 1 else None,
            levels=FrozenDict(dict(sorted(texts.items()))),
        )

    def _clear_texts(self, key: str) -> dict[int, str]:
        said = self.texts.get(key, {})
        return {level: next(iter(texts)) for level, texts in said.items() if len(texts) == 1}

    def _texts_are_of_skills(self) -> bool:
        """Whether what should be texts of levels is the same at every level of each skill."""
        return (
            not self.about
            and any(len(by_level) > 1 for by_level in self.texts.values())
            and all(
                len({text for texts in by_level.values() for text in texts}) == 1
                for by_level in self.texts.values()
            )
        )

    def remarks(self, skills: Mapping[str, Skill]) -> Iterator[str]:
        """Name what is said in two ways, and what is said of no skill here."""
        differing = [
            f"{short(skill.name)} at {self.scale.levels[level - 1]}"
            for key, skill in skills.items()
            for level, texts in sorted(self.texts.get(key, {}).items())
            if len(texts) > 1
        ]
        if differing:
            yield f"Left out: texts that differ from row to row at one level: {some(differing)}."
        if several := _said_twice(self.about, skills):
            yield f"Left out: descriptions that differ from row to row: {some(several)}."
        if several := _said_twice(self.groups, skills):
            yield f"Of several groups of a skill the first counts: {some(several)}."
        if self.unexpected:
            yield f"Left out: skills that no role expects: {some([*map(short, self.unexpected)])}."


def _said_twice(said: Said, skills: Mapping[str, Skill]) -> list[str]:
    return [short(skill.name) for key, skill in skills.items() if len(said.get(key, ())) > 1]
