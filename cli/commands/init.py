"""``ladder init``: a first ladder file, to be edited."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import click

from cli.errors import Refused
from cli.io import STDOUT, check_target, write, write_new
from cli.ladders import HERE, read
from cli.options.completion import complete_ladder
from cli.output import remark
from ladder import bundled_names, dumps, schema_text, starter_text
from ladder.files.catalogue import bundled_file
from ladder.files.reader import read_document
from ladder.files.text import decode, read_bytes
from ladder.wording import listed, one_line

SCHEMA = "ladder.schema.json"
SCHEMA_LINE = f"# yaml-language-server: $schema=./{SCHEMA}\n"
YAML = (".yaml", ".yml")

_FOR_EDITORS = re.compile(r"^#\s*yaml-language-server:.*\n+", re.MULTILINE)


@click.command("init")
@click.argument("file", default=HERE, type=click.Path())
@click.option(
    "--from",
    "source",
    metavar="LADDER",
    shell_complete=complete_ladder,
    help="Start from this ladder: a file, or the name of a bundled one.",
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def command(file: str, source: str | None, force: bool) -> None:
    """Write a first ladder to start from, in FILE or in ladder.yaml.

    It is small, and its comments say what everything in it means.

    Beside it goes ladder.schema.json, by which editors that know YAML complete the ladder and
    check it while you type: the ladder's first line tells them. With - for FILE the ladder is
    printed, and there is no schema.

    --from copies a YAML file as it is, with its comments. A JSON file, and a ladder that extends
    another, are written whole, as YAML.

    \b
    Example:
      ladder init our-ladder.yaml --from product-management
    """
    if file != STDOUT and Path(file).suffix.lower() not in YAML:
        raise Refused(f"{one_line(file)}: the suffix should be .yaml or .yml")
    check_target(file)
    text = starter_text() if source is None else _copied(source)
    if file == STDOUT:
        write(file, text.encode())
        return
    schema = Path(file).with_name(SCHEMA)
    contents = {schema: schema_text().encode(), Path(file): (SCHEMA_LINE + text).encode()}
    if force:
        for place, content in contents.items():
            if not _holds(place, content):
                write(str(place), content)
    else:
        _write_new(contents, schema)
    remark(f"Written: {file}, and {schema}, by which editors complete it")


def _write_new(contents: dict[Path, bytes], schema: Path) -> None:
    """Write both, or neither if either is there, be it since a moment ago.

    A schema that is there already is as good where it is the same.
    """

    def there(places: Iterable[Path]) -> list[str]:
        return [
            str(place)
            for place in places
            if os.path.lexists(place) and not (place == schema and _holds(place, contents[place]))
        ]

    taken = there(contents)
    if not taken:
        taken = there([place for place in contents if not write_new(str(place), contents[place])])
    if taken:
        raise Refused(f"{listed(taken, 'and')}: there already; --force replaces that")


def _copied(source: str) -> str:
    """Text of a ladder to start from, without the word that it may have for editors."""
    ladder = read(source)
    path = bundled_file(source) if source in bundled_names() else source
    if os.path.splitext(path)[1].lower() in YAML:
        content = read_bytes(path)
        if "extends" not in read_document(content, path).root:  # whose bases lie elsewhere
            text = decode(content, path).replace("\r\n", "\n")
            return _FOR_EDITORS.sub("", text)
    return dumps(ladder)


def _holds(place: Path, content: bytes) -> bool:
    return place.is_file() and place.read_bytes() == content
