"""``ladder help``: what a command does, or what a code of the check means."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from cli.errors import Refused
from cli.output import look, say
from ladder import UnknownName
from ladder.matching import nearest
from ladder.wording import listed, quoted

_CODE = re.compile(r"[a-z]\d+", re.IGNORECASE).fullmatch


@click.command("help")
@click.argument("topic", nargs=-1, metavar="[TOPIC]...")
@click.pass_context
def command(ctx: click.Context, topic: tuple[str, ...]) -> None:
    """Tell what a command does, or what a code of "ladder check" means.

    TOPIC is a command, as in "ladder help import ddat", or a code or its name, as in
    "ladder help L504". Without one, all commands are listed.

    \b
    Example:
      ladder help L504
    """
    root = ctx.find_root()
    found = _command(root, topic)
    if found is not None:
        say(found.get_help())
    else:
        say(_rule(root, topic))


def _command(root: click.Context, words: Sequence[str]) -> click.Context | None:
    """The context of the command that these words call; None if they call none."""
    context = root
    for word in words:
        group = context.command
        inner = group.get_command(context, word) if isinstance(group, click.Group) else None
        if inner is None:
            return None
        context = group.context_class(inner, context, word, terminal_width=context.terminal_width)
    return context


def _rule(root: click.Context, words: Sequence[str]) -> str:
    from cli.text.ladders.check import explain
    from graphs.lint.engine import rule_named

    text = " ".join(words)
    try:
        return explain(rule_named(text), look())
    except UnknownName:
        if _CODE(text):
            raise
    assert isinstance(root.command, click.Group)
    near = nearest(text, root.command.list_commands(root))
    hint = f"did you mean {listed(near)}?" if near else '"ladder help" lists the commands'
    raise Refused(f"there is no help on {quoted(text)}; {hint}")
