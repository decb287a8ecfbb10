"""Printing what is known of every role, and drawing it."""

from __future__ import annotations

import click

from graphs import Into, Reach

from .errors import LIMIT, NO
from .picture_options import PictureFile
from .selecting import Looks
from .survey_text import describe_survey, rows_of
from .terminal import look, say, say_json


def answer_survey(
    survey: Reach | Into, form: str, picture: PictureFile | None, looks: Looks
) -> None:
    """Print a survey, and draw it; exit with the code for it where it has no way.

    Parameters
    ----------
    survey : Reach or Into
    form : {"text", "json"}
    picture : PictureFile or None
        To be drawn besides.
    looks : Looks
        How.
    """
    if picture is not None:
        from graphs import diagram

        theme = picture.theme()
        picture.write(diagram(survey.ladder, survey=survey, theme=theme, **looks._asdict()), theme)
    say_json(survey.to_dict()) if form == "json" else say(describe_survey(survey, look()))
    if not rows_of(survey):
        raise click.exceptions.Exit(LIMIT if survey.undecided else NO)
