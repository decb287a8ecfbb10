"""DOT to pictures, by the Graphviz program that comes with the package.

Its SVG is made fit for browsers and screen readers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, get_args

from graphs.drawing.links import leads_to_a_page
from ladder import LadderError
from ladder.wording import one_line

from .legible import PIXELS, seen

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Format = Literal["svg", "png", "pdf"]

PROGRAM = "graphviz-pure"
PLACED = ("-Kneato", "-n2")  # everything stays where the DOT says
PROGRAM_VARIABLE = "LADDER_DOT"
TIME_LIMIT = 60  # seconds
PNG_DOTS_PER_INCH = 144  # twice the size on screen, so that it stays sharp on a slide

MOST_DOTS = 64_000_000
"""Of a PNG; each takes four bytes, several times over."""

NAMESPACE = "http://www.w3.org/2000/svg"
LINK_TITLE = "{http://www.w3.org/1999/xlink}title"
NO_LINKS: Mapping[str, str] = {}
FONTS = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"


class DrawingFailed(LadderError):
    """The drawing program could not draw; the message says what it said."""


class NoDrawingProgram(DrawingFailed):
    """There is no program that draws."""


def render(
    dot: str,
    format: Format,
    *,
    scale: float = 1.0,
    font: str | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    r"""Draw what `diagram` wrote.

    The program is the one that the package ``graphviz-pure`` brings along; a Graphviz ``dot`` of
    one's own is used where the environment variable ``LADDER_DOT`` names it, and for PDF, which
    the package's cannot write.

    Parameters
    ----------
    dot : str
        DOT, with every box and line in its place.
    format : {"svg", "png", "pdf"}
    scale : float
        Of a PNG; at 1 it has two pixels for each point.
    font : str, optional
        Of an SVG, before the fonts that it falls back to.
    links : mapping of str to str, optional
        Of an SVG: addresses, by the ids of the boxes that lead there; with http or https, or
        relative, as others could run a script and are left out.

    Returns
    -------
    bytes
        A whole file.

    Raises
    ------
    NoDrawingProgram
        There is no program to run.
    DrawingFailed
        It failed, or took longer than a minute; or a PNG would have more than 64 million dots.
    ValueError
        The format is another one.

    Examples
    --------
    >>> render('digraph { a [pos="0,0"] }', "png")[:4]
    b'\x89PNG'
    """
    if format not in get_args(Format):
        raise ValueError(f'no format "{format}"; there is {", ".join(get_args(Format))}')
    if format == "png":
        _refuse_too_large(dot, scale)
    program = pdf_program() if format == "pdf" else drawing_program()
    command = [program, *PLACED, f"-T{format}"]
    if format == "png":
        command.append(f"-Gdpi={PNG_DOTS_PER_INCH * scale:g}")
    drawn = _run(command, dot.encode())
    if format == "pdf":
        return undated(drawn)
    if format != "svg":
        return drawn
    try:
        picture = seen(dot)
        return tidy(drawn, font, links or {}, picture.width if picture else None)
    except SyntaxError as fault:  # what the parser of XML raises
        raise DrawingFailed(f"{program} gave no SVG: {fault}") from fault


def _refuse_too_large(dot: str, scale: float) -> None:
    """Refuse a PNG of which each dot would be kept in memory, by where its boxes stand."""
    import re

    from graphs.drawing.geometry import POINTS_PER_INCH

    spots = [tuple(map(float, spot)) for spot in re.findall(r'pos="(-?[\d.]+),(-?[\d.]+)"', dot)]
    if not spots:
        return
    width, height = (
        (max(along) - min(along)) * PNG_DOTS_PER_INCH * scale / POINTS_PER_INCH
        for along in zip(*spots, strict=True)
    )
    if width * height > MOST_DOTS:
        raise DrawingFailed(
            f"a PNG of {width:,.0f} by {height:,.0f} dots takes too much memory, and at most "
            f"{MOST_DOTS // 1_000_000} million are drawn; an SVG has no such limit, a smaller "
            "scale makes fewer, and so does a part of the ladder"
        )


def undated(pdf: bytes) -> bytes:
    """A PDF with one date for all, in the room of its own, or no two would be the same.

    SOURCE_DATE_EPOCH does not do it: the Graphviz of many a system does not heed it.

    >>> undated(b"<< /CreationDate (D:20310315100000Z) >>")
    b'<< /CreationDate (D:19700101000000Z) >>'
    """
    import re

    return re.sub(rb"(/CreationDate \(D:)\d{14}", rb"\g<1>19700101000000", pdf)


def drawing_program() -> str:
    """Find the program that draws."""
    import shutil
    import sysconfig

    named = os.environ.get(PROGRAM_VARIABLE)
    if named:
        found = shutil.which(named)
        if found:
            return found
        raise NoDrawingProgram(
            f"{PROGRAM_VARIABLE} names {one_line(named)}, which is not a program"
        )
    schemes = (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user"))
    folders = [sysconfig.get_path("scripts", scheme) for scheme in schemes]
    # shutil.which adds ".exe" on Windows.
    places = (shutil.which(PROGRAM, path=folder) for folder in folders)
    found = next(filter(None, places), None) or shutil.which(PROGRAM)
    if not found:
        raise NoDrawingProgram(
            f'the drawing program "{PROGRAM}" is missing; "pip install {PROGRAM}" brings it, '
            f"or set {PROGRAM_VARIABLE} to a Graphviz dot"
        )
    return found


def pdf_program() -> str:
    """Find the program that draws PDF: a Graphviz of one's own."""
    import shutil

    found = drawing_program() if os.environ.get(PROGRAM_VARIABLE) else shutil.which("dot")
    if not found:
        raise NoDrawingProgram(
            "PDF needs a Graphviz of your own, and there is no dot here: install it (apt, brew, "
            f"winget or choco install graphviz), or set {PROGRAM_VARIABLE} to its dot; or draw an "
            "SVG, which every browser prints to PDF"
        )
    return found


def _run(command: list[str], text: bytes) -> bytes:
    import subprocess

    try:
        done = subprocess.run(
            command,
            input=text,
            capture_output=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise DrawingFailed(f"{command[0]} took longer than {TIME_LIMIT} seconds") from late
    except OSError as fault:
        raise DrawingFailed(f"{command[0]} could not be run: {fault.strerror}") from fault
    if done.returncode or not done.stdout:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise DrawingFailed(f"{command[0]} failed: {said[0] if said else 'without saying why'}")
    return done.stdout


def tidy(
    drawn: bytes,
    font: str | None = None,
    links: Mapping[str, str] = NO_LINKS,
    shown: int | None = None,
) -> bytes:
    """Clean an SVG up: it has no script, and no links but those.

    Every font gets fallbacks, comments go, tooltips become titles of what they are about, and the
    picture says what it is, for who cannot see it. It asks for no more pixels across than those at
    which it is ``shown``.
    """
    from xml.etree import ElementTree

    # Without its namespace the parser leaves the names of elements as they are.
    root = ElementTree.fromstring(drawn.replace(f' xmlns="{NAMESPACE}"'.encode(), b"", 1))
    fonts = f"{_quoted(font)}, {FONTS}" if font else FONTS
    for text in root.iter("text"):
        text.set("font-family", fonts)
    for group in root.iter("g"):
        _unwrap_link(group)
    heading = root.find(".//g[@id='heading']/title")
    told = (heading.text or "").partition("\n") if heading is not None else ("", "", "")
    for place, (name, words) in enumerate((("title", told[0]), ("desc", told[2]))):
        element = ElementTree.Element(name, id=name)
        element.text = words
        root.insert(place, element)
    for group in list(root.iter("g")):
        if leads_to_a_page(address := links.get(group.get("id", ""), "")):
            _link(group, address)
    if shown is not None:
        _narrow(root, shown / PIXELS)
    root.attrib = {
        "xmlns": NAMESPACE,
        # What leads somewhere must not be hidden behind one picture.
        "role": "group" if links else "img",
        "aria-labelledby": "title",
        "aria-describedby": "desc",
        **root.attrib,
    }
    picture: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return picture + b"\n"


def _narrow(root: Element, points: float) -> None:
    """Scale a picture down that is wider than so many points."""
    width, height = (float(root.get(key, "0").removesuffix("pt")) for key in ("width", "height"))
    if width > points:
        root.set("width", f"{points:g}pt")
        root.set("height", f"{height * points / width:.2f}pt")


def _quoted(font: str) -> str:
    """A font's name for CSS, of which nothing can leave the quotes."""
    kept = "".join(char for char in font if char.isalnum() or char in " -_")
    return f"'{kept}'"


def _unwrap_link(group: Element) -> None:
    """Turn the anchor that carries a tooltip into the title of the node or edge around it."""
    inner = next((part for part in group.findall("g") if part.find("a") is not None), None)
    link = inner.find("a") if inner is not None else None
    title = group.find("title")
    if inner is None or link is None or title is None:
        return
    title.text = (link.get(LINK_TITLE) or "").strip()
    place = list(group).index(inner)
    group.remove(inner)
    for offset, part in enumerate(link):
        group.insert(place + offset, part)
    if not title.text:
        group.remove(title)


def _link(group: Element, address: str) -> None:
    """Make all of a group lead somewhere."""
    from xml.etree import ElementTree

    link = ElementTree.Element("a", href=address)
    parts = [part for part in group if part.tag != "title"]
    for part in parts:
        group.remove(part)
        link.append(part)
    group.append(link)
