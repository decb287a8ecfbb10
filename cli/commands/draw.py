"""``ladder draw``: a ladder as a picture, perhaps with a path in it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.answering import Question, path_or_exit
from cli.completion import complete_role
from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options import OF_A_PATH, given, ladder_option, person_options
from cli.standing import Asker
from cli.terminal import remark
from cli.writing import STDOUT, check_target, write
from graphs import GrowthPath
from ladder import Ladder, find_role
from ladder.wording import listed

FORMATS = ("svg", "png", "dot")


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
@person_options
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    output: str,
    form: str | None,
    ends: tuple[str, str] | None,
    asker: Asker,
) -> None:
    """Draw the ladder, and a path in it.

    Tracks are lanes, ranks stand in order, and gates say what a move asks. With --path, the
    shortest growth path stands out, for the person that the other options describe.

    \b
    Example:
      ladder draw --path analyst spm -o ladder.svg
    """
    if not ends and (idle := given(ctx, OF_A_PATH)):
        raise click.UsageError(
            f"{listed(idle, 'and')} would change nothing here; add --path FROM TO", ctx
        )
    check_target(output)
    kind = _kind(output, form)
    if output == STDOUT and sys.stdout.isatty() and (kind == "png" or not form):
        raise Refused(
            "a picture is of no use in a terminal; write it to a file: ladder draw -o ladder.svg"
        )
    ladder = open_ladder()
    path = _path(ladder, ends, asker) if ends else None
    write(output, _drawn(ladder, path, kind))
    if output != STDOUT:
        remark(f"Drawn: {output}")


def _kind(output: str, form: str | None) -> str:
    """The format, as the suffix and the option say it."""
    if output == STDOUT:
        return form or "svg"
    suffix = Path(output).suffix.removeprefix(".").lower()
    if form and suffix in FORMATS and suffix != form:
        raise click.UsageError(
            f"{output} ends in .{suffix}, but --format says {form}; change one of them"
        )
    if form:
        return form
    if suffix not in FORMATS:
        raise Refused(
            f"{output}: the suffix should say the format, one of "
            f"{', '.join('.' + known for known in FORMATS)}; or give --format"
        )
    return suffix


def _path(ladder: Ladder, ends: tuple[str, str], asker: Asker) -> GrowthPath:
    source, target = (find_role(ladder, end).id for end in ends)
    person = asker.person(ladder)
    return path_or_exit(Question(ladder, source, target, person, asker.wishes))


def _drawn(ladder: Ladder, path: GrowthPath | None, kind: str) -> bytes:
    # Out of their modules, so that one is imported only when it is needed.
    from graphs.diagram import diagram
    from graphs.glyphs import missing_glyphs
    from graphs.render import render

    dot = diagram(ladder, path=path)
    if kind == "dot":
        return dot.encode()
    if kind == "svg":
        return render(dot, "svg")
    if missing := missing_glyphs(dot):
        remark(f"The font of a PNG lacks {' '.join(sorted(missing))}; an SVG shows them.")
    return render(dot, "png")
