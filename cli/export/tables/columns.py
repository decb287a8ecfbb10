"""What the cells of a table may hold: ids with names, months, levels, costs, texts.

For programs an id stands beside its name, a level's number beside its name, and months beside those
at the fast and at the slow pace; for people each is a word or a link.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from cli.export.markdown import linked, plain
from cli.export.plan_markdown import levels_in_words
from cli.text.prose import in_one_line
from cli.text.words import DOUBT, When, count, duration, is_wide, money
from graphs.plans.month import Month
from ladder import Activity, Ladder, Range, Transition
from ladder.model import ANY

from .report import Column


class Months(NamedTuple):
    """Months, their range where there is one, and how many are proven to be needed, if fewer."""

    typical: int | None
    between: Range | None = None
    least: int | None = None

    def words(self, none: str = "now") -> str:
        """Tell them, and in other words if there are none to wait.

        >>> Months(24).words(), Months(30, None, 24).words(), Months(None, None, 24).words()
        ('24 months (2 years)', '24–30 months', '24 months or more')
        """
        if self.typical is None:
            return f"{count(self.least or 0, 'month')} or more"
        if self.least is not None:
            return f"{self.least}–{count(self.typical, 'month')}"
        if not self.typical and not is_wide(self.between):
            return none
        return duration(self.typical, self.between)


def told_months(typical: int, between: Range | None) -> Months:
    """Months as the ladder tells them: without a range, they are the same at every pace."""
    return Months(typical, between or (typical, typical))


class Named(Protocol):
    """What has a name."""

    @property
    def name(self) -> str:
        """What people call it."""


def text(heading: str, head: str, *, for_programs: bool = False) -> Column:
    """A column of texts, of any number of lines."""
    words = None if for_programs else lambda value: plain(in_one_line(value)) if value else ""
    return Column(heading, (head,), lambda value: (value,), words)


def texts(heading: str, head: str) -> Column:
    """A column of several short texts in each cell."""
    return Column(
        heading,
        (head,),
        lambda values: ("; ".join(values),),
        lambda values: ", ".join(map(plain, values)),
    )


def number(heading: str, head: str, *, for_programs: bool = False) -> Column:
    """A column of whole numbers."""
    words = None if for_programs else str
    return Column(heading, (head,), lambda value: (value,), words, right=True)


def months(heading: str, *, none: str = "now") -> Column:
    """A column of `Months`, and what people read where there are none to wait."""
    return Column(
        heading,
        ("months", "months_fast", "months_slow"),
        lambda value: (value.typical, *(value.between or ("", ""))),
        lambda value: value.words(none),
        right=True,
    )


def moment(heading: str, head: str, begins: Month | None = None) -> Column:
    """A column of months that something begins in, told by how many lie before them.

    With the day that it comes to, where the calendar's month is known that is the first.
    """
    when = When(begins=begins)

    def values(month: int) -> tuple[object, ...]:
        return (month, begins.after(month).first_day) if begins else (month,)

    heads = (head, f"{head}_date") if begins else (head,)
    return Column(heading, heads, values, lambda month: when.label([(month, month + 1)]))


DOUBTS = f"What is marked {DOUBT} rests on low confidence."


def doubtful() -> Column:
    """A column of confidences, which people hear of only where it is low, as `DOUBTS` explains."""
    return Column(
        "",
        ("confidence",),
        lambda value: (value,),
        lambda value: plain(DOUBT) if value == "low" else "",
    )


def yes_or_no(heading: str, head: str, *, idle: str = "") -> Column:
    """A column of yes and no, of which one may be what goes without saying."""

    def said(value: bool) -> str:
        return "yes" if value else "no"

    words = {idle: ""}
    return Column(
        heading,
        (head,),
        lambda value: (said(value),),
        lambda value: words.get(said(value), said(value)),
    )


def one_of(heading: str, head: str, words: Mapping[str, str]) -> Column:
    """A column of words for programs, which people read in others."""
    return Column(heading, (head,), lambda value: (value,), lambda value: words.get(value, value))


class Columns(NamedTuple):
    """Columns that name things of a ladder."""

    ladder: Ladder

    def role(self, heading: str = "Role", head: str = "role") -> Column:
        """A column of roles, by id; people find their pages there."""
        roles = self.ladder.roles
        return _named(
            heading, head, roles, lambda key: linked(plain(roles[key].name), roles[key].url)
        )

    def sources(self) -> Column:
        """A column of the roles that transitions lead from: ids, or ``any``."""
        known = self.ladder.roles

        def names(move: Transition) -> list[str]:
            return [known[key].name for key in move.from_roles] or ["any role"]

        return Column(
            "By the gate from",
            ("from", "from_names"),
            lambda move: ("; ".join(move.from_roles) or ANY, "; ".join(names(move))),
            lambda move: ", ".join(map(plain, names(move))),
        )

    def activity(self) -> Column:
        """A column of activities, by id, with what rests on low confidence marked."""
        known = self.ladder.activities

        def words(key: str) -> str:
            one: Activity = known[key]
            doubt = f" {plain(DOUBT)}" if one.confidence == "low" else ""
            return linked(plain(one.name), one.url) + doubt

        return _named("Activity", "activity", known, words)

    def track(self) -> Column:
        """A column of tracks, by id."""
        return _named("Track", "track", self.ladder.tracks)

    def skill(self) -> Column:
        """A column of skills, by id."""
        return _named("Skill", "skill", self.ladder.skills)

    def level(self, heading: str = "Level", head: str = "level") -> Column:
        """A column of levels, by number."""
        name = self.ladder.level_name
        return Column(
            heading,
            (head, f"{head}_name"),
            lambda level: (level, name(level)),
            lambda level: plain(name(level)),
        )

    def levels(self, heading: str, head: str) -> Column:
        """A column of skills at their levels, by id: ``roadmapping=2; empathy=1``."""
        ladder = self.ladder

        def values(held: Mapping[str, int]) -> tuple[str, str]:
            ids = (f"{skill}={level}" for skill, level in held.items())
            names = (
                f"{ladder.skills[skill].name}: {ladder.level_name(level)}"
                for skill, level in held.items()
            )
            return "; ".join(ids), "; ".join(names)

        return Column(
            heading,
            (head, f"{head}_names"),
            values,
            lambda held: levels_in_words(ladder, held),
        )

    def cost(self) -> Column:
        """A column of costs."""
        currency = self.ladder.currency
        return Column(
            "Cost",
            ("cost", "currency"),
            lambda cost: (cost, currency or ""),
            lambda cost: plain(money(cost, currency)),
            right=True,
            idle=money(0, currency),
        )


def _named(
    heading: str,
    head: str,
    known: Mapping[str, Named],
    words: Callable[[str], str] | None = None,
) -> Column:
    return Column(
        heading,
        (head, f"{head}_name"),
        lambda key: (key, known[key].name),
        words or (lambda key: plain(known[key].name)),
    )
