"""``ladder draw``: a ladder as a picture, perhaps with a path in it."""

from __future__ import annotations

import shlex

import click

from cli.answers import Question, paths_or_exit
from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options.common import given, ladder_option
from cli.options.completion import complete_role
from cli.options.path import OF_A_PATH, Asker, person_options
from cli.options.picture import MERMAID, PictureFile, link_option, links_of, picture_options
from cli.options.selection import STYLE, Wanted, refuse_idle_style, selection_options
from graphs import diagram
from graphs.drawing.pictures.diagram import MOST, map_of
from ladder.wording import listed


@click.command("draw")
@picture_options(what="Where to", alone=True)
@link_option
@click.option(
    "--path",
    "ends",
    nargs=2,
    metavar="FROM TO",
    shell_complete=complete_role,
    help="Draw the shortest growth path between two roles into it.",
)
@click.option(
    "--alternatives",
    metavar="N",
    type=click.IntRange(min=1),
    help=f"With --path: the best N ways whose roles differ, at most {MOST}, each with a letter.",
)
@selection_options
@person_options
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    picture: PictureFile,
    link: str | None,
    ends: tuple[str, str] | None,
    alternatives: int | None,
    asker: Asker,
    wanted: Wanted,
) -> None:
    """Draw the ladder, and a path in it.

    Tracks are lanes, ranks stand in order, and gates say what a move asks. With --path, the
    shortest growth path stands out, for the person that the other options describe, or with
    --alternatives the best few ways, each with a letter. A ladder of more than 60 roles is drawn
    as a map of its families, which --family opens. --track, --around, --kind and --gated-by choose
    what is shown, and work together.

    In a Markdown file, such as README.md, the drawing is put in Mermaid between the lines
    <!-- ladder:begin --> and <!-- ladder:end -->, in place of what stands there; all else stays.

    \b
    Example:
      ladder draw --path analyst spm -o ladder.svg
    """
    if not ends and (idle := given(ctx, ("--alternatives", *OF_A_PATH))):
        raise click.UsageError(
            f"{listed(idle, 'and')} would change nothing here; add --path FROM TO", ctx
        )
    if ends and alternatives and alternatives > MOST:
        raise Refused(
            f"more than {MOST} ways in one picture are a tangle; "
            f"ladder path {shlex.join(ends)} --alternatives {alternatives} lists them"
        )
    if picture.form == MERMAID and (idle := given(ctx, ("--width", "--theme", *STYLE))):
        raise Refused(
            f"{listed(idle, 'and')} would change nothing in Mermaid, which gets its looks where it "
            "is shown; leave that out, or write an SVG"
        )
    ladder = open_ladder()
    theme = picture.theme()
    links = links_of(ladder, link, picture.form)
    selection = wanted.selection(ladder)
    less: tuple[str, ...] = ("--gates off", "--track TRACK", "--around ROLE")
    if not ends and (groups := map_of(ladder, selection)):
        refuse_idle_style(ladder, groups.families)
        less = ("--family NAME",) if groups.families else ("--track TRACK",)
    paths = paths_or_exit(Question.of(ladder, ends, asker), alternatives or 1) if ends else ()
    if picture.form == MERMAID:
        from graphs import mermaid

        picture.write_mermaid(mermaid(ladder, path=paths, selection=selection, links=links))
        return
    dot = diagram(
        ladder,
        path=paths,
        theme=theme,
        selection=selection,
        gates=wanted.gates,
        direction=wanted.direction,
        width=picture.width,
    )
    boxes = {f"role-{role}": address for role, address in links.items()}
    picture.write(dot, theme, boxes, less)
