"""A question understood: the command that answers it, with all that the question says."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphs.plans.month import Month
from ladder import Ladder, LadderError
from ladder.wording import listed, quoted

from .dates import ages_taken, dates_taken
from .ends import Mention, mentions
from .german import decimals_as_english, in_english, names_as_written
from .kinds import KINDS, PATH, Kind, kind_taken
from .leftover import SAYABLE, not_understood, roles_meant
from .parts import Parts, is_part, parts_of
from .sentence import Condition, Missing, Sentence
from .skills import skills_taken
from .times import times_taken
from .vocabulary import Direction
from .wishes import wishes_taken

READERS = (skills_taken, ages_taken, dates_taken, times_taken, wishes_taken)
"""What each takes out of a question is out of the way of the next."""


SEVERAL = ("--skill", "--avoid", "--without")
"""Options of which several add up; of any other but --via, one is all that can be kept."""


NOTHING_MEANT: Mapping[Direction | None, str] = {}


class Understood(NamedTuple):
    """The command that answers a question."""

    kind: Kind
    names: tuple[str, ...]
    """Ids that the command is about."""
    conditions: tuple[Condition, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences on how something was understood."""
    costed: bool = False
    """Whether it asks what a way costs."""

    @property
    def words(self) -> tuple[str, ...]:
        """The command line behind ``ladder``."""
        options = [word for each in self.conditions for word in (each.option, each.value)]
        return (self.kind.command, *self.names, *options)


class NotUnderstood(LadderError):
    """A question of which something cannot be used: words that are ``left``, or something else."""

    def __init__(self, message: str, left: Sequence[str] = (), meant: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.left = tuple(left)
        self.meant = tuple(meant)
        """Ids of the roles that are likely to be meant."""


class YearlyBudget(NotUnderstood):
    """A budget for each year, in a question of which all else is understood."""

    def __init__(self, message: str, understood: Understood) -> None:
        super().__init__(message)
        self.understood = understood


class PartMissing(LadderError):
    """A question that leaves out a part that can be asked for."""

    def __init__(self, message: str, missing: Missing, begun: Understood | None = None) -> None:
        super().__init__(message)
        self.missing = missing
        self.begun = begun
        """The question without that part, where nothing else is missing."""


def understand(
    question: str,
    ladder: Ladder,
    *,
    today: Month,
    standing: bool = False,
    answers: Mapping[str, str] | None = None,
    language: str = "en",
) -> Understood:
    """Find the command that answers a question.

    Parameters
    ----------
    question : str
    ladder : Ladder
    today : Month
        Dates count from it.
    standing : bool
        Whether the asker's role is known otherwise.
    answers : mapping of str to str
        What was asked back and answered, by the part that was missing.
    language : {"en", "de"}
        That of the question. What is wrong with it is told in English.

    Raises
    ------
    NotUnderstood
        When a word of it is neither used nor known to be without meaning.
    PartMissing
        When it leaves out a part of what the command needs.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> understand("cheapest way from PM to SPM?", product, today=Month(2027, 1)).words
    ('path', 'product-manager', 'senior-product-manager', '--by', 'cost')
    """
    if language == "de":
        plain = names_as_written(decimals_as_english(question), ladder)
        german = Sentence.of(plain, ladder, today, answers or {})
        sentence = in_english(german)
    else:
        sentence = Sentence.of(question, ladder, today, answers or {})
    for read in READERS:
        sentence = read(sentence)
    sentence, kind = kind_taken(sentence.without_kinds())
    found = mentions(sentence)
    parts = parts_of(sentence, found, kind, standing=standing)
    if kind is None and not parts.names:
        parts = parts._replace(kind=None)
    left = [each for each in found if not is_part(each, parts.kind)]
    doubts = (*sentence.doubts, *_contradictions(sentence), *not_understood(sentence, left))
    doubts += parts.doubts
    if sentence.yearly and (doubts or parts.missing or sentence.missing):
        doubts += (sentence.yearly,)
    if doubts:
        said = [sentence.plain(f"{each.joint} {each.text}") for each in left]
        meant = list(roles_meant(sentence, left).values())
        raise NotUnderstood(_not_understood(sentence, parts, doubts, left), said, meant)
    rest = sentence.remarks, sentence.costed
    conditions = {each[:2]: each for each in sentence.conditions}
    understood = Understood(parts.kind or PATH, parts.names, tuple(conditions.values()), *rest)
    if missing := (*parts.missing, *sentence.missing):
        begun = understood if len(missing) == 1 else None
        raise PartMissing(_asked_back(sentence, parts, missing), missing[0], begun)
    if sentence.yearly:
        told = _not_understood(sentence, parts, (sentence.yearly,))
        raise YearlyBudget(told, understood)
    return understood


def _contradictions(sentence: Sentence) -> list[str]:
    """A sentence for each option that is said in two ways."""
    said: dict[str, dict[str, str]] = {}
    for option, value, words in sentence.conditions:
        if option not in SEVERAL and option != "--via":
            said.setdefault(option, {})[value] = quoted(words)
    return [
        f"{listed(words.values(), 'and')} may not be the same; say one of them, as "
        f"{listed(f'{option} {value}' for value in words)}"
        for option, words in said.items()
        if len(words) > 1
    ]


def _not_understood(
    sentence: Sentence, parts: Parts, doubts: tuple[str, ...], left: Sequence[Mention] = ()
) -> str:
    lines = list(dict.fromkeys(f"{doubt}." for doubt in doubts))
    lines = [line.replace("?.", "?") for line in lines]
    so_far = _so_far(sentence, parts)
    if so_far:
        lines.append(f"Understood so far: {so_far}")
    if any(line.startswith("not understood") for line in lines):
        lines.append(SAYABLE)
    if not so_far.startswith("ladder "):
        lines += _example(sentence, parts, roles_meant(sentence, left))
    return "\n".join(lines)


def _so_far(sentence: Sentence, parts: Parts) -> str:
    """What of the question could be used, as a command where that is whole."""
    options = [word for each in sentence.conditions for word in (each.option, each.value)]
    if parts.names and parts.kind and not parts.missing and not parts.doubts:
        return shlex.join(("ladder", parts.kind.command, *parts.names, *options))
    return ", ".join(filter(None, (parts.so_far, shlex.join(options))))


def _asked_back(sentence: Sentence, parts: Parts, missing: tuple[Missing, ...]) -> str:
    lines = [each.question for each in missing]
    so_far = _so_far(sentence, parts)
    if so_far and so_far != parts.so_far:  # which the question above has said
        lines.append(f"Understood so far: {so_far}")
    if not parts.missing:
        return "\n".join((*lines, *(each.hint for each in missing)))
    lines += _example(sentence, parts)
    if len(parts.names) == 1:
        lines += _alone(parts.names[0], parts.missing[0])
    return "\n".join(lines)


def _alone(role: str, missing: Missing) -> list[str]:
    """What can be asked of one role alone."""
    told = {
        "show": "what the role expects and gives",
        "into": "from where one gets there",
        "reach": "where one gets from there",
    }
    if missing.part == "to":
        told = {"reach": told["reach"], "show": told["show"]}
    width = max(map(len, told)) + len(role) + 1
    lines = [
        f"  ladder {f'{command} {role}'.ljust(width)}  {what}" for command, what in told.items()
    ]
    return ["Of one role alone there is:", *lines]


def _example(
    sentence: Sentence, parts: Parts, meant: Mapping[Direction | None, str] = NOTHING_MEANT
) -> list[str]:
    """A question that this ladder can answer; one of each kind where nothing was understood.

    With the roles that were named, or are likely to be meant.
    """
    ends = _completed(sentence.ladder, *_ends(parts, meant))
    if ends is None:
        return []
    roles = sentence.ladder.roles
    names = {"from": roles[ends[0]].name, "to": roles[ends[1]].name}
    if parts.kind is None and not parts.names:
        return ["Ask like one of these:", *_examples(sentence.ladder, names)]
    kind = parts.kind if parts.kind and "skill" not in parts.kind.needs else PATH
    return [f'Ask like this: ladder ask "{kind.example.format(**names)}"']


def _ends(parts: Parts, meant: Mapping[Direction | None, str]) -> tuple[str | None, str | None]:
    """The two roles of an example, as far as they are known."""
    start, end = meant.get("from"), meant.get("to", meant.get(None))
    if parts.missing and len(parts.names) == 1:
        if parts.missing[0].part == "from":
            start, end = start or meant.get(None), parts.names[0]
        else:
            start = parts.names[0]
    return start, end


def _completed(ladder: Ladder, start: str | None, end: str | None) -> tuple[str, str] | None:
    """Both roles of an example: those known, or those of the first move that has one of them."""
    if start and end and start != end:
        return start, end
    moves = ((source, move.to_role) for _, source, move in ladder.moves())
    place, known = (1, end) if end else (0, start)
    return next((one for one in moves if known in (None, one[place])), None)


def _examples(ladder: Ladder, names: dict[str, str]) -> list[str]:
    skill = next((skill.name for skill in ladder.skills.values()), "")
    kinds = [kind for kind in KINDS if skill or "skill" not in kind.needs]
    return [f'  ladder ask "{kind.example.format(**names, skill=skill)}"' for kind in kinds]
