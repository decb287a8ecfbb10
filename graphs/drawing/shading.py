"""A survey in a picture: which shade each role has, what is written on it, and the key to both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from graphs.pace import pace_in_words
from graphs.queries.survey import Into, Reach, Undecided, Way
from ladder import Role

from .dot.style import NORMAL, Attributes, Style
from .dot.table import Label, stacked
from .dot.text import clean, counted, isolated, wrap
from .key import key_rows
from .labels import ROLE_ROOM, abbreviation, role_label, with_number
from .marks import Marks
from .view import View

_UNREACHED = "out of reach"
_UNREACHED_FROM = "no way from there"
STEPS = (1, 2, 3, 6, 12, 24, 36, 48, 60, 120)  # months that a shade may stand for


@dataclass(frozen=True, slots=True)
class Shading(Marks):
    """How the roles of a survey look."""

    survey: Reach | Into
    known: Mapping[str, Way | Undecided]
    """What is known of each role that is not out of reach, by its id."""
    scale: Scale

    @classmethod
    def of(cls, view: View, survey: Reach | Into, style: Style) -> Self:
        """The shading of a survey."""
        known: dict[str, Way | Undecided] = {way.role: way for way in survey.ways}
        known |= {one.role: one for one in survey.undecided}
        found = [way for way in map(_way, known.values()) if way is not None]
        longest = max((way.months for way in found), default=0)
        return cls(view, style, survey, known, Scale.up_to(longest, len(style.theme.shades)))

    def role_look(self, role: str) -> Attributes:
        """Node attributes of a role, by its id."""
        if role == self.survey.about:
            return self.style.asked_about
        known = self.known.get(role)
        if known is None:
            return self.style.unreached
        way = _way(known)
        if way is None:
            return self.style.unknown
        return self.style.shade(self.scale.place(way.months))

    def role_label(self, role: Role) -> Label:
        """A role's name, and beside it the months."""
        known = self.known.get(role.id)
        if known is None:
            return role_label(role)
        cells = stacked(wrap(role.name, ROLE_ROOM * NORMAL, NORMAL), NORMAL)
        short = abbreviation(role)
        cells += stacked([short], NORMAL) if short else []
        return with_number(months(known), cells)

    def role_tooltip(self, role: str) -> list[str]:
        """What is known of a role."""
        known = self.known.get(role)
        if known is None:
            return [_UNREACHED_FROM if isinstance(self.survey, Into) else _UNREACHED]
        way = _way(known)
        if way is None:
            return [f"{months(known)} months"]
        plural = "" if way.months == 1 else "s"
        return [f"{months(known)} month{plural}, {counted(way.moves, 'move')}"]

    def summary(self) -> str:
        """The survey in one line."""
        survey = self.survey
        name = isolated(clean(survey.ladder.roles[survey.about].name))
        others = len(survey.ladder.roles) - 1
        ways = [_way(one) for one in self.known.values()]
        found = str(len(ways) - ways.count(None) - 1)
        if None in ways:
            found = "none so far" if found == "0" else f"at least {found}"
        within = pace_in_words(survey.ladder)
        within += "" if survey.within is None else f" within {survey.within} months"
        if isinstance(survey, Reach):
            return f"From {name}: {found} of {others} other roles{within}"
        return f"Into {name}: from {found} of {others} other roles{within}"

    def roles_explained(self) -> list[str]:
        """What the numbers say."""
        survey = self.survey
        what = "until it is reached" if isinstance(survey, Reach) else "from there to the goal"
        text = f"In a role's box: the months {what}, at the soonest."
        if survey.undecided:
            text += " Where the time limit came before the proof, they are a range, or a least."
        return [text]

    def shown(self) -> str:
        """Which roles are shown, where not all of them are."""
        if isinstance(self.survey, Reach):
            return "the roles within reach" + (", known or not" if self.survey.undecided else "")
        return "the roles from which a way leads there"

    def role_key(self, room: int) -> list[list[str]]:
        """The looks of roles, the soonest first."""
        reaching = isinstance(self.survey, Reach)
        about: Attributes = self.style.asked_about
        entries = [(about, "from here" if reaching else "to here")]
        entries += [
            (self.style.shade(place), self.scale.words(place)) for place in range(self.scale.used)
        ]
        if any(role.id not in self.known for role in self.view.roles):
            limited = self.survey.within is not None or self.survey.max_cost is not None
            rest = _UNREACHED if reaching else _UNREACHED_FROM
            entries.append((self.style.unreached, "not within that" if limited else rest))
        return key_rows(entries, room, self.style.theme)


def months(known: Way | Undecided) -> str:
    """Months as they stand in a box."""
    if isinstance(known, Way):
        return str(known.months)
    if known.best is None:
        return f"≥ {known.bound}"
    least, most = known.bound, known.best.months
    return f"{least}–{most}" if least < most else str(most)


def _way(known: Way | Undecided) -> Way | None:
    return known if isinstance(known, Way) else known.best


@dataclass(frozen=True, slots=True)
class Scale:
    """Which months have which shade: the stronger, the sooner."""

    step: int  # months that each shade stands for
    used: int  # how many shades are needed

    @classmethod
    def up_to(cls, longest: int, most: int = 5) -> Scale:
        """Find the finest scale that reaches so far."""
        # Beyond the longest step, whole multiples of it.
        beyond = -(-longest // (most * STEPS[-1])) * STEPS[-1]
        step = next((step for step in STEPS if step * most >= longest), beyond)
        return cls(step, max(1, -(-longest // step)))

    def place(self, months: int) -> int:
        """The shade of a role that is so many months away, from 0, the soonest."""
        return max(0, -(-months // self.step) - 1)

    def words(self, place: int) -> str:
        """What a shade means, by its place from the soonest."""
        months = self.step * (place + 1)
        years = self.step % 12 == 0
        return f"up to {counted(months // 12, 'year') if years else counted(months, 'month')}"
