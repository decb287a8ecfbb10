"""SVG as Graphviz writes it, made fit for browsers and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NAMESPACE = "http://www.w3.org/2000/svg"
LINK_TITLE = "{http://www.w3.org/1999/xlink}title"
FONTS = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif"


def tidy(drawn: bytes) -> bytes:
    """Clean a drawing up.

    Every font gets fallbacks, comments go, tooltips become titles of what they are about, and the
    picture says what it is.

    Parameters
    ----------
    drawn : bytes
        SVG from Graphviz.

    Returns
    -------
    bytes
        Well-formed SVG with neither script nor links.
    """
    from xml.etree import ElementTree

    # Without its namespace the parser leaves the names of elements as they are.
    root = ElementTree.fromstring(drawn.replace(f' xmlns="{NAMESPACE}"'.encode(), b"", 1))
    for text in root.iter("text"):
        text.set("font-family", FONTS)
    for group in root.iter("g"):
        _unwrap_link(group)
    heading = root.find(".//g[@id='heading']/title")
    title = ElementTree.Element("title", id="title")
    title.text = heading.text if heading is not None else None
    root.insert(0, title)
    root.attrib = {"xmlns": NAMESPACE, "role": "img", "aria-labelledby": "title", **root.attrib}
    picture: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return picture + b"\n"


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
