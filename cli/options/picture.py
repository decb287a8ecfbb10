"""Options of every command that draws: where the picture goes, its format and its theme."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import click

from cli import marked
from cli.errors import Refused
from cli.io import STDOUT, check_target, write
from cli.output import remark
from ladder import Ladder
from ladder.wording import listed, quoted

from .common import Command, by_suffix, given, with_options
from .types import OneOf

if TYPE_CHECKING:
    from graphs.drawing.dot.theme import Theme

FORMATS = ("svg", "png", "pdf", "dot")
MERMAID = "mermaid"
SUFFIXES = {form: (f".{form}",) for form in FORMATS} | {MERMAID: (".mmd", *marked.SUFFIXES)}
CSV = ".csv"
TABLES = f"; or {CSV} or {marked.SUFFIXES[0]} for the table"
DOCUMENT = f"; or {marked.SUFFIXES[0]} for all of it as a document"
THEME_NAMES = ("light", "dark", "print")
THEME_HELP = f"The picture's colours: {', '.join(THEME_NAMES)}, or a file of your own."


WIDE = 1280
"""Pixels across at which a picture is shown where nobody says another number."""

NARROWEST = 480

width_option = click.option(
    "--width",
    metavar="PX",
    type=click.IntRange(min=NARROWEST),
    help="Pixels across at which the picture is shown: it is laid out so that all of it can be "
    f"read there. Left out: {WIDE}, as on a slide; GitHub gives a picture in Markdown 880.",
)


class Looks(NamedTuple):
    """How a picture is to look, as it was typed."""

    width: int | None
    theme: str | None
    scale: float | None

    @property
    def any(self) -> bool:
        """Whether anything of it was typed."""
        return any(one is not None for one in self)


def picture_options(
    *,
    what: str = "Draw a picture of it, too",
    alone: bool = False,
    tables: bool = False,
    document: bool = False,
) -> Callable[[Command], Command]:
    """Add ``-o``, ``--width``, ``--theme`` and ``--scale``, handed over together as ``picture``.

    Where ``-o`` may name a file for the answer as a table, too, that is handed over as ``table``;
    where it may name one of Markdown for all of it, as ``document``.
    """

    def decorated(command: Command) -> Command:
        @wraps(command)
        def gathered(
            *,
            output: str | None,
            width: int | None,
            theme: str | None,
            scale: float | None,
            **rest: Any,
        ) -> Any:
            shape = rest.pop("shape", None)
            if tables:
                rest["table"] = table = _written(output, (CSV, *marked.SUFFIXES))
                output = None if table else output
            if document:
                rest["document"] = page = _written(output, marked.SUFFIXES)
                output = None if page else output
            printed = f"{TABLES}; --format json prints JSON"
            otherwise = (
                printed
                if tables
                else DOCUMENT
                if document
                else "; or give --format"
                if alone
                else ""
            )
            looks = Looks(width, theme, scale)
            picture = _picture(output, shape, looks, alone, otherwise)
            return command(picture=picture, **rest)

        forms = (*FORMATS, MERMAID) if alone else FORMATS
        suffixes = ", ".join(SUFFIXES[form][0] for form in forms)
        if alone:
            suffixes += f"; {marked.SUFFIXES[0]} has Mermaid put into it, between two lines"
        if tables:
            suffixes += TABLES
        if document:
            suffixes += DOCUMENT
        options = [
            click.option(
                "-o",
                "--output",
                metavar="FILE",
                type=click.Path(),
                help=f"{what}; the suffix says the format: {suffixes}."
                + (" Left out, to standard output." if alone else ""),
            ),
            width_option,
            click.option(
                "--theme",
                metavar="NAME|FILE",
                help=THEME_HELP,
            ),
            click.option(
                "--scale",
                metavar="FACTOR",
                type=click.FloatRange(0.1, 10),
                help="A PNG's size; 1 is two pixels for each point.",
            ),
        ]
        if alone:
            options.insert(
                1,
                click.option(
                    "--format",
                    "shape",
                    type=OneOf(forms),
                    help="Left out: by suffix, or svg.",
                ),
            )
        return with_options(cast(Command, gathered), *options)

    return decorated


def is_picture(output: str) -> bool:
    """Whether a file is to be a picture, by its suffix.

    >>> is_picture("a.SVG"), is_picture("a.csv")
    (True, False)
    """
    return output.lower().endswith(tuple(ending for form in FORMATS for ending in SUFFIXES[form]))


def picture_at(output: str, looks: Looks) -> PictureFile:
    """Take a file for a picture, if it can be written, in the light theme unless it is told."""
    if looks.theme is not None:
        check_theme(looks.theme)
    check_target(output)
    form = format_of(output, mermaid=False)
    if form == "pdf":
        from graphs.drawing.dot.render import pdf_program

        pdf_program()
    return PictureFile(output, form, looks.theme or "light", 1.0, looks.width or WIDE)


def _written(output: str | None, suffixes: tuple[str, ...]) -> str | None:
    """The file for the answer in words or as a table, where it is one by its suffix."""
    if output is None or not output.lower().endswith(suffixes):
        return None
    check_target(output)
    if marked.is_markdown(output):
        marked.check_place(output)
    return output


def _picture(
    output: str | None,
    shape: str | None,
    looks: Looks,
    alone: bool,
    otherwise: str,
) -> PictureFile | None:
    """Refuse, before any work is done, a picture that could not be drawn or written."""
    if output is None and not alone:
        if looks.any:
            raise Refused("--width, --theme and --scale are of a picture; add -o FILE")
        return None
    if output == STDOUT and not alone:
        raise Refused("the answer goes to standard output; write the picture to a file")
    output = output or STDOUT
    check_target(output)
    if alone and marked.is_markdown(output):
        marked.check_place(output)
    if not alone and marked.is_markdown(output):
        raise Refused(
            f"{output}: -o draws a picture here; the answer in Markdown is what --format markdown "
            f"prints: --format markdown > {output}"
        )
    if not alone and output.lower().endswith(SUFFIXES[MERMAID]):
        raise Refused("Mermaid shows no more than the ladder itself: ladder draw -o ladder.mmd")
    form = format_of(output, shape, otherwise, mermaid=alone)
    if output == STDOUT and sys.stdout.isatty() and (form in ("png", "pdf") or not shape):
        raise Refused(
            "a picture is of no use in a terminal; write it to a file: ladder draw -o ladder.svg"
        )
    if form == "pdf":
        from graphs.drawing.dot.render import pdf_program

        pdf_program()
    width, theme, scale = looks
    if scale is not None and form != "png":
        raise Refused(f"--scale is of a PNG, and this is {form}: it can be shown at any size")
    if theme is not None:
        check_theme(theme)
    return PictureFile(output, form, theme or "light", scale or 1.0, width or WIDE)


def check_theme(theme: str) -> None:
    """Refuse a theme that is neither a name nor a file."""
    if theme in THEME_NAMES or os.path.exists(theme):
        return
    from ladder.matching import Hints

    hint = Hints().hint(theme, THEME_NAMES)
    raise Refused(f"no theme or file {quoted(theme)}; there are {listed(THEME_NAMES, 'and')}{hint}")


def theme_named(name: str) -> Theme:
    """Find a theme by its name or file, and say what of it is hard to read."""
    from graphs.drawing.dot.theme import THEMES

    if name in THEMES:
        return THEMES[name]
    from graphs.drawing.dot.theme_file import load_theme, weak_contrasts

    theme = load_theme(name)
    for weakness in weak_contrasts(theme):
        remark(f"{name}: {weakness}")
    return theme


def format_of(
    output: str, form: str | None = None, otherwise: str = "", *, mermaid: bool = True
) -> str:
    """The format of a picture, as the suffix and the option say it.

    >>> format_of("ladder.PNG"), format_of("ladder.txt", "dot"), format_of("-")
    ('png', 'dot', 'svg')
    """
    suffixes = {known: SUFFIXES[known] for known in SUFFIXES if mermaid or known != MERMAID}
    return by_suffix(output, form, suffixes, otherwise)


class PictureFile(NamedTuple):
    """A picture to be written."""

    output: str
    """A file; ``-`` is standard output."""
    form: str
    """One of `FORMATS`, or `MERMAID`."""
    theme_name: str
    """Name or file of a theme."""
    scale: float
    """Of a PNG."""
    width: int
    """Pixels across at which it is shown."""

    def theme(self) -> Theme:
        """Find its theme, and say what of it is hard to read."""
        return theme_named(self.theme_name)

    def write(
        self,
        dot: str,
        theme: Theme,
        links: dict[str, str] | None = None,
        less: Sequence[str] = (),
    ) -> None:
        """Draw it and write it, and say so.

        Where its letters are too small, also by which options it would show ``less``.
        """
        write(self.output, self._drawn(dot, theme, links))
        self._said()
        _tell_small(dot, less)

    def write_mermaid(self, text: str) -> None:
        """Write a picture in Mermaid, and say so; of a Markdown file it is one block."""
        if marked.is_markdown(self.output):
            marked.write_into(self.output, f"```mermaid\n{text}```")
        else:
            write(self.output, text.encode())
        self._said()

    def _drawn(self, dot: str, theme: Theme, links: dict[str, str] | None) -> bytes:
        from graphs import missing_glyphs, render

        if self.form == "dot":
            return dot.encode()
        if self.form == "svg":
            return render(dot, "svg", font=theme.font, links=links)
        if self.form == "pdf":
            return render(dot, "pdf")
        if missing := missing_glyphs(dot):
            remark(f"The font of a PNG lacks {' '.join(sorted(missing))}; an SVG shows them.")
        return render(dot, "png", scale=self.scale)

    def _said(self) -> None:
        if self.output != STDOUT:
            remark(f"Drawn: {self.output}")


def _tell_small(dot: str, less: Sequence[str]) -> None:
    """Say where letters of a picture are too small to be read, and what helps."""
    from graphs.drawing.dot.legible import EASY, seen

    look = seen(dot)
    if look is None or look.easy:
        return
    left = [option for option in less if not _chosen(option)]
    show = f"{listed(left)} show{'s' if len(left) == 1 else ''} less, and " if left else ""
    remark(
        f"At {look.width:,} pixels across its smallest letters have {look.letters:.1f}, and "
        f"{EASY} are easy to read; {show}--width {look.enough} has room for all of it."
    )


def _chosen(option: str) -> bool:
    """Whether an option was typed, such as ``--track TRACK``, or with this value."""
    ctx = click.get_current_context()
    name, value = option.split(" ")
    if not given(ctx, [name]):
        return False
    typed = next(param.name for param in ctx.command.params if name in param.opts)
    return value.isupper() or ctx.params[typed or ""] == value


FIELDS = ("{id}", "{name}", "{track}")

link_option = click.option(
    "--link-template",
    "link",
    metavar="URL",
    help="In an SVG and in Mermaid, make each role lead to its page: an address with {id}, {name} "
    "or {track} in it, such as https://wiki.example.org/roles/{id}, or pages/{id}.md beside the "
    "picture. Left out: to the one that the ladder has.",
)


def links_of(ladder: Ladder, template: str | None, form: str) -> dict[str, str]:
    """Addresses of the roles' pages, by their ids: those that the ladder has, or by a template."""
    from graphs.drawing.links import leads_to_a_page

    roles = ladder.roles.values()
    if template is None:
        return {role.id: role.url for role in roles if role.url and leads_to_a_page(role.url)}
    if form not in ("svg", MERMAID):
        raise Refused(f"--link-template is of an SVG or of Mermaid, and this is {form}")
    if not any(field in template for field in FIELDS):
        raise Refused(
            f"--link-template {quoted(template)}: there should be {{id}} in it, for the role"
        )
    links = {}
    for role in roles:
        links[role.id] = _filled(template, role.id, role.name, role.track or "")
        if not leads_to_a_page(links[role.id]):
            raise Refused(
                f"--link-template {quoted(template)}: expected an address with http or https, or "
                f"one beside the picture such as pages/{{id}}.md; of {role.id} it would be "
                f"{quoted(links[role.id])}"
            )
    return links


def _filled(template: str, *values: str) -> str:
    """Put the values in; what they are escaped to holds no braces, so none is filled twice."""
    from urllib.parse import quote

    for field, value in zip(FIELDS, values, strict=True):
        template = template.replace(field, quote(value, safe=""))
    return template
