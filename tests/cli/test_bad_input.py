"""Bad input at the command line: one clear message, the right exit code, nothing left behind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

GOOD = """\
name: Kitchen
levels: [awareness, working]
skills: {cooking: Cooking}
roles:
  cook: {name: Cook, aliases: [line cook], develops_after: 6, develops: {cooking: awareness}}
  chef: {name: Chef, aliases: [boss]}
transitions:
  - {from: cook, to: chef, months: 12, requires: {cooking: awareness}}
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise("abcdefghi")
)

BAD_FILES = {
    "binary": (b"\x00\x01\xff\xfe\x80" * 40, ""),
    "empty": (b"", ""),
    "only a comment": (b"# nothing\n", ""),
    "tabs": (GOOD.replace("  cook:", "\tcook:").encode(), "tab"),
    "a list": (b"- one\n- two\n", ""),
    "wrong type": (GOOD.replace("months: 12", "months: soon").encode(), "soon"),
    "negative months": (GOOD.replace("months: 12", "months: -1").encode(), "-1"),
    "unknown role": (GOOD.replace("to: chef", "to: cheff").encode(), "chef"),
    "level out of range": (GOOD.replace("cooking: awareness}}", "cooking: 7}}").encode(), "7"),
    "unknown level": (
        GOOD.replace("cooking: awareness}}", "cooking: wrking}}").encode(),
        "working",
    ),
    "one alias twice": (GOOD.replace("boss", "Line Cook").encode(), "Line Cook"),
    "no roles": (b"name: Kitchen\nroles: {}\n", "role"),
    "no roles key": (b"name: Kitchen\n", "roles"),
    "its own target": (GOOD.replace("to: chef", "to: cook").encode(), "cook"),
    "duplicate key": (GOOD.replace("  chef:", "  cook:").encode(), "cook"),
    "unknown key": (GOOD.replace("levels:", "levls:").encode(), "levels"),
    "alias bomb": (BOMB.encode(), ""),
    "object tag": (GOOD.encode() + b"about: !!python/object/apply:os.system [echo]\n", "python"),
    "a key spelt no": (GOOD.replace("name: Kitchen", "no: Kitchen").encode(), '"no"'),
}


@pytest.fixture
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    content, hint = BAD_FILES[request.param]
    (tmp_path / "bad.yaml").write_bytes(content)
    return "bad.yaml", hint


@pytest.mark.parametrize("bad", BAD_FILES, indirect=True)
@pytest.mark.parametrize(
    "command",
    [
        ("path", "cook", "chef"),
        ("ask", "from cook to chef"),
        ("roles",),
        ("skills",),
        ("activities",),
        ("show", "cook"),
        ("reach", "cook", "-o", "out.svg"),
        ("into", "chef"),
        ("draw", "-o", "out.svg"),
    ],
    ids=lambda command: command[0],
)
def test_a_bad_file_is_refused(
    run: Run, bad: tuple[str, str], command: tuple[str, ...], tmp_path: Path
) -> None:
    """Every command that needs the ladder says what is wrong with it, and where it can be."""
    file, hint = bad
    result = run(*command, "--ladder", file)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert file in result.stderr
    assert hint in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr) < 2000
    assert os.listdir(tmp_path) == [file]


@pytest.mark.parametrize("bad", BAD_FILES, indirect=True)
def test_check_lists_what_is_wrong(run: Run, bad: tuple[str, str]) -> None:
    """The checker says no to a file that can be read, with the same words on standard output."""
    file, hint = bad
    result = run("check", file)
    if result.exit_code == 2:  # not a text at all
        assert file in result.stderr
        return
    assert result.exit_code == 1
    *lines, empty, total = result.stdout.splitlines()
    assert all(line.startswith((f"{file}:", "    ")) for line in lines)
    assert hint in " ".join(result.stdout.split())
    assert empty == ""
    assert re.match(r"[1-9]\d* errors?; ", total)


@pytest.mark.parametrize("command", [("roles",), ("path", "a", "b"), ("check",), ("draw",)])
@pytest.mark.parametrize("file", ["none.yaml", "folder", "folder/", "prodct-management"])
def test_an_unreadable_file_is_named(
    run: Run, file: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    """A file that is not there, a folder, and a bundled ladder misspelt exit with 2."""
    (tmp_path / "folder").mkdir()
    result = run(*command, "--ladder", file)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert file.rstrip("/") in result.stderr
    assert "Traceback" not in result.stderr


def test_a_bundled_ladder_misspelt_is_recognised(run: Run) -> None:
    """The nearest bundled name is offered."""
    assert "product-management" in run("roles", "--ladder", "prodct-management").stderr


def test_all_problems_come_at_once(run: Run, tmp_path: Path) -> None:
    """Three faults in one file are three lines, each with its place."""
    text = GOOD.replace("to: chef", "to: cheff").replace("months: 12", "months: soon")
    (tmp_path / "bad.yaml").write_text(text.replace("levels:", "levls:"), encoding="utf-8")
    printed = run("check", "bad.yaml").stdout.splitlines()
    lines = [line for line in printed if line.startswith("bad.yaml:")]
    assert [line.split(":")[1] for line in lines] == sorted(line.split(":")[1] for line in lines)
    assert len(lines) >= 3


@pytest.mark.parametrize(
    "name",
    ["Διευθυντής", "产品经理", "مدير", '<script>alert("1")</script>: it\'s', "[bold]:smile:"],
)
def test_any_name_is_good_input(run: Run, name: str, tmp_path: Path) -> None:
    """Names of any script, and names that look like code, come through as they are."""
    import json

    text = GOOD.replace("name: Chef", f"name: {json.dumps(name, ensure_ascii=False)}")
    (tmp_path / "good.yaml").write_text(text, encoding="utf-8")
    for command in (("roles",), ("show", "boss"), ("path", "cook", "boss")):
        result = run("--ladder", "good.yaml", *command)
        assert result.exit_code == 0, result.stderr
        assert name in result.stdout


def test_control_characters_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    """A name with a newline or an escape sequence in it cannot write on the screen at will."""
    text = GOOD.replace("name: Chef", 'name: "Chef\\e[31m\\nof all"')
    (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
    result = run("roles", "--ladder", "odd.yaml")
    assert "\x1b[31m" not in result.stdout
    assert "\x1b[31m" not in result.stderr


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("path", "analist", "spm"), 2, "business-analyst"),
        (("path", "analyst", "product"), 2, "product-manager"),
        (("show", "spmm"), 2, "senior-product-manager"),
        (("path", "spm"), 2, "from which role to Senior Product Manager"),
        (("path", "product", "manager", "spm"), 2, "quotes"),
        (("path",), 2, "Missing argument"),
        (("path", "analyst", "spm", "--skill", "roadmapping"), 2, "NAME=LEVEL"),
        (("path", "analyst", "spm", "--skill", "=working"), 2, "NAME=LEVEL"),
        (("path", "analyst", "spm", "--skill", "roadmaping=working"), 2, "roadmapping"),
        (("path", "analyst", "spm", "--skill", "roadmapping=wrking"), 2, "working"),
        (("path", "analyst", "spm", "--skill", "roadmapping=9"), 2, "9"),
        (("path", "analyst", "spm", "--skill", "roadmapping=-1"), 2, "no level -1"),
        (
            ("path", "analyst", "spm", "--skill", "roadmapping=1", "--skill", "Roadmapping=3"),
            2,
            "Roadmapping is given twice: at awareness, and at practitioner",
        ),
        (("path", "analyst", "spm", "--person", "nobody.yaml"), 2, "nobody.yaml"),
        (("path", "analyst", "spm", "--format", "xml"), 2, "json"),
        (("path", "analyst", "spm", "--by", "mnths"), 2, "did you mean months?"),
        (("schema", "persn"), 2, "did you mean person?"),
        (("check", ""), 2, "no ladder is named"),
        (("import", "matrix", "-", "-o", "out.yaml"), 2, "standard input is not read"),
        (
            ("reach", "analyst", "-o", "out.xyz"),
            2,
            ".dot; or .csv or .md for the table; --format json prints JSON\n",
        ),
        (("ask", "how do I get from analist to SPM"), 2, "business-analyst"),
        (("ask", ""), 2, "ladder ask"),
        (("pth", "analyst", "spm"), 2, "path"),
        (("how do I get from analyst to SPM",), 2, "ladder ask"),
        (("path", "analyst", "graduate"), 1, ""),
    ],
)
def test_a_wrong_question_is_answered_kindly(
    run: Run, args: tuple[str, ...], code: int, message: str
) -> None:
    """What was meant is suggested, and the exit code tells a mistake from a no."""
    result = run(*args)
    assert result.exit_code == code
    assert message in (result.stderr if code == 2 else result.stdout)
    assert "Traceback" not in result.output


@pytest.mark.parametrize("months", ["-1", "soon", "1.5", "1201", "1_0", "9" * 5000])
def test_months_are_whole_and_not_too_many(run: Run, months: str) -> None:
    """What is no number of months is answered with what is one, as in a person's file."""
    result = run("path", "analyst", "spm", "--months-in-role", months)
    assert result.exit_code == 2
    assert "expected a whole number of months from 0 to 1,200, found" in result.stderr


@pytest.mark.parametrize("seconds", ["-1", "soon", "nan", "inf", "-inf", "1e999"])
def test_a_time_limit_is_a_time(run: Run, seconds: str) -> None:
    """A limit that no clock reaches is none."""
    result = run("path", "analyst", "spm", "--time-limit", seconds)
    assert result.exit_code == 2
    assert f'expected a number of seconds from 0, found "{seconds}"' in result.stderr


def test_standard_input_is_not_waited_for(run: Run) -> None:
    """A hyphen in place of a file is refused with what to give instead."""
    result = run("check", "-")
    assert result.exit_code == 2
    assert "give the name of a file" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("command", [("check",), ("roles", "--ladder")])
def test_a_named_pipe_is_not_waited_for(run: Run, command: tuple[str, ...], tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "pipe.yaml")
    result = run(*command, "pipe.yaml")
    assert result.exit_code == 2
    assert "named pipe" in result.stderr


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="needs open files by number")
def test_a_pipe_that_the_shell_has_opened_is_read(run: Run) -> None:
    """So it is with <(command) in a shell."""
    reads, writes = os.pipe()
    os.write(writes, GOOD.encode())
    os.close(writes)
    result = run("check", f"/dev/fd/{reads}")
    os.close(reads)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("draw", "-o", "out.svg", "--format", "png"), ".svg, but --format says png"),
        (("draw", "-o", "out.svg", "--skill", "roadmapping=1"), "--skill would change nothing"),
        (("draw", "-o", "out.svg", "--by", "months"), "--by would change nothing"),
        (("draw", "-o", "out.svg", "--person", "me.yaml"), "--person would change nothing"),
        (
            ("draw", "-o", "out.svg", "--months-in-role", "3", "--time-limit", "10"),
            "--months-in-role and --time-limit would change nothing here; add --path",
        ),
        (("draw", "-o", "out.gif"), ".svg, .png, .pdf, .dot"),
        (("draw", "-o", "out"), ".svg, .png, .pdf, .dot"),
        (("draw", "-o", "none/out.svg"), "none"),
        (("draw", "-o", "."), "folder"),
        (("draw", "-o", "out.svg", "--path", "analist", "spm"), "business-analyst"),
        (("draw", "-o", "out.svg", "--format", "gif"), "svg"),
        (("draw", "-o", "out.svg", "--path", "analyst", "spm", "--skill", "x=1"), '"x"'),
    ],
)
def test_no_picture_is_left_behind(
    run: Run, args: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    """When a drawing cannot be made, no file, whole or half, is there afterwards."""
    result = run(*args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not os.listdir(tmp_path)


def test_no_picture_of_no_path(run: Run, tmp_path: Path) -> None:
    """A path that does not exist is not drawn; the reasons are told instead."""
    result = run("draw", "-o", "out.svg", "--path", "analyst", "graduate")
    assert result.exit_code == 1
    assert "No way leads from Business Analyst to Graduate" in result.stderr
    assert not os.listdir(tmp_path)
