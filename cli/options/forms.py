"""The forms that a growth path is printed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cli.output import look, remark, say, say_json

if TYPE_CHECKING:
    from graphs import Choices, GrowthPath
    from graphs.plans.month import Month

FORMS = ("text", "markdown", "json", "csv")


class Form(NamedTuple):
    """How an answer is wanted.

    Parameters
    ----------
    kind : {"text", "markdown", "json", "csv"}
    begins : Month or None
        The calendar's month that is the first; None where months only count from now.
    """

    kind: str = "text"
    begins: Month | None = None


def print_path(path: GrowthPath, form: Form, *, by: str = "months") -> None:
    """Print a path."""
    # What only some forms need is imported only for them.
    if form.kind == "json":
        from cli.export.plan_json import dated

        say_json(dated(path.to_dict(), form.begins))
    elif form.kind == "markdown":
        from cli.export.plan_markdown import plan_markdown

        _print_file(plan_markdown(path, by=by, begins=form.begins))
    elif form.kind == "csv":
        from cli.export.plan_csv import plan_csv

        _print_file(plan_csv(path, begins=form.begins))
    else:
        from cli.text.path import describe_path

        say(describe_path(path, look(), by=by, begins=form.begins))


def print_choices(choices: Choices, form: Form) -> None:
    """Print several paths side by side."""
    if form.kind == "json":
        from cli.export.plan_json import dated

        say_json(dated(choices.to_dict(), form.begins))
    elif form.kind == "markdown":
        from cli.export.plan_markdown import plans_markdown

        _print_file(plans_markdown(choices, begins=form.begins))
    elif form.kind == "csv":
        from cli.export.plan_csv import plans_csv
        from cli.text.path import unproven

        _print_file(plans_csv(choices.found, begins=form.begins))
        if not choices.complete:
            remark(unproven(choices))
    else:
        from cli.text.path import describe_paths

        say(describe_paths(choices, look(), begins=form.begins))


def _print_file(text: str) -> None:
    """Print what is to become a file: in UTF-8 everywhere, its line ends as they are."""
    from cli.io import STDOUT, write

    write(STDOUT, text.encode())
