"""Who could follow on into a role, as a bar for each group, cut by how soon that is."""

from __future__ import annotations

from itertools import pairwise

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import SLIDE, room_at
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.style import NORMAL, Attributes, Style
from graphs.drawing.dot.table import centred
from graphs.drawing.dot.text import clean, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.geometry import Box
from graphs.drawing.heading import WIDE_SPACE, head, room_of
from graphs.drawing.key import key_rows
from graphs.staff.summary.succession import HORIZONS, Group, Succession
from ladder import Ladder, LadderError

MOST_LEFT = 200  # points for the groups' names
NAME_PAD = 10  # points between a name and its bar
BAR = 420  # points of a bar's length, at most
PEOPLE = 90  # points for how many they are
THICK = 18
ROW = 26
PAD = 6  # points beside a number in its part of a bar
NOTE = "Of each group the whole bar is everybody; in its parts, how many."


def succession_bars(
    found: Succession,
    role: str,
    ladder: Ladder,
    *,
    theme: Theme = LIGHT,
    width: int | None = SLIDE,
) -> str:
    """Draw how many people of each group are how far from a role, as text for Graphviz.

    Parameters
    ----------
    found : Succession
    role : str
        Id of the role that it is about.
    ladder : Ladder
    theme : Theme
        Its colours.
    width : int, optional
        Pixels across at which the picture is shown, so that its letters can be read there; with
        None it has the width that comes.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it.

    Raises
    ------
    LadderError
        If there are too few people to tell anything of.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from graphs import people, succession
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> found = succession(people(product, pa.table({"role": ["APM"] * 5}), to="SPM"))
    >>> "Everybody" in succession_bars(found, "senior-product-manager", product)
    True
    """
    if found.everybody is None:
        raise LadderError("too few people are told of to draw a picture")
    style = Style(theme)
    bars = [("Everybody", found.everybody)]
    bars += [(_name(group), group) for group in found.groups]
    names = [wrap(name, MOST_LEFT, NORMAL, lines=1)[0] for name, _ in bars]
    left = max(width_of(name, NORMAL) for name in names) + NAME_PAD
    looks = _looks(style)
    used = [(look, told) for look, told in looks if any(_parts(one)[told] for _, one in bars)]
    length = BAR if width is None else min(BAR, room_at(width) - left - PEOPLE)
    canvas = Canvas(style, ROW * len(bars), width)
    title = f"The way to {isolated(clean(ladder.roles[role].name))}"
    subtitle = f"By {isolated(clean(found.by))}" if found.by else ""
    room = room_of(left + length + PEOPLE)
    key = key_rows(used, room, theme)
    heading = head(title, subtitle, [NOTE], room, below=key, space=WIDE_SPACE)
    canvas.heading(heading, f"{ladder.name}\n{title}")
    for number, (name, (whole, group)) in enumerate(zip(names, bars, strict=True)):
        y = ROW * (number + 0.5)
        canvas.text(f"group {number}", name, 0, y, bold=number == 0)
        _add_bar(canvas, number, whole, group, looks, Box(left + length / 2, y, length, THICK))
        canvas.text(
            f"people {number}", _people(group.people), left + length + 8, y, colour=theme.soft
        )
    return canvas.dot()


def _name(group: Group) -> str:
    return f"{group.groups} groups together" if group.name is None else group.name or "(none)"


def _people(number: int) -> str:
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _looks(style: Style) -> list[tuple[Attributes, str]]:
    """How each part of a bar looks and what it is, the soonest first."""
    spans = (f"in {before + 1}–{most} months" for before, most in pairwise(HORIZONS))
    soon = ["at once", *spans, "later"]
    looks: list[tuple[Attributes, str]] = [(style.asked_about | {"penwidth": "1"}, "in the role")]
    looks += [(style.shade(place), told) for place, told in enumerate(soon)]
    return [*looks, (style.unreached, "no way"), (style.unknown, "not decided in time")]


def _parts(group: Group) -> dict[str, int]:
    """How many there are of each part, by what it is called."""
    counts = [group.incumbents, *group.within, group.later, group.no_way, group.undecided]
    return dict(zip((told for _, told in _looks(Style())), counts, strict=True))


def _add_bar(
    canvas: Canvas,
    number: int,
    name: str,
    group: Group,
    looks: list[tuple[Attributes, str]],
    box: Box,
) -> None:
    """Lay the parts of a bar side by side, with their numbers where there is room."""
    parts = _parts(group)
    x = box.left
    for place, (look, told) in enumerate(looks):
        if not (many := parts[told]):
            continue
        width = box.width * many / group.people
        figure = f"{many:,}"
        fits = width_of(figure, NORMAL) + PAD <= width
        tip = {"tooltip": tooltip_text(isolated(clean(name)), f"{_people(many)} {told}")}
        square = {"style": look.get("style", "filled").replace("rounded,", "")}
        canvas.box(
            f"part {number} {place}",
            Box(x + width / 2, box.y, width - 1, box.height),
            centred([figure], NORMAL) if fits else None,
            {**look, **square, **tip, "id": f"part-{number}-{place}"},
        )
        x += width
