"""Every command, with standard output or standard error closed, full, or without a reader."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping

import pytest
from support.spoilt_streams import ERRORS, FAULTS, OUTPUT, ROOT, SOUND, Ended, run_spoilt

from cli.main import main
from ladder import starter_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")

LISTS = ROOT / "tests" / "data" / "frameworks" / "lists"
FILES = {
    "ladder.yaml": starter_text(),
    "odd.yaml": "name: Odd\nroles: {a: {final: true, aliases: [A]}}\n",
    "me.yaml": "role: support-agent",
    "staff.csv": "id,role\n1,agent\n2,lead\n",
    "grid.csv": "Role,SQL,Coaching\nOne,1,2\nTwo,2,2\nThree,3,3\n",
    "graph.json": '{"nodes": [{"id": "a"}, {"id": "b"}], '
    '"links": [{"source": "a", "target": "b"}]}',
    "careers.mmd": "flowchart LR\n  a[Analyst] --> b[Lead]\n",
}
ANSWERING = (
    *("ask how do I get from agent to lead", "path agent lead", "path agent lead --format json"),
    *("path agent lead --format csv", "next agent lead", "gap agent lead"),
    *("progress plan.json --person me.yaml --month 3", "reach agent", "into lead", "roles"),
    *("skills", "activities", "show lead --format json"),
    *("draw --format dot", "check", "check odd.yaml --format github", "init -", "schema", "export"),
    *("diff ladder.yaml ladder.yaml --time-limit 0", "import grid.csv -o -"),
    *("site --light -o -", "analyze --to lead", "people staff.csv --to lead --jobs 1"),
    *("import matrix grid.csv -o -", "import list framework.csv -o -"),
    *("import node-link graph.json --months 3 -o -", "import onet onet -o -"),
    *("import careers.mmd --months 12 -o -", "completion bash --print", "help L504"),
    "import ddat roles.csv --order order.csv -o -",
    *("path lead agent", "path nobody lead", "--help", "--version", "import --help", "path --help"),
)
"""Command lines that print their answer, or why there is none."""
CODES = {"path lead agent": 1, "path nobody lead": 2}
"""Exit codes where there is no answer, or no question."""
WRITING = ("init new.yaml --force", "draw -o new.svg", "export -o new.json --force")
"""Command lines that print nothing on standard output."""


def call(line: str) -> tuple[str, ...]:
    """Words of a command line; a question to `ask` is one."""
    return ("ask", line.removeprefix("ask ")) if line.startswith("ask ") else tuple(line.split())


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, tuple[str, ...]], Ended]:
    """How each command line ended, with each fault and with none."""
    folder = tmp_path_factory.mktemp("spoilt")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(LISTS / "hr-export.csv", folder / "framework.csv")
    shutil.copytree(ROOT / "tests" / "data" / "onet", folder / "onet")
    for name in ("roles.csv", "order.csv"):
        shutil.copy(ROOT / "tests" / "data" / "ddat" / name, folder)
    planned = (SOUND, call("path agent lead --format json"))
    (folder / "plan.json").write_bytes(run_spoilt([planned], folder)[planned].output)
    faults = [
        SOUND,
        *(each for each in FAULTS if "full" not in each or os.path.exists("/dev/full")),
    ]
    cases = [(fault, call(line)) for line in (*ANSWERING, *WRITING) for fault in faults]
    return run_spoilt(cases, folder)


Cases = Mapping[tuple[str, tuple[str, ...]], Ended]


def test_no_command_is_left_out(ended: Cases) -> None:
    """Each is tried, answers when nothing is wrong, and its answer is something to lose."""
    tried = {words[0] for _, words in ended}
    assert tried >= set(main.list_commands(None))
    for line in ANSWERING:
        sound = ended[SOUND, call(line)]
        assert sound.code == CODES.get(line, 0), line
        assert sound.output or line == "path nobody lead"
        assert "Traceback" not in sound.errors, line
    for line in WRITING:
        assert ended[SOUND, call(line)].code == 0
        assert not ended[SOUND, call(line)].output


def spoilt(ended: Cases, descriptor: int) -> list[tuple[str, str]]:
    """The cases in which a stream was spoilt, by fault and command line."""
    lines = {call(line): line for line in (*ANSWERING, *WRITING)}
    return [
        (fault, lines[words])
        for fault, words in ended
        if fault != SOUND and FAULTS[fault] == descriptor
    ]


def test_an_answer_that_cannot_be_printed_is_an_error(ended: Cases) -> None:
    """One line says why, and the exit code is 2: not 1, which would be an answer."""
    for fault, line in spoilt(ended, OUTPUT):
        found, sound = ended[fault, call(line)], ended[SOUND, call(line)]
        assert "Traceback" not in found.errors, (fault, line)
        assert "Exception" not in found.errors, (fault, line)
        if not sound.output:
            assert found == sound, (fault, line)
            continue
        if fault.endswith("reader"):
            assert found.code == 141, (fault, line)
            assert "Error" not in found.errors, (fault, line)
            continue
        *_, last = found.errors.splitlines()
        reason = "it is closed" if fault.endswith("closed") else "no space left on device"
        assert last == f"Error: standard output cannot be written to: {reason}", (fault, line)
        assert found.errors.count("Error") == 1, (fault, line)
        assert found.code == 2, (fault, line)


def test_an_answer_comes_though_nothing_can_be_said_beside_it(ended: Cases) -> None:
    """What standard error does not take is lost; the answer and its exit code are the same."""
    for fault, line in spoilt(ended, ERRORS):
        found, sound = ended[fault, call(line)], ended[SOUND, call(line)]
        assert (found.code, found.output) == (sound.code, sound.output), (fault, line)
        assert found.errors == "", (fault, line)
