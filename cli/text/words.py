"""Months, money, levels and moments of a path, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from cli.output import Glyphs
from graphs.words import ENGLISH, Words
from ladder import Activity, Ladder, Range, Transition
from ladder.wording import listed

from .layout import TIE, paint, tie

if TYPE_CHECKING:
    from graphs.plans.month import Month

USUAL = Glyphs()

DOUBT = "~"
"""Stands behind what rests on low confidence; whoever uses it says so."""
IN_BRACKETS = ", in brackets those at a fast and at a slow pace"
"""What stands in brackets beside months, to be said behind a word on them."""


def count(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it needs one.

    >>> count(1, "move"), count(2, "move")
    ('1 move', '2 moves')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun.removesuffix('y')}ies" if noun.endswith("y") else f"{number} {noun}s"


def duration(
    months: int,
    between: Range | None = None,
    glyphs: Glyphs = USUAL,
    words: Words = ENGLISH,
) -> str:
    """Months, their range where they have one, and from a year on also years.

    >>> duration(9), duration(24), duration(26)
    ('9 months', '24 months (2 years)', '26 months (2 years 2 months)')
    >>> duration(9, (6, 12)), duration(24, (18, 30))
    ('9 months (6–12)', '24 months (18–30; 2 years)')
    """
    years, rest = divmod(months, 12)
    said = [words("years", n=years), *([words("months", n=rest)] if rest else [])]
    long = [" ".join(said)] if years else []
    inside = "; ".join([ends(between, glyphs), *long] if is_wide(between) else long)
    return words("months", n=months) + (f" ({inside})" if inside else "")


def spread(
    months: int, between: Range | None, glyphs: Glyphs = USUAL, words: Words = ENGLISH
) -> str:
    """Months, and their range where they have one.

    >>> spread(18, None), spread(18, (18, 18)), spread(18, (12, 24))
    ('18 months', '18 months', '18 months (12–24)')
    """
    said = words("months", n=months)
    return said + (f" ({ends(between, glyphs)})" if is_wide(between) else "")


def is_wide(between: Range | None) -> TypeGuard[Range]:
    """Whether there is a range that says more than the months beside it."""
    return between is not None and between[0] < between[1]


def shown_range(ladder: Ladder, item: Transition | Activity) -> Range | None:
    """The range of months to show beside them: none where they are at one of its ends.

    >>> move = Transition("apm", "pm", 24, months_range=(18, 30))
    >>> shown_range(Ladder("Craft"), move), shown_range(Ladder("Craft", pace="slow"), move)
    ((18, 30), None)
    """
    return item.months_range if ladder.pace == "typical" else None


def ends(between: Range, glyphs: Glyphs = USUAL) -> str:
    """A range of months, the fast end first.

    >>> ends((12, 24))
    '12–24'
    """
    return f"{between[0]}{glyphs.dash}{between[1]}"


def money(amount: int | float, currency: str | None, words: Words = ENGLISH) -> str:
    """A cost in the ladder's currency.

    >>> money(1500, "USD"), money(99.5, None), money(0, "USD")
    ('USD 1,500', 'cost 99.50', 'no cost')
    """
    if not amount:
        return words("noCost")
    if not currency:
        return words("costOnly", amount=amount)
    return words("money", currency=currency, amount=amount)


def figure(amount: int | float) -> str:
    """A cost without its currency.

    >>> figure(1500), figure(99.5)
    ('1,500', '99.50')
    """
    return ENGLISH.number(amount)


def span(periods: Iterable[tuple[int, int]], glyphs: Glyphs, words: Words = ENGLISH) -> str:
    """Periods as the months that they cover, the first month being month 1.

    >>> span([(0, 2), (4, 5)], Glyphs()), span([(3, 4)], Glyphs())
    ('months 1–2 and 5', 'month 4')
    """
    parts = [
        str(end) if end - start == 1 else f"{start + 1}{glyphs.dash}{end}" for start, end in periods
    ]
    plural = len(parts) > 1 or not parts[0].isdigit()
    return words("when.months" if plural else "when.month", months=words.listed(parts))


def levels(ladder: Ladder, held: Mapping[str, int], glyphs: Glyphs) -> str:
    """Levels with the skills held at each, the highest first.

    >>> from ladder import FrozenDict, Skill
    >>> names = FrozenDict(sums=Skill("sums", "Sums"), words=Skill("words", "Words"))
    >>> school = Ladder("School", levels=("awareness", "working"), skills=names)
    >>> levels(school, {"sums": 2, "words": 2}, Glyphs()).replace(TIE, " ")
    'at working: Sums · Words'
    >>> levels(school, {"sums": 1, "words": 2}, Glyphs()).replace(TIE, " ")
    'at working: Words; at awareness: Sums'

    A scale of one level needs no name:

    >>> held = Ladder("School", levels=("held",), skills=names)
    >>> levels(held, {"sums": 1, "words": 1}, Glyphs()).replace(TIE, " ")
    'Sums · Words'
    """
    groups = []
    for level in sorted(set(held.values()), reverse=True):
        names = [tie(ladder.skills[skill].name) for skill, at in held.items() if at == level]
        if ladder.graded:
            names[0] = f"at{TIE}{tie(ladder.level_name(level))}:{TIE}{names[0]}"
        groups.append(side_by_side(names, glyphs))
    return "; ".join(groups)


def asked(ladder: Ladder, asks: str, held: Mapping[str, int], glyphs: Glyphs) -> str:
    """Levels behind a word that asks for them, with a colon where they begin with a name."""
    if not held:
        return f"{asks} nothing new"
    return f"{asks}{'' if ladder.graded else ':'} {levels(ladder, held, glyphs)}"


def at(ladder: Ladder, level: int, text: str | None = None) -> str:
    """A level by its name, and what it means; that alone where there is no other level."""
    if text and not ladder.graded:
        return text
    return tie(ladder.level_name(level)) + (f": {text}" if text else "")


def route(ladder: Ladder, roles: Iterable[str], glyphs: Glyphs) -> str:
    """Names of roles with arrows between them, each of which begins a line with the next name."""
    return f" {glyphs.arrow}{TIE}".join(tie(ladder.roles[role].name) for role in roles)


MOST_SOURCES = 3


def sources(ladder: Ladder, move: Transition) -> str:
    """The roles that a transition leads from, in words.

    >>> from ladder import FrozenDict, Role
    >>> smithy = Ladder("Smithy", roles=FrozenDict(hand=Role("hand", "Hand")))
    >>> sources(smithy, Transition("hand", "smith", 1))
    'Hand'
    >>> sources(smithy, Transition("any", "smith", 1)).replace(TIE, " ")
    'any role'
    """
    if move.from_any:
        return tie("any role")
    names = [tie(ladder.roles[role].name) for role in move.from_roles]
    if (more := len(names) - MOST_SOURCES) > 1:
        names = [*names[:MOST_SOURCES], tie(f"{more} more")]
    return listed(names)


def leads(ladder: Ladder, move: Transition, glyphs: Glyphs) -> str:
    """From where a transition leads to where."""
    target = tie(ladder.roles[move.to_role].name)
    return f"{sources(ladder, move)} {glyphs.arrow}{TIE}{target}"


def doubt(confidence: str | None) -> str:
    """A mark behind whatever rests on low confidence, and nothing behind the rest."""
    return TIE + paint(DOUBT, fg="yellow") if confidence == "low" else ""


def side_by_side(parts: Iterable[str], glyphs: Glyphs) -> str:
    """Things in a row, each of which stays with the sign behind it."""
    return f"{glyphs.between} ".join(parts)


MOST_NAMES = 8


def some(names: Iterable[str], glyphs: Glyphs) -> str:
    """The first few names in order, and how many more there are.

    >>> some(["Cook", "Chef"], Glyphs()).replace(TIE, " ")
    'Chef · Cook'
    >>> some("abcdefghijk", Glyphs()).replace(TIE, " ")
    'a · b · c · d · e · f · g · h and 3 more, which --format json names'
    """
    listed = sorted(names)
    shown = listed if len(listed) <= MOST_NAMES + 1 else listed[:MOST_NAMES]
    more = len(listed) - len(shown)
    rest = f" and {more} more, which --format json names" if more else ""
    return side_by_side(map(tie, shown), glyphs) + rest


class When(NamedTuple):
    """How a path's months are called."""

    glyphs: Glyphs = Glyphs()
    begins: Month | None = None
    """The calendar's month that is the path's first; None where months only count from now."""
    words: Words = ENGLISH

    def label(self, periods: Iterable[tuple[int, int]]) -> str:
        """Periods, short enough for a column.

        >>> from graphs.plans.month import Month
        >>> dated = When(begins=Month(2027, 1))
        >>> When().label([(0, 2), (4, 5)]), dated.label([(0, 2), (4, 5)])
        ('months 1–2 and 5', 'Jan–Feb and May 2027')
        >>> dated.label([(11, 14)])
        'Dec 2027–Feb 2028'
        """
        if self.begins is None:
            return span(periods, self.glyphs, self.words)
        return self._span(periods, f"{{first}}{self.glyphs.dash}{{last}}", letters=3)

    def spoken(self, periods: Iterable[tuple[int, int]]) -> str:
        """Periods, as a sentence has them.

        >>> from graphs.plans.month import Month
        >>> When().spoken([(0, 12)]), When(begins=Month(2027, 1)).spoken([(0, 12)])
        ('months 1–12', 'January to December 2027')
        """
        if self.begins is None:
            return span(periods, self.glyphs, self.words)
        return self._span(periods, self.words.table["when.to"])

    def point(self, month: int, between: Range | None = None) -> str:
        """The moment of a move, which is made at the beginning of a month, and its range.

        There is none where it is the same at the fast and at the slow pace.

        >>> from graphs.plans.month import Month
        >>> dated = When(begins=Month(2027, 1))
        >>> When().point(12), dated.point(12), When().point(0), dated.point(0)
        ('after month 12', 'in January 2028', 'now', 'in January 2027')
        >>> When().point(12, (9, 18)), dated.point(12, (9, 18))
        ('after month 12 (9–18)', 'in January 2028 (Oct 2027–Jul 2028)')
        """
        moment = self.words("when.after", month=month) if month else self.words("when.now")
        if self.begins is not None:
            moment = self.words("when.in", date=self._named(self.begins.after(month)))
        if not is_wide(between):
            return moment
        if self.begins is None:
            return f"{moment} ({ends(between, self.glyphs)})"
        return f"{moment} ({self.label([(between[0], between[1] + 1)])})"

    def by(self, month: int) -> str:
        """The moment by which something is held: the end of a month; short enough for a column.

        >>> from graphs.plans.month import Month
        >>> When().by(18), When(begins=Month(2027, 1)).by(18)
        ('by month 18', 'by Jun 2028')
        """
        if self.begins is None:
            return self.words("when.byMonth", month=month)
        return self.words("when.by", date=self._named(self.begins.after(month - 1), 3))

    def end_of(self, month: int) -> str:
        """The moment by which something is held, as a sentence has it.

        >>> from graphs.plans.month import Month
        >>> When().end_of(18), When(begins=Month(2027, 1)).end_of(18)
        ('month 18', 'the end of June 2028')
        """
        if self.begins is None:
            return self.words("when.endOfMonth", month=month)
        return self.words("when.endOf", date=self._named(self.begins.after(month - 1)))

    @property
    def now(self) -> str:
        """The very beginning."""
        return self.words("when.now" if self.begins is None else "when.atStart")

    def _span(self, periods: Iterable[tuple[int, int]], joined: str, letters: int = 9) -> str:
        assert self.begins is not None
        months = [(self.begins.after(start), self.begins.after(end - 1)) for start, end in periods]
        parts = []
        for place, (first, last) in enumerate(months):
            following = months[place + 1][0].year if place + 1 < len(months) else None
            short = first.year == last.year == following  # the year is said with the next one
            until = self._named(last, letters, year=not short)
            if first == last:
                parts.append(until)
            else:
                since = self._named(first, letters, year=first.year != last.year)
                parts.append(joined.format(first=since, last=until))
        return self.words.listed(parts)

    def _named(self, month: Month, letters: int = 9, *, year: bool = True) -> str:
        """A month by its name, cut to so many letters."""
        name = self.words("when.names").split()[month.month - 1][:letters]
        return f"{name} {month.year}" if year else name
