"""Good files with something changed in them: in their bytes or in their structure."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

INDICATORS = list("ab:-?[]{},&*!|>'\"%@#\\ \t\n01.;<=/é\u2028")
TEXTS = ["", " ", "no", "~", "<<", "x" * 300, "a.b", "日本", "e\u0301", "ﷺ", "=1+1", "-1", "1e3"]
KEYS = [
    *("name", "levels", "skills", "roles", "transitions", "activities", "requires", "develops"),
    *("develop", "from", "months", "extends", "remove", "cook", "baking", "sauces", "typical"),
    *("nodes", "edges", "links", "id", "source", "graph", "stays", "levls"),
]
values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.sampled_from([0, -1, 10**400, 1e308, 0.5])
    | st.integers() | st.text(max_size=5) | st.sampled_from(KEYS + TEXTS),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, good: bytes) -> bytes:
    """Some pieces cut out, doubled, moved, or replaced by other bytes."""
    content = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = content[start:end]
        put_in = draw(
            st.text(st.sampled_from(INDICATORS), max_size=5).map(str.encode)
            | st.binary(max_size=4)
            | st.sampled_from([piece * 2, piece * 50, *(word.encode() for word in KEYS + TEXTS)])
        )
        at = draw(st.just(start) | st.integers(0, len(content)))
        cut = content[:start] + content[end:]
        content = cut[:at] + put_in + cut[at:]
    return content


@st.composite
def restructured(draw: st.DrawFn, good: Any) -> bytes:
    """As JSON, which is nearly YAML: entries dropped, doubled, misspelt or of other types."""
    root = [deepcopy(good)]
    for _ in range(draw(st.integers(1, 4))):
        place: Any = root
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = place[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 9)) < 8:
                place = inner
                continue
            _change(draw, place, key, root)
            break
    text = json.dumps(root[0] if root else None, indent=draw(st.sampled_from([None, 1])))
    if draw(st.booleans()):
        text = text.replace("\\ud", "d")  # so that no half of a pair hides the rest
    return text.encode()


def _change(draw: st.DrawFn, place: Any, key: Any, root: list[Any]) -> None:
    how = draw(st.sampled_from(["drop", "double", "misspell", "nest", "other", "other"]))
    if how == "drop" and place is not root:
        del place[key]
    elif how == "double" and isinstance(place, list):
        place.append(deepcopy(place[key]))
    elif how == "misspell" and isinstance(place, dict):
        new = draw(st.sampled_from([*KEYS, *TEXTS, f"{key}s", key.upper(), key[1:]]))
        place[new] = place.pop(key)
    elif how == "nest":
        place[key] = {"a": [place[key]]}
    else:
        place[key] = draw(values)
