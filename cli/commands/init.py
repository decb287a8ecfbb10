"""``ladder init``: a first ladder file, to be edited."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from cli.errors import Refused
from cli.io import STDOUT, check_target, write
from cli.ladders import HERE, read
from cli.options.completion import complete_ladder
from cli.output import remark
from ladder import bundled_names, dumps, schema_text, starter_text
from ladder.files.catalogue import bundled_file
from ladder.files.reader import read_document
from ladder.files.text import decode, read_bytes
from ladder.wording import listed

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
        raise Refused(f"{file}: the suffix should be .yaml or .yml")
    check_target(file)
    text = starter_text() if source is None else _copied(source)
    if file == STDOUT:
        write(file, text.encode())
        return
    files = {Path(file).with_name(SCHEMA): schema_text().encode()}
    files[Path(file)] = (SCHEMA_LINE + text).encode()
    wanted = [place for place, content in files.items() if not _holds(place, content)]
    there = [str(place) for place in wanted if os.path.lexists(place)]
    if there and not force:
        raise Refused(f"{listed(there, 'and')}: there already; --force replaces that")
    for place in wanted:
        write(str(place), files[place])
    schema, _ = files
    remark(f"Written: {file}, and {schema}, by which editors complete it")


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
