"""Where somebody stands, put together from a file and from options."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ladder import (
    FrozenDict,
    Ladder,
    LadderError,
    Person,
    find_skill,
    load_person,
    parse_level,
    validate_person,
)

from .wishes import Wishes


class Asker(NamedTuple):
    """What somebody says of themselves and of the way they want, as typed.

    Parameters
    ----------
    skills : tuple of (str, str)
        Names of skills and of levels.
    months_in_role : int or None
    file : str or None
        A person's file.
    wishes : Wishes
    """

    skills: tuple[tuple[str, str], ...]
    months_in_role: int | None
    file: str | None
    wishes: Wishes

    def person(self, ladder: Ladder) -> Person:
        """Take what the file says, and let the options say it better.

        Parameters
        ----------
        ladder : Ladder

        Returns
        -------
        Person
            Valid for the ladder.

        Raises
        ------
        LadderError
        """
        person = load_person(self.file, ladder) if self.file else Person()
        person = replace(person, skills=FrozenDict({**person.skills, **self._held(ladder)}))
        if self.months_in_role is not None:
            person = replace(person, months_in_role=self.months_in_role)
        validate_person(ladder, person)
        return person

    def saying(self, months_in_role: int | None, skills: tuple[tuple[str, str], ...]) -> Asker:
        """Add what somebody says of themselves in other words.

        Parameters
        ----------
        months_in_role : int or None
        skills : tuple of (str, str)

        Returns
        -------
        Asker

        Raises
        ------
        LadderError
            If it contradicts the options.
        """
        months = {self.months_in_role, months_in_role} - {None}
        if len(months) > 1:
            raise LadderError(
                f"the question says {months_in_role} months in the role, and --months-in-role "
                f"{self.months_in_role}; leave one of them out"
            )
        return self._replace(
            months_in_role=next(iter(months), None), skills=(*skills, *self.skills)
        )

    def _held(self, ladder: Ladder) -> dict[str, int]:
        """Levels that the options give, by skill id."""
        held: dict[str, int] = {}
        for name, level in self.skills:
            skill, number = find_skill(ladder, name), _level(ladder, name, level)
            if held.setdefault(skill.id, number) != number:
                raise LadderError(
                    f"{skill.name} is given twice: at {ladder.level_name(held[skill.id])}, "
                    f"and at {ladder.level_name(number)}"
                )
        return held


def _level(ladder: Ladder, skill: str, level: str) -> int:
    try:
        return parse_level(ladder, level)
    except LadderError as error:
        raise LadderError(f"--skill {skill}={level}: {error}") from error
