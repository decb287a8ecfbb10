"""Answers in a notebook: each is its picture or its table, in a line of text, and can be saved."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from support.pictures import SVG

from graphs import (
    Plan,
    alternatives,
    changed_routes,
    check,
    diff,
    frontier,
    gap,
    growth_path,
    into,
    next_steps,
    openings,
    progress,
    reach,
    repairs,
)
from ladder import Ladder, LadderError, Person, Role, bundled

PRODUCT = bundled("product-management")
SHOWN = {
    "ladder": (PRODUCT, "role-product-manager"),
    "map": (bundled("uk-digital-and-data"), "heading"),
    "path": (growth_path(PRODUCT, "analyst", "spm"), "heading"),
    "gap": (gap(PRODUCT, "pm", "spm"), "held-roadmapping-1"),
    "reach": (reach(PRODUCT, "pm"), "role-product-manager"),
    "into": (into(PRODUCT, "spm"), "role-product-manager"),
    "choices": (alternatives(PRODUCT, "analyst", "pm", 5), "heading"),
    "next steps": (next_steps(PRODUCT, "analyst", "spm"), "heading"),
}
PATH = SHOWN["path"][0]
ALONE = replace(PRODUCT, activities={})
DIFFERENT = diff(PRODUCT, ALONE)
TABLES = {
    "next steps": (SHOWN["next steps"][0], "Leadership programme"),
    "repairs": (repairs(ALONE, "spm", "director-of-product"), "asks for Finance at awareness"),
    "progress": (progress(PATH, Person(role="business-analyst"), month=3), "late"),
}
TOLD = {
    **{name: value for name, (value, _) in (SHOWN | TABLES).items()},
    "frontier": frontier(PRODUCT, "analyst", "spm"),
    "openings": openings(PRODUCT, Person(skills={"roadmapping": 2})),
    "diff": DIFFERENT,
    "change": DIFFERENT.changes[0],
    "routes": (ROUTES := changed_routes(DIFFERENT, sources=["spm"])),
    "route": ROUTES.changed[0],
    "repair": TABLES["repairs"][0].found[0],
    "plan": Plan(PATH, None),
    "step": TABLES["progress"][0].steps[0],
    "finding": check(bundled("uk-digital-and-data"))[0],
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
def test_a_picture_fits_its_cell(name):
    """It is no wider than there is room, keeps its shape, and is not enlarged."""
    root = ElementTree.fromstring(SHOWN[name][0]._repr_svg_())
    assert root.get("style") == "max-width:100%;height:auto"
    width, height = (float(root.get(side).removesuffix("pt")) for side in ("width", "height"))
    left, top, across, high = map(float, root.get("viewBox").split())
    assert (left, top) == (0, 0)
    assert width <= min(across, 660)  # points: the 880 pixels of a cell
    assert height / width == pytest.approx(high / across, rel=1e-3)


@pytest.mark.parametrize("name", TABLES)
def test_some_answers_are_tables(name):
    """With what they find in them, in the ladder's names."""
    value, words = TABLES[name]
    page = value._repr_html_()
    assert words in page
    assert page.startswith("<div ")
    assert page.count("<tr ") > 2


def test_what_to_do_next_has_the_plan_below_it(monkeypatch):
    """As notebooks show HTML rather than SVG, the picture is in it, where there is one."""
    steps = SHOWN["next steps"][0]
    assert steps._repr_html_().endswith(steps._repr_svg_())
    monkeypatch.setenv("LADDER_DOT", "/nowhere/dot")
    assert steps._repr_html_().endswith("</table></div>")


@pytest.mark.parametrize("name", TOLD)
def test_an_answer_is_told_in_a_line(name):
    """A notebook keeps it; whatever it is about, it is short."""
    said = repr(TOLD[name])
    assert len(said) <= 400
    assert said.isprintable()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ladder", "<Ladder 'Product management': 14 roles in 4 tracks, 24 transitions, "),
        ("path", f"<GrowthPath {' → '.join(PATH.roles)}: 48 months, 2 moves, cost 3,950>"),
        ("gap", "<Gap from product-manager to senior-product-manager: 3 skills gained, 7 skills "),
        ("reach", "<Reach from product-manager: 8 of 13 roles, the last of them after 112 months"),
        ("into", "<Into senior-product-manager: 9 of 13 roles, the last of them after 69 months"),
        ("frontier", "<Choices 2 from business-analyst to senior-product-manager: 48 months for "),
        ("next steps", "<NextSteps from business-analyst to senior-product-manager: 48 months, "),
        (
            "repairs",
            "<Repairs 2 changes: <Repair GateLowered(transition=9, requires={'finance': 1}): ",
        ),
        ("progress", "<Progress from business-analyst to senior-product-manager in month 3: 0 of "),
        ("diff", "<LadderDiff from 'Product management' to 'Product management': 22 changes, "),
        ("plan", "<Plan from business-analyst to senior-product-manager: without dates, 48 months"),
    ],
)
def test_the_line_says_what_one_wants_to_know(name, told):
    """From where to where, and what it takes."""
    assert repr(TOLD[name]).startswith(told)


def test_the_line_is_short_whatever_the_names():
    """Also where a file has long names with line breaks in them."""
    roles = {f"{'r' * 80}-{n}": Role(f"{'r' * 80}-{n}", "a\nb" * 99) for n in range(9)}
    large = Ladder("x\ny" * 200, roles=roles)
    way = replace(PATH, stays=[replace(PATH.stays[0], role=role) for role in roles])
    for value in (large, way, diff(large, replace(large, name="other"))):
        assert len(repr(value)) <= 400
        assert repr(value).isprintable()


BEGINNINGS = {"svg": b"<?xml", "png": b"\x89PNG", "dot": b"digraph"}


@pytest.mark.parametrize("form", BEGINNINGS)
@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_saved(name, form, tmp_path):
    """In the form that the suffix names, whole, and nothing beside it."""
    file = tmp_path / f"a.{form.upper()}"
    SHOWN[name][0].save(file)
    assert file.read_bytes().startswith(BEGINNINGS[form])
    assert [*tmp_path.iterdir()] == [file]


def test_ways_in_a_ladder_are_saved_as_mermaid(tmp_path):
    """As text that the other pictures cannot be."""
    for name in ("ladder", "choices"):
        SHOWN[name][0].save(str(tmp_path / "a.mmd"))
        assert (tmp_path / "a.mmd").read_text(encoding="utf-8").startswith("flowchart LR")
    with pytest.raises(ValueError, match=r"saved as \.svg, \.png, \.pdf or \.dot; not as \.mmd"):
        PATH.save(tmp_path / "b.mmd")


def test_what_cannot_be_saved_leaves_the_old_file(tmp_path, monkeypatch):
    """Another suffix, a folder that is not there, no program: what there was stays."""
    file = tmp_path / "a.svg"
    file.write_bytes(b"old")
    for other, error in (("a.jpg", ValueError), ("a", ValueError), ("b/a.svg", LadderError)):
        with pytest.raises(error):
            PATH.save(tmp_path / other)
    monkeypatch.setenv("LADDER_DOT", "/nowhere/dot")
    with pytest.raises(LadderError):
        PATH.save(file)
    assert file.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize("name", SHOWN)
def test_without_a_program_nothing_is_drawn(name, monkeypatch):
    """There is no traceback in the notebook; a ladder shows its table."""
    monkeypatch.setenv("LADDER_DOT", "/nowhere/dot")
    value, _ = SHOWN[name]
    assert value._repr_svg_() is None
    if name == "ladder":
        assert "Senior Product Manager" in value._repr_html_()
