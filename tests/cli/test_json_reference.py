"""The reference of JSON names the keys that each command prints, all of them and no others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_documentation import COMMANDS, DOCS, options

from .conftest import Run

STAFF = str(DOCS / "staff.csv")
OTHER = "product-management-large-company"
CALLS = {
    "path": "path analyst spm",
    "path without a way": "path vp cpo --months-in-role 12 --without personal-brand",
    "path beyond a limit": "path analyst spm --within 36",
    "path --alternatives, --frontier": "path analyst spm --alternatives 2",
    "next": "next analyst spm",
    "gap": "gap analyst pm",
    "progress": "progress plan.json --today 2027-03",
    "reach": "reach analyst --within 12",
    "reach with skills alone": "reach --skill roadmapping=working",
    "into": "into spm --within 12",
    "roles": "roles senior",
    "skills": "skills roadmapping",
    "activities": "activities",
    "show": "show spm",
    "analyze": "analyze --to spm",
    "diff": f"diff product-management {OTHER} --time-limit 0",
    "diff --people": f"diff product-management {OTHER} --people STAFF --to spm",
    "people --to": "people STAFF --to spm",
    "people": "people STAFF",
    "people --leaves": "people STAFF --leaves E01 --to spm",
    "skills --people": "skills --people STAFF",
    "skills --people --by-person": "skills --people STAFF --by-person",
    "check": "check uk-digital-and-data --select L505",
    "check --explain": "check --explain L505",
}
"""A call for each row of the table in the reference."""
AS_ANOTHER = {"ask"}
"""What prints what another command prints."""


def rows() -> dict[str, str]:
    """What the table says of each call."""
    page = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    _, _, table = page.partition("|---|---|\n")
    lines = table.partition("\n\n")[0].splitlines()
    cells = (line.strip("| ").split(" | ") for line in lines)
    return {call.replace("`", ""): what for call, what in cells}


def test_every_command_that_gives_json_is_told_of() -> None:
    assert rows().keys() == CALLS.keys() | AS_ANOTHER
    gives = {
        name
        for name in COMMANDS
        for option in [options(name).get("--format")]
        if name and name not in {"draw", "export"} and option is not None
    }
    assert {call.split()[0] for call in rows()} == gives


@pytest.mark.parametrize("call", CALLS)
def test_the_keys_are_those_that_are_printed(
    call: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before the semicolon are all there are; those after it stand within them."""
    monkeypatch.chdir(tmp_path)
    if call == "progress":
        plan = run("path", "analyst", "spm", "--start", "2027-01", "--format", "json").stdout
        Path("plan.json").write_text(plan, encoding="utf-8")
    words = [STAFF if word == "STAFF" else word for word in CALLS[call].split()]
    printed = json.loads(run(*words, "--format", "json").stdout)
    told, _, within = rows()[call].partition(";")
    keys = set(re.findall(r"`(\w+)`", told))
    if isinstance(printed, list):
        assert keys == set(printed[0])
        return
    beside = {"format", "ladder"} - ({"ladder"} if "without `ladder`" in within else set())
    assert set(printed) == keys | beside
    assert printed["format"] == 1
