"""What functions behind the answers give for the simplest of cases."""

from __future__ import annotations

from graphs.comparison.alignment import Renamed, aligned, merged
from graphs.comparison.parts import Part, parts_of
from ladder import Ladder, Role, Transition


def test_aligned() -> None:
    old = Ladder("Craft", roles={"pm": Role("pm", "Product Manager")})
    new = Ladder("Craft", roles={"prod": Role("prod", "Product Manager")})
    assert aligned(old, new).renamed == (Renamed(what="role", before="pm", after="prod"),)


def test_merged() -> None:
    assert merged(["low", "high"], ["low", "middle", "high"]) == (
        ("low", "middle", "high"),
        (1, 3),
        (1, 2, 3),
    )
    assert merged(["low", "high"], ["low", "top"]) == (("low", "top"), (1, 2), (1, 2))


def test_parts_of() -> None:
    assert parts_of(Transition("apm", "pm", 24, requires={"sql": 2}))[Part("requires", "sql")] == 2
