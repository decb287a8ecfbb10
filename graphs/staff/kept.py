"""Answers kept on the way, so that what was interrupted goes on from where it was.

Beside the file that is to be written, a folder has a file for each task that is done. Its name says
what was asked, so that an answer is never taken for that to another question; and nothing in it
says about whom.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from typing import Any

from ladder import Person

from .places import Folder
from .work import Answers, Errand


class Kept:
    """Answers to tasks of an errand in a folder; in none, where it has no name."""

    def __init__(self, errand: Errand, folder: str | None) -> None:
        self._errand = errand
        self._folder = None if folder is None else Folder(folder)
        self._ours: set[str] = set()

    def name(self, people: Iterable[Person]) -> str:
        """What the answers to a task are kept under."""
        return "" if self._folder is None else f"{self._errand.name(people)}.json"

    def get(self, name: str) -> Answers | None:
        """Find the answers to a task, if they are whole and there."""
        content = self._folder.read(name) if self._folder else None
        if content is None:
            return None
        try:
            answers = self._read(json.loads(content))
        except (ValueError, TypeError, KeyError):
            return None
        self._ours.add(name)
        return answers

    def put(self, name: str, answers: Answers) -> None:
        """Keep the answers to a task."""
        if self._folder is not None:
            different = [one.plain() for one in answers.different]
            content = {"different": different, "places": list(answers.places)}
            self._folder.write(name, json.dumps(content).encode())
            self._ours.add(name)

    def clear(self) -> None:
        """Take away what is not needed any more."""
        if self._folder is not None:
            self._folder.remove(self._ours)

    def _read(self, data: Any) -> Answers:
        different = [self._errand.answer(one) for one in data["different"]]
        places = array("i", data["places"])
        if places and not 0 <= min(places) <= max(places) < len(different):
            raise ValueError("no such answer")
        return Answers(different, places)
