"""``ladder check``: what it prints, in which form, and how it exits."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from click.testing import Result

from ladder import bundled_names
from ladder.files.catalogue import bundled_file

Run = Callable[..., Result]

ROOT = Path(__file__).parents[3]
GOVERNMENT = "uk-digital-and-data"

# A promotion down (a warning), and two roles of one name (an error).
ODD = """\
name: Kitchen
tracks: {kitchen: Kitchen}
roles:
  cook: {name: Cook, track: kitchen, rank: 2}
  chef: {name: "100% :: Chef", track: kitchen, rank: 1}
  cook-2: {name: COOK, track: kitchen, rank: 3}
transitions:
  - {from: cook, to: chef, kind: promotion, months: 12}
"""
DOWN = "Cook is promoted to 100% :: Chef, from rank 2 down to rank 1 of Kitchen"
TWICE = 'the role cook is called "COOK", too'


@pytest.fixture
def odd(tmp_path: Path) -> str:
    (tmp_path / "ladder.yaml").write_text(ODD, encoding="utf-8")
    return "ladder.yaml"


def own(*args: str) -> tuple[str, ...]:
    """Only what is written in the file is looked at, not what follows from it."""
    return ("check", "--select", "L5,L601", *args)


def test_each_finding_says_where_what_why_and_how(run: Run, odd: str) -> None:
    """Errors come first; the reason and the way to mend it stand once above each code."""
    lines = run(*own(odd)).stdout.splitlines()
    assert lines[0] == "L601 same-name, 1 error"
    assert f"ladder.yaml:6:3: L601 error {TWICE}" in lines
    assert lines.index("L501 promotion-down, 1 warning") > lines.index("L601 same-name, 1 error")
    place = lines.index(
        "ladder.yaml:8:22: L501 warning Cook is promoted to 100% :: Chef, from rank 2"
    )
    assert lines[place + 1] == "    down to rank 1 of Kitchen"
    assert sum(line.startswith("  why   ") for line in lines) == 2
    assert sum(line.startswith("  mend  ") for line in lines) == 2
    assert lines[-1] == "1 error and 1 warning. ladder check --explain CODE tells more."


def test_json_is_a_list_of_findings(run: Run, odd: str) -> None:
    """In the order of their places, with six keys each."""
    assert json.loads(run(*own("--format", "json")).stdout) == [
        {
            "file": odd,
            "line": 6,
            "column": 3,
            "code": "L601",
            "severity": "error",
            "message": TWICE,
        },
        {
            "file": odd,
            "line": 8,
            "column": 22,
            "code": "L501",
            "severity": "warning",
            "message": DOWN,
        },
    ]


def test_github_shows_it_beside_the_line(run: Run, tmp_path: Path) -> None:
    """What would end a property or the line is escaped; how to mend it stands below."""
    name = "50%,a:b.yaml"
    (tmp_path / name).write_text(ODD, encoding="utf-8")
    lines = run(*own(name, "--format", "github")).stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning"]
    found = re.fullmatch(r"::warning file=([^,:]+),line=8,col=22,title=([^,:]+)::(.+)", lines[1])
    assert found
    assert unquote(found[1]) == name
    assert found[2] == "L501 promotion-down"
    message, mend = unquote(found[3]).split("\n")
    assert message == DOWN
    assert mend.startswith("Swap the two roles")
    assert "%25" in found[1]
    assert "100%25" in found[3]


def test_github_shows_what_cannot_be_loaded(run: Run, tmp_path: Path) -> None:
    """In the same form, as an error."""
    (tmp_path / "bad.yaml").write_text(ODD.replace("to: chef", "to: shef"), encoding="utf-8")
    result = run("check", "bad.yaml", "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        '::error file=bad.yaml,line=8,col=22,title=E001 unsound-file::no role "shef"'
    )
    (problem,) = json.loads(run("check", "bad.yaml", "--format", "json").stdout)
    assert (problem["code"], problem["severity"]) == ("E001", "error")


def test_what_comes_with_the_program_is_clean(run: Run) -> None:
    """The ladder that answers when none is named, those over it, and the one to start from."""
    assert run("init", "starter.yaml").exit_code == 0
    ours = [name for name in bundled_names() if name.startswith("product-management")]
    for name in (*ours, "starter.yaml"):
        result = run("check", name)
        assert result.stdout.startswith(f"{name}: no problems in ")


def test_what_a_bundled_base_has_by_itself_is_counted(run: Run, tmp_path: Path) -> None:
    """Nobody can mend it there; what it ignores is not even counted."""
    (tmp_path / "ours.yaml").write_text(f"extends: {GOVERNMENT}\n", "utf-8")
    (tmp_path / "team.yaml").write_text("extends: ours.yaml\nname: Team\n", "utf-8")
    by_itself = json.loads(run("check", GOVERNMENT, "--format", "json").stdout)
    for name in ("ours.yaml", "team.yaml"):
        assert json.loads(run("check", name, "--format", "json").stdout) == []
        said = " ".join(run("check", name).stdout.split())
        assert f"Not shown are {len(by_itself)} findings in {GOVERNMENT} itself" in said
    for name in ("product-management", "product-management-start-up"):
        (tmp_path / "ours.yaml").write_text(f"extends: {name}\n", "utf-8")
        assert run("check", "ours.yaml").stdout.startswith("ours.yaml: no problems in ")
        assert "Not shown" not in run("check", "ours.yaml").stdout
        assert "says to ignore" not in run("check", "ours.yaml").stdout


def test_a_bundled_base_may_extend_another(run: Run, tmp_path: Path) -> None:
    """What comes of extending it is told of it, whichever of its files the place is in."""
    (tmp_path / "ours.yaml").write_text(
        "extends: product-management-start-up\nremove: {roles: [product-founder]}\n", "utf-8"
    )
    found = json.loads(run("check", "ours.yaml", "--format", "json").stdout)
    places = {(each["file"], each["line"], each["column"]) for each in found}
    assert places == {("ours.yaml", 1, 10)}
    told = " ".join(each["message"] for each in found)
    assert "Chief Product Officer" in told
    assert "(in product-management-start-up, as it is changed here)" in told


def test_what_comes_of_extending_is_told_where_it_can_be_mended(run: Run, tmp_path: Path) -> None:
    """At the place of `extends`; what the base ignores is still looked for in the file's own."""
    (tmp_path / "ours.yaml").write_text(
        """\
name: Ours
extends: product-management
skills: {juggling: Juggling}
roles:
  juggler: {final: true}
transitions:
  - {from: product-manager, to: juggler, months: 1, requires: {juggling: working}}
activities:
  circus: {months: 3, develops: {juggling: working}}
remove: {roles: [product-founder]}
""",
        "utf-8",
    )
    found = json.loads(run("check", "ours.yaml", "--format", "json").stdout)
    assert {each["file"] for each in found} == {"ours.yaml"}
    places = {(each["code"], each["line"], each["column"]) for each in found}
    assert places == {("L102", 2, 10), ("L802", 2, 10), ("L202", 7, 74)}
    told = next(each["message"] for each in found if each["code"] == "L102")
    assert "Chief Product Officer" in told
    assert told.endswith("(in product-management, as it is changed here)")


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--select", "L5"), 0),  # warnings alone
        (("--select", "L601"), 1),
        (("--select", "L601", "--ignore", "same-name"), 0),
        (("nowhere.yaml",), 2),
        (("ladder.yaml", "nowhere.yaml"), 2),
    ],
)
def test_exit_codes(run: Run, odd: str, form: str, args: tuple[str, ...], code: int) -> None:
    """For a pipeline to go by, whatever is printed."""
    assert run("check", *args, "--format", form).exit_code == code


def test_several_files_are_checked_at_once(run: Run, odd: str, tmp_path: Path) -> None:
    """As pre-commit hands them over; what cannot be read does not hide the rest."""
    (tmp_path / "other.yaml").write_text(ODD, encoding="utf-8")
    result = run(*own(odd, "none.yaml", "other.yaml", odd, "--format", "json"))
    assert [each["file"] for each in json.loads(result.stdout)] == [odd, odd] + ["other.yaml"] * 2
    assert "there is no file none.yaml" in result.stderr
    lines = run(*own(odd, "other.yaml")).stdout.splitlines()
    assert "L501 promotion-down, 2 warnings" in lines
    (tmp_path / "good.yaml").write_text(
        "name: A\nroles: {a: A}\n".replace(": A}", ": {}}"), "utf-8"
    )
    sound = "good.yaml: no problems in 1 role, 0 skills, 0 transitions and 0 activities"
    assert sound in run(*own(odd, "good.yaml")).stdout


def test_many_findings_of_one_code_do_not_drown_the_others(run: Run) -> None:
    """The first five are shown, and how to see all; programs get all."""
    shown = run("check", GOVERNMENT, "--select", "L5").stdout
    assert "L505 role-expects-less, 12 warnings" in shown
    assert shown.count(": L505 warning") == 5
    assert "    and 7 more; --select L505 shows all" in shown.splitlines()
    for name in ("L505", "role-expects-less", "l505"):
        assert run("check", GOVERNMENT, "--select", name).stdout.count(": L505 warning") == 12
    assert run("check", GOVERNMENT, "--select", "L50").stdout.count(": L505 warning") == 5
    listed = json.loads(run("check", GOVERNMENT, "--select", "L505", "--format", "json").stdout)
    assert len(listed) == 12


def test_a_finding_in_a_bundled_ladder_stands_in_its_file(run: Run) -> None:
    """The place is where the level is written that is too low."""
    found = json.loads(run("check", GOVERNMENT, "--select", "L505", "--format", "json").stdout)
    lines = Path(bundled_file(GOVERNMENT)).read_text(encoding="utf-8").splitlines()
    for each in found:
        assert each["file"] == bundled_file(GOVERNMENT)
        line = lines[each["line"] - 1]
        level = re.match(r'"(\w+)"', line[each["column"] - 1 :])
        assert level
        assert f"to {level[1]}" in each["message"]


@pytest.mark.parametrize("width", [50, 80])
def test_no_line_is_wider_than_the_window(
    run: Run, width: int, odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is found and all that is explained."""
    from graphs.lint.rules import RULES, UNSOUND

    monkeypatch.setenv("COLUMNS", str(width))
    outputs = [run(*own(odd)).stdout]
    outputs += [run("check", "--explain", rule.code).stdout for rule in (UNSOUND, *RULES)]
    for output in outputs:
        assert max(map(len, output.splitlines())) <= width


def test_a_place_is_never_broken(run: Run, tmp_path: Path) -> None:
    """However long the name of the file is, an editor can jump to it."""
    name = f"{'long' * 25}.yaml"
    (tmp_path / name).write_text(ODD, encoding="utf-8")
    assert f"{name}:8:22: L501 warning" in run(*own(name)).stdout.splitlines()


def test_what_a_file_ignores_is_said(run: Run, odd: str, tmp_path: Path) -> None:
    """So that nobody takes silence for soundness; what is selected is shown all the same."""
    (tmp_path / odd).write_text(f"{ODD}ignore: [L601, L501]\n", encoding="utf-8")
    result = run("check", odd)
    assert result.exit_code == 0
    assert "L601" not in result.stdout.partition("says to ignore")[0]
    assert "ladder.yaml says to ignore L501 and L601." in result.stdout.splitlines()
    selected = run(*own(odd))
    assert selected.exit_code == 1
    assert "L601 same-name, 1 error" in selected.stdout
    assert "L501 promotion-down" in selected.stdout
    assert "says to ignore" not in selected.stdout


@pytest.mark.parametrize("asked", ["L501", "l501", "promotion-down"])
def test_a_code_is_explained(run: Run, asked: str) -> None:
    """Why, how, an example with its lines as they are, and when it is right to ignore it."""
    lines = run("check", "--explain", asked).stdout.splitlines()
    assert lines[0] == "L501 promotion-down, a warning"
    assert lines[1].startswith("  why   A promotion leads up")
    assert "    roles:" in lines
    assert "      cook: {track: kitchen, rank: 1}" in lines
    assert lines[-1].endswith(".")
    plain = json.loads(run("check", "--explain", asked, "--format", "json").stdout)
    assert list(plain) == [
        "format",
        "code",
        "name",
        "severity",
        "by_default",
        "why",
        "mend",
        "more",
    ]


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("--explain", "L510"), "L501"),
        (("--explain", "promotion-dwn"), "promotion-down"),
        (("--select", "L50,L599"), "L501"),
        (("--select", "Q5"), "codes begin with L0, "),
        (("--ignore", "near-nam"), "near-name"),
    ],
)
def test_what_is_no_code_is_bad_input(run: Run, odd: str, args: tuple[str, ...], near: str) -> None:
    """With the nearest there are."""
    result = run("check", *args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no rule" in result.stderr
    assert near in result.stderr


def test_pre_commit_finds_ladder_files() -> None:
    """The hook runs a command that there is, on files that are ladders by their names."""
    from cli.main import COMMANDS

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["language"]) == ("ladder-check", "python")
    program, command = hook["entry"].split()
    assert program == "ladder"
    assert command in COMMANDS
    for name in ("ladder.yaml", "teams/ladder.yml", "our-ladder.yaml", "sales.ladder.yaml"):
        assert re.search(hook["files"], name)
    for name in ("ladder.yaml.bak", "stepladder.yaml", "ladder.md", "ladders.yaml"):
        assert not re.search(hook["files"], name)
