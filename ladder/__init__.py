"""What a career ladder is: the model, its file, names, importers and the bundled ladders."""

from .errors import FileProblems, InvalidPerson, LadderError, Problem, UnknownName, UnreadableFile
from .files.bundled import bundled
from .files.catalogue import bundled_names
from .files.loader import load
from .files.schema import schema_text, starter_text
from .files.writer import dumps, to_plain
from .levels import parse_level
from .model import Activity, FrozenDict, Ladder, Pace, Range, Role, Skill, Track, Transition
from .names import find_activity, find_family, find_kind, find_role, find_skill, find_track
from .person import Person, load_person, validate_person

__all__ = [
    "Activity",
    "FileProblems",
    "FrozenDict",
    "InvalidPerson",
    "Ladder",
    "LadderError",
    "Pace",
    "Person",
    "Problem",
    "Range",
    "Role",
    "Skill",
    "Track",
    "Transition",
    "UnknownName",
    "UnreadableFile",
    "bundled",
    "bundled_names",
    "dumps",
    "find_activity",
    "find_family",
    "find_kind",
    "find_role",
    "find_skill",
    "find_track",
    "load",
    "load_person",
    "parse_level",
    "schema_text",
    "starter_text",
    "to_plain",
    "validate_person",
]


def __dir__() -> list[str]:
    return __all__
