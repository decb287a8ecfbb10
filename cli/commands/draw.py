"""``ladder draw``: a ladder as a picture, perhaps with a path in it."""

from __future__ import annotations

import sys

import click

from cli.answering import Question, path_or_exit
from cli.completion import complete_role
from cli.drawing import FORMATS, drawn, format_of
from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options import given, ladder_option
from cli.path_options import OF_A_PATH, person_options
from cli.picturing import Wanted, picture_options, refuse_idle_looks
from cli.standing import Asker
from cli.terminal import remark
from cli.writing import STDOUT, check_target, write
from graphs import GrowthPath, diagram
from graphs.diagram import map_of
from ladder import Ladder, find_role
from ladder.wording import listed


@click.command("draw")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    default=STDOUT,
    help="Where to, the suffix saying the format; left out, to standard output.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="Left out: by suffix, or svg.")
@click.option(
    "--path",
    "ends",
    nargs=2,
    metavar="FROM TO",
    shell_complete=complete_role,
    help="Draw the shortest growth path between two roles into it.",
)
@picture_options
@person_options
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    output: str,
    form: str | None,
    ends: tuple[str, str] | None,
    asker: Asker,
    wanted: Wanted,
) -> None:
    """Draw the ladder, and a path in it.

    Tracks are lanes, ranks stand in order, and gates say what a move asks. With --path, the
    shortest growth path stands out, for the person that the other options describe. A ladder of
    more than 60 roles is drawn as a map of its families, which --family opens. --track, --around,
    --kind and --gated-by choose what is shown, and work together.

    \b
    Example:
      ladder draw --path analyst spm -o ladder.svg
    """
    if not ends and (idle := given(ctx, OF_A_PATH)):
        raise click.UsageError(
            f"{listed(idle, 'and')} would change nothing here; add --path FROM TO", ctx
        )
    check_target(output)
    kind = format_of(output, form, "; or give --format")
    if output == STDOUT and sys.stdout.isatty() and (kind == "png" or not form):
        raise Refused(
            "a picture is of no use in a terminal; write it to a file: ladder draw -o ladder.svg"
        )
    ladder = open_ladder()
    selection = wanted.selection(ladder)
    if not ends and (groups := map_of(ladder, selection)):
        refuse_idle_looks(ladder, groups.families)
    path = _path(ladder, ends, asker) if ends else None
    dot = diagram(
        ladder, path=path, selection=selection, gates=wanted.gates, direction=wanted.direction
    )
    write(output, drawn(dot, kind))
    if output != STDOUT:
        remark(f"Drawn: {output}")


def _path(ladder: Ladder, ends: tuple[str, str], asker: Asker) -> GrowthPath:
    source, target = (find_role(ladder, end).id for end in ends)
    person = asker.person(ladder)
    return path_or_exit(Question(ladder, source, target, person, asker.wishes))
