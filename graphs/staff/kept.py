"""Answers kept on the way, so that what was interrupted goes on from where it was.

Beside the file that is to be written, a folder has a file for each task that is done. Its name says
what was asked, so that an answer is never taken for that to another question; and nothing in it
says about whom.
"""

from __future__ import annotations

import json
from array import array
from contextlib import suppress
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

from ladder.files import atomic
from ladder.model import FrozenDict

from .standing import Standing
from .work import Answers


class Kept:
    """Answers in a folder; in none, where it has no name."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._ours: set[Path] = set()

    def get(self, name: str) -> Answers | None:
        """Find the answers to a task, if they are whole and there."""
        if self.folder is None:
            return None
        place = self.folder / f"{name}.json"
        try:
            data = json.loads(place.read_bytes())
            answers = _read(data)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        self._ours.add(place)
        return answers

    def put(self, name: str, answers: Answers) -> None:
        """Keep the answers to a task."""
        if self.folder is None:
            return
        self.folder.mkdir(exist_ok=True)
        place = self.folder / f"{name}.json"
        atomic.write(place, json.dumps(_written(answers)).encode())
        self._ours.add(place)

    def clear(self) -> None:
        """Take away what is not needed any more, and the folder, if nothing else is in it."""
        for place in self._ours:
            place.unlink(missing_ok=True)
        if self.folder is not None:
            with suppress(OSError):
                self.folder.rmdir()


def _written(answers: Answers) -> dict[str, Any]:
    different = [
        [dict(one) if isinstance(one, dict) else one for one in astuple(standing)]
        for standing in answers.different
    ]
    return {"different": different, "places": list(answers.places)}


def _read(data: Any) -> Answers:
    names = [field.name for field in fields(Standing)]
    different = []
    for row in data["different"]:
        one = dict(zip(names, row, strict=True))
        one |= {"lacking": FrozenDict(one["lacking"]), "begin": tuple(one["begin"])}
        different.append(Standing(**one))
    places = array("i", data["places"])
    if places and not 0 <= min(places) <= max(places) < len(different):
        raise ValueError("no such answer")
    return Answers(different, places)
