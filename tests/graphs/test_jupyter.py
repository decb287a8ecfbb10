"""Answers in a notebook: each is its picture, and what cannot be drawn is shown otherwise."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from support.pictures import SVG

from graphs import gap, growth_path, into, reach
from ladder import bundled

PRODUCT = bundled("product-management")
SHOWN = {
    "ladder": (PRODUCT, "role-product-manager"),
    "map": (bundled("uk-digital-and-data"), "heading"),
    "path": (growth_path(PRODUCT, "analyst", "spm"), "heading"),
    "gap": (gap(PRODUCT, "pm", "spm"), "held-roadmapping-1"),
    "reach": (reach(PRODUCT, "pm"), "role-product-manager"),
    "into": (into(PRODUCT, "spm"), "role-product-manager"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_an_answer_is_its_picture(name):
    """SVG to be put into a page as it is, without the declaration of a file."""
    value, part = SHOWN[name]
    svg = value._repr_svg_()
    assert svg.startswith("<svg ")
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert any(group.get("id") == part for group in root.iter(f"{SVG}g"))


def test_a_picture_comes_alone():
    """Notebooks prefer HTML, so there is none beside a picture."""
    assert PRODUCT._repr_html_() is None


@pytest.mark.parametrize("name", SHOWN)
def test_without_a_program_nothing_is_drawn(name, monkeypatch):
    """There is no traceback in the notebook; a ladder shows its table."""
    monkeypatch.setenv("LADDER_DOT", "/nowhere/dot")
    value, _ = SHOWN[name]
    assert value._repr_svg_() is None
    if name == "ladder":
        assert "Senior Product Manager" in value._repr_html_()
