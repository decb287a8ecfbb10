"""Where somebody stands, in a picture: which gates are open to them, and what the others lack.

A survey in a picture: which shade each role has, what is written on it, and the key to both.

Which shade stands for which months: the stronger, the sooner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphs.pace import pace_in_words
from graphs.queries.survey import Into, Reach, Undecided, Way
from ladder import Role, Transition

from .dot.style import CHIP, NORMAL, NUMBER, Attributes, Style
from .dot.table import Cell, Label, stacked, table
from .dot.text import clean, isolated, wrap
from .key import key_rows
from .labels import SKILL_ROOM, abbreviation, by_weight, counted, role_label
from .layout.boxes import Gate
from .marks import Marks

STEPS = (1, 2, 3, 6, 12, 24, 36, 48, 60, 120)  # months that a shade may stand for


@dataclass(frozen=True, slots=True)
class Scale:
    """Which months have which shade.

    Parameters
    ----------
    step : int
        Months that each shade stands for.
    used : int
        How many shades are needed.
    """

    step: int
    used: int

    @classmethod
    def up_to(cls, longest: int, most: int = 5) -> Scale:
        """Find the finest scale that reaches so far.

        Examples
        --------
        >>> Scale.up_to(156), Scale.up_to(10), Scale.up_to(0)
        (Scale(step=36, used=5), Scale(step=2, used=5), Scale(step=1, used=1))
        """
        # Beyond the longest step, whole multiples of it.
        beyond = -(-longest // (most * STEPS[-1])) * STEPS[-1]
        step = next((step for step in STEPS if step * most >= longest), beyond)
        return cls(step, max(1, -(-longest // step)))

    def place(self, months: int) -> int:
        """The shade of a role that is so many months away, from 0, the soonest."""
        return max(0, -(-months // self.step) - 1)

    def words(self, place: int) -> str:
        """What a shade means, by its place from the soonest.

        Examples
        --------
        >>> Scale(36, 5).words(1), Scale(6, 2).words(0)
        ('up to 6 years', 'up to 6 months')
        """
        months = self.step * (place + 1)
        years = self.step % 12 == 0
        number, noun = (months // 12, "year") if years else (months, "month")
        return f"up to {number} {noun}{'s' if number > 1 else ''}"


ROLE_ROOM = 9  # for a line of a role's name, in times the letters' size


@dataclass(frozen=True, slots=True)
class Shading:
    """How the roles of a survey look.

    Parameters
    ----------
    survey : Reach or Into
    known : mapping of str to Way or Undecided
        What is known of each role that is not out of reach, by its id.
    scale : Scale
    style : Style
    """

    survey: Reach | Into
    known: Mapping[str, Way | Undecided]
    scale: Scale
    style: Style

    @classmethod
    def of(cls, survey: Reach | Into, style: Style) -> Shading:
        """The shading of a survey."""
        known: dict[str, Way | Undecided] = {way.role: way for way in survey.ways}
        known |= {one.role: one for one in survey.undecided}
        found = [way for way in map(_way, known.values()) if way is not None]
        longest = max((way.months for way in found), default=0)
        return cls(survey, known, Scale.up_to(longest, len(style.theme.shades)), style)

    def tone(self, role: str) -> Attributes:
        """Node attributes of a role, by its id."""
        if role == self.survey.about:
            return self.style.asked_about
        known = self.known.get(role)
        if known is None:
            return self.style.unreached
        way = _way(known)
        return self.style.unknown if way is None else self._shade(way.months)

    def _shade(self, months: int) -> Attributes:
        return self.style.shade(self.scale.place(months))

    def label(self, role: Role) -> Label:
        """A role's name, and beside it the months."""
        known = self.known.get(role.id)
        if known is None:
            return role_label(role)
        cells = stacked(wrap(role.name, ROLE_ROOM * NORMAL, NORMAL), NORMAL)
        short = abbreviation(role)
        cells += stacked([short], NORMAL) if short else []
        badge = Cell(f"{months(known)} ", NUMBER, bold=True, rows=len(cells))
        return table([[badge, cells[0]], *([cell] for cell in cells[1:])])

    def told(self, role: str) -> str:
        """What is known of a role in words, by its id."""
        known = self.known.get(role)
        if known is None:
            return _UNREACHED_FROM if isinstance(self.survey, Into) else _UNREACHED
        way = _way(known)
        if way is None:
            return f"{months(known)} months"
        moves = f"{way.moves} move{'' if way.moves == 1 else 's'}"
        return f"{months(known)} month{'' if way.months == 1 else 's'}, {moves}"

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

    def explained(self) -> str:
        """What the numbers say."""
        survey = self.survey
        what = "until it is reached" if isinstance(survey, Reach) else "from there to the goal"
        text = f"In a role's box: the months {what}, at the soonest."
        if survey.undecided:
            text += " Where the time limit came before the proof, they are a range, or a least."
        return text

    def shown(self) -> str:
        """Which roles are shown, where not all of them are."""
        if isinstance(self.survey, Reach):
            return "the roles within reach" + (", known or not" if self.survey.undecided else "")
        return "the roles from which a way leads there"

    def key(self, shown: Iterable[Role]) -> list[tuple[Attributes, str]]:
        """Looks, each with what it means.

        Node attributes and words, the soonest first.
        """
        reaching = isinstance(self.survey, Reach)
        about: Attributes = self.style.asked_about
        entries = [(about, "from here" if reaching else "to here")]
        entries += [
            (self.style.shade(place), self.scale.words(place)) for place in range(self.scale.used)
        ]
        if any(role.id not in self.known for role in shown):
            limited = self.survey.within is not None or self.survey.max_cost is not None
            rest = _UNREACHED if reaching else _UNREACHED_FROM
            entries.append((self.style.unreached, "not within that" if limited else rest))
        return entries


_UNREACHED = "out of reach"
_UNREACHED_FROM = "no way from there"


def months(known: Way | Undecided) -> str:
    """Months as they stand in a box.

    Examples
    --------
    >>> way = Way("pm", 48, 2, 0)
    >>> months(way), months(Undecided("pm", 36, way)), months(Undecided("pm", 36))
    ('48', '36–48', '≥ 36')
    """
    if isinstance(known, Way):
        return str(known.months)
    if known.best is None:
        return f"≥ {known.bound}"
    least, most = known.bound, known.best.months
    return f"{least}–{most}" if least < most else str(most)


def _way(known: Way | Undecided) -> Way | None:
    return known if isinstance(known, Way) else known.best


OPEN, CLOSED = "√", "×"  # a PNG's font has no ticks and ballots
WRITTEN = 12  # moves out of one's role of which what is lacking is written out; of more, counted


@dataclass(frozen=True, slots=True)
class Standing(Marks):
    """The gates as the person of a survey finds them.

    Parameters
    ----------
    ladder, style, first
        As for ``Marks``.
    survey : Reach
    places : frozenset of int
        The transitions in the picture whose gates are shown, by their places in the file.
    """

    survey: Reach
    places: frozenset[int]

    def gate_label(self, gate: Gate) -> Label | None:
        """Whether it is open, and if not, how much is lacking, or what."""
        if gate.hidden or gate.lacks is None:
            return None
        months = [f"{gate.months} mo"] if gate.months else []
        if not gate.lacks:
            return table([[cell] for cell in stacked([f"{OPEN} open", *months], CHIP, bold=True)])
        lines = [f"{CLOSED} lacks {len(gate.lacks)} of {gate.skills}", *months]
        if gate.requires is None and not self._written(gate):
            return table([[cell] for cell in stacked(lines, CHIP)])
        rows = [[cell] for cell in stacked(lines, NORMAL, bold=True, columns=2)]
        for skill, level in by_weight(gate.lacks, self.ladder):
            name = wrap(self.ladder.skills[skill].name, SKILL_ROOM * NORMAL, NORMAL, lines=3)
            first, *more = stacked(name, NORMAL)
            number = Cell(f" {level}", NORMAL, align="RIGHT", rows=len(name))
            rows += [[first, number], *([line] for line in more)]
        return table(rows)

    def gate_tone(self, gate: Gate) -> Attributes:
        """Open ones have thick frames and round corners, closed ones dashes and sharp corners."""
        return self._tone(is_open=not gate.lacks)

    def line_tone(self, place: int, item: Transition) -> Attributes:
        """The lines out of one's own role stand out, in the colour of their gates."""
        if item.from_role != self.survey.source or place not in self.places:
            return {}
        theme = self.style.theme
        return {
            "color": theme.closed if self.survey.lacks(place) else theme.open,
            "penwidth": "2.2",
        }

    def told_of_move(self, place: int, item: Transition) -> list[str]:
        """Whether its gate is open today, and else what is lacking."""
        lacks = self.survey.lacks(place)
        if not lacks:
            return ["open today" + (", but for the months" if item.months else "")]
        held = self.survey.skills
        return ["closed today:"] + [
            f"lacks {isolated(self.ladder.skills[skill].name)} at "
            f"{isolated(self.ladder.level_name(level))}, "
            f"held at {isolated(self.ladder.level_name(held.get(skill, 0)))}"
            for skill, level in by_weight(lacks, self.ladder)
        ]

    def gates_explained(self) -> list[str]:
        """How to read the gates."""
        if not self.places:
            return []
        text = (
            f"On the lines: {OPEN} where all skills that the move asks are held today, {CLOSED} "
            "and how many are lacking; and the months to be served in a role before the move."
        )
        ladder, own = self.ladder, self._own()
        if 0 < len(own) <= WRITTEN and any(map(self.survey.lacks, own)):
            name = isolated(clean(ladder.roles[self.survey.source].name))
            levels = ", ".join(
                f"{level} {isolated(clean(name))}" for level, name in enumerate(ladder.levels, 1)
            )
            text += f" Out of {name}: which ones, each with the level asked ({levels})."
        return [text]

    def key(self, room: int) -> list[list[str]]:
        """The looks of gates, as many as there are."""
        found = [bool(self.survey.lacks(place)) for place in self.places]
        entries = [
            (
                self._tone(is_open=not closed),
                f"{mark} {word} today ({counted(found.count(closed), 'move')})",
            )
            for closed, mark, word in ((False, OPEN, "open"), (True, CLOSED, "closed"))
            if closed in found
        ]
        return key_rows(entries, room, self.style.theme) if entries else []

    def _tone(self, *, is_open: bool) -> Attributes:
        theme = self.style.theme
        if is_open:
            return {
                **self.style.gate,
                "color": theme.open,
                "fontcolor": theme.open,
                "penwidth": "2",
            }
        return {
            **self.style.gate,
            "color": theme.closed,
            "fontcolor": theme.closed,
            "style": "filled,dashed",
        }

    def _own(self) -> list[int]:
        moves = self.ladder.transitions
        return [place for place in self.places if moves[place].from_role == self.survey.source]

    def _written(self, gate: Gate) -> bool:
        return gate.own and len(self._own()) <= WRITTEN
