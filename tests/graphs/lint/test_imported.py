"""An import writes nothing that the check would warn of, unless the framework says so itself."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graphs import check
from ladder import FrozenDict, Ladder, Skill, Track, bundled, dumps, load
from ladder.importers.assumptions import Assumptions
from ladder.importers.growth import grow
from ladder.importers.moves import RoleLevel

NAMES = ("low", "middle", "high")
SKILLS = tuple("abcd")

OWN_STEPS = {"L505", "L506"}
"""The role above expects less of a skill, or two levels more."""

profiles = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3), min_size=1)


@st.composite
def frameworks(draw: st.DrawFn) -> list[RoleLevel]:
    tracks = draw(st.lists(st.lists(profiles, min_size=1, max_size=4), min_size=2, max_size=4))
    lowest = [draw(st.none() | st.integers(1, 3)) for _ in tracks]
    return [
        RoleLevel(
            f"r{t}-{place}",
            f"R{t}{place}",
            f"t{t}",
            None if (bottom := lowest[t]) is None else bottom + place,
            fork=False,
            profile=profile,
        )
        for t, track in enumerate(tracks)
        for place, profile in enumerate(track)
    ]


def grown(levels: list[RoleLevel], gate_below: int, side_moves: int) -> Ladder:
    assumed = Assumptions(
        levels=len(NAMES),
        months=18,
        tenure=24,
        side_months=12,
        side_moves=side_moves,
        side_near=0.1,
        side_rise=0.25,
        entry_months=12,
        gate_below=gate_below,
        learning_months=None,
    )
    skills = {key: Skill(key, key.upper()) for level in levels for key in sorted(level.profile)}
    parts = grow(levels, skills.values(), NAMES, assumed)
    return Ladder(
        "Grown",
        NAMES,
        FrozenDict(skills),
        FrozenDict({level.track: Track(level.track, level.track) for level in levels}),
        parts.roles,
        parts.transitions,
        parts.activities,
    )


@settings(max_examples=60)
@given(levels=frameworks(), gate_below=st.integers(0, 1), side_moves=st.integers(0, 3))
def test_what_is_grown_has_no_faults_of_its_own(
    tmp_path_factory, levels: list[RoleLevel], gate_below: int, side_moves: int
) -> None:
    ladder = grown(levels, gate_below, side_moves)
    file: Path = tmp_path_factory.mktemp("grown") / "ladder.json"
    file.write_text(dumps(ladder, format="json"), encoding="utf-8")
    assert load(file) == ladder
    found = {finding.rule.code for finding in check(ladder)}
    if gate_below:  # equal rungs develop the same then, which is for its reader to know
        found -= {"L503"}
    assert found <= OWN_STEPS


def test_the_bundled_framework_has_none() -> None:
    """A dozen of its own steps up lower something, or are high, and that is all."""
    assert {finding.rule.code for finding in check(bundled("uk-digital-and-data"))} == OWN_STEPS
