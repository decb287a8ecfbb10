"""What functions behind the answers give for the simplest of cases."""

from __future__ import annotations

from graphs.lint.circles import components, shortest_circle
from graphs.lint.engine import rule_named, selected
from graphs.lint.names import alike
from graphs.lint.rivals import Offer, better_than
from graphs.lint.wording import around, levels_named, ordinal, several
from ladder import bundled


def test_components() -> None:
    assert components({"b": ["c"], "c": ["b"], "a": ["b"]}) == [["a"], ["c", "b"]]


def test_shortest_circle() -> None:
    assert shortest_circle({"a": ["b"], "b": ["c"], "c": ["b", "a"]}, ["a", "b", "c"]) == ["b", "c"]


def test_selected() -> None:
    codes = [rule.code for rule in selected(["L50"], ["promotion-down"])]
    assert codes == ["L502", "L503", "L504", "L505", "L506", "L507"]


def test_rule_named() -> None:
    assert rule_named("l503").name == "gate-asks-less"


def test_alike() -> None:
    found = alike(["modelling", "modeling", "models", "model", "lead", "head"])
    assert found["modelling"] == found["modeling"]
    assert found["models"] == found["model"]
    assert found["lead"] != found["head"]


def test_better_than() -> None:
    offers = {"slow": Offer((6,), 0b1), "fast": Offer((3,), 0b1), "again": Offer((3,), 0b1)}
    assert [better_than(key, offers) for key in offers] == ["fast", None, "fast"]


def test_levels_named() -> None:
    assert (
        levels_named(bundled("product-management"), {"finance": 2, "empathy": 1})
        == "Finance at working and Empathy at awareness"
    )


def test_several() -> None:
    assert several(["a", "b", "c", "d", "e", "f", "g", "h"]) == "a, b, c, d, e, f and 2 more"


def test_around() -> None:
    assert (
        around(bundled("product-management"), ["product-manager", "ux-product-manager"])
        == "from Product Manager to UX Product Manager and back"
    )


def test_ordinal() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 22)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "22nd",
    ]
