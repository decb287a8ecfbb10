"""What attributes of graphs mean that no ladder was exported to: tracks, skills and levels by name.

A graph of this project's own has lists of its skills, tracks and levels, and refers to them by ids.
In any other, names stand at the roles and moves themselves, and gates are lists or sentences. Here
such are made into the lists, and into references to them, without a change in where each stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from ladder.matching import fold, in_words, is_id, unique_ids
from ladder.scales import known_words, plain, usual_levels
from ladder.wording import counted, listed, quoted, some

HELD = ("held",)
"""The levels where skills are named alone."""

MOST_NUMBERED = 10
"""The highest number that is taken for a level of skills."""

Asked: TypeAlias = dict[str, str | None]
"""From a skill's name to its level as it was written; None where none was."""

Gained: TypeAlias = dict[str, dict[str, int]]
"""From a skill's name to its levels, as they were written, to months."""

_GATES = ("requires", "expects")
_LEVEL = re.compile(r" (?:at )?(?:level|lvl|stufe|niveau|nivel) ?(\d{1,2})$", re.IGNORECASE)
_GAINED = re.compile(r"([^,]*?) after (\d{1,4}) months?$").fullmatch


def skill_in(text: str) -> tuple[str, str | None]:
    """A skill and its level, as people write them.

    >>> skill_in("SQL: working"), skill_in("SQL >= 3"), skill_in("SQL (expert)"), skill_in("SQL")
    (('SQL', 'working'), ('SQL', '3'), ('SQL', 'expert'), ('SQL', None))
    >>> skill_in("Writing (technical)")
    ('Writing (technical)', None)
    """
    text = " ".join(text.split())
    sign = max(map(text.rfind, ":=≥>"))
    if sign > 0:
        name, level = text[:sign].rstrip(" >="), text[sign + 1 :].lstrip(" =>")
        return (name, level or None) if name else (text, None)
    if at := _LEVEL.search(text):
        return text[: at.start()], at[1]
    name, bracket, level = text.rpartition("(")
    if bracket and level.endswith(")") and name.strip() and is_level(level[:-1].strip()):
        return name.strip(), level[:-1].strip()
    return text, None


def is_level(text: str) -> bool:
    """Whether a text is by itself a level: a small number, or a word that is usual for one."""
    return _number(text) is not None or plain(text) in known_words()


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,2}", text) and int(text) <= MOST_NUMBERED else None


def skills_in(value: Any) -> Asked | None:
    """Skills and levels of a list, a mapping or a sentence; None if it is none of these.

    >>> skills_in("SQL: working; Python"), skills_in(["SQL", "Python"]), skills_in({"SQL": 3})
    ({'SQL': 'working', 'Python': None}, {'SQL': None, 'Python': None}, {'SQL': '3'})
    """
    if isinstance(value, str):
        parts = re.split(r"[;\n]" if re.search(r"[;\n]", value) else ",", value)
        return dict(skill_in(part) for part in parts if part.strip())
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return dict(skill_in(item) for item in value if item.strip())
    if isinstance(value, dict) and all(_may_be_level(item) for item in value.values()):
        return {
            name: None if level is True or level is None else str(level)
            for name, level in value.items()
            if level is not False
        }
    return None


def _may_be_level(value: Any) -> bool:
    return isinstance(value, str | int) or value is None


class Completed(NamedTuple):
    """A graph whose names are listed, and what was guessed for that."""

    root: Mapping[str, Any]
    remarks: tuple[str, ...]
    faults: tuple[str, ...]
    """What has to be told by an option first."""


def completed(root: Mapping[str, Any], levels: Sequence[str] | None = None) -> Completed:
    """List the tracks, skills and levels that a graph names, and refer to them by ids.

    Nothing changes where the graph lists them itself. ``levels`` names those of skills, the lowest
    first, where words do not tell their order.
    """
    graph = dict(root.get("graph") or {})
    edge_key = "edges" if "edges" in root else "links"
    nodes = [dict(node) for node in root["nodes"]]
    edges = [dict(edge) for edge in root.get(edge_key, ())]
    edgeless = graph.get("edgeless")
    if isinstance(edgeless, list) and all(isinstance(one, dict) for one in edgeless):
        graph["edgeless"] = edgeless = [dict(one) for one in edgeless]
    else:
        edgeless = []
    remarks: list[str] = []
    faults: list[str] = []
    if isinstance(graph.get("levels"), str):
        graph["levels"] = [part.strip() for part in graph["levels"].split(";")]
    if "tracks" not in graph:
        _list_tracks(graph, nodes, remarks)
    for node in nodes:
        _as_lists(node)
    if "skills" not in graph:
        _list_skills(graph, nodes, [*edges, *edgeless], levels, remarks, faults)
    made = {**root, "graph": graph, "nodes": nodes}
    if edge_key in root:
        made[edge_key] = edges
    return Completed(made, tuple(remarks), tuple(faults))


def _as_lists(node: dict[str, Any]) -> None:
    """Read what stands in one text where a format knows no lists, or no whole numbers."""
    aliases = node.get("aliases")
    if isinstance(aliases, str):
        node["aliases"] = [part.strip() for part in aliases.split(";") if part.strip()]
    rank = node.get("rank")
    if isinstance(rank, float) and rank.is_integer():
        node["rank"] = int(rank)


def _list_tracks(
    graph: dict[str, Any], nodes: Sequence[dict[str, Any]], remarks: list[str]
) -> None:
    names = list(
        dict.fromkeys(node["track"] for node in nodes if isinstance(node.get("track"), str))
    )
    names = [name for name in names if name.strip()]
    if not names:
        return
    ids = _ids(names)
    graph["tracks"] = {ids[name]: _named(name) for name in names}
    for node in nodes:
        if node.get("track") in ids:
            node["track"] = ids[node["track"]]
    remarks.append(f"Guessed: {counted(len(names), 'track')} by the roles in them: {some(names)}")


def _named(name: str) -> str:
    """A name to be read, of what can only be an id.

    >>> _named("data-modelling"), _named("sql")
    ('Data modelling', 'sql')
    """
    return in_words(name) if is_id(name) and "-" in name else name


def _ids(names: Sequence[str]) -> dict[str, str]:
    """Ids by names; what is an id already stays it."""
    kept = {name: name for name in names if is_id(name)}
    others = unique_ids([name for name in names if name not in kept])
    return kept | {name: made if made not in kept else f"{made}-2" for name, made in others.items()}


def _list_skills(
    graph: dict[str, Any],
    nodes: Sequence[dict[str, Any]],
    edges: Sequence[dict[str, Any]],
    levels: Sequence[str] | None,
    remarks: list[str],
    faults: list[str],
) -> None:
    asked = [*_asked([*nodes, *edges])]
    gained = [*_gained(nodes)]
    named = [name for _, _, skills in asked for name in skills]
    named += [name for _, skills in gained for name in skills]
    if not named:
        return
    spelt: dict[str, str] = {}
    for name in named:
        spelt.setdefault(fold(name), name)
    written = [level for _, _, skills in asked for level in skills.values()]
    written += [
        level for _, skills in gained for levels_of in skills.values() for level in levels_of
    ]
    told = _levels(written, levels or _listed_levels(graph))
    if isinstance(told, str):
        faults.append(told)
        return
    ids = _ids(list(spelt.values()))
    graph["skills"] = {ids[name]: _named(name) for name in spelt.values()}
    graph["levels"] = list(told.names)

    def skill(name: str) -> str:
        return ids[spelt[fold(name)]]

    for item, key, skills in asked:
        item[key] = {skill(name): told.number(level) for name, level in skills.items()}
    for node, gains in gained:
        node["develops"] = {
            skill(name): {str(told.number(level)): months for level, months in stages.items()}
            for name, stages in gains.items()
        }
    shown = some([quoted(name) for name in spelt.values()])
    remarks.append(f"Guessed: {counted(len(spelt), 'skill')} by where they are asked for: {shown}")
    remarks.append(told.how)
    bare = dict.fromkeys(
        name for _, _, skills in asked for name, at in skills.items() if at is None
    )
    if bare and told.names != HELD:
        remarks.append(f"Assumed: {told.names[0]} for skills without a level: {some(list(bare))}")


def _asked(items: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, Asked]]:
    """What moves require and roles expect, each with what it is of, and under which key."""
    for item in items:
        for key in _GATES:
            value = item.get(key)
            found = None if value is None or value == "expected" else skills_in(value)
            if found is not None:
                yield item, key, found


def _listed_levels(graph: Mapping[str, Any]) -> Sequence[str] | None:
    """Levels that the graph names itself."""
    levels = graph.get("levels")
    if isinstance(levels, list) and levels and all(isinstance(one, str) for one in levels):
        return levels
    return None


def _gained(nodes: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Gained]]:
    """What roles develop, where that is a sentence as ``ladder export`` writes it."""
    for node in nodes:
        value = node.get("develops")
        if not isinstance(value, str):
            continue
        gains: Gained = {}
        for part in value.split(";"):
            name, _, stages = part.rpartition(": ")
            found = [_GAINED(stage.strip()) for stage in stages.split(",")]
            if name and all(found):
                gains[name.strip()] = {one[1]: int(one[2]) for one in found if one}
        if gains:
            yield node, gains


class _Levels(NamedTuple):
    names: Sequence[str]
    numbers: Mapping[str, int]
    how: str

    def number(self, token: str | None) -> int:
        return 1 if token is None else self.numbers[plain(token)]


def _levels(tokens: Sequence[str | None], named: Sequence[str] | None) -> _Levels | str:
    """Which levels there are, or what has to be told."""
    words = Counter(token for token in tokens if token is not None)
    if named is not None:
        numbers = {plain(name): at for at, name in enumerate(named, start=1)}
        numbers |= {str(at): at for at in range(1, len(named) + 1)}
        strange = [word for word in words if plain(word) not in numbers]
        if strange:
            return f"{_no_level(strange)}; the levels are {listed(list(named), 'and')}"
        return _Levels(named, numbers, f"Levels: {', '.join(named)}, as they are named")
    if not words:
        return _Levels(HELD, {}, 'Assumed: one level, "held", as skills are named alone')
    if all(_number(word) for word in words):
        highest = max(int(word) for word in words)
        names = [f"level {at}" for at in range(1, highest + 1)]
        numbers = {word: int(word) for word in words}
        return _Levels(names, numbers, f"Guessed: {highest} levels of skills, by their numbers")
    usual = usual_levels(words)
    if usual is None or any(plain(word) not in {plain(name) for name in usual} for word in words):
        return (
            f"which of {some([quoted(word) for word in words])} is the higher level? Name the "
            "levels, the lowest first, by the argument levels"
        )
    first: dict[int, str] = {}
    for name, at in usual.items():
        first.setdefault(at, name)
    numbers = {plain(name): at for name, at in usual.items()}
    names = list(first.values())
    return _Levels(names, numbers, f"Guessed: the order of levels: {', '.join(names)}")


def _no_level(words: Sequence[str]) -> str:
    return f"{some([quoted(word) for word in words])} {'is' if len(words) == 1 else 'are'} no level"
