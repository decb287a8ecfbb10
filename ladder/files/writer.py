"""From a ladder to the text of a file that loads as the same ladder, in YAML or JSON.

YAML is written here rather than by PyYAML, whose emitter breaks the lines of ``{...}`` in odd
places, takes 20 times as long, and leaves texts such as ``1e5`` without the quotes that they need.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from ladder.errors import LadderError
from ladder.model import ANY, EXPECTED, Activity, Ladder, Range, Role, Skill, Track, Transition
from ladder.wording import quoted

from .text import plain_value

WIDTH = 100
LONG = 80
"""Characters of a text for which the entries of a section are written in blocks."""

_SINGLE_SPACE = re.compile(r"(?<! ) (?! )")

Word = Callable[[int], str | int]
"""What a level is written as."""
Span = tuple[int, Range | None]
"""Typical months, and their range."""


def dumps(ladder: Ladder, *, format: Literal["yaml", "json"] = "yaml") -> str:
    """Write a ladder as the text of a file.

    Parameters
    ----------
    ladder : Ladder
    format : {'yaml', 'json'}
        JSON has one skill, role, transition or activity in a line, so that versions can be
        compared line by line.

    Returns
    -------
    str
        The same for equal ladders whose mappings are in the same order; ends with a line break.

    Raises
    ------
    LadderError
        If there is no such format.

    Examples
    --------
    >>> ladder = Ladder("Craft", roles={"smith": Role("smith", "Smith", aliases=("Forger",))})
    >>> print(dumps(ladder), end="")
    name: Craft
    roles:
      smith:
        name: Smith
        aliases: [Forger]
    """
    if format == "yaml":
        return yaml_text(to_plain(ladder))
    if format == "json":
        return json_text(to_plain(ladder))
    raise LadderError(f"no format {quoted(format)}; expected yaml or json")


def to_plain(ladder: Ladder) -> dict[str, Any]:
    """Write a ladder as plain data in the shape of its file.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    dict
        Names, and what differs from the defaults; levels by name where they have one.

    Examples
    --------
    >>> to_plain(Ladder("Craft", roles={"smith": Role("smith", "Smith", rank=1)}))
    {'name': 'Craft', 'roles': {'smith': {'name': 'Smith', 'rank': 1}}}
    """

    def word(level: int) -> str | int:
        return ladder.levels[level - 1] if 0 < level <= len(ladder.levels) else level

    return {"name": ladder.name} | _told(
        about=ladder.about,
        levels=[_level(ladder, number) for number in range(1, len(ladder.levels) + 1)],
        currency=ladder.currency,
        skills={key: _skill(skill, word) for key, skill in ladder.skills.items()},
        tracks={key: _track(track) for key, track in ladder.tracks.items()},
        roles={key: _role(role, word) for key, role in ladder.roles.items()},
        transitions=[
            _transition(transition, ladder.roles[transition.to_role].expects, word)
            for transition in ladder.transitions
        ],
        activities={key: _activity(item, word) for key, item in ladder.activities.items()},
        source=ladder.source,
        ignore=list(ladder.ignore),
    )


def _level(ladder: Ladder, number: int) -> str | dict[str, Any]:
    return _named(ladder.levels[number - 1], about=ladder.levels_about.get(number))


def _named(name: str, **more: Any) -> str | dict[str, Any]:
    """A name, alone where there is no more to be said."""
    told = _told(**more)
    return {"name": name} | told if told else name


def _skill(skill: Skill, word: Word) -> str | dict[str, Any]:
    levels = {word(level): text for level, text in skill.levels.items()}
    return _named(skill.name, group=skill.group, about=skill.about, levels=levels)


def _track(track: Track) -> str | dict[str, Any]:
    return _named(track.name, family=track.family, about=track.about)


def _role(role: Role, word: Word) -> dict[str, Any]:
    usual = _usual_months(role)
    return {"name": role.name} | _told(
        about=role.about,
        aliases=list(role.aliases),
        track=role.track,
        rank=role.rank,
        final=role.final or None,
        url=role.url,
        expects=_levels(role.expects, word),
        develops_after=usual and _months(*usual),
        develops=_develops(role, usual, word),
        source=role.source,
        confidence=role.confidence,
    )


def _develops(role: Role, usual: Span | None, word: Word) -> Any:
    gains = {skill: _gains(role, skill, usual, word) for skill in role.develops}
    return EXPECTED if gains and gains == _levels(role.expects, word) else gains


def _usual_months(role: Role) -> Span | None:
    """Find the months worth saying once: those of several skills with a single level."""
    single = Counter(
        _span(role, skill, level)
        for skill, months in role.develops.items()
        if len(months) == 1
        for level in months
    )
    usual = min(single, key=lambda span: (-single[span], span[0], span[1] or ()), default=None)
    return usual if usual and single[usual] > 1 else None


def _span(role: Role, skill: str, level: int) -> Span:
    """Months after which a role gives a level, and their range."""
    return role.develops[skill][level], role.develops_ranges.get(skill, {}).get(level)


def _gains(role: Role, skill: str, usual: Span | None, word: Word) -> Any:
    """Write the levels that a role gives in one skill."""
    spans = {level: _span(role, skill, level) for level in role.develops[skill]}
    if list(spans.values()) == [usual]:
        return word(next(iter(spans)))
    return {word(level): _months(*span) for level, span in spans.items()}


def _months(typical: int, between: Range | None) -> Any:
    return typical if between is None else {"typical": typical, "range": list(between)}


def _transition(transition: Transition, expects: Mapping[str, int], word: Word) -> dict[str, Any]:
    kind = None if transition.kind == "lateral" else transition.kind
    gate = {}
    if transition.requires != expects:  # which is what a gate asks for that is left out
        gate["requires"] = _levels(transition.requires, word)
    return (
        {"from": plain_sources(transition), "to": transition.to_role}
        | _told(kind=kind)
        | {"months": _months(transition.months, transition.months_range)}
        | gate
        | _told(
            source=transition.source,
            confidence=transition.confidence,
        )
    )


def plain_sources(transition: Transition) -> str | list[str]:
    """What a file says a transition leads from."""
    if transition.from_any:
        return ANY
    first, *others = transition.from_roles
    return [first, *others] if others else first


def _activity(activity: Activity, word: Word) -> dict[str, Any]:
    kind = None if activity.kind == "course" else activity.kind
    return (
        {"name": activity.name}
        | _told(about=activity.about, url=activity.url, kind=kind)
        | {"months": _months(activity.months, activity.months_range)}
        | _told(
            cost=activity.cost or None,
            requires=_levels(activity.requires, word),
            develops=_levels(activity.develops, word),
            source=activity.source,
            confidence=activity.confidence,
        )
    )


def _levels(levels: Mapping[str, int], word: Word) -> dict[str, str | int]:
    return {skill: word(level) for skill, level in levels.items()}


def _told(**entries: Any) -> dict[str, Any]:
    """Keep the entries that say something."""
    return {key: value for key, value in entries.items() if value not in (None, [], {})}


def json_text(data: Mapping[str, Any]) -> str:
    """Write a mapping as JSON: each entry of its entries has a line of its own.

    >>> print(json_text({"name": "Craft", "roles": {"smith": {"name": "Smith"}}}), end="")
    {
    "name":"Craft",
    "roles":{
      "smith":{"name":"Smith"}
    }
    }
    """
    entries = [f"{_compact(key)}:{_section(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _section(value: Any) -> str:
    if isinstance(value, dict) and value:
        lines = [f"  {_compact(str(key))}:{_compact(item)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + "\n}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return "[\n" + ",\n".join(f"  {_compact(item)}" for item in value) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    return _json(value, separators=(",", ":"))


def _json(value: Any, **options: Any) -> str:
    import json  # here, as whoever imports the ladder seldom writes one

    return json.dumps(value, ensure_ascii=False, default=operator.index, **options)


def yaml_text(data: Mapping[str, Any]) -> str:
    """Write a mapping as YAML.

    >>> gate = {"sql": "working", "no": "awareness"}
    >>> print(yaml_text({"name": "Craft: no. 1", "transitions": [{"requires": gate}]}), end="")
    name: "Craft: no. 1"
    transitions:
      - {requires: {sql: working, no: awareness}}
    """
    return "".join(f"{line}\n" for line in _top(data))


def _top(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict) and value:
            block = key == "roles" or _has_long_text(value.values())
            yield f"{_text(key)}:"
            for name, item in value.items():
                yield from _entry(f"  {_text(name)}:", item, block)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            block = _has_long_text(value)
            yield f"{_text(key)}:"
            for item in value:
                yield from _entry("  -", item, block)
        else:
            yield from _inline(f"{_text(key)}:", value, 2)


def _has_long_text(entries: Iterable[Any]) -> bool:
    return any(
        (isinstance(value, str) and len(value) > LONG) or _holds_texts(value)
        for entry in entries
        if isinstance(entry, dict)
        for value in entry.values()
    )


def _holds_texts(value: Any) -> bool:
    """Whether a mapping leads to texts rather than to words, so that each needs a line."""
    return isinstance(value, dict) and any(
        isinstance(text, str) and len(text) > LONG // 2 for text in value.values()
    )


def _entry(head: str, value: Any, block: bool) -> Iterator[str]:
    """Write an entry of a section, in a block with a line for each of its keys, or all in one."""
    if not (block and isinstance(value, dict) and value):
        yield from _inline(head, value, 4)
        return
    lines = [line for key, item in value.items() for line in _line(f"    {_text(key)}:", item, 6)]
    if head.endswith("-"):
        yield f"{head} {lines.pop(0).lstrip()}"
    else:
        yield head
    yield from lines


def _line(head: str, value: Any, indent: int) -> Iterator[str]:
    """Write an entry of a block, texts below it in a block of their own."""
    if not _holds_texts(value):
        yield from _inline(head, value, indent)
        return
    yield head
    for key, item in value.items():
        yield from _inline(f"{' ' * indent}{_text(str(key))}:", item, indent + 2)


def _inline(head: str, value: Any, indent: int) -> Iterable[str]:
    if isinstance(value, str):
        return _folded(f"{head} {_text(value, flow=False)}", indent, len(head))
    after_bracket = indent + 1 if head.endswith("-") else indent
    return f"{head} {_flow(value, len(head) + 1, after_bracket)}".split("\n")


def _folded(line: str, indent: int, head: int) -> Iterator[str]:
    """Break a line at single spaces behind its head, which YAML reads such a break as."""
    start = head + 1
    while len(line) > WIDTH:
        places = [space.start() for space in _SINGLE_SPACE.finditer(line, start)]
        if not places:
            break
        place = max((at for at in places if at <= WIDTH), default=places[0])
        yield line[:place]
        line, start = " " * indent + line[place + 1 :], indent
    yield line


def _flow(value: Any, column: int, indent: int, after: int = 0) -> str:
    """Write a value that starts in a column, in lines that leave room for what comes after."""
    on_one_line = _one_line(value)
    if not isinstance(value, dict | list) or column + len(on_one_line) + after <= WIDTH:
        return on_one_line
    after += 1  # the bracket that closes, or a comma
    column += 1
    text = ""
    for head, item in _items(value):
        if text and column + len(f"{head}{_one_line(item)}") + after > WIDTH:
            text = f"{text.rstrip()}\n{' ' * indent}"
            column = indent
        piece = f"{head}{_flow(item, column + len(head), indent + 2, after)}, "
        text += piece
        *above, last = piece.split("\n")
        column = len(last) + (0 if above else column)
    brackets = "{}" if isinstance(value, dict) else "[]"
    return f"{brackets[0]}{text[:-2]}{brackets[1]}"


def _one_line(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, dict | list):
        return _json(value)
    inside = ", ".join(f"{head}{_one_line(item)}" for head, item in _items(value))
    return f"{{{inside}}}" if isinstance(value, dict) else f"[{inside}]"


def _items(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(f"{_text(str(key))}: ", item) for key, item in value.items()]
    return [("", item) for item in value]


def _text(text: str, *, flow: bool = True) -> str:
    """Write a text, in quotes where it could be read as anything else."""
    return text if _is_plain(text, flow) else _quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    if not text[:1].isalnum() or not text.isprintable() or plain_value(text) is not text:
        return False
    if flow and re.search(r"[,\[\]{}:#]", text):
        return False
    return text[-1] not in ": " and ": " not in text and " #" not in text


def _quoted(text: str) -> str:
    """Write a text in double quotes, with an escape for what cannot be seen."""
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08X}"
        for character in _json(text)
    )
