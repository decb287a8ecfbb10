"""The UK Government Digital and Data framework as a ladder, on an excerpt with all its traps."""

from __future__ import annotations

import csv
import random
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from ladder import Ladder, LadderError, dumps, load
from ladder.importers.ddat import import_ddat as import_and_tell

DATA = Path(__file__).parents[2] / "data" / "ddat"
ROLES, ORDER = DATA / "roles.csv", DATA / "order.csv"

# Associate, (no prefix), Senior, Lead, Head of; from the framework's own pages.
PRODUCT_MANAGER = {
    "agile-and-lean-practices": (2, 3, 3, 4, 4),
    "applying-user-centred-insights": (2, 3, 3, 4, 4),
    "creating-value-for-money": (1, 2, 3, 3, 4),
    "life-cycle-management": (1, 2, 3, 4, 4),
    "managing-product-outcomes": (1, 2, 3, 3, 4),
    "product-leadership": (1, 2, 3, 3, 4),
    "product-management": (2, 3, 4, 4, 4),
    "stakeholder-relationship-management": (2, 3, 3, 4, 4),
    "strategic-ownership": (1, 2, 3, 4, 4),
}
PRODUCT_MANAGER_LEVELS = (
    "associate-product-manager",
    "product-manager",
    "senior-product-manager",
    "lead-product-manager",
    "head-of-product",
)


def import_ddat(*files: Path, **options: Any) -> Ladder:
    return import_and_tell(*files, **options).ladder


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return import_ddat(ROLES, ORDER)


def moves(ladder: Ladder, kind: str) -> set[tuple[str, str]]:
    return {(source, move.to_role) for _, source, move in ladder.moves() if move.kind == kind}


def gate_of(ladder: Ladder, leaves: str, leads: str) -> dict[str, int]:
    (gate,) = (
        dict(move.requires)
        for _, source, move in ladder.moves()
        if (source, move.to_role) == (leaves, leads)
    )
    return gate


def test_a_role_level_expects_its_profile(ladder):
    """The product managers' skills are those of the framework; whoever comes has brought them."""
    for place, role in enumerate(PRODUCT_MANAGER_LEVELS):
        profile = {skill: levels[place] for skill, levels in PRODUCT_MANAGER.items()}
        assert ladder.roles[role].expects == profile
        assert ladder.roles[role].develops == {}


def test_role_levels_stand_in_the_order_of_the_second_table(ladder):
    """The rows are alphabetical; ranks and promotions follow the order table instead."""
    roles = [ladder.roles[role] for role in PRODUCT_MANAGER_LEVELS]
    assert [role.rank for role in roles] == [1, 2, 3, 4, 5]
    assert {role.track for role in roles} == {"product-manager"}
    assert set(pairwise(PRODUCT_MANAGER_LEVELS)) <= moves(ladder, "promotion")
    assert {move.months for move in ladder.transitions if move.kind == "promotion"} == {24}


def test_management_levels_are_forks(ladder):
    """They leave the rung below their namesake, lead to each other, and share its rank."""
    software = {role.id for role in ladder.roles.values() if role.track == "software-developer"}
    steps = {pair for pair in moves(ladder, "promotion") if pair[0] in software}
    assert steps == {
        ("developer", "senior-developer"),
        ("developer", "senior-developer-management"),
        ("senior-developer", "lead-developer"),
        ("senior-developer", "lead-developer-management"),
        ("senior-developer-management", "lead-developer-management"),
    }
    assert ladder.roles["senior-developer-management"].rank == ladder.roles["senior-developer"].rank
    assert ladder.roles["senior-developer-management"].name == "Senior developer - management"


def test_a_name_that_merely_ends_in_management_is_a_rung(tmp_path):
    """No dash stands in "Head of (Agile) delivery management": it is the top, and no fork."""
    levels = ["Delivery manager", "Head of (Agile) delivery management"]
    roles, order = tables(tmp_path, [(level, "Planning", "Working") for level in levels])
    ladder = import_ddat(roles, order)
    assert moves(ladder, "promotion") == {("delivery-manager", "head-of-agile-delivery-management")}
    assert ladder.roles["head-of-agile-delivery-management"].rank == 2


def test_rows_not_in_use_leave_nothing_behind(ladder):
    """Neither their role nor the skills that occur only there are in the ladder."""
    assert "NOT IN USE" in ROLES.read_text(encoding="utf-8")
    assert not any("in-use" in role or "technology-officer" in role for role in ladder.roles)
    assert "chief-technology-officer" not in ladder.tracks
    assert "technology-evaluation" not in ladder.skills


def test_a_trailing_space_is_no_part_of_a_name(ladder):
    """The role level that has one in both tables is named without it."""
    assert "End user computing engineer ," in ROLES.read_text(encoding="utf-8")
    assert ladder.roles["end-user-computing-engineer"].name == "End user computing engineer"
    assert ladder.roles["end-user-computing-engineer"].rank == 2


def test_rows_given_twice_count_once(ladder, tmp_path):
    """The excerpt holds repeated rows; without them the ladder is the same."""
    with ROLES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    once = list(dict.fromkeys(map(tuple, rows)))
    assert len(once) < len(rows)
    assert import_ddat(write(tmp_path / "once.csv", once), ORDER) == ladder


def test_gates_ask_for_the_profile(ladder):
    assert gate_of(ladder, "associate-product-manager", "product-manager") == {
        skill: levels[1] for skill, levels in PRODUCT_MANAGER.items()
    }
    assert all(move.requires == ladder.roles[move.to_role].expects for move in ladder.transitions)


def test_gates_can_ask_for_less():
    """A level of 0 drops out of the gate; the role develops the rest."""
    low = import_ddat(ROLES, ORDER, gate_below=1, months=7)
    assert gate_of(low, "business-analyst", "associate-product-manager") == {
        skill: levels[0] - 1 for skill, levels in PRODUCT_MANAGER.items() if levels[0] > 1
    }
    associate = low.roles["associate-product-manager"]
    assert associate.expects == {skill: levels[0] for skill, levels in PRODUCT_MANAGER.items()}
    assert associate.develops == {skill: {lvl: 7} for skill, lvl in associate.expects.items()}
    assert low.source is not None
    assert "1 less than each level" in low.source
    assert "within 7 months" in low.source


def test_the_lowest_levels_of_roles_are_open_to_all(ladder):
    """They are entered from any role, and no side move leads into them; the highest are ends."""
    opened = [move for move in ladder.transitions if move.from_any]
    assert {(move.kind, move.months) for move in opened} == {("entry", 12)}
    into = {move.to_role for move in opened}
    assert "associate-product-manager" in into
    assert {ladder.roles[role].rank for role in into} == {1}
    assert not into & {leads for _, leads in moves(ladder, "lateral")}
    assert ladder.roles["head-of-product"].final
    assert not any(ladder.roles[role].final for role in into)


def test_months_are_options():
    """Each of them is found where it belongs, and in what the ladder says of its source."""
    ladder = import_ddat(ROLES, ORDER, tenure=31, side_months=5, entry_months=9)
    assert {(move.kind, move.months) for move in ladder.transitions} == {
        ("promotion", 31),
        ("lateral", 5),
        ("entry", 9),
    }
    assert ladder.source is not None
    assert all(f"{months} " in ladder.source for months in (31, 5, 9))


def test_learning_goes_level_by_level(ladder):
    """Each level of a skill can be learnt once the one below is held, and takes longer."""
    chain = [
        ladder.activities[f"strategic-ownership-{level}"]
        for level in ("awareness", "working", "practitioner", "expert")
    ]
    assert [dict(activity.requires) for activity in chain] == [
        {},
        {"strategic-ownership": 1},
        {"strategic-ownership": 2},
        {"strategic-ownership": 3},
    ]
    assert [dict(activity.develops) for activity in chain] == [
        {"strategic-ownership": level} for level in (1, 2, 3, 4)
    ]
    assert chain[1].name == "Strategic ownership to working"
    assert {(activity.kind, activity.cost) for activity in chain} == {("practice", 0)}


def test_a_usual_promotion_takes_its_tenure(ladder):
    """Its points, one practice each, come to the months that are served before it."""
    profiles = [ladder.roles[role].expects for role in ladder.roles]
    assert len(ladder.activities) == len({item for each in profiles for item in each.items()})
    (months,) = {
        activity.months
        for activity in ladder.activities.values()
        if sum(activity.requires.values()) == sum(activity.develops.values()) - 1
    }
    raises = [
        sum(
            max(0, level - ladder.roles[leaves].expects.get(skill, 0))
            for skill, level in ladder.roles[leads].expects.items()
        )
        for leaves, leads in moves(ladder, "promotion")
    ]
    assert abs(median(raises) * months - 24) <= median(raises) / 2


def test_learning_months_are_options():
    """Four numbers, one for each level."""
    ladder = import_ddat(ROLES, ORDER, learning_months=[2, 2, 5, 9])
    names = ("awareness", "working", "practitioner", "expert")
    chain = [ladder.activities[f"strategic-ownership-{name}"] for name in names]
    assert [activity.months for activity in chain] == [2, 2, 5, 9]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(ladder, tmp_path, seed):
    """Shuffled tables give the same ladder, byte for byte."""
    shuffled = []
    for source in (ROLES, ORDER):
        with source.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        random.Random(seed).shuffle(rows)
        shuffled.append(write(tmp_path / source.name, [header, *rows]))
    assert dumps(import_ddat(*shuffled), format="json") == dumps(ladder, format="json")


def test_what_is_assumed_is_told(ladder):
    """The source attributes the framework and owns up to the import's own figures."""
    assert ladder.source is not None
    assert "Open Government Licence v3.0" in ladder.source
    assert "© Crown copyright" in ladder.source
    assert "assumptions of the import" in ladder.source
    assert {item.confidence for item in (*ladder.transitions, *ladder.activities.values())} == {
        "low"
    }
    (told,) = import_and_tell(ROLES, ORDER).remarks
    assert ladder.source.partition("framework: ")[2] in told
    assert "Of 11 promotions, none is open at once" in told


def test_texts_are_kept_whole(ladder):
    """Of roles, their levels, skills and their levels; what only says that it is missing is not."""
    with ROLES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Role Level"] != "NOT IN USE"]
    by_name = {skill.name: skill for skill in ladder.skills.values()}
    names = ("awareness", "working", "practitioner", "expert")
    roles = {role.name: role for role in ladder.roles.values()}
    tracks = {track.name: track for track in ladder.tracks.values()}
    for row in rows:
        skill, told = by_name[row["Skill Name"]], row["Skill Description"]
        assert skill.about == (None if told in ("", "MISSING") else told)
        level = names.index(row["Skill Level"].lower()) + 1
        assert skill.levels[level] == row["Skill Level Description"]
        assert roles[row["Role Level"].strip()].about == row["Role Level Description"]
        assert tracks[row["Role"]].about == row["Role Description"]
    assert ladder.tracks["product-manager"].family == "Product and delivery"


def test_levels_of_one_name_in_two_roles_are_told_apart(tmp_path):
    """Both carry the name of their role, so that neither is lost."""
    rows = [("Head", "Planning", "Working", role) for role in ("Alpha", "Beta")]
    ladder = import_ddat(*tables(tmp_path, rows))
    assert {role.id: role.name for role in ladder.roles.values()} == {
        "head-alpha": "Head (Alpha)",
        "head-beta": "Head (Beta)",
    }


def test_skills_that_differ_in_signs_only_are_told_apart(tmp_path):
    """C and C++ are two skills, with an id each."""
    rows = [("Developer", skill, "Working") for skill in ("C++", "C")]
    ladder = import_ddat(*tables(tmp_path, rows))
    assert {skill.id: skill.name for skill in ladder.skills.values()} == {"c": "C", "c-2": "C++"}


def test_spellings_of_one_name_count_as_one(tmp_path):
    """Case and hyphens aside, and whichever spelling comes first, the skill is the same."""
    rows = [("Junior", "User focus", "Working"), ("Senior", "User-Focus", "Expert")]
    for number, given in enumerate((rows, rows[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        ladder = import_ddat(*tables(folder, given))
        assert {skill.id: skill.name for skill in ladder.skills.values()} == {
            "user-focus": "User focus"
        }
        assert ladder.roles["senior"].expects == {"user-focus": 4}


def test_the_import_can_be_saved_and_loaded(ladder, tmp_path):
    """As YAML and as JSON it passes the loader's checks and is the same ladder."""
    for format in ("yaml", "json"):
        file = tmp_path / f"ladder.{format}"
        file.write_text(dumps(ladder, format=format), encoding="utf-8", newline="\n")
        assert load(file) == ladder


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"months": -1}, "months must be a whole number from 0 to 1200, not -1"),
        ({"tenure": 1.5}, "tenure must be a whole number from 0 to 1200, not 1.5"),
        ({"side_months": 9999}, "side_months must be a whole number from 0 to 1200, not 9999"),
        ({"entry_months": -1}, "entry_months must be a whole number from 0 to 1200, not -1"),
        ({"side_rise": -0.5}, "side_rise must be from 0 to 100, not -0.5"),
        ({"side_near": 20}, "side_near must be from 0 to 1, not 20"),
        ({"side_moves": -2}, "side_moves must be a whole number from 0 to 1000, not -2"),
        ({"gate_below": 5}, "gate_below must be a whole number from 0 to 4, not 5"),
        ({"learning_months": (1, 3, 6)}, "learning_months must be 4 whole numbers"),
        ({"learning_months": (1, 3, 2, 12)}, "none smaller than the one before it"),
        ({"learning_months": (0, 3, 6, 12)}, "from 1 to 1200"),
        ({"months": -1, "tenure": -1}, "months must .*\ntenure must "),
    ],
)
def test_an_option_without_sense_is_refused(options, message):
    """The message names the option, what it may be and what it was; all at once."""
    with pytest.raises(LadderError, match=message):
        import_ddat(ROLES, ORDER, **options)


def write(path: Path, rows: object) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def tables(folder: Path, rows: list[tuple[str, ...]]) -> tuple[Path, Path]:
    """Write both tables from (level, skill, skill level[, role]), ordered as they come."""
    full = [(*row, "Role")[:4] for row in rows]
    roles = [("Role", "Role Level", "Skill Name", "Skill Level")]
    roles += [(role, level, skill, held) for level, skill, held, role in full]
    seen = list(dict.fromkeys((role, level) for level, _, _, role in full))
    order = [("Role Family", "Role", "Role Level", "Order")]
    order += [("Family", *key, str(place)) for place, key in enumerate(seen, start=1)]
    return write(folder / "roles.csv", roles), write(folder / "order.csv", order)
