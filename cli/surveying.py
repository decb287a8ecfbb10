"""Printing what is known of every role, and drawing it."""

from __future__ import annotations

import click

from graphs import Into, Reach

from .drawing import format_of
from .errors import LIMIT, NO, Refused
from .survey_text import describe_survey, rows_of
from .terminal import look, remark, say, say_json
from .writing import STDOUT, check_target, write


def check_picture(output: str | None) -> None:
    """Refuse, before any work is done, a picture that could not be written.

    Parameters
    ----------
    output : str or None
        A file.

    Raises
    ------
    LadderError, Refused
    """
    if output is None:
        return
    if output == STDOUT:
        raise Refused("the table goes to standard output; write the picture to a file")
    check_target(output)
    format_of(output)


def answer_survey(survey: Reach | Into, form: str, output: str | None) -> None:
    """Print a survey, and draw it; exit with the code for it where it has no way.

    Parameters
    ----------
    survey : Reach or Into
    form : {"text", "json"}
    output : str or None
        Where to write a picture.
    """
    if output is not None:
        from graphs import diagram

        from .drawing import drawn

        write(output, drawn(diagram(survey.ladder, survey=survey), format_of(output)))
    say_json(survey.to_dict()) if form == "json" else say(describe_survey(survey, look()))
    if output is not None:
        remark(f"Drawn: {output}")
    if not rows_of(survey):
        raise click.exceptions.Exit(LIMIT if survey.undecided else NO)
