"""What is done with a file from a stranger, and what may come of it: a ladder, or a message.

Each target takes the bytes of a file, or of several with `NEXT` between them. It returns where all
is as it should be; anything else is a finding. hypothesis and atheris drive the same targets.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cli.export.diff_markdown import diff_markdown
from graphs import changed_routes, check, diff, load_plan
from ladder import FileProblems, Ladder, LadderError, UnreadableFile, dumps, load, load_person
from ladder.importers.ddat import import_ddat
from ladder.importers.drawn.importer import import_drawing
from ladder.importers.esco.importer import import_esco
from ladder.importers.node_link import import_node_link
from ladder.importers.onet import import_onet
from ladder.recognition.kinds import WORDS, recognise
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.lists.importer import import_list
from ladder.spreadsheet.mapping import load_mapping

NEXT = b"\n--8<--\n"
SEEDS = Path(__file__).parents[1] / "data" / "fuzz"
PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml")
"""Of a workbook, those that a fuzzed one has of its own."""


def examine(made: Callable[[], Ladder]) -> None:
    """Make a ladder, and everything of it that needs no search; or be told why it cannot be."""
    ladder = made_or_refused(made)
    if ladder is None:
        return
    for finding in check(replace(ladder, ignore=()), select=["ALL"]):
        assert finding.fault.message.isprintable()
    for form in ("yaml", "json"):
        text = dumps(ladder, format=form).encode()
        assert load(f"again.{form}", read=lambda _, text=text: text) == ladder
    for old, new in ((ladder, good_ladder()), (good_ladder(), ladder), (ladder, ladder)):
        found = diff(old, new)
        assert found.same or old is not new
        found.to_dict()
        diff_markdown(found, changed_routes(found, time_limit=0))


def made_or_refused(make: Callable[[], Any]) -> Any:
    """What was made; None where a message, fit to be shown, says why not."""
    try:
        return make()
    except LadderError as error:
        refused = error
    assert str(refused)
    if isinstance(refused, FileProblems):
        for problem in refused.problems:
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.message.isprintable()
    return None


@cache
def good_ladder() -> Ladder:
    return load(SEEDS / "ladder_yaml" / "good.yaml")


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="ladder-fuzz-")


def kept(name: str, content: bytes) -> Path:
    """A file for what reads only from the disk."""
    file = Path(_folder().name) / name
    file.write_bytes(content)
    return file


def parts_of(content: bytes, number: int) -> list[bytes]:
    """The files in one; those that are not there are empty."""
    parts = content.split(NEXT)[:number]
    return [*parts, *[b""] * (number - len(parts))]


def ladder_yaml(content: bytes) -> None:
    examine(lambda: load("ladder.yaml", read=lambda _: content))


def ladder_json(content: bytes) -> None:
    examine(lambda: load("ladder.json", read=lambda _: content))


def extends(content: bytes) -> None:
    names = ("team.yaml", "company.yaml", "group.json")
    files = dict(zip(names, parts_of(content, len(names)), strict=True))

    def read(path: str) -> bytes:
        if path not in files:
            raise UnreadableFile(f"there is no file {path}")
        return files[path]

    examine(lambda: load("team.yaml", read=read))


def person(content: bytes) -> None:
    file = kept("person.yaml", content)
    made_or_refused(lambda: load_person(file, good_ladder()))


def plan(content: bytes) -> None:
    file = kept("plan.json", content)
    made_or_refused(lambda: load_plan(file, good_ladder()).path)


def mapping(content: bytes) -> None:
    told, matrix = parts_of(content, 2)
    matrix = matrix or (SEEDS / "matrix_csv" / "good.csv").read_bytes()
    file, table = kept("mapping.yaml", told), kept("matrix.csv", matrix)
    examine(lambda: import_matrix(table, load_mapping(file)).ladder)


def matrix_csv(content: bytes) -> None:
    file = kept("skills.csv", content)
    examine(lambda: import_matrix(file).ladder)


def matrix_text(content: bytes) -> None:
    """A table in Markdown, in a web page or in any encoding, which its content tells."""
    file = kept("skills.txt", content)
    examine(lambda: import_matrix(file).ladder)


def recognised(content: bytes) -> None:
    """Any file: the first line is what its name ends in."""
    suffix, _, rest = content.partition(b"\n")
    if suffix not in (b"csv", b"md", b"html", b"json", b"yaml", b"xlsx", b"txt"):
        suffix, rest = b"txt", content
    file = kept(f"any.{suffix.decode()}", rest)
    found = made_or_refused(lambda: recognise([file]))
    assert found is None or found.kind in WORDS


def lists(content: bytes) -> None:
    """A list, and what may be a table of moves and one of ways to learn."""
    given = [part for part in parts_of(content, 3) if part]
    files = [kept(f"list-{number}.csv", part) for number, part in enumerate(given)]
    if files:
        examine(lambda: import_list(files).ladder)


def matrix_xlsx(content: bytes) -> None:
    file = kept("skills.xlsx", content)
    examine(lambda: import_matrix(file).ladder)


def sheet_xml(content: bytes) -> None:
    """Any XML, in an archive that is in order; parts that are not given are good ones."""
    given = dict(zip(PARTS, parts_of(content, len(PARTS)), strict=True))
    matrix_xlsx(archive({name: given.get(name) or part for name, part in good_workbook().items()}))


@cache
def good_workbook() -> dict[str, bytes]:
    with zipfile.ZipFile(SEEDS / "matrix_xlsx" / "matrix.xlsx") as file:
        return {name: file.read(name) for name in file.namelist()}


def archive(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


def ddat(content: bytes) -> None:
    roles, order = parts_of(content, 2)
    files = kept("roles.csv", roles), kept("order.csv", order)
    examine(lambda: import_ddat(*files).ladder)


def onet(content: bytes) -> None:
    names = (
        "Occupation_Data", "Skills", "Job_Zones", "Related_Occupations", "Alternate_Titles",
    )  # fmt: skip
    for name, part in zip(names, parts_of(content, len(names)), strict=True):
        folder = kept(f"{name}.tsv", part).parent
    examine(lambda: import_onet(folder).ladder)


def esco(content: bytes) -> None:
    names = (
        "occupations_en", "skills_en", "occupationSkillRelations", "ISCOGroups_en",
        "broaderRelationsOccPillar", "skillGroups_en", "broaderRelationsSkillPillar",
    )  # fmt: skip
    folder = Path(_folder().name) / "esco"
    folder.mkdir(exist_ok=True)
    for name, part in zip(names, parts_of(content, len(names)), strict=True):
        (folder / f"{name}.csv").write_bytes(part)
    examine(lambda: import_esco(folder).ladder)


def node_link(content: bytes) -> None:
    file = kept("graph.json", content)
    examine(lambda: import_node_link(file, months=12).ladder)


def drawing_text(content: bytes) -> None:
    """Mermaid, DOT, GraphML or GEXF, which the content tells."""
    file = kept("drawn.txt", content)
    examine(lambda: import_drawing(file, months=12).ladder)


def drawing_json(content: bytes) -> None:
    file = kept("drawn.json", content)
    examine(lambda: import_drawing(file, months=12, lead="down").ladder)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        ladder_yaml, ladder_json, extends, person, plan, mapping, matrix_csv, matrix_text,
        matrix_xlsx, lists, sheet_xml, recognised, ddat, onet, esco, node_link, drawing_text,
        drawing_json,
    )
}  # fmt: skip


def seeds(name: str) -> Iterable[Path]:
    """Files that a target is tried on: good ones, bad ones, and what was once found."""
    return sorted((SEEDS / name).iterdir())
