"""What a career ladder is: the model, its file, names, importers and the bundled ladders."""

from .errors import FileProblems, InvalidPerson, LadderError, Problem, UnknownName, UnreadableFile
from .frozen import FrozenDict
from .model import Activity, Ladder, Role, Skill, Track, Transition
from .person import Person

__all__ = [
    "Activity",
    "FileProblems",
    "FrozenDict",
    "InvalidPerson",
    "Ladder",
    "LadderError",
    "Person",
    "Problem",
    "Role",
    "Skill",
    "Track",
    "Transition",
    "UnknownName",
    "UnreadableFile",
]
