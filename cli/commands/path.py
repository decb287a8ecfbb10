"""``ladder path``: the shortest growth path between two roles."""

from __future__ import annotations

import click

from cli.answers import Question, answer, answer_several
from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options.common import Form, form_options, given, ladder_option
from cli.options.completion import complete_role
from cli.options.path import Asker, person_options
from cli.options.picture import PictureFile, picture_options


@click.command("path")
@click.argument("roles", metavar="[FROM] TO", nargs=-1, required=True, shell_complete=complete_role)
@person_options
@click.option(
    "--alternatives",
    metavar="N",
    type=click.IntRange(1, 100),
    help="The best N ways whose roles differ, side by side.",
)
@click.option(
    "--frontier",
    is_flag=True,
    help="Every way that no other beats in both months and cost.",
)
@picture_options(what="Draw the plan over time, too, and the skills as they grow")
@form_options
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    roles: tuple[str, ...],
    asker: Asker,
    alternatives: int | None,
    frontier: bool,
    picture: PictureFile | None,
    form: Form,
) -> None:
    """Find the shortest growth path from one role to another.

    Roles go by id, name or alias. FROM may be left out where the person's file names the role.
    Who says nothing of themselves is taken to have been in the role for long. Where there is no
    way, the answer says why, and which single changes to the ladder would open one.

    \b
    Example:
      ladder path analyst spm --skill roadmapping=working
    """
    against = ("--alternatives", "--by", "--max-cost", "--within")
    if frontier and (clash := given(ctx, against)):
        raise Refused(f"--frontier weighs months against cost by itself; leave out {clash[0]}")
    if picture and (frontier or alternatives is not None):
        raise Refused(
            "-o draws one way over time; leave out --alternatives and --frontier, or draw several "
            "into the ladder: ladder draw --path FROM TO --alternatives N"
        )
    question = Question.of(open_ladder(), roles, asker)
    if frontier or alternatives is not None:
        answer_several(question, alternatives, form)
    else:
        answer(question, form, picture)
