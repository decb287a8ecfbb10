"""A plan compared with where somebody stands, and how long it takes from there, laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cli.output import Look
from graphs import GrowthPath, NoGrowthPath, SearchLimit
from graphs.pace import pace_in_words
from graphs.plans.month import Month
from graphs.plans.plan_file import Plan
from graphs.plans.steps import Step, steps_of
from graphs.queries.progress import Progress, StepProgress
from graphs.wishes import NO_WISHES, Wishes
from ladder import Ladder, Person

from .layout import paint, rows, tie, wrap
from .wishes import wishes_in_words
from .words import When, count, duration, levels, money, route, side_by_side

Replanned = GrowthPath | NoGrowthPath | SearchLimit
"""The answer from where the person stands to the plan's target."""

MOST_NEXT = 3
HELD = (
    "A skill counts as held where your file or a ticked box says so, or your job or what you have "
    "done gives it."
)


def describe_progress(
    compared: Progress,
    replanned: Replanned,
    look: Look,
    *,
    since: str,
    begins: Month | None = None,
    wishes: Wishes = NO_WISHES,
) -> str:
    """What is done, due and late, what is next, and how long it takes from here."""
    when = When(look.glyphs, begins)
    told = _Told(compared, look, when)
    lines = [*told.head(since), *told.sections()]
    if compared.role != compared.plan.target:
        text = _from_here(compared, replanned, when) + _wished(wishes, compared.plan.ladder)
        lines += ["", *wrap(text, look.width)]
    if compared.missing:
        lines += ["", *wrap(HELD, look.width)]
    return "\n".join(lines)


class _Told:
    """A comparison about to be told."""

    def __init__(self, compared: Progress, look: Look, when: When) -> None:
        self.compared = compared
        self.plan = compared.plan
        self.ladder: Ladder = compared.plan.ladder
        self.look = look
        self.when = when

    def head(self, since: str) -> Iterator[str]:
        way = route(self.ladder, self.plan.roles, self.look.glyphs)
        yield from wrap(paint(way, bold=True), self.look.width)
        month = (
            f"After month {self.compared.month} of {self.plan.months}{pace_in_words(self.ladder)}"
        )
        if self.when.begins:
            month += f", {tie(self.when.point(self.compared.month))}"
        yield from wrap(f"{month} ({since}): {self._verdict()}", self.look.width)

    def _verdict(self) -> str:
        delay = self.compared.delay
        there = "you are there, " if self.compared.role == self.plan.target else ""
        if delay > 0:
            words, colour = f"{count(delay, 'month')} late", "yellow"
        elif delay < 0:
            words, colour = f"{count(-delay, 'month')} early", "green"
        else:
            words, colour = ("" if there else "on time"), "green"
        return paint(f"{there}{words}".removesuffix(", ") + ".", bold=True, fg=colour)

    def sections(self) -> Iterator[str]:
        if self.compared.place is None:
            role = self.ladder.roles[self.compared.role].name
            yield ""
            yield from wrap(f"{role} is not on the plan's way.", self.look.width)
        yield from self.section("Late", self._late())
        yield from self.section("Due now", self._due("due"))
        yield from self.section("Not held, though the plan has it by now", self._missing())
        yield from self.section(f"Done, {self._share()}", self._names("done"))
        yield from self.section("Done before its time", self._due("early"))
        yield from self.section("Not done, and not needed any more", self._names("dropped"))
        yield from self.section("Next", self._due("ahead")[:MOST_NEXT])

    def section(self, title: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
        """A title with rows below it; nothing, where there are none."""
        if not pairs:
            return
        yield ""
        yield paint(title, bold=True)
        for line in rows(pairs, self.look.width - 2) if pairs[0][0] else _run(pairs, self.look):
            yield f"  {line}"

    def _late(self) -> list[tuple[str, str]]:
        late = [each for each in self.compared.steps if each.state == "late"]
        late.sort(key=lambda each: -each.behind)
        return [
            (count(each.behind, "month"), f"{self._what(each)}, {self._by(each.step)}")
            for each in late
        ]

    def _due(self, state: str) -> list[tuple[str, str]]:
        return [(self._by(each.step), self._what(each)) for each in self._in(state)]

    def _names(self, state: str) -> list[tuple[str, str]]:
        names = [tie(self._name(each.step)) for each in self._in(state)]
        return [("", side_by_side(names, self.look.glyphs))] if names else []

    def _missing(self) -> list[tuple[str, str]]:
        missing = self.compared.missing
        return [("", levels(self.ladder, missing, self.look.glyphs))] if missing else []

    def _share(self) -> str:
        done = sum(each.done for each in self.compared.steps)
        return f"{done} of {count(len(self.compared.steps), 'step')}"

    def _in(self, state: str) -> Iterable[StepProgress]:
        return (each for each in self.compared.steps if each.state == state)

    def _by(self, step: Step) -> str:
        moment = self.when.point if step.kind == "move" else self.when.by
        return tie(moment(step.end))

    def _name(self, step: Step) -> str:
        if step.learning is not None:
            return self.ladder.activities[step.learning.activity].name
        if step.move is not None:
            return f"Move to {self.ladder.roles[step.move.to].name}"
        role = self.ladder.roles[self.plan.stays[step.place].role].name
        return f"Growth as {role} {self.when.by(step.end)}"

    def _what(self, each: StepProgress) -> str:
        step = each.step
        given = levels(self.ladder, step.levels, self.look.glyphs)
        if step.learning is not None:
            activity = self.ladder.activities[step.learning.activity]
            begun = _months_in(each.months_in, activity.months) if each.months_in else ""
            return paint(activity.name, bold=True) + begun
        if step.move is not None:
            return f"Move to {paint(self.ladder.roles[step.move.to].name, bold=True)}"
        return f"From the job, {given}"


def _run(pairs: list[tuple[str, str]], look: Look) -> list[str]:
    """Texts without labels."""
    return [line for _, text in pairs for line in wrap(text, look.width - 2)]


def _months_in(months: int, usual: int) -> str:
    """How much of an activity is in; who is slow may have put in more than is usual."""
    if months < usual:
        return f" ({months} of {count(usual, 'month')} in)"
    return f" ({count(months, 'month')} in)"


def _from_here(compared: Progress, replanned: Replanned, when: When) -> str:
    """Say how long it takes, or why that is not known."""
    target = compared.plan.ladder.roles[compared.plan.target].name
    if isinstance(replanned, SearchLimit):
        bound = f", and any takes at least {duration(replanned.bound)}" if replanned.bound else ""
        known = f"no way to {target} was found within the time limit{bound}"
    elif isinstance(replanned, NoGrowthPath):
        known = _no_way(replanned, target)
    else:
        arrival = when.point(compared.month + replanned.months)
        known = _to_go(compared, replanned, f"{target} {arrival}")
    return f"From where you stand, {known}."


def _wished(wishes: Wishes, ladder: Ladder) -> str:
    """What was asked for from here, behind the answer."""
    parts = wishes_in_words(wishes, ladder)
    return f" Asked for from here: {', '.join(parts)}." if parts else ""


def told_of(kept: Plan, said: Person, person: Person, month: int) -> Iterator[str]:
    """What of where somebody stands was read from a plan, and not said by themselves."""
    path, boxes = kept.path, kept.boxes
    role = path.ladder.roles[path.stays[kept.place].role]
    if said.role not in (None, role.id):
        if boxes and boxes.ticked:
            yield f"By the boxes you are in {role.name}; what you say yourself counts instead."
    elif boxes:
        done = f"{len(boxes.ticked)} of {count(len(steps_of(path)), 'step')} done"
        served = person.months_in_role
        since = "" if served is None else f" for {count(served, 'month')}"
        yield f"Read from the boxes: {done}; in {role.name}{since}."
        if person.learning.keys() - path.person.learning.keys() - said.learning.keys():
            yield "What is under way is taken to be as far as the plan has it."
    elif said.role is None and month:
        done = ", and nothing of it done" if said == Person() else ""
        yield f"Taken to be in {role.name} as the plan begins{done}; --person says where you stand."
    if boxes and boxes.gone:
        have = "has" if boxes.gone == 1 else "have"
        yield f"{count(boxes.gone, 'step')} of the plan {have} no box any more."
    if boxes and boxes.others:
        ticked = "1 box is" if boxes.others == 1 else f"{boxes.others} boxes are"
        yield f"{ticked} ticked that the plan does not know; not used."


def _no_way(no: NoGrowthPath, target: str) -> str:
    pace = pace_in_words(no.ladder)
    if no.blockers:
        return f"no way leads to {target}{pace}; ladder path says what stands in it"
    kept_out = f"no way to {target}{pace} keeps within what you allow"
    if not no.least:
        return kept_out
    currency = no.ladder.currency
    totals = [f"{duration(path.months)} and {money(path.cost, currency)}" for path in no.least]
    least = " or ".join(dict.fromkeys(totals))
    proven = "is" if no.complete else "found so far is"
    return f"{kept_out}: the least {proven} {least}"


def _to_go(compared: Progress, replanned: GrowthPath, arrival: str) -> str:
    left = compared.plan.months - compared.month
    plan = f"the plan has {duration(left)}"
    if left < 0:
        plan = f"the plan was to end {count(-left, 'month')} ago"
    most = "" if replanned.optimal else "at most "
    shift = _shift(replanned.months - left)
    months = duration(replanned.months) + pace_in_words(replanned.ladder)
    return f"{most}{months} to go, where {plan}: {arrival}, {shift}"


def _shift(later: int) -> str:
    if not later:
        return "as planned"
    return f"{count(abs(later), 'month')} {'later' if later > 0 else 'earlier'} than planned"
