"""``ladder site``: a page for browsers that answers by itself."""

from __future__ import annotations

import click

from cli.errors import Refused
from cli.io import STDOUT, check_target, write
from cli.ladders import open_typical
from cli.options.common import ladder_option
from cli.options.picture import check_theme, theme_named
from cli.output import remark, waiting
from ladder.wording import one_line

ENDINGS = (".html", ".htm")
LIGHT = "The page has no planner, and answers for those who have long been in their roles alone: "
WHY = {
    "missing": "this installation lacks it. A wheel brings it; in a checkout, make planner does.",
    "outdated": "it was made of other sources than these; make planner makes it anew.",
}


@click.command("site")
@click.option(
    "-o", "--output", metavar="FILE.html", type=click.Path(), required=True, help="Where to."
)
@click.option("--light", is_flag=True, help="Without the planner: small, and with fewer answers.")
@click.option(
    "--theme",
    "theme_name",
    metavar="NAME|FILE",
    help="The page's colours; left out, light or dark as the reader has it.",
)
@ladder_option
def command(output: str, light: bool, theme_name: str | None) -> None:
    """Write the ladder as one page for browsers, which answers questions by itself.

    It shows the ladder and finds everybody's own way, on a phone, too: without a network, with
    nothing installed and nothing sent anywhere. Mail it, put it on the intranet, or publish it.
    With --light it has no planner, and so only the answers for those who have long been in their
    roles, where there are at most 60 of them.

    \b
    Example:
      ladder site -o career.html
    """
    if output != STDOUT and not output.lower().endswith(ENDINGS):
        raise Refused(f"a page is HTML; give {one_line(output)} the ending .html")
    check_target(output)
    if theme_name:
        check_theme(theme_name)
    theme = theme_named(theme_name) if theme_name else None
    ladder = open_typical()
    from graphs.site.engine import lacking
    from graphs.site.page import page

    with waiting("Working out answers") as done:
        text = page(ladder, light=light, theme=theme, done=done)
    write(output, text.encode())
    if output != STDOUT:
        remark(f"Written: {output}, {len(text.encode()) / 1e6:.1f} MB")
    if not light and (why := lacking()):
        remark(LIGHT + WHY[why])
