"""A ladder as a flowchart in Mermaid, the language that wikis and code hosts draw themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ladder import Ladder, Role, Transition

from .answer import GrowthPath
from .selection import Selection

ARROWS = {"promotion": "-->", "entry": "o-->", "lateral": "-.->"}
OTHER_ARROW = "-.->"
ON_PATH = "==>"
PLAIN = frozenset(" ,'()/-+·→–")  # what may stand beside letters and figures as it is


def mermaid(
    ladder: Ladder, *, path: GrowthPath | None = None, selection: Selection | None = None
) -> str:
    r"""Draw a ladder as text for Mermaid.

    Tracks are subgraphs, and each transition is an arrow with the months to be served and how many
    skills its gate asks. Mermaid lays it out, so it is for ladders of a modest size.

    Parameters
    ----------
    ladder : Ladder
    path : GrowthPath, optional
        A path that is to stand out, by thick arrows and dark boxes.
    selection : Selection, optional
        What of the ladder is to be seen, besides the path.

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
      r0["Associate"]
      r1["Product Manager"]
      r0 -.->|"24 mo"| r1
    """
    # A role's id may be a word of Mermaid's own, such as "end".
    roles, moves = (selection or Selection()).of(ladder)
    shown = {*roles, *(path.roles if path else ())}
    names = {role: f"r{place}" for place, role in enumerate(ladder.roles) if role in shown}
    drawn = [place for place, _ in moves]
    drawn += [stay.move.transition for stay in path.stays if stay.move] if path else []
    return "\n".join(["flowchart LR", *_lines(ladder, names, sorted({*drawn}), path)]) + "\n"


def _lines(
    ladder: Ladder, names: dict[str, str], drawn: Iterable[int], path: GrowthPath | None
) -> Iterator[str]:
    for place, track in enumerate([*ladder.tracks, None]):
        roles = [role for role in ladder.roles.values() if role.track == track and role.id in names]
        if track is not None and roles:
            yield f'  subgraph t{place}["{text(ladder.tracks[track].name)}"]'
            yield from (f"    {_box(role, names)}" for role in roles)
            yield "  end"
        else:
            yield from (f"  {_box(role, names)}" for role in roles)
    taken = {stay.move.transition for stay in path.stays if stay.move} if path else set()
    for place in drawn:
        item = ladder.transitions[place]
        arrow = ON_PATH if place in taken else ARROWS.get(item.kind, OTHER_ARROW)
        yield f"  {names[item.from_role]} {arrow}{_gate(item)} {names[item.to_role]}"
    if path:
        yield "  classDef path fill:#14457f,stroke:#14457f,color:#ffffff"
        on_path = dict.fromkeys(names[stay.role] for stay in path.stays)
        yield f"  class {','.join(on_path)} path"


def _box(role: Role, names: dict[str, str]) -> str:
    return f'{names[role.id]}["{text(role.name)}"]'


def _gate(item: Transition) -> str:
    asked = len(item.requires)
    parts = [f"{item.months} mo"] if item.months else []
    parts += [f"{asked} skill{'s' if asked > 1 else ''}"] if asked else []
    return f'|"{", ".join(parts)}"|' if parts else ""


def text(name: str) -> str:
    """A name for a label in quotes, in which nothing means anything to Mermaid.

    Parameters
    ----------
    name : str

    Returns
    -------
    str

    Examples
    --------
    >>> text('R&D <b>"lead"</b>')
    'R#38;D #60;b#62;#34;lead#34;#60;/b#62;'
    >>> text("1. Start"), text("- a list")
    ('1#46; Start', '#45; a list')
    """
    from .picture.text import clean

    tidy = clean(name) or " "
    return "".join(
        char if _safe(char) and not (place == 0 and char in "-+/") else f"#{ord(char)};"
        for place, char in enumerate(tidy)
    )


def _safe(char: str) -> bool:
    return char.isalnum() or char in PLAIN or ord(char) > 127
