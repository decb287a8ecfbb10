"""SVG as Graphviz writes it, made fit for browsers and screen readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "http://www.w3.org/2000/svg"
LINK_TITLE = "{http://www.w3.org/1999/xlink}title"
NO_LINKS: Mapping[str, str] = {}
FONTS = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"


def tidy(drawn: bytes, font: str | None = None, links: Mapping[str, str] = NO_LINKS) -> bytes:
    """Clean a drawing up.

    Every font gets fallbacks, comments go, tooltips become titles of what they are about, and the
    picture says what it is, for who cannot see it.

    Parameters
    ----------
    drawn : bytes
        SVG from Graphviz.
    font : str, optional
        To come before the fallbacks.
    links : mapping of str to str
        Addresses, by the ids of the groups that lead there.

    Returns
    -------
    bytes
        Well-formed SVG without script, and with no links but those.
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
        if address := links.get(group.get("id", "")):
            _link(group, address)
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


def _link(group: Element, address: str) -> None:
    """Make all of a group lead somewhere."""
    from xml.etree import ElementTree

    link = ElementTree.Element("a", href=address)
    parts = [part for part in group if part.tag != "title"]
    for part in parts:
        group.remove(part)
        link.append(part)
    group.append(link)


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
