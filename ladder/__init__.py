"""What a career ladder is: the model, its file, names, importers and the bundled ladders."""

from .bundles import bundled, bundled_names
from .dumping import dumps, to_plain
from .errors import FileProblems, InvalidPerson, LadderError, Problem, UnknownName, UnreadableFile
from .frozen import FrozenDict
from .levels import parse_level
from .loading import load
from .model import Activity, Ladder, Pace, Range, Role, Skill, Track, Transition
from .names import find_activity, find_family, find_kind, find_role, find_skill, find_track
from .person import Person
from .person_file import load_person
from .person_rules import validate_person
from .schema import schema_text, starter_text

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
