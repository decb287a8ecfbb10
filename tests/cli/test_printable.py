"""Nothing from elsewhere acts on the terminal: files, arguments, git, the environment."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cli.io import STDOUT, write
from cli.output import printable

Run = Callable[..., Result]

ACTING = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
OUR_STYLES = re.compile(r"\x1b\[(0|1|2|3[0-7]|9[0-7])m")
IN_FILES = {  # others are refused there
    "carriage return": "\r",
    "tab": "\t",
    "next line": "\x85",
    "line separator": "\u2028",
    "right-to-left mark": "\u200f",
    "Arabic letter mark": "\u061c",
}
IN_ARGUMENTS = IN_FILES | {
    "line feed": "\n::error::",
    "escape": "\x1b[2J",
    "colour": "\x1b[31m",
    "control sequence": "\x9b2J",
    "bell": "\a",
    "backspace": "\b",
    "delete": "\x7f",
    "override": "\u202e",
    "isolate": "\u2066",
}


def ladder_with(sign: str) -> str:
    """A ladder, as JSON, with the sign in each text that a ladder may have."""

    def text(word: str) -> str:
        return f"{word} one{sign}two"

    whole = {
        "name": text("Kitchen"),
        "about": text("All"),
        "source": text("A book"),
        "levels": [{"name": "low", "about": text("Little")}, "high"],
        "skills": {
            "cooking": {
                "name": text("Cooking"),
                "about": text("Heat"),
                "group": text("Craft"),
                "levels": {"high": text("Burns nothing")},
            }
        },
        "tracks": {"kitchen": {"name": text("The kitchen"), "about": text("Hot")}},
        "roles": {
            "cook": {
                "name": text("Cook"),
                "about": text("Cooks"),
                "track": "kitchen",
                "source": text("A menu"),
            },
            "chef": {"name": text("Chef"), "aliases": [text("Boss")], "expects": {"cooking": 2}},
        },
        "transitions": [
            {"from": "cook", "to": "chef", "months": 6, "kind": text("step"), "source": text("Me")}
        ],
        "activities": {
            "school": {
                "name": text("School"),
                "about": text("Sit"),
                "kind": text("class"),
                "months": 3,
                "develops": {"cooking": 2},
                "source": text("A leaflet"),
            }
        },
    }
    return json.dumps(whole)


COMMANDS = (
    *("path cook chef", "path cook chef --details", "path cook chef --format markdown"),
    *("path cook chef --format json", "path cook chef --alternatives 2", "path chef cook"),
    *("path chef cook --format csv", "next cook chef", "gap cook chef", "reach cook", "into chef"),
    *("roles", "skills", "skills cooking", "activities", "show cook", "show chef --format json"),
    *("check ladder.json", "check ladder.json --format github --select ALL", "path cok chef"),
    *("check ladder.json --format json --select ALL", "diff ladder.json product-management"),
)


@pytest.mark.parametrize("sign", IN_FILES.values(), ids=IN_FILES)
def test_texts_of_a_ladder(sign: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in the file, each command prints lines, in colours of ours."""
    Path("ladder.json").write_text(ladder_with(sign), encoding="utf-8")
    monkeypatch.setenv("LADDER_FILE", "ladder.json")
    monkeypatch.setenv("FORCE_COLOR", "1")
    for command in COMMANDS:
        result = run(*command.split())
        assert result.exit_code in (0, 1, 2), (command, result.output)
        assert result.output
        for printed in (result.stdout, result.stderr):
            found = ACTING.search(OUR_STYLES.sub("", printed))
            # Documents are files, in which a text is as it is; on a screen they are not printed so.
            assert not found or "--format markdown" in command, (command, found)


def test_what_is_left_out_is_told(run: Run) -> None:
    """The words around are whole, and a line end of whatever kind is one."""
    Path("ladder.json").write_text(ladder_with("\r"), encoding="utf-8")
    shown = run("show", "cook", "--ladder", "ladder.json").stdout
    assert "Cooks one" in shown
    assert "two" in shown
    told = json.loads(run("show", "cook", "--ladder", "ladder.json", "--format", "json").stdout)
    assert told["about"] == "Cooks one\rtwo"  # data stays true


@pytest.mark.parametrize("sign", IN_ARGUMENTS.values(), ids=IN_ARGUMENTS)
def test_arguments(sign: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of commands, options, roles, files and revisions, and what the environment says."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    name = f"a{sign}b"
    Path("old.yaml").write_text("name: X\nroles: {a: {}}\n")
    for folder in (".", "there"):
        Path(folder).mkdir(exist_ok=True)
        try:
            Path(folder, f"{name}.yaml").write_text("name: X\nroles: {a: {aliases: [A]}}\nodd: 1\n")
        except OSError:
            pytest.skip("no file may have that name here")
    calls = (
        *((name,), (f"--{name}",), ("path", name, "spm"), ("path", "analyst", "spm", f"--{name}")),
        *(("path", "analyst", "spm", "--by", name), ("skills", name), ("ask", f"what of {name}")),
        *(("roles", "--ladder", name), ("roles", "--ladder", f"{name}.yaml")),
        *(("check", f"{name}.yaml"), ("check", f"there/{name}.yaml", "--format", "github")),
        *(("check", f"{name}.yaml", "--format", "json"), ("check", name), ("check", "-", name)),
        *(("check", "--select", name), ("check", "--explain", name), ("progress", name)),
        *(("diff", f"git:{name}:old.yaml", "old.yaml"), ("diff", f"git:HEAD:{name}", "old.yaml")),
        *(("import", name), ("import", f"{name}.yaml", "-o", "new.yaml")),
        *(("init", name), ("init", "--from", f"{name}.yaml"), ("export", "-o", name)),
        *(("draw", "-o", name), ("draw", "-o", f"{name}.svg"), ("draw", "--theme", name)),
        *(("draw", "--link-template", name), ("draw", "--link-template", f"{name}{{id}}")),
        *(("path", "analyst", "spm", "--person", f"{name}.yaml"), ("schema", name)),
        ("path", "analyst", "spm", "--start", name),
    )
    for call in calls:
        result = run(*call)
        for printed in (result.stdout, result.stderr):
            assert not ACTING.search(OUR_STYLES.sub("", printed)), (call, printed)
            assert "\n::error::b" not in printed, (call, printed)
    for variable in ("LADDER_FILE", "LADDER_DOT"):
        monkeypatch.setenv(variable, name)
        for call in (("roles",), ("draw", "-o", "x.svg")):
            result = run(*call)
            assert not ACTING.search(OUR_STYLES.sub("", result.output)), (variable, call)
            assert "\n::error::b" not in result.output, (variable, call)
        monkeypatch.delenv(variable)


def test_names_in_git(run: Run, tmp_path: Path) -> None:
    """Branches and files that are suggested come from the repository, which may be a stranger's."""
    for words in (
        *(["init", "-q"], ["add", "."], ["commit", "-qm", "x"], ["branch", "evil\u202ebranch"]),
    ):
        (tmp_path / "evil\u202eladder.yaml").write_text("name: X\nroles: {a: {}}\n")
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)
    for version in ("git:evil-branch:x.yaml", "git:HEAD:evil-ladder.yaml"):
        result = run("diff", version, "product-management")
        assert result.exit_code == 2
        assert "evil" in result.stderr
        assert not ACTING.search(result.output)


def test_a_document_on_a_screen(monkeypatch: pytest.MonkeyPatch, capfdbinary) -> None:
    """What is written as it is to a file is made safe where somebody looks at it."""
    content = b"one\x1b[2Jtwo\r\nthree"
    write(STDOUT, content)
    assert capfdbinary.readouterr().out == content
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    write(STDOUT, content)
    assert capfdbinary.readouterr().out == b"one\\x1b[2Jtwo\nthree"


def test_what_is_usual_stays() -> None:
    """Letters of every script, marks on them, and signs that only join are no danger."""
    for text in (
        "Διευθυντής",
        "مدير المنتج",
        "उत्पाद प्रबंधक",
        "👩\u200d💻",
        "plan\nb",
        "soft\u00adhyphen",
    ):
        assert printable(text) == text
