"""The commands, end to end."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graphs import growth_path
from ladder import bundled, load

ROOT = Path(__file__).parents[3]
Run = Callable[..., Result]

PRODUCT = """\
name: Product management
levels: [awareness, working, practitioner, expert]
currency: USD
skills:
  analytical-thinking: Analytical thinking
  communication: Communication
  roadmapping: {name: Roadmapping, about: "Says what comes next, and why"}
roles:
  business-analyst:
    name: Business Analyst
    aliases: [analyst, BA]
    develops_after: 18
    develops: {analytical-thinking: practitioner, communication: working}
  associate-product-manager:
    name: Associate Product Manager
    aliases: [APM]
    rank: 1
    develops_after: 24
    develops: {communication: practitioner, roadmapping: {awareness: 6, working: 18}}
  product-manager: {name: Product Manager, aliases: [PM], rank: 2}
transitions:
  - {from: business-analyst, to: associate-product-manager, kind: entry, months: 6,
     requires: {communication: working, roadmapping: awareness}}
  - {from: associate-product-manager, to: product-manager, kind: promotion, months: 24,
     requires: {communication: practitioner, roadmapping: working}}
activities:
  product-course: {name: Course, months: 2, cost: 500, develops: {roadmapping: awareness}}
"""
ANSWER = {
    "format": 1,
    "ladder": "Product management",
    "status": "found",
    "optimal": True,
    "from": "business-analyst",
    "to": "product-manager",
    "months": 26,
    "moves": 2,
    "cost": 500,
    "cost_by_year": [[1, 500]],
    "start": {
        "months_in_role": None,
        "skills": {"analytical-thinking": 3, "communication": 2},
    },
    "stays": [
        {
            "role": "business-analyst",
            "start": 0,
            "end": 2,
            "develops": {},
            "move": {
                "transition": 0,
                "to": "associate-product-manager",
                "kind": "entry",
                "months": 6,
                "requires": {"communication": 2, "roadmapping": 1},
            },
        },
        {
            "role": "associate-product-manager",
            "start": 2,
            "end": 26,
            "develops": {"communication": 3, "roadmapping": 2},
            "move": {
                "transition": 1,
                "to": "product-manager",
                "kind": "promotion",
                "months": 24,
                "requires": {"communication": 3, "roadmapping": 2},
            },
        },
        {"role": "product-manager", "start": 26, "end": 26, "develops": {}, "move": None},
    ],
    "learning": [
        {
            "activity": "product-course",
            "periods": [[0, 2]],
            "develops": {"roadmapping": 1},
            "cost": 500,
        }
    ],
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A ladder in the working folder."""
    file = tmp_path / "ladder.yaml"
    file.write_text(PRODUCT, encoding="utf-8")
    return file


@pytest.mark.usefixtures("own")
def test_path_as_json(run: Run) -> None:
    """The format of answers is what it was promised to be, to the last key."""
    result = run("path", "analyst", "pm", "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer.pop("newcomer")["months"] >= answer["months"]
    assert answer == ANSWER


@pytest.mark.parametrize("form", ["text", "json"])
def test_ask_and_path_agree(run: Run, form: str) -> None:
    """The same question in words and in names has the same answer, byte for byte."""
    asked = run("ask", "how do I get from analyst to SPM", "--format", form)
    assert asked.exit_code == 0
    assert asked.stdout == run("path", "analyst", "spm", "--format", form).stdout
    unquoted = run("ask", "how", "do", "I", "get", "from", "analyst", "to", "SPM", "--format", form)
    assert asked.stdout == unquoted.stdout


def test_the_path_is_the_library_s(run: Run) -> None:
    """The command prints what the library finds, and adds only what somebody new would need."""
    ladder = bundled("product-management")
    found = growth_path(ladder, "business-analyst", "senior-product-manager")
    result = run("path", "analyst", "spm", "--format", "json")
    answer = json.loads(result.stdout)
    del answer["newcomer"]
    assert answer == found.to_dict()


@pytest.mark.parametrize("by", ["months", "moves", "cost"])
def test_what_is_to_be_least_can_be_chosen(run: Run, by: str) -> None:
    """By path and by question, the answer is the library's in that order, and the text says so."""
    ladder = bundled("product-management")
    found = growth_path(ladder, "business-analyst", "senior-product-manager", by=by)
    for command in (("path", "analyst", "spm"), ("ask", "from analyst to spm")):
        answer = json.loads(run(*command, "--by", by, "--format", "json").stdout)
        answer.pop("newcomer", None)
        assert answer == found.to_dict()
    least = {"months": "is shorter", "moves": "has fewer moves", "cost": "costs less"}[by]
    assert f"no way there {least}" in run("path", "analyst", "spm", "--by", by).stdout


def test_the_cheapest_way_is_another(run: Run) -> None:
    """The orders differ where a dear course saves months."""
    by = {
        order: json.loads(run("path", "analyst", "spm", "--by", order, "--format", "json").stdout)
        for order in ("months", "cost")
    }
    assert by["cost"]["cost"] < by["months"]["cost"]
    assert by["cost"]["months"] > by["months"]["months"]


def test_a_skill_more_changes_the_answer(run: Run) -> None:
    """What somebody can do already is taken into account."""
    plain = json.loads(run("path", "analyst", "spm", "--format", "json").stdout)
    args = ("--skill", "Roadmapping=Working", "--skill", "prioritisation=2")
    skilled = json.loads(run("path", "analyst", "spm", *args, "--format", "json").stdout)
    assert skilled["start"]["skills"]["roadmapping"] == 2
    assert skilled["start"]["skills"]["prioritisation"] == 2
    assert (skilled["months"], skilled["cost"]) < (plain["months"], plain["cost"])


@pytest.mark.usefixtures("own")
def test_a_person_s_file(run: Run, tmp_path: Path) -> None:
    """The file says role, months and skills; FROM may be left out; options say it better."""
    me = "role: analyst\nmonths_in_role: 3\nskills: {communication: awareness}\n"
    (tmp_path / "me.yaml").write_text(me, encoding="utf-8")
    result = run("path", "pm", "--person", "me.yaml", "--format", "json")
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["from"] == "business-analyst"
    assert answer["start"] == {"months_in_role": 3, "skills": {"communication": 1}}
    options = ("--months-in-role", "20", "--skill", "communication=working")
    result = run("ask", "how do I become PM", "--person", "me.yaml", *options, "--format", "json")
    start = json.loads(result.stdout)["start"]
    assert start["months_in_role"] == 20
    assert start["skills"]["communication"] == 2


@pytest.mark.usefixtures("own")
def test_a_person_in_another_role_is_refused(run: Run, tmp_path: Path) -> None:
    """A file that says APM does not answer for an analyst."""
    (tmp_path / "me.yaml").write_text("role: apm\n", encoding="utf-8")
    result = run("path", "analyst", "pm", "--person", "me.yaml")
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert "Associate" in result.stderr or "associate" in result.stderr


@pytest.mark.usefixtures("own")
def test_no_path_is_exit_code_1(run: Run) -> None:
    """In text and in JSON, the answer "no" comes with its blockers."""
    text = run("path", "pm", "analyst")
    assert text.exit_code == 1
    assert "No way leads from Product Manager to Business Analyst" in text.stdout
    plain = run("path", "pm", "analyst", "--format", "json")
    assert plain.exit_code == 1
    answer = json.loads(plain.stdout)
    assert answer["status"] == "unreachable"
    assert answer["blockers"]


def test_a_closed_gate_is_explained(run: Run, own: Path) -> None:
    """The move, the skill, the level asked and the best there is are all named."""
    own.write_text(PRODUCT.replace("roadmapping: working}}\n", "roadmapping: expert}}\n"), "utf-8")
    result = run("path", "analyst", "pm")
    words = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert (
        "✗ Associate Product Manager → Product Manager asks Roadmapping at expert, and the most "
        "to be had is working: no role and no activity" in words
    )


def test_the_limit_is_exit_code_3_or_an_unproven_path(run: Run) -> None:
    """Without time to search, there is either no path yet, or one that is not called proven."""
    args = ("business-analyst", "head-of-product", "--ladder", "uk-digital-and-data")
    result = run("path", *args, "--time-limit", "0", "--format", "json")
    answer = json.loads(result.stdout)
    if answer["optimal"]:
        assert result.exit_code == 0
        return
    assert answer["status"] == "limit"
    assert answer["bound"] >= 0
    assert result.exit_code == (0 if "stays" in answer else 3)


def test_there_already(run: Run) -> None:
    """From a role to itself, whatever it is called."""
    result = run("path", "spm", "senior product manager")
    assert result.exit_code == 0
    assert result.stdout == "You are there already: Senior Product Manager.\n"


def test_roles_and_skills_as_json(run: Run) -> None:
    """Tables come as data too, complete."""
    ladder = bundled("product-management")
    roles = json.loads(run("roles", "--format", "json").stdout)["roles"]
    assert [role["id"] for role in roles] == list(ladder.roles)
    skills = json.loads(run("skills", "--format", "json").stdout)["skills"]
    assert [skill["id"] for skill in skills] == list(ladder.skills)
    by_hand = sum("roadmapping" in move.requires for move in ladder.transitions)
    assert next(skill for skill in skills if skill["id"] == "roadmapping")["gates"] == by_hand


@pytest.mark.parametrize("columns", ["40", "80", "100"])
def test_tables_show_every_role_and_skill(
    run: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However narrow, no role, skill or alias is missing."""
    ladder = bundled("product-management")
    monkeypatch.setenv("COLUMNS", columns)
    roles, skills = (" ".join(run(table).stdout.split()) for table in ("roles", "skills"))
    for role in ladder.roles.values():
        assert role.name.split()[-1] in roles
    for skill in ladder.skills.values():
        assert skill.name.split()[0] in skills


def test_activities(run: Run) -> None:
    """Every activity with the id that a person's file takes, what it takes, gives and asks."""
    ladder = bundled("product-management")
    blocks = run("activities").stdout.split("\n\n")
    for activity, block in zip(ladder.activities.values(), blocks, strict=False):
        words = " ".join(block.split())
        assert words.startswith(activity.name)
        cost = f"USD {activity.cost:,}" if activity.cost else "no cost"
        months = f"{activity.months} month{'s' if activity.months > 1 else ''}"
        assert f" {activity.id} · {activity.kind}, {months}, {cost} gives at " in words
        assert (" asks at " in words) == bool(activity.requires)
        for skill in (*activity.develops, *activity.requires):
            assert ladder.skills[skill].name in words
    plain = json.loads(run("activities", "--format", "json").stdout)
    assert plain["currency"] == "USD"
    assert [one["id"] for one in plain["activities"]] == list(ladder.activities)
    for one in plain["activities"]:
        activity = ladder.activities[one["id"]]
        assert (one["months"], one["cost"], one["kind"], one["develops"], one["requires"]) == (
            *(activity.months, activity.cost, activity.kind),
            *(activity.develops, activity.requires),
        )


def test_no_activities(run: Run, own: Path) -> None:
    """A ladder without any says so."""
    own.write_text(PRODUCT[: PRODUCT.index("activities:")], encoding="utf-8")
    assert run("activities").stdout == "There are no activities in this ladder.\n"


def test_show(run: Run) -> None:
    """A role with its names, what it develops when, and its moves with gates and months."""
    text = " ".join(run("show", "SPM").stdout.split())
    ladder = bundled("product-management")
    assert text.startswith("Senior Product Manager senior-product-manager · also SPM")
    for move in ladder.transitions:
        if "senior-product-manager" in (move.from_role, move.to_role):
            for role in {move.from_role, move.to_role} - {"senior-product-manager"}:
                assert ladder.roles[role].name in text
    plain = json.loads(run("show", "SPM", "--format", "json").stdout)
    moves = [place for place, move in enumerate(ladder.transitions) if move.to_role == plain["id"]]
    assert [move["transition"] for move in plain["reached_from"]] == moves
    assert plain["develops"]["mentoring"] == {
        str(level): months
        for level, months in ladder.roles[plain["id"]].develops["mentoring"].items()
    }


def test_check_a_sound_file(run: Run, own: Path) -> None:
    """No problems is one line of counts, and an empty list in JSON."""
    result = run("check", own.name, "--select", "L5")
    assert result.exit_code == 0
    counts = "3 roles, 3 skills, 2 transitions and 1 activity"
    assert result.stdout == f"ladder.yaml: no problems in {counts}\n"
    assert json.loads(run("check", "--select", "L5", "--format", "json").stdout) == []


def test_check_as_json(run: Run, own: Path) -> None:
    """Each problem with its place, for editors."""
    own.write_text(PRODUCT.replace("months: 24", "months: soon"), encoding="utf-8")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)
    lines = PRODUCT.splitlines()
    assert problem["line"] == next(n for n, line in enumerate(lines, 1) if "months: 24" in line)
    assert problem["column"] > 1
    assert "soon" in problem["message"]


def test_schema(run: Run) -> None:
    """What is printed is the JSON Schema of a ladder."""
    assert "roles" in json.loads(run("schema").stdout)["properties"]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("ladder", "transitions"),
        ("person", "months_in_role"),
        ("plan", "stays"),
        ("mapping", "fractions"),
        ("node-link", "nodes"),
    ],
)
def test_schemas_of_other_files(run: Run, kind: str, key: str) -> None:
    """Each of the files that the program reads has one."""
    assert key in json.loads(run("schema", kind).stdout)["properties"]


def test_a_schema_that_there_is_not(run: Run) -> None:
    result = run("schema", "persn")
    assert result.exit_code == 2
    assert "'person'" in result.stderr


@pytest.mark.parametrize(
    ("file", "start"),
    [("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.dot", b"digraph"), ("a.SVG", b"<?xml")],
)
def test_draw_by_suffix(run: Run, file: str, start: bytes, tmp_path: Path) -> None:
    """The suffix says the format, one file is written, and standard error says where."""
    result = run("draw", "-o", file)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert file in result.stderr
    assert os.listdir(tmp_path) == [file]
    assert (tmp_path / file).read_bytes().startswith(start)


def test_draw_to_standard_output(run: Run, tmp_path: Path) -> None:
    """Without a file named, none is written."""
    assert run("draw").stdout.startswith("<?xml")
    assert run("draw", "--format", "dot").stdout.startswith("digraph")
    assert run("draw", "--format", "png", "-o", "-").stdout_bytes.startswith(b"\x89PNG")
    assert not os.listdir(tmp_path)


def test_draw_replaces_a_picture(run: Run, tmp_path: Path) -> None:
    """Drawing anew is what one does with a picture."""
    (tmp_path / "a.svg").write_text("old", encoding="utf-8")
    assert run("draw", "-o", "a.svg").exit_code == 0
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_draw_a_path(run: Run) -> None:
    """A path changes the picture, and somebody else's path is another one."""
    bare = run("draw", "--format", "dot").stdout
    path = run("draw", "--format", "dot", "--path", "analyst", "spm").stdout
    skills = ("--skill", "roadmapping=expert", "--skill", "prioritisation=expert")
    other = run("draw", "--format", "dot", "--path", "analyst", "spm", *skills).stdout
    cheap = run("draw", "--format", "dot", "--path", "analyst", "spm", "--by", "cost").stdout
    assert len({bare, path, other, cheap}) == 4


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_import(run: Run, suffix: str, tmp_path: Path) -> None:
    """A framework becomes a file that loads, and that other commands take."""
    data = ROOT / "tests" / "data" / "ddat"
    args = ("import", "ddat", str(data / "roles.csv"), "--order", str(data / "order.csv"))
    result = run(*args, "-o", f"out.{suffix}", "--gate-below", "0", "--tenure", "7")
    assert result.exit_code == 0, result.stderr
    ladder = load(tmp_path / f"out.{suffix}")
    assert f"{len(ladder.roles)} roles" in result.stderr
    assert {move.months for move in ladder.transitions if move.kind == "promotion"} == {7}
    assert run("check", f"out.{suffix}").exit_code == 0


def test_import_does_not_overwrite(run: Run, tmp_path: Path) -> None:
    """A ladder that somebody may have edited is replaced only when that is asked for."""
    data = ROOT / "tests" / "data" / "ddat"
    args = ("import", "ddat", str(data / "roles.csv"), "--order", str(data / "order.csv"))
    (tmp_path / "out.yaml").write_text("mine", encoding="utf-8")
    result = run(*args, "-o", "out.yaml")
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "out.yaml").read_text(encoding="utf-8") == "mine"
    assert run(*args, "-o", "out.yaml", "--force").exit_code == 0
    assert load(tmp_path / "out.yaml").roles


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("-o", "out.txt"), ".yaml"),
        (("-o", "none/out.yaml"), "none"),
        (("--months", "-1"), "--months must be a whole number from 0 to 1200, not -1"),
        (("--gate-below", "9"), "--gate-below must be"),
        (("--learning-months", "1,2"), "--learning-months must be 4 whole numbers"),
        (("--learning-months", "1,x,3,4"), "1,x,3,4"),
        (("--order", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_import_refuses_nonsense(
    run: Run, change: tuple[str, str], message: str, tmp_path: Path
) -> None:
    """A wrong option or file is named, and no file is left behind."""
    data = ROOT / "tests" / "data" / "ddat"
    args = ("import", "ddat", str(data / "roles.csv"), "--order", str(data / "order.csv"))
    result = run(*args, "-o", "out.yaml", *change)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not os.listdir(tmp_path)


def test_import_onet(run: Run, tmp_path: Path) -> None:
    """Occupations become a file that loads; what is assumed and who is left out is told."""
    args = ("import", "onet", str(ROOT / "tests" / "data" / "onet"), "-o", "out.json")
    result = run(*args, "--tenure", "7", "--importance", "3.5", "--preparation", "1,2,3,4,5")
    assert result.exit_code == 0, result.stderr
    ladder = load(tmp_path / "out.json")
    assert f"{len(ladder.roles)} roles" in result.stderr
    assert "Assumed: an occupation expects the skills of importance 3.5 or more" in result.stderr
    assert "Data Scientists" in result.stderr
    assert "more." not in result.stderr
    assert {move.months for move in ladder.transitions if move.kind == "promotion"} == {7}
    checked = run("check", "out.json")
    assert checked.exit_code == 0
    assert "warning" not in checked.stdout + checked.stderr
    assert run("path", "15-1251.00", "15-1242.00", "--ladder", "out.json").exit_code == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("-o", "out.txt"), ".yaml"),
        (("--importance", "9"), "--importance must be from 1 to 5, not 9"),
        (("--gate-below", "9"), "--gate-below must be a whole number from 0 to 7, not 9"),
        (("--months", "1,2"), "--months must be 5 whole numbers"),
        (("--months", "1,x"), "such as 1,3,12,24,48"),
        (("--preparation", "5,4,3,2,1"), "--preparation must not be less for a higher job zone"),
        (("--side-rise", "-1"), "--side-rise must be from 0 to 7, not -1.0"),
    ],
)
def test_import_onet_refuses_nonsense(
    run: Run, change: tuple[str, str], message: str, tmp_path: Path
) -> None:
    """A wrong option is named, and no file is left behind."""
    args = ("import", "onet", str(ROOT / "tests" / "data" / "onet"), "-o", "out.json")
    result = run(*args, *change)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not os.listdir(tmp_path)


def test_ids_leave_room_for_names(run: Run, tmp_path: Path) -> None:
    """Titles of occupations are long; as ids they would take the whole width."""
    data = str(ROOT / "tests" / "data" / "onet")
    assert run("import", "onet", data, "-o", "out.json").exit_code == 0
    lines = run("roles", "--ladder", "out.json").stdout.splitlines()
    assert any("Postmasters and Mail Superintendents" in line for line in lines)
    assert max(map(len, lines)) <= 80
