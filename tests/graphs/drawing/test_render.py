"""Pictures as bytes: the program that draws, what it may say, and what is done to its SVG."""

import shlex
import struct
import sys
from xml.etree import ElementTree

import pytest

from graphs import DrawingFailed, NoDrawingProgram, diagram, missing_glyphs, render
from ladder import Ladder, LadderError, Role, bundled

SVG = "{http://www.w3.org/2000/svg}"
SMALL = diagram(Ladder("Small & <fine>", roles={"pm": Role("pm", "Product Manager")}))


def script(folder, body):
    """A program written in Python, for LADDER_DOT.

    The shell starts it: a line with #! has no room for a long path, nor for a space in it.
    """
    code, program = folder / "dot.py", folder / "dot"
    code.write_text(f"import sys\n{body}\n", encoding="utf-8")
    command = shlex.join([sys.executable, str(code)])
    program.write_text(f"#!/bin/sh\nexec {command}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


unix = pytest.mark.skipif(sys.platform == "win32", reason="scripts are not programs on Windows")


def test_svg_is_well_formed_and_says_what_it_is():
    """A screen reader finds a title, a browser the size to scale by, and nobody a comment."""
    drawn = render(SMALL, "svg")

    root = ElementTree.fromstring(drawn)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("viewBox")
    title = root.find(f"{SVG}title")
    assert title.text == "Small & <fine>"
    assert root.get("aria-labelledby") == title.get("id")
    assert b"<!--" not in drawn
    assert b"graphviz" not in drawn.lower()


def test_fonts_have_fallbacks():
    """Where there is no Arial, the browser takes another font without serifs."""
    root = ElementTree.fromstring(render(SMALL, "svg"))

    fonts = {text.get("font-family") for text in root.iter(f"{SVG}text")}
    assert len(fonts) == 1
    families = [family.strip() for family in fonts.pop().split(",")]
    assert families[0] == "Arial"
    assert families[-1] == "sans-serif"


def test_tooltips_are_titles_and_nothing_is_a_link():
    """Hovering over a role shows its names; no anchor is left that a name might fill."""
    root = ElementTree.fromstring(render(diagram(bundled("product-management")), "svg"))

    assert not list(root.iter(f"{SVG}a"))
    assert b"xlink" not in render(SMALL, "svg")
    role = root.find(f".//{SVG}g[@id='role-senior-product-manager']")
    assert role.find(f"{SVG}title").text.startswith("Senior Product Manager, SPM")


def test_png_has_twice_the_size_of_the_svg():
    """The PNG is sharp enough for a slide: two pixels for each point."""
    drawn = render(SMALL, "png")

    assert drawn.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", drawn[16:24])
    root = ElementTree.fromstring(render(SMALL, "svg"))
    assert width == pytest.approx(2 * float(root.get("width").removesuffix("pt")), abs=4)
    assert height == pytest.approx(2 * float(root.get("height").removesuffix("pt")), abs=4)


def test_png_is_the_same_on_every_run():
    """Drawing twice gives the same bytes."""
    assert render(SMALL, "png") == render(SMALL, "png")


def test_an_unknown_format_is_refused_with_the_known_ones():
    """The message names what there is."""
    with pytest.raises(ValueError, match='no format "gif"; there is svg, png, pdf'):
        render(SMALL, "gif")


def test_text_that_is_no_dot_fails_with_what_the_program_said():
    """A failing program is an error of ours with its first line, not a traceback of its own."""
    with pytest.raises(DrawingFailed, match="syntax error"):
        render("digraph {", "svg")


def test_a_program_that_is_not_there_is_named(monkeypatch):
    """LADDER_DOT that names nothing is said to name nothing."""
    monkeypatch.setenv("LADDER_DOT", "no-such-program")

    with pytest.raises(NoDrawingProgram, match="LADDER_DOT names no-such-program"):
        render(SMALL, "svg")
    assert issubclass(NoDrawingProgram, LadderError)


def test_a_missing_program_comes_with_advice(monkeypatch):
    """Without graphviz-pure the message says how to get it."""
    monkeypatch.delenv("LADDER_DOT", raising=False)
    monkeypatch.setattr("shutil.which", lambda *args, **kwargs: None)

    with pytest.raises(NoDrawingProgram, match="pip install graphviz-pure"):
        render(SMALL, "svg")


@unix
def test_a_program_of_ones_own_is_used(monkeypatch, tmp_path):
    """LADDER_DOT draws, and gets the text on its standard input."""
    body = "text = sys.stdin.read(); print('<svg>%d</svg>' % len(text))"
    monkeypatch.setenv("LADDER_DOT", script(tmp_path, body))

    assert f"<svg>{len(SMALL)}" not in SMALL
    assert render(SMALL, "png") == f"<svg>{len(SMALL)}</svg>\n".encode()


@unix
def test_a_program_that_hangs_is_stopped(monkeypatch, tmp_path):
    """Drawing has a time limit."""
    monkeypatch.setenv("LADDER_DOT", script(tmp_path, "import time; time.sleep(30)"))
    monkeypatch.setattr(sys.modules["graphs.drawing.dot.render"], "TIME_LIMIT", 0.3)

    with pytest.raises(DrawingFailed, match=r"longer than 0\.3 seconds"):
        render(SMALL, "svg")


@unix
def test_a_program_that_prints_no_svg_fails(monkeypatch, tmp_path):
    """Success without a picture is a failure."""
    monkeypatch.setenv("LADDER_DOT", script(tmp_path, "print('hello')"))

    with pytest.raises(DrawingFailed, match="no SVG"):
        render(SMALL, "svg")


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("Product Manager – “Größe” №1 → ½", ""),
        ("Διευθυντής προϊόντος", ""),
        ("Менеджер продукта", ""),
        ("产品经理", "产品经理"),
        ("مدير", "مدير"),
        ("PM 😀", "😀"),
    ],
)
def test_characters_that_png_lacks_are_known(name, missing):
    """What the bundled font cannot show is found, so that one can be warned."""
    dot = diagram(Ladder("Small", roles={"pm": Role("pm", name)}))

    assert missing_glyphs(dot) == frozenset(missing)


def test_tooltips_do_not_count_as_drawn():
    """A description is not in the PNG, so what it is written in does not matter."""
    role = Role("pm", "Product Manager", about='他说 "产品" \\')

    assert missing_glyphs(diagram(Ladder("Small", roles={"pm": role}))) == frozenset()
