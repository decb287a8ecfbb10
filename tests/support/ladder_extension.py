"""The file that makes one ladder of another by extending it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from ladder import Ladder, to_plain

PLACES = ("skills", "tracks", "roles", "activities")
EMPTY = {"about": "", "source": "", "ignore": []}


def extension(base: Ladder, whole: Ladder, name: str) -> dict[str, Any]:
    """Plain data of a file that extends the first ladder, called so, and makes the second.

    Currency and levels cannot be taken away, so they stay where the second has none.
    """
    old, new = to_plain(base), to_plain(whole)
    remove: dict[str, list[Any]] = {}
    file: dict[str, Any] = {"extends": name}
    for key in ("name", "about", "levels", "currency", "source", "ignore"):
        if new.get(key) != old.get(key) and (key in new or key in EMPTY):
            file[key] = new.get(key, EMPTY.get(key))
    for group in PLACES:
        before, after = old.get(group, {}), new.get(group, {})
        gone = [key for key in before if key not in after]
        given = {}
        for key, value in after.items():
            if key not in before:
                given[key] = value
            elif value != before[key]:
                change = changed(before[key], value)
                given[key] = value if change is None else change
                gone += [key] if change is None else []
        file |= {group: given} if given else {}
        remove |= {group: gone} if gone else {}
    moves, gone = changed_moves(old, new)
    file |= {"transitions": moves} if moves else {}
    remove |= {"transitions": gone} if gone else {}
    return file | ({"remove": remove} if remove else {})


def changed(before: Any, after: Any) -> dict[str, Any] | None:
    """The keys that differ; None where one is gone, which takes a new entry.

    So it does where what is expected takes the place of levels, or the other way round.
    """
    if isinstance(before, str) or isinstance(after, str) or set(before) - set(after):
        return None
    if "to" in before and ("requires" in before) != ("requires" in after):
        return None
    differ = {key: value for key, value in after.items() if value != before.get(key)}
    if "levels" in differ and set(before.get("levels", ())) - set(after["levels"]):
        return None
    for key in {"requires", "expects", "develops"} & set(differ) & set(before):
        if "expected" in (before[key], after[key]):
            return None
        gone = dict.fromkeys(set(before[key]) - set(after[key]), "none")
        kept = {k: v for k, v in after[key].items() if v != before[key].get(k)}
        differ[key] = kept | gone
    return differ


def changed_moves(old: dict[str, Any], new: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Moves to give, and those to remove."""
    before, after = by_ends(old), by_ends(new)
    given: list[Any] = []
    gone: list[Any] = []
    for ends in {**before, **after}:
        pair = dict(zip(("from", "to"), ends, strict=True))
        was, now = before.get(ends, []), after.get(ends, [])
        one = changed(was[0], now[0]) if len(was) == len(now) == 1 else None
        if was == now:
            continue
        if was == now[: len(was)]:
            given += [{**move, "alternative": True} for move in now[len(was) :]]
        elif one is not None:
            given.append(pair | one)
        else:
            if set(ends) <= {*new["roles"], "any"}:
                gone.append(pair)  # else it goes with its role
            given += now
    return given, gone


def by_ends(plain: dict[str, Any]) -> dict[tuple[str, str], list[Any]]:
    """Moves by where they lead from and to, one from several roles once for each of them."""

    def ends(move: Any) -> tuple[str, str]:
        return move["from"], move["to"]

    moves = sorted(
        (
            {**move, "from": source}
            for move in plain.get("transitions", [])
            for source in (move["from"] if isinstance(move["from"], list) else [move["from"]])
        ),
        key=ends,
    )
    return {pair: list(some) for pair, some in groupby(moves, key=ends)}
