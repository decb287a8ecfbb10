"""A ladder as a flowchart in Mermaid, the language that wikis and code hosts draw themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from graphs.drawing.dot.text import clean, counted
from graphs.drawing.links import leads_to_a_page, quoted_address
from graphs.drawing.view import Link, Selection, refuse_too_many, taken_by
from graphs.plans.path import GrowthPath
from graphs.words import ENGLISH
from ladder import Ladder, Role, Transition

ARROWS = {"promotion": "-->", "entry": "o-->", "lateral": "-.->"}
OTHER_ARROW = "-.->"
ON_PATH = "==>"
KEY = "  %% Drawn by ladder: --> is a promotion, o--> an entry, -.-> any other move"
"""Seen in the text alone; ``ladder import`` knows by it what the arrows mean."""
PLAIN = frozenset(" ,'()/-+·→–")  # what may stand beside letters and figures as it is


def mermaid(
    ladder: Ladder,
    *,
    path: GrowthPath | Sequence[GrowthPath] | None = None,
    selection: Selection | None = None,
    links: Mapping[str, str] | None = None,
) -> str:
    r"""Draw a ladder as text for Mermaid.

    Tracks are subgraphs, and each transition is an arrow with the months to be served and how many
    skills its gate asks. One that is open to all comes from a box beside the role that says so.
    Mermaid lays it out, so it is for ladders of a modest size.

    Parameters
    ----------
    ladder : Ladder
    path : GrowthPath or sequence of GrowthPath, optional
        A path that is to stand out, by thick arrows and dark boxes. Of several, all arrows are
        thick, the first one's boxes are dark, and letters say which role and move is on which.
    selection : Selection, optional
        What of the ladder is to be seen, besides the path.
    links : mapping of str to str, optional
        Addresses that roles lead to, by their ids: with http or https, or relative. Others are left
        out, as they could run a script.

    Returns
    -------
    str
        The same for the same ladder; ends with a line break.

    Examples
    --------
    >>> roles = {"apm": Role("apm", "Associate"), "pm": Role("pm", "Product Manager")}
    >>> small = Ladder("Small", roles=roles, transitions=(Transition("apm", "pm", 24),))
    >>> print(mermaid(small), end="")
    flowchart LR
      %% Drawn by ladder: --> is a promotion, o--> an entry, -.-> any other move
      r0["Associate"]
      r1["Product Manager"]
      r0 -.->|"24 mo"| r1
    """
    # A role's id may be a word of Mermaid's own, such as "end".
    roles, moves = (selection or Selection()).of(ladder)
    paths = _paths(path)
    shown = {*roles, *(role for one in paths for role in one.roles)}
    refuse_too_many(len(shown))
    names = {role: f"r{place}" for place, role in enumerate(ladder.roles) if role in shown}
    # Moves that lead out of what is selected have no place to lead to here.
    drawn = {
        link.name: link for link in moves if {link.source or link.target, link.target} <= shown
    }
    drawn |= {link.name: link for one in paths for link in taken_by(one)}
    arrows = sorted(drawn.values(), key=lambda link: (link.place, link.source or ""))
    lines = [*_lines(ladder, names, arrows, paths), *_clicks(names, links or {})]
    return "\n".join(["flowchart LR", KEY, *lines]) + "\n"


def _clicks(names: dict[str, str], links: Mapping[str, str]) -> Iterator[str]:
    """Make boxes lead somewhere."""
    for role, name in names.items():
        address = links.get(role, "")
        if leads_to_a_page(address):
            yield f'  click {name} href "{quoted_address(address)}"'


def _lines(
    ladder: Ladder, names: dict[str, str], links: Sequence[Link], paths: Sequence[GrowthPath]
) -> Iterator[str]:
    over = {role: _letters(paths, [role in one.roles for one in paths]) for role in names}
    open_ = [link for link in links if link.source is None]
    for place, track in enumerate([*ladder.tracks, None]):
        roles = [role for role in ladder.roles.values() if role.track == track and role.id in names]
        boxes = [_box(role, names, over) for role in roles]
        boxes += [
            f'{_open_box(link)}(["{ENGLISH("map.openToAll")}"])'
            for link in open_
            if ladder.roles[link.target].track == track
        ]
        if track is not None and roles:
            yield f'  subgraph t{place}["{text(ladder.tracks[track].name)}"]'
            yield from (f"    {box}" for box in boxes)
            yield "  end"
        else:
            yield from (f"  {box}" for box in boxes)
    for link in links:
        takes = [link in taken_by(one) for one in paths]
        arrow = ON_PATH if any(takes) else ARROWS.get(link.item.kind, OTHER_ARROW)
        gate = _gate(link.item, _letters(paths, takes))
        source = _open_box(link) if link.source is None else names[link.source]
        yield f"  {source} {arrow}{gate} {names[link.target]}"
    if paths:
        yield "  classDef path fill:#14457f,stroke:#14457f,color:#ffffff"
        on_path = dict.fromkeys(names[stay.role] for stay in paths[0].stays)
        yield f"  class {','.join(on_path)} path"


def _paths(path: GrowthPath | Sequence[GrowthPath] | None) -> Sequence[GrowthPath]:
    if path is None:
        return ()
    return (path,) if isinstance(path, GrowthPath) else path


def _letters(paths: Sequence[GrowthPath], which: Sequence[bool]) -> str:
    """The letters of some of several paths; none of one alone."""
    if len(paths) < 2:
        return ""
    return " ".join(letter for letter, on in zip(ascii_uppercase, which, strict=False) if on)


def _box(role: Role, names: dict[str, str], over: dict[str, str]) -> str:
    letters = f"{over[role.id]}: " if over[role.id] else ""
    return f'{names[role.id]}["{text(letters + role.name)}"]'


def _open_box(link: Link) -> str:
    """What the box before a role that is open to all goes by."""
    return f"a{link.place}"


def _gate(item: Transition, letters: str) -> str:
    asked = len(item.requires)
    parts = [letters] if letters else []
    parts += [f"{item.months} mo"] if item.months else []
    parts += [counted(asked, "skill")] if asked else []
    return f'|"{", ".join(parts)}"|' if parts else ""


def text(name: str) -> str:
    """A name for a label in quotes, in which nothing means anything to Mermaid."""
    tidy = clean(name) or " "
    return "".join(
        char if _safe(char) and not (place == 0 and char in "-+/") else f"#{ord(char)};"
        for place, char in enumerate(tidy)
    )


def _safe(char: str) -> bool:
    return char.isalnum() or char in PLAIN or ord(char) > 127
