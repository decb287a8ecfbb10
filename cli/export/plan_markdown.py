"""Growth paths as Markdown to keep: one as goals, each with a box to tick, or several in a table.

Each goal says what is done and by when, how one sees that it is done, why it is within reach, and
what it is for; and what one can do then, where the ladder has a text for the level of that skill,
or else below all goals what the level means in general. Comments say which step each box is of, and
hold the plan as data, so that it can be read back. No line begins with a name, every name and
text is written by `plain`, and every address by `linked`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cli.export.markdown import linked, plain
from cli.export.plan_company import asked_of_company, costs_by_year
from cli.text.choices import difference, proof_of_all
from cli.text.path import basis, proof, totals
from cli.text.prose import in_one_line
from cli.text.skills.meaning import without_text
from cli.text.way.details import sources_of
from cli.text.way.frame import learning_facts, time_asked
from cli.text.words import DOUBT, When, duration, money
from graphs import Choices, GrowthPath
from graphs.pace import pace_in_words
from graphs.plans.month import Month
from graphs.plans.origins import Origin, origins
from graphs.plans.steps import Step, Use, steps_of
from graphs.plans.ticked import as_comment, mark_of
from graphs.words import ENGLISH, Words
from ladder import Ladder


def levels_in_words(ladder: Ladder, levels: Mapping[str, int], words: Words = ENGLISH) -> str:
    """Skills by their level, the highest first.

    >>> from ladder import bundled
    >>> levels_in_words(bundled("product-management"), {"roadmapping": 2, "empathy": 2})
    'Roadmapping and Empathy at working'
    """
    groups = []
    for level in sorted(set(levels.values()), reverse=True):
        names = [plain(ladder.skills[skill].name) for skill, at in levels.items() if at == level]
        told = words.listed(names)
        if ladder.graded:
            told = words("plan.at", skills=told, level=plain(ladder.level_name(level)))
        groups.append(told)
    return "; ".join(groups)


def plan_markdown(
    path: GrowthPath,
    *,
    by: str = "months",
    begins: Month | None = None,
    words: Words = ENGLISH,
) -> str:
    """Write a path as a plan."""
    return "\n\n".join(_Plan(path, When(begins=begins, words=words)).paragraphs(by)) + "\n"


class _Plan:
    """A path about to be written."""

    def __init__(self, path: GrowthPath, when: When) -> None:
        self.path = path
        self.ladder = path.ladder
        self.when = when
        self.words = when.words
        self.known: tuple[Origin, ...] = origins(path)
        self.steps = steps_of(path)
        self.ranges = path.ranges

    def paragraphs(self, by: str) -> Iterator[str]:
        path, roles, words = self.path, self.ladder.roles, self.words
        source, target = plain(roles[path.source].name), plain(roles[path.target].name)
        if len(path.stays) == 1:
            yield f"# {words('plan.there', role=target)}"
            return
        yield f"# {words('plan.title', source=source, target=target)}"
        route = " → ".join(plain(roles[role].name) for role in path.roles)
        yield f"{totals(path, self.when, plain)}: {route}."
        yield f"{proof(path, by, plain, words)} {basis(path, words=words)}"
        yield words("plan.held", levels=self.levels(path.skills) or words("plan.heldNone"))
        for place in range(len(path.stays)):
            yield from self.section(place)
        yield from asked_of_company(path, self.when)
        yield from costs_by_year(path, self.when)
        yield from self.legend()
        yield from self.sources()
        begins = {"begins": str(self.when.begins)} if self.when.begins else {}
        yield as_comment(path.to_dict() | begins)

    def section(self, place: int) -> Iterator[str]:
        """The goals of one stay."""
        stay = self.path.stays[place]
        goals = [step for step in self.steps if step.place == place]
        if not goals:
            return
        name = plain(self.ladder.roles[stay.role].name)
        dates = self.when.spoken([(stay.start, stay.end)]) if stay.end > stay.start else ""
        yield f"## {place + 1}. {name}, {dates or self.when.point(stay.start)}"
        goals.sort(key=lambda step: (step.end, step.kind == "move", step.start))
        yield "\n".join(line for step in goals for line in self.goal(step))

    def goal(self, step: Step) -> Iterator[str]:
        """One goal: what and by when; then how it is seen, why it can be done, and what for."""
        if step.kind == "move":
            yield from self.move(step)
            return
        head, reach = self.learning(step) if step.learning else self.growth(step)
        levels = self.levels(step.levels)
        done = self.words("plan.youHold", levels=levels) if levels else self.words("plan.allIn")
        yield f"- [ ] {head}. {mark_of(self.path, step)}"
        told = self.words("plan.done", done=done, reach=reach, purpose=self.purpose(step))
        yield f"  {told}"
        yield from self.abilities(step.levels)

    def abilities(self, levels: Mapping[str, int]) -> Iterator[str]:
        """What one can do who holds these levels, as far as the ladder tells it."""
        for skill, level in levels.items():
            if text := self.ladder.skills[skill].levels.get(level):
                held, told = self.levels({skill: level}), plain(in_one_line(text))
                yield f"  - {self.words('plan.holding', level=held, text=told)}"

    def legend(self) -> Iterator[str]:
        """What those levels mean in general that are gained without a text of their own."""
        gained = {level for step in self.steps for level in without_text(self.ladder, step.levels)}
        about = self.ladder.levels_about
        if told := sorted(gained & set(about)):
            yield f"## {self.words('plan.levels')}"
            yield "\n".join(f"- {self.meaning(level, about[level])}" for level in told)

    def meaning(self, level: int, text: str) -> str:
        name = plain(self.ladder.level_name(level))
        return self.words("plan.level", level=name, text=plain(in_one_line(text)))

    def learning(self, step: Step) -> tuple[str, str]:
        """What is learnt, and why it can be."""
        assert step.learning is not None
        activity = self.ladder.activities[step.learning.activity]
        if activity.id in self.path.person.learning:
            reach = self.words("plan.begun")
        else:
            asked = self.asked(activity.requires, step.place)
            parts = [f"{levels}, {source}" for source, levels in asked]
            reach = self.words("plan.asksNothing")
            if parts:
                reach = self.words("plan.asksFor", parts="; ".join(parts))
        facts = map(plain, learning_facts(self.path, step.learning, words=self.words))
        months = self.when.spoken(step.learning.periods)
        name = linked(f"**{plain(activity.name)}**", activity.url) + _doubt(activity.confidence)
        return f"{name}, {months} ({', '.join(facts)})", reach

    def growth(self, step: Step) -> tuple[str, str]:
        """What comes with the job, and when."""
        role = self.ladder.roles[self.path.stays[step.place].role]
        if step.end > step.start:
            when = self.words("plan.by", when=self.when.end_of(step.end))
            key = "plan.inJob" if step.place else "plan.inJobMore"
            reach = self.words(key, n=step.end - step.start)
        else:
            when, reach = self.when.point(step.end), self.words("plan.arrival")
        name = self.words("plan.growth", role=plain(role.name))
        return f"**{name}**{_doubt(role.confidence)}, {when}", reach

    def move(self, step: Step) -> Iterator[str]:
        """A move, and below it what its gate asks for."""
        assert step.move is not None
        confidence = self.ladder.transitions[step.move.transition].confidence
        role = self.ladder.roles[step.move.to]
        when = self.when.point(step.end, self.ranges[step.place] if self.ranges else None)
        moving = self.words("plan.move", role=plain(role.name))
        name = linked(f"**{moving}**", role.url) + _doubt(confidence)
        kind = plain(self.words.kind(step.move.kind))
        yield f"- [ ] {name} ({kind}), {when}. {mark_of(self.path, step)}"
        asked = [
            f"{source}: {levels}" for source, levels in self.asked(step.move.requires, step.place)
        ]
        if time := time_asked(self.path, step.place, words=self.words):
            asked.insert(0, self.words("plan.time", time=time))
        reach = self.words("plan.allHeld" if asked else "plan.free")
        yield f"  {self.words('plan.moveDone', purpose=self.purpose(step), reach=reach)}"
        for line in asked:
            yield f"  - {line}"

    def purpose(self, step: Step) -> str:
        """What a step is for, in a sentence."""
        if step.kind == "move":
            last = step.place == len(self.path.stays) - 2
            target = plain(self.ladder.roles[self.path.target].name)
            return self.words("plan.goal") if last else self.words("plan.onward", role=target)
        if not step.uses:
            return self.words("plan.ownSake")
        uses = self.words.listed(self.use(use, step.levels) for use in step.uses)
        return self.words("plan.for", uses=uses)

    def use(self, use: Use, levels: Mapping[str, int]) -> str:
        """A move or an activity, and what of several skills it needs."""
        if use.activity is not None:
            name = plain(self.ladder.activities[use.activity].name)
        else:
            move = self.path.stays[use.place or 0].move
            assert move is not None
            name = self.words("plan.theMove", role=plain(self.ladder.roles[move.to].name))
        if len(use.skills) == len(levels):
            return name
        return f"{name} ({', '.join(self.names(use.skills))})"

    def asked(self, requires: Mapping[str, int], place: int) -> list[tuple[str, str]]:
        """Where what is asked for comes from, and what of it."""
        found = []
        for source, given in sources_of(self.path, self.known, requires, place, self.words).items():
            for activity, skills in given.items():
                name = self.words("from.activity", activity=activity) if activity else source
                found.append((plain(name), self.levels(skills)))
        return found

    def levels(self, levels: Mapping[str, int]) -> str:
        """Skills by their level, the highest first."""
        return levels_in_words(self.ladder, levels, self.words)

    def names(self, skills: Iterable[str]) -> list[str]:
        return [plain(self.ladder.skills[skill].name) for skill in skills]

    def sources(self) -> Iterator[str]:
        """Where the figures come from, what has the same source standing together."""
        named: dict[str, list[str]] = {}
        for name, source in self.named_sources():
            if source and name not in named.setdefault(source, []):
                named[source].append(name)
        if named:
            yield f"## {self.words('plan.sources')}"
            yield "\n".join(
                f"- {self.words('plan.source', names=together, source=plain(source))}"
                for source, names in named.items()
                for together in [self.words.listed(map(plain, names))]
            )

    def named_sources(self) -> Iterator[tuple[str, str | None]]:
        """What the path rests on, and the source of each."""
        ladder = self.ladder
        for stay in self.path.stays:
            if stay.move is not None:
                transition = ladder.transitions[stay.move.transition]
                role = ladder.roles[stay.move.to].name
                yield self.words("plan.theMove", role=role), transition.source
        for item in self.path.learning:
            activity = ladder.activities[item.activity]
            yield activity.name, activity.source


def _doubt(confidence: str | None) -> str:
    return f" {DOUBT}" if confidence == "low" else ""


def plans_markdown(choices: Choices, *, begins: Month | None = None) -> str:
    """Write paths below each other, the first one being what the others are compared with."""
    paths, when = choices.found, When(begins=begins)
    roles = paths[0].ladder.roles
    source, target = (plain(roles[role].name) for role in (paths[0].source, paths[0].target))
    rows = (
        f"| {' | '.join([str(place), *_cells(paths[0], path, when)])} |"
        for place, path in enumerate(paths, 1)
    )
    heads = "| | Way | Months | Moves | Cost | Beside the first |", "|-:|:-|:-|-:|-:|:-|"
    table = "\n".join([*heads, *rows])
    return f"# Ways from {source} to {target}\n\n{table}\n\n{proof_of_all(choices)}\n"


def _cells(first: GrowthPath, path: GrowthPath, when: When) -> Iterator[str]:
    yield " → ".join(plain(path.ladder.roles[role].name) for role in path.roles)
    reached = f", reached {when.point(path.months)}" if when.begins else ""
    yield duration(path.months, path.range) + pace_in_words(path.ladder) + reached
    yield str(path.moves)
    yield plain(money(path.cost, path.ladder.currency))
    yield "" if path is first else difference(first, path, plain)
