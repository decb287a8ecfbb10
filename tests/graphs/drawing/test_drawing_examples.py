"""What functions behind the answers give for the simplest of cases."""

from __future__ import annotations

from graphs.drawing.dot.canvas import Canvas, spline
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.style import Style, line_of
from graphs.drawing.dot.table import centred
from graphs.drawing.dot.text import clean, counted, html_text, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import THEMES, blend, channels, contrast, luminance
from graphs.drawing.dot.theme_file import theme_of, weak_contrasts
from graphs.drawing.gates import asked_in_words, gate_in_short
from graphs.drawing.geometry import Box, towards
from graphs.drawing.labels import abbreviation, when
from graphs.drawing.layout.lines import joined
from graphs.drawing.layout.wires import Span, slots
from graphs.drawing.pictures.diagram import diagram
from graphs.drawing.pictures.mermaid import text
from graphs.drawing.pictures.timeline import Axis
from graphs.drawing.shading import Scale, months
from graphs.plans.month import Month
from graphs.plans.schedule import Move, Stay
from graphs.queries.survey import Undecided, Way
from graphs.words import ENGLISH, words_of
from ladder import Role, bundled


def test_canvas() -> None:
    canvas = Canvas(Style(), 100)
    canvas.box("a", Box(50, 20, 80, 30), centred(["Smith"], 11), {"id": "a"})
    assert "Smith" in canvas.dot()


def test_spline() -> None:
    assert spline([(0, 0), (30, 0)], 100) == "e,30,100 0,100 7.67,100 15.33,100 23,100"


def test_width_of() -> None:
    assert width_of("PM", 10) < width_of("产品", 10)


def test_line_of() -> None:
    assert line_of("lateral") == {"style": "dashed"}


def test_centred() -> None:
    assert centred(["R&D", "manager"], 10).markup == "R&amp;D\\nmanager"


def test_clean() -> None:
    assert clean("Product\nManager \x07") == "Product Manager \ufffd"


def test_wrap() -> None:
    assert wrap("Associate Product Manager", 100, 12) == ["Associate", "Product Manager"]
    assert wrap("产品经理产品经理", 50, 12) == ["产品经", "理产品", "经理"]


def test_isolated() -> None:
    assert isolated("Chef") == "Chef"
    assert isolated("طاهٍ") == "\u2068طاهٍ\u2069"


def test_counted() -> None:
    assert counted(1, "move") == "1 move"
    assert counted(2, "move") == "2 moves"


def test_html_text() -> None:
    assert html_text(r"<Staff> \N & co") == "&lt;Staff&gt; \\\\N &amp; co"


def test_tooltip_text() -> None:
    assert tooltip_text("R&D", "<b>") == "R&amp;D\n<b> "


def test_theme() -> None:
    assert THEMES["dark"].ground(0.0) == THEMES["dark"].paper


def test_contrast() -> None:
    assert round(contrast("#000000", "#ffffff")) == 21


def test_luminance() -> None:
    assert luminance("#000000") == 0.0
    assert luminance("#ffffff") == 1.0


def test_blend() -> None:
    assert blend("#000000", "#ff8040", 0.5) == "#804020"


def test_channels() -> None:
    assert channels("#ff8000") == (255, 128, 0)


def test_theme_of() -> None:
    assert theme_of({"colours": {"accent": "#ffd400"}}, "ours").on_accent == "#000000"


def test_weak_contrasts() -> None:
    assert list(weak_contrasts(THEMES["light"])) == []
    assert (
        next(weak_contrasts(theme_of({"colours": {"ink": "#999999"}}, "ours")))
        == "ink #999999 on paper #ffffff has a contrast of 2.8, and letters need 4.5"
    )


def test_gate_in_short() -> None:
    assert gate_in_short(24, 5, ENGLISH) == ["24 mo", "5 skills"]
    assert gate_in_short(0, 1, words_of("de")) == ["1 Kompetenz"]
    assert gate_in_short(0, 0, ENGLISH) == []


def test_asked_in_words() -> None:
    asked = {"roadmapping": 2, "leadership": 3}
    product = bundled("product-management")
    texts = product.skills["leadership"].levels[3], product.skills["roadmapping"].levels[2]
    assert asked_in_words(12, asked, product) == [
        "after 12 months",
        f"Leadership: practitioner – {texts[0]}",
        f"Roadmapping: working – {texts[1]}",
    ]


def test_towards() -> None:
    assert towards((0, 0), (0, 100), 5) == (0.0, 5.0)


def test_abbreviation() -> None:
    assert abbreviation(Role("senior-pm", "Senior PM", aliases=("Senior", "SPM"))) == "SPM"


def test_when() -> None:
    move = Move(0, "senior-pm", "promotion", 36, {})
    assert when(Stay("pm", 12, 48, {}, move)) == "months 13–48"
    assert when(Stay("senior-pm", 48, 48, {}, None)) == "after month 48"


def test_joined() -> None:
    assert joined([(0, 5), (4, 5), (4, 9), (8, 9)], [[(0, 2), (4, 2), (4, 9), (8, 9)]]) == [
        (0, 5),
        (4, 5),
    ]


def test_slots() -> None:
    assert slots([Span("a", 0, 5), Span("b", 3, 9), Span("c", 7, 9)], 1) == {"a": 0, "b": 1, "c": 0}


def test_text() -> None:
    assert text('R&D <b>"lead"</b>') == "R#38;D #60;b#62;#34;lead#34;#60;/b#62;"
    assert text("1. Start") == "1#46; Start"
    assert text("- a list") == "#45; a list"


def test_axis() -> None:
    axis = Axis(100, 480, 48, Month(2027, 1))
    assert axis.at(12) == 220.0
    assert axis.ticks()[:2] == [(0, "Jan 2027"), (6, "Jul 2027")]


def test_months() -> None:
    way = Way("pm", 48, 2, 0)
    assert months(way) == "48"
    assert months(Undecided("pm", 36, way)) == "36–48"
    assert months(Undecided("pm", 36)) == "≥ 36"


def test_scale_up_to() -> None:
    assert Scale.up_to(156) == Scale(step=36, used=5)
    assert Scale.up_to(10) == Scale(step=2, used=5)
    assert Scale.up_to(0) == Scale(step=1, used=1)


def test_scale_words() -> None:
    assert Scale(36, 5).words(1) == "up to 6 years"
    assert Scale(6, 2).words(0) == "up to 6 months"


def test_a_diagram_in_german() -> None:
    product = bundled("product-management")
    drawn = diagram(product, gates="chip", words=words_of("de"))
    for said in ("Kompetenzen", "36 Mon.", "nach 24 Monaten", "Beförderung", "An den Linien"):
        assert said in drawn, said
    for said in (" skills", " mo<", "after ", "On the lines"):
        assert said not in drawn, said
    assert " skills" in diagram(product, gates="chip")
