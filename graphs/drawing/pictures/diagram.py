"""A ladder as a picture: tracks as lanes, ranks lined up over all of them, gates on the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphs.analysis.analyze import Analysis
from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import SLIDE
from graphs.drawing.dot.style import Style, line_of
from graphs.drawing.dot.text import tooltip_text
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.drafts import Draft, Texts, draft_of
from graphs.drawing.groups import Groups
from graphs.drawing.heading import heading, room_of, subtitle_of
from graphs.drawing.layout.layout import Layout
from graphs.drawing.marks import Marks, expected_in_words, moves_tooltip
from graphs.drawing.view import WHOLE, Direction, Gates, Selection, View, refuse_too_many, view_of
from graphs.drawing.walls import view_of_ways
from graphs.plans.path import GrowthPath
from graphs.queries.survey import Into, Reach
from graphs.words import ENGLISH, Words
from ladder import Ladder, Role
from ladder.wording import some

MOST = 4  # paths in a picture; more are a tangle


def diagram(
    ladder: Ladder,
    *,
    path: GrowthPath | Sequence[GrowthPath] | None = None,
    survey: Reach | Into | None = None,
    analysis: Analysis | None = None,
    theme: Theme = LIGHT,
    selection: Selection | None = None,
    gates: Gates | None = None,
    direction: Direction | None = None,
    width: int | None = SLIDE,
    words: Words = ENGLISH,
) -> str:
    """Draw a ladder, as text for Graphviz.

    Tracks are lanes, in the order of the file, and ranks run from left to right. On the line of
    each transition lies its gate: a small box with the months to be served and the skill levels
    to be held. Transitions into one role that ask the same pass through one gate. A transition that
    leads from several roles has a line from each; one that is open to all has none, and its gate
    says so.

    A ladder of more than 60 roles is drawn as a map, where nothing is selected and nothing is to
    stand out: its families with their tracks, and how many moves lead from each to each. Where no
    track has a family, it is the tracks with their roles. A selection of a family opens it: its
    roles stand in lanes, and beside each lane stands how many moves lead to other families, and,
    where there are many side moves, to the other tracks.

    Parameters
    ----------
    ladder : Ladder
        What to draw.
    path : GrowthPath or sequence of GrowthPath, optional
        A path that is to stand out, by thick lines, filled boxes and numbered steps. Only its
        gates are written out, the others give their months and how many skills they ask. Of a
        ladder of more than 60 roles only the path is drawn, and the roles one move ahead of it.
        Several, such as `alternatives` finds, are told apart by letters and by their lines, the
        first being the strongest; at most four.
    survey : Reach or Into, optional
        What the roles are to be shaded by: how soon they are reached, or lead there, with the
        months in each box. Of a ladder of more than 60 roles only those within reach are drawn. It
        takes the place of a path.
    analysis : Analysis, optional
        What `analyze` found: only its ways are drawn, with gates shaded by the months waited there,
        lines as thick as many take them, and thick frames around what much hangs on. It takes the
        place of all but the theme and the direction.
    theme : Theme
        Its colours.
    selection : Selection, optional
        What of the ladder is to be seen.
    gates : {"off", "chip", "table"}, optional
        How gates are shown: not at all, by how many skills they ask, or written out. Left out, it
        is what suits the picture and its width.
    direction : {"right", "down"}, optional
        Where careers go: to the right, each track a row; or down, each track a column. Left out,
        it is what suits the width; down, if it can be, in the picture of a family, and to the right
        in others.
    width : int, optional
        Pixels across at which the picture is shown. Its form is chosen, and it is broken into parts
        that lie below one another, so that no letter is smaller than 11 pixels there, as far as
        that can be; `graphs.drawing.dot.legible.seen` tells whether it is
        so. With None it has the width that comes.
    words : Words
        Of the language that it is to be in. What is said of a path, a survey or an analysis is
        English in any.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it, and so does ``neato -n2``. It is the
        same for the same ladder, whatever the order of its roles' keys.

    Raises
    ------
    NothingSelected
        If no role passes the selection, or ways go through more than 60 roles.
    TooMuchToDraw
        If that are more than 500 roles, or a map of more than 200 groups or 2,000 boxes.
    ValueError
        If there are more than four paths.

    Examples
    --------
    >>> from ladder import Role
    >>> text = diagram(Ladder("Small", roles={"pm": Role("pm", "Product Manager")}))
    >>> "Product Manager" in text
    True
    """
    if analysis is not None:
        return _draw(replace(view_of_ways(analysis), direction=direction), theme, width)
    chosen = selection or Selection()
    paths = () if survey or not path else (path,) if isinstance(path, GrowthPath) else tuple(path)
    if len(paths) > MOST:
        raise ValueError(f"a picture shows at most {MOST} paths, not {len(paths)}")
    if not (paths or survey) and (groups := map_of(ladder, chosen)):
        from .family_map import family_map

        return family_map(ladder, groups, theme, width, words)
    first = paths[0] if paths else None
    view = view_of(ladder, first, survey, chosen, gates, direction, paths[1:], words)
    return _draw(view, theme, width)


def map_of(ladder: Ladder, selection: Selection) -> Groups | None:
    """The groups of a ladder, where it is drawn as a map of them.

    None where the ladder is drawn role by role: it is small, or something is selected, or it
    has but one group.
    """
    if len(ladder.roles) <= WHOLE or not selection.all:
        return None
    groups = Groups.of(ladder)
    return groups if len(groups.groups) > 1 else None


def _draw(view: View, theme: Theme, width: int | None) -> str:
    """Choose the form of a picture, and put it on a canvas."""
    refuse_too_many(len(view.roles))
    draft = draft_of(view, Style(theme), width)
    picture = _Picture(Canvas(Style(theme), draft.layout.height, width), draft)
    picture.put_heading()
    picture.put_lanes()
    picture.put_roles()
    picture.put_gates()
    picture.put_squares()
    picture.put_lines()
    return picture.canvas.dot()


@dataclass(frozen=True, slots=True)
class _Picture:
    """A canvas with all that decides what is put on it, and how it looks."""

    canvas: Canvas
    draft: Draft

    @property
    def texts(self) -> Texts:
        return self.draft.texts

    @property
    def layout(self) -> Layout:
        return self.draft.layout

    @property
    def marks(self) -> Marks:
        return self.texts.marks

    @property
    def view(self) -> View:
        return self.marks.view

    @property
    def style(self) -> Style:
        return self.canvas.style

    def put_heading(self) -> None:
        """Put the heading, and what the marks draw into it."""
        label, key_top = heading(self.marks, self.layout.width)
        about = (self.view.ladder.name, subtitle_of(self.marks))
        self.canvas.heading(label, "\n".join(filter(None, about)))
        self.marks.put_in_heading(self.canvas, key_top - label.height, room_of(self.layout.width))

    def put_lanes(self) -> None:
        """Put a band for each track in each part, and its name."""
        places = {id_: place for place, id_ in enumerate(self.view.ladder.tracks)}
        drawn: Counter[str] = Counter()
        for stretch, band in self.layout.lanes.items():
            id_ = stretch[0]
            track, place = self.view.ladder.tracks[id_], places[id_]
            drawn[id_] += 1
            name = id_ if drawn[id_] == 1 else f"{id_}.{drawn[id_]}"  # no id has a full stop
            self.canvas.band(name, band, self.style.lane(place))
            about = {"id": f"lane-{name}", "tooltip": tooltip_text(track.about or track.name)}
            look = self.style.lane_head(place) | about
            label = self.texts.heads[id_]
            self.canvas.box(f"lane {name}", self.layout.heads[stretch], label, look)

    def put_roles(self) -> None:
        """Put a box for each role."""
        labels, steps = self.texts.roles, self.texts.steps
        places = {track: place for place, track in enumerate(self.view.ladder.tracks)}
        for role in self.view.roles:
            look = self._role_look(role, places.get(role.track or ""), on_path=role.id in steps)
            expected = expected_in_words(role, self.view.ladder, self.view.words)
            told = (
                some([role.name, *role.aliases]),
                *self.marks.role_tooltip(role.id),
                role.about or "",
                *expected,
            )
            about = {"id": f"role-{role.id}", "tooltip": tooltip_text(*told)}
            self.canvas.box(role.id, self.layout.roles[role.id], labels[role.id], look | about)

    def _role_look(self, role: Role, lane: int | None, *, on_path: bool) -> dict[str, str]:
        style, view = self.style, self.view
        look = style.role_beside_path if view.path else style.role(lane)
        look = style.role_on_path if on_path else look
        middle = style.role_in_the_middle if role.id == view.selection.around else {}
        return {**(self.marks.role_look(role.id) or look), **middle}

    def put_gates(self) -> None:
        """Put a box for each gate that is drawn."""
        for gate, label in self.texts.gates:
            if label:
                told = moves_tooltip(gate.links, self.view.ladder, self.marks)
                about = {"id": gate.name.replace(" ", "-"), "tooltip": told}
                look = {**self.marks.gate_look(gate), **about}
                self.canvas.box(gate.name, self.layout.gates[gate.name], label, look)

    def put_squares(self) -> None:
        """Put the squares of what is counted, if anything is."""
        if self.texts.squares:
            self.texts.squares.put(self.canvas, self.layout, self.view.direction)

    def put_lines(self) -> None:
        """Draw the line of each transition, and what the marks put on it."""
        view, style = self.view, self.style
        for link in view.moves:
            if link.name not in self.layout.lines:
                continue  # a mark that a path's line leads through
            look = dict(line_of(link.item.kind))
            if view.path or view.survey:
                taken = link.name in view.taken
                look |= style.edge_on_path if taken else style.edge_beside_path
            look |= self.marks.line_look(link)
            told = moves_tooltip([link], view.ladder, self.marks)
            look |= {"id": f"transition-{link.name}", "tooltip": told}
            line = self.layout.lines[link.name]
            ends = link.source or f"gate {link.place}", link.target
            self.canvas.line(ends, line.points, look, head=not line.joins)
            self.marks.put_on_line(self.canvas, link, ends, line, look)
