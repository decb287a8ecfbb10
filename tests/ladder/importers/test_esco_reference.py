"""Small ESCO folders at random: what comes out is what a slow and plain reading of them says."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from support.esco_folders import Folder, Plain, folders, write

from ladder import Ladder, dumps, load
from ladder.importers.esco.importer import import_esco


def imported(folder: Folder, **assumed: object) -> tuple[Ladder, str]:
    with TemporaryDirectory() as place:
        write(folder, Path(place))
        made = import_esco(place, **assumed)  # type: ignore[arg-type]
    return made.ladder, " ".join(made.remarks)


def few(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None)


@given(folders(), st.integers(0, 3), st.sampled_from([0.0, 0.1, 0.5]), st.integers(0, 3))
@few(50)
def test_moves(folder: Folder, near: int, least: float, groups: int) -> None:
    """Which occupation leads to which, and how."""
    ladder, _ = imported(folder, near=near, side_near=least, near_groups=groups)
    made = {
        (
            None if source is None else ladder.roles[source].url,
            ladder.roles[move.to_role].url,
            move.kind,
        )
        for move in ladder.transitions
        for source in (move.from_roles or [None])
    }
    assert made == set(Plain(folder).moves(near, least, groups))


@given(folders())
@few(30)
def test_occupations_and_skills(folder: Folder) -> None:
    """Which there are, what they are called, where they stand, and what they expect."""
    ladder, told = imported(folder)
    plain = Plain(folder)
    roles = {role.url: role for role in ladder.roles.values()}
    assert roles.keys() == set(plain.kept)
    names = {skill.id: skill.name for skill in ladder.skills.values()}
    aliases = 0
    for one, unit, label, titles in folder.occupations:
        if one in roles:
            role = roles[one]
            assert {names[skill] for skill in role.expects} == plain.profiles[one]
            assert role.name in (label, f"{label} ({unit}.{one[-1]})")
            assert {alias.lower() for alias in role.aliases} == plain.aliases(one)
            assert ladder.tracks[role.track or ""].name == f"group {unit}"
            assert ladder.tracks[role.track or ""].family == f"group {unit[:2]}"
            others = {title.lower() for title in titles} - {label.lower()}
            aliases += len(others) + 1 - len(role.aliases)
    assert {skill.name: skill.group for skill in ladder.skills.values()} == {
        skill: plain.group(skill) for skill in set().union(*plain.profiles.values())
    }
    counts = {
        r"(\d+) occupations? without": len(folder.occupations) - len(roles),
        r"(\d+) skills? that no": len(folder.skills) - len(ladder.skills),
        r"(\d+) alternative labels? that": aliases,
        r"(\d+) relations? of skills": folder.foreign,
    }
    for words, count in counts.items():
        assert sum(map(int, re.findall(words, told))) == count


@given(folders())
@few(15)
def test_a_file_comes_back(folder: Folder) -> None:
    """What is written is read again as the same ladder, and names are told apart."""
    ladder, _ = imported(folder)
    text = dumps(ladder).encode()
    assert load("esco.yaml", read=lambda _: text) == ladder
    for move in ladder.transitions:
        assert move.requires == ladder.roles[move.to_role].expects
