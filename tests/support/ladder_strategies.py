"""Random ladders as a file can describe them, with names as odd as names can be."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from ladder import Activity, FrozenDict, Ladder, Range, Role, Skill, Track, Transition
from ladder.files.text import odd_characters
from ladder.matching import fold, is_id
from ladder.model import ANY, MOST_MONTHS

TRICKY = [
    "true", "no", "on", "null", "~", "yes: no", "1e5", "1e-7", "-1", "007", "0x1F", "1_000", "1:30",
    "2025-01-01", ".5", ".inf", "=", "<<", "- a", "? b", "a: b", "a:", "a #b", "#", "{x}", "[y]",
    "a, b", "'", '"', "\\", "\\n", "a\\ b", "&a", "*b", "!!python/object", "%", "@", "`", "|", ">-",
    "---", "...", "<script>", "Café", "产品经理", "Διευθυντής", "مدير المنتج", "👩", "a" * 130,
    "b c " * 40,
]  # fmt: skip


def _clean(text: str) -> str:
    """Normalise a text as reading does, and leave out what reading would refuse."""
    characters = list(unicodedata.normalize("NFC", text))
    while odd := list(odd_characters("".join(characters))):
        del characters[odd[0][0]]
    return "".join(characters)


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


texts = st.one_of(
    st.text(max_size=30),
    st.sampled_from(TRICKY),
    st.lists(st.sampled_from([*TRICKY, "\n", "\t", "  ", " "]), max_size=8).map("".join),
)
names = texts.map(lambda text: _one_line(text) or "?")
prose = texts.map(_clean).map(str.strip).map(lambda text: text or None) | st.none()
families = st.none() | st.sampled_from(["Data", "no", "<b>"]) | names
confidences = st.sampled_from([None, "good", "fair", "low"])
months = st.integers(0, MOST_MONTHS)


def ranges_around(typical: int, least: int = 0) -> st.SearchStrategy[Range | None]:
    """Draw a range that months may have, or none."""
    ends = st.tuples(st.integers(least, typical), st.integers(typical, MOST_MONTHS))
    return st.none() | ends


ids = st.one_of(
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True),
    st.sampled_from(["no", "true", "null", "7", "1e5", "产品经理", "διευθυντής", "مدير", "उत्पाद"]),
).filter(lambda text: is_id(text) and text != ANY)
addresses = st.sampled_from([None, "https://example.org/a?b=c#d", "http://x/{y}"])


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """Draw a ladder that a file can describe."""
    levels = draw(_level_names())
    texts_of_levels = st.just(FrozenDict())
    if levels:
        about = prose.filter(bool)
        texts_of_levels = st.dictionaries(st.integers(1, len(levels)), about).map(_in_order)
    groups = st.none() | names
    skills = draw(
        _by_id(lambda key: st.builds(Skill, st.just(key), names, prose, groups, texts_of_levels))
    )
    tracks = draw(_by_id(lambda key: st.builds(Track, st.just(key), names, prose, families)))
    role_ids = draw(st.lists(ids, min_size=1, max_size=5, unique_by=fold))
    held = st.just(FrozenDict())
    gained = st.just(FrozenDict())
    if skills and levels:
        level = st.integers(1, len(levels))
        held = st.dictionaries(st.sampled_from(list(skills)), level).map(FrozenDict)
        gained = st.dictionaries(
            st.sampled_from(list(skills)),
            st.dictionaries(level, st.sampled_from([0, 6, 18]), min_size=1).map(FrozenDict),
        ).map(FrozenDict)
    roles = {
        key: draw(
            _with_ranges(
                Role(
                    key,
                    draw(names),
                    track=draw(st.sampled_from([None, *tracks])),
                    rank=draw(st.none() | st.integers(-3, 9)),
                    develops=draw(gained),
                    about=draw(prose),
                    source=draw(prose),
                    confidence=draw(confidences),
                    final=draw(st.booleans()),
                    expects=draw(held),
                    url=draw(addresses),
                )
            )
        )
        for key in role_ids
    }
    return Ladder(
        name=draw(names),
        levels=levels,
        skills=skills,
        tracks=tracks,
        roles=draw(_with_aliases(roles)),
        transitions=draw(_transitions(role_ids, held)),
        activities=draw(_by_id(lambda key: _activity(key, held))),
        currency=draw(st.none() | names),
        source=draw(prose),
        about=draw(prose),
        ignore=tuple(draw(st.lists(st.sampled_from(["L101", "L204"]), max_size=2))),
        levels_about=draw(texts_of_levels),
    )


def _in_order(texts: dict[int, str]) -> FrozenDict[int, str]:
    return FrozenDict(sorted(texts.items()))


def _by_id(value_for: Any) -> st.SearchStrategy[FrozenDict[str, Any]]:
    keys = st.lists(ids, max_size=4, unique=True)
    return keys.flatmap(
        lambda keys: st.fixed_dictionaries({key: value_for(key) for key in keys})
    ).map(FrozenDict)


def _level_names() -> st.SearchStrategy[tuple[str, ...]]:
    named = names.filter(lambda name: fold(name) not in ("", "none") and not _like_number(name))
    return st.lists(named, max_size=4, unique_by=fold).map(tuple)


def _like_number(name: str) -> bool:
    return not name.strip("+-.0123456789")


@st.composite
def _with_ranges(draw: st.DrawFn, role: Role) -> Role:
    few = st.sampled_from([None, None, (0, 18), (0, 1200)])
    drawn = {
        skill: {
            level: ends
            for level, typical in levels.items()
            if (ends := draw(few)) and typical <= ends[1]
        }
        for skill, levels in role.develops.items()
    }
    kept = {skill: FrozenDict(levels) for skill, levels in drawn.items() if levels}
    return replace(role, develops_ranges=FrozenDict(kept))


@st.composite
def _with_aliases(draw: st.DrawFn, roles: dict[str, Role]) -> FrozenDict[str, Role]:
    taken = {fold(text) for role in roles.values() for text in (role.id, role.name)}
    aliased = {}
    for key, role in roles.items():
        aliases = draw(st.lists(names, max_size=2, unique_by=fold))
        fresh = tuple(alias for alias in aliases if fold(alias) not in taken)
        taken.update(map(fold, fresh))
        aliased[key] = replace(role, aliases=fresh)
    return FrozenDict(aliased)


def _transitions(
    role_ids: list[str], held: st.SearchStrategy[FrozenDict[str, int]]
) -> st.SearchStrategy[tuple[Transition, ...]]:
    if len(role_ids) < 2:
        return st.just(())
    ends = st.lists(st.sampled_from(role_ids), min_size=2, max_size=4, unique=True).flatmap(
        lambda ids: st.sampled_from([(tuple(ids[1:]), ids[0]), ((), ids[0])])
    )
    kinds = st.sampled_from(["entry", "promotion", "lateral"]) | names
    move = st.builds(
        lambda pair, *rest: Transition(*pair, *rest), ends, months, kinds, held, prose, confidences
    )
    return st.lists(move.flatmap(_with_range), max_size=4).map(tuple)


def _with_range(item: Transition | Activity) -> st.SearchStrategy[Any]:
    least = 1 if isinstance(item, Activity) else 0
    return ranges_around(item.months, least).map(lambda ends: replace(item, months_range=ends))


def _activity(
    key: str, held: st.SearchStrategy[FrozenDict[str, int]]
) -> st.SearchStrategy[Activity]:
    costs = st.integers(0, 10**12) | st.floats(0, 10**12)
    kinds = st.sampled_from(["course", "mentoring"]) | names
    span = st.integers(1, MOST_MONTHS)
    return st.builds(
        Activity,
        st.just(key),
        names,
        span,
        kinds,
        costs,
        held,
        held,
        prose,
        prose,
        confidences,
        url=addresses,
    ).flatmap(_with_range)
