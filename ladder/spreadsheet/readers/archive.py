"""The parts of a workbook, which is a ZIP archive of XML, unpacked without trust."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from ladder.errors import UnreadableFile

MOST_BYTES = 200_000_000
"""In all parts that are read, unpacked. A framework of 200 roles and 200 skills has 5 MB."""

MOST_PARTS = 2_000

MOST_ELEMENTS = 800_000
"""In all parts that are read. As many cells as there may be have 600,000 with their texts."""


class Parts:
    """The XML of a workbook, part by part.

    Only what is asked for is unpacked: macros, pictures and links to other files never are.
    """

    def __init__(self, content: bytes, file: str, times: int = 1) -> None:
        self.file = file
        self.times = times
        """How many times as large as a matrix it may be."""
        self._left = times * MOST_BYTES
        self._elements = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise self.damaged() from error
        infos = self._archive.infolist()
        self._names = {info.filename.lower(): info for info in infos}
        if len(infos) > MOST_PARTS:
            raise UnreadableFile(
                f"{file} has more than {MOST_PARTS:,} parts, too many for a workbook"
            )

    def damaged(self) -> UnreadableFile:
        """What to raise where the file breaks the rules of its format."""
        return UnreadableFile(
            f"{self.file} is damaged, or no workbook; open it in a spreadsheet program and save it "
            "as .xlsx again"
        )

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._names

    def read(self, part: str) -> bytes:
        """Unpack a part."""
        info = self._names.get(part.lower())
        if info is None:
            raise self.damaged()
        # What the archive says of its sizes may be a lie, so what comes out is counted, too.
        if info.file_size > self._left:
            raise self._too_large()
        try:
            with self._archive.open(info) as stream:
                content = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError,
                EOFError, ValueError) as error:  # fmt: skip
            raise self.damaged() from error
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large()
        return content

    def parse(self, part: str, start: Any, end: Any = None, text: Any = None) -> None:
        """Go through the XML of a part."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def refuse(*_: Any) -> None:
            raise UnreadableFile(
                f"{self.file} declares a document type in {part}, which may do harm"
            )

        def begin(name: str, attributes: Mapping[str, str]) -> None:
            self._elements += 1
            if self._elements > self.times * MOST_ELEMENTS:
                raise self._too_large()
            start(_local(name), attributes)

        parser.StartDoctypeDeclHandler = refuse
        parser.StartElementHandler = begin
        if end is not None:
            parser.EndElementHandler = lambda name: end(_local(name))
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            parser.Parse(self.read(part), True)
        except expat.ExpatError as error:
            raise self.damaged() from error

    def targets(self, part: str) -> Mapping[str, tuple[str, str]]:
        """What a part refers to inside of the file: from reference to its kind and the part."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(element: str, attributes: Mapping[str, str]) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(
                    posixpath.join("/", folder, attributes.get("Target", ""))
                )
                kind = attributes.get("Type", "").rsplit("/", 1)[-1]
                found[attributes.get("Id", "")] = kind, target.lstrip("/")

        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(relations):
            self.parse(relations, start)
        return found

    def _too_large(self) -> UnreadableFile:
        size, elements = self.times * MOST_BYTES // 1_000_000, self.times * MOST_ELEMENTS
        return UnreadableFile(
            f"{self.file} unpacks to more than {size:,} MB or {elements:,} elements of XML, too "
            "much for a matrix; delete empty rows and columns that have a format"
        )


def _local(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
