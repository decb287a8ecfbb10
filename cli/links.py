"""Links from the roles in a picture to their pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import click

from ladder import Ladder

from .errors import Refused

Command = TypeVar("Command", bound=Callable[..., Any])

FIELDS = ("{id}", "{name}", "{track}")
SCHEMES = ("", "http", "https")


def link_option(command: Command) -> Command:
    """Add ``--link-template``, handed over as ``link``."""
    return click.option(
        "--link-template",
        "link",
        metavar="URL",
        help="In an SVG, make each role lead to its page: an address with {id}, {name} or {track} "
        "in it, such as https://wiki.example.org/roles/{id}.",
    )(command)


def links_of(ladder: Ladder, template: str | None, form: str) -> dict[str, str]:
    """Addresses of the roles' pages.

    Parameters
    ----------
    ladder : Ladder
    template : str or None
    form : str
        Of the picture.

    Returns
    -------
    dict of str to str
        By the ids of the roles' boxes.

    Raises
    ------
    Refused
        Where the template makes no address, or the picture can hold none.
    """
    if template is None:
        return {}
    if form != "svg":
        raise Refused(f"--link-template is of an SVG, and this is {form}")
    if not any(field in template for field in FIELDS):
        raise Refused(f"--link-template {template}: there should be {{id}} in it, for the role")
    try:
        scheme = urlsplit(template).scheme
    except ValueError as wrong:
        raise Refused(f"--link-template {template}: {wrong}") from None
    if scheme.lower() not in SCHEMES:
        raise Refused(f"--link-template {template}: expected an address with http or https")
    return {
        f"role-{role.id}": _filled(template, role.id, role.name, role.track or "")
        for role in ladder.roles.values()
    }


def _filled(template: str, *values: str) -> str:
    """Put the values in; what they are escaped to holds no braces, so none is filled twice."""
    for field, value in zip(FIELDS, values, strict=True):
        template = template.replace(field, quote(value, safe=""))
    return template
