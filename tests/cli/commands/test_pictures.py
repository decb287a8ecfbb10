"""Pictures from the command line: themes, sizes, formats and links."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from support.colours import contrast
from support.ladder_strategies import ladders
from support.pictures import HOSTILE, SVG, lines_of

from cli.options.picture import NARROWEST, WIDE
from graphs import mermaid, render
from graphs.drawing.dot.legible import LEAST, SLIDE
from graphs.drawing.dot.theme import DARK, THEMES
from graphs.drawing.dot.theme_file import load_theme, weak_contrasts
from graphs.drawing.pictures.mermaid import KEY, text
from ladder import FileProblems, bundled


def svg(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()


def fills(root: ElementTree.Element) -> set[str]:
    return {part.get("fill", "").lower() for part in root.iter() if part.get("fill")}


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_has_the_colours_of_its_theme(run, tmp_path: Path, theme):
    """Whatever is drawn lies on the theme's paper, and nothing has another theme's ink."""
    target = tmp_path / "a.svg"
    result = run("draw", "--path", "analyst", "spm", "--theme", theme, "-o", str(target))
    assert result.exit_code == 0, result.stderr
    found = fills(svg(target))
    assert {THEMES[theme].paper, THEMES[theme].accent} <= found
    others = {other.paper for other in THEMES.values()} - {THEMES[theme].paper}
    assert not others & (found - {THEMES[theme].on_accent})


def test_a_theme_of_ones_own(run, tmp_path: Path):
    """Colours and font come from the file, and what is hard to read is told."""
    theme = tmp_path / "ours.yaml"
    theme.write_text(
        'base: dark\nfont: Source Sans 3\ncolours: {accent: "#ffd400", faint: "#20293d"}\n'
    )
    target = tmp_path / "a.svg"
    result = run("draw", "--path", "analyst", "spm", "--theme", str(theme), "-o", str(target))
    assert result.exit_code == 0, result.stderr
    assert "faint #20293d on paper #0f172a has a contrast of 1.2" in result.stderr
    root = svg(target)
    assert {"#ffd400", DARK.paper} <= fills(root)
    fonts = {part.get("font-family") for part in root.iter(f"{SVG}text")}
    assert all(font.startswith("'Source Sans 3', Arial") for font in fonts)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("colours: {accent: #ffd400}", "1:"),
        (
            'colours: {accent: "red"}',
            '1:19: accent: expected a colour in quotes, such as "#14457f"',
        ),
        ('colours: {acent: "#ffd400"}', 'unknown key "acent"; did you mean accent'),
        ("base: blue", "1:7: base: expected light, dark or print"),
        ("colours: {shades: []}", "expected at least one entry"),
    ],
)
def test_a_theme_that_makes_no_sense(tmp_path: Path, content, said):
    """Each fault has its place, and what was expected."""
    theme = tmp_path / "ours.yaml"
    theme.write_text(content + "\n")
    with pytest.raises(FileProblems) as raised:
        load_theme(theme)
    assert said in str(raised.value)


def test_weak_contrasts_are_weak():
    """What is told of a theme is what the guidelines say."""
    assert not any(weakness for theme in THEMES.values() for weakness in weak_contrasts(theme))
    assert contrast("#20293d", DARK.paper) < 3


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("draw", "--theme", "drak", "-o", "a.svg"), "did you mean dark?"),
        (("draw", "--scale", "2", "-o", "a.svg"), "--scale is of a PNG"),
        (("draw", "--scale", "0", "-o", "a.png"), "0"),
        (("draw", "--link-template", "https://x/{id}", "-o", "a.png"), "of an SVG"),
        (("draw", "--link-template", "https://x/", "-o", "a.svg"), "{id}"),
        (("draw", "--link-template", "javascript:alert({id})", "-o", "a.svg"), "http or https"),
        (("draw", "--link-template", "data:x{id}", "-o", "a.svg"), "http or https"),
        (("draw", "--link-template", "{id}:x", "-o", "a.svg"), 'it would be "graduate:x"'),
        (("draw", "--link-template", "{track}%3Ax", "-o", "a.mmd"), "http or https"),
        (("draw", "--link-template", "{id}:alert(1)", "-o", "a.svg"), '"graduate:alert(1)"'),
        (("draw", "--link-template", "https://x\t/{id}", "-o", "a.svg"), "expected an address"),
        (("reach", "analyst", "-o", "a.mmd"), "Mermaid shows no more"),
        (("path", "analyst", "spm", "-o", "a.md"), "--format markdown > a.md"),
        (("reach", "analyst", "--theme", "dark"), "add -o FILE"),
        (("path", "analyst", "spm", "--width", "880"), "add -o FILE"),
        (("draw", "--width", "300", "-o", "a.svg"), "300"),
        (("draw", "--width", "880", "-o", "a.mmd"), "--width would change nothing in Mermaid"),
        (("draw", "--alternatives", "2", "-o", "a.svg"), "add --path FROM TO"),
        (
            ("draw", "--path", "analyst", "product manager", "--alternatives", "5", "-o", "a.svg"),
            "ladder path analyst 'product manager' --alternatives 5 lists them",
        ),
        (("path", "analyst", "spm", "--alternatives", "2", "-o", "a.svg"), "ladder draw --path"),
    ],
)
def test_what_makes_no_sense_is_refused(run, tmp_path: Path, monkeypatch, args, said):
    """One message, exit code 2, and no file."""
    monkeypatch.chdir(tmp_path)
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("args", "width"), [((), SLIDE), (("--width", "880"), 880)])
def test_a_picture_is_as_wide_as_it_is_shown(run, tmp_path: Path, args, width):
    """An SVG asks for no more pixels than there are, and says nothing where it can be read."""
    result = run("draw", *args, "-o", str(tmp_path / "a.svg"))
    assert float(svg(tmp_path / "a.svg").get("width").removesuffix("pt")) <= width * 0.75
    assert "smallest letters" not in result.stderr
    assert (WIDE, NARROWEST) == (SLIDE, LEAST)  # which the command line has without importing them


def test_letters_that_are_too_small_are_told(run, tmp_path: Path):
    """How small they are, what shows less and was not asked for already, and how wide is enough."""
    ask = ("draw", "--ladder", "uk-digital-and-data", "--kind", "lateral", "--gates", "off")
    result = run(*ask, "-o", str(tmp_path / "a.svg"), "--width", "480")
    assert result.exit_code == 0
    said = re.search(
        r"At 480 pixels across its smallest letters have ([\d.]+), and 11 are easy to read; "
        r"--track TRACK or --around ROLE show less, and --width (\d+) has room for all of it\.",
        result.stderr,
    )
    assert said
    root = svg(tmp_path / "a.svg")
    scale = 480 / float(root.get("viewBox").split()[2])
    sizes = [float(text.get("font-size")) for text in root.iter(f"{SVG}text")]
    assert min(size for size in sizes if size > 10) * scale == pytest.approx(float(said[1]), 0.02)
    enough = run(*ask, "-o", str(tmp_path / "b.svg"), "--width", said[2])
    assert "smallest letters" not in enough.stderr


def test_a_pdf_without_a_program_says_how_to_get_one(run, tmp_path: Path, monkeypatch):
    """The package's own program writes none, and that is said before any work."""
    monkeypatch.delenv("LADDER_DOT", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("draw", "-o", str(tmp_path / "a.pdf"))
    assert result.exit_code == 2
    assert "PDF needs a Graphviz of your own" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_a_png_has_the_size_asked_for(scale):
    """Twice the scale, twice the pixels."""
    dot = 'digraph { a [pos="0,0"] b [pos="200,100"] }'
    sizes = [struct.unpack(">II", render(dot, "png", scale=one)[16:24]) for one in (1.0, scale)]
    for once, scaled in zip(*sizes, strict=True):
        assert scaled == pytest.approx(once * scale, abs=3)


def test_roles_lead_to_their_pages(run, tmp_path: Path):
    """Each role is a link, escaped, and nothing else is."""
    target = tmp_path / "a.svg"
    template = "https://wiki.example.org/{track}/{id}?q={name}"
    assert run("draw", "--link-template", template, "-o", str(target)).exit_code == 0
    links = [link.get("href") for link in svg(target).iter(f"{SVG}a")]
    roles = bundled("product-management").roles
    assert len(links) == len(roles)
    assert (
        "https://wiki.example.org/product/senior-product-manager?q=Senior%20Product%20Manager"
        in links
    )


def test_a_picture_says_what_it_is(run, tmp_path: Path):
    """A screen reader is told the ladder and the answer, and each move's whole gate."""
    target = tmp_path / "a.svg"
    assert run("draw", "--path", "analyst", "spm", "-o", str(target)).exit_code == 0
    root = svg(target)
    assert root.get("role") == "img"
    title, described = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("title", "desc")
    assert title.text == "Product management"
    assert described.text.startswith("Business Analyst → Senior Product Manager: 48 months")


def test_mermaid_has_all_roles_and_moves(run, tmp_path: Path):
    """Every role is a box, every transition an arrow, those of the path thick."""
    target = tmp_path / "a.mmd"
    assert run("draw", "--path", "analyst", "spm", "-o", str(target)).exit_code == 0
    head, key, *lines = target.read_text(encoding="utf-8").splitlines()
    ladder = bundled("product-management")
    assert (head, key) == ("flowchart LR", KEY)
    boxes = [line for line in lines if line.strip().startswith("r") and '["' in line]
    assert len(boxes) == len(ladder.roles)
    arrows = [line for line in lines if any(mark in line for mark in ("-->", "-.->", "==>"))]
    assert len(arrows) == len(ladder.transitions)
    assert sum("==>" in line for line in arrows) == 2


@pytest.mark.parametrize("name", HOSTILE)
def test_names_mean_nothing_to_mermaid(name):
    """What could close a label or begin markup is written by its number."""
    written = text(name)
    assert not set('"<>[]{}|`\\&;\n') & set(written.replace("#", "").replace(";", ""))


@settings(max_examples=50)
@given(ladders())
def test_mermaid_is_line_by_line(ladder):
    """No name breaks out of its line."""
    lines = mermaid(ladder).splitlines()
    tracks = {role.track for role in ladder.roles.values() if role.track}
    moves = lines_of(ladder).values()
    boxes = len(ladder.roles) + sum(source is None for source, _ in moves)
    assert len(lines) == 2 + boxes + 2 * len(tracks) + len(moves)


def test_skills_are_drawn_besides(run, tmp_path: Path):
    """The table and the gap are printed as ever, and the pictures written."""
    heat, between = tmp_path / "heat.svg", tmp_path / "gap.svg"
    drawn = run("skills", "--track", "Product management", "-o", str(heat))
    assert drawn.exit_code == 0
    assert drawn.stdout == run("skills").stdout
    assert "Product management: skills" in {part.text for part in svg(heat).iter(f"{SVG}text")}
    drawn = run("gap", "pm", "spm", "-o", str(between))
    assert drawn.stdout == run("gap", "pm", "spm").stdout
    assert "To raise" in {part.text for part in svg(between).iter(f"{SVG}text")}
    assert "add -o FILE" in run("skills", "--track", "product").stderr


def test_skills_of_a_family_are_drawn(run, tmp_path: Path):
    """A family is opened by its name; what contradicts it or misses it is refused, and no file."""
    target = tmp_path / "a.svg"
    asked = ("skills", "--ladder", "uk-digital-and-data", "--family", "it operations")
    assert run(*asked, "-o", str(target)).exit_code == 0
    assert "IT operations" in {part.text for part in svg(target).iter(f"{SVG}text")}
    none = str(tmp_path / "none.svg")
    for wrong, words in (
        (asked, "--family is of the picture; add -o FILE"),
        ((*asked, "--track", "data-engineer", "-o", none), "leave one of them out"),
        ((*asked[:4], "dta", "-o", none), 'no family "dta"; did you mean Data?'),
        (("skills", "--family", "data", "-o", none), "this ladder has no families"),
    ):
        refused = run(*wrong)
        assert refused.exit_code == 2
        assert words in refused.stderr
    assert list(tmp_path.iterdir()) == [target]


def test_several_ways_are_drawn(run, tmp_path: Path):
    """Each way that the search finds is in the key, for the person that asks, in every format."""
    target = tmp_path / "a.svg"
    asked = ("--path", "analyst", "spm", "--alternatives", "3", "--skill", "roadmapping=working")
    assert run("draw", *asked, "-o", str(target)).exit_code == 0
    words = [(part.text or "").strip() for part in svg(target).iter(f"{SVG}text")]
    found = run("path", "analyst", "spm", *asked[3:], "--format", "json").stdout
    for letter, path in zip("ABC", json.loads(found)["paths"], strict=True):
        assert words[words.index(letter) + 1].startswith(f"{path['months']} months")
    text = run("draw", *asked, "--format", "mermaid").stdout
    assert '["A B C#58; Business Analyst"]' in text
    asked = ("--path", "vp", "cpo", "--alternatives", "2", "--without", "personal brand")
    result = run("draw", *asked, "--months-in-role", "12", "-o", str(tmp_path / "b.svg"))
    assert result.exit_code == 1
    assert "No way leads" in result.stderr
    assert not (tmp_path / "b.svg").exists()


def test_who_asks_sees_their_gates(run, tmp_path: Path):
    """What a person's file and the options say decides which gates are open."""
    me, target = tmp_path / "me.yaml", tmp_path / "me.svg"
    me.write_text("role: pm\nskills: {mentoring: awareness}\n")
    assert run("reach", "--person", str(me), "-o", str(target)).exit_code == 0
    words = {(part.text or "").strip() for part in svg(target).iter(f"{SVG}text")}
    assert {"× lacks 1 of 8", "Leadership"} <= words
    assert "Mentoring" not in words
    assert run("reach", "pm", "--skill", "leadership=2", "-o", str(target)).exit_code == 0
    words = {(part.text or "").strip() for part in svg(target).iter(f"{SVG}text")}
    assert {"× lacks 1 of 8", "Mentoring"} <= words


@pytest.mark.parametrize(
    "idle",
    [("--theme", "dark"), ("--gates", "table"), ("--direction", "down")],
    ids=lambda one: one[0],
)
def test_mermaid_has_no_looks(run, tmp_path: Path, idle):
    """What would change nothing in a Mermaid text is refused, and not passed over."""
    target = tmp_path / "a.mmd"
    refused = run("draw", *idle, "-o", str(target))
    assert refused.exit_code == 2
    assert f"{idle[0]} would change nothing in Mermaid" in refused.stderr
    assert not target.exists()
