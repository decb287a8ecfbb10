"""A person as the text of a person's file."""

from __future__ import annotations

import json
import os

from ladder import Ladder, Person, parse_level
from ladder.files.writer import yaml_text


def person_text(person: Person, ladder: Ladder, file: str) -> str:
    """Write where somebody stands, as JSON where the file is named so, and else as YAML.

    >>> from ladder import bundled
    >>> person = Person(role="product-manager", months_in_role=2, skills={"roadmapping": 2})
    >>> print(person_text(person, bundled("product-management"), "me.yaml"), end="")
    role: product-manager
    months_in_role: 2
    skills:
      roadmapping: working
    """
    said = person.to_dict()
    if "skills" in said:
        said["skills"] = {skill: _level(ladder, at) for skill, at in said["skills"].items()}
    if os.path.splitext(file)[1].lower() == ".json":
        return json.dumps(said, indent=2) + "\n"
    return yaml_text(said)


def _level(ladder: Ladder, level: int) -> str | int:
    """A level by its name, unless that is read as another one, such as 2 as the name of the first.

    None of a skill is 0, as a person's file has it.
    """
    name = ladder.level_name(level)
    return name if level and parse_level(ladder, name) == level else level
